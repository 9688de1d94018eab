"""What all tests share: windows are drawn without a screen, stores are copies of one branch."""

import gc
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from ccb_desktop.data import engine
from ccb_desktop.data.users import key_ring
from ccb_desktop.data.users.wrapping import Cost
from ccb_desktop.domain.branch import Branch
from ccb_desktop.operations.branch import open_branch, start_branch
from ccb_desktop.operations.demo_branch import make_demo_branch
from ccb_desktop.paths import DataFolder
from tests.books import fill

SCREEN = Path(__file__).parent / "ui" / "office_screen.json"  # of an old office PC
DOMAIN = Path(__file__).parent / "domain"
IS_MEASURED = pytest.StashKey[bool]()
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
    """Properties try fewer examples every day; a busy machine fails none of them."""
    untimed = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.register_profile("full", untimed)
    settings.register_profile("everyday", untimed, max_examples=50)
    settings.load_profile("full" if config.getoption("--full") else "everyday")


def pytest_collection_modifyitems(items):
    """Choose the tests whose reach is measured, for measuring doubles the time of a test.

    They are the examples of `domain`, which are quick, the first test of every other file, and
    of the rest one in ten of the windows and one in five elsewhere. What is said to be covered
    is covered by these alone, so it is less than what all tests reach; `--full` measures all.
    """
    of_file = {}
    for place, item in enumerate(items):
        is_first = of_file.setdefault(item.path, item) is item
        is_example = not getattr(item.function, "is_hypothesis_test", False)
        is_quick = item.path.is_relative_to(DOMAIN) and is_example
        one_in = 10 if "ui" in item.path.parts else 5
        item.stash[IS_MEASURED] = is_quick or is_first or place % one_in == 0


def pytest_collection_finish():
    """Nothing that stands when the tests begin is looked through for garbage again."""
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    """Measure nothing of a test that was not chosen, nor what is prepared for it."""
    plugin = item.config.pluginmanager.getplugin("_cov")
    measuring = getattr(plugin, "cov_controller", None)
    if measuring is None or item.stash[IS_MEASURED] or item.config.getoption("--full"):
        return (yield)
    measuring.pause()
    try:
        return (yield)
    finally:
        measuring.resume()


@pytest.fixture(scope="session", autouse=True)
def statements_compiled_once():
    """What SQLAlchemy has made of a statement for one store serves all others of the run."""
    make = engine.create_engine
    first = make("sqlite://", module=engine.sqlcipher, query_cache_size=5000)
    first.connect().close()  # by which the dialect learns what SQLite can do

    def make_like_first(*args, **options):
        made = make(*args, **options)
        made.dialect, made._compiled_cache = first.dialect, first._compiled_cache
        return made

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "create_engine", make_like_first)
        yield


@pytest.fixture(scope="session", autouse=True)
def quick_passwords():
    """Passwords cost no time where what they open is the question."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(key_ring, "calibrated", lambda: Cost(1, 8))
        yield


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
