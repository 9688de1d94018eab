"""Notices that nobody has touched the program for a while.

watch = IdleWatch(parent)
watch.idle.connect(lock)
watch.set_minutes(10)      # 0: never
"""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletMove,
    }
)
_MINUTE = 60_000  # milliseconds


class IdleWatch(QObject):
    """Listens to the windows that get the keyboard; keys and mouse of the officer come there."""

    idle = Signal()
    """For the set time there was neither key nor mouse."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.idle)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self.listen)
            self.listen(app.focusWindow())

    def set_minutes(self, minutes: int) -> None:
        """How long it may take; 0 never tells it."""
        self._timer.stop()
        self._timer.setInterval(minutes * _MINUTE)
        self.touched()

    def touched(self) -> None:
        """Somebody is there: count anew."""
        if self._timer.interval():
            self._timer.start()

    def listen(self, window: QWindow | None) -> None:
        """Hear what is done in one more window."""
        if window is not None:
            window.installEventFilter(self)
            self.touched()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let everything through."""
        if event.type() in _TOUCHES:
            self.touched()
        return False
