"""What the officer is reminded of: the second place, the rehearsal, and never without reason."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from ccb_desktop.domain.backup_care import (
    MEND_LABEL,
    BackupCare,
    Mend,
    PlaceState,
    rehearsal_is_due,
    reminders,
    waiting,
)
from ccb_desktop.domain.backup_notes import Rehearsed
from ccb_desktop.domain.backups import Backup, BackupReason

NOW = datetime(2026, 6, 30, 9)
NEWEST = Backup(
    path=Path("/b/1"),
    counter=1,
    made_at=NOW - timedelta(hours=1),
    reason=BackupReason.ROUTINE,
    schema=1,
    size_bytes=1,
    sha256="a",
    store_id="s",
    branch="b",
    action_id=1,
    chain_hash="c",
)
HERE = PlaceState(path=Path("/b"), is_there=True, count=1, newest=NEWEST)
AWAY = PlaceState(path=Path("/usb"), is_there=True, count=1, newest=NEWEST)
TRIED = Rehearsed(sha256="a", made_at=NOW, done_at=NOW - timedelta(days=3), is_good=True)
WELL = BackupCare(
    here=HERE, away=AWAY, away_at=NEWEST.made_at, rehearsed=TRIED, begun_at=NOW - timedelta(days=99)
)


def mends(care):
    return [one.mend for one in reminders(care, NOW)]


def test_whoever_cares_well_is_left_alone():
    assert reminders(WELL, NOW) == []


def test_a_second_place_that_was_never_chosen_is_asked_for():
    assert mends(replace(WELL, away=None)) == [Mend.CHOOSE]


@pytest.mark.parametrize(("days", "told"), [(6, False), (8, True)])
def test_a_second_place_that_stays_behind_is_told_after_a_week(days, told):
    old = replace(WELL, away_is_behind=True, away_at=NOW - timedelta(days=days))
    assert mends(old) == ([Mend.BACK_UP] if told else [])
    never = replace(WELL, away_is_behind=True, away_at=None, begun_at=NOW - timedelta(days=days))
    assert mends(never) == ([Mend.BACK_UP] if told else [])
    away = replace(old, away=replace(AWAY, is_there=False, newest=None))
    assert [("cắm USB" in one.sentence) for one in reminders(away, NOW)] == ([True] if told else [])


def test_a_second_place_that_has_everything_may_be_away_for_long():
    assert reminders(replace(WELL, away_at=NOW - timedelta(days=300)), NOW) == []


def test_a_stick_with_another_letter_is_offered():
    moved = replace(WELL, away=replace(AWAY, is_there=False), moved_to=Path("F:/sao-luu"))
    [one] = reminders(moved, NOW)
    assert one.mend is Mend.MOVE
    assert "F:/sao-luu" in one.sentence


@pytest.mark.parametrize(("days", "told"), [(90, False), (91, True)])
def test_a_rehearsal_is_asked_for_after_ninety_days(days, told):
    last = replace(TRIED, done_at=NOW - timedelta(days=days))
    assert mends(replace(WELL, rehearsed=last)) == ([Mend.REHEARSE] if told else [])
    never = replace(WELL, rehearsed=None, begun_at=NOW - timedelta(days=days))
    assert mends(never) == ([Mend.REHEARSE] if told else [])


def test_a_rehearsal_that_failed_is_told_at_once():
    assert mends(replace(WELL, rehearsed=replace(TRIED, is_good=False))) == [Mend.REHEARSE]


def test_books_that_were_never_backed_up_come_first():
    care = BackupCare(here=PlaceState(path=Path("/b")))
    assert mends(care) == [Mend.BACK_UP, Mend.CHOOSE]


def test_nobody_is_reminded_in_the_practice_branch():
    assert reminders(replace(WELL, away=None, is_practice=True), NOW) == []


def test_the_first_page_leads_to_the_act_that_mends():
    [line] = waiting(replace(WELL, away=None), NOW)
    assert (line.page, line.filters) == ("settings", {"tab": "backups", "act": "CHOOSE"})
    assert set(MEND_LABEL) == set(Mend)


def test_the_program_rehearses_monthly_and_a_failed_one_the_next_day():
    assert rehearsal_is_due(None, NOW)
    assert not rehearsal_is_due(TRIED, NOW)
    assert rehearsal_is_due(TRIED, NOW + timedelta(days=28))
    assert rehearsal_is_due(replace(TRIED, is_good=False), NOW)
    assert rehearsal_is_due(TRIED, NOW - timedelta(days=400))
