"""Line drawings of the pages and acts, in the colour of the text around them.

Public: `pixmap(name, colour, pixels, ratio)`, `icon(name, widget)`, `IconDress(button, name)`.
The drawings are the files of resources/icons without their ending: home members units funds
visits tasks activities emulation reports exchange settings search add edit delete undo redo
print export import columns filter save open calendar help close check warning info back next
refresh backup lock user history more cake merge minus folder phone text-size.
"""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QWidget

from ccb_desktop import paths

_REPAINTS = (
    QEvent.Type.Polish,
    QEvent.Type.PaletteChange,
    QEvent.Type.FontChange,
    QEvent.Type.StyleChange,
)


def pixmap(name: str, colour: QColor, pixels: int, ratio: float = 1.0) -> QPixmap:
    """One drawing in one colour.

    Args:
        name: File name in resources/icons, without `.svg`.
        colour: Colour of the lines.
        pixels: Side length on the screen.
        ratio: Device pixels per pixel.
    """
    key = f"{name} {colour.name()} {pixels} {ratio}"
    known = QPixmap()
    if QPixmapCache.find(key, known):
        return known
    picture = QPixmap(QSize(round(pixels * ratio), round(pixels * ratio)))
    picture.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(_drawing(name).replace(b"currentColor", _hex(colour))))
    with QPainter(picture) as painter:
        renderer.render(painter, QRectF(picture.rect()))
    picture.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, picture)
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
        self._asked: tuple[object, ...] = ()
        self._drawn: tuple[object, ...] = ()
        self._has_look = False
        button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw when the button gets its look, and again when that has changed."""
        kind = event.type()
        if kind == QEvent.Type.Polish:
            self._has_look = True
        if self._has_look and kind in _REPAINTS:
            self._paint()
        return super().eventFilter(watched, event)

    def _paint(self) -> None:
        button, ratio = self._button, self._button.devicePixelRatioF()
        length, palette = side(button), button.palette()
        asked = (length, ratio, palette.cacheKey(), bool(button.text()), button.isCheckable())
        if asked == self._asked:
            return
        self._asked = asked
        roles = _ROLES[: 2 if button.isCheckable() else 1]
        colours = [palette.color(QPalette.ColorGroup.Active, role) for _state, role in roles]
        off = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
        drawn_in = (*colours, off)
        wanted = (self._name, length, ratio, bool(button.text()), *(c.name() for c in drawn_in))
        if wanted == self._drawn:
            return
        self._drawn = wanted
        room = QSize(round(length * 1.3) if button.text() else length, length)
        drawn = QIcon()
        for (state, _role), colour in zip(roles, colours, strict=True):
            drawn.addPixmap(_on_left(pixmap(self._name, colour, length, ratio), room), state=state)
        faint = _on_left(pixmap(self._name, off, length, ratio), room)
        drawn.addPixmap(faint, QIcon.Mode.Disabled)  # Qt's own would be white on white
        button.setIconSize(room)
        button.setIcon(drawn)


_ROLES = (
    (QIcon.State.Off, QPalette.ColorRole.ButtonText),
    (QIcon.State.On, QPalette.ColorRole.HighlightedText),
)


def _on_left(picture: QPixmap, room: QSize) -> QPixmap:
    """The drawing with some air between it and the text that follows."""
    ratio = picture.devicePixelRatio()
    wide = QPixmap(room * ratio)
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    with QPainter(wide) as painter:
        painter.drawPixmap(0, 0, picture)
    return wide


@lru_cache(maxsize=64)
def _drawing(name: str) -> bytes:
    return (paths.resources() / "icons" / f"{name}.svg").read_bytes()


def _hex(colour: QColor) -> bytes:
    return colour.name().encode("ascii")
