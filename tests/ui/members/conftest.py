"""The books of a small branch, fresh for every test, and the page Hội viên upon them."""

import pytest

from ccb_desktop.paths import DataFolder
from ccb_desktop.ui.members.page import MembersPage
from tests.ui.hands import in_office_window
from tests.ui.members import small_branch


@pytest.fixture(scope="session")
def made_branch(tmp_path_factory):
    """The books as they were made once."""
    folder = DataFolder(tmp_path_factory.mktemp("nho"))
    small_branch.build(folder)
    return folder


@pytest.fixture
def store(made_branch, opened_copy):
    """The books, open; what a test does to them is forgotten."""
    return opened_copy(made_branch)


@pytest.fixture
def page(qt_app, desk, store):
    """The page in a window as large as an old screen."""
    return in_office_window(MembersPage(desk, store), store)
