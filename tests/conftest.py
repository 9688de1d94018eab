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


def pytest_collection_finish():
    """Nothing that stands when the tests begin is looked through for garbage again."""
    gc.freeze()


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
