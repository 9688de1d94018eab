"""The first job, by hand: from a chi hội's Excel list to the six-month report in Word."""

from datetime import date
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTableView

from ccb_desktop.app import Program
from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.reports.kinds import ReportKind
from ccb_desktop.operations.branch import start_branch
from ccb_desktop.paths import DataFolder
from ccb_desktop.ui.exchange.receiving.tab import ReceivingTab
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.names_dialog import NamesDialog
from ccb_desktop.ui.reports.desk.tab import DeskTab
from tests.ui import hands

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples" / "an-lac"
THIS_YEAR = date.today().year
CTRL = Qt.KeyboardModifier.ControlModifier


class Officer:
    """An officer at the window: what he does with mouse and keyboard."""

    def __init__(self, program):
        self.program = program
        self.window = program.window

    def wait(self):
        hands.settle()
        while self.program.desk.background.is_busy:
            self.program.desk.background.wait()
            hands.settle()

    def go_to(self, page_id):
        self.come_back()
        place = list(self.window._specs).index(page_id) + 1
        if place <= 9:  # later pages have no key of their own
            QTest.keyClick(self.window, getattr(Qt.Key, f"Key_{place}"), CTRL)
        else:
            hands.click(self.window.side._buttons[page_id])
        self.wait()
        return self.window.page(self.window.shown_page)

    def press(self, parent, text):
        hands.click(hands.button(parent, text))
        self.wait()

    def choose(self, table, name):
        line = next(line for line in table.seen_lines() if line.full_name == name)
        table.choose_ids([line.person_id])
        hands.settle()

    def act(self, text):
        """What a line of the menu `Ghi biến động` does."""
        page = self.window.page("members")
        action = next(a for a in page.findChildren(QAction) if a.text() == text and a.isEnabled())
        action.trigger()
        self.wait()
        return self.dialog()

    def dialog(self):
        return next(d for d in self.window.findChildren(FormDialog) if d.isVisible())

    def undo(self):
        self.come_back()
        QTest.keyClick(self.window, Qt.Key.Key_Z, CTRL)
        self.wait()

    def come_back(self):
        """A screen in memory has no window manager to give the keyboard back."""
        self.window.activateWindow()
        hands.settle()

    def redo(self):
        self.come_back()
        QTest.keyClick(self.window, Qt.Key.Key_Y, CTRL)
        self.wait()

    def members(self):
        return len(self.window.page("members").members.seen_lines())


@pytest.fixture
def officer(qt_app, tmp_path):
    folder = DataFolder(tmp_path / "branch")
    names = Branch(name="Hội CCB phường An Lạc", parent="Hội CCB tỉnh", place="An Lạc")
    start_branch(folder, names).close()
    program = Program(qt_app, folder)
    program.begin()
    hands.show(program.window, 1366, 768)
    officer = Officer(program)
    officer.wait()
    yield officer
    program.window.close()


def import_lists(officer, files):
    page = officer.go_to("exchange").tab(ReceivingTab)
    QTest.keyClick(officer.window, Qt.Key.Key_I, CTRL)
    page.wizard.begin_with(files)
    officer.wait()  # until it is known what they are
    for _step in range(2):
        officer.press(page, "Tiếp tục")
    officer.press(page, "Ghi vào sổ")
    officer.press(hands.open_box(), "Xem Hội viên")


def test_from_the_excel_list_to_the_word_report(officer, tmp_path):
    messy = SAMPLES / "messy"
    import_lists(officer, [messy / "01-tieu-de-gop-o.xlsx", messy / "03-tieu-de-chi-hoi.xlsx"])
    page = officer.window.page("members")
    assert officer.window.shown_page == "members"
    assert officer.members() == 24 + 27
    search_by_first_letters(officer, page)
    correct_a_person(officer, page)
    let_one_die_and_undo_it(officer, page)
    see_the_figure_and_its_name(officer, officer.go_to("reports"))
    write_the_report(officer, tmp_path / "giay")


def search_by_first_letters(officer, page):
    search = page.members.filters.search
    hands.type_text(search, "ng v a")
    officer.wait()
    found = {line.full_name for line in page.members.seen_lines()}
    assert "Nguyễn Văn Anh Khánh" in found
    assert all(name.startswith("Ng") for name in found)
    assert len(found) < 10
    search.clear()
    officer.wait()


def correct_a_person(officer, page):
    officer.choose(page.members, "Ngô Văn Ẩn")
    hands.press(page.members.view, Qt.Key.Key_Return)
    officer.wait()
    form = officer.dialog()
    form.form.field("phone").set_value("0912345678")
    QTest.keyClick(form, Qt.Key.Key_S, CTRL)
    officer.wait()


def let_one_die_and_undo_it(officer, page):
    officer.choose(page.members, "Âu Văn Mùi")
    dialog = officer.act("Từ trần")
    write(dialog, "happened_on", f"5/3/{THIS_YEAR}")
    QTest.keyClick(dialog, Qt.Key.Key_S, CTRL)
    officer.wait()
    assert officer.members() == 50
    officer.undo()
    assert officer.members() == 51
    officer.redo()
    assert officer.members() == 50


def see_the_figure_and_its_name(officer, reports):
    reports = reports.tab(DeskTab)
    reports._choice.choose(ReportKind.YEAR, str(THIS_YEAR))
    officer.wait()
    table = reports._figures._table
    lines = {line.figure.indicator.code: line for line in table.seen_lines()}
    assert lines["members_deceased"].figure.value == 1
    table.choose_ids(["members_deceased"])
    hands.press(table.view, Qt.Key.Key_Return)
    officer.wait()
    names = next(d for d in reports.findChildren(NamesDialog) if d.isVisible())
    assert "Âu Văn Mùi" in shown_text(names)
    names.close()


def write_the_report(officer, folder):
    officer.window.page("reports").tab(DeskTab)._write_to(folder)
    officer.wait()
    hands.click(hands.button(hands.open_box(), "Đóng"))
    [word] = folder.glob("*.docx")
    text = "\n".join(paragraph.text for paragraph in docx.Document(str(word)).paragraphs)
    assert "từ trần 01" in text


def write(dialog, name, text):
    """Type into a field of a form."""
    line = dialog.form.field(name).findChild(QLineEdit)
    line.setFocus()
    line.clear()
    hands.type_text(line, text)
    hands.settle()


def shown_text(dialog):
    """Everything that the table of a dialog shows."""
    model = dialog.findChild(QTableView).model()
    return " ".join(
        str(model.index(row, place).data() or "")
        for row in range(model.rowCount())
        for place in range(model.columnCount())
    )
