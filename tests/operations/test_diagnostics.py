"""The diagnostic file: enough for a helper, and nobody's name or number in it (K2)."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.cli.run import run
from ccb_desktop.data.engine import connection_to
from ccb_desktop.data.store import Store
from ccb_desktop.data.tables import Row
from ccb_desktop.domain.diagnostics import redacted, redacted_note
from ccb_desktop.operations import backups
from ccb_desktop.operations.diagnostics import write_diagnostics
from ccb_desktop.ui.kit import crash_dialog

CANARY = "Chim Hoàng Yến 048052000123 0905123456"
ASCII_CANARY = "Yenhoang048052000123"


def plant(folder):
    """Put the canary into every text of every row that takes it; gives how many columns did.

    The guards of the history are taken off for it, and codes and dates become nonsense.
    """
    planted = 0
    with connection_to(folder.store) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("PRAGMA ignore_check_constraints=ON")
        guards = connection.execute("SELECT name FROM sqlite_master WHERE type='trigger'")
        for (guard,) in guards.fetchall():
            connection.execute(f'DROP TRIGGER "{guard}"')
        for table in Row.metadata.tables.values():
            for column in table.columns:
                if str(column.type).startswith(("VARCHAR", "TEXT")):
                    done = connection.execute(
                        f'UPDATE OR IGNORE "{table.name}" SET "{column.name}"=?',
                        (random.choice((CANARY, ASCII_CANARY)),),
                    )
                    planted += done.rowcount > 0
    return planted


def leaks(text):
    """Parts of a canary in a text, however it was cut or cased."""
    words = {*CANARY.lower().split(), ASCII_CANARY.lower(), "048052", "090512"}
    return [word for word in words if word in text.lower() and word != "chim"]


def test_no_planted_name_or_number_gets_into_the_file_or_the_notes(practice, tmp_path):
    copy = backups.back_up(practice, tmp_path)
    folder = type(practice.folder)(tmp_path / "branch")
    backups.restore(folder, copy)
    assert plant(folder) > 100
    try:
        raise ValueError(f"{CANARY} {ASCII_CANARY}")
    except ValueError as error:
        crash_dialog.note(folder.logs, error)
    (folder.logs / "truc-trac-99999999.txt").write_text(f"{CANARY}\n{ASCII_CANARY} x\n", "utf-8")
    with Store(folder, lock=None) as store:
        file = write_diagnostics(folder, tmp_path / "chan-doan.txt", store)
    text = file.read_text("utf-8-sig")
    assert leaks(text) == []
    assert "persons = " in text and "builtins.ValueError" in text
    for note in folder.logs.glob("truc-trac-2*.txt"):
        assert leaks(note.read_text("utf-8")) == []


def test_no_text_of_real_looking_books_gets_into_the_file(practice, tmp_path):
    """Every name, number and note of the practice branch is looked for."""
    text = write_diagnostics(practice.folder, tmp_path / "d.txt", practice).read_text("utf-8-sig")
    with practice.raw_reading() as connection:
        people = connection.execute(
            "SELECT full_name, citizen_id, phone, address FROM persons"
        ).fetchall()
    told = {value for row in people for value in row if value and len(value) > 3}
    assert len(told) > 100
    assert [value for value in told if value in text] == []
    assert str(practice.folder.root) not in text
    for part in ("[rows]", "user_version = 7", "ok = True", "[backups]"):
        assert part in text


def test_books_that_do_not_open_still_give_a_file(filled_folder, tmp_path, capsys):
    spoilt = bytearray(filled_folder.store.read_bytes())
    spoilt[len(spoilt) // 2] ^= 1
    filled_folder.store.write_bytes(spoilt)
    out = tmp_path / "d.txt"
    assert run(["--data-dir", str(filled_folder.root), "diagnose", "--out", str(out)]) == 0
    assert "cannot be opened = Damaged" in out.read_text("utf-8-sig")
    assert run(["--data-dir", str(tmp_path / "none"), "diagnose", "--out", str(out)]) == 0
    assert "cannot be opened = NotFound" in out.read_text("utf-8-sig")


@given(st.text())
def test_what_is_redacted_has_no_long_number_and_no_foreign_letter(text):
    found = redacted(text)
    assert not re.search(r"\d{7}", found)
    assert found.isascii()


@pytest.mark.parametrize(
    "line", ["Nguyễn Văn An", "Nguyen Van An 048", "  a b.py:3 f x", "ValueError: Nguyen Van An"]
)
def test_lines_that_are_no_notes_of_ours_are_left_out(line):
    assert redacted_note([line]) == ["[redacted]"]
