"""The books of a small branch with its first funds, fresh for every test."""

import shutil

import pytest
from PySide6.QtWidgets import QMainWindow

from ccb_desktop.operations import branch, undo
from ccb_desktop.paths import DataFolder
from ccb_desktop.ui.funds.page import FundsPage
from ccb_desktop.ui.kit.undo_bar import UndoBar
from tests.ui.hands import make_desk, show


@pytest.fixture
def store(funds_template, tmp_path):
    """The books, open; what a test does to them is forgotten."""
    folder = DataFolder(tmp_path / "so")
    shutil.copytree(funds_template.root, folder.root)
    with branch.open_branch(folder) as opened:
        yield opened


@pytest.fixture
def desk(tmp_path):
    return make_desk(tmp_path / "nhap-do")


@pytest.fixture
def page(qt_app, desk, store):
    """The page in a window as large as an old screen, with the bar that undoes."""
    made = FundsPage(desk, store)
    window = QMainWindow()
    window.setCentralWidget(made)
    made.frame = window  # Python lets go of a window nobody holds
    made.undo_bar = UndoBar(
        window, desk.broadcast, desk.background, lambda action_id: undo.undo(store, action_id)
    )
    show(window, 1366, 768)
    return made
