"""Cutting a photo of 3 × 4 cm out of a picture, by keyboard and mouse."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from ccb_desktop.ui.kit.widgets import FlowLayout, button, column, label, size_in_letters
from ccb_desktop.ui.members.photo_file import cut_out
from ccb_desktop.ui.members.photo_frame import PhotoFrame

_STEP = 0.02  # of the picture, for one press of an arrow
_IN, _OUT = 1 / 1.08, 1.08
_EDGE = 3  # so that the frame is seen where it reaches the edge of the picture
_SHADE = QColor(0, 0, 0, 150)
_HINT = (
    "Kéo khung bằng chuột hoặc phím mũi tên. Lăn chuột, hoặc gõ + và -, để khung nhỏ lại hay lớn "
    "ra. Khuôn mặt nằm giữa khung là vừa."
)


class PhotoDialog(QDialog):
    """Shows a picture with the frame over it."""

    taken = Signal(bytes)
    """The photo that was cut out, as JPEG."""

    def __init__(self, parent: QWidget, image: QImage, name: str) -> None:
        """Build the dialog; show it with `open()`.

        Args:
            parent: The window it belongs to.
            image: The picture.
            name: Whose photo it will be.
        """
        super().__init__(parent)
        self.setWindowTitle(f"Cắt ảnh: {name}")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.view = CutView(image)
        self._build(name)

    def _build(self, name: str) -> None:
        layout = column(self, margin=20, spacing=12)
        layout.addWidget(label(f"Cắt ảnh: {name}", "title"))
        layout.addWidget(label(_HINT, "soft"))
        layout.addWidget(self.view, 1)
        turns = FlowLayout(spacing=8)
        turns.addWidget(button("Khung nhỏ lại", lambda: self.view.zoom(_IN)))
        turns.addWidget(button("Khung lớn ra", lambda: self.view.zoom(_OUT)))
        turns.addWidget(button("Quay trái", lambda: self.view.turn(-90), icon="undo"))
        turns.addWidget(button("Quay phải", lambda: self.view.turn(90), icon="redo"))
        layout.addLayout(turns)
        feet = QHBoxLayout()
        feet.addStretch(1)
        feet.addWidget(button("Bỏ", self.reject))
        feet.addWidget(button("Lưu ảnh", self._take, role="main", icon="save", shortcut="Ctrl+S"))
        layout.addLayout(feet)
        size_in_letters(self, 44, 36)
        self.view.setFocus()

    def _take(self) -> None:
        self.taken.emit(cut_out(self.view.image, self.view.frame))
        self.accept()


class CutView(QWidget):
    """The picture and the frame; what lies outside of it is dark."""

    def __init__(self, image: QImage) -> None:
        super().__init__()
        self.image = image
        self.frame = PhotoFrame.over((image.width(), image.height()))
        self._held: QPointF | None = None
        self.setMinimumSize(QSize(240, 240))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        self.setAccessibleName("Khung cắt ảnh")
        self.setAccessibleDescription(_HINT)

    def zoom(self, factor: float) -> None:
        """Grow or shrink the frame."""
        self._show(self.frame.zoomed(factor))

    def turn(self, degrees: int) -> None:
        """Turn the picture; the frame begins anew."""
        self.image = self.image.transformed(QTransform().rotate(degrees))
        self._show(PhotoFrame.over((self.image.width(), self.image.height())))

    def _show(self, frame: PhotoFrame) -> None:
        self.frame = frame
        self.update()

    def _scale(self) -> float:
        """How many points of the screen one of the picture takes."""
        return min(self.width() / self.image.width(), self.height() / self.image.height())

    def _place(self) -> QRectF:
        """Where the picture stands."""
        scale = self._scale()
        width, height = self.image.width() * scale, self.image.height() * scale
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def _frame_place(self) -> QRectF:
        scale, place, frame = self._scale(), self._place(), self.frame
        left, top = place.left() + frame.left * scale, place.top() + frame.top * scale
        return QRectF(left, top, frame.width * scale, frame.height * scale)

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture, and the frame bright within it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place, frame = self._place(), self._frame_place()
        painter.drawImage(place, self.image)
        painter.fillRect(place, _SHADE)
        held = self.frame
        part = QRectF(held.left, held.top, held.width, held.height)
        painter.drawImage(frame, self.image, part)
        edge = frame.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        painter.setPen(QPen(QColor("white"), 5 if self.hasFocus() else 3))
        painter.drawRect(edge)
        painter.setPen(QPen(QColor("black"), 1))
        painter.drawRect(edge)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the frame; plus and minus change its size."""
        step = _STEP * max(self.image.width(), self.image.height())
        ways = {
            Qt.Key.Key_Left: (-step, 0.0),
            Qt.Key.Key_Right: (step, 0.0),
            Qt.Key.Key_Up: (0.0, -step),
            Qt.Key.Key_Down: (0.0, step),
        }
        sizes = {Qt.Key.Key_Plus: _IN, Qt.Key.Key_Equal: _IN, Qt.Key.Key_Minus: _OUT}
        key = Qt.Key(event.key())
        if key in ways:
            self._show(self.frame.moved(*ways[key]))
        elif key in sizes:
            self.zoom(sizes[key])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Away from the officer the frame shrinks, so that the face grows."""
        self.zoom(_IN if event.angleDelta().y() > 0 else _OUT)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        self.setFocus()
        self._held = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the frame with the mouse."""
        if self._held is not None:
            way = (event.position() - self._held) / self._scale()
            self._held = event.position()
            self._show(self.frame.moved(way.x(), way.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._held = None
