"""The second place: caught up when it comes, thinned, found again under another letter."""

from dataclasses import replace

import pytest

from ccb_desktop.data import backup as copies
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.submissions.drives import Drive
from ccb_desktop.operations import backup_care, backups, second_place
from ccb_desktop.operations.backup_notes import load_notes
from ccb_desktop.operations.branch import load_branch, open_branch, save_branch
from ccb_desktop.operations.undo import undo
from ccb_desktop.paths import DataFolder
from tests.books import add_member
from tests.conftest import BRANCH


@pytest.fixture
def stick(store, tmp_path):
    """A chosen second place that is not plugged in yet."""
    place = tmp_path / "usb" / "hoi" / "sao-luu"
    save_branch(store, replace(BRANCH, backup_folder=str(place)))
    return place


def make_backups(store, count):
    for number in range(count):
        add_member(store, f"Người {number}")
        backups.back_up_here(store)


def counters(place):
    return [b.counter for b in copies.list_backups(place) if b.is_present]


def test_a_stick_that_comes_is_given_the_newest_five(store, stick):
    make_backups(store, 7)
    assert second_place.catch_up(store).brought == 0
    stick.mkdir(parents=True)
    done = second_place.catch_up(store)
    assert (done.brought, done.trouble) == (5, "")
    assert counters(stick) == [7, 6, 5, 4, 3]
    for backup in copies.list_backups(stick):
        copies.verify_copy(backup.path, of=backup.path)
    assert second_place.catch_up(store).brought == 0


def test_a_backup_that_has_gone_bad_is_passed_over(store, stick):
    make_backups(store, 3)
    newest = copies.list_backups(store.folder.backups)[0]
    spoilt = bytearray(newest.path.read_bytes())
    spoilt[5000] ^= 1
    newest.path.write_bytes(spoilt)
    stick.mkdir(parents=True)
    assert second_place.catch_up(store).brought == 2
    assert counters(stick) == [2, 1]


def test_a_stick_that_cannot_be_written_to_is_told(store, stick, monkeypatch):
    make_backups(store, 1)
    stick.mkdir(parents=True)

    def refuse(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("ccb_desktop.operations.backup_files.shutil.copyfile", refuse)
    assert "đã đầy" in second_place.catch_up(store).trouble
    assert counters(stick) == []


def test_the_notes_know_the_second_place_without_the_store(store, stick):
    make_backups(store, 2)
    stick.mkdir(parents=True)
    second_place.catch_up(store)
    notes = load_notes(store.folder)
    assert notes.second_place == str(stick)
    newest = copies.list_backups(stick)[0]
    assert (notes.away_sha256, notes.away_at) == (newest.sha256, newest.made_at)
    assert notes.store_id == newest.store_id == second_place.store_id_of(store)
    assert second_place.known_places(store.folder) == [stick]


def test_a_stick_with_another_letter_is_found_by_its_backups(store, stick, tmp_path, monkeypatch):
    make_backups(store, 1)
    stick.mkdir(parents=True)
    second_place.catch_up(store)
    assert second_place.find_moved(store) is None
    renamed = tmp_path / "usb1"
    (tmp_path / "usb").rename(renamed)
    strange = tmp_path / "usb2"
    strange.mkdir()
    found = [
        Drive(path=path, label="", free=None, file_system="FAT32", read_only=False)
        for path in (strange, renamed)
    ]
    monkeypatch.setattr(second_place, "list_drives", lambda: found)
    assert second_place.find_moved(store) == renamed / "hoi" / "sao-luu"
    assert second_place.known_places(store.folder) == [renamed / "hoi" / "sao-luu"]
    monkeypatch.setattr(second_place, "list_drives", lambda: found[:1])
    assert second_place.find_moved(store) is None


def test_the_chosen_place_is_used_where_it_now_lies(store, stick, tmp_path):
    make_backups(store, 1)
    moved = tmp_path / "usb1"
    moved.mkdir()
    second_place.choose(store, moved)
    assert load_branch(store).backup_folder == str(moved)
    assert load_notes(store.folder).second_place == str(moved)
    assert load_notes(store.folder).away_sha256 == ""
    second_place.catch_up(store)
    assert counters(moved) == [1]


def test_a_backup_made_by_hand_with_the_same_number_is_not_replaced(store, stick):
    backups.back_up_here(store)
    stick.mkdir(parents=True)
    by_hand = backups.back_up(store, stick)
    before = by_hand.read_bytes()
    add_member(store)
    made = backups.back_up_here(store)
    assert made.path.name == by_hand.name
    second_place.catch_up(store)
    assert by_hand.read_bytes() == before
    found = copies.list_backups(stick)
    assert {made.sha256, copies.sha256_of(by_hand)} <= {b.sha256 for b in found}
    assert all(b.is_present and copies.sha256_of(b.path) == b.sha256 for b in found)
    assert second_place.catch_up(store).brought == 0


@pytest.mark.parametrize("inside", ["", "sao-luu", "sao-luu/usb"])
def test_a_place_among_the_books_is_no_second_place(store, stick, inside):
    place = store.folder.root / inside
    place.mkdir(exist_ok=True)
    with pytest.raises(Invalid, match="ngay trong thư mục số liệu"):
        second_place.choose(store, place)
    assert load_branch(store).backup_folder == str(stick)


def test_a_place_on_the_disk_of_the_books_is_told(store, stick, monkeypatch):
    stick.mkdir(parents=True)
    second_place.catch_up(store)
    assert backup_care.care_of(store).away.with_the_books
    monkeypatch.setattr(second_place, "is_on_same_disk", lambda _place, _folder: False)
    assert not backup_care.care_of(store).away.with_the_books


def test_a_restore_on_the_same_pc_keeps_the_place_chosen_after_the_backup(data_folder, tmp_path):
    old, new = tmp_path / "usb-cu", tmp_path / "usb-moi"
    old.mkdir(), new.mkdir()
    with open_branch(data_folder) as store:
        second_place.choose(store, old)
        made = backups.back_up(store, tmp_path / "mang-di")
        second_place.choose(store, new)
    backups.restore(data_folder, made)
    with open_branch(data_folder) as store:
        assert load_branch(store).backup_folder == str(old)
        assert backups.state(store).away_is_there
        assert second_place.second_place_of(store) == new
        backups.back_up_here(store)
        assert counters(new)
        assert not counters(old)
        again = second_place.choose(store, None)
        assert second_place.second_place_of(store) is None
        undo(store, again.action_id)
        assert second_place.second_place_of(store) == new
        second_place.choose(store, old)  # what the books said all the time
        assert second_place.second_place_of(store) == old


def test_books_of_another_pc_bring_no_second_place_along(data_folder, tmp_path):
    theirs = tmp_path / "o-cung-ngoai"
    theirs.mkdir()
    with open_branch(data_folder) as store:
        second_place.choose(store, theirs)
        made = backups.back_up(store, tmp_path / "mang-di")
    other = DataFolder(tmp_path / "may-khac")
    backups.restore(other, made, received="bộ bàn giao")
    with open_branch(other) as store:
        assert second_place.second_place_of(store) is None
        assert not backups.state(store).away_is_set
        second_place.choose(store, theirs)
        assert second_place.second_place_of(store) == theirs
