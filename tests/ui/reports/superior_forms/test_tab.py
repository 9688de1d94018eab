"""The superior's form by hand: brought in, its blanks clicked and tied, filled, written again."""

from datetime import datetime
from io import BytesIO

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton

from ccb_desktop.domain.register.documents import Direction
from ccb_desktop.domain.reports.kinds import ReportKind
from ccb_desktop.domain.superior_forms.forms import FormBlank
from ccb_desktop.domain.superior_forms.ties import Aspect, Tie, TieKind, Word, as_json, from_json
from ccb_desktop.operations import register
from ccb_desktop.operations.superior_forms import forms
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.drafts import Draft
from ccb_desktop.ui.kit.empty_note import EmptyNote
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.list_dialog import ListDialog
from ccb_desktop.ui.reports.page import ReportsPage
from ccb_desktop.ui.reports.superior_forms.fill_dialog import FillDialog
from ccb_desktop.ui.reports.superior_forms.tab import SuperiorFormsTab
from ccb_desktop.ui.reports.superior_forms.tie_dialog import TieDialog
from tests.superior_forms import excel_form, word_form
from tests.ui.hands import (
    button,
    click,
    in_office_window,
    open_box,
    press,
    settle,
    type_text,
)

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def store(filled):
    return filled


@pytest.fixture
def page(qt_app, desk, store):
    return in_office_window(ReportsPage(desk, store), store)


@pytest.fixture
def tab(page):
    page.show_place(Place("reports", filters={"tab": "superior_forms"}))
    settle()
    return page.tab(SuperiorFormsTab)


def chosen_file(tab, path):
    """Answer the question for a file that is open."""
    dialog = next(one for one in tab.findChildren(QFileDialog) if one.isVisible())
    dialog.filesSelected.emit([str(path)])
    dialog.close()
    settle()


def bring(tab, tmp_path, content, name="bieu-6-thang.xlsx"):
    path = tmp_path / name
    path.write_bytes(content)
    tab.bring_in()
    chosen_file(tab, path)
    form = dialog_of(tab, FormDialog)
    assert form.form.field("title").value() == "bieu 6 thang"
    press(form, Qt.Key.Key_S, CONTROL)
    return tab.table.seen_lines()[0].form.id


def dialog_of(parent, kind):
    settle()
    return next(one for one in parent.findChildren(kind) if one.isVisible())


def open_ties(tab, form_id):
    tab.table.choose_ids([form_id])
    settle()
    click(button(tab, "Gắn ô"))
    return dialog_of(tab, TieDialog)


def click_blank(dialog, at):
    """Press the mouse where the blank stands in the form."""
    page = dialog.view.page
    cursor = page.textCursor()
    cursor.setPosition(dialog.view._at[at][0] + 1)
    spot = page.cursorRect(cursor).center()
    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    settle()


def test_a_workbook_is_brought_in_tied_by_clicks_filled_and_written_again(tab, store, tmp_path):
    form_id = bring(tab, tmp_path, excel_form())
    dialog = open_ties(tab, form_id)
    dialog.period.choose(ReportKind.YEAR, "2025")
    labels = {blank.label: at for at, blank in enumerate(dialog._blanks) if blank.likely}
    wanted = labels["Hội viên cuối kỳ – Số lượng Kỳ này"]
    click_blank(dialog, wanted)
    assert dialog.view.chosen == wanted
    assert "Ô số 4" in dialog.pane._title.text()
    press(dialog.view.page, Qt.Key.Key_Return)
    assert dialog.pane.search.hasFocus()
    press(dialog.pane.search, Qt.Key.Key_Return)
    assert dialog.ties[wanted] == Tie(kind=TieKind.FIGURE, name="members_closing")
    shown = dialog.view.page.toPlainText()
    assert "[4 ✓] " in shown
    dialog.view.page.setFocus()
    press(dialog.view.page, Qt.Key.Key_Tab)
    assert dialog._blanks[dialog.view.chosen].label.endswith("Cùng kỳ năm trước")
    type_text(dialog.pane.search, "zqzq")
    note = dialog.pane.offers.findChild(EmptyNote)
    assert note.isVisible()
    dialog.pane.search.clear()
    type_text(dialog.pane.search, "hoi vien cuoi")
    assert not note.isVisible()
    press(dialog.pane.search, Qt.Key.Key_Down)
    press(dialog.pane.offers, Qt.Key.Key_Return)
    dialog.pane.fields["aspect"].set_value(Aspect.BEFORE)
    dialog.pane.fields["aspect"].changed.emit()
    assert dialog.ties[dialog.view.chosen].aspect is Aspect.BEFORE
    dialog.view.choose(labels["Nữ – Ghi chú"])
    click(button(dialog, "Gõ tay mỗi kỳ"))
    dialog.view.choose(labels["Tên chi hội"])
    type_text(dialog.pane.search, "don vi cua hoi")
    press(dialog.pane.search, Qt.Key.Key_Return)
    dialog.pane.fields["column"].set_value("Tên đơn vị")
    dialog.pane.fields["column"].changed.emit()
    settle()
    assert "dòng đầu: Chi hội" in dialog.pane._now.text()
    press(dialog, Qt.Key.Key_S, CONTROL)
    assert tab.table.seen_lines()[0].tied == 4
    fill_and_write_again(tab, store, tmp_path)


def fill_and_write_again(tab, store, tmp_path):
    click(button(tab, "Điền cho kỳ"))
    dialog = dialog_of(tab, FillDialog)
    dialog.period.choose(ReportKind.YEAR, "2025")
    settle()
    assert "Chưa gõ" in dialog._told.text()
    type_text(dialog.form.field("blank0").line, "Tăng đều")
    press(dialog, Qt.Key.Key_S, CONTROL)
    out = tmp_path / "ra.xlsx"
    question = next(one for one in dialog.findChildren(QFileDialog) if one.isVisible())
    question.fileSelected.emit(str(out))
    settle()
    assert "Đã ghi xong" in open_box().text()
    open_box().close()
    sheet = openpyxl.load_workbook(BytesIO(out.read_bytes()))["Biểu 1"]
    assert sheet["F10"].value == "Tăng đều"
    assert isinstance(sheet["C7"].value, int)
    tab.table.choose_ids([tab.table.seen_lines()[0].form.id])
    settle()
    click(button(tab, "Các lần đã điền"))
    listed = dialog_of(tab, ListDialog)
    listed.findChildren(QDialog)
    view = next(one for one in listed.children() if hasattr(one, "view")).view
    view.selectRow(0)
    press(view, Qt.Key.Key_Return)
    again = tmp_path / "lai.xlsx"
    question = next(one for one in tab.findChildren(QFileDialog) if one.isVisible())
    question.fileSelected.emit(str(again))
    settle()
    assert again.read_bytes() == out.read_bytes()
    open_box().close()


def test_what_was_tied_outlives_a_crash_and_is_asked_about(tab, store, tmp_path):
    form_id = bring(tab, tmp_path, word_form(), "bieu-6-thang.docx")
    opened = forms.open_form(store, form_id)
    place = opened.shape.blanks[0].place
    tie = as_json(Tie(kind=TieKind.WORD, name=Word.PARENT))
    draft = Draft(
        form_id="f1",
        title="Gắn ô",
        page="reports",
        kind="superior_ties",
        subject=form_id,
        typed={place: tie},
        kept_at=datetime.now().astimezone(),
    )
    tab.show_place(Place("reports", filters={"draft": draft}))
    dialog = dialog_of(tab, TieDialog)
    assert "Lịch nộp…" not in {made.text() for made in dialog.findChildren(QPushButton)}
    assert "Hội CCB tỉnh Thái Hưng" in dialog.view.page.toPlainText()
    press(dialog, Qt.Key.Key_Escape)
    assert "chưa được lưu" in open_box().text()
    click(button(open_box(), "Lưu các ô đã gắn"))
    kept = forms.open_form(store, form_id).blanks
    assert [from_json(one.tie).name for one in kept] == [Word.PARENT]


def test_a_list_is_refused_outside_a_row_and_a_form_is_retired(tab, store, tmp_path):
    form_id = bring(tab, tmp_path, word_form(), "bieu-6-thang.docx")
    dialog = open_ties(tab, form_id)
    type_text(dialog.pane.search, "don vi cua hoi")
    press(dialog.pane.search, Qt.Key.Key_Return)
    assert "không gắn với danh sách được" in open_box().text()
    open_box().close()
    assert dialog.ties == {}
    dialog.close()
    tab.table.choose_ids([form_id])
    tab._retire(True, tab.table.chosen())
    assert tab.table.seen_lines()[0].form.retired
    assert not button(tab, "Gắn ô").isEnabled()


def test_a_newer_version_tells_which_ties_fall_away(tab, store, tmp_path):
    form_id = bring(tab, tmp_path, excel_form())
    dialog = open_ties(tab, form_id)
    label = "Từ trần – Số lượng Kỳ này"
    dialog.view.choose(next(at for at, one in enumerate(dialog._blanks) if one.label == label))
    press(dialog.pane.search, Qt.Key.Key_Return)
    press(dialog, Qt.Key.Key_S, CONTROL)
    newer = openpyxl.load_workbook(BytesIO(excel_form()))
    newer["Biểu 1"]["B9"] = "Hội viên qua đời"
    path = tmp_path / "mau-moi.xlsx"
    newer.save(path)
    tab.table.choose_ids([form_id])
    tab._ask_version(tab.table.chosen())
    chosen_file(tab, path)
    assert label in open_box().informativeText()
    click(button(open_box(), "Thay mẫu"))
    assert tab.table.seen_lines()[0].tied == 0


def test_a_number_is_asked_for_until_the_period_has_one(tab, store, tmp_path):
    form_id = bring(tab, tmp_path, word_form(), "bieu-6-thang.docx")
    opened = forms.open_form(store, form_id)
    ties = {
        "Số": Tie(kind=TieKind.WORD, name=Word.DOCUMENT_NUMBER),
        "Tổng số hội viên": Tie(kind=TieKind.FIGURE, name="members_closing"),
    }
    places = {blank.label: blank.place for blank in opened.shape.blanks}
    blanks = [
        FormBlank(place=places[name], label=name, tie=as_json(one)) for name, one in ties.items()
    ]
    forms.save_ties(store, opened, blanks)
    tab.refresh()
    settle()
    for told in ("lấy số 17/BC-CCB", "đã có số 17/BC-CCB"):
        tab.table.choose_ids([form_id])
        settle()
        click(button(tab, "Điền cho kỳ"))
        dialog = dialog_of(tab, FillDialog)
        dialog.period.choose(ReportKind.YEAR, "2025")
        settle()
        if dialog.form.field("begin").isVisible():
            dialog.form.field("begin").set_value(17)
            press(dialog, Qt.Key.Key_F5)
        assert told in dialog._told.text()
        assert dialog.form.field("numbered").isVisible() is told.startswith("lấy")
        press(dialog, Qt.Key.Key_S, CONTROL)
        question = next(one for one in dialog.findChildren(QFileDialog) if one.isVisible())
        question.fileSelected.emit(str(tmp_path / "ra.docx"))
        settle()
        open_box().close()
    (line,) = register.list_lines(store, Direction.OUT)
    assert line.document.subject == "bieu 6 thang, năm 2025"
