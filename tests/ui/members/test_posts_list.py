"""The tab Chức danh by key and mouse: posts given, corrected, ended and taken out."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton

from ccb_desktop.domain.members.units import PostScope
from ccb_desktop.operations.members.people import list_members, load_person_file
from ccb_desktop.ui.members.posts_list import PostsList
from tests.ui.hands import button, click, press, settle
from tests.ui.members.officer import (
    choose,
    click_row,
    dialog,
    fault,
    list_on,
    open_file,
    save,
    seen,
    write,
)
from tests.ui.members.small_branch import TODAY

NAME, OFFICER = "Trần Thị Yên", "Nguyễn Văn An"


def posts_of(store, name):
    line = next(line for line in list_members(store, TODAY) if line.full_name == name)
    return load_person_file(store, line.person_id).posts


def test_a_post_is_given_with_all_its_fields(page, store):
    table = list_on(open_file(page, NAME, "Chức danh"), PostsList)
    click(button(table, "Thêm chức danh"))
    form = dialog("Thêm chức danh")
    save(form)
    assert fault(form, "title") == "Chưa ghi chức danh."
    write(form, "title", "Chi hội phó")
    choose(form, "unit_id", "Chi hội 2")
    write(form, "from_on", "3/2025")
    write(form, "to_on", "2024")
    form.form.show_field("elected")
    press(form.form.field("elected").findChildren(QRadioButton)[0], Qt.Key.Key_Space)
    write(form, "note", "Đại hội chi hội")
    save(form)
    assert fault(form, "to_on") == "Ngày thôi giữ chức đứng trước ngày nhận."
    write(form, "to_on", "")
    save(form)
    [post] = posts_of(store, NAME)
    assert (post.title, post.scope, post.unit_id, str(post.from_on), post.elected, post.note) == (
        "Chi hội phó",
        PostScope.HOI,
        2,
        "3/2025",
        True,
        "Đại hội chi hội",
    )
    assert table.seen().rows[0][:3] == ["Chi hội phó", "Hội", "Chi hội 2"]
    page.undo_bar.undo_last()
    settle()
    assert table.seen_lines() == []


def test_a_post_outside_the_hoi(page, store):
    table = list_on(open_file(page, NAME, "Chức danh"), PostsList)
    click(button(table, "Thêm chức danh"))
    form = dialog("Thêm chức danh")
    write(form, "title", "Tổ trưởng")
    choose(form, "scope", "Tổ dân phố")
    write(form, "organisation", "Tổ dân phố 5")
    save(form)
    [post] = posts_of(store, NAME)
    assert (post.scope, post.organisation, post.unit_id) == (
        PostScope.STREET_GROUP,
        "Tổ dân phố 5",
        None,
    )


def test_a_post_ends_and_stands_behind_those_still_held(page, store):
    table = list_on(open_file(page, OFFICER, "Chức danh"), PostsList)
    first = seen(table)[0]
    click_row(table, 0)
    press(table.view, Qt.Key.Key_Return)
    form = dialog("Sửa chức danh")
    write(form, "to_on", "1/2026")
    save(form)
    assert seen(table)[-1] == first
    page.show()
    shown = [line for line in page.members.seen_lines() if line.full_name == OFFICER]
    assert first not in (shown[0].hoi_posts, shown[0].outside_posts)


def test_a_post_is_taken_out_by_the_delete_key_and_comes_back(page, store):
    table = list_on(open_file(page, OFFICER, "Chức danh"), PostsList)
    before = seen(table)
    click_row(table, 0)
    press(table.view, Qt.Key.Key_Delete)
    assert seen(table) == before[1:]
    page.undo_bar.undo_last()
    settle()
    assert sorted(seen(table)) == sorted(before)
