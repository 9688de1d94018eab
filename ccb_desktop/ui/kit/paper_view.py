"""A paper as pages inside the program: turned, enlarged, printed, written as PDF.

    self.paper = PaperView(desk, store)
    layout.addWidget(self.paper, 1)

    # the very file that would be written is made in the background, read, and removed:
    self.paper.show_made(lambda out: papers.write_list(store, order, out), name="Danh sách")
    self.paper.show_file(path)                       # a Word file that lies there
    self.paper.show_content(content, "BC-6T.docx")   # the bytes of a frozen one
    self.paper.clear("Chưa chọn danh sách nào.")     # nothing, and why

`name` is what the PDF is called and what the printer is told. What cannot be shown is said in
place of the pages; nobody needs to catch anything. `shown` is sent when the first page is
there. Only `.docx` has pages: of an Excel paper show its Word file, which says the same.
`PaperDialog(parent, desk, store, title)` is a window around it, with `paper` as its view.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSizePolicy, QWidget

from ccb_desktop.domain.errors import Stopped, UserError
from ccb_desktop.domain.pages.values import PaperText
from ccb_desktop.operations import paper_pages
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.paper_pages import Begun
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.background import Progress
from ccb_desktop.ui.kit.file_dialogs import PDF_OUT, choose_target
from ccb_desktop.ui.kit.open_file import tell_written
from ccb_desktop.ui.kit.page import Desk, ask_for_help
from ccb_desktop.ui.kit.paper.printing import (
    draw_pdf,
    is_there_a_printer,
    print_pages,
    printer_dialog,
)
from ccb_desktop.ui.kit.paper.sheets import PaperSheets
from ccb_desktop.ui.kit.widgets import FlowLayout, button, column, label

_NOTHING = "Chưa có trang nào để xem."
_MAKING = "Đang lập trang…"
_NO_PRINTER = (
    "Máy này chưa cài máy in nào.\nBản in vẫn xem được ở đây. Hãy nhờ người cài máy in, hoặc ghi "
    "ra tệp PDF rồi mang sang máy khác in."
)
_OF_SCREEN = 0.95


class PaperView(QWidget):
    """Pages, and the buttons above them."""

    shown = Signal()
    """The first page is there."""

    _begun = Signal(int, object, str)

    def __init__(self, desk: Desk, store: Store) -> None:
        """Show nothing yet.

        Args:
            desk: Its background makes what is shown.
            store: In whose folder papers are made.
        """
        super().__init__()
        self._desk = desk
        self._store = store
        self._name = ""
        self._masked = True
        self._asked = 0
        self.sheets = PaperSheets()
        self._said = label(_NOTHING, "soft")
        self._place = label("", wrap=False)
        self._fit = button("Cả trang", self._change_fit)
        self._bar = QWidget()
        self._fill_bar()
        layout = column(self, spacing=8)
        layout.addWidget(self._said)
        layout.addWidget(self._bar)
        layout.addWidget(self.sheets, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.sheets.moved.connect(self._tell_place)
        # A bound slot is run in the window's thread, though the worker sends it.
        self._begun.connect(self._show_beginning)
        self.clear()

    def _fill_bar(self) -> None:
        row = FlowLayout(self._bar)
        smaller, larger = (
            button(sign, partial(self.sheets.zoom, way)) for sign, way in (("−", -1), ("+", 1))
        )
        for one, said in ((smaller, "Thu nhỏ"), (larger, "Phóng to")):
            one.setAccessibleName(said)
            one.setToolTip(said)
            one.setMaximumWidth(one.fontMetrics().height() * 4)
        self._pages_acts = [
            button("Trước", partial(self.sheets.turn, -1), icon="back"),
            button("Sau", partial(self.sheets.turn, 1), icon="next"),
        ]
        self._pages_acts[0].setAccessibleName("Trang trước")
        self._pages_acts[1].setAccessibleName("Trang sau")
        row.addWidget(self._pages_acts[0])
        row.addWidget(self._place)
        row.addWidget(self._pages_acts[1])
        for one in (smaller, larger, self._fit):
            row.addWidget(one)
        self._leaving = [
            button("In…", self.print_out, icon="print"),
            button("Ghi PDF", self.write_pdf, icon="export"),
        ]
        for one in self._leaving:
            row.addWidget(one)

    # What is shown

    def show_file(self, path: Path) -> None:
        """Show a Word file."""
        self._read(partial(paper_pages.pages_of_file, path), path.stem)

    def show_content(self, content: bytes, name: str, *, masked: bool = True) -> None:
        """Show the bytes of a Word file; the log tells of what leaves whether it was masked."""
        self._masked = masked
        self._read(partial(paper_pages.pages_of_content, content, name), Path(name).stem)

    def show_made(self, write: Callable[[Path], object], name: str, *, masked: bool = True) -> None:
        """Show what `write` writes into a Word file; the file is removed at once."""
        self._masked = masked
        self._read(partial(paper_pages.pages_made, self._store, write), name)

    def _show_whole(self, paper: PaperText, name: str) -> None:
        is_first = not self.sheets.is_beginning
        self._name = name
        self._say("")
        self.sheets.show_paper(paper)
        if is_first:
            self.shown.emit()

    def clear(self, why: str = _NOTHING) -> None:
        """Show nothing, and say why."""
        self._asked += 1
        self.sheets.clear()
        self._say(why)

    def _show_beginning(self, asked: int, paper: PaperText, name: str) -> None:
        if asked == self._asked:
            self._name = name
            self._say("")
            self.sheets.show_paper(paper, beginning=True)
            self.shown.emit()

    def _read(self, read: Callable[[Begun], PaperText], name: str) -> None:
        """Read in the background; the last asked for is shown."""
        self.clear(_MAKING)
        asked = self._asked

        def show(paper: PaperText) -> None:
            if asked == self._asked:
                self._show_whole(paper, name)

        def tell(error: UserError) -> None:
            if asked == self._asked:
                stopped = isinstance(error, Stopped)
                self.clear("Đã dừng lập trang." if stopped else str(error))

        self._desk.background.run(
            lambda _progress: read(lambda paper: self._begun.emit(asked, paper, name)),
            show,
            tell,
            label="Đang lập trang",
            owner=self,
        )

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
        self._bar.setVisible(not sentence)
        self.sheets.setVisible(not sentence)

    def _tell_place(self) -> None:
        count = len(self.sheets.pages)
        known = self.sheets.is_complete and not self.sheets.is_beginning
        total = str(count) if known else "…"
        self._place.setText(f"Trang {self.sheets.place}/{total}")
        self._pages_acts[0].setEnabled(self.sheets.place > 1)
        self._pages_acts[1].setEnabled(self.sheets.place < count)
        for one in self._leaving:
            one.setEnabled(not self.sheets.is_beginning)
        self._fit.setText("Vừa bề ngang" if self.sheets.is_whole else "Cả trang")
        self._fit.setAccessibleName(self._fit.text())

    def _change_fit(self) -> None:
        """From the width of the window to a whole page, and back."""
        if self.sheets.is_whole:
            self.sheets.fit_width()
        else:
            self.sheets.fit_page()

    # What leaves

    def print_out(self) -> None:
        """Ask for a printer and print; where there is none, offer a PDF."""
        if not is_there_a_printer():
            messages.ask(self, _NO_PRINTER, [("Ghi PDF", self.write_pdf)], drawing="print")
            return
        self.sheets.complete()
        pages, seen, masked = list(self.sheets.pages), self.sheets.place, self._masked

        def print_logged(printer: QPrinter, progress: Progress) -> None:
            paper_pages.log_printed(self._store, masked=masked)
            print_pages(printer, pages, seen, progress)

        def print_now(printer: QPrinter) -> None:
            self._desk.background.run(
                lambda progress: print_logged(printer, progress),
                label="Đang in",
                owner=self,
            )

        printer_dialog(self, self.sheets, self._name, print_now).show()

    def write_pdf(self) -> None:
        """Ask for a file and write all pages into it."""
        choose_target(self, "Ghi PDF vào đâu", f"{self._name}.pdf", PDF_OUT, self._write_pdf)

    def _write_pdf(self, out: Path) -> None:
        self.sheets.complete()
        pages, name, masked = list(self.sheets.pages), self._name, self._masked
        self._desk.background.run(
            lambda progress: paper_pages.write_pdf(
                self._store, partial(draw_pdf, pages, name, progress), out, masked=masked
            ),
            lambda written: tell_written(self, [written]),
            label="Đang ghi PDF",
            owner=self,
        )


class PaperDialog(QDialog):
    """A window around the pages of a paper; show it with `open()`."""

    def __init__(self, parent: QWidget, desk: Desk, store: Store, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        QShortcut(QKeySequence.StandardKey.HelpContents, self, partial(ask_for_help, self))
        self.paper = PaperView(desk, store)
        layout = column(self, margin=16, spacing=10)
        layout.addWidget(self.paper, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(button("Đóng", self.reject, role="main", icon="close"))
        layout.addLayout(foot)
        self.resize(self.screen().availableSize() * _OF_SCREEN)
        self.paper.shown.connect(self.paper.sheets.setFocus)
