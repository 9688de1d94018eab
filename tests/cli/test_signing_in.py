"""Where the books have users, a command says who it works for, and may no more than he may."""

import json

import pytest

from ccb_desktop.cli.parser import make_parser
from ccb_desktop.cli.run import run
from ccb_desktop.cli.signing_in import PASSWORD as VARIABLE
from ccb_desktop.operations import backups, protection
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.paths import DataFolder
from tests.books import names_on_roll
from tests.office import CHAIRMAN, CLERK, CODE, PASSWORD, TREASURER, seat_officers, signed


@pytest.fixture
def seated(filled_folder):
    with open_branch(filled_folder) as store:
        seat_officers(store, CLERK, TREASURER)
        protection.encrypt(store)
    return filled_folder


@pytest.fixture
def typed(monkeypatch, capsys):
    def run_as(folder, *words, user=None, password=None):
        monkeypatch.delenv(VARIABLE, raising=False)
        if password or user:
            monkeypatch.setenv(VARIABLE, password or PASSWORD[user.name])
        name = [] if user is None else ["--user", user.name]
        code = run(["--data-dir", str(folder.root), *name, *words])
        return code, *capsys.readouterr()

    return run_as


def test_without_users_nothing_is_asked(filled_folder, typed):
    assert typed(filled_folder, "check")[0] == 0


def test_nobody_is_told_who_may_and_nothing_is_done(seated, typed):
    code, out, told = typed(seated, "check")
    assert (code, out) == (1, "")
    assert "--user" in told
    assert CLERK.name in told


OUT = ("--out", "a.docx")
COMMANDS = (
    ("backup", "--to", "."),
    ("check",),
    ("erase-person", "--person", "3"),
    ("erase-person", "--person", "3", "--dry-run"),
    ("figures", "--from", "2026-01-01", "--to", "2026-06-30"),
    ("form", "member-sheet", *OUT),
    ("handover", "--to", "."),
    ("import", "a.xlsx"),
    ("list", "roster"),
    ("report", "year", "--period", "2026", *OUT),
    ("submit", "--period", "2026", "--to", "."),
    ("template", "--out", "a.xlsx"),
    ("undo-import", "1"),
    ("void", "PT-2026-0001", "--reason", "Ghi nhầm"),
)
NEEDS_NO_BOOKS = {"init", "demo", "restore", "receive", "verify-package", "diagnose"}


def test_every_command_that_opens_the_books_asks_who_is_at_work(seated, typed):
    (names,) = (one.choices for one in make_parser()._actions if one.dest == "command")
    assert set(names) == {command for command, *_ in COMMANDS} | NEEDS_NO_BOOKS
    for command in COMMANDS:
        code, out, told = typed(seated, *command)
        assert (code, out) == (1, ""), command
        assert CLERK.name in told, command


def test_only_the_chairman_erases(seated, typed):
    person = ("erase-person", "--person", "3", "--decision", "15/QĐ", "--reason", "theo đơn")
    code, _, told = typed(seated, *person, user=CLERK)
    assert code == 1
    assert "việc của Chủ tịch" in told
    assert typed(seated, *person, user=CHAIRMAN)[0] == 0


def test_a_password_is_needed_and_must_be_right(seated, typed, monkeypatch):
    code, _, told = typed(seated, "check", "--user", CLERK.name)
    assert code == 1
    assert VARIABLE in told
    code, _, told = typed(seated, "check", user=CLERK, password="không phải câu này")
    assert code == 1
    assert "chưa đúng" in told
    code, out, _ = typed(seated, "check", "--deep", "--json", user=CLERK)
    assert code == 0
    assert json.loads(out)["findings"] == []


def test_a_role_does_what_is_its_duty_and_no_more(seated, typed):
    for command in (("list", "roster"), ("figures", "--from", "2026-01-01", "--to", "2026-06-30")):
        assert typed(seated, *command, user=TREASURER)[0] == 0
    code, _, told = typed(seated, "void", "PT-2026-0001", "--reason", "Ghi nhầm", user=CLERK)
    assert code == 1
    assert "PT-2026-0001" in told or "việc của Chủ tịch" in told


def test_only_the_chairman_restores(seated, typed, tmp_path):
    with open_branch(seated, signed(seated)) as store:
        made = backups.back_up(store, tmp_path / "stick")
    code, _, told = typed(seated, "restore", str(made), user=CLERK)
    assert code == 1
    assert "việc của Chủ tịch" in told
    assert typed(seated, "restore", str(made), user=CHAIRMAN)[0] == 0


@pytest.mark.parametrize("by_code", [True, False])
def test_an_encrypted_backup_is_restored_on_another_pc(seated, typed, tmp_path, by_code):
    with open_branch(seated, signed(seated)) as store:
        made = backups.back_up(store, tmp_path / "stick")
        names = names_on_roll(store)
    other = DataFolder(tmp_path / "other")
    code, _, told = typed(other, "restore", str(made))
    assert code == 1
    assert VARIABLE in told
    who = {"password": CODE} if by_code else {"user": CLERK}
    assert typed(other, "restore", str(made), **who)[0] == 0
    with open_branch(other, signed(other, CLERK)) as store:
        assert names_on_roll(store) == names


def test_the_kit_of_encrypted_books_is_received_by_the_code(seated, typed, tmp_path):
    assert typed(seated, "handover", "--to", str(tmp_path / "stick"), user=CHAIRMAN)[0] == 0
    (kit,) = (tmp_path / "stick").iterdir()
    other = DataFolder(tmp_path / "other")
    assert typed(other, "receive", str(kit))[0] == 1
    assert not other.store.exists()
    assert typed(other, "receive", str(kit), password=CODE)[0] == 0
    with open_branch(other, signed(other)) as store:
        assert protection.is_encrypted(store)


def test_whoever_signs_in_lets_the_diagnostic_file_count(seated, typed, tmp_path):
    out = tmp_path / "d.txt"
    assert typed(seated, "diagnose", "--out", str(out))[0] == 0
    assert "cannot be opened = NotSignedIn" in out.read_text("utf-8-sig")
    assert typed(seated, "diagnose", "--out", str(out), user=CLERK)[0] == 0
    assert "[rows]" in out.read_text("utf-8-sig")
    assert CLERK.name not in out.read_text("utf-8-sig")
