"""The yearly plan and its overlaps from the command line."""

import json

import pytest

from ccb_desktop.cli.run import run
from ccb_desktop.operations.branch import open_branch
from tests.plans import a_task, an_item, hand_out


@pytest.fixture
def ccb(filled_folder, capsys):
    """Runs a subcommand on a branch with a plan; gives exit code, output, errors."""
    with open_branch(filled_folder) as store:
        item = an_item(store, a_task(store, year=2026), "Vệ sinh đường")
        for unit_id in (1, 2):
            hand_out(store, item, unit_id, place="Phố Ga")

    def call(*words):
        code = run([*map(str, words), "--data-dir", str(filled_folder.root)])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return call


def test_the_plan_is_written_for_its_year_only(ccb, tmp_path):
    out = tmp_path / "ke-hoach.docx"
    code, said, _ = ccb("form", "year-plan", "--year", 2026, "--out", out, "--json")
    assert (code, json.loads(said)["files"]) == (0, [str(out.resolve())])
    code, _, told = ccb("form", "year-plan", "--year", 2020, "--out", tmp_path / "a.docx")
    assert code == 1
    assert "Chưa có kế hoạch năm 2020" in told


def test_overlaps_are_listed(ccb):
    code, said, _ = ccb("list", "overlaps", "--json")
    (row,) = json.loads(said)["rows"]
    assert code == 0
    assert row[1:6] == ["2026", "Chi hội 1", "Chi hội 2", "Vệ sinh đường", "Phố Ga"]
