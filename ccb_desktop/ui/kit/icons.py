"""Line drawings of the pages and acts, in the colour of the text around them.

Public: `pixmap(name, colour, pixels, ratio)`, `icon(name, widget)`, `IconDress(button, name)`.
The drawings are the files of resources/icons without their ending: home members units funds
visits tasks activities emulation reports exchange settings search add edit delete undo redo
print export import columns filter save open calendar help close check warning info back next
refresh backup lock user history more cake merge folder phone text-size.
"""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QWidget

from ccb_desktop import paths

_REPAINTS = (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange)


def pixmap(name: str, colour: QColor, pixels: int, ratio: float = 1.0) -> QPixmap:
    """One drawing in one colour.

    Args:
        name: File name in resources/icons, without `.svg`.
        colour: Colour of the lines.
        pixels: Side length on the screen.
        ratio: Device pixels per pixel.
    """
    picture = QPixmap(QSize(round(pixels * ratio), round(pixels * ratio)))
    picture.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(_drawing(name).replace(b"currentColor", _hex(colour))))
    with QPainter(picture) as painter:
        renderer.render(painter, QRectF(picture.rect()))
    picture.setDevicePixelRatio(ratio)
    return picture


def icon(
    name: str, widget: QWidget, role: QPalette.ColorRole = QPalette.ColorRole.ButtonText
) -> QIcon:
    """A drawing as an icon of the size and colour of the text of `widget`."""
    colour = widget.palette().color(QPalette.ColorGroup.Active, role)
    return QIcon(pixmap(name, colour, side(widget), widget.devicePixelRatioF()))


def side(widget: QWidget) -> int:
    """Side length of an icon beside the text of `widget`."""
    return round(widget.fontMetrics().height() * 1.05)


class IconDress(QObject):
    """Keeps the icon of a button in the size and colour of its text."""

    def __init__(self, button: QAbstractButton, name: str) -> None:
        super().__init__(button)
        self._button = button
        self._name = name
        button.installEventFilter(self)
        self._paint()

    def set_name(self, name: str) -> None:
        """Show another drawing from now on."""
        self._name = name
        self._paint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw again when size or colour of the text has changed."""
        if event.type() in _REPAINTS:
            self._paint()
        return super().eventFilter(watched, event)

    def _paint(self) -> None:
        length = side(self._button)
        drawn = icon(self._name, self._button)
        if self._button.isCheckable():
            drawn.addPixmap(_chosen_pixmap(self._name, self._button), state=QIcon.State.On)
        self._button.setIconSize(QSize(length, length))
        self._button.setIcon(drawn)


def _chosen_pixmap(name: str, widget: QWidget) -> QPixmap:
    """The drawing as it stands on the ground of what is chosen."""
    colour = widget.palette().color(QPalette.ColorRole.HighlightedText)
    return pixmap(name, colour, side(widget), widget.devicePixelRatioF())


@lru_cache(maxsize=64)
def _drawing(name: str) -> bytes:
    return (paths.resources() / "icons" / f"{name}.svg").read_bytes()


def _hex(colour: QColor) -> bytes:
    return colour.name().encode("ascii")
