"""A process that opens one window and tells when nothing changes on it any more.

`bare` opens a table window of PySide6 alone; any other word is the data folder whose books the
program opens. The answer is the moment of the first and of the last repaint, and the memory
used then.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget, QTableWidgetItem, QWidget

from benchmarks.measure import memory_now_mb

BARE = "bare"
_QUIET = 0.4  # seconds without a repaint
_LOOK_EVERY = 20  # milliseconds
_REPAINTS = frozenset({QEvent.Type.UpdateRequest, QEvent.Type.Expose, QEvent.Type.Resize})


class Watch(QObject):
    """Notes when a window was last drawn, and ends the process once it stays as it is."""

    def __init__(self, window: QWidget, is_busy: Callable[[], bool]) -> None:
        super().__init__()
        self._is_busy = is_busy
        self._seen_at: float | None = None
        self._drawn_at = time.monotonic()
        self._looking = QTimer(self, interval=_LOOK_EVERY)
        self._looking.timeout.connect(self._look)
        self._looking.start()
        window.installEventFilter(self)
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 (named by Qt)
        """Every repaint passes the window as a whole, whatever in it has changed."""
        if event.type() in _REPAINTS:
            QApplication.postEvent(self, QEvent(QEvent.Type.User))
        return False

    def customEvent(self, _event: QEvent) -> None:  # noqa: N802 (named by Qt)
        """It is drawn now; what was posted comes before any timer."""
        self._drawn_at = time.monotonic()
        self._seen_at = self._seen_at or self._drawn_at

    def _look(self) -> None:
        if self._is_busy():
            self._drawn_at = time.monotonic()
        elif time.monotonic() - self._drawn_at > _QUIET:
            self._answer()

    def _answer(self) -> None:
        told = {
            "seen_at": self._seen_at or self._drawn_at,
            "settled_at": self._drawn_at,
            "memory_mb": memory_now_mb(),
        }
        sys.stdout.write(json.dumps(told))
        sys.stdout.flush()
        os._exit(0)


def open_bare(_app: QApplication) -> tuple[QWidget, Callable[[], bool]]:
    """The least that shows a list."""
    window = QMainWindow()
    table = QTableWidget(50, 8)
    for row in range(50):
        for place in range(8):
            table.setItem(row, place, QTableWidgetItem(f"Người {row}.{place}"))
    window.setCentralWidget(table)
    window.resize(1280, 700)
    window.show()
    return window, lambda: False


def open_program(app: QApplication, folder: Path) -> tuple[QWidget, Callable[[], bool]]:
    """The window as officers get it, on the books of a folder."""
    from ccb_desktop import app as program_module  # noqa: PLC0415 (the bare window does without)
    from ccb_desktop.paths import DataFolder  # noqa: PLC0415 (as above)
    from ccb_desktop.ui.kit import crash_dialog  # noqa: PLC0415 (as above)
    from ccb_desktop.ui.kit.qt_words import speak_vietnamese  # noqa: PLC0415 (as above)

    app.setApplicationName(program_module.PROGRAM)
    speak_vietnamese(app)
    data_folder = DataFolder(folder)
    kept = crash_dialog.install(data_folder.logs)
    program = program_module.Program(app, data_folder)
    program.begin()
    window = program.window
    if window is None:
        raise RuntimeError(f"no books in {folder}")

    def is_busy() -> bool:
        return not window.shown_page or program.desk.background.is_busy or kept is None

    return window, is_busy


def main() -> None:
    """Open what is asked for."""
    app = QApplication(sys.argv[:1])
    app.setCursorFlashTime(0)
    wanted = sys.argv[1]
    window, is_busy = open_bare(app) if wanted == BARE else open_program(app, Path(wanted))
    watch = Watch(window, is_busy)
    app.exec()
    del watch


if __name__ == "__main__":
    main()
