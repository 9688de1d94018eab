"""Filters of the members' list: asked, counted, kept, used again, with the sets of columns."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from ccb_desktop.domain.members.lines import MemberLine
from ccb_desktop.domain.members.memberships import IN_HOI, Status
from ccb_desktop.domain.queries import Condition, Group, How, Join, by_id, sieve
from ccb_desktop.operations import saved_views, undo
from ccb_desktop.operations.members.people import list_members
from ccb_desktop.ui.members.member_queries import member_query_fields
from ccb_desktop.ui.members.words import load_words
from tests.ui.hands import button, click, open_box, press, settle, type_text
from tests.ui.members.many import open_menu
from tests.ui.members.officer import CTRL, count, dialog, dialogs, pick, run_line, save, seen, write
from tests.ui.members.small_branch import TODAY

LATER = {"person_id", "membership_id", "household_id", "name_key", "sort_key"}
TOLD_OTHERWISE = {"unit_id": "unit", "sub_unit_id": "unit", "hoi_posts": "hoi_post"}
TOLD_OTHERWISE |= {"unit_name": "unit", "sub_unit_name": "unit"}


@pytest.fixture
def members(page):
    return page.members


@pytest.fixture
def lines(store):
    return [line for line in list_members(store, TODAY) if line.status in IN_HOI]


def take(page, opener, text):
    open_menu(opener)
    menu = opener.menu()
    run_line(menu, next(line for line in menu.actions() if line.text() == text))


def open_filter(page):
    take(page, page.views.button, "Lọc nâng cao…")
    return dialog("Lọc nâng cao")


def ask(form, row, field, how, value=""):
    pick(row.field, field)
    pick(row.how, how)
    if row.choice.isVisible():
        pick(row.choice, value)
    else:
        type_text(row.text, value)
    form.look()


def test_every_field_of_a_line_can_be_asked(store):
    asked = {field.id for field in member_query_fields(load_words(store, TODAY))}
    wanted = {TOLD_OTHERWISE.get(name, name) for name in MemberLine._fields if name not in LATER}
    assert wanted | {"age", "consent"} == asked  # both follow from days


@pytest.mark.parametrize(
    ("condition", "fits"),
    [
        (Condition("unit", How.IS, "4"), lambda m: m.sub_unit_id == 4),
        (Condition("status", How.IS, "EXEMPT"), lambda m: m.status is Status.EXEMPT),
        (Condition("age", How.AT_LEAST, "80"), lambda m: TODAY.year - m.born_on.year >= 80),
        (Condition("hoi_post", How.IS, "Chi hội trưởng"), lambda m: "Chi hội" in m.hoi_posts),
        (Condition("sex", How.IS, "FEMALE"), lambda m: m.sex == "FEMALE"),
        (Condition("policies", How.IS, "THUONG_BINH"), lambda m: m.policies),
        (Condition("admission_category", How.IS, "3"), lambda m: m.admission_category == 3),
        (Condition("since", How.WITHIN, "2025"), lambda m: m.since.year == 2025),
        (Condition("party_badge", How.FILLED), lambda m: m.party_badge),
    ],
)
def test_a_condition_finds_whom_the_books_say(store, lines, condition, fits):
    test = sieve(condition, by_id(member_query_fields(load_words(store, TODAY))))
    found = [line.person_id for line in lines if test(line)]
    assert found == [line.person_id for line in lines if fits(line)]
    assert 0 < len(found) < len(lines)


def test_put_together_counted_and_shown(page, members, lines):
    form = open_filter(page)
    (row,) = form.editor.root.parts
    ask(form, row, "Tuổi", "từ … trở lên", "75")
    click(button(form, "Thêm nhóm"))
    group = form.editor.root.parts[1]
    pick(group.join, "đúng ÍT NHẤT MỘT điều sau (HOẶC)")
    ask(form, group.parts[0], "Chi hội", "là", "Chi hội 2")
    group.add_condition()
    ask(form, group.parts[1], "Thời kỳ", "là", "Làm nhiệm vụ quốc tế Campuchia")
    expected = [
        line.full_name
        for line in lines
        if TODAY.year - line.born_on.year >= 75
        and (line.unit_name == "Chi hội 2" or "CAMBODIA" in line.periods)
    ]
    assert f"Khớp {len(expected)} / {len(lines)} hội viên" in form.told.text()
    assert "Tuổi từ 75 trở lên VÀ (Chi hội là Chi hội 2 HOẶC Thời kỳ là" in form.told.text()
    click(button(form, "Lọc"))
    assert seen(members) == expected
    assert page.views.button.text() == "Bộ lọc: đang lọc"
    click(button(members, "Xem tất cả"))
    assert count(members) == len(lines)
    assert page.views.button.text() == "Bộ lọc"


def test_what_cannot_be_asked_yet_is_told_and_not_shown(page, members):
    form = open_filter(page)
    (row,) = form.editor.root.parts
    ask(form, row, "Ngày sinh", "trong", "31/02/1950")
    assert "Ngày sinh" in form.told.text()
    assert not button(form, "Lọc").isEnabled()
    press(form, Qt.Key.Key_Escape)
    assert dialogs() == []


def keep(page, name):
    form = open_filter(page)
    (row,) = form.editor.root.parts
    ask(form, row, "Tuổi", "từ … trở lên", "75")
    type_text(form.name, name)
    press(form, Qt.Key.Key_S, CTRL)


def test_kept_under_a_name_used_again_dropped_and_brought_back(page, members, store, lines):
    keep(page, "Trên 75")
    old = count(members)
    assert page.views.button.text() == "Bộ lọc: Trên 75"
    take(page, page.views.button, "Bỏ lọc")
    assert count(members) == len(lines)
    take(page, page.views.button, "Trên 75")
    assert count(members) == old < len(lines)
    open_menu(page.views.button)
    dropping = page.views.button.menu().findChildren(QMenu)[-1]
    dropping.actions()[0].trigger()
    settle()
    assert saved_views.list_views(store, "members") == []
    page.desk.broadcast.send(undo.undo(store, undo.list_actions(store)[0].id))
    assert [view.name for view in page.views._views] == ["Trên 75"]


def test_a_name_is_needed(page, members):
    form = open_filter(page)
    (row,) = form.editor.root.parts
    ask(form, row, "Tuổi", "từ … trở lên", "75")
    click(button(form, "Lưu bộ lọc"))
    assert "Ghi tên cho bộ lọc" in open_box().text()


def test_kept_again_under_its_name_is_written_over(page, store):
    keep(page, "Trên 75")
    form = open_filter(page)
    (row,) = form.editor.root.parts
    row.text.selectAll()
    press(row.text, Qt.Key.Key_Delete)
    type_text(row.text, "80")
    click(button(form, "Lưu bộ lọc"))
    (kept,) = saved_views.list_views(store, "members")
    assert '"80"' in kept.content


def test_a_filter_holds_when_the_roster_is_read_again(page, members):
    page.views.use(Group(Join.ALL, (Condition("age", How.AT_LEAST, "75"),)), "")
    fitting = count(members)
    page.refresh()
    assert count(members) == fitting


def test_a_filter_about_what_is_gone_is_told_and_shows_all(page, members, lines):
    page.views.use(Group(Join.ALL, (Condition("gone", How.FILLED),)), "Cũ")
    assert "Bộ lọc “Cũ” không dùng được nữa" in open_box().text()
    assert "không còn trong sổ" in open_box().informativeText()
    assert count(members) == len(lines)


def test_a_set_of_columns_is_kept_and_seen_again(page, members):
    head = members.view.horizontalHeader()
    places = [column.id for column in members.model.columns]
    head.setSectionHidden(places.index("rank"), False)
    head.setSectionHidden(places.index("phone"), True)
    page.views.open_columns()
    form = dialog("Lưu bộ cột")
    write(form, "name", "Quân ngũ")
    save(form)
    head.setSectionHidden(places.index("rank"), True)
    head.setSectionHidden(places.index("phone"), False)
    open_menu(members.columns.button)
    sets = members.columns.button.menu().actions()[0].menu()
    assert sets.title() == "Bộ cột"
    next(line for line in sets.actions() if line.text() == "Quân ngũ").trigger()
    settle()
    headers = members.seen().headers
    assert "Cấp bậc" in headers
    assert "Điện thoại" not in headers
