"""The page Thi đua over the books of a small branch."""

import pytest

from ccb_desktop.ui.emulation.page import EmulationPage
from tests.ui.hands import in_office_window


@pytest.fixture
def store(filled_template, opened_copy):
    """The books, open; what a test does to them is forgotten."""
    return opened_copy(filled_template)


@pytest.fixture
def page(qt_app, desk, store):
    """The page in a window as large as an old screen."""
    return in_office_window(EmulationPage(desk, store), store)
