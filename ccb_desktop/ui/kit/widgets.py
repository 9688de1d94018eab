"""Small makers of labels and buttons, and a row that wraps when the text is large.

Public: `give_role(widget, role)`, `label(text, role)`, `button(text, on_click, role=, icon=,
shortcut=, writes=, duties=)`, `menu_button(text, icon)`, `column(parent)`,
`labelled(text, box)`, `fit_window(window, letters)`, `size_in_letters(window, wide, high)`,
`clear(layout)`, `FlowLayout`, `refresh_style(widget)`.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.ui.kit.icons import IconDress
from ccb_desktop.ui.kit.seat import place_of

_OF_WIDTH, _OF_HEIGHT = 0.95, 0.92  # of the screen that a window takes at the most


def give_role(widget: QWidget, role: str) -> None:
    """Give a widget one of the looks listed in `style_sheet.py`, now and when it changes."""
    widget.setProperty("role", role)
    refresh_style(widget)


def refresh_style(widget: QWidget) -> None:
    """Let the style sheet look again at the properties of a widget."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def label(text: str, role: str = "", *, wrap: bool = True) -> QLabel:
    """A plain text, never read as markup, because names may hold any sign."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


class PushButton(QPushButton):
    """A button that Enter presses as Space does, and that never takes the Enter of others.

    Nor does it take the second press of a double click that began on what stood here before.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        self._was_pressed = False
        self._writes = False
        self._own_duties: tuple[Duty, ...] | None = None
        self._is_wanted, self._told, self._whose = True, "", ""

    def belong(self, duties: tuple[Duty, ...] | None = None) -> None:
        """It writes: it is grey, with the reason as its tool tip, where that is not his work.

        Args:
            duties: Any of them lets one press it, nothing is everybody's; None are those of
                the tab or page where it stands.
        """
        self._writes, self._own_duties = True, duties

    @property
    def writes(self) -> bool:
        """Whether it changes the books, and who is at work is asked for."""
        return self._writes

    def setEnabled(self, wanted: bool) -> None:
        """Let it be pressed, as far as it is the work of whoever is at work."""
        self._is_wanted = wanted
        super().setEnabled(wanted and not self._whose)

    def setToolTip(self, told: str) -> None:
        """Say what it does; whose work it is goes before."""
        self._told = told
        super().setToolTip(self._whose or told)

    def showEvent(self, event: QShowEvent) -> None:
        """Whatever was pressed before, it was not pressed where it stands now."""
        self._was_pressed = False
        if self._writes:
            place = place_of(self)
            duties = place.duties if self._own_duties is None else self._own_duties
            self._whose = place.seat.why_not(duties)
            self.setEnabled(self._is_wanted)
            self.setToolTip(self._told)
        super().showEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember that a double click that follows began here."""
        self._was_pressed = True
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Quick presses of one button all count; one meant for another button does not."""
        if self._was_pressed:
            super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on a button means this button, not the one a dialog has by default."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.menu() is not None:
            self.showMenu()
        elif not event.isAutoRepeat():
            self.click()


def button(
    text: str,
    on_click: Callable[[], object],
    *,
    role: str = "",
    icon: str = "",
    shortcut: str = "",
    writes: bool = False,
    duties: tuple[Duty, ...] | None = None,
) -> QPushButton:
    """A button that says its act; the shortcut is told in its tool tip.

    Args:
        text: The act, as `Thêm hội viên`.
        on_click: What to do.
        role: `main`, `plain`, `link` or nothing.
        icon: Name of a drawing.
        shortcut: As `Ctrl+N`.
        writes: Whether it changes the books, which then must be his work who is at work.
        duties: Whose act it is, where it is not that of the tab or page where it stands.
    """
    made = PushButton(text)
    if writes or duties is not None:
        made.belong(duties)
    if role:
        made.setProperty("role", role)
    if icon:
        IconDress(made, icon)
    if shortcut:
        # The button's own shortcut would wait a tenth of a second, for the look of a press.
        QShortcut(QKeySequence(shortcut), made, made.click)
        made.setToolTip(f"{text} ({shortcut})")
    made.clicked.connect(lambda: on_click())
    return made


def menu_button(text: str, icon: str = "") -> tuple[PushButton, QMenu]:
    """A button that opens a menu, and that menu, still empty.

    Args:
        text: What the acts in the menu have in common, as `In`.
        icon: Name of a drawing.
    """
    made = PushButton(text)
    made.setProperty("menu", "true")
    if icon:
        IconDress(made, icon)
    menu = QMenu(text, made)
    made.setMenu(menu)
    return made, menu


def labelled(text: str, box: QComboBox) -> QWidget:
    """A box with its name before it, as filters stand in a row."""
    pair = QWidget()
    layout = QHBoxLayout(pair)
    layout.setContentsMargins(0, 0, 0, 0)
    name = label(f"{text}:", "soft", wrap=False)
    name.setBuddy(box)
    layout.addWidget(name)
    layout.addWidget(box)
    return pair


def column(parent: QWidget | None = None, *, margin: int = 0, spacing: int = 12) -> QVBoxLayout:
    """An upright layout with even gaps."""
    made = QVBoxLayout(parent) if parent is not None else QVBoxLayout()
    made.setContentsMargins(margin, margin, margin, margin)
    made.setSpacing(spacing)
    return made


def size_in_letters(window: QWidget, wide: int, high: int) -> None:
    """Make a window so many heights of the text wide and high, as far as the screen has room."""
    letter, room = window.fontMetrics().height(), window.screen().availableSize()
    window.resize(
        min(letter * wide, round(room.width() * _OF_WIDTH)),
        min(letter * high, round(room.height() * _OF_HEIGHT)),
    )


def fit_window(window: QWidget, letters: int) -> None:
    """Make a window so many heights of the text wide and as high as its words need there.

    Qt by itself reckons the height before it bounds the width, and cuts off what wraps.
    """
    room, layout = window.screen().availableSize(), window.layout()
    width = min(window.fontMetrics().height() * letters, round(room.width() * _OF_WIDTH))
    height = layout.totalHeightForWidth(width) if layout is not None else 0
    most = round(room.height() * _OF_HEIGHT)
    window.resize(width, min(max(height, window.sizeHint().height()), most))


def clear(layout: QLayout) -> None:
    """Take every widget out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


class FlowLayout(QLayout):
    """Places widgets in a row and goes on in a new row where the width ends."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        spacing: int = 8,
        stretch_first: bool = False,
        at_top: bool = False,
    ) -> None:
        """Start empty.

        Args:
            parent: The widget it lays out.
            spacing: Gap between items, both ways.
            stretch_first: Whether the first item takes the room that is left in its row.
            at_top: Whether items stand at the top of their row, as fields with labels do,
                not in its middle.
        """
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._stretch_first = stretch_first
        self._at_top = at_top
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more item at the end."""
        self._items.append(item)

    def put_first(self, widgets: Sequence[QWidget]) -> None:
        """Put these widgets before all others, in this order."""
        first: dict[QWidget | None, int] = {made: place for place, made in enumerate(widgets)}
        for widget in widgets:
            if self.indexOf(widget) < 0:
                self.addWidget(widget)
        self._items.sort(key=lambda item: first.get(item.widget(), len(first)))
        self.invalidate()

    def widgets(self) -> list[QWidget]:
        """What stands in the row, in order."""
        return [made for made in (item.widget() for item in self._items) if made is not None]

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place, or None beyond the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove the item at a place."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all rows at this width."""
        return self._height(self._rows(width))

    def expandingDirections(self) -> Qt.Orientation:
        """Takes no room it does not need."""
        return Qt.Orientation(0)

    def sizeHint(self) -> QSize:
        """Everything in one row."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        gaps = self.spacing() * max(0, len(shown) - 1)
        height = max((size.height() for size in shown), default=0)
        return QSize(sum(size.width() for size in shown) + gaps, height)

    def minimumSize(self) -> QSize:
        """The widest and the highest single item."""
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, rect: QRect) -> None:
        """Place all items, each in the middle of its row, the rows in the middle of the room."""
        super().setGeometry(rect)
        rows = self._rows(rect.width())
        top = rect.y() + max(0, rect.height() - self._height(rows)) // 2
        for row in rows:
            left, row_height = rect.x(), _height_of(row)
            for item in row:
                size = item.sizeHint()
                if item is self._items[0] and self._stretch_first:
                    size.setWidth(max(size.width(), rect.width() - self._width(row[1:])))
                lower = 0 if self._at_top else (row_height - size.height()) // 2
                place = QPoint(left, top + lower)
                item.setGeometry(QRect(place, size))
                left += size.width() + self.spacing()
            top += row_height + self.spacing()

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        """Which items share a row at this width."""
        rows: list[list[QLayoutItem]] = []
        left = 0
        for item in self._items:
            if item.isEmpty():
                continue
            wide = item.sizeHint().width()
            if not rows or left + wide > width:
                rows.append([])
                left = 0
            rows[-1].append(item)
            left += wide + self.spacing()
        return rows

    def _width(self, others: list[QLayoutItem]) -> int:
        """What these items and the gaps before them take."""
        return sum(item.sizeHint().width() + self.spacing() for item in others)

    def _height(self, rows: list[list[QLayoutItem]]) -> int:
        gaps = self.spacing() * max(0, len(rows) - 1)
        return sum(map(_height_of, rows)) + gaps


def _height_of(row: list[QLayoutItem]) -> int:
    return max(item.sizeHint().height() for item in row)
