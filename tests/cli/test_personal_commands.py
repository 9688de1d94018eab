"""Erasing somebody's data from the command line."""

import json

import pytest

from ccb_desktop.cli.run import run
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.operations.personal_data.erasing import list_erasures


def erase(folder, *arguments):
    return run(["erase-person", "--json", "--data-dir", str(folder.root), *arguments])


def test_what_would_go_is_told_before_anything_goes(filled_folder, capsys):
    assert erase(filled_folder, "--person", "3", "--dry-run") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["becomes"], told["bonds"], told["erased"]) == (
        "Hội viên đã xóa dữ liệu 0001",
        [],
        False,
    )
    with open_branch(filled_folder) as store:
        assert list_erasures(store) == []


def test_who_has_left_is_erased_by_a_decision(filled_folder, capsys):
    said = ("--decision", "15/QĐ", "--reason", "theo đơn")
    assert erase(filled_folder, "--person", "3", *said) == 0
    assert json.loads(capsys.readouterr().out)["erased"]
    with open_branch(filled_folder) as store:
        assert [one.decision_no for one in list_erasures(store)] == ["15/QĐ"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--person", "1", "--decision", "1", "--reason", "x"), "còn tên trong Hội"),
        (("--person", "3", "--reason", "x"), "Ghi số quyết định"),
    ],
)
def test_what_stands_against_it_is_told(filled_folder, capsys, arguments, said):
    assert erase(filled_folder, *arguments) == 1
    captured = capsys.readouterr()
    assert said in captured.out + captured.err
