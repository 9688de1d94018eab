"""Migrations: each step whole or not at all, a verified backup first, references whole."""

import shutil
from dataclasses import replace

import pytest

from ccb_desktop.data import opening
from ccb_desktop.data.engine import connection_to
from ccb_desktop.data.migrations import steps
from ccb_desktop.domain.backups import BackupReason
from ccb_desktop.domain.code_lists import starting_codes
from ccb_desktop.domain.errors import Damaged, StoreTooNew
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.operations import backup_files, backups, checking
from ccb_desktop.operations.branch import list_codes, open_branch
from ccb_desktop.operations.members.people import load_person_file
from ccb_desktop.operations.undo import list_actions, undo
from ccb_desktop.paths import DataFolder
from tests.books import contents, names_on_roll
from tests.old_stores.build import OLD_STORES, store_of_schema

ADDED = (
    "CREATE TABLE added (person_id INTEGER REFERENCES persons (id), note TEXT)",
    "INSERT INTO added SELECT id, full_name FROM persons",
)
ENDS_BADLY = ("CREATE TABLE never (id INTEGER)", "INSERT INTO nowhere VALUES (1)")
BREAKS_REFERENCES = ("CREATE TABLE second (id INTEGER)", "INSERT INTO added VALUES (9999, 'x')")

NOW = steps.LATEST


def newer_program(monkeypatch, *more):
    monkeypatch.setattr(steps, "STEPS", (*steps.STEPS, *more))
    monkeypatch.setattr(steps, "LATEST", len(steps.STEPS))


def schema_and_tables(folder):
    with connection_to(folder.store) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type='table'").fetchall()
        return connection.execute("PRAGMA user_version").fetchone()[0], {name for (name,) in tables}


def test_an_older_store_is_backed_up_and_brought_up_to_date(filled_folder, monkeypatch):
    with open_branch(filled_folder) as store:
        before = contents(store)
    newer_program(monkeypatch, ADDED)
    with open_branch(filled_folder) as store:
        after = contents(store)
    assert len(after.pop("added")) == 13
    assert after == before
    (backup,) = backups.list_backups(filled_folder)
    assert (backup.reason, backup.schema) == (BackupReason.BEFORE_UPGRADE, NOW)


def test_nothing_is_upgraded_when_the_backup_before_it_does_not_verify(filled_folder, monkeypatch):
    def refuse(*_args, **_more):
        raise Damaged("khác")

    newer_program(monkeypatch, ADDED)
    before = filled_folder.store.read_bytes()
    monkeypatch.setattr(backup_files, "verify_file", refuse)
    with pytest.raises(Damaged, match="không khớp"):
        open_branch(filled_folder)
    assert filled_folder.store.read_bytes() == before
    assert backups.list_backups(filled_folder) == []


def test_the_backup_of_before_can_be_restored_and_is_migrated_again(filled_folder, monkeypatch):
    newer_program(monkeypatch, ADDED)
    open_branch(filled_folder).close()
    before = next(
        b for b in backups.list_backups(filled_folder) if b.reason is BackupReason.BEFORE_UPGRADE
    )
    backups.restore(filled_folder, before.path)
    assert schema_and_tables(filled_folder)[0] == NOW
    open_branch(filled_folder).close()
    assert schema_and_tables(filled_folder)[0] == NOW + 1


@pytest.mark.parametrize("bad", [ENDS_BADLY, BREAKS_REFERENCES])
def test_a_step_that_fails_is_taken_back_and_those_before_it_stay(filled_folder, monkeypatch, bad):
    newer_program(monkeypatch, ADDED, bad)
    with pytest.raises(Exception, match=r"nowhere|trỏ đến"):
        open_branch(filled_folder)
    schema, tables = schema_and_tables(filled_folder)
    assert schema == NOW + 1
    assert "added" in tables
    assert not tables & {"never", "second"}
    monkeypatch.undo()
    newer_program(monkeypatch, ADDED)
    with open_branch(filled_folder) as store:
        assert len(names_on_roll(store)) == 12


def test_without_a_backup_nothing_is_migrated(filled_folder, monkeypatch):
    newer_program(monkeypatch, ADDED)

    def refuse(_folder, _keys):
        raise Damaged("Bản sao không dùng được")

    with pytest.raises(Damaged):
        opening.open_store(filled_folder, refuse)
    assert schema_and_tables(filled_folder)[0] == NOW


def test_a_step_may_make_a_table_anew(filled_folder, monkeypatch):
    newer_program(
        monkeypatch,
        (
            "CREATE TABLE fresh (person_id INTEGER NOT NULL REFERENCES persons (id), kind TEXT)",
            "INSERT INTO fresh SELECT person_id, kind FROM policies",
            "DROP TABLE policies",
            "ALTER TABLE fresh RENAME TO policies",
        ),
    )
    with open_branch(filled_folder) as store, store.raw_reading() as connection:
        assert connection.execute("SELECT count(*) FROM policies").fetchone()[0] == 8


def test_a_backup_of_a_newer_program_is_not_restored(filled_folder, monkeypatch):
    with open_branch(filled_folder) as store:
        made = backups.back_up_here(store)
        before = contents(store)
    monkeypatch.setattr(steps, "LATEST", 0)
    with pytest.raises(StoreTooNew):
        backups.restore(filled_folder, made.path)
    monkeypatch.undo()
    with open_branch(filled_folder) as store:
        assert contents(store) == before


@pytest.mark.parametrize("schema", range(1, steps.LATEST + 1))
def test_a_store_of_every_schema_opens_and_holds_what_it_held(schema, tmp_path):
    folder = DataFolder(tmp_path)
    shutil.copy(store_of_schema(schema), folder.store)
    with open_branch(folder) as store:
        found = checking.check(store, deep=True)
        assert found["findings"] == [], (
            "If a schema was changed before its first release, make its stored file anew: "
            "python -m tests.old_stores.build"
        )
        assert found["schema"] == steps.LATEST
        assert names_on_roll(store) == sorted(f"Trần Văn Bình {n}" for n in range(1, 13))


@pytest.mark.parametrize("schema", range(1, steps.LATEST + 1))
def test_a_store_of_every_schema_has_the_lists_that_a_new_branch_begins_with(schema, tmp_path):
    folder = DataFolder(tmp_path)
    shutil.copy(store_of_schema(schema), folder.store)
    with open_branch(folder) as store:
        found = [replace(code, id=None) for code in list_codes(store)]
    assert sorted(found, key=repr) == sorted(starting_codes(), key=repr)


@pytest.mark.parametrize("schema", range(1, steps.LATEST + 1))
def test_what_was_done_under_an_earlier_schema_can_still_be_undone(schema, tmp_path):
    folder = DataFolder(tmp_path)
    shutil.copy(store_of_schema(schema), folder.store)
    with open_branch(folder) as store:
        entered = next(a for a in list_actions(store) if a.label.endswith("Trần Văn Bình 12"))
        undo(store, entered.id)
        assert "Trần Văn Bình 12" not in names_on_roll(store)


def test_a_withdrawal_that_was_a_note_becomes_a_day(tmp_path):
    folder = DataFolder(tmp_path)
    shutil.copyfile(store_of_schema(6), folder.store)
    notes = {1: "Rút đồng ý ngày 05/06/2026, theo đơn", 2: "Rút đồng ý ngày 31/02/2026", 3: ""}
    with connection_to(folder.store) as connection:
        for person_id, note in notes.items():
            asked = "UPDATE persons SET consent_note=? WHERE id=?"
            connection.execute(asked, (note, person_id))
    with open_branch(folder) as store:
        people = [load_person_file(store, one).person for one in notes]
    assert [one.consent_note for one in people] == list(notes.values())
    found = [one.consent_withdrawn_on for one in people]
    assert found == [PartialDate(2026, 6, 5), None, None]


def test_every_schema_has_its_stored_file():
    assert sorted(OLD_STORES.glob("*.ccb")) == [
        store_of_schema(schema) for schema in range(1, steps.LATEST + 1)
    ]
