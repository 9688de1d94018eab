"""The page Hội viên by key and mouse: search, filters, views, columns, totals, acts."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.labels import STATUS
from ccb_desktop.domain.members.memberships import IN_HOI, Status
from ccb_desktop.operations.branch import start_branch
from ccb_desktop.operations.members.people import list_members
from ccb_desktop.paths import DataFolder
from ccb_desktop.ui.kit.background import Background
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.members import page as page_module
from ccb_desktop.ui.members import roster as roster_module
from ccb_desktop.ui.members.page import MembersPage
from ccb_desktop.ui.members.roster import read_roster
from tests.ui.hands import (
    button,
    click,
    make_desk,
    press,
    settle,
    show,
    type_text,
    wait_until,
)
from tests.ui.members.officer import (
    choose_row,
    count,
    dialog,
    dialogs,
    pick,
    right_click,
    run_line,
    save,
    seen,
    write,
)
from tests.ui.members.small_branch import TODAY

MEMBERS = 57  # 60 entered, 3 of them have left


@pytest.fixture
def members(page):
    return page.members


def lines_by(store, fits):
    """Names of the members who fit, read from the books and not from the page."""
    lines = [line for line in list_members(store, TODAY) if line.status in IN_HOI]
    return sorted(line.full_name for line in lines if fits(line))


def filter_box(table, text):
    boxes = table.findChildren(QComboBox)
    return next(box for box in boxes if box.accessibleName() == text)


def unfold(table):
    click(button(table, "Lọc thêm"))


def test_all_members_are_seen_and_counted(page, members):
    assert count(members) == MEMBERS
    assert members._count.text() == f"{MEMBERS} hội viên"
    assert f"{MEMBERS} hội viên tính đến hôm nay" in page._purpose.text()


def test_first_letters_of_each_word_find_people(members, store):
    members.filters.search.setFocus()
    type_text(members.filters.search, "ng v a")
    found = sorted(seen(members))
    assert found == lines_by(store, lambda line: line.full_name == "Nguyễn Văn An")
    assert f"{len(found)} / {MEMBERS}" in members._count.text()
    press(members.filters.search, Qt.Key.Key_Escape)
    assert count(members) == MEMBERS


@pytest.mark.parametrize(
    ("text", "choice", "fits"),
    [
        ("Chi hội", "Chi hội 2", lambda line: line.unit_name == "Chi hội 2"),
        ("Chi hội", "– Phân hội A", lambda line: line.sub_unit_name == "Phân hội A"),
        ("Tuổi", "80 – 89", lambda line: 80 <= TODAY.year - line.born_on.year <= 89),
        ("Tuổi", "Mừng thọ năm nay", lambda line: TODAY.year - line.born_on.year in (70, 75, 80)),
        ("Thời kỳ", "Làm nhiệm vụ quốc tế Campuchia", lambda line: "CAMBODIA" in line.periods),
        ("Chính sách", "Có diện chính sách", lambda line: line.policies),
        ("Chính sách", "Không có", lambda line: not line.policies),
        ("Đảng", "Đảng viên", lambda line: line.party_joined_on),
        ("Đảng", "Có Huy hiệu Đảng", lambda line: line.party_badge),
        ("Đảng", "Chưa vào Đảng", lambda line: not line.party_joined_on),
        ("Chức vụ", "Có chức vụ Hội", lambda line: line.hoi_posts),
        ("Chức vụ", "– Chi hội trưởng", lambda line: "Chi hội trưởng" in line.hoi_posts),
        ("Chức vụ", "Có chức danh ngoài Hội", lambda line: line.outside_posts),
        ("Chức vụ", "Không giữ chức", lambda line: not line.hoi_posts and not line.outside_posts),
    ],
)
def test_each_filter_shows_whom_the_books_say(members, store, text, choice, fits):
    unfold(members)
    pick(filter_box(members, text), choice)
    expected = lines_by(store, fits)
    assert 0 < len(expected) < MEMBERS
    assert sorted(seen(members)) == expected


def test_filters_hold_together_and_one_click_shows_all_again(members, store):
    unfold(members)
    pick(filter_box(members, "Chi hội"), "Chi hội 1")
    pick(filter_box(members, "Đảng"), "Đảng viên")
    expected = lines_by(store, lambda m: m.unit_name == "Chi hội 1" and m.party_joined_on)
    assert sorted(seen(members)) == expected
    click(button(members, "Lọc ít lại"))
    assert button(members, "Lọc thêm (1)").isVisible()  # told, though it is folded away
    click(button(members, "Xem tất cả"))
    assert count(members) == MEMBERS


def test_unfolding_leaves_the_acts_where_they_are(members):
    before = button(members, "In phiếu").mapTo(members, QPoint(0, 0)).y()
    unfold(members)
    assert filter_box(members, "Đảng").isVisible()
    assert button(members, "In phiếu").mapTo(members, QPoint(0, 0)).y() == before


@pytest.mark.parametrize(
    ("view", "statuses"),
    [
        ("Đã rời Hội", set(Status) - IN_HOI),
        ("– Miễn sinh hoạt", {Status.EXEMPT}),
        ("– Đã từ trần", {Status.DECEASED}),
        ("Tất cả", set(Status)),
    ],
)
def test_the_view_holds_a_status(page, members, store, view, statuses):
    pick(page._view, view)
    held = [line for line in list_members(store, TODAY) if line.status in statuses]
    assert count(members) == len(held) > 0
    shown = set(seen(members, members.seen().headers.index("Trạng thái")))
    assert shown <= {STATUS[status] for status in statuses}


def test_the_roster_of_another_day(page, members, store):
    day = TODAY.replace(year=2024, month=1, day=1)
    pick_other_day(page)
    form = dialog("Danh sách tại một ngày")
    write(form, "on", "1/1/2024")
    save(form)
    then = [line for line in list_members(store, day) if line.status in IN_HOI]
    assert count(members) == len(then) == 60
    assert "ĐANG XEM TẠI NGÀY 01/01/2024: 60 hội viên" in page._purpose.text()
    pick_other_day(page)
    form = dialog("Danh sách tại một ngày")
    write(form, "on", "")
    save(form)
    assert count(members) == MEMBERS


def test_a_day_that_is_none_is_told_beside_the_field(page):
    pick_other_day(page)
    form = dialog("Danh sách tại một ngày")
    write(form, "on", "31/2/2024")
    save(form)
    assert form.form.field("on").shown_problem
    assert "tính đến hôm nay" in page._purpose.text()


def pick_other_day(page):
    """The last line of the box `Xem`, which opens a dialog at once."""
    page._view.setFocus()
    press(page._view, Qt.Key.Key_End)


def test_columns_are_chosen_and_remembered(desk, store, page, members):
    members.columns._fill_menu()
    line = next(a for a in members.columns._menu.actions() if a.text() == "Quê quán")
    line.trigger()
    assert "Quê quán" in members.seen().headers
    members.columns._later.timeout.emit()
    again = show(MembersPage(desk, store), 1366, 768)
    assert again.members.seen().headers == members.seen().headers


def test_totals_tell_of_what_is_seen(members):
    women = sum(line.sex == "FEMALE" for line in members.seen_lines())
    assert f"Cộng: {MEMBERS}, nữ {women}" in members._totals.accessibleName()
    assert "miễn 1" in members._totals.accessibleName()
    type_text(members.filters.search, "zzz")
    assert not members._totals.isVisible()


def test_the_chosen_person_stays_chosen_when_others_change(page, members):
    choose_row(members, "Trần Thị Yên")
    chosen = [line.person_id for line in members.chosen()]
    page.add_person()
    enter(dialog("Thêm hội viên"), "Bùi Văn Ánh")
    members.choose_ids(chosen)
    page.refresh()
    settle()
    assert [line.person_id for line in members.chosen()] == chosen
    type_text(members.filters.search, "tran thi")
    assert [line.person_id for line in members.chosen()] == chosen


def enter(form, name):
    """Enter somebody who has long been a member."""
    write(form, "full_name", name)
    box = form.form.field("way").findChild(QComboBox)
    pick(box, "Đã là hội viên từ trước, nay mới ghi vào sổ")
    pick(form.form.field("unit").findChild(QComboBox), "Chi hội 2")
    write(form, "joined_on", "2001")
    save(form)


def test_somebody_new_is_chosen_in_the_list(page, members):
    click(button(page, "Thêm hội viên"))
    enter(dialog("Thêm hội viên"), "Bùi Văn Ánh")
    assert [line.full_name for line in members.chosen()] == ["Bùi Văn Ánh"]


def test_a_filter_does_not_hide_somebody_new(page, members):
    type_text(members.filters.search, "tran thi")
    click(button(page, "Thêm hội viên"))
    enter(dialog("Thêm hội viên"), "Bùi Văn Ánh")
    assert members.filters.search.text() == ""
    assert [line.full_name for line in members.chosen()] == ["Bùi Văn Ánh"]


def test_enter_opens_the_file_and_ctrl_n_a_new_one(page, members):
    choose_row(members, "Trần Thị Yên")
    press(members.view, Qt.Key.Key_Return)
    press(dialog("Trần Thị Yên"), Qt.Key.Key_Escape)
    assert dialogs() == []
    page.window().activateWindow()
    settle()
    QTest.keyClick(page.window(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert dialog().windowTitle() == "Thêm hội viên"


def test_a_double_click_opens_the_file(members):
    place = choose_row(members, "Trần Thị Yên")
    QTest.mouseDClick(members.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert dialog().windowTitle() == "Trần Thị Yên"


def test_the_right_button_offers_every_act(members):
    menu, lines = right_click(members, choose_row(members, "Trần Thị Yên"))
    assert list(lines) == [
        "Mở hồ sơ",
        "Ghi biến động",
        "Nhiều người",
        "In phiếu",
        "So sánh hai người",
    ]
    offered = [a.text() for a in lines["Ghi biến động"].menu().actions() if a.isEnabled()]
    assert "Từ trần" in offered
    assert "Kết nạp lại" not in offered  # he is a member
    run_line(menu, lines["Mở hồ sơ"])
    assert dialog().windowTitle() == "Trần Thị Yên"


def test_the_menu_key_and_the_arrows_reach_an_event(members):
    choose_row(members, "Trần Thị Yên")
    opener = button(members, "Ghi biến động")
    opener.setFocus()
    press(opener, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    press(menu, Qt.Key.Key_Down)
    press(menu, Qt.Key.Key_Return)
    assert dialog().windowTitle() == "Ghi chuyển chi hội"


def test_an_empty_roster_says_what_to_do_first(qt_app, desk, tmp_path):
    named = Branch(name="Hội CCB phường Mới", parent="Hội CCB tỉnh", place="Mới")
    wanted = []
    desk.broadcast.wanted.connect(wanted.append)
    with start_branch(DataFolder(tmp_path / "moi"), named) as store:
        page = show(MembersPage(desk, store), 1366, 768)
        note = page.members._note
        assert note._title.text() == "Chưa có hội viên nào"
        click(button(note, "Nhập từ Excel"))
    assert [place.page for place in wanted] == ["exchange"]


def test_who_is_not_found_leads_back_to_all(members):
    type_text(members.filters.search, "không có ai")
    assert count(members) == 0
    click(button(members._note, "Xem tất cả"))
    assert count(members) == MEMBERS


def test_another_page_may_lead_here_with_filters(page, members, store):
    page.show_place(Place("members", filters={"status": "ALL", "period": "CAMBODIA"}))
    expected = [x for x in list_members(store, TODAY) if "CAMBODIA" in x.periods]
    assert count(members) == len(expected)


def test_clubs_are_apart_and_one_of_them_is_admitted(page, members):
    pick(page._view, "Thành viên CLB-CQN")
    assert count(page.clubs) == 4
    assert not members.isVisible()
    name = seen(page.clubs)[0]
    choose_row(page.clubs, name)
    click(button(page.clubs, "Kết nạp vào Hội"))
    form = dialog("Ghi kết nạp")
    write(form, "happened_on", "5/2/2026")
    pick(form.form.field("unit").findChild(QComboBox), "Chi hội 2")
    save(form)
    pick(page._view, "Đang trong Hội")
    assert name in seen(members)
    click(button(page.undo_bar, "Hoàn tác"))
    assert name not in seen(members)


def test_the_keyboard_begins_in_the_search_box_of_the_list_that_is_seen(page, members):
    page.begin()
    assert members.filters.search.hasFocus()
    pick(page._view, "Thành viên CLB-CQN")
    page.begin()
    assert page.clubs.filters.search.hasFocus()


def test_f1_in_a_dialog_asks_for_the_handbook(page, desk):
    asked = []
    desk.broadcast.help_wanted.connect(lambda: asked.append(True))
    click(button(page, "Thêm hội viên"))
    press(dialog("Thêm hội viên"), Qt.Key.Key_F1)
    assert asked == [True]


def test_the_top_of_the_list_is_seen_while_the_rest_is_read(qt_app, store, tmp_path, monkeypatch):
    go, found = threading.Event(), list_members(store, TODAY)

    def slow(of_store, on):
        assert go.wait(5)
        return read_roster(of_store, on)

    monkeypatch.setattr(page_module, "read_roster", slow)
    monkeypatch.setattr(roster_module, "_SEEN_AT_ONCE", 5)
    desk = replace(make_desk(tmp_path / "drafts"), background=Background())
    page = show(MembersPage(desk, store))
    wait_until(lambda: page.members.seen_lines())
    top = [line for line in found[:5] if line.status in IN_HOI]
    assert page.members.seen_lines() == top
    assert "Đang đọc danh sách" in page._purpose.text()
    page.show_place(Place("members", filters={"status": Status.EXEMPT}))
    go.set()
    wait_until(lambda: "tính đến hôm nay" in page._purpose.text())
    assert {line.status for line in page.members.seen_lines()} == {Status.EXEMPT}
    assert page.members.chosen() == []
    assert desk.background.wait()
