"""Saving, going on, leaving, and what a crash leaves behind."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import AlreadyDone, Invalid, Locked
from ccb_desktop.ui.kit.choice_fields import ChoiceField, YesNoField
from ccb_desktop.ui.kit.date_field import DateField
from ccb_desktop.ui.kit.drafts import Drafts
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.paths_field import PathsField
from ccb_desktop.ui.kit.text_fields import LongTextField, NumberField, TextField
from tests.ui.hands import button, click, no_box, open_box, press, settle, show, type_text
from tests.ui.pictures import cut_off, nameless

CHANGE = Change(5, "Thêm hội viên An", frozenset({"person"}))


class Office:
    """What saving does, and what it was given."""

    def __init__(self):
        self.saved = []
        self.error = None

    def save(self, values, form_id):
        if self.error is not None:
            raise self.error
        self.saved.append((values, form_id))
        return CHANGE


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def dialog(qt_app, office, tmp_path):
    page = show(QWidget())
    form = Form()
    form.add_tab("Hồ sơ")
    form.add([TextField("full_name", "Họ và tên", required=True)])
    form.add_tab("Quân ngũ")
    form.add(
        [NumberField("rate", "Tỷ lệ", most=100), TextField("rank", "Cấp bậc")], heading="Chung"
    )
    made = FormDialog(page, "Thêm hội viên", form, office.save, more=True)
    made.keep_drafts(Drafts(tmp_path), page="members", kind="member")
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # the tests look at it closed
    made.open()
    made.activateWindow()
    settle()
    yield made
    page.close()


def typed(dialog, name, text):
    dialog.form.show_field(name)
    type_text(dialog.form.field(name).line, text)


def test_it_begins_in_the_first_field(dialog):
    assert dialog.focusWidget() is dialog.form.field("full_name").line


def test_ctrl_s_saves_and_closes(dialog, office):
    heard = []
    dialog.saved.connect(heard.append)
    typed(dialog, "full_name", "Nguyễn Văn An")
    press(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    values, form_id = office.saved[0]
    assert values == {"full_name": "Nguyễn Văn An", "rate": None, "rank": ""}
    assert len(form_id) == 32
    assert heard == [CHANGE]
    assert not dialog.isVisible()


def test_problems_are_marked_on_their_tabs_and_nothing_is_saved(dialog, office):
    typed(dialog, "rate", "161")
    click(dialog.save_button)
    assert office.saved == []
    assert dialog.isVisible()
    assert dialog.form.field("full_name").shown_problem == "Chưa ghi họ và tên."
    assert dialog.form._tabs.tabText(0) == "Hồ sơ (sửa 1)"
    assert dialog.form._tabs.tabText(1) == "Quân ngũ (sửa 1)"
    assert dialog.form._tabs.currentIndex() == 0
    assert no_box()


def test_what_the_operation_finds_wrong_is_marked_too(dialog, office):
    typed(dialog, "full_name", "An")
    office.error = Invalid({"rank": "Không có cấp bậc này."})
    click(dialog.save_button)
    assert dialog.form.field("rank").shown_problem == "Không có cấp bậc này."
    assert dialog.form._tabs.currentIndex() == 1


def test_what_belongs_to_no_field_is_told(dialog, office):
    typed(dialog, "full_name", "An")
    office.error = Invalid({"household": "Hộ này đã có chủ."})
    click(dialog.save_button)
    assert "Hộ này đã có chủ." in open_box().text()


def test_any_other_error_is_told_and_everything_stays(dialog, office):
    typed(dialog, "full_name", "An")
    office.error = Locked("Năm 2025 đã khóa.\nSố liệu vẫn nguyên.")
    click(dialog.save_button)
    assert open_box().text() == "Năm 2025 đã khóa."
    assert open_box().informativeText() == "Số liệu vẫn nguyên."
    click(button(open_box(), "Đã hiểu"))
    assert dialog.isVisible()
    assert dialog.form.field("full_name").value() == "An"


def test_a_form_saved_before_a_crash_is_not_saved_twice(dialog, office):
    typed(dialog, "full_name", "An")
    office.error = AlreadyDone("Đã ghi lúc 14:05.")
    click(dialog.save_button)
    assert open_box().text() == "Đã ghi lúc 14:05."
    assert not dialog.isVisible()


def test_save_and_go_on_empties_the_form_and_takes_a_new_id(dialog, office):
    typed(dialog, "full_name", "An")
    click(button(dialog, "Lưu và thêm tiếp"))
    assert dialog.isVisible()
    assert dialog.form.field("full_name").value() == ""
    assert not dialog.form.is_changed
    typed(dialog, "full_name", "Bình")
    click(dialog.save_button)
    first, second = office.saved
    assert first[1] != second[1]


def test_leaving_unchanged_asks_nothing(dialog):
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert no_box()


@pytest.mark.parametrize(
    ("answer", "stays", "saves"),
    [("Gõ tiếp", True, 0), ("Bỏ những gì vừa gõ", False, 0), ("Lưu", False, 1)],
)
def test_leaving_with_changes_asks_once(dialog, office, answer, stays, saves):
    typed(dialog, "full_name", "An")
    press(dialog, Qt.Key.Key_Escape)
    click(button(open_box(), answer))
    assert dialog.isVisible() is stays
    assert len(office.saved) == saves


def test_the_cross_of_the_window_asks_too(dialog):
    typed(dialog, "full_name", "An")
    dialog.close()
    settle()
    assert dialog.isVisible()
    click(button(open_box(), "Bỏ những gì vừa gõ"))
    assert not dialog.isVisible()


def test_what_was_typed_outlives_a_crash(dialog, office, tmp_path, qt_app):
    typed(dialog, "full_name", "Nguyễn Văn")
    dialog._later.timeout.emit()
    left = Drafts(tmp_path).left_over()
    assert [(draft.page, draft.kind, draft.title) for draft in left] == [
        ("members", "member", "Thêm hội viên")
    ]

    form = Form()
    form.add([TextField("full_name", "Họ và tên")])
    again = FormDialog(None, "Thêm hội viên", form, office.save)
    again.keep_drafts(Drafts(tmp_path), page="members", kind="member")
    again.take_draft(left[0])
    assert form.field("full_name").value() == "Nguyễn Văn"
    assert again.form_id == dialog.form_id
    assert form.is_changed
    again.save()
    assert Drafts(tmp_path).left_over() == []


def test_a_draft_goes_when_the_form_is_left(dialog, tmp_path):
    typed(dialog, "full_name", "An")
    dialog._later.timeout.emit()
    press(dialog, Qt.Key.Key_Escape)
    click(button(open_box(), "Bỏ những gì vừa gõ"))
    assert Drafts(tmp_path).left_over() == []


def test_two_columns_where_there_is_room_and_one_where_there_is_not(qt_app):
    form = Form()
    form.add([TextField("a", "A"), TextField("b", "B"), TextField("c", "C", wide=True)])
    show(form, 1200, 500)
    a, b, c = (form.field(name).geometry() for name in "abc")
    assert a.top() == b.top() and b.left() > a.right() and c.width() > 1.8 * a.width()
    form.resize(500, 500)
    settle()
    a, b = (form.field(name).geometry() for name in "ab")
    assert b.top() > a.bottom() and a.left() == b.left()


def test_everything_has_a_name_and_nothing_is_cut_off(dialog, look):
    for percent in (100, 150):
        look.set_percent(percent)
        settle()
        assert nameless(dialog) == []
        assert cut_off(dialog) == []


def test_the_second_press_of_the_double_click_that_opened_it_changes_nothing(dialog):
    box = QCheckBox("Có", dialog)
    box.setGeometry(0, 0, 60, 40)
    box.show()
    settle()

    def send(*kinds):
        place = QPointF(box.rect().center())
        for kind in kinds:
            left = Qt.MouseButton.LeftButton
            where = QPointF(box.mapTo(dialog, place.toPoint()))
            event = QMouseEvent(
                kind, where, box.mapToGlobal(place), left, left, Qt.KeyboardModifier.NoModifier
            )
            QApplication.sendEvent(dialog.windowHandle(), event)
        settle()

    press, again, release = (
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseButtonRelease,
    )
    send(again, release)
    assert not box.isChecked()
    send(press, release)
    assert box.isChecked()
    send(again, release)
    assert not box.isChecked()


@pytest.fixture
def page_of_paper(qt_app, office):
    """Every kind of field, one below the other."""
    form = Form()
    shut = TextField("shut", "Không sửa")
    shut.setEnabled(False)
    form.add([DateField("on", "Ngày"), ChoiceField("kind", "Loại", [("A", "Một")]), shut])
    form.add([YesNoField("given", "Đã đưa"), PathsField("files", "Tệp")])
    form.add_tab("Thêm")
    form.add([TextField("note", "Ghi chú"), LongTextField("story", "Kể rõ")])
    page = show(QWidget())
    made = FormDialog(page, "Thử", form, office.save)
    made.open()
    made.activateWindow()
    settle()
    yield made
    page.close()


def enter(dialog):
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    return dialog.focusWidget()


def hold_enter(widget):
    """The key repeats by itself, as while it is held down."""
    none = Qt.KeyboardModifier.NoModifier
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, none, "\r", autorep=True)
    QApplication.sendEvent(widget, held)


def test_enter_goes_on_from_field_to_field_and_saves_by_the_button_alone(dialog, office):
    typed(dialog, "full_name", "An")
    form = dialog.form
    assert enter(dialog) is form.field("rate").line
    assert form._tabs.currentIndex() == 1
    assert enter(dialog) is form.field("rank").line
    assert enter(dialog) is dialog.save_button
    assert office.saved == []
    press(dialog.save_button, Qt.Key.Key_Enter)
    assert len(office.saved) == 1
    assert not dialog.isVisible()


def test_a_key_held_down_neither_runs_through_the_form_nor_saves(dialog, office):
    typed(dialog, "rank", "Trung sĩ")
    for _ in range(3):
        hold_enter(dialog.focusWidget())
    assert dialog.focusWidget() is dialog.form.field("rank").line
    assert enter(dialog) is dialog.save_button
    hold_enter(dialog.save_button)
    assert office.saved == []


def test_enter_passes_over_what_one_cannot_type_in_and_makes_a_line_where_there_are_lines(
    page_of_paper, office
):
    form = page_of_paper.form
    assert enter(page_of_paper) is form.field("kind").box
    assert form.field("given").isAncestorOf(enter(page_of_paper))
    assert enter(page_of_paper) is form.field("note").line
    box = enter(page_of_paper)
    assert box is form.field("story").box
    type_text(box, "một")
    assert enter(page_of_paper) is box
    type_text(box, "hai")
    assert form.field("story").value() == "một\nhai"
    assert office.saved == []


def test_enter_on_the_calendar_opens_it_and_typing_over_a_field_takes_its_place(page_of_paper):
    form = page_of_paper.form
    form.field("note").set_value("cũ")
    form.field("given").focus()
    line = enter(page_of_paper)
    type_text(line, "mới")
    assert form.field("note").value() == "mới"
    form.show_field("on")
    form.field("on").opener.setFocus()
    press(form.field("on").opener, Qt.Key.Key_Return)
    calendar = QApplication.activePopupWidget()
    assert calendar is not None
    calendar.close()
