"""Recording activities by the keyboard: proposed, kept for the next one, kept over a crash."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ccb_desktop.operations.activities import activities
from ccb_desktop.operations.tasks import handing_out, plan
from ccb_desktop.ui.kit.broadcast import Place
from tests.plans import a_task, an_item
from tests.ui.hands import press, settle
from tests.ui.members.officer import choose, click_row, dialog, fault, save, write

TODAY = date.today()
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def to_the_list(tab):
    """A dialog that has closed leaves the window without the keyboard, where no screen is."""
    tab.window().activateWindow()
    settle()
    tab.table.view.setFocus()


def begin(tab):
    to_the_list(tab)
    QTest.keyClick(tab.table.view, Qt.Key.Key_N, CTRL)
    return dialog("Ghi hoạt động")


def listed(store):
    return activities.list_activities(store, date(2026, 1, 1), TODAY)


def test_a_meeting_takes_one_number_and_one_key(tab, store):
    form = begin(tab)
    write(form, "members_present", "21")
    save(form)
    (line,) = listed(store)
    assert (line.kind_name, line.unit_name) == ("Sinh hoạt chi hội", "Chi hội 1")
    assert line.activity.name == f"Sinh hoạt Chi hội 1 tháng {TODAY.month}"
    assert (line.activity.held_on, line.activity.members_present) == (TODAY, 21)
    assert [one.activity.id for one in tab.table.seen_lines()] == [line.activity.id]
    assert tab._sums.text() == "Cộng: 1 buổi, 21 lượt hội viên."


def test_the_next_one_keeps_kind_unit_and_day_and_gets_its_own_name(tab, store):
    form = begin(tab)
    choose(form, "unit_id", "Chi hội 2")
    write(form, "held_on", "5/3/2026")
    write(form, "members_present", "7")
    QTest.keyClick(form, Qt.Key.Key_S, CTRL | SHIFT)
    settle()
    values = form.form.values()
    assert (values["name"], values["members_present"]) == ("Sinh hoạt Chi hội 2 tháng 3", None)
    choose(form, "kind", "Đối thoại")
    assert form.form.values()["name"] == "Đối thoại Chi hội 2 tháng 3"
    assert form.form.field("people_present").isVisible()
    write(form, "name", "Đối thoại với phường")
    choose(form, "unit_id", "Chi hội 1")
    assert form.form.values()["name"] == "Đối thoại với phường"
    save(form)
    assert sorted(line.activity.name for line in listed(store)) == [
        "Sinh hoạt Chi hội 2 tháng 3",
        "Đối thoại với phường",
    ]
    form = begin(tab)
    assert form.form.values()["kind"] == "DIALOGUE"


def test_what_cannot_be_kept_is_told_beside_its_field(tab, store):
    form = begin(tab)
    write(form, "held_on", "1/1/2100")
    save(form)
    assert "chưa tới" in fault(form, "held_on")
    assert listed(store) == []


def test_what_was_typed_comes_back_after_a_crash(tab, page, desk):
    form = begin(tab)
    choose(form, "kind", "Giám sát")
    write(form, "name", "Giám sát chợ")
    form._keep_draft()
    (draft,) = desk.drafts.left_over()
    form.form.settle()
    form.close()
    page.show_place(Place("activities", filters={"draft": draft}))
    again = dialog("Ghi hoạt động")
    assert again.form.values()["name"] == "Giám sát chợ"
    assert not again._roll_button.isVisible()


def test_enter_corrects_and_delete_takes_out(tab, store):
    form = begin(tab)
    save(form)
    click_row(tab.table, 0)
    press(tab.table.view, Qt.Key.Key_Return)
    form = dialog("Sửa hoạt động")
    write(form, "place", "Nhà văn hóa")
    save(form)
    assert listed(store)[0].activity.place == "Nhà văn hóa"
    to_the_list(tab)
    press(tab.table.view, Qt.Key.Key_Delete)
    assert listed(store) == []


def test_a_task_of_the_unit_and_year_can_be_named(tab, store):
    item = an_item(store, a_task(store, year=TODAY.year), what="Họp dân")
    receivers = handing_out.list_receivers(store, TODAY.year).units
    proposed = handing_out.propose(store, TODAY.year, [item.id], receivers[:1])
    handing_out.hand_out(store, TODAY.year, [one.assignment for one in proposed])
    form = begin(tab)
    form.form.show_tab("Kết quả, kinh phí")
    choose(form, "assignment_id", "Họp dân (Năm)")
    choose(form, "unit_id", "Chi hội 2")
    assert not form.form.field("assignment_id").isVisibleTo(form)
    choose(form, "unit_id", "Chi hội 1")
    choose(form, "assignment_id", "Họp dân (Năm)")
    save(form)
    (line,) = listed(store)
    assert line.activity.assignment_id == plan.list_handed_out(store)[0].id
