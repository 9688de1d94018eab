"""The page Thăm hỏi over the books of a small branch with its first funds."""

import pytest

from ccb_desktop.ui.visits.page import VisitsPage
from tests.ui.hands import in_office_window


@pytest.fixture
def store(funds_template, opened_copy):
    """The books, open; what a test does to them is forgotten."""
    return opened_copy(funds_template)


@pytest.fixture
def page(qt_app, desk, store):
    """The page in a window as large as an old screen."""
    return in_office_window(VisitsPage(desk, store), store)
