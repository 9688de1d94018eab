"""Acts that take the books away from a running job wait until it is done.

Public: `is_at_work(parent, desk, then)`.
"""

from PySide6.QtWidgets import QWidget

from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.page import Desk


def is_at_work(parent: QWidget, desk: Desk, then: str) -> bool:
    """Whether a job needs the books as they are; the officer is told to wait.

    Args:
        parent: The page that asks.
        desk: The worker.
        then: What he does after that.
    """
    if desk.background.is_busy:
        messages.tell(
            parent, f"Còn một việc đang làm dở.\nChờ việc ấy xong, hoặc bấm Dừng, rồi {then}."
        )
    return desk.background.is_busy
