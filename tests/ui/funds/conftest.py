"""The books of a small branch with its first funds, fresh for every test."""

import pytest

from ccb_desktop.ui.funds.page import FundsPage
from tests.ui.hands import in_office_window


@pytest.fixture
def store(funds_template, opened_copy):
    """The books, open; what a test does to them is forgotten."""
    return opened_copy(funds_template)


@pytest.fixture
def page(qt_app, desk, store):
    """The page in a window as large as an old screen."""
    return in_office_window(FundsPage(desk, store), store)
