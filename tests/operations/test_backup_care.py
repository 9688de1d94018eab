"""How well the backups are cared for, read from both places and the notes."""

from dataclasses import replace

import pytest

from ccb_desktop.domain.errors import Stopped
from ccb_desktop.operations import backup_care, backups, second_place
from ccb_desktop.operations.branch import save_branch
from tests.books import add_member
from tests.conftest import BRANCH


@pytest.fixture
def stick(store, tmp_path):
    place = tmp_path / "usb"
    save_branch(store, replace(BRANCH, backup_folder=str(place)))
    return place


def quiet(_done, _total, _text):
    """Nobody listens."""


def test_without_anything_everything_is_empty(store):
    care = backup_care.care_of(store)
    assert (care.here.count, care.here.newest, care.away, care.begun_at) == (0, None, None, None)
    assert care.here.free_bytes > 0


def test_both_places_are_told_also_while_the_stick_is_away(store, stick, tmp_path):
    stick.mkdir()
    made = backups.back_up_here(store)
    second_place.catch_up(store)
    care = backup_care.care_of(store)
    assert (care.away.is_there, care.away.count, care.away.newest.counter) == (True, 1, 1)
    assert (care.away_at, care.away_is_behind) == (made.made_at, False)
    stick.rename(tmp_path / "rut-ra")
    gone = backup_care.care_of(store)
    assert (gone.away.is_there, gone.away.free_bytes, gone.away_at) == (False, None, made.made_at)
    assert not gone.away_is_behind
    add_member(store)
    backups.back_up_here(store)
    assert backup_care.care_of(store).away_is_behind


def test_reading_again_finds_what_has_gone_bad(store, stick):
    stick.mkdir()
    for _ in range(3):
        add_member(store)
        backups.back_up_here(store)
    second_place.catch_up(store)
    bad = sorted(stick.glob("*.ccbk"))[1]
    spoilt = bytearray(bad.read_bytes())
    spoilt[7000] ^= 4
    bad.write_bytes(spoilt)
    sorted(stick.glob("*.ccbk"))[0].unlink()
    here, away = backup_care.look_again(store, quiet)
    assert (here.looked.whole, here.looked.damaged) == (3, 0)
    assert (away.looked.whole, away.looked.damaged, away.torn) == (1, 2, 1)
    care = backup_care.care_of(store)
    assert (care.here.looked, care.away.looked) == (here.looked, away.looked)


def test_reading_again_can_be_stopped(store):
    backups.back_up_here(store)

    def stop(_done, _total, _text):
        raise Stopped("Đã dừng.")

    with pytest.raises(Stopped):
        backup_care.look_again(store, stop)
    assert backup_care.care_of(store).here.looked is None
