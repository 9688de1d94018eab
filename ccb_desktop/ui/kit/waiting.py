"""Work that nobody may disturb: done by the worker, behind a window that waits for its end.

    do_waiting(self, desk, lambda: restore(folder, file), self._restored, doing="Đang phục hồi")

Public: `do_waiting`, `is_waiting()`, `WaitingDialog`.
"""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QDialog, QProgressBar, QWidget

from ccb_desktop.domain.errors import UserError
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.widgets import column, fit_window, label

R = TypeVar("R")

REPLACING = (
    "Chương trình ghi sổ ra tệp mới, đọc lại cho chắc, rồi mới thay tệp cũ. Chờ một "
    "lát, đừng tắt máy. Lỡ mất điện thì sổ vẫn còn nguyên một trong hai tệp."
)
READING = (
    "Chương trình đọc lại từng tệp để biết chắc còn nguyên. Số liệu trong máy chưa bị đụng đến. "
    "USB chậm thì chờ vài phút, đừng rút ra."
)
_WIDTH = 30  # in heights of the text


def do_waiting(
    parent: QWidget | None,
    desk: Desk,
    work: Callable[[], R],
    on_done: Callable[[R], object],
    on_error: Callable[[UserError], object] | None = None,
    *,
    doing: str,
    told: str = REPLACING,
) -> None:
    """Do something in the worker while nothing else can be done in any window.

    Args:
        parent: The window it belongs to.
        desk: The worker.
        work: What is done; must not touch any widget.
        on_done: Gets the result, when the waiting is over.
        on_error: Gets what failed; left out, it is told.
        doing: What is being done.
        told: Why it takes its time, and what is safe meanwhile.
    """
    waiting = WaitingDialog(parent, f"{doing}…", told)

    def done(result: R) -> None:
        waiting.end()
        on_done(result)

    def failed(error: UserError) -> None:
        waiting.end()
        if on_error is None:
            messages.tell(parent, error)
        else:
            on_error(error)

    waiting.show()
    desk.background.run(lambda _progress: work(), done, failed, label=doing, owner=waiting)


def is_waiting() -> bool:
    """Whether something is being done that nobody may disturb."""
    return any(
        isinstance(window, WaitingDialog) and window.isVisible()
        for window in QApplication.topLevelWidgets()
    )


class WaitingDialog(QDialog):
    """Says what is being done, and keeps everybody from doing something else."""

    def __init__(self, parent: QWidget | None, doing: str, told: str = REPLACING) -> None:
        super().__init__(parent)
        self._is_over = False
        self.setWindowTitle(doing)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setWindowFlag(Qt.WindowType.WindowCloseButtonHint, False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setAccessibleName(doing)
        layout = column(self, margin=24, spacing=14)
        layout.addWidget(label(doing, "title"))
        layout.addWidget(label(told))
        layout.addWidget(bar)
        fit_window(self, _WIDTH)

    def end(self) -> None:
        """It is done, or has failed."""
        self._is_over = True
        self.done(0)

    def reject(self) -> None:
        """Esc stops nothing."""

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nor does the cross."""
        if self._is_over:
            super().closeEvent(event)
        else:
            event.ignore()
