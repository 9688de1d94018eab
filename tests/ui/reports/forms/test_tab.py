"""Forms: found, for one or many, what is typed for them, their pages, the file."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from ccb_desktop.domain.reports.form_table import FORM_KINDS
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.form_writing import NumberDialog
from ccb_desktop.ui.reports.forms.tab import FormsTab
from ccb_desktop.ui.reports.page import ReportsPage
from tests.ui import hands, pictures
from tests.word_files import word_text


@pytest.fixture
def forms(qt_app, store, tmp_path):
    page = hands.show_page(ReportsPage(hands.make_desk(tmp_path / "drafts"), store))
    page.show_place(Place("reports", filters={"tab": "forms"}))
    hands.settle()
    yield page.tab(FormsTab)  # the page lives as long as the test


def open_form(forms, name):
    forms.open_form_of(name)
    hands.settle()
    return forms.sheet


def dialog_of(forms):
    return next(one for one in forms.findChildren(FormDialog) if one.isVisible())


def write(forms, out):
    hands.click(hands.button(forms, "Ghi ra Word"))
    for numbered in forms.findChildren(NumberDialog):
        numbered.form.set_values({"given": False})
        numbered.save()
    dialogs = forms.findChildren(QFileDialog)
    dialogs[-1].fileSelected.emit(str(out))
    hands.settle()
    hands.click(hands.button(hands.open_box(), "Đóng"))
    return word_text(out)


def test_a_form_is_found_and_opened_by_the_keyboard(forms):
    search = forms.catalogue.table.filters.search
    hands.type_text(search, "so yeu")
    hands.press(search, Qt.Key.Key_Down)
    hands.press(forms.catalogue.table.view, Qt.Key.Key_Return)
    assert forms.sheet.heading.text() == "Sơ yếu lý lịch"
    assert len(forms.sheet.subjects.table.seen_lines()) == 128


def test_every_form_can_be_opened(forms):
    for name, kind in FORM_KINDS.items():
        sheet = open_form(forms, name)
        assert sheet.heading.text() == kind.label
        assert hands.no_box()


def test_many_chosen_go_into_one_file(forms, tmp_path):
    sheet = open_form(forms, "resume")
    table = sheet.subjects.table
    table.filters.choose("Nơi", "Chi hội 3")
    hands.click(hands.button(table, "Chọn tất cả đang thấy"))
    text = write(forms, tmp_path / "a.docx")
    assert text.count("SƠ YẾU LÝ LỊCH") == len(table.seen_lines()) > 5


def test_numbers_leave_whole_only_where_the_tick_is_taken_away_anew(forms, tmp_path):
    sheet = open_form(forms, "member-sheet")
    line = next(one for one in sheet.subjects.table.seen_lines() if one.member.citizen_id)
    sheet.subjects.table.choose_ids([line.id])
    number = line.member.citizen_id
    assert number not in write(forms, tmp_path / "che.docx")
    hands.click(sheet.masked)
    assert sheet._warning.isVisible()
    assert number in write(forms, tmp_path / "du.docx")
    open_form(forms, "loan-contract")
    assert not sheet.masked.isVisible() and "bên vay là ai" in sheet._numbers.text()
    open_form(forms, "member-sheet")
    assert sheet.masked.isChecked() and sheet._numbers.isHidden() and sheet._warning.isHidden()


def test_those_for_whom_something_calls_stand_first(forms):
    sheet = open_form(forms, "admission-decision")
    wanted = sheet.subjects.table.seen_lines()
    assert wanted and all(one.why for one in wanted)
    sheet.subjects.table.show_all()
    assert len(sheet.subjects.table.seen_lines()) > 100


def test_nobody_chosen_is_told_and_a_blank_form_is_made_for_nobody(forms, tmp_path):
    open_form(forms, "introduction").write()
    assert "Chưa chọn người nào" in hands.open_box().text() + hands.open_box().informativeText()
    hands.open_box().reject()
    open_form(forms, "application")
    assert "Tôi là: ………………" in write(forms, tmp_path / "don.docx")


def test_what_must_be_typed_is_asked_for_and_kept(forms, tmp_path):
    sheet = open_form(forms, "invitation")
    hands.click(hands.button(forms, "Ghi ra Word"))
    dialog = dialog_of(forms)
    hands.type_text(dialog.form.field("about").line, "Hội nghị tổng kết")
    hands.press(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "Hội nghị tổng kết" in sheet._typed.text()
    table = sheet.subjects.table
    table.choose_ids([one.id for one in table.seen_lines()[:2]])
    text = write(forms, tmp_path / "moi.docx")
    assert text.count("Tới dự: hội nghị tổng kết.") == 2
    assert open_form(forms, "invitation")._order().texts["about"] == "Hội nghị tổng kết"


def test_what_a_crash_left_typed_is_offered_again(forms):
    sheet = open_form(forms, "handover-minutes")
    sheet.open_texts()
    dialog = dialog_of(forms)
    hands.type_text(dialog.form.field("giver").line, "Nguyễn Văn An")
    dialog._keep_draft()
    (draft,) = forms.desk.drafts.left_over()
    dialog.form.settle()
    dialog.hide()
    assert draft.kind in FormsTab.forms
    forms.show_place(Place("reports", filters={"draft": draft}))
    assert dialog_of(forms).form.field("giver").value() == "Nguyễn Văn An"
    dialog_of(forms).save()


def test_pages_are_those_of_the_file(forms):
    sheet = open_form(forms, "resume")
    table = sheet.subjects.table
    table.choose_ids([table.seen_lines()[0].id])
    hands.click(hands.button(forms, "Xem trang in"))
    hands.settle()
    assert sheet.paper.sheets.pages
    hands.click(hands.button(forms, "Chọn lại"))
    assert sheet.subjects.isVisible()
    assert len(sheet.subjects.chosen()) == 1


def test_another_year_reads_other_subjects(forms):
    sheet = open_form(forms, "receipt")
    sheet._year.set_value(2025)
    sheet._year.line.editingFinished.emit()
    found = sheet.subjects.table.seen_lines()
    assert found and {one.day.year for one in found} == {2025}


def test_nothing_is_cut_off_and_everything_has_a_name(forms, look):
    for percent in (100, 150):
        look.set_percent(percent)
        for name in ("longevity-card", "invitation", "receipt"):
            open_form(forms, name)
            hands.settle()
            assert pictures.cut_off(forms) == []
            assert pictures.nameless(forms) == []
