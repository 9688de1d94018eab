"""`ccb-desktop restore FILE --rehearse`: says whether a backup is good, and restores nothing."""

import json

import pytest

from ccb_desktop.cli.run import run
from ccb_desktop.operations import backups
from ccb_desktop.operations.branch import open_branch
from tests.books import add_member, contents
from tests.ledger import open_fund


@pytest.fixture
def made(data_folder, tmp_path):
    """A backup, and one act that it lacks."""
    with open_branch(data_folder) as store:
        open_fund(store, cash=100)
        file = backups.back_up(store, tmp_path / "usb")
        add_member(store)
    return file


def test_a_good_backup_passes_and_nothing_is_restored(data_folder, made, capsys):
    with open_branch(data_folder) as store:
        before = contents(store)
    place = ["--data-dir", str(data_folder.root)]
    assert run(["restore", str(made), "--rehearse", "--json", *place]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["rehearsed"] == str(made)
    assert (found["ok"], found["findings"], found["acts_since"]) == (True, [], 2)
    assert (found["members"], found["vouchers"], found["funds"]) == (0, 1, {"Quỹ Hội": 100})
    assert run(["restore", str(made), "--rehearse", *place]) == 0
    said = capsys.readouterr().out
    assert said.startswith("ĐẠT: bản sao lưu lúc ")
    assert "Hội viên: 0 trong bản sao lưu, 1 trong sổ đang dùng." in said
    with open_branch(data_folder) as store:
        assert contents(store) == before


def test_a_damaged_backup_is_told_with_the_exit_code_of_damage(data_folder, made, capsys):
    made.write_bytes(made.read_bytes()[:-1000])
    place = ["--data-dir", str(data_folder.root)]
    assert run(["restore", str(made), "--rehearse", "--json", *place]) == 3
    found = json.loads(capsys.readouterr().out)
    assert (found["ok"], found["members"]) == (False, None)
    assert "bị hỏng" in found["findings"][0]


def test_the_help_names_it(capsys):
    with pytest.raises(SystemExit):
        run(["restore", "--help"])
    assert "--rehearse" in capsys.readouterr().out
