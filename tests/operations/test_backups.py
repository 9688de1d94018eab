"""Backups as the officer uses them: made, found, caught up, restored."""

import errno
import json
import shutil
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from ccb_desktop.data import backup as copies
from ccb_desktop.data import opening, places
from ccb_desktop.data.engine import connection_to
from ccb_desktop.data.migrations.steps import LATEST
from ccb_desktop.domain.backups import BackupReason
from ccb_desktop.domain.errors import (
    BadFile,
    Conflict,
    Damaged,
    Locked,
    NotFound,
    ReadOnly,
    UnsafePlace,
)
from ccb_desktop.operations import backup_files, backups, checking
from ccb_desktop.operations.branch import load_branch, open_branch, save_branch, start_branch
from ccb_desktop.operations.undo import list_actions, undo
from ccb_desktop.paths import DataFolder
from tests.books import add_member, contents, fill, names_on_roll
from tests.conftest import BRANCH
from tests.ledger import held, open_fund, receive


def everything_in(folder):
    """Every file below a folder with its bytes, but for the lock."""
    files = (path for path in folder.root.rglob("*") if path.is_file() and path != folder.lock)
    return {path.relative_to(folder.root).as_posix(): path.read_bytes() for path in files}


def spoil(path, place=None):
    spoilt = bytearray(path.read_bytes())
    spoilt[place or len(spoilt) // 2] ^= 1
    path.write_bytes(spoilt)


class Clock(datetime):
    """A clock that stands where the test puts it."""

    stands_at = datetime(2026, 6, 5, 9, 30)

    @classmethod
    def now(cls, tz=None):
        return cls.stands_at


@pytest.fixture
def clock(monkeypatch):
    monkeypatch.setattr(copies, "datetime", Clock)
    monkeypatch.setattr(backup_files, "datetime", Clock)
    yield Clock
    Clock.stands_at = datetime(2026, 6, 5, 9, 30)


def test_a_backup_holds_every_row_and_its_manifest_says_what_it_is(filled, tmp_path, clock):
    made = backups.back_up(filled, tmp_path / "stick")
    with connection_to(made) as connection:
        head = connection.execute("SELECT id, chain_hash FROM actions ORDER BY id DESC").fetchone()
    said = json.loads(made.with_name(made.name + ".json").read_text("utf-8"))
    assert said["file"] == made.name == f"sao-luu_000001_2026-06-05_{said['store'][:6]}.ccbk"
    assert said["branch"] == BRANCH.name
    assert said["made_at"] == "2026-06-05T09:30:00"
    assert (said["schema"], said["counter"], said["reason"]) == (LATEST, 1, "BY_HAND")
    assert (said["action"], said["chain"]) == head
    assert said["size"] == made.stat().st_size
    assert copies.sha256_of(made) == said["sha256"]
    other = DataFolder(tmp_path / "other")
    backups.restore(other, made)
    before = contents(filled)
    with open_branch(other) as restored:
        assert contents(restored) == before


def test_a_backup_can_be_made_while_the_store_is_written_to(store, tmp_path):
    with store.writing("Nhập dài"):
        made = backups.back_up(store, tmp_path)
    assert copies.verify_copy(made, of=made).action_id == 1


def test_the_routine_backup_is_made_only_when_something_was_done(store):
    assert backups.back_up_if_changed(store) is not None
    assert backups.back_up_if_changed(store) is None
    add_member(store)
    made = backups.back_up_if_changed(store)
    assert made is not None
    assert made.counter == 2
    made.path.unlink()
    assert backups.back_up_if_changed(store) is not None


def test_before_a_great_act_there_is_a_backup_that_verifies(store):
    first = backups.back_up_before(store, BackupReason.BEFORE_IMPORT)
    assert first.reason is BackupReason.BEFORE_IMPORT
    assert backups.back_up_before(store, BackupReason.BEFORE_IMPORT) == first
    spoil(first.path)
    second = backups.back_up_before(store, BackupReason.BEFORE_IMPORT)
    assert second.counter == 2
    add_member(store)
    assert backups.back_up_before(store, BackupReason.BEFORE_IMPORT).counter == 3


def test_a_second_place_is_kept_and_caught_up_when_it_appears(store, tmp_path):
    stick = tmp_path / "stick"
    save_branch(store, replace(BRANCH, backup_folder=str(stick)))
    made = backups.back_up_here(store)
    assert not stick.exists()
    state = backups.state(store)
    assert (state.away_is_set, state.away_is_there, state.last_away) == (True, False, None)
    stick.mkdir()
    assert backups.back_up_if_changed(store) is None
    state = backups.state(store)
    assert state.away_is_there
    assert state.last_away is not None
    assert state.last is not None
    assert state.last_away.sha256 == state.last.sha256 == made.sha256
    assert len(backups.list_backups(store.folder, str(stick))) == 1
    add_member(store)
    backups.back_up_if_changed(store)
    assert len(copies.list_backups(stick)) == 2
    backups.back_up_if_changed(store)
    assert len(copies.list_backups(stick)) == 2


def test_without_a_second_place_the_state_says_so(store):
    state = backups.state(store)
    assert (state.last, state.last_away, state.away_is_set) == (None, None, False)
    made = backups.back_up_here(store)
    assert backups.state(store).last == made
    assert made.age(datetime.now()) < timedelta(minutes=5)


def test_a_second_place_that_fails_does_not_spoil_the_backup(store, tmp_path, monkeypatch):
    stick = tmp_path / "stick"
    stick.mkdir()
    save_branch(store, replace(BRANCH, backup_folder=str(stick)))

    def tear(source, target):
        target.write_bytes(source.read_bytes()[:-1])

    monkeypatch.setattr(backup_files.shutil, "copyfile", tear)
    made = backups.back_up_here(store)
    assert made.path.exists()
    assert list(stick.iterdir()) == []


def test_old_backups_are_thinned_out_with_their_manifests(store, clock):
    first = backups.back_up_here(store)
    for _ in range(25):
        backups.back_up_here(store)
    standing = backups.list_backups(store.folder)
    assert [backup.counter for backup in standing] == list(range(26, 6, -1))
    assert not first.path.exists()
    assert len(list(store.folder.backups.iterdir())) == 2 * len(standing)


def test_the_backups_of_another_branch_in_the_same_folder_are_left_alone(store, tmp_path):
    shared = store.folder.backups
    with start_branch(DataFolder(tmp_path / "other"), replace(BRANCH, name="Hội khác")) as other:
        of_other = backups.back_up(other, shared)
    for _ in range(25):
        backups.back_up_here(store)
    assert of_other.exists()
    assert len(backups.list_backups(store.folder)) == 21


def test_a_damaged_store_is_not_backed_up(data_folder, monkeypatch):
    with open_branch(data_folder) as store:
        fill(store)
        good = backups.back_up_here(store)
    spoil(data_folder.store)
    monkeypatch.setattr(opening, "CHECKED_AT_ONCE_UP_TO", 0)
    with open_branch(data_folder, leave_large_unchecked=True) as store, pytest.raises(Damaged):
        backups.back_up_here(store)
    assert [b.path for b in backups.list_backups(data_folder)] == [good.path]
    assert len(list(data_folder.backups.iterdir())) == 2


def test_an_unreadable_manifest_is_passed_over(store):
    made = backups.back_up_here(store)
    for rubbish in ("", "{}", "[1]", '{"file": 1}', "\x00"):
        copies.manifest_of(made.path).write_text(rubbish)
        assert backups.list_backups(store.folder) == []
    assert copies.verify_copy(made.path, of=made.path).action_id == 1


def test_a_folder_that_is_not_there_has_no_backups(tmp_path):
    assert copies.list_backups(tmp_path / "nowhere") == []


# --- Restoring --------------------------------------------------------------------------


def test_a_restore_brings_every_row_back_and_keeps_the_present_store(data_folder):
    with open_branch(data_folder) as store:
        fill(store)
        before = contents(store)
        wanted = backups.back_up_here(store)
        add_member(store, "Người thêm sau")
        later = contents(store)
    done = backups.restore(data_folder, wanted.path)
    assert done.branch == BRANCH.name
    assert done.set_aside is None
    assert done.kept is not None
    with open_branch(data_folder) as store:
        assert contents(store) == before
        assert checking.check(store, deep=True)["ok"]
    backups.restore(data_folder, done.kept.path)
    with open_branch(data_folder) as store:
        assert contents(store) == later
        assert checking.check(store, deep=True)["ok"]
    reasons = [backup.reason for backup in backups.list_backups(data_folder)]
    assert reasons == [
        BackupReason.AFTER_RESTORE,
        BackupReason.BEFORE_RESTORE,
        BackupReason.AFTER_RESTORE,
        BackupReason.BEFORE_RESTORE,
        BackupReason.BY_HAND,
    ]


def test_work_goes_on_after_a_restore_and_can_be_undone(data_folder):
    with open_branch(data_folder) as store:
        wanted = backups.back_up_here(store)
        add_member(store, "Sẽ mất")
    backups.restore(data_folder, wanted.path)
    with open_branch(data_folder) as store:
        added = add_member(store, "Người mới")
        assert names_on_roll(store) == ["Người mới"]
        undo(store, added.action_id)
        assert names_on_roll(store) == []
        assert checking.check(store, deep=True)["ok"]


def test_vouchers_are_restored_and_numbered_on_from_where_they_were(data_folder):
    with open_branch(data_folder) as store:
        fund_id = open_fund(store, cash=100)
        receive(store, fund_id, 50)
        wanted = backups.back_up_here(store)
        receive(store, fund_id, 70)
    backups.restore(data_folder, wanted.path)
    with open_branch(data_folder) as store:
        assert held(store, fund_id) == (150, 0)
        assert receive(store, fund_id, 5).number_text == "PT-2026-0002"
        assert checking.check(store, deep=True)["ledger"] == {"funds": 1, "balanced": True}


def test_a_backup_whose_sums_do_not_fit_is_refused_before_anything_is_touched(store, tmp_path):
    open_fund(store, cash=100)
    made = backups.back_up(store, tmp_path / "stick")
    copies.manifest_of(made).unlink()
    with connection_to(made) as connection:
        connection.execute("UPDATE fund_months SET amount_dong=7")
    new_pc = DataFolder(tmp_path / "new pc")
    with pytest.raises((BadFile, Damaged)):
        backups.restore(new_pc, made)
    assert not new_pc.store.exists()


def test_a_backup_of_another_pc_is_restored_where_there_was_nothing(filled, tmp_path):
    made = backups.back_up(filled, tmp_path / "stick")
    new_pc = DataFolder(tmp_path / "new pc")
    done = backups.restore(new_pc, made)
    assert (done.kept, done.set_aside) == (None, None)
    with open_branch(new_pc) as restored:
        assert contents(restored) == contents(filled)


def test_a_backup_without_its_manifest_is_restored_too(store, tmp_path):
    made = backups.back_up(store, tmp_path / "stick")
    copies.manifest_of(made).unlink()
    backups.restore(DataFolder(tmp_path / "new pc"), made)
    with open_branch(DataFolder(tmp_path / "new pc")) as restored:
        assert load_branch(restored) == BRANCH


def test_the_store_of_a_dead_pc_is_restored_with_the_act_it_was_in_taken_back(filled, tmp_path):
    dead = tmp_path / "dead"
    dead.mkdir()
    with connection_to(filled.path) as connection:
        connection.execute("PRAGMA cache_size=1")
        connection.execute("PRAGMA cache_spill=ON")
        connection.execute("BEGIN IMMEDIATE")
        for _ in range(40):
            connection.execute(
                "INSERT INTO settings (key, value) VALUES (hex(randomblob(9)), hex(zeroblob(4000)))"
            )
        for suffix in ("", "-journal"):
            shutil.copyfile(f"{filled.path}{suffix}", dead / f"so-lieu.ccb{suffix}")
        connection.execute("ROLLBACK")
    assert (dead / "so-lieu.ccb-journal").stat().st_size > 0
    backups.restore(DataFolder(tmp_path / "new pc"), dead / "so-lieu.ccb")
    with open_branch(DataFolder(tmp_path / "new pc")) as restored:
        assert contents(restored) == contents(filled)
        assert checking.check(restored, deep=True)["ok"]


def test_an_open_store_is_not_restored_over(store):
    made = backups.back_up_here(store)
    with pytest.raises(Locked):
        backups.restore(store.folder, made.path)


@pytest.mark.parametrize("how", ["missing", "spoilt", "empty", "foreign", "short", "folder"])
def test_a_backup_that_is_no_good_is_refused_before_anything_is_touched(data_folder, tmp_path, how):
    with open_branch(data_folder) as store:
        made = backups.back_up(store, tmp_path / "stick")
    content = made.read_bytes()
    made.unlink()
    if how == "folder":
        made.mkdir()
    elif how != "missing":
        spoilt = {"spoilt": content, "empty": b"", "foreign": b"PK\x03\x04", "short": content[:-9]}
        made.write_bytes(spoilt[how])
    if how == "spoilt":
        spoil(made)
    before = everything_in(data_folder)
    with pytest.raises((Damaged, BadFile)):
        backups.restore(data_folder, made)
    assert everything_in(data_folder) == before


def test_a_damaged_store_is_set_aside_byte_for_byte(data_folder):
    with open_branch(data_folder) as store:
        wanted = backups.back_up_here(store)
    spoil(data_folder.store)
    damaged = data_folder.store.read_bytes()
    done = backups.restore(data_folder, wanted.path)
    assert done.kept is None
    assert done.set_aside is not None
    assert done.set_aside.read_bytes() == damaged
    spoil(data_folder.store)
    again = backups.restore(data_folder, wanted.path)
    assert again.set_aside not in (None, done.set_aside)
    open_branch(data_folder).close()


def test_an_old_journal_is_never_played_back_into_the_restored_store(data_folder, tmp_path):
    with open_branch(data_folder) as store:
        fill(store)
        wanted = backups.back_up(store, tmp_path / "stick")
        before = contents(store)
        with connection_to(store.path) as connection:
            connection.execute("PRAGMA cache_size=1")
            connection.execute("PRAGMA cache_spill=ON")
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("UPDATE persons SET note=hex(zeroblob(4000))")
            journal = data_folder.journal.read_bytes()
            connection.execute("ROLLBACK")
    data_folder.store.unlink()
    data_folder.journal.write_bytes(journal)
    backups.restore(data_folder, wanted)
    with open_branch(data_folder) as store:
        assert contents(store) == before
    assert any(path.name.endswith("-journal") for path in data_folder.set_aside.iterdir())


def test_nothing_is_restored_to_a_dangerous_place(data_folder, tmp_path, monkeypatch):
    with open_branch(data_folder) as store:
        made = backups.back_up(store, tmp_path / "stick")
    monkeypatch.setattr(places, "danger_of", lambda _folder: places.Danger.NETWORK)
    with pytest.raises(UnsafePlace):
        backups.restore(data_folder, made)


def test_a_second_stick_that_was_pulled_out_is_told(store, tmp_path, monkeypatch):
    def no_such_drive(path, **_options):
        raise FileNotFoundError(errno.ENOENT, "The system cannot find the path", str(path))

    monkeypatch.setattr(Path, "mkdir", no_such_drive)
    with pytest.raises(NotFound, match="USB"):
        backups.back_up(store, tmp_path / "stick" / "folder")


def test_a_second_place_below_a_file_is_refused(store, tmp_path):
    (tmp_path / "a file").touch()
    with pytest.raises(ReadOnly):
        backups.back_up(store, tmp_path / "a file" / "folder")


def test_a_branch_is_not_begun_beside_backups(data_folder):
    with open_branch(data_folder) as store:
        backups.back_up_here(store)
        assert list_actions(store)
    data_folder.store.unlink()
    data_folder.journal.unlink(missing_ok=True)
    with pytest.raises(Conflict):
        start_branch(data_folder, BRANCH)
