"""Opening and making stores: what is refused, and that nothing is changed by a refusal."""

import hashlib
import shutil

import pytest

from ccb_desktop.data import opening, places
from ccb_desktop.data.engine import APPLICATION_ID, connection_to
from ccb_desktop.data.migrations import steps
from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.errors import (
    Conflict,
    Damaged,
    Invalid,
    Locked,
    NotFound,
    ReadOnly,
    StoreTooNew,
    UnsafePlace,
)
from ccb_desktop.operations import backups
from ccb_desktop.operations.branch import (
    has_branch,
    load_branch,
    open_branch,
    start_branch,
    view_branch,
)
from ccb_desktop.paths import DataFolder
from tests.books import add_member, contents, fill, names_on_roll
from tests.conftest import BRANCH


def bytes_of(folder):
    files = sorted(path for path in folder.root.rglob("*") if path.is_file())
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def set_schema(folder, number):
    with connection_to(folder.store) as connection:
        connection.execute(f"PRAGMA user_version={number}")


def test_a_new_store_holds_its_branch_and_is_ours(tmp_path):
    folder = DataFolder(tmp_path / "new")
    assert not has_branch(folder)
    with start_branch(folder, BRANCH) as store:
        assert load_branch(store) == BRANCH
        with store.raw_reading() as connection:
            assert connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
            assert connection.execute("PRAGMA user_version").fetchone()[0] == steps.LATEST
    assert has_branch(folder)


def test_a_branch_without_a_name_leaves_an_empty_folder(tmp_path):
    folder = DataFolder(tmp_path / "new")
    with pytest.raises(Invalid):
        start_branch(folder, Branch())
    assert not folder.root.exists()


def test_a_store_whose_first_act_fails_never_stood(tmp_path):
    folder = DataFolder(tmp_path / "new")

    def fail(_store):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        opening.create_store(folder, fail)
    assert not has_branch(folder)
    assert [path.name for path in folder.root.iterdir() if path.is_file()] == [folder.lock.name]
    start_branch(folder, BRANCH).close()


def test_nothing_new_is_made_where_a_store_stands(data_folder):
    before = bytes_of(data_folder)
    with pytest.raises(Conflict):
        start_branch(data_folder, BRANCH)
    assert bytes_of(data_folder) == before


@pytest.mark.parametrize("trace", ["backup", "set aside", "journal"])
def test_nothing_new_is_made_where_a_store_stood(data_folder, trace):
    with open_branch(data_folder) as store:
        if trace == "backup":
            backups.back_up_here(store)
    data_folder.journal.unlink(missing_ok=True)
    if trace == "set aside":
        data_folder.set_aside.mkdir()
        shutil.copy(data_folder.store, data_folder.set_aside)
    if trace == "journal":
        data_folder.journal.touch()
    data_folder.store.unlink()
    assert has_branch(data_folder)
    with pytest.raises(Damaged):
        open_branch(data_folder)
    with pytest.raises(Conflict):
        start_branch(data_folder, BRANCH)
    assert not data_folder.store.exists()


def test_an_empty_folder_has_no_store(tmp_path):
    with pytest.raises(NotFound):
        open_branch(DataFolder(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_second_opening_is_told_and_the_first_goes_on(data_folder):
    with open_branch(data_folder) as store:
        with pytest.raises(Locked):
            open_branch(data_folder)
        add_member(store)
        assert names_on_roll(store) == ["Nguyễn Văn An"]
    open_branch(data_folder).close()


def test_a_lock_file_spoilt_by_the_disk_does_not_lock_the_officer_out(data_folder):
    data_folder.lock.write_bytes(b"rubbish" * 1000)
    open_branch(data_folder).close()


def test_a_newer_store_is_refused_and_not_a_byte_changes(data_folder):
    set_schema(data_folder, steps.LATEST + 1)
    before = bytes_of(data_folder)
    with pytest.raises(StoreTooNew):
        open_branch(data_folder)
    assert bytes_of(data_folder) == before


def test_a_newer_store_can_be_viewed_and_not_written(data_folder):
    set_schema(data_folder, steps.LATEST + 1)
    before = bytes_of(data_folder)
    with view_branch(data_folder) as store:
        assert load_branch(store) == BRANCH
        with pytest.raises(ReadOnly), store.writing("Thử ghi"):
            pass
    assert bytes_of(data_folder) == before


def test_a_newer_store_that_lacks_what_we_read_is_not_viewed(data_folder):
    with connection_to(data_folder.store) as connection:
        connection.execute("ALTER TABLE persons DROP COLUMN note")
    set_schema(data_folder, steps.LATEST + 1)
    with pytest.raises(StoreTooNew):
        view_branch(data_folder)


def test_two_may_view_while_one_writes(data_folder):
    with open_branch(data_folder) as store, view_branch(data_folder) as view:
        add_member(store)
        assert names_on_roll(view) == ["Nguyễn Văn An"]


@pytest.mark.parametrize(
    "rubbish", [b"", b"PK\x03\x04 a workbook", bytes(40960), b"SQLite format 3"]
)
def test_a_foreign_file_is_refused_untouched(data_folder, rubbish):
    data_folder.store.write_bytes(rubbish)
    with pytest.raises(Damaged):
        open_branch(data_folder)
    assert data_folder.store.read_bytes() == rubbish


def test_a_store_of_another_program_is_refused(data_folder):
    with connection_to(data_folder.store) as connection:
        connection.execute("PRAGMA application_id=1")
    with pytest.raises(Damaged):
        open_branch(data_folder)


def test_broken_references_are_noticed(data_folder):
    with connection_to(data_folder.store) as connection:
        connection.execute(
            "INSERT INTO posts (person_id, title, scope, organisation, note) "
            "VALUES (99, 'x', 'HOI', '', '')"
        )
    with pytest.raises(Damaged, match="1 dòng"):
        open_branch(data_folder)


def test_a_broken_last_seal_is_noticed(data_folder):
    with connection_to(data_folder.store) as connection:
        connection.execute("DROP TRIGGER sealed_actions_stay")
        connection.execute("UPDATE actions SET done_by='ai đó'")
    with pytest.raises(Damaged, match="dấu niêm"):
        open_branch(data_folder)


def test_a_large_store_can_be_checked_after_it_is_opened(data_folder, monkeypatch):
    monkeypatch.setattr(opening, "CHECKED_AT_ONCE_UP_TO", 1000)
    page = 4096
    spoilt = bytearray(data_folder.store.read_bytes())
    spoilt[-page] ^= 1
    data_folder.store.write_bytes(spoilt)
    with pytest.raises(Damaged):
        open_branch(data_folder)
    with open_branch(data_folder, leave_large_unchecked=True) as store, pytest.raises(Damaged):
        opening.check_open_store(store)


def test_leftovers_of_a_program_that_died_are_removed(data_folder):
    left = data_folder.root / ".ccb-dang-ghi-999999999-0123abcd.ccb"
    left.touch()
    open_branch(data_folder).close()
    assert not left.exists()


def test_a_store_in_a_dangerous_place_is_neither_opened_nor_begun(data_folder, monkeypatch):
    before = bytes_of(data_folder)
    monkeypatch.setattr(places, "danger_of", lambda _folder: places.Danger.REMOVABLE)
    with pytest.raises(UnsafePlace, match="USB"):
        open_branch(data_folder)
    with pytest.raises(UnsafePlace):
        start_branch(DataFolder(data_folder.root / "new"), BRANCH)
    assert bytes_of(data_folder) == before


def test_what_was_written_is_there_when_it_is_opened_again(data_folder):
    with open_branch(data_folder) as store:
        fill(store)
        before = contents(store)
    with open_branch(data_folder) as store:
        assert contents(store) == before
