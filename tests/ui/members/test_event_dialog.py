"""Every event of a member's life, recorded by key and mouse and undone from the bar."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ccb_desktop.domain.labels import EVENT_KIND
from ccb_desktop.domain.members.memberships import EventKind, Status
from ccb_desktop.domain.roster_words import RosterWords
from ccb_desktop.operations.members.people import list_members, load_person_file
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.members.event_dialog import decision_field
from ccb_desktop.ui.members.event_fields import kinds_for
from ccb_desktop.ui.members.events_list import EventsList
from tests.ui.hands import button, click, no_box, open_box, press, settle
from tests.ui.members.officer import (
    choose,
    choose_row,
    click_row,
    dialog,
    dialogs,
    fault,
    list_on,
    open_file,
    pick,
    run_line,
    save,
    write,
)
from tests.ui.members.small_branch import TODAY

ACTIVE, EXEMPT, GONE = "Trần Thị Yên", "Đặng Văn Mai", "Lê Văn An"  # the last was struck off

EVENTS = [
    (EventKind.MOVED_UNIT, ACTIVE, {"unit": "Chi hội Rạch Cát"}, Status.ACTIVE),
    (EventKind.EXEMPTED, ACTIVE, {"reason": "Đau yếu"}, Status.EXEMPT),
    (EventKind.RESUMED, EXEMPT, {"decision_no": "31/QĐ-CCB"}, Status.ACTIVE),
    (EventKind.SUSPENDED, ACTIVE, {"reason": "Chờ xem xét"}, Status.SUSPENDED),
    (EventKind.TRANSFERRED_OUT, ACTIVE, {"elsewhere": "Hội CCB xã Bãi"}, Status.TRANSFERRED_OUT),
    (EventKind.STRUCK_OFF, ACTIVE, {"decision_no": "32/QĐ-CCB"}, Status.STRUCK_OFF),
    (EventKind.RESIGNED, ACTIVE, {"reason": "Theo con đi xa"}, Status.RESIGNED),
    (EventKind.EXPELLED, ACTIVE, {"decision_no": "33/QĐ-CCB"}, Status.EXPELLED),
    (EventKind.DECEASED, ACTIVE, {"reason": "Bệnh tim"}, Status.DECEASED),
    (EventKind.READMITTED, GONE, {"unit": "Chi hội 2"}, Status.ACTIVE),
    (EventKind.TRANSFERRED_IN, "Trần Quốc Phúc", {"unit": "Chi hội 2"}, Status.ACTIVE),
]


def start(page, kind, name):
    """Choose a person, open the menu of events and take one."""
    pick(page._view, "Tất cả")
    choose_row(page.members, name)
    opener = button(page.members, "Ghi biến động")
    opener.setFocus()
    press(opener, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    line = next(a for a in menu.actions() if a.text() == EVENT_KIND[kind])
    assert line.isEnabled()
    run_line(menu, line)
    return dialog()


def line_of(store, name):
    return next(line for line in list_members(store, TODAY) if line.full_name == name)


@pytest.mark.parametrize(("kind", "name", "told", "status"), EVENTS, ids=lambda v: str(v)[:12])
def test_each_kind_is_recorded_and_undone(page, store, kind, name, told, status):
    before = line_of(store, name)
    form = start(page, kind, name)
    assert form.form.field("happened_on").line.hasFocus()
    write(form, "happened_on", "5/2/2026")
    for field, text in told.items():
        (choose if field == "unit" else write)(form, field, text)
    save(form)
    assert dialogs() == []
    after = line_of(store, name)
    assert after.status is status
    event = load_person_file(store, after.person_id).events[-1]
    assert (event.kind, str(event.happened_on)) == (kind, "05/02/2026")
    for field, text in told.items():
        kept = after.unit_name if field == "unit" else getattr(event, field)
        assert kept == text
    click(button(page.undo_bar, "Hoàn tác"))
    assert line_of(store, name) == before
    click(button(page.undo_bar, "Làm lại"))
    assert line_of(store, name).status is status


def test_a_death_is_written_into_the_file_as_far_as_it_is_known(page, store):
    form = start(page, EventKind.DECEASED, ACTIVE)
    write(form, "happened_on", "2/2026")
    save(form)
    died = load_person_file(store, line_of(store, ACTIVE).person_id).person.died_on
    assert str(died) == "2/2026"
    click(button(page.undo_bar, "Hoàn tác"))
    assert load_person_file(store, line_of(store, ACTIVE).person_id).person.died_on is None


@pytest.mark.parametrize(
    ("kind", "name", "sentence"),
    [
        (EventKind.EXEMPTED, ACTIVE, "Báo cáo chi hội lần đầu khoảng ngày 05/05/2026."),
        (EventKind.SUSPENDED, ACTIVE, "Đình chỉ tối đa"),
        (EventKind.TRANSFERRED_OUT, ACTIVE, "Giấy giới thiệu và hồ sơ nộp trong"),
        (EventKind.RESIGNED, ACTIVE, "sau này không được kết nạp lại"),
        (EventKind.READMITTED, GONE, "Chỉ kết nạp lại một lần"),
        (EventKind.EXPELLED, ACTIVE, "30 ngày làm việc"),
    ],
    ids=str,
)
def test_the_rule_is_told_while_the_day_is_typed(page, kind, name, sentence):
    form = start(page, kind, name)
    write(form, "happened_on", "5/2/2026")
    assert form._reminder.isVisible()
    assert sentence in form._reminder._text.text()


def test_a_day_to_come_is_doubted_but_not_refused(page):
    form = start(page, EventKind.STRUCK_OFF, ACTIVE)
    write(form, "happened_on", f"1/1/{TODAY.year + 1}")
    assert "Ngày này chưa đến" in form._reminder._text.text()


def test_what_cannot_follow_is_told_beside_the_field(page, store):
    form = start(page, EventKind.MOVED_UNIT, ACTIVE)
    save(form)
    assert fault(form, "happened_on") == "Chưa ghi ngày chuyển."
    write(form, "happened_on", "5/2/2026")
    choose(form, "unit", line_of(store, ACTIVE).unit_name)
    save(form)
    assert "phải khác chi hội" in fault(form, "unit")
    choose(form, "unit", "Chi hội 1")
    save(form)
    assert line_of(store, ACTIVE).unit_name == "Chi hội 1"


def test_an_exemption_that_ends_before_it_begins(page):
    form = start(page, EventKind.EXEMPTED, ACTIVE)
    write(form, "happened_on", "5/2/2026")
    write(form, "until_on", "1/2/2026")
    save(form)
    assert fault(form, "until_on") == "Ngày hết hạn đứng trước ngày bắt đầu."


def test_leaving_half_way_asks_once_and_keeps_nothing(page, store, desk):
    form = start(page, EventKind.STRUCK_OFF, ACTIVE)
    write(form, "reason", "Bỏ sinh hoạt")
    press(form, Qt.Key.Key_Escape)
    click(button(open_box(), "Gõ tiếp"))
    assert form.isVisible()
    form.activateWindow()
    press(form, Qt.Key.Key_Escape)
    click(button(open_box(), "Bỏ những gì vừa gõ"))
    assert dialogs() == []
    assert no_box()
    assert line_of(store, ACTIVE).status is Status.ACTIVE
    assert desk.drafts.left_over() == []


def test_a_crash_half_way_leaves_a_draft_that_opens_again(page, store, desk):
    form = start(page, EventKind.STRUCK_OFF, ACTIVE)
    write(form, "reason", "Bỏ sinh hoạt")
    form._later.timeout.emit()
    form._later.stop()
    form.hide()
    [draft] = desk.drafts.left_over()
    assert draft.title == "Ghi xóa tên"
    page._acts.go_on(draft)
    again = dialog("Ghi xóa tên")
    assert again.form.field("reason").value() == "Bỏ sinh hoạt"
    write(again, "happened_on", "5/2/2026")
    save(again)
    assert line_of(store, ACTIVE).status is Status.STRUCK_OFF


def test_nothing_is_offered_after_death():
    assert kinds_for(Status.DECEASED) == []
    assert EventKind.READMITTED in kinds_for(Status.STRUCK_OFF)


def test_an_event_typed_in_the_file_is_offered_again_after_a_crash(page, desk):
    file_form = open_file(page, EXEMPT, "Hội")
    file_form.findChild(EventsList)._record(EventKind.DECEASED, [])
    form = dialog("Ghi từ trần")
    write(form, "reason", "Tuổi già")
    form._later.timeout.emit()
    form._later.stop()
    form.hide()
    file_form.hide()
    [draft] = desk.drafts.left_over()
    page.show_place(Place(draft.page, draft.subject, {"draft": draft}))
    assert dialog("Ghi từ trần").form.field("reason").value() == "Tuổi già"


def test_an_event_is_corrected_from_the_file(page, store):
    form = open_file(page, EXEMPT, "Hội")
    table = list_on(form, EventsList)
    click_row(table, 0)
    click(button(table, "Sửa biến động"))
    correcting = dialog("Sửa biến động")
    assert correcting.form.field("reason").value() == "Tuổi cao"
    write(correcting, "happened_on", "17/5/2025")
    save(correcting)
    file = load_person_file(store, line_of(store, EXEMPT).person_id)
    [event] = file.events
    assert (event.kind, str(event.happened_on)) == (EventKind.EXEMPTED, "17/05/2025")
    assert table.seen().rows[0][0] == "17/05/2025"
    assert "từ 17/05/2025" in form._intro.text()


def test_an_event_is_taken_out_by_the_delete_key_and_comes_back(page, store):
    form = open_file(page, EXEMPT, "Hội")
    table = list_on(form, EventsList)
    click_row(table, 0)
    press(table.view, Qt.Key.Key_Delete)
    assert line_of(store, EXEMPT).status is Status.ACTIVE
    assert table.seen_lines() == []
    page.undo_bar.undo_last()
    settle()
    assert line_of(store, EXEMPT).status is Status.EXEMPT
    assert len(table.seen_lines()) == 1


def test_the_file_tells_from_where_to_where_he_moved(page):
    table = list_on(open_file(page, "Hoàng Minh Sơn", "Hội"), EventsList)
    place = table.seen().headers.index("Chi hội")
    assert table.seen().rows[0][place] == "Chi hội 2 → Chi hội Rạch Cát"


def test_the_number_of_a_decision_is_offered_from_the_register():
    words = RosterWords(on=TODAY, decisions=(("05/QĐ-CCB", "Xóa tên: Trần Văn Một"),))

    field = decision_field(words, "Số quyết định")

    assert [one.line for one in field.suggestions._provide("tran van")] == [
        "05/QĐ-CCB · Xóa tên: Trần Văn Một"
    ]
