"""Draws one page of a paper with any painter: of the window, of a printer, of a PDF.

Public: `PagePainter(fonts)` with `paint(painter, page, total)`; the painter is set so that one
unit is one point.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from ccb_desktop.domain.pages.placed import (
    Page,
    Placed,
    PlacedFrame,
    PlacedGround,
    PlacedLine,
    PlacedPicture,
    PlacedWords,
)
from ccb_desktop.domain.pages.values import Edge, Look, Picture
from ccb_desktop.ui.kit.paper.fonts import UNITS, PaperFonts

_FRAME = QColor("#808080")
_FRAME_WORDS = Look(font="Liberation Sans", size=9.0, colour="505050")
_STYLES = {
    "dashed": Qt.PenStyle.DashLine,
    "dotted": Qt.PenStyle.DotLine,
}
_CENTER = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
_MOST_IMAGES = 40


class PagePainter:
    """Holds the pictures it has opened."""

    def __init__(self, fonts: PaperFonts) -> None:
        self._fonts = fonts
        self._images: dict[int, tuple[Picture, QImage]] = {}

    def paint(self, painter: QPainter, page: Page, total: int) -> None:
        """Draw a page; `total` is how many there are."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, True)
        painter.save()
        painter.scale(1 / UNITS, 1 / UNITS)
        for thing in page.things:
            self._draw(painter, thing, total)
        painter.restore()

    def _draw(self, painter: QPainter, thing: Placed, total: int) -> None:
        match thing:
            case PlacedWords():
                self._words(painter, thing, total)
            case PlacedLine():
                _line(painter, thing)
            case PlacedGround(colour=colour):
                painter.fillRect(_area(thing), QColor(f"#{colour}"))
            case PlacedPicture(picture=picture):
                self._picture(painter, _area(thing), picture)
            case PlacedFrame(words=words):
                self._frame(painter, _area(thing), words)

    def _words(self, painter: QPainter, words: PlacedWords, total: int) -> None:
        look = words.look
        colour = QColor(f"#{look.colour}")
        x, y, wide = words.x * UNITS, words.y * UNITS, words.width * UNITS
        size = look.size * UNITS
        if look.ground:
            area = QRectF(x, y - size * 0.9, wide, size * 1.15)
            painter.fillRect(area, QColor(f"#{look.ground}"))
        painter.setFont(self._fonts.font(look))
        painter.setPen(colour)
        text = str(total) if words.counts_pages else words.text
        if not text.isspace():
            painter.drawText(QPointF(x, y), text)
        if look.underline:
            painter.fillRect(QRectF(x, y + size * 0.11, wide, size * 0.05), colour)

    def _picture(self, painter: QPainter, area: QRectF, picture: Picture) -> None:
        image = self._image(picture)
        if image.isNull():
            self._frame(painter, area, picture.words or "Hình")
        else:
            painter.drawImage(area, image)

    def _image(self, picture: Picture) -> QImage:
        held = self._images.get(id(picture))
        if held is None or held[0] is not picture:
            if len(self._images) >= _MOST_IMAGES:
                self._images.clear()
            held = self._images[id(picture)] = (picture, QImage.fromData(picture.content))
        return held[1]

    def _frame(self, painter: QPainter, area: QRectF, words: str) -> None:
        """A box that says what stands there."""
        painter.setPen(QPen(_FRAME, UNITS * 0.75, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)
        painter.setFont(self._fonts.font(_FRAME_WORDS))
        painter.setPen(QColor(f"#{_FRAME_WORDS.colour}"))
        painter.drawText(area, _CENTER, words)


def _area(thing: PlacedGround | PlacedPicture | PlacedFrame) -> QRectF:
    return QRectF(thing.x * UNITS, thing.y * UNITS, thing.width * UNITS, thing.height * UNITS)


def _line(painter: QPainter, line: PlacedLine) -> None:
    """A line of a border; a double one as two thin ones."""
    x, y, wide, high = (part * UNITS for part in (line.x, line.y, line.width, line.height))
    if line.edge.kind == "double":
        off = line.edge.width * UNITS
        for way in (-off, off):
            right, down = (0.0, way) if wide else (way, 0.0)
            _stroke(painter, x + right, y + down, wide, high, line.edge)
    else:
        _stroke(painter, x, y, wide, high, line.edge)


def _stroke(painter: QPainter, x: float, y: float, wide: float, high: float, edge: Edge) -> None:
    """A line at least one dot wide, and never blurred over two."""
    dot = 1 / max(painter.combinedTransform().m11(), 1e-6)
    style = _STYLES.get(edge.kind, Qt.PenStyle.SolidLine)
    pen = QPen(QColor(f"#{edge.colour}"), max(edge.width * UNITS, dot), style)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap if edge.kind in _STYLES else Qt.PenCapStyle.SquareCap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(pen)
    painter.drawLine(QPointF(x, y), QPointF(x + wide, y + high))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
