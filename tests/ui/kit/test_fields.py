"""Every kind of field: what it takes, what it gives, what it says is wrong."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.ui.kit.choice_fields import ChecklistField, ChoiceField, YesNoField
from ccb_desktop.ui.kit.date_field import DateField, DayField
from ccb_desktop.ui.kit.picker_fields import PickerField, SuggestField, Suggestion, among
from ccb_desktop.ui.kit.text_fields import AmountField, LongTextField, NumberField, TextField
from ccb_desktop.ui.kit.widgets import column
from tests.ui.hands import click, press, settle, show, type_text

PEOPLE = [
    Suggestion(7, "Nguyễn Văn An", "1952 · Chi hội 3"),
    Suggestion(8, "Nguyễn Văn An", "1961 · Chi hội 9"),
    Suggestion(9, "Trần Thị Hoa", "1950 · Chi hội 1"),
]


def people(typed):
    return [person for person in PEOPLE if typed.lower() in person.text.lower()]


def shown(*fields):
    """The fields in a window of their own, with something else to go to."""
    window = QWidget()
    layout = column(window)
    for field in (*fields, TextField("elsewhere", "Chỗ khác")):
        layout.addWidget(field)
    return show(window)


def leave(field):
    """Go on to the next field with the tab key."""
    press(field.window().focusWidget(), Qt.Key.Key_Tab)


def test_a_text_is_given_in_normal_form(qt_app):
    field = TextField("name", "Họ và tên")
    window = shown(field)
    changes = []
    field.changed.connect(lambda: changes.append(field.value()))
    type_text(field.line, "  Nguyễn   Ăn ")
    assert field.value() == "Nguyễn Ăn"
    assert changes[-1] == "Nguyễn Ăn"
    assert TextField("x", "X").value() == ""
    window.close()


def test_a_required_field_says_so_only_when_it_matters(qt_app):
    field = TextField("name", "Họ và tên", required=True)
    window = shown(field)
    field.focus()
    leave(field)
    assert field.shown_problem == ""
    assert field.problem() == "Chưa ghi họ và tên."
    assert field.line.accessibleName() == "Họ và tên (phải có)"
    window.close()


def test_what_is_wrong_is_said_on_leaving_and_taken_back_on_typing(qt_app):
    field = DateField("born_on", "Ngày sinh")
    window = shown(field)
    field.focus()
    type_text(field.line, "31/2/1952")
    assert field.shown_problem == ""
    leave(field)
    assert "trong lịch không có" in field.shown_problem
    assert field.line.accessibleDescription() == field.shown_problem
    field.focus()
    press(field.line, Qt.Key.Key_Backspace)
    assert field.shown_problem == ""
    window.close()


def test_a_check_of_the_subject_is_asked_on_leaving(qt_app):
    field = TextField("card", "Số thẻ", check=lambda text: "" if text.isdigit() else "Chỉ ghi số.")
    window = shown(field)
    field.focus()
    type_text(field.line, "A1")
    leave(field)
    assert field.shown_problem == "Chỉ ghi số."
    window.close()


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("19/5/1952", PartialDate(1952, 5, 19)),
        ("5/1952", PartialDate(1952, 5)),
        ("1952", PartialDate(1952)),
        ("", None),
    ],
)
def test_a_date_is_known_as_far_as_it_is_typed(qt_app, typed, value):
    field = DateField("born_on", "Ngày sinh")
    field.set_typed(typed)
    assert field.value() == value
    assert field.problem() == ""


def test_a_day_must_be_whole(qt_app):
    field = DayField("on", "Ngày")
    field.set_typed("5/1952")
    assert "đủ ngày, tháng, năm" in field.problem()
    field.set_value(date(2026, 2, 5))
    assert (field.line.text(), field.value()) == ("05/02/2026", date(2026, 2, 5))


def test_the_calendar_writes_the_day_that_is_clicked(qt_app):
    field = DateField("born_on", "Ngày sinh")
    window = shown(field)
    field.set_value(PartialDate(1952, 5))
    click(field.opener)
    calendar = field.findChildren(type(field.open_calendar()))[0]
    assert calendar.selectedDate() == QDate(1952, 5, 1)
    calendar.clicked.emit(QDate(1952, 5, 19))
    settle()
    assert field.value() == PartialDate(1952, 5, 19)
    window.close()


def test_an_amount_is_echoed_in_words_and_shown_as_understood(qt_app):
    field = AmountField("amount", "Số tiền")
    window = shown(field)
    field.focus()
    type_text(field.line, "1tr2")
    assert field.echo.text() == "Một triệu hai trăm nghìn đồng"
    leave(field)
    assert (field.line.text(), field.value()) == ("1.200.000", 1_200_000)
    field.line.clear()
    assert (field.echo.text().strip(), field.echo.isVisibleTo(field)) == ("", True)
    field.set_typed("một ít")
    assert field.value() is None
    assert field.problem()
    window.close()


def test_numbers_have_bounds_and_decimals(qt_app):
    percent = NumberField("rate", "Tỷ lệ", most=100, after="%")
    percent.set_typed("61")
    assert (percent.value(), percent.problem()) == (61, "")
    percent.set_typed("161")
    assert percent.problem() == "Số này phải từ 0 đến 100."
    percent.set_typed("sáu")
    assert percent.problem() == "“sáu” không phải là số nguyên."
    percent.set_typed("1.862")
    assert percent.value() == 1862
    rate = NumberField("rate", "Lãi suất", decimals=2)
    rate.set_typed("0,35")
    assert rate.value() == Decimal("0.35")
    rate.set_typed("0,355")
    assert rate.problem() == "“0,355” không phải là số."
    rate.set_value(Decimal("1234.5"))
    assert rate.line.text() == "1.234,5"


def test_a_long_text_keeps_its_lines(qt_app):
    field = LongTextField("note", "Ghi chú")
    window = shown(field)
    field.focus()
    type_text(field.box, "Dòng một")
    press(field.box, Qt.Key.Key_Return)
    type_text(field.box, "Dòng hai ")
    assert field.value() == "Dòng một\nDòng hai"
    leave(field)
    assert not field.box.hasFocus()
    window.close()


def test_a_choice_keeps_what_is_offered_no_longer(qt_app):
    field = ChoiceField("sex", "Giới tính", [("MALE", "Nam"), ("FEMALE", "Nữ")], empty="")
    assert field.value() == ""
    field.set_value("FEMALE")
    assert field.box.currentText() == "Nữ"
    field.set_value("RETIRED")
    assert field.value() == "RETIRED"
    again = ChoiceField("unit", "Chi hội", [(3, "Chi hội 3"), (4, "Chi hội 4")])
    again.set_typed("4")
    assert again.value() == 4
    again.set_typed(None)
    assert again.value() is None


def test_a_choice_is_made_by_keys(qt_app):
    field = ChoiceField("sex", "Giới tính", [("MALE", "Nam"), ("FEMALE", "Nữ")])
    window = shown(field)
    changes = []
    field.changed.connect(lambda: changes.append(field.value()))
    field.focus()
    press(field.box, Qt.Key.Key_Down)
    assert (field.value(), changes) == ("MALE", ["MALE"])
    window.close()


def test_a_checklist_gives_its_values_in_the_order_of_the_list(qt_app):
    field = ChecklistField("periods", "Thời kỳ", [("A", "Chống Mỹ"), ("B", "Campuchia")])
    window = shown(field)
    field.focus()
    press(window.focusWidget(), Qt.Key.Key_Tab)
    press(window.focusWidget(), Qt.Key.Key_Space)
    assert field.value() == ("B",)
    field.set_value(("C", "A"))
    assert set(field.value()) == {"A", "C"}
    assert field.typed() == ["A", "C"]
    field.set_typed(["B"])
    assert field.value() == ("B",)
    window.close()


def test_yes_no_and_not_known(qt_app):
    field = YesNoField("party", "Đảng viên")
    window = shown(field)
    assert field.value() is None
    field.focus()
    press(window.focusWidget(), Qt.Key.Key_Space)
    assert field.value() is True
    click(field._buttons[False])
    assert field.value() is False
    click(field._buttons[False])
    assert field.value() is None
    window.close()


def test_suggestions_are_found_without_marks_and_anything_may_be_typed(qt_app):
    field = SuggestField("town", "Quê quán", among(["Đà Nẵng", "Quảng Nam", "Quảng Ngãi"]))
    window = shown(field)
    field.focus()
    type_text(field.line, "quang n")
    assert [s.text for s in field.suggestions.offered] == ["Quảng Nam", "Quảng Ngãi"]
    popup = field.suggestions.popup()
    assert popup.isVisible()
    press(popup, Qt.Key.Key_Down)
    press(popup, Qt.Key.Key_Return)
    assert field.value() == "Quảng Nam"
    field.line.clear()
    type_text(field.line, "Nơi khác")
    assert field.value() == "Nơi khác"
    window.close()


def test_a_record_is_picked_among_those_of_one_name(qt_app):
    field = PickerField("person", "Người", people, what="người")
    window = shown(field)
    field.focus()
    type_text(field.line, "nguyễn")
    popup = field.suggestions.popup()
    assert "Chọn một người" in field.problem()
    second = popup.visualRect(popup.model().index(1, 0)).center()
    QTest.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=second)
    settle()
    assert (field.value(), field.line.text()) == (8, "Nguyễn Văn An")
    type_text(field.line, "h")
    assert field.value() is None
    window.close()


def test_what_fits_one_record_only_means_that_one(qt_app):
    field = PickerField("person", "Người", people)
    window = shown(field)
    field.focus()
    type_text(field.line, "trần")
    field.suggestions.popup().hide()
    leave(field)
    assert (field.value(), field.shown_problem) == (9, "")
    assert field.typed() == ["Trần Thị Hoa", 9]
    other = PickerField("person", "Người", people)
    other.set_typed(["Trần Thị Hoa", 9])
    assert (other.value(), other.line.text()) == (9, "Trần Thị Hoa")
    window.close()


def test_an_ampersand_is_shown_as_it_is(qt_app):
    assert TextField("a", "Nơi ở & tổ")._label.text() == "Nơi ở && tổ"
    choices = ChecklistField("b", "B", [("x", "Cờ & hoa")])
    assert choices._boxes[0][1].text() == "Cờ && hoa"


def test_controls_are_large_enough_to_hit(qt_app):
    fields = [TextField("a", "A"), ChoiceField("b", "B", []), DateField("c", "C")]
    window = shown(*fields)
    assert all(field._editor.height() >= 40 for field in fields)
    assert fields[2].opener.height() >= 38
    assert window.rect().contains(QPoint(1, 1))


def test_what_the_books_found_wrong_stays_until_it_is_changed(qt_app):
    field = TextField("code", "Mã")
    window = shown(field)
    field.show_problem("Mã này đang dùng cho Chi hội 1.")
    field.focus()
    leave(field)
    assert field.shown_problem == "Mã này đang dùng cho Chi hội 1."
    field.focus()
    type_text(field.line, "x")
    assert field.shown_problem == ""
    window.close()


def test_a_field_may_be_called_and_wanted_otherwise(qt_app):
    field = TextField("day", "Ngày")
    window = shown(field)
    field.set_text("Ngày chuyển đến")
    field.required = True
    assert field._label.text() == "Ngày chuyển đến *"
    assert field.line.accessibleName() == "Ngày chuyển đến (phải có)"
    assert field.problem() == "Chưa ghi ngày chuyển đến."
    window.close()
