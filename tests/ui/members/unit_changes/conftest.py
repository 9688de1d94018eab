"""The page Đơn vị upon the books of the small branch."""

import pytest
from PySide6.QtWidgets import QMainWindow

from ccb_desktop.operations import undo
from ccb_desktop.ui.kit.undo_bar import UndoBar
from ccb_desktop.ui.members.units_page import UnitsPage
from tests.ui.hands import show


@pytest.fixture
def units_page(qt_app, desk, store):
    """The page in a window as large as an old screen, with the bar that undoes."""
    made = UnitsPage(desk, store)
    window = QMainWindow()
    window.setCentralWidget(made)
    made.frame = window  # Python lets go of a window nobody holds
    made.undo_bar = UndoBar(
        window, desk.broadcast, desk.background, lambda action_id: undo.undo(store, action_id)
    )
    show(window, 1366, 768)
    return made
