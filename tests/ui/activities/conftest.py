"""The page Hoạt động over the books of a small branch with its first funds."""

import pytest

from ccb_desktop.ui.activities.page import ActivitiesPage
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.page_tabs import PageTabs
from tests.ui.hands import in_office_window


@pytest.fixture
def store(funds_template, opened_copy):
    """The books, open; what a test does to them is forgotten."""
    return opened_copy(funds_template)


@pytest.fixture
def page(qt_app, desk, store):
    """The page in a window as large as an old screen."""
    return in_office_window(ActivitiesPage(desk, store), store)


@pytest.fixture
def tab(page):
    """The book of activities."""
    page.show_place(Place("activities", filters={"tab": "book"}))
    return page.findChild(PageTabs).currentWidget()
