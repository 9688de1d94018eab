"""The page Đơn vị by key and mouse: founded, corrected, renamed, parted, ended."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QMainWindow

from ccb_desktop.domain.members.memberships import IN_HOI, EventKind, MembershipEvent
from ccb_desktop.domain.members.units import UnitKind
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.operations import undo
from ccb_desktop.operations.members.events import record_event
from ccb_desktop.operations.members.people import list_club_members, list_members
from ccb_desktop.operations.members.units import list_units, save_unit
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.undo_bar import UndoBar
from ccb_desktop.ui.members.unit_changes.ward_dialog import WardDialog
from ccb_desktop.ui.members.units_page import UnitsPage
from tests.ui.hands import button, click, open_box, press, settle, show
from tests.ui.members.officer import (
    choose,
    click_row,
    dialog,
    dialogs,
    fault,
    pick,
    right_click,
    run_line,
    save,
    seen,
    write,
)
from tests.ui.members.small_branch import TODAY

ALL = [
    "Chi hội 1",
    "–  Phân hội A",
    "–  Phân hội B",
    "Chi hội 2",
    "Chi hội Rạch Cát",
    "CLB Cựu quân nhân phường",
]


@pytest.fixture
def units(qt_app, desk, store):
    made = UnitsPage(desk, store)
    window = QMainWindow()
    window.setCentralWidget(made)
    made.frame = window  # Python lets go of a window nobody holds
    made.undo_bar = UndoBar(
        window, desk.broadcast, desk.background, lambda action_id: undo.undo(store, action_id)
    )
    show(window, 1366, 768)
    return made


def select(units, name):
    return click_row(units.table, seen(units.table).index(name))


def act(units, name, text):
    """Choose a unit and press a button."""
    select(units, name)
    click(button(units.table, text))


def unit(store, name):
    return next(u for u in list_units(store) if u.name == name)


def members_in(store, name):
    lines = list_members(store, TODAY)
    return {m.full_name for m in lines if m.unit_name == name and m.status in IN_HOI}


def test_parts_stand_behind_their_chi_hoi_and_clubs_last(units, store):
    assert seen(units.table) == ALL
    told = units.table._totals.accessibleName()
    assert str(sum(m.status in IN_HOI for m in list_members(store, TODAY))) in told


def test_a_chi_hoi_is_founded(units, store):
    QTest.keyClick(units.window(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = dialog("Lập đơn vị")
    save(form)
    assert fault(form, "kind") == "Chưa chọn loại."
    assert fault(form, "name") == "Chưa ghi tên đơn vị."
    choose(form, "kind", "Chi hội")
    assert form.form.field("code").value() == "CH4"
    assert not form.form.field("parent").isVisible()
    for name, text in (
        ("name", "Chi hội Gò Mới"),
        ("founded_on", "6/2025"),
        ("former_ward", "Phường Gò"),
        ("contact_name", "Lê Văn Ổn"),
        ("contact_phone", "0909 111 222"),
        ("note", "Tách từ Chi hội 1"),
    ):
        write(form, name, text)
    save(form)
    made = unit(store, "Chi hội Gò Mới")
    assert (made.code, made.kind, str(made.founded_on), made.former_ward, made.contact_name) == (
        "CH4",
        UnitKind.CHI_HOI,
        "6/2025",
        "Phường Gò",
        "Lê Văn Ổn",
    )
    click(button(units.undo_bar, "Hoàn tác"))
    assert seen(units.table) == ALL


def test_several_are_founded_one_after_the_other_each_with_its_own_code(units, store):
    click(button(units, "Lập đơn vị"))
    form = dialog("Lập đơn vị")
    for name in ("Chi hội X", "Chi hội Y"):
        choose(form, "kind", "Chi hội")
        write(form, "name", name)
        click(button(form, "Lưu và thêm tiếp"))
    assert [unit(store, name).code for name in ("Chi hội X", "Chi hội Y")] == ["CH4", "CH5"]


def test_a_code_that_was_typed_stays_when_the_kind_changes(units):
    click(button(units, "Lập đơn vị"))
    form = dialog("Lập đơn vị")
    write(form, "code", "GO")
    choose(form, "kind", "Phân hội")
    assert form.form.field("code").value() == "GO"
    assert form.form.field("parent").isVisible()
    assert form.form.field("parent")._label.text().endswith("*")


def test_a_phan_hoi_is_founded_in_its_chi_hoi(units, store):
    act(units, "Chi hội 2", "Lập phân hội")
    form = dialog("Lập đơn vị")
    write(form, "name", "Phân hội C")
    save(form)
    made = unit(store, "Phân hội C")
    assert (made.kind, made.parent_id) == (UnitKind.PHAN_HOI, unit(store, "Chi hội 2").id)
    assert seen(units.table).index("–  Phân hội C") == seen(units.table).index("Chi hội 2") + 1


def test_a_name_and_a_code_are_given_once(units):
    click(button(units, "Lập đơn vị"))
    form = dialog("Lập đơn vị")
    choose(form, "kind", "Chi hội")
    write(form, "name", "chi hoi 2")
    write(form, "code", "ch1")
    save(form)
    assert fault(form, "name") == "Đã có đơn vị mang tên này."
    assert fault(form, "code") == "Mã này đang dùng cho Chi hội 1."


def test_a_unit_is_corrected_from_the_menu_of_the_right_button(units, store):
    menu, lines = right_click(units.table, select(units, "Chi hội 2"))
    run_line(menu, lines["Sửa"])
    form = dialog("Sửa Chi hội 2")
    write(form, "name", "Chi hội Hai")
    write(form, "contact_phone", "0909 000 999")
    save(form)
    assert [n.name for n in unit(store, "Chi hội Hai").names] == ["Chi hội Hai"]
    assert unit(store, "Chi hội Hai").contact_phone == "0909 000 999"


def test_a_unit_is_renamed_from_a_day_on_and_keeps_its_earlier_names(units, store):
    act(units, "Chi hội 2", "Đổi tên")
    form = dialog("Đổi tên Chi hội 2")
    write(form, "name", "Chi hội Bến Đò")
    save(form)
    assert fault(form, "from_on") == "Chưa ghi từ ngày."
    write(form, "from_on", "1/7/2025")
    save(form)
    renamed = unit(store, "Chi hội Bến Đò")
    assert renamed.name_on(TODAY.replace(year=2025, month=1, day=1)) == "Chi hội 2"

    act(units, "Chi hội Bến Đò", "Sửa")
    form = dialog("Sửa Chi hội Bến Đò")
    write(form, "from_on", "15/7/2025")
    names = form.form.field("names").table
    assert seen(names) == ["Chi hội 2"]
    click_row(names, 0)
    press(names.view, Qt.Key.Key_Return)
    small = dialog("Tên trước đây")
    write(small, "name", "Chi hội số 2")
    save(small)
    dialog("Sửa Chi hội Bến Đò")
    save(form)
    kept = [(n.name, str(n.from_on or "")) for n in unit(store, "Chi hội Bến Đò").names]
    assert kept == [("Chi hội số 2", ""), ("Chi hội Bến Đò", "15/07/2025")]


def test_an_earlier_name_cannot_begin_after_the_present_one(units, store):
    act(units, "Chi hội 2", "Đổi tên")
    form = dialog("Đổi tên Chi hội 2")
    write(form, "name", "Chi hội Bến Đò")
    write(form, "from_on", "2020")
    save(form)
    act(units, "Chi hội Bến Đò", "Sửa")
    form = dialog("Sửa Chi hội Bến Đò")
    names = form.form.field("names").table
    click_row(names, 0)
    press(names.view, Qt.Key.Key_Return)
    small = dialog("Tên trước đây")
    write(small, "from_on", "2022")
    save(small)
    dialog("Sửa Chi hội Bến Đò")
    save(form)
    assert "phải có từ sau" in fault(form, "from_on")


def test_a_chi_hoi_ends_and_its_members_go_on_in_another(units, store):
    moving, staying = members_in(store, "Chi hội Rạch Cát"), members_in(store, "Chi hội 2")
    act(units, "Chi hội Rạch Cát", "Kết thúc")
    form = dialog("Kết thúc Chi hội Rạch Cát")
    assert any(
        f"Đang có {len(moving)} hội viên" in said.text() for said in form.findChildren(QLabel)
    )
    write(form, "ended_on", "31/3/2026")
    save(form)
    assert "chọn đơn vị nhận" in fault(form, "successor_id")
    choose(form, "successor_id", "Chi hội 2")
    save(form)
    assert members_in(store, "Chi hội 2") == staying
    save(form)
    assert members_in(store, "Chi hội 2") == moving | staying
    assert members_in(store, "Chi hội Rạch Cát") == set()
    ended = unit(store, "Chi hội Rạch Cát")
    assert (str(ended.ended_on), ended.successor_id) == (
        "31/03/2026",
        unit(store, "Chi hội 2").id,
    )
    pick(units.table.findChild(QComboBox), "Đã kết thúc")
    assert seen(units.table) == ["Chi hội Rạch Cát"]
    select(units, "Chi hội Rạch Cát")
    assert not button(units.table, "Kết thúc").isEnabled()
    click(button(units.undo_bar, "Hoàn tác"))
    assert members_in(store, "Chi hội Rạch Cát") == moving


def test_the_end_of_a_unit_is_corrected_or_taken_back(units, store):
    act(units, "Chi hội 2", "Sửa")
    form = dialog("Sửa Chi hội 2")
    assert "ended_on" not in form.form.values()  # it has not ended
    form.reject()
    known = unit(store, "Chi hội Rạch Cát")
    ended = replace(known, ended_on=PartialDate(2026), successor_id=unit(store, "Chi hội 1").id)
    units.desk.broadcast.send(save_unit(store, ended))
    settle()
    act(units, "Chi hội Rạch Cát", "Sửa")
    form = dialog("Sửa Chi hội Rạch Cát")
    write(form, "ended_on", "31/3/2026")
    choose(form, "successor_id", "Chi hội 2")
    save(form)
    kept = unit(store, "Chi hội Rạch Cát")
    assert (str(kept.ended_on), kept.successor_id) == (
        "31/03/2026",
        unit(store, "Chi hội 2").id,
    )
    line = next(u for u in units.table.seen_lines() if u.name == "Chi hội Rạch Cát")
    assert line.successor_name == "Chi hội 2"
    act(units, "Chi hội Rạch Cát", "Sửa")
    form = dialog("Sửa Chi hội Rạch Cát")
    write(form, "ended_on", "")
    save(form)
    assert unit(store, "Chi hội Rạch Cát") == replace(known, ended_on=None, successor_id=None)


def test_the_members_of_a_phan_hoi_stay_in_their_chi_hoi(units, store):
    before = members_in(store, "Chi hội 1")
    act(units, "–  Phân hội A", "Kết thúc")
    form = dialog("Kết thúc Phân hội A")
    write(form, "ended_on", "31/3/2026")
    save(form)
    save(form)
    assert members_in(store, "Chi hội 1") == before
    assert all(m.sub_unit_name != "Phân hội A" for m in list_members(store, TODAY))


def test_the_parts_of_a_chi_hoi_end_with_it(units, store):
    act(units, "Chi hội 1", "Kết thúc")
    form = dialog("Kết thúc Chi hội 1")
    write(form, "ended_on", "31/3/2026")
    choose(form, "successor_id", "Chi hội 2")
    save(form)
    save(form)
    ended = {one.name for one in list_units(store) if one.ended_on is not None}
    assert ended == {"Chi hội 1", "Phân hội A", "Phân hội B"}


def test_whoever_is_in_a_club_that_ends_leaves_it(units, store):
    act(units, "CLB Cựu quân nhân phường", "Kết thúc")
    form = dialog("Kết thúc CLB")
    write(form, "ended_on", "31/3/2026")
    save(form)
    save(form)
    assert {str(line.ended_on) for line in list_club_members(store)} == {"31/03/2026"}


def test_enter_leads_to_the_members_of_a_unit(units, store, desk):
    wanted = []
    desk.broadcast.wanted.connect(wanted.append)
    select(units, "Chi hội 2")
    press(units.table.view, Qt.Key.Key_Return)
    select(units, "CLB Cựu quân nhân phường")
    press(units.table.view, Qt.Key.Key_Return)
    assert [place.filters for place in wanted] == [
        {"unit": unit(store, "Chi hội 2").id},
        {"status": "CLUBS"},
    ]


def test_the_search_leads_to_a_unit(units, store):
    units.show_place(Place("units", unit(store, "Chi hội 2").id))
    assert [line.name for line in units.table.chosen()] == ["Chi hội 2"]


def test_the_count_follows_the_events_of_the_roster(units, store, desk):
    place = seen(units.table).index("Chi hội 2")
    before = int(units.table.seen().rows[place][2])
    line = next(m for m in list_members(store, TODAY) if m.unit_name == "Chi hội 1")
    event = MembershipEvent(
        membership_id=line.membership_id,
        kind=EventKind.MOVED_UNIT,
        happened_on=PartialDate.of(TODAY),
        unit_id=unit(store, "Chi hội 2").id,
    )
    desk.broadcast.send(record_event(store, event))
    settle()
    assert int(units.table.seen().rows[place][2]) == before + 1
    assert dialogs() == []


def crash(form):
    """The program dies while a form is typed in."""
    form._later.timeout.emit()
    form._later.stop()
    form.hide()


@pytest.mark.parametrize(
    ("text", "title", "field"),
    [
        ("Sửa", "Sửa Chi hội 2", "contact_name"),
        ("Đổi tên", "Đổi tên Chi hội 2", "name"),
    ],
)
def test_what_was_typed_of_a_unit_is_offered_again_after_a_crash(units, desk, text, title, field):
    act(units, "Chi hội 2", text)
    form = dialog(title)
    write(form, field, "Bến Đò Mới")
    crash(form)
    [draft] = desk.drafts.left_over()
    units.show_place(Place(draft.page, draft.subject, {"draft": draft}))
    assert dialog(title).form.field(field).value() == "Bến Đò Mới"


def test_a_unit_half_founded_is_offered_again_after_a_crash(units, desk, store):
    click(button(units, "Lập đơn vị"))
    form = dialog("Lập đơn vị")
    choose(form, "kind", "Chi hội")
    write(form, "name", "Chi hội Cầu Ván")
    crash(form)
    [draft] = desk.drafts.left_over()
    units.show_place(Place(draft.page, draft.subject, {"draft": draft}))
    save(dialog("Lập đơn vị"))
    assert unit(store, "Chi hội Cầu Ván").kind is UnitKind.CHI_HOI
    assert desk.drafts.left_over() == []


def test_a_draft_of_a_unit_that_is_gone_is_told(units, desk):
    act(units, "Chi hội 2", "Đổi tên")
    form = dialog("Đổi tên Chi hội 2")
    write(form, "name", "Chi hội Bến Đò")
    crash(form)
    [draft] = desk.drafts.left_over()
    units.show_place(Place(draft.page, 9_999, {"draft": replace(draft, subject=9_999)}))
    assert "không còn trong sổ" in open_box().text()
    assert dialogs() == []


def test_a_ward_whose_list_came_with_a_package_is_led_to(units, tmp_path):
    files = [tmp_path / "so-lieu.xlsx"]
    units.show_place(Place("units", filters={"act": "ward", "files": files}))
    settle()
    (guide,) = (one for one in units.findChildren(WardDialog) if one.isVisible())
    assert "so-lieu.xlsx" in guide._chosen.text()
