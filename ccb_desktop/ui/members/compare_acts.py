"""Opens the comparison of two people, from wherever they were chosen."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.errors import UserError
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.people_compare import compare_two
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.columns import Act
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.members.compare_dialog import CompareDialog
from ccb_desktop.ui.members.words import load_words


def compare_act(compare: Callable[[list[Any]], object]) -> Act[Any]:
    """What can be done with exactly two chosen rows."""
    return Act(
        "So sánh hai người",
        compare,
        needs="some",
        icon="merge",
        allowed=lambda lines: len(lines) == 2,
        reads=True,
    )


def open_comparison(page: QWidget, desk: Desk, store: Store, first_id: int, second_id: int) -> None:
    """Hold two people side by side, or tell why it cannot be."""
    try:
        seen = compare_two(store, first_id, second_id)
        dialog = CompareDialog(page, store, load_words(store, date.today()), seen)
    except UserError as error:
        messages.tell(page, error)
        return
    dialog.saved.connect(desk.broadcast.send)
    dialog.open()
