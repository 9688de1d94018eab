"""Fixtures for windows: one QApplication, and no unexpected word from Qt."""

import shutil
from contextlib import ExitStack

import pytest
from PySide6.QtCore import Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from ccb_desktop.domain.funds.funds import FundPurpose
from ccb_desktop.operations import branch
from ccb_desktop.operations.members import units
from ccb_desktop.paths import DataFolder
from ccb_desktop.ui.kit.look import Look
from ccb_desktop.ui.kit.window_state import WindowState
from tests.ledger import open_fund
from tests.ui.hands import make_desk

# Said by Qt's offscreen screen about itself; nothing of ours can cause or cure them.
_KNOWN = ("This plugin does not support", "QFontDatabase: Cannot find font directory")


@pytest.fixture(scope="session")
def qt_app():
    """The one QApplication of the test run, dressed as the program dresses it."""
    app = QApplication.instance() or QApplication([])
    app.setQuitOnLastWindowClosed(False)
    app.look = Look(app, WindowState(None))
    yield app
    app.closeAllWindows()


@pytest.fixture
def look(qt_app):
    """Text size and theme, put back to 100 % and light afterwards."""
    return qt_app.look


@pytest.fixture
def desk(tmp_path):
    """What every page is given, its drafts in a folder of their own."""
    return make_desk(tmp_path / "nhap-do")


@pytest.fixture
def opened_copy(tmp_path):
    """Opens a copy of some books; what a test does to it is forgotten."""
    with ExitStack() as held:

        def opened(template):
            folder = DataFolder(tmp_path / "so")
            shutil.copytree(template.root, folder.root)
            return held.enter_context(branch.open_branch(folder))

        yield opened


@pytest.fixture(autouse=True)
def no_qt_warnings(qt_app):
    """A warning from Qt is a fault of the program."""
    said = []

    def note(kind, _context, message):
        if kind != QtMsgType.QtDebugMsg and not message.startswith(_KNOWN):
            said.append(message)

    before = qInstallMessageHandler(note)
    yield said
    qInstallMessageHandler(before)
    assert said == []


@pytest.fixture(autouse=True)
def no_windows_left(qt_app):
    """Close what a test has left open, so that the next one starts alone, in the usual look.

    The look comes last, for a window that is still there takes up to a second to dress.
    """
    yield
    for window in qt_app.topLevelWidgets():
        if window.isVisible():
            window.hide()
        if window.windowType() != Qt.WindowType.Popup:  # lists that drop down have an owner
            window.deleteLater()
    qt_app.sendPostedEvents(None, 52)  # QEvent.DeferredDelete
    qt_app.look.set_percent(100)
    qt_app.look.set_theme("light")


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
