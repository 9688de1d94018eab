"""The practice branch in the store: whole, always the same, and never over other books."""

import hashlib
import os
import subprocess
import sys
from datetime import date

import pytest

from ccb_desktop.data.tables import HISTORY, Row
from ccb_desktop.domain.errors import Conflict, Invalid
from ccb_desktop.domain.members.memberships import IN_HOI
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.practice.calendar import REFERENCE_DAY
from ccb_desktop.domain.queries import from_json
from ccb_desktop.domain.visits.round_lists import proposed
from ccb_desktop.operations.branch import load_branch, open_branch
from ccb_desktop.operations.checking import check
from ccb_desktop.operations.demo_branch import make_demo_branch
from ccb_desktop.operations.funds.funds import list_balances
from ccb_desktop.operations.members.people import list_club_members, list_members, list_movements
from ccb_desktop.operations.members.units import list_terms
from ccb_desktop.operations.reports import load_report_texts
from ccb_desktop.operations.undo import list_actions
from ccb_desktop.operations.visits import rounds
from ccb_desktop.paths import DataFolder


def digest(store):
    """Of every row of every book; history and `posted_at` say when it was written, and differ."""
    found = hashlib.sha256()
    with store.raw_reading() as connection:
        for table in sorted(set(Row.metadata.tables) - HISTORY):
            columns = [column.name for column in Row.metadata.tables[table].columns]
            told = ", ".join(name for name in columns if name != "posted_at")
            for row in connection.execute(f"SELECT {told} FROM {table} ORDER BY id"):
                found.update(repr((table, row)).encode())
    return found.hexdigest()


def test_the_same_seed_gives_the_same_rows_whatever_the_hashes(tmp_path):
    with make_demo_branch(DataFolder(tmp_path / "here"), members=60, seed=7) as store:
        here = digest(store)
    elsewhere = DataFolder(tmp_path / "elsewhere")
    command = [sys.executable, "-c", ELSEWHERE, str(elsewhere.root)]
    subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": "77"}, check=True)
    with open_branch(elsewhere) as store:
        assert digest(store) == here


ELSEWHERE = """
import sys
from pathlib import Path
from ccb_desktop.operations.demo_branch import make_demo_branch
from ccb_desktop.paths import DataFolder

make_demo_branch(DataFolder(Path(sys.argv[1])), members=60, seed=7).close()
"""


@pytest.mark.parametrize("members", [1, 50, 320])
def test_the_lists_show_as_many_members_as_asked_for(tmp_path, members):
    with make_demo_branch(DataFolder(tmp_path / "branch"), members=members) as store:
        lines = list_members(store, REFERENCE_DAY)
        assert sum(line.status in IN_HOI for line in lines) == members
        assert list_club_members(store)
        assert list_movements(store, date(2024, 7, 1), REFERENCE_DAY)
        assert list_terms(store)[-1].number == "VII"
        assert sum(line.total_dong for line in list_balances(store, REFERENCE_DAY)) > 0
        assert check(store, deep=True)["findings"] == []
        assert load_branch(store).practice
        assert load_report_texts(store, "half-year", Period.parse("2026-H1")).keys() == {"II.1"}
        assert [action.label for action in list_actions(store)] == [
            "Lập số liệu thực hành",
            "Lập sổ của Hội",
        ]


def test_the_lists_of_rounds_are_those_that_their_criteria_choose(tmp_path):
    with make_demo_branch(DataFolder(tmp_path / "branch"), members=80) as store:
        asked = [line.round for line in rounds.list_lines(store) if line.round.criteria]
        assert asked
        for one in asked:
            choice = rounds.load_choice(store, one.planned_on)
            query = from_json(one.criteria)
            chosen = proposed(one, choice.members, query, choice.fields, choice.usual)
            file = rounds.open_round(store, one.id, REFERENCE_DAY)
            listed = {it.line.person_id: it.line.why for it in file.listed if it.line.person_id}
            assert listed == {line.person_id: line.why for line in chosen}


def test_books_that_are_there_are_left_alone(data_folder):
    before = data_folder.store.read_bytes()
    with pytest.raises(Conflict):
        make_demo_branch(data_folder)
    assert data_folder.store.read_bytes() == before


@pytest.mark.parametrize("members", [0, -5, 200_001])
def test_a_branch_of_nobody_or_of_too_many_is_refused(tmp_path, members):
    folder = DataFolder(tmp_path / "branch")
    with pytest.raises(Invalid):
        make_demo_branch(folder, members=members)
    assert not folder.store.exists()
