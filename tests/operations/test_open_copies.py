"""After the books were encrypted: what lies readable is told, sealed, and never lost."""

import pytest

from ccb_desktop.data.engine import OPEN_KEY
from ccb_desktop.data.store_file import verify_file
from ccb_desktop.domain.backup_care import reminders
from ccb_desktop.domain.errors import Damaged, Forbidden
from ccb_desktop.operations import backups, protection, second_place
from ccb_desktop.operations.backup_care import care_of
from ccb_desktop.operations.backup_routine import look_for_second_place
from ccb_desktop.operations.branch import open_branch, take_seat
from ccb_desktop.operations.open_copies import OpenCopies, find_open_copies, seal_open_copies
from tests.books import add_member, add_unit
from tests.office import CLERK, seat_officers, signed

NAME = "Nguyễn Văn Ẩn"


def silent(*_done):
    """Progress that nobody hears."""


@pytest.fixture
def seated(data_folder, tmp_path):
    """Books with backups here and on a stick, and damaged ones set aside."""
    (tmp_path / "usb").mkdir()
    with open_branch(data_folder) as store:
        add_member(store, NAME, add_unit(store))
        seat_officers(store, CLERK)
        second_place.choose(store, tmp_path / "usb")
        backups.back_up_here(store)
        second_place.catch_up(store)
    data_folder.set_aside.mkdir()
    spoilt = bytearray(data_folder.store.read_bytes())
    spoilt[len(spoilt) // 2] ^= 1
    (data_folder.set_aside / "so-lieu_1.ccb").write_bytes(spoilt)
    return data_folder


def opens_for_all(folder):
    """The files of a folder that the published key opens."""
    found = []
    for file in sorted(folder.glob("*.ccb*")):
        try:
            verify_file(file, OPEN_KEY)
        except Damaged:
            continue
        found.append(file.name)
    return found


def test_what_lies_readable_is_told_and_sealed(seated, tmp_path):
    with open_branch(seated, signed(seated)) as store:
        assert find_open_copies(store) == OpenCopies()
        protection.encrypt(store)
        found = find_open_copies(store)
        assert found.here
        assert found.away
        assert (found.set_aside, found.renewed_later) == (1, False)
        done = seal_open_copies(store, silent)
        assert (done.set_aside, done.left) == (1, OpenCopies())
        assert done.backups >= found.here + found.away
    assert opens_for_all(seated.backups) == opens_for_all(tmp_path / "usb") == []


def test_damaged_books_come_back_byte_for_byte_when_encryption_is_taken_off(seated):
    file = seated.set_aside / "so-lieu_1.ccb"
    before = file.read_bytes()
    with open_branch(seated, signed(seated)) as store:
        protection.encrypt(store)
        seal_open_copies(store, silent)
        sealed = [one.read_bytes() for one in seated.set_aside.iterdir()]
        assert not file.exists()
        assert NAME.encode() not in b"".join(sealed)
        assert before[:4096] not in b"".join(sealed)
        protection.take_encryption_off(store)
    assert file.read_bytes() == before
    assert len(list(seated.set_aside.iterdir())) == 1


def test_a_stick_that_was_away_is_sealed_when_it_comes_whoever_is_at_work(seated, tmp_path):
    stick, away = tmp_path / "usb", tmp_path / "rut-ra"
    with open_branch(seated, signed(seated)) as store:
        protection.encrypt(store)
        stick.rename(away)
        done = seal_open_copies(store, silent)
        assert (done.left.away, done.left.renewed_later) == (None, True)
        assert care_of(store).away_is_readable
        told = [one.short for one in reminders(care_of(store), store_time(store))]
        assert "Nơi thứ hai: bản cũ chưa mã hóa" in told
        take_seat(store, signed(seated, CLERK))
        with pytest.raises(Forbidden):
            seal_open_copies(store, silent)
        assert opens_for_all(away)
        away.rename(stick)
        news = look_for_second_place(store, silent).news
        assert any("Đã mã hóa" in one for one in news)
        assert opens_for_all(stick) == []
        assert not care_of(store).away_is_readable
        take_seat(store, signed(seated))
        assert find_open_copies(store) == OpenCopies()


def store_time(store):
    """The moment of the newest backup."""
    return backups.list_backups(store.folder)[0].made_at
