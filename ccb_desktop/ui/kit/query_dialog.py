"""Lọc nâng cao: conditions in groups, how many fit, and keeping them under a name."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.queries import Group, QueryField, Test, by_id, in_words, sieve
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.page import ask_for_help
from ccb_desktop.ui.kit.query_editor import QueryEditor
from ccb_desktop.ui.kit.widgets import FlowLayout, button, column, label, size_in_letters

_COUNT_AFTER = 150  # milliseconds without a key
_LETTERS = (56, 36)  # wide, high


class QueryDialog(QDialog):
    """What is chosen here is shown in the list behind by `Lọc`."""

    chosen = Signal(object, str)
    """The filter to be shown (`Group`), and the name under which it is kept, if any."""

    def __init__(
        self,
        parent: QWidget,
        fields: Sequence[QueryField],
        count: Callable[[Test], tuple[int, int]],
        save: Callable[[str, Group], object] | None,
        *,
        noun: str,
        query: Group,
        name: str = "",
        act: str = "Lọc",
        cost: Callable[[Group], str] = lambda _query: "",
    ) -> None:
        """Build the window; show it with `open()`.

        Args:
            parent: The page it belongs to.
            fields: What can be asked about.
            count: How many lines fit a test, and how many there are.
            save: Keeps a filter under a name; without it nothing is kept.
            noun: What is counted, as `hội viên`.
            query: The filter to begin with.
            name: The name under which it is kept.
            act: What the main button says.
            cost: What more is told of a filter.
        """
        super().__init__(parent)
        self._fields = by_id(fields)
        self._count = count
        self._save = save
        self._noun = noun
        self._act = act
        self._cost = cost
        self._name = name
        self.editor = QueryEditor(fields)
        self.told = label("", "field")
        self.name = QLineEdit(name)
        self._soon = QTimer(self, interval=_COUNT_AFTER, singleShot=True)
        self._soon.timeout.connect(self.look)
        self._build()
        self.editor.set_query(query)
        self.editor.changed.connect(self._soon.start)
        self.look()

    def look(self) -> None:
        """Count how many fit what stands there now."""
        self._soon.stop()
        query = self.editor.query()
        try:
            fitting, whole = self._count(sieve(query, self._fields))
        except UserError as error:
            self.told.setText(str(error))
            self._show.setEnabled(False)
            return
        words = in_words(query, self._fields) or "Chưa hỏi gì: thấy tất cả"
        told = f"Khớp {number(fitting)} / {number(whole)} {self._noun}. {self._cost(query)}"
        self.told.setText(f"{told.rstrip()}\n{words}")
        self._show.setEnabled(True)

    def _build(self) -> None:
        self.setWindowTitle("Lọc nâng cao")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        QShortcut(QKeySequence.StandardKey.HelpContents, self, partial(ask_for_help, self))
        layout = column(self, margin=20, spacing=10)
        layout.addWidget(label("Lọc nâng cao", "title"))
        layout.addWidget(self.editor, 1)
        layout.addWidget(self.told)
        layout.addLayout(self._feet())
        size_in_letters(self, *_LETTERS)

    def _feet(self) -> FlowLayout:
        self.name.setAccessibleName("Tên bộ lọc")
        self.name.setPlaceholderText("Tên để lưu bộ lọc")
        self.name.setMinimumWidth(self.fontMetrics().height() * 12)
        feet = FlowLayout()
        self._show = button(self._act, self._choose, role="main", icon="filter")
        for widget in (*self._keepers(), button("Đóng", self.reject), self._show):
            feet.addWidget(widget)
        return feet

    def _keepers(self) -> list[QWidget]:
        """What keeps a filter, or shows everything again; nothing where nothing is kept."""
        if self._save is None:
            return []
        keep = button("Lưu bộ lọc", self._keep, icon="save", shortcut="Ctrl+S")
        return [self.name, keep, button("Bỏ lọc", self._choose_all)]

    def _choose(self) -> None:
        self.look()
        if self._show.isEnabled():
            self.chosen.emit(self.editor.query(), self._name)
            self.accept()

    def _choose_all(self) -> None:
        self.chosen.emit(Group(), "")
        self.accept()

    def _keep(self) -> None:
        self.look()
        if self._save is None:
            return
        if not self._show.isEnabled():
            messages.tell(self, self.told.text())
            return
        try:
            self._save(self.name.text(), self.editor.query())
        except UserError as error:
            messages.tell(self, error)
            return
        self._name = self.name.text().strip()
        self.chosen.emit(self.editor.query(), self._name)
        self.accept()
