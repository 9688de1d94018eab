"""Which backups are kept: by the order they were made in, whatever the clock said."""

from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from ccb_desktop.domain.backups import Backup, BackupReason, newest_first, not_worth_keeping

NOON = datetime(2026, 6, 5, 12)


def a_backup(counter, made_at=NOON, **more):
    said = {"reason": BackupReason.ROUTINE} | more
    return Backup(
        path=Path(f"{counter}.ccbk"),
        counter=counter,
        made_at=made_at,
        schema=1,
        size_bytes=1,
        sha256="",
        store_id="",
        branch="",
        action_id=counter,
        chain_hash="",
        **said,
    )


def kept_of(backups):
    gone = {backup.counter for backup in not_worth_keeping(backups)}
    return [backup.counter for backup in newest_first(backups) if backup.counter not in gone]


def thinned(moments):
    """What stands at the end when each backup is followed by thinning, as in the program."""
    standing = []
    for counter, moment in enumerate(moments, 1):
        standing.append(a_backup(counter, moment))
        gone = not_worth_keeping(standing)
        standing = [backup for backup in standing if backup not in gone]
    return standing


def test_the_last_twenty_are_kept():
    assert kept_of([a_backup(n) for n in range(1, 51)]) == list(range(50, 30, -1))


def test_of_each_day_week_and_month_the_newest_is_kept():
    two_a_day = [NOON - timedelta(hours=12 * n) for n in range(2 * 500)][::-1]
    standing = thinned(two_a_day)
    days = {backup.made_at.date() for backup in standing}
    assert {(NOON - timedelta(days=n)).date() for n in range(14)} <= days
    months = {(day.year, day.month) for day in days}
    assert len(months) == 12
    weeks = {day.isocalendar()[:2] for day in days}
    assert {(NOON - timedelta(weeks=n)).date().isocalendar()[:2] for n in range(8)} <= weeks
    assert len(standing) < 20 + 14 + 8 + 12


def test_what_is_not_there_does_not_count_and_is_left_alone():
    missing = [a_backup(n, is_present=False) for n in range(31, 51)]
    backups = [a_backup(n) for n in range(1, 31)] + missing
    assert {backup.counter for backup in not_worth_keeping(backups)} == set(range(1, 11))


def test_after_a_restore_nothing_is_taken_away_for_a_while():
    backups = [a_backup(n) for n in range(1, 61)]
    backups[50] = a_backup(51, reason=BackupReason.AFTER_RESTORE)
    assert not_worth_keeping(backups) == []
    backups += [a_backup(n) for n in range(61, 72)]
    assert not_worth_keeping(backups) != []


def test_a_clock_that_jumps_takes_no_good_month_away():
    """C5: the clock of an old PC stands in 2019 and in 2035 for a while."""
    true = [datetime(2025, 6, 1, 8) + timedelta(days=n) for n in range(365)]
    said = list(true)
    for number in range(300, 320):
        said[number] = datetime(2019, 1, 1) + timedelta(hours=number)
    for number in range(330, 350):
        said[number] = datetime(2035, 7, 1) + timedelta(hours=number)
    standing = thinned(said)
    counters = [backup.counter for backup in newest_first(standing)]
    assert counters[:5] == [365, 364, 363, 362, 361]
    months = {(b.made_at.year, b.made_at.month) for b in standing}
    last_ten = {(moment.year, moment.month) for moment in true[-300:]}
    assert last_ten <= months


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.integers(0, 4000), min_size=1, max_size=120),
)
def test_whatever_the_clock_says_the_newest_stay(days):
    moments = [datetime(2020, 1, 1) + timedelta(days=n) for n in days]
    backups = [a_backup(n, moment) for n, moment in enumerate(moments, 1)]
    newest = newest_first(backups)
    taken = not_worth_keeping(backups)
    assert not set(newest[:20]) & set(taken)
    months = {(b.made_at.year, b.made_at.month) for b in newest if b not in taken}
    assert len(months) >= min(12, len({(m.year, m.month) for m in moments}))


def test_the_age_is_never_negative():
    assert a_backup(1).age(NOON + timedelta(days=8)).days == 8
    assert a_backup(1).age(NOON - timedelta(days=8)) == timedelta()
