"""The page Nhiệm vụ over the books of a small branch."""

import pytest

from ccb_desktop.ui.tasks.page import TasksPage
from tests.ui.hands import in_office_window


@pytest.fixture
def store(filled):
    """The books, open; what a test does to them is forgotten."""
    return filled


@pytest.fixture
def page(qt_app, desk, store):
    """The page in a window as large as an old screen."""
    return in_office_window(TasksPage(desk, store), store)
