"""What all tests share: windows are drawn without a screen, stores are copies of one branch."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from ccb_desktop.domain.branch import Branch
from ccb_desktop.operations.branch import open_branch, start_branch
from ccb_desktop.operations.demo_branch import make_demo_branch
from ccb_desktop.paths import DataFolder
from tests.books import fill

SCREEN = Path(__file__).parent / "ui" / "office_screen.json"  # of an old office PC
UNMEASURED = ("picture", "photograph", "cut_off", "seen_whole", "fits_an_office_screen")
os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={SCREEN}")

BRANCH = Branch(
    name="Hội CCB phường An Bình",
    parent="Hội CCB tỉnh Thái Hưng",
    place="An Bình",
    term="2025-2030",
)


def pytest_addoption(parser):
    parser.addoption(
        "--full", action="store_true", help="run the fault tests in their full numbers"
    )
    parser.addoption(
        "--pictures", action="store_true", help="write the handbook's pictures of the windows anew"
    )


def pytest_configure(config):
    """Properties try fewer examples every day, and the same ones; anew in their full numbers."""
    settings.register_profile("everyday", max_examples=50, derandomize=True)
    if not config.getoption("--full"):
        settings.load_profile("everyday")


def pytest_collection_modifyitems(items):
    """Measuring doubles the time of a test, so what repeats others runs unmeasured.

    Pictures, properties and faults do; so do all but the first and the last case of one test,
    and three of four tests of windows: each builds the same pages as its neighbours.
    """
    cases = {}
    of_windows = [item for item in items if "ui" in item.path.parts]
    for place, item in enumerate(of_windows):
        if place % 4:
            item.add_marker(pytest.mark.no_cover)
    for item in items:
        cases.setdefault((item.path, getattr(item, "originalname", item.name)), []).append(item)
    for of_one_test in cases.values():
        for item in of_one_test:
            is_between = item not in (of_one_test[0], of_one_test[-1])
            is_property = getattr(item.function, "is_hypothesis_test", False)
            is_fault = item.path.parent.name == "faults"
            is_picture = any(word in item.nodeid for word in UNMEASURED)
            if is_between or is_property or is_fault or is_picture:
                item.add_marker(pytest.mark.no_cover)


@pytest.fixture(scope="session")
def branch_template(tmp_path_factory):
    """The data folder of a branch just begun; only ever copied."""
    folder = DataFolder(tmp_path_factory.mktemp("template") / "branch")
    start_branch(folder, BRANCH).close()
    return folder


@pytest.fixture
def data_folder(branch_template, tmp_path):
    """A data folder of its own that holds a branch just begun."""
    return _copied(branch_template, tmp_path)


@pytest.fixture
def store(data_folder):
    """The open store of a branch just begun."""
    with open_branch(data_folder) as opened:
        yield opened


@pytest.fixture(scope="session")
def filled_template(branch_template, tmp_path_factory):
    """The data folder of a branch with the people of `books.fill`; only ever copied."""
    folder = _copied(branch_template, tmp_path_factory.mktemp("filled"))
    with open_branch(folder) as store:
        fill(store)
    return folder


@pytest.fixture
def filled_folder(filled_template, tmp_path):
    """A data folder of its own that holds the branch of `books.fill`."""
    return _copied(filled_template, tmp_path)


@pytest.fixture
def filled(filled_folder):
    """The open store of the branch of `books.fill`."""
    with open_branch(filled_folder) as opened:
        yield opened


@pytest.fixture(scope="session")
def practice(tmp_path_factory):
    """The open store of a small practice branch, which has something of everything; only read."""
    folder = DataFolder(tmp_path_factory.mktemp("practice") / "branch")
    make_demo_branch(folder, members=60)
    with open_branch(folder) as opened:
        yield opened


def _copied(template, place):
    folder = DataFolder(place / "branch")
    shutil.copytree(template.root, folder.root)
    return folder
