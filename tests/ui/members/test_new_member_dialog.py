"""Entering somebody into the roster, by key and mouse: three ways in, namesakes, faults."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ccb_desktop.domain.members.memberships import EventKind, Status
from ccb_desktop.operations.members.people import list_members, load_person_file
from ccb_desktop.ui.kit.broadcast import Place
from tests.ui.hands import button, click, no_box, open_box, press, settle
from tests.ui.members.officer import choose, dialog, dialogs, fault, save, write
from tests.ui.members.small_branch import TODAY

ADMITTED = "Kết nạp mới"
ARRIVED = "Chuyển đến từ Hội khác"
LONG_SINCE = "Đã là hội viên từ trước, nay mới ghi vào sổ"


@pytest.fixture
def form(page):
    click(button(page, "Thêm hội viên"))
    return dialog("Thêm hội viên")


def line_of(store, name):
    [line] = [line for line in list_members(store, TODAY) if line.full_name == name]
    return line


def seen_fields(form):
    return {name for name, field in form.form.fields.items() if field.isVisible()}


def label_of(form, name):
    return form.form.field(name)._label.text()


def test_the_keyboard_begins_with_the_name(form):
    assert form.form.field("full_name").line.hasFocus()


def test_a_new_member_is_admitted(form, store):
    write(form, "full_name", "Cao Văn Ấm")
    write(form, "born_on", "19/5/1958")
    choose(form, "sex", "Nam")
    choose(form, "way", ADMITTED)
    write(form, "happened_on", "3/2/2026")
    write(form, "decision_no", "07/QĐ-CCB")
    choose(form, "unit", "Chi hội 1")
    choose(form, "sub_unit", "Phân hội A")
    write(form, "card_no", "BT0900")
    save(form)
    assert dialogs() == []
    line = line_of(store, "Cao Văn Ấm")
    assert (line.status, line.unit_name, line.sub_unit_name) == (
        Status.ACTIVE,
        "Chi hội 1",
        "Phân hội A",
    )
    assert (str(line.born_on), str(line.joined_on)) == ("19/05/1958", "03/02/2026")
    [event] = load_person_file(store, line.person_id).events
    assert (event.kind, event.decision_no) == (EventKind.ADMITTED, "07/QĐ-CCB")


def test_kinh_is_offered_and_another_people_can_be_written(form, store):
    assert form.form.field("ethnicity").value() == "Kinh"
    write(form, "full_name", "Cao Văn Ấm")
    write(form, "ethnicity", "Tày")
    choose(form, "way", ADMITTED)
    write(form, "happened_on", "3/2/2026")
    choose(form, "unit", "Chi hội 1")
    click(button(form, "Lưu và thêm tiếp"))
    assert form.form.field("ethnicity").value() == "Kinh"
    person_id = line_of(store, "Cao Văn Ấm").person_id
    assert load_person_file(store, person_id).person.ethnicity == "Tày"


def test_somebody_comes_from_another_branch(form, store):
    write(form, "full_name", "Cao Văn Ấm")
    choose(form, "way", ARRIVED)
    write(form, "happened_on", "5/2026")
    write(form, "elsewhere", "Hội CCB phường Bờ Sông")
    write(form, "joined_on", "1995")
    choose(form, "unit", "Chi hội 2")
    save(form)
    line = line_of(store, "Cao Văn Ấm")
    [event] = load_person_file(store, line.person_id).events
    assert (event.kind, str(event.happened_on), event.elsewhere) == (
        EventKind.TRANSFERRED_IN,
        "5/2026",
        "Hội CCB phường Bờ Sông",
    )
    assert str(line.joined_on) == "1995"


def test_somebody_was_a_member_all_along(form, store):
    write(form, "full_name", "Cao Văn Ấm")
    choose(form, "way", LONG_SINCE)
    choose(form, "unit", "Chi hội 2")
    save(form)
    assert "từ ngày nào" in fault(form, "on_roll_from")
    write(form, "joined_on", "1999")
    save(form)
    line = line_of(store, "Cao Văn Ấm")
    file = load_person_file(store, line.person_id)
    assert file.events == ()
    assert str(file.memberships[0].on_roll_from) == "1999"


@pytest.mark.parametrize(
    ("way", "asked", "day"),
    [
        (ADMITTED, {"happened_on", "decision_no", "decision_on"}, "Ngày kết nạp *"),
        (
            ARRIVED,
            {"happened_on", "elsewhere", "decision_no", "decision_on", "joined_on"},
            "Ngày chuyển đến *",
        ),
        (LONG_SINCE, {"joined_on", "on_roll_from"}, ""),
    ],
)
def test_only_what_belongs_to_the_way_is_asked(form, way, asked, day):
    always = seen_fields(form)
    choose(form, "way", way)
    assert seen_fields(form) - always == asked
    if day:
        assert label_of(form, "happened_on") == day


def test_faults_stand_beside_their_fields_and_nothing_is_saved(form, store):
    before = len(list_members(store, TODAY))
    write(form, "born_on", "31/2/1950")
    write(form, "citizen_id", "123")
    choose(form, "way", ADMITTED)
    save(form)
    for name in ("full_name", "born_on", "citizen_id", "happened_on", "unit"):
        assert fault(form, name), name
    assert fault(form, "unit") == "Chưa chọn chi hội."
    assert form.form.field("full_name").line.hasFocus()  # the first of them
    assert len(list_members(store, TODAY)) == before
    write(form, "full_name", "Cao Văn Ấm")
    assert fault(form, "full_name") == ""


def test_a_fault_that_is_hidden_by_now_hinders_nobody(form, store):
    choose(form, "way", ADMITTED)
    write(form, "decision_on", "31/2/2026")
    write(form, "full_name", "Cao Văn Ấm")
    choose(form, "way", LONG_SINCE)
    write(form, "joined_on", "1999")
    choose(form, "unit", "Chi hội 2")
    save(form)
    assert line_of(store, "Cao Văn Ấm")


def test_admitted_before_birth_is_told_although_the_day_of_joining_is_not_asked(form):
    write(form, "full_name", "Cao Văn Ấm")
    write(form, "born_on", "1990")
    choose(form, "way", ADMITTED)
    write(form, "happened_on", "5/2/1980")
    choose(form, "unit", "Chi hội 2")
    save(form)
    assert "đứng trước ngày sinh" in open_box().informativeText() + open_box().text()
    click(button(open_box(), "Đã hiểu"))
    assert form.isVisible()


def test_a_card_of_somebody_else_is_told_with_his_name(form):
    write(form, "full_name", "Cao Văn Ấm")
    choose(form, "way", LONG_SINCE)
    write(form, "joined_on", "1999")
    choose(form, "unit", "Chi hội 2")
    write(form, "card_no", "BT0001")
    save(form)
    assert "Nguyễn Văn An" in fault(form, "card_no")


def test_somebody_of_the_same_name_is_shown_and_led_to(form):
    write(form, "full_name", "tran thi yen")  # without marks he may be meant too
    write(form, "born_on", "1949")
    form._later_look.timeout.emit()
    settle()
    [link] = form._namesakes.findChildren(type(button(form, "Bỏ")))
    assert "sinh 04/08/1949" in link.text()
    click(link)
    assert no_box()
    assert dialog().windowTitle() == "Trần Thị Yên"


def test_another_year_of_birth_is_somebody_else(form):
    write(form, "full_name", "Trần Thị Yên")
    write(form, "born_on", "1962")
    form._later_look.timeout.emit()
    settle()
    assert not form._namesakes.isVisible()


def test_save_and_go_on_asks_for_the_next_one(form, store):
    for name in ("Cao Văn Ấm", "Cao Văn Ấn"):
        write(form, "full_name", name)
        choose(form, "way", LONG_SINCE)
        choose(form, "unit", "Chi hội 2")
        write(form, "joined_on", "1999")
        form.activateWindow()
        settle()
        QTest.keyClick(
            form,
            Qt.Key.Key_S,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        )
        settle()
        assert form.form.field("full_name").value() == ""
        assert form.form.field("full_name").line.hasFocus()
    press(form, Qt.Key.Key_Escape)
    assert dialogs() == []
    assert line_of(store, "Cao Văn Ấm") and line_of(store, "Cao Văn Ấn")


def test_a_double_click_on_save_saves_once(form, store):
    write(form, "full_name", "Cao Văn Ấm")
    choose(form, "way", LONG_SINCE)
    choose(form, "unit", "Chi hội 2")
    write(form, "joined_on", "1999")
    form_button = form.save_button
    QTest.mouseClick(form_button, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(form_button, Qt.MouseButton.LeftButton)
    settle()
    assert line_of(store, "Cao Văn Ấm")
    assert dialogs() == []
    assert no_box()


def test_what_was_typed_is_offered_again_after_a_crash(page, desk, store, form):
    write(form, "full_name", "Cao Văn Ấm")
    choose(form, "way", ARRIVED)
    write(form, "elsewhere", "Hội CCB phường Bờ Sông")
    choose(form, "unit", "Chi hội 1")
    choose(form, "sub_unit", "Phân hội B")
    form._later.timeout.emit()  # he pauses; then the power goes
    form._later.stop()
    form.hide()
    [draft] = desk.drafts.left_over()
    page._acts.go_on(draft)
    again = dialog("Thêm hội viên")
    assert again.form.field("full_name").value() == "Cao Văn Ấm"
    assert again.form.field("sub_unit").isVisible()
    assert again.form.field("elsewhere").isVisible()
    write(again, "happened_on", "5/2/2026")
    save(again)
    assert line_of(store, "Cao Văn Ấm").sub_unit_name == "Phân hội B"
    assert desk.drafts.left_over() == []


def test_a_club_member_half_entered_is_offered_again_after_a_crash(page, desk):
    page._acts.add_club_member()
    form = dialog("Thêm thành viên câu lạc bộ")
    write(form, "full_name", "Cao Thị Lụa")
    form._later.timeout.emit()
    form._later.stop()
    form.hide()
    [draft] = desk.drafts.left_over()
    page.show_place(Place(draft.page, draft.subject, {"draft": draft}))
    again = dialog("Thêm thành viên câu lạc bộ")
    assert again.form.field("full_name").value() == "Cao Thị Lụa"
