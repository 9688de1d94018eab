"""The books of a small branch with its first funds, fresh for every test."""

import shutil

import pytest
from PySide6.QtWidgets import QMainWindow

from ccb_desktop.domain.funds.funds import FundPurpose
from ccb_desktop.operations import branch, undo
from ccb_desktop.operations.members import units
from ccb_desktop.paths import DataFolder
from ccb_desktop.ui.funds.page import FundsPage
from ccb_desktop.ui.kit.undo_bar import UndoBar
from tests.ledger import open_fund
from tests.ui.hands import make_desk, show


@pytest.fixture(scope="session")
def funds_template(filled_template, tmp_path_factory):
    """Members in two chi hội, two funds of the branch and one of the first chi hội."""
    folder = DataFolder(tmp_path_factory.mktemp("quy") / "so")
    shutil.copytree(filled_template.root, folder.root)
    with branch.open_branch(folder) as store:
        first = next(unit.id for unit in units.list_units(store) if unit.code == "CH1")
        open_fund(store, "Quỹ Hội", cash=1_000_000, bank=2_000_000)
        open_fund(store, "Chân quỹ", cash=500_000, purpose=FundPurpose.BASE)
        open_fund(store, "Quỹ chi hội 1", cash=300_000, unit_id=first)
    return folder


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
