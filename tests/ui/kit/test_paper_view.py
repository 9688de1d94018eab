"""Papers as pages: turned, zoomed, told to the screen reader, printed, written as PDF."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog

from ccb_desktop.documents.word.list_paper import write_list_word
from ccb_desktop.documents.word.page_reading.reader import read_pages
from ccb_desktop.documents.word.report import write_report
from ccb_desktop.domain.errors import Stopped
from ccb_desktop.domain.papers import Annex, Heading, Paragraph
from ccb_desktop.ui.kit.background import Progress
from ccb_desktop.ui.kit.paper.fonts import PaperFonts
from ccb_desktop.ui.kit.paper.printing import chosen_pages, draw_pdf, print_pages
from ccb_desktop.ui.kit.paper_view import PaperDialog, PaperView
from tests.paper_values import a_list, a_report, a_table
from tests.ui.hands import button, click, no_box, open_box, press, settle, show, wait_until
from tests.ui.pictures import cut_off, nameless

ROWS = [(place, f"Nguyễn Văn An {place}", None, 0, "Chi hội 1") for place in range(1, 120)]


@pytest.fixture(scope="module")
def paper(tmp_path_factory):
    """A list of several pages."""
    file = tmp_path_factory.mktemp("giay") / "ds.docx"
    return read_pages(write_list_word(a_list(a_table(ROWS)), file))


@pytest.fixture
def view(qt_app, desk, store, paper):
    """The list in a window, all its pages laid out."""
    view = show(PaperView(desk, store), 1100, 600)
    view._show_whole(paper, "Danh sách")
    wait_until(lambda: view.sheets.is_complete)
    return view


def count(view):
    return len(view.sheets.pages)


def test_the_first_page_is_there_before_the_others(qt_app, desk, store, paper):
    view = PaperView(desk, store)
    shown = []
    view.shown.connect(lambda: shown.append(len(view.sheets.pages)))
    view._show_whole(paper, "Danh sách")
    assert shown == [1]
    assert "1/…" in view._place.text()


def test_keys_turn_pages_and_zoom(view):
    sheets = view.sheets
    sheets.setFocus()
    press(sheets, Qt.Key.Key_Right)
    assert view._place.text() == f"Trang 2/{count(view)}"
    press(sheets, Qt.Key.Key_End)
    assert sheets.place == count(view)
    press(sheets, Qt.Key.Key_Home)
    assert sheets.place == 1
    before = sheets._size(sheets.pages[0]).width()
    press(sheets, Qt.Key.Key_Minus)
    assert sheets._size(sheets.pages[0]).width() < before
    press(sheets, Qt.Key.Key_Plus)
    press(sheets, Qt.Key.Key_Plus)
    assert sheets._size(sheets.pages[0]).width() > before


def test_buttons_turn_pages_and_fit_them(view):
    click(button(view, "Sau"))
    assert view.sheets.place == 2
    click(button(view, "Cả trang"))
    assert view.sheets.place == 2
    room = view.sheets.viewport().size()
    assert view.sheets._size(view.sheets.pages[1]).height() <= room.height()
    click(button(view, "Vừa bề ngang"))
    assert view.sheets._size(view.sheets.pages[1]).height() > room.height()
    click(button(view, "Trước"))
    assert not button(view, "Trước").isEnabled()
    click(button(view, "Cả trang"))
    click(button(view, "+"))
    assert button(view, "Cả trang").isEnabled()


def test_a_page_can_be_read_aloud(view):
    assert view.sheets.accessibleName() == f"Trang 1 trên {count(view)}"
    assert "Nguyễn Văn An 3" in view.sheets.accessibleDescription()
    assert nameless(view) == []


def test_a_page_is_dark_words_on_white(view):
    image = view.sheets._drawn(view.sheets.pages[0]).toImage()
    lights = {
        image.pixelColor(x, y).lightness()
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    }
    assert max(lights) == 255
    assert min(lights) < 60


def test_nothing_of_the_bar_is_cut_off(view, look):
    look.set_percent(150)
    show(view, 1000, 500)
    assert cut_off(view) == []


def test_what_cannot_be_shown_is_said_in_its_place(view, tmp_path):
    bad = tmp_path / "hong.docx"
    bad.write_bytes(b"no paper")
    view.show_file(bad)
    assert "hong.docx" in view._said.text()
    assert not view.sheets.isVisible()
    assert no_box()


def test_a_paper_is_made_shown_and_removed(view):
    view.show_made(lambda out: write_report(a_report(), out), "Báo cáo")
    wait_until(lambda: view.sheets.is_complete)
    assert "BÁO CÁO" in view.sheets.pages[0].text
    assert [page.width > page.height for page in view.sheets.pages][-1]
    assert not view._store.folder.looked_at.exists()


# How many pages LibreOffice makes of the same files; Word breaks a line here or there elsewhere.
LIST_PAGES, REPORT_PAGES = 5, 8


def test_a_long_list_has_as_many_pages_as_in_an_office_program(view):
    assert abs(count(view) - LIST_PAGES) <= 1


def test_a_report_with_its_annexes_has_as_many_pages_as_in_an_office_program(view):
    sentence = "Trong kỳ, Hội đã thăm hỏi 99 lượt hội viên, tổng số tiền 29.300.000 đồng. " * 3
    body = [
        part
        for place in range(1, 25)
        for part in (Heading(2, f"{place}. Công tác Hội"), Paragraph(sentence))
    ]
    annexes = tuple(
        Annex(number=place, sheet="I", title="Chỉ tiêu", tables=(a_table(ROWS[:length]),))
        for place, length in ((1, 60), (2, 20))
    )
    view.show_made(lambda out: write_report(a_report(*body, annexes=annexes), out), "Báo cáo")
    wait_until(lambda: view.sheets.is_complete)
    lying = [page.width > page.height for page in view.sheets.pages]
    assert abs(count(view) - REPORT_PAGES) <= 1
    assert lying == sorted(lying)


def test_without_a_printer_the_pdf_is_offered(view, monkeypatch, tmp_path):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: [])
    click(button(view, "In…"))
    box = open_box()
    assert "chưa cài máy in" in box.text()
    click(button(box, "Ghi PDF"))
    dialog = view.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "ds.pdf"))
    dialog.close()
    assert (tmp_path / "ds.pdf").read_bytes().startswith(b"%PDF-")
    open_box().close()


@pytest.fixture
def printer(tmp_path):
    """A printer that prints into a file."""
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "in.pdf"))
    return printer


@pytest.fixture
def told():
    """What a job tells of itself."""
    return Progress(lambda standing: None, "Đang in")


def test_chosen_pages_are_printed(view, printer, told, tmp_path):
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    pages = view.sheets.pages
    print_pages(printer, pages, 1, told)
    assert [page.place for page in chosen_pages(printer, pages, 1)] == [2, 3]
    assert (tmp_path / "in.pdf").read_bytes().count(b"/Type /Page\n") == 2


def test_the_page_that_is_seen_can_be_printed_alone(view, printer):
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    assert [page.place for page in chosen_pages(printer, view.sheets.pages, 3)] == [3]


def test_all_pages_are_printed_where_none_were_chosen(view, printer):
    assert len(chosen_pages(printer, view.sheets.pages, 3)) == count(view)


def test_printing_stops_when_it_is_told_to(view, printer, told):
    told.stop()
    with pytest.raises(Stopped):
        print_pages(printer, view.sheets.pages, 1, told)


def test_the_dialog_of_the_printer_knows_how_many_pages_there_are(view, printer, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Máy in phòng họp"])
    click(button(view, "In…"))
    dialog = view.findChild(QPrintDialog)
    assert (dialog.minPage(), dialog.maxPage()) == (1, count(view))
    press(dialog, Qt.Key.Key_Escape)


def test_a_pdf_has_a_sheet_of_its_own_size_for_each_page(view, told, tmp_path):
    view.show_made(lambda out: write_report(a_report(), out), "Báo cáo")
    view.sheets.complete()
    draw_pdf(view.sheets.pages, "Báo cáo", told, tmp_path / "bc.pdf")
    content = (tmp_path / "bc.pdf").read_bytes()
    assert content.count(b"/Type /Page\n") == count(view)
    assert b"/MediaBox [0 0 842" in content


def test_letters_are_as_wide_at_any_size(qt_app, paper):
    fonts = PaperFonts()
    table = paper.sections[0].blocks[0].rows[0].cells[0].blocks[0]
    look = table.mark
    assert fonts.width("Hội", look) == pytest.approx(
        sum(fonts.width(letter, look) for letter in "Hội"), rel=0.02
    )
    assert fonts.heights(look).line > look.size


def test_a_window_of_its_own_closes_by_escape(qt_app, desk, store, paper):
    parent = show(PaperView(desk, store))
    dialog = PaperDialog(parent, desk, store, "Xem giấy")
    closed = []
    dialog.finished.connect(closed.append)
    dialog.open()
    settle()
    dialog.paper._show_whole(paper, "Danh sách")
    assert dialog.paper.sheets.hasFocus()
    press(dialog.paper.sheets, Qt.Key.Key_Escape)
    assert closed == [0]


def test_the_beginning_of_a_long_list_is_seen_while_the_rest_is_read(view, tmp_path):
    seen = []
    rows = [(place, f"Nguyễn Văn An {place}", None, 0, "Chi hội 1") for place in range(1, 900)]
    view.sheets.moved.connect(lambda: seen.append((view.sheets.is_beginning, view._place.text())))
    view.shown.connect(lambda: view.sheets.turn(1))
    view.show_file(write_list_word(a_list(a_table(rows)), tmp_path / "dai.docx"))
    wait_until(lambda: view.sheets.is_complete and not view.sheets.is_beginning)
    assert (True, "Trang 1/…") in seen
    assert button(view, "In…").isEnabled()
    assert count(view) > 20
    text = "\n".join(page.text for page in view.sheets.pages)
    assert all(f"Nguyễn Văn An {place}" in text for place in (1, 450, 899))
