"""The list of pages at the left: big, labelled, with a drawing each.

Public: `SideBar(title)` with `add_page(id, label, icon)`, `choose(id)`, `set_title(text)`, signal
`wanted(id)`.
"""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from ccb_desktop.ui.kit.icons import IconDress
from ccb_desktop.ui.kit.widgets import column, label

_LOWEST, _HIGHEST = 1.6, 2.4  # height of a button in heights of the text
_NARROWEST = 9  # width of the bar, likewise: the name of a branch takes few lines


class SideBar(QScrollArea):
    """One button per page; scrolls where the text is large and the window low."""

    wanted = Signal(str)

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setObjectName("pages")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._ground = QWidget()
        self._ground.setObjectName("side")
        self._ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        self._layout = column(self._ground, margin=8, spacing=2)
        self._title = label(title, "brand")
        self._title.setMargin(self.fontMetrics().height() // 2)
        self._layout.addWidget(self._title)
        self._layout.addStretch(1)
        self.setWidget(self._ground)

    def add_page(self, page_id: str, text: str, icon: str, *, tip: str = "") -> None:
        """Put one more page below the others."""
        made = _PageButton()
        made.setText(text)
        made.setAccessibleName(f"Trang {text}")
        made.setToolTip(tip)
        IconDress(made, icon)
        made.clicked.connect(lambda: self.wanted.emit(page_id))
        made.stepped.connect(lambda way: self._step(page_id, way))
        self._group.addButton(made)
        self._buttons[page_id] = made
        self._layout.insertWidget(self._layout.count() - 1, made)

    def set_title(self, text: str) -> None:
        """Name the branch above the pages."""
        self._title.setText(text)
        self._share_height()

    def choose(self, page_id: str) -> None:
        """Mark the page that is shown."""
        self._buttons[page_id].setChecked(True)
        self.ensureWidgetVisible(self._buttons[page_id])

    def sizeHint(self) -> QSize:
        """As wide as the longest name of a page; the name of the branch goes on in new lines."""
        bar = self.verticalScrollBar().sizeHint().width()
        margins = self._layout.contentsMargins()
        widest = max((made.sizeHint().width() for made in self._buttons.values()), default=0)
        least = self.fontMetrics().height() * _NARROWEST
        return QSize(max(widest + margins.left() + margins.right(), least) + bar, 200)

    def minimumSizeHint(self) -> QSize:
        """Never narrower, but as low as the window wants."""
        return QSize(self.sizeHint().width(), 120)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height among the pages: comfortable where there is room, else closer."""
        super().resizeEvent(event)
        self._share_height()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs more height."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._share_height()

    def _share_height(self) -> None:
        """Show every page at once where that can be: the name of the branch gives way first.

        The foot and the title of the window name it too.
        """
        letter, count = self.fontMetrics().height(), max(1, len(self._buttons))
        margins = self._layout.contentsMargins()
        width = self.viewport().width() - margins.left() - margins.right()
        title = self._title.heightForWidth(width) + self._layout.spacing()
        room = self.viewport().height() - margins.top() - margins.bottom()
        lowest, gap = round(letter * _LOWEST), self._layout.spacing()
        has_title = room - title >= count * (lowest + gap)
        self._title.setVisible(has_title)
        each = (room - title if has_title else room) // count - gap
        height = max(lowest, min(each, round(letter * _HIGHEST)))
        for made in self._buttons.values():
            made.setFixedHeight(height)

    def _step(self, page_id: str, way: int) -> None:
        """One page up or down, by the arrow keys."""
        ids = list(self._buttons)
        place = max(0, min(ids.index(page_id) + way, len(ids) - 1))
        self._buttons[ids[place]].setFocus()
        self.wanted.emit(ids[place])


class _PageButton(QToolButton):
    """A button as wide as the bar; the arrow keys go to its neighbours."""

    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down change the page."""
        ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        way = ways.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(way)
