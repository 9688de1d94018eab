"""Pictures of figures, drawn to be read: the title says the message, values stand on the bars.

    chart = RowChart("Hội viên đông nhất ở độ tuổi 65–69", [Bar("60–64", 210), ...])
    chart.chosen.connect(lambda place: ...)      # a bar was clicked, or Enter pressed on it
    png = chart.picture(900, 420)                # for the Word report, in black and white too

Public: `Bar(label, value, shown)`, `RowChart` (bars from left to right), `LineChart` (a line
through months), both of them `Chart` with `show_bars(title, bars)`, `chosen`,
`picture(width, height)`.
"""

import math
from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ccb_desktop.domain.printing import number
from ccb_desktop.ui.kit.theme import LIGHT, qt_palette

_CENTER = Qt.AlignmentFlag.AlignCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_LABELS_AT_MOST = 0.45  # of the width of a picture with rows


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure.

    Attributes:
        label: What it counts.
        value: How much; may be below zero.
        shown: The value as it is printed; by itself the rounded number.
    """

    label: str
    value: float
    shown: str = ""

    @property
    def text(self) -> str:
        """What stands on the bar."""
        return self.shown or number(round(self.value))


class Chart(QWidget):
    """What all pictures have in common."""

    chosen = Signal(int)
    """Place of the bar whose people or vouchers shall be shown."""

    def __init__(
        self,
        title: str = "",
        bars: Sequence[Bar] = (),
        *,
        clickable: bool = False,
        full: float = 0.0,
    ) -> None:
        """Draw these bars.

        Args:
            title: The message, in a sentence.
            bars: The figures, in their order.
            clickable: Whether a bar leads somewhere; then the keyboard reaches it too.
            full: The value of a bar that takes all the room, as 1 for parts of a whole;
                else the longest bar does.
        """
        super().__init__()
        self.bars: list[Bar] = []
        self.title = ""
        self._current = 0
        self._places: list[QRectF] = []
        self._clickable = clickable
        self._full = full
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        if clickable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_bars(title, bars)

    def show_bars(self, title: str, bars: Sequence[Bar]) -> None:
        """Draw other figures."""
        self.title, self.bars, self._current = title, list(bars), 0
        self.setAccessibleName(title)
        self.setAccessibleDescription("; ".join(f"{bar.label}: {bar.text}" for bar in bars))
        self.updateGeometry()
        self.update()

    def picture(self, width: int, height: int, *, ratio: float = 2.0) -> bytes:
        """The same as a PNG on white, for paper.

        Args:
            width: In points of the text.
            height: The same.
            ratio: Dots per point; 2 is sharp in print.
        """
        image = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.white)
        with QPainter(image) as painter:
            self._draw_all(painter, QRectF(0, 0, width, height), qt_palette(LIGHT))
        raw = QByteArray()
        buffer = QBuffer(raw)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes here
        return bytes(raw.data())

    def sizeHint(self) -> QSize:
        """Room enough to read it."""
        letter = self.fontMetrics().height()
        return QSize(letter * 20, letter * 11)

    def minimumSizeHint(self) -> QSize:
        """The least at which labels can be read."""
        letter = self.fontMetrics().height()
        return QSize(letter * 12, letter * 9)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it on the window."""
        with QPainter(self) as painter:
            self._draw_all(painter, QRectF(self.rect()), self.palette())
            if self.hasFocus() and self._places:
                painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Text), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(self._places[self._current])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses a bar."""
        for place, area in enumerate(self._places):
            if self._clickable and area.contains(event.position()):
                self._current = place
                self.update()
                self.chosen.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from bar to bar, Enter chooses."""
        way = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Down: 1,
        }.get(Qt.Key(event.key()))
        if way is not None and self.bars:
            self._current = max(0, min(self._current + way, len(self.bars) - 1))
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.bars:
            self.chosen.emit(self._current)
        else:
            super().keyPressEvent(event)

    def _draw_all(self, painter: QPainter, area: QRectF, palette: QPalette) -> None:
        """Title above, the bars in the rest."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = _bold(self.font())
        painter.setFont(font)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        letter = QFontMetricsF(font).height()
        flags = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value
        head = painter.boundingRect(area, flags, self.title)
        painter.drawText(head, flags, self.title)
        painter.setFont(self.font())
        rest = area.adjusted(0, head.height() + letter * 0.5, 0, 0)
        self._places = []
        if self.bars:
            self._draw(painter, rest, palette, QFontMetricsF(self.font()))

    @abstractmethod
    def _draw(
        self, painter: QPainter, area: QRectF, palette: QPalette, metrics: QFontMetricsF
    ) -> None:
        """Draw the bars, of which there are some, and note their places."""

    def _span(self) -> tuple[float, float]:
        """The lowest and the highest value, zero always among them."""
        values = [bar.value for bar in self.bars]
        low, high = min(0.0, *values), max(self._full, *values)
        return low, high if high > low else low + 1


class RowChart(Chart):
    """Bars from left to right, for labels that need room."""

    def sizeHint(self) -> QSize:
        """As high as it must be at the width that is usual."""
        width = self.fontMetrics().height() * 20
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Every line is seen."""
        width = self.fontMetrics().height() * 12
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more labels go on in a second line."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The title and a row for each bar, as high as the longest label needs."""
        metrics = QFontMetricsF(self.font())
        line, place = metrics.height(), self._label_width(width, metrics)
        lines = max((_lines(metrics, bar.label, place) for bar in self.bars), default=1)
        title = _lines(QFontMetricsF(_bold(self.font())), self.title, width)
        return math.ceil(line * (title + 0.5 + (lines + 0.6) * max(1, len(self.bars))))

    def _label_width(self, width: float, metrics: QFontMetricsF) -> float:
        widest = max((metrics.horizontalAdvance(bar.label) for bar in self.bars), default=0.0)
        return min(widest + 4, width * _LABELS_AT_MOST)

    def _draw(
        self, painter: QPainter, area: QRectF, palette: QPalette, metrics: QFontMetricsF
    ) -> None:
        step = area.height() / len(self.bars)
        label_width = self._label_width(area.width(), metrics)
        value_width = max(metrics.horizontalAdvance(bar.text) for bar in self.bars) + 10
        left = area.left() + label_width + 8
        room = max(1.0, area.right() - value_width - left)
        _low, high = self._span()
        for place, bar in enumerate(self.bars):
            top = area.top() + place * step
            before = QRectF(area.left(), top, label_width, step)
            _write(painter, palette, before, bar.label, _RIGHT, wrap=True)
            length = max(0.0, bar.value) * room / high
            thick = min(step * 0.66, metrics.height() * 1.2)
            body = QRectF(left, top + (step - thick) / 2, length, thick)
            painter.fillRect(body, palette.color(QPalette.ColorRole.Accent))
            beside = QRectF(left + length + 6, top, value_width, step)
            _write(painter, palette, beside, bar.text, _LEFT)
            self._places.append(QRectF(area.left(), top, area.width(), step))
        _rule(painter, palette, QPointF(left, area.top()), QPointF(left, area.bottom()))


class LineChart(Chart):
    """A line through points in time, each with its value."""

    def _draw(
        self, painter: QPainter, area: QRectF, palette: QPalette, metrics: QFontMetricsF
    ) -> None:
        line = metrics.height()
        low, high = self._span()
        top, bottom = area.top() + line * 1.4, area.bottom() - line * 1.6
        step = area.width() / len(self.bars)
        points = [
            QPointF(
                area.left() + (place + 0.5) * step,
                bottom - (bar.value - low) * (bottom - top) / (high - low),
            )
            for place, bar in enumerate(self.bars)
        ]
        zero = bottom + low * (bottom - top) / (high - low)
        _rule(painter, palette, QPointF(area.left(), zero), QPointF(area.right(), zero))
        accent = palette.color(QPalette.ColorRole.Accent)
        painter.setPen(QPen(accent, 3))
        painter.drawPolyline(QPolygonF(points))
        for bar, point in zip(self.bars, points, strict=True):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent)
            painter.drawEllipse(point, 5, 5)
            place = QRectF(point.x() - step / 2, point.y() - line * 1.3, step, line)
            text = metrics.elidedText(bar.text, Qt.TextElideMode.ElideRight, step)
            _write(painter, palette, place, text, _CENTER)
            foot = QRectF(point.x() - step / 2, area.bottom() - line * 1.2, step, line)
            _write(painter, palette, foot, bar.label, _CENTER)
            self._places.append(QRectF(foot.left(), area.top(), step, area.height()))


def _write(
    painter: QPainter,
    palette: QPalette,
    place: QRectF,
    text: str,
    align: Qt.AlignmentFlag,
    *,
    wrap: bool = False,
) -> None:
    painter.setPen(palette.color(QPalette.ColorRole.Text))
    flags = align.value | Qt.TextFlag.TextDontClip.value
    painter.drawText(place, flags | Qt.TextFlag.TextWordWrap.value if wrap else flags, text)


def _bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setBold(True)
    return made


def _lines(metrics: QFontMetricsF, text: str, width: float) -> int:
    """In how many lines a text stands at this width."""
    room = QRectF(0, 0, width, metrics.height() * 100)
    written = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap.value, text)
    return max(1, round(written.height() / metrics.lineSpacing()))


def _rule(painter: QPainter, palette: QPalette, first: QPointF, last: QPointF) -> None:
    """The line from which the bars begin."""
    colour: QColor = palette.color(QPalette.ColorRole.Dark)
    painter.setPen(QPen(colour, 1))
    painter.drawLine(first, last)
