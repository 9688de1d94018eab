"""Tasks, activities and emulation written out and brought back: here and into an empty branch."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from ccb_desktop.domain.exchange.sheet_kinds import WORK_KINDS
from ccb_desktop.domain.imports.outcome import Outcome
from ccb_desktop.operations import figures, import_workbook, papers
from ccb_desktop.operations.branch import start_branch
from ccb_desktop.paths import DataFolder
from tests.conftest import BRANCH

SAMPLE = Path(__file__).resolve().parents[3] / "shared" / "samples" / "an-lac"
YEARS = [(date(2025, 1, 1), date(2025, 12, 31)), (date(2026, 1, 1), date(2026, 6, 30))]
OF_PEOPLE = frozenset({"units", "members", "events", "club_members"})


def take(store, file, kinds=OF_PEOPLE | WORK_KINDS):
    workbooks = import_workbook.understand_files(store, import_workbook.read_files([file]))
    return import_workbook.run_import(store, workbooks, date(2025, 12, 31), kinds=kinds)


def work(store):
    """The figures of work by period, with those of one chi hội."""
    codes = (
        *("news_attendance", "tradition_attendance", "dialogue_opinions", "unit_meetings"),
        *("tasks_items", "tasks_done", "tasks_overdue", "tasks_target_rate"),
        *("exemplary_members", "units_excellent", "units_good_or_better", "awards_by_form"),
    )
    return [
        figures.as_json(figures.figures_for(store, *days, unit_code=unit, indicators=codes))
        for days in YEARS
        for unit in (None, "CH2", "CLB1")
    ]


@pytest.fixture
def filled_in(store):
    take(store, SAMPLE / "so-lieu-an-lac.xlsx")
    return store


def test_brought_back_it_changes_nothing(filled_in, tmp_path):
    file = papers.write_template(filled_in, [], True, tmp_path / "so-lieu.xlsx")
    done = take(filled_in, file, WORK_KINDS)
    assert not done.result.problems
    assert {sheet.sheet.kind for sheet in done.result.sheets} == WORK_KINDS
    assert done.batch is None
    assert [sheet.count(Outcome.SKIPPED) for sheet in done.result.sheets] == [0] * 5


def test_an_empty_branch_has_the_same_figures(filled_in, tmp_path):
    file = papers.write_template(filled_in, [], True, tmp_path / "so-lieu.xlsx")
    with start_branch(DataFolder(tmp_path / "new"), BRANCH) as new:
        done = take(new, file)
        assert not done.result.problems
        assert work(new) == work(filled_in)


def test_the_form_offers_what_may_stand_in_a_column(filled_in, tmp_path):
    file = papers.write_template(filled_in, ["tasks", "awards"], False, tmp_path / "mau.xlsx")
    workbook = openpyxl.load_workbook(file)
    lists = [
        [cell.value for cell in column if cell.value is not None]
        for sheet in workbook
        if sheet.sheet_state != "visible"
        for column in sheet.columns
    ]
    assert ["Tất cả chi hội", "Tất cả CLB", "CH1", "CH2", "CH3", "CH4", "CH5"] in [
        one[:7] for one in lists
    ]
    assert "Giấy khen" in next(one for one in lists if "Bằng khen" in one)
    assert "6 tháng đầu" in next(one for one in lists if "Quý 4" in one)
