"""The tab Còn thiếu worked by mouse and keys: bars, lists, files, choice of fields, papers."""

from dataclasses import replace

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QMainWindow, QTabWidget

from ccb_desktop.domain.members.consent import Consent
from ccb_desktop.domain.members.units import Unit, UnitKind, UnitName
from ccb_desktop.operations.members import units
from ccb_desktop.operations.members.people import load_person_file, save_person
from ccb_desktop.operations.questionnaires import Asked
from ccb_desktop.operations.record_gaps import needed_fields
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.members.review import missing_tables as tables
from ccb_desktop.ui.members.review.missing_tab import (
    CONSENT,
    DOUBTS,
    ENDS,
    OVERVIEW,
    PEOPLE,
    MissingTab,
)
from ccb_desktop.ui.members.review.page import ReviewPage
from tests.books import day
from tests.ui.hands import button, click, no_box, open_box, press, settle, show
from tests.ui.members import small_branch
from tests.ui.members.officer import click_row, dialog, pick, save, seen, write


@pytest.fixture
def tab(qt_app, desk, store):
    """The tab on the page Rà soát of the small branch."""
    page = ReviewPage(desk, store)
    window = QMainWindow()
    window.setCentralWidget(page)
    show(window, 1366, 768)
    page.show_place(Place("review", filters={"tab": "missing"}))
    settle()
    made = page.tab(MissingTab)
    made.frame = window  # Python lets go of a window nobody holds
    return made


def click_bar(chart, place):
    middle = chart._places[place].center().toPoint()
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=middle)
    settle()


def test_it_opens_with_the_shares_of_each_chi_hoi(tab):
    assert tab.view.currentIndex() == OVERVIEW
    bars = {bar.label: bar.text for bar in tab.charts.by_unit.bars}
    assert set(bars) == {"Chi hội 1", "Chi hội 2", "Chi hội Rạch Cát"}
    assert all("/" in text and "%" in text for text in bars.values())
    assert "57" in tab.charts._told.text()  # 60 members, three of whom have left


def test_who_has_not_agreed_or_took_it_back_is_found_and_opened_at_the_field(tab):
    first = tab.consent.seen_lines()
    assert first and all(line.consent is not Consent.GIVEN for line in first)
    file = load_person_file(tab.store, first[0].person_id)
    save_person(tab.store, replace(file.person, consent_withdrawn_on=day("5/6/2026")))
    tab.refresh()
    settle()
    pick(tab.view, tab.view.itemText(CONSENT))
    assert tab.view.currentText().startswith("Chưa đồng ý dùng dữ liệu: ")
    tab.consent.filters.choose(tables.CONSENT_CHOICE, Consent.WITHDRAWN)
    [line] = tab.consent.seen_lines()
    assert line.person_id == first[0].person_id
    click_row(tab.consent, 0)
    click(button(tab.consent, "Mở hồ sơ"))
    opened = dialog()
    assert opened.form.field("consent_withdrawn_on").value() == day("5/6/2026")


def test_a_bar_of_a_chi_hoi_leads_to_its_people(tab):
    label = tab.charts.by_unit.bars[1].label
    click_bar(tab.charts.by_unit, 1)
    assert tab.view.currentIndex() == PEOPLE
    assert {one.line.unit_name for one in tab.gaps.seen_lines()} == {label}


def test_a_bar_of_a_field_leads_to_those_who_lack_it_by_keyboard(tab):
    tab.charts.by_field.setFocus()
    press(tab.charts.by_field, Qt.Key.Key_Down)
    press(tab.charts.by_field, Qt.Key.Key_Return)
    field = tab.charts._fields[1].field
    assert tab.gaps.filters.chosen(tables.FIELD_CHOICE) == field
    lines = tab.gaps.seen_lines()
    assert len(lines) == tab.charts._fields[1].missing
    assert all(field in one.missing for one in lines)


def test_a_file_opens_at_the_field_that_is_missing(tab):
    pick(tab.view, tab.view.itemText(PEOPLE))
    tab.gaps.filters.choose(tables.FIELD_CHOICE, "citizen_id")
    one = tab.gaps.seen_lines()[0]
    choose_name(tab.gaps, one.line.full_name)
    press(tab.gaps.view, Qt.Key.Key_Return)
    form = dialog(one.line.full_name)
    assert form.form.field("citizen_id").isAncestorOf(QApplication.focusWidget())


def choose_name(table, name):
    names = [one.line.full_name for one in table.seen_lines()]
    click_row(table, names.index(name))


def test_a_field_filled_in_takes_the_gap_away(tab):
    pick(tab.view, tab.view.itemText(PEOPLE))
    tab.gaps.filters.choose(tables.FIELD_CHOICE, "citizen_id")
    before = tab.gaps.seen_lines()
    click_row(tab.gaps, 0)
    press(tab.gaps.view, Qt.Key.Key_Return)
    form = dialog()
    write(form, "citizen_id", "079052999999")
    save(form)
    settle()
    left = {one.line.person_id for one in tab.gaps.seen_lines()}
    assert left == {one.line.person_id for one in before[1:]}


def test_a_household_is_missing_on_its_tab(tab):
    pick(tab.view, tab.view.itemText(PEOPLE))
    tab.gaps.filters.choose(tables.FIELD_CHOICE, "poverty")
    click_row(tab.gaps, 0)
    press(tab.gaps.view, Qt.Key.Key_Return)
    tabs = dialog().findChild(QTabWidget)
    assert tabs.tabText(tabs.currentIndex()) == "Gia đình"


def test_a_doubt_tells_both_values_and_opens_at_its_field(tab):
    pick(tab.view, tab.view.itemText(DOUBTS))
    lines = tab.doubts.seen_lines()
    assert lines
    tab.doubts.filters.choose(tables.CHECK_CHOICE, "citizen-id-year")
    one = tab.doubts.seen_lines()[0]
    row = tab.doubts.seen().rows[0]
    assert (row[3], row[4]) == one.doubt.values
    click_row(tab.doubts, 0)
    press(tab.doubts.view, Qt.Key.Key_Return)
    form = dialog(one.record.full_name)
    assert form.form.field("citizen_id").isAncestorOf(QApplication.focusWidget())


def test_doubts_leave_the_branch_with_numbers_masked(tab):
    pick(tab.view, tab.view.itemText(DOUBTS))
    left = tab._without_secrets(tab.doubts.seen())
    assert "•" in " ".join(left.rows[0])
    secrets = {one.record.citizen_id for one in tab.doubts.seen_lines()} - {""}
    written = " ".join(text for row in left.rows for text in row)
    assert not any(secret in written for secret in secrets)


def test_a_unit_without_head_leads_to_the_units(tab):
    pick(tab.view, tab.view.itemText(ENDS))
    tab.ends.filters.choose(tables.END_CHOICE, "UNIT_HEAD")
    assert "Chi hội Rạch Cát" in seen(tab.ends, 1)
    assert "Chi hội 1" not in seen(tab.ends, 1)
    wanted = []
    tab.desk.broadcast.wanted.connect(wanted.append)
    row = seen(tab.ends, 1).index("Chi hội Rạch Cát")
    click_row(tab.ends, row)
    press(tab.ends.view, Qt.Key.Key_Return)
    assert (wanted[0].page, wanted[0].record_id) == ("units", 3)


def test_an_open_household_leads_to_the_member_in_it(tab):
    pick(tab.view, tab.view.itemText(ENDS))
    tab.ends.filters.choose(tables.END_CHOICE, "HOUSEHOLD")
    assert seen(tab.ends, 1) == ["Nguyễn Văn An"]
    click_row(tab.ends, 0)
    press(tab.ends.view, Qt.Key.Key_Return)
    tabs = dialog("Nguyễn Văn An").findChild(QTabWidget)
    assert tabs.tabText(tabs.currentIndex()) == "Gia đình"


def test_what_is_needed_is_ticked_and_counted_at_once(tab, store):
    click(button(tab, "Chọn mục cần có"))
    form = dialog("Chọn mục cần có")
    boxes = {box.text(): box for box in form.findChildren(QCheckBox)}
    for text, box in boxes.items():
        if box.isChecked() != (text == "Điện thoại"):
            box.click()
    save(form)
    assert needed_fields(store) == ("phone",)
    assert [bar.label for bar in tab.charts.by_field.bars] == ["Điện thoại"]
    assert {one.missing for one in tab.gaps.seen_lines()} == {("phone",)}


def test_nothing_ticked_is_told_in_the_dialog(tab):
    click(button(tab, "Chọn mục cần có"))
    form = dialog("Chọn mục cần có")
    for box in form.findChildren(QCheckBox):
        if box.isChecked():
            box.click()
    save(form)
    assert "ít nhất một mục" in form.form.field("needed").shown_problem
    assert form.isVisible()


def test_paper_and_form_are_asked_for_and_written(tab, store, tmp_path):
    click(button(tab, "In phiếu hỏi"))
    form = dialog("In phiếu hỏi")
    assert form.form.field("kind").value() == "TABLE"
    assert form.form.field("unit").value() is None
    form.reject()
    asked = Asked(on=small_branch.TODAY)
    for kind, name in (("TABLE", "a.docx"), ("PAGES", "b.docx"), ("EXCEL", "c.xlsx")):
        tab._papers.write(kind, asked, tmp_path / name)
        settle()
        assert (tmp_path / name).exists()
        click(button(open_box(), "Đóng"))
    assert openpyxl.load_workbook(tmp_path / "c.xlsx").sheetnames[0] == "Hội viên"


def test_the_dialog_asks_where_the_paper_goes(tab, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "ccb_desktop.ui.members.review.missing_papers.choose_target",
        lambda _tab, _title, name, _kinds, _then: asked.append(name),
    )
    click(button(tab, "In phiếu hỏi"))
    form = dialog("In phiếu hỏi")
    form.form.field("kind").set_value("EXCEL")
    save(form)
    assert asked[0].startswith("Phieu-bo-sung_")
    assert asked[0].endswith(".xlsx")


def test_those_who_are_chosen_are_asked_alone(tab, tmp_path):
    pick(tab.view, tab.view.itemText(PEOPLE))
    click_row(tab.gaps, 0)
    click(button(tab.gaps, "Hỏi người đang chọn"))
    form = dialog("In phiếu hỏi")
    assert "unit" not in form.form.fields
    assert "Hỏi 1 người" in form._intro.text()


def test_a_new_unit_without_head_is_seen_at_once(tab, store):
    before = len(tab.ends.seen_lines())
    unit = Unit(code="CH9", kind=UnitKind.CHI_HOI, names=(UnitName("Chi hội 9"),))
    tab.desk.broadcast.send(units.save_unit(store, unit))
    settle()
    assert len(tab.ends.seen_lines()) == before + 2  # no head, and nobody in it
    assert no_box()
