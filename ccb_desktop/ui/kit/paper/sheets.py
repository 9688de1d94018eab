"""The pages of a paper under each other, as they are laid out one after the other.

Public: `PaperSheets` with `show_paper(paper)`, `clear()`, `turn(way)`, `go_to(place)`,
`zoom(way)`, `fit_width()`, `fit_page()`, `pages`, `place`, `is_complete`, `is_beginning`;
signal `moved` when another page is seen, or more of them are known. The first page is there
at once; the others are laid out while the window waits for nothing.
"""

import time
from collections import OrderedDict
from collections.abc import Iterator

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QSizePolicy

from ccb_desktop.domain.pages.flow import pages as laid_pages
from ccb_desktop.domain.pages.placed import Page
from ccb_desktop.domain.pages.values import PaperText
from ccb_desktop.ui.kit.paper.fonts import PaperFonts
from ccb_desktop.ui.kit.paper.painting import PagePainter

_SLICE = 0.02  # seconds of laying out between two looks at the window
_GAP = 14  # pixels between pages
_STEPS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 2.5, 3.0)
_WIDEST = 1.5  # of the true size, to which a page is stretched at most
_HELD = 4  # pictures of pages
_STEP = 60  # pixels of a step of the wheel or of an arrow
_POINTS = 72.0
_LEAST_LINES = 14  # of the text of the window


class PaperSheets(QAbstractScrollArea):
    """Shows pages, turns them, makes them larger and smaller."""

    moved = Signal()
    """Another page is seen, or more pages are known."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: list[Page] = []
        self.is_complete = True
        self.is_beginning = False
        self._coming: Iterator[Page] = iter(())
        self._fonts = PaperFonts()
        self._painter = PagePainter(self._fonts)
        self._tops: list[int] = []
        self._zoom: float | None = None  # None: fitted
        self._whole = False
        self._pictures: OrderedDict[int, QPixmap] = OrderedDict()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._lay_out_more)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.verticalScrollBar().setSingleStep(_STEP)
        self.horizontalScrollBar().setSingleStep(_STEP)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)
        self._tell()

    def minimumSizeHint(self) -> QSize:
        """A few lines of a page can always be read."""
        letter = self.fontMetrics().height()
        return QSize(letter * 20, letter * _LEAST_LINES)

    # What is shown

    def show_paper(self, paper: PaperText, *, beginning: bool = False) -> None:
        """Show another paper from its first page on.

        Args:
            paper: What it says.
            beginning: Whether it is cut off where nothing more is read yet; the whole paper,
                shown next, goes on at the page that is seen.
        """
        place, seen = (
            (self.place, self.verticalScrollBar().value()) if self.is_beginning else (1, 0)
        )
        self._begin(laid_pages(paper, self._fonts), beginning=beginning)
        while len(self.pages) < place and not self.is_complete:
            self._take_one()
        self._arrange()
        self.verticalScrollBar().setValue(seen)

    def clear(self) -> None:
        """Show nothing."""
        self._begin(iter(()), beginning=False)

    def _begin(self, coming: Iterator[Page], *, beginning: bool) -> None:
        self._timer.stop()
        self._fonts.forget_paper()
        self._coming, self.pages, self.is_complete = coming, [], False
        self.is_beginning = beginning
        self.setAccessibleName("")  # of another paper
        self._tops = []
        self._pictures.clear()
        self.verticalScrollBar().setValue(0)
        self._take_one()
        self._arrange()
        if not self.is_complete:
            self._timer.start()

    def _take_one(self) -> None:
        page = next(self._coming, None)
        if page is not None:
            self.pages.append(page)
            return
        self._timer.stop()
        self.is_complete = True
        if self.is_beginning and len(self.pages) > 1:
            self.pages.pop()  # it is not full yet

    def _lay_out_more(self) -> None:
        """As many pages as the window can wait for."""
        until = time.monotonic() + _SLICE
        while not self.is_complete and time.monotonic() < until:
            self._take_one()
        self._arrange()

    def complete(self) -> None:
        """Lay out all that is left, before it is printed."""
        while not self.is_complete:
            self._take_one()
        self._arrange()

    # Where pages stand

    def _scale(self, page: Page) -> float:
        """Pixels for each point of a page."""
        true_size = self.logicalDpiY() / _POINTS
        if self._zoom is not None:
            return self._zoom * true_size
        room = self.viewport().size()
        by_width = (room.width() - 2 * _GAP) / page.width
        if not self._whole:
            return max(0.1, min(by_width, _WIDEST * true_size))
        return max(0.1, min(by_width, (room.height() - 2 * _GAP) / page.height))

    def _size(self, page: Page) -> QSize:
        scale = self._scale(page)
        return QSize(round(page.width * scale), round(page.height * scale))

    def _arrange(self) -> None:
        """Reckon where each page stands, and how far one can scroll."""
        self._tops, down, wide = [], _GAP, 0
        for page in self.pages:
            size = self._size(page)
            self._tops.append(down)
            down += size.height() + _GAP
            wide = max(wide, size.width() + 2 * _GAP)
        room = self.viewport().size()
        for bar, needed, seen in (
            (self.verticalScrollBar(), down, room.height()),
            (self.horizontalScrollBar(), wide, room.width()),
        ):
            bar.setPageStep(max(1, seen - _STEP))
            bar.setRange(0, max(0, needed - seen))
        self.viewport().update()
        self._tell()

    def _area(self, index: int) -> QRectF:
        """Where a page stands in the window, by its index."""
        size = self._size(self.pages[index])
        free = self.viewport().width() - size.width()
        left = free // 2 if free > 0 else _GAP - self.horizontalScrollBar().value()
        top = self._tops[index] - self.verticalScrollBar().value()
        return QRectF(left, top, size.width(), size.height())

    @property
    def place(self) -> int:
        """The page that is seen most of, from 1; 0 where there is none."""
        middle = self.verticalScrollBar().value() + self.viewport().height() * 0.4
        return sum(top <= middle for top in self._tops) or min(1, len(self.pages))

    # Turning, zooming

    def turn(self, way: int) -> None:
        """Go so many pages on, or back."""
        self.go_to(self.place + way)

    def go_to(self, place: int) -> None:
        """Show the top of a page, the first or last one where there is no such page."""
        if self.pages:
            index = max(1, min(place, len(self.pages))) - 1
            self.verticalScrollBar().setValue(self._tops[index] - _GAP // 2)

    def zoom(self, way: int) -> None:
        """Show pages larger (`way` 1) or smaller (-1)."""
        if not self.pages:
            return
        now = self._scale(self.pages[self.place - 1]) * _POINTS / self.logicalDpiY()
        steps = [step for step in _STEPS if (step - now) * way > 0.01]
        if steps:
            self._set_zoom(min(steps) if way > 0 else max(steps))

    def fit_width(self) -> None:
        """Let pages be as wide as the window."""
        self._whole = False
        self._set_zoom(None)

    def fit_page(self) -> None:
        """Let a page be seen whole."""
        self._whole = True
        self._set_zoom(None)

    @property
    def is_whole(self) -> bool:
        """Whether pages are seen whole."""
        return self._whole and self._zoom is None

    def _set_zoom(self, zoom: float | None) -> None:
        place = self.place
        self._zoom = zoom
        self._pictures.clear()
        self._arrange()
        self.go_to(place)

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right turn pages, plus and minus zoom; the rest scrolls."""
        acts = {
            Qt.Key.Key_Right: lambda: self.turn(1),
            Qt.Key.Key_Left: lambda: self.turn(-1),
            Qt.Key.Key_Home: lambda: self.go_to(1),
            Qt.Key.Key_End: lambda: self.go_to(len(self.pages)),
            Qt.Key.Key_Plus: lambda: self.zoom(1),
            Qt.Key.Key_Equal: lambda: self.zoom(1),
            Qt.Key.Key_Minus: lambda: self.zoom(-1),
        }
        act = acts.get(Qt.Key(event.key()))
        sideways = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if act is None or (sideways and self.horizontalScrollBar().maximum() > 0):
            super().keyPressEvent(event)
        else:
            act()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls; with Ctrl it zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fitted pages follow the window."""
        place = self.place
        self._pictures.clear()
        self._arrange()
        if self._zoom is None and event.oldSize().isValid():
            self.go_to(place) if place > 1 else None

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Everything is drawn again; pictures of pages are held."""
        self.viewport().update()

    def _scrolled(self) -> None:
        self.viewport().update()
        self._tell()

    def _tell(self) -> None:
        """Let others, and screen readers, know which page is seen."""
        place, count = self.place, len(self.pages)
        name = f"Trang {place} trên {count}" if place else "Chưa có trang nào"
        if name != self.accessibleName() or not place:
            self.setAccessibleName(name)
            self.setAccessibleDescription(self.pages[place - 1].text if place else "")
        self.moved.emit()

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages that are seen."""
        palette = self.palette()
        room = self.viewport().rect()
        with QPainter(self.viewport()) as painter:
            painter.fillRect(room, palette.color(QPalette.ColorRole.Mid))
            for index in range(len(self.pages)):
                area = self._area(index)
                if area.bottom() < 0:
                    continue
                if area.top() > room.height():
                    break
                painter.drawPixmap(area.topLeft(), self._picture(index))
                painter.setPen(palette.color(QPalette.ColorRole.Dark))
                painter.drawRect(area.adjusted(-1, -1, 0, 0))
            if self.hasFocus():
                painter.setPen(QPen(palette.color(QPalette.ColorRole.Accent), 3))
                painter.drawRect(room.adjusted(1, 1, -2, -2))

    def _picture(self, index: int) -> QPixmap:
        """A page as a picture, held while it may be seen again."""
        held = self._pictures.get(index)
        if held is None:
            held = self._pictures[index] = self._drawn(self.pages[index])
            while len(self._pictures) > _HELD:
                self._pictures.popitem(last=False)
        self._pictures.move_to_end(index)
        return held

    def _drawn(self, page: Page) -> QPixmap:
        ratio, size = self.devicePixelRatioF(), self._size(page)
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor("white"))
        with QPainter(picture) as painter:
            scale = self._scale(page)
            painter.scale(scale, scale)
            self._painter.paint(painter, page, len(self.pages))
        return picture
