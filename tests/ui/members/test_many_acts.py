"""Many people by key and mouse: chosen, changed at once, recorded at once, printed, undone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog

from ccb_desktop.domain.code_lists import Code
from ccb_desktop.domain.members.memberships import IN_HOI, Status
from ccb_desktop.operations import branch, undo
from ccb_desktop.operations.members.people import list_members, load_person_file
from tests.ui.hands import button, click, open_box, settle
from tests.ui.members.many import choose_all, choose_first, press_save, take, told
from tests.ui.members.officer import CTRL, choose, click_row, dialog, fault, pick, write
from tests.ui.members.small_branch import TODAY

MEMBERS = 57
MANY = "Nhiều người"


@pytest.fixture
def members(page):
    return page.members


def people(store, chosen):
    return [load_person_file(store, person_id).person for person_id in chosen]


def ids(table):
    return [line.person_id for line in table.chosen()]


def test_shift_ctrl_and_ctrl_a_choose_and_the_count_is_told(members):
    choose_first(members, 4)
    assert len(members.chosen()) == 4
    place = members.view.visualRect(members.model.index(1, 0)).center()
    QTest.mouseClick(members.view.viewport(), Qt.MouseButton.LeftButton, CTRL, place)
    settle()
    assert len(members.chosen()) == 3
    assert "đang chọn 3" in members._count.text()
    choose_all(members)
    assert f"đang chọn {MEMBERS}" in members._count.text()


def test_all_that_are_seen_are_chosen_from_the_menu(members, page):
    pick(page._view, "– Miễn sinh hoạt")
    take(members, MANY, "Chọn tất cả đang thấy (Ctrl+A)")
    assert {line.status for line in members.chosen()} == {Status.EXEMPT}


def test_one_field_of_everybody_is_seen_written_and_undone(members, page, store):
    choose_all(members)
    before = people(store, ids(members))
    take(members, MANY, "Sửa một mục")
    form = dialog("Sửa một mục")
    choose(form, "_field", "Tổ dân phố")
    write(form, "street_group", "Tổ 3")
    form.look()
    same = sum(person.street_group == "Tổ 3" for person in before)
    assert form._sentence.text() == (
        f"Sẽ sửa {MEMBERS - same} người · {same} người đã đúng như vậy"
    )
    press_save(form)
    assert {person.street_group for person in people(store, ids(members))} == {"Tổ 3"}
    assert undo.list_actions(store)[0].label == f"Sửa Tổ dân phố của {MEMBERS - same} người"
    click(button(page.window(), "Hoàn tác"))
    assert people(store, ids(members)) == before


def test_who_is_refused_stands_first_with_the_rule_and_is_left_alone(members, store):
    choose_all(members)
    chosen = people(store, ids(members))
    take(members, MANY, "Sửa một mục")
    form = dialog("Sửa một mục")
    choose(form, "_field", "Nhập ngũ")
    write(form, "enlisted_on", "1960")
    form.look()
    young = [p for p in chosen if p.born_on.year > 1960]
    assert young
    refused = [line for line in form.plan_table.seen_lines() if line.note]
    assert len(refused) == len(young)
    assert form.plan_table.seen_lines()[: len(young)] == refused
    assert "đứng trước ngày sinh" in refused[0].note
    press_save(form)
    assert all(p.enlisted_on.year != 1960 for p in people(store, [p.id for p in young]))


def test_a_number_of_one_person_s_own_is_refused_for_all(members):
    choose_first(members, 3)
    take(members, MANY, "Sửa một mục")
    form = dialog("Sửa một mục")
    choose(form, "_field", "CCCD")
    write(form, "citizen_id", "001052000001")
    form.look()
    assert all("mỗi người một số" in note for note in told(form).values())
    press_save(form)
    assert fault(form, "citizen_id")
    assert dialog("Sửa một mục") is form


def test_tags_are_added_to_many(members, store):
    branch.save_code(store, Code(list_name="TAG", code="", label="Hiến máu"))
    choose_first(members, 5)
    take(members, MANY, "Gắn, bỏ nhãn")
    form = dialog("Sửa một mục")
    click(form.form.field("tags").findChild(QCheckBox))
    form.look()
    press_save(form)
    assert [person.tags for person in people(store, ids(members))] == [{"Hiến máu"}] * 5
    assert undo.list_actions(store)[0].label == "Sửa Nhãn của 5 người"


def test_one_decision_for_many_leaves_out_whom_it_cannot_concern(members, page, store):
    pick(page._view, "Tất cả")
    choose_all(members)
    statuses = {line.person_id: line.status for line in members.chosen()}
    take(members, "Ghi biến động", "Miễn sinh hoạt")
    form = dialog("miễn sinh hoạt cho nhiều người")
    assert form._sentence.text() == "Ghi ngày để xem ghi được cho những ai"
    write(form, "happened_on", "1/6/2026")
    write(form, "decision_no", "15/QĐ-CCB")
    form.look()
    can = [one for one, status in statuses.items() if status in IN_HOI - {Status.EXEMPT}]
    assert f"Sẽ ghi cho {len(can)} người" in form._sentence.text()
    assert "Đang miễn sinh hoạt rồi." in "".join(told(form).values())
    press_save(form)
    now = {line.person_id: line.status for line in list_members(store, TODAY)}
    assert {one for one in now if now[one] is Status.EXEMPT} >= set(can)
    assert undo.list_actions(store)[0].label == f"Ghi miễn sinh hoạt: {len(can)} người"
    click(button(page.window(), "Hoàn tác"))
    assert {line.person_id: line.status for line in list_members(store, TODAY)} == statuses


def test_a_whole_phan_hoi_moves(members, page, store):
    pick(page._view, "Đang trong Hội")
    members.filters.choose("Chi hội", 4)
    choose_all(members)
    moved = ids(members)
    take(members, "Ghi biến động", "Chuyển chi hội")
    form = dialog("chuyển chi hội cho nhiều người")
    write(form, "happened_on", "1/6/2026")
    choose(form, "unit", "Chi hội 2")
    form.look()
    assert {(line.before, line.after) for line in form.plan_table.seen_lines()} == {
        ("Chi hội 1", "Chi hội 2")
    }
    press_save(form)
    units = {line.person_id: line.unit_name for line in list_members(store, TODAY)}
    assert {units[one] for one in moved} == {"Chi hội 2"}


def test_members_of_a_club_are_admitted_together(page, store):
    pick(page._view, "Thành viên CLB-CQN")
    choose_all(page.clubs)
    chosen = ids(page.clubs)
    click(button(page.clubs, "Kết nạp vào Hội"))
    form = dialog("kết nạp cho nhiều người")
    write(form, "happened_on", "1/6/2026")
    choose(form, "unit", "Chi hội Rạch Cát")
    form.look()
    can = [line.person_id for line in form.plan_table.seen_lines() if not line.note]
    press_save(form)
    lines = {line.person_id: line for line in list_members(store, TODAY)}
    assert can
    assert set(can) <= set(chosen)
    assert {lines[one].unit_name for one in can} == {"Chi hội Rạch Cát"}


def test_a_decision_for_nobody_is_told_beside_the_day(members):
    choose_first(members, 3)
    take(members, "Ghi biến động", "Xóa tên")
    form = dialog("xóa tên cho nhiều người")
    write(form, "happened_on", "1/6/1980")
    form.look()
    press_save(form)
    assert "Không ghi được cho ai" in fault(form, "happened_on")


def test_a_death_is_recorded_for_one_only(members):
    choose_first(members, 2)
    acts = {act.label: act for act, _action in members._acts._pairs}
    assert not acts["Từ trần"].fits(members.chosen())
    click_row(members, 0)
    assert acts["Từ trần"].fits(members.chosen())


@pytest.mark.parametrize("line", ["In thẻ", "In nhãn địa chỉ"])
def test_cards_and_labels_are_written_for_those_chosen(members, tmp_path, line):
    choose_first(members, 3)
    take(members, MANY, line)
    asking = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog))
    out = Path(tmp_path / "ra.docx")
    asking.fileSelected.emit(str(out))
    settle()
    assert out.exists()
    assert "ra.docx" in open_box().text() + open_box().informativeText()
