"""The fault tests: how often each is tried, work prepared once, and a page of true numbers."""

import os
import shutil
from pathlib import Path

import pytest

from ccb_desktop.data import engine
from ccb_desktop.operations import import_workbook
from ccb_desktop.operations.branch import open_branch, start_branch
from ccb_desktop.operations.funds import locks
from ccb_desktop.paths import DataFolder
from tests.conftest import BRANCH
from tests.faults import work
from tests.faults.ledger_machine import LedgerMachine
from tests.faults.ledger_workbooks import write_workbooks
from tests.faults.reliability import Row, write_page

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reliability.md"


@pytest.fixture
def times(request):
    """How often to try: the first number in every run, the second with --full."""
    return lambda short, full: full if request.config.getoption("--full") else short


@pytest.fixture
def tally(record_property):
    """Note what a test of the catalogue did and what it showed."""

    def note(test, what, tries, shown):
        record_property("reliability", (test, what, tries, shown))

    return note


@pytest.fixture(scope="session")
def worked_template(tmp_path_factory):
    """A data folder with units and members to work on; only ever copied."""
    folder = DataFolder(tmp_path_factory.mktemp("worked") / "branch")
    with start_branch(folder, BRANCH) as store:
        work.prepare(store)
    return folder


@pytest.fixture
def fresh_folder(worked_template, tmp_path):
    """Gives a new copy of the prepared data folder at each call."""
    made = []

    def copy():
        for old in made:
            shutil.rmtree(old.root, ignore_errors=True)
        folder = DataFolder(tmp_path / f"folder {len(made)}")
        shutil.copytree(worked_template.root, folder.root)
        made.append(folder)
        return folder

    return copy


@pytest.fixture(scope="session")
def workbooks(tmp_path_factory):
    """Small workbooks of money as the program has read them."""
    folder = tmp_path_factory.mktemp("lists")
    return import_workbook.read_files(list(write_workbooks(folder)))


@pytest.fixture
def machine(worked_template, workbooks, tmp_path, monkeypatch):
    """The machine over the ledger; what it tries is no matter of flushing nor of backups."""
    quick = tuple(p.replace("synchronous=EXTRA", "synchronous=OFF") for p in engine.SAFE)
    monkeypatch.setattr(engine, "SAFE", quick)
    for acts in (locks, import_workbook):
        monkeypatch.setattr(acts, "back_up_before", lambda *_given: None)
    folder = DataFolder(tmp_path / "branch")
    shutil.copytree(worked_template.root, folder.root)
    with (
        open_branch(folder) as store,
        engine.connection_to(worked_template.store, mode="ro") as beginning,
        engine.connection_to(folder.store, mode="ro") as looking,
    ):
        LedgerMachine.store, LedgerMachine.workbooks = store, workbooks
        LedgerMachine.beginning, LedgerMachine.looking = beginning, looking
        LedgerMachine.done.clear()
        yield LedgerMachine


_ROWS: list[Row] = []


def pytest_runtest_logreport(report):
    if report.when == "call" and report.passed:
        _ROWS.extend(Row(*said) for name, said in report.user_properties if name == "reliability")


def pytest_sessionfinish(session):
    """The run that hears all results writes the page, and only a full one."""
    if session.config.getoption("--full") and not os.environ.get("PYTEST_XDIST_WORKER"):
        write_page(PAGE, _ROWS)
