"""The window of the handbook: contents and search at the left, the page at the right.

Public: `HelpWindow(folder)` with `show_page(page_id)`, where an unknown page shows the first one,
and `pages_with(typed)`.
"""

from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QTextBrowser, QWidget

from ccb_desktop.ui.kit.help_pages import HelpPage, find, handbook
from ccb_desktop.ui.kit.search_line import SearchLine
from ccb_desktop.ui.kit.widgets import button, column

_OF_SCREEN = 0.95
_PAGE = Qt.ItemDataRole.UserRole


class HelpWindow(QWidget):
    """Stays open beside the work."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("Sổ tay hướng dẫn")
        self.pages = handbook(folder)
        self.search = SearchLine("Tìm trong sổ tay")
        self.contents = QListWidget()
        self.text = QTextBrowser()
        self._build(folder)
        self.search.textChanged.connect(self._list)
        self.search.down_pressed.connect(self.contents.setFocus)
        self.contents.currentItemChanged.connect(self._show_item)
        self.text.anchorClicked.connect(self._follow)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.hide)
        self._list("")

    def show_page(self, page_id: str) -> None:
        """Open the handbook at a page."""
        self.search.clear()
        ids = [page.id for page in self.pages]
        if ids:
            self.contents.setCurrentRow(ids.index(page_id) if page_id in ids else 0)
        self.show()
        self.raise_()
        self.activateWindow()

    def pages_with(self, typed: str) -> list[HelpPage]:
        """The pages in which what was typed occurs."""
        return find(self.pages, typed)

    def print_page(self) -> None:
        """Print the page that is shown, as a step card to lay beside the keyboard."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.text.document().print_(printer))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def _build(self, folder: Path) -> None:
        letter = self.fontMetrics().height()
        self.contents.setAccessibleName("Mục lục sổ tay")
        self.contents.setWordWrap(True)
        self.contents.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that comes later would take room from titles that are broken into lines already.
        self.contents.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.text.setAccessibleName("Trang sổ tay")
        self.text.setOpenLinks(False)
        self.text.setSearchPaths([str(folder)])
        left = column()
        left.addWidget(self.search)
        left.addWidget(self.contents, 1)
        left.addWidget(button("In trang này", self.print_page, icon="print", shortcut="Ctrl+P"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(letter, letter, letter, letter)
        layout.setSpacing(letter)
        side = QWidget()
        side.setLayout(left)
        layout.addWidget(side, 2)
        layout.addWidget(self.text, 5)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs a larger window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """As large as it reads well, and never larger than the screen."""
        letter, room = self.fontMetrics().height(), self.screen().availableSize()
        wanted = QSize(letter * 52, letter * 34)
        self.resize(wanted.boundedTo(room * _OF_SCREEN))

    def _list(self, typed: str) -> None:
        self.contents.clear()
        for page in find(self.pages, typed):
            item = QListWidgetItem(page.title)
            item.setData(_PAGE, page)
            self.contents.addItem(item)
        self.contents.setCurrentRow(0)

    def _show_item(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._show(item.data(_PAGE))

    def _show(self, page: HelpPage) -> None:
        self.text.document().setBaseUrl(QUrl.fromLocalFile(str(page.file)))
        self.text.document().setMarkdown(
            page.text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub
        )
        self.text.moveCursor(self.text.textCursor().MoveOperation.Start)

    def _follow(self, link: QUrl) -> None:
        """A link leads to another page of the handbook; nothing leads out of the program."""
        name = Path(link.path()).name
        for row in range(self.contents.count()):
            page = self.contents.item(row).data(_PAGE)
            if page.file.name == name or page.id == name.removesuffix(".md"):
                self.contents.setCurrentRow(row)
