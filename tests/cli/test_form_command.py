"""Minutes of meetings, and the lists of activities, from the command line."""

import json
from datetime import date

import pytest

from ccb_desktop.cli.run import run
from ccb_desktop.domain.activities.activities import Activity
from ccb_desktop.operations.activities import activities
from ccb_desktop.operations.branch import open_branch

DAY = date(2026, 3, 5)


@pytest.fixture
def folder(filled_folder):
    """Books in which Chi hội 1 met once."""
    with open_branch(filled_folder) as store:
        activities.save_activity(
            store, Activity(held_on=DAY, kind="UNIT_MEETING", name="Sinh hoạt", unit_id=1)
        )
    return filled_folder.root


def test_minutes_of_a_day_are_written(folder, tmp_path, capsys):
    out = tmp_path / "bien-ban.docx"
    asked = ["form", "meeting-minutes", "--on", "5/3/2026", "--unit", "CH1", "--out", str(out)]
    assert run([*asked, "--data-dir", str(folder), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["files"] == [str(out)]
    assert out.exists()


def test_a_day_without_meetings_is_told_and_nothing_written(folder, tmp_path, capsys):
    out = tmp_path / "bien-ban.docx"
    asked = ["form", "meeting-minutes", "--on", "6/3/2026", "--out", str(out)]
    assert run([*asked, "--data-dir", str(folder)]) == 1
    assert "không có buổi sinh hoạt" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize("name", ["activities", "attendance", "meetings"])
def test_lists_are_printed_as_rows(folder, capsys, name):
    assert run(["list", name, "--on", "2026-03-05", "--data-dir", str(folder), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["rows"]


def test_nobody_is_mourned_of_whom_the_books_know_no_death(folder, tmp_path, capsys):
    out = tmp_path / "tin-buon.docx"
    asked = ["form", "death-notice", "--person", "1", "--out", str(out)]
    assert run([*asked, "--data-dir", str(folder)]) == 1
    assert "chưa ghi ngày mất" in capsys.readouterr().err
    assert not out.exists()
