"""Backups: what is known of each, and which of them are worth keeping."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any


class BackupReason(StrEnum):
    """Why a backup was made."""

    BY_HAND = "BY_HAND"
    ROUTINE = "ROUTINE"
    """On leaving, and every half hour in which something changed."""
    BEFORE_IMPORT = "BEFORE_IMPORT"
    BEFORE_LOCK = "BEFORE_LOCK"
    BEFORE_UPGRADE = "BEFORE_UPGRADE"
    BEFORE_NEW_KEY = "BEFORE_NEW_KEY"
    """Before the books are encrypted, or are so no more."""
    BEFORE_RESTORE = "BEFORE_RESTORE"
    """The store that a restore took out of use."""
    AFTER_RESTORE = "AFTER_RESTORE"
    """The store as a restore brought it back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One backup as its manifest describes it; it was verified before the manifest was written.

    Attributes:
        counter: Place in the order in which backups were made, whatever the clock said.
        made_at: What the clock said.
        store_id: Seal of the first act: the same for every backup of one branch's books.
        action_id: The last act it holds.
        chain_hash: Seal of that act.
        is_present: The file stands beside its manifest, in its full size.
        key_name: The key that opens it; empty where it is not encrypted.
        ring: The wrapped keys of the branch as they were then; none before it had users.
    """

    path: Path
    counter: int
    made_at: datetime
    reason: BackupReason
    schema: int
    size_bytes: int
    sha256: str
    store_id: str
    branch: str
    action_id: int
    chain_hash: str
    is_present: bool = True
    key_name: str = ""
    ring: Mapping[str, Any] | None = field(default=None, compare=False, repr=False)

    def age(self, now: datetime) -> timedelta:
        """How long ago it was made; never negative, though the clock may have been put back."""
        return max(now - self.made_at, timedelta())


@dataclass(frozen=True, slots=True)
class BackupState:
    """How safe the books are, for the bottom bar of the window.

    Attributes:
        last: The newest backup in the data folder.
        last_away: The newest in the second place.
        away_is_set: A second place was chosen.
        away_is_there: It can be reached now.
    """

    last: Backup | None
    last_away: Backup | None
    away_is_set: bool
    away_is_there: bool


NEWEST_VERIFIED = 5
LAST = 20
PERIODS: tuple[tuple[int, Callable[[date], object]], ...] = (
    (14, lambda day: day),
    (8, lambda day: day.isocalendar()[:2]),
    (12, lambda day: (day.year, day.month)),
)
_RESTORES = frozenset({BackupReason.BEFORE_RESTORE, BackupReason.AFTER_RESTORE})


def newest_first(backups: Sequence[Backup]) -> list[Backup]:
    """By counter: the clock of an old PC may jump."""
    return sorted(backups, key=lambda b: b.counter, reverse=True)


def not_worth_keeping(backups: Sequence[Backup]) -> list[Backup]:
    """The backups of one store that thinning takes away.

    Kept are the last 20 and the newest of each of the last 14 days, 8 weeks and 12 months,
    in the order of counters. Only backups that are present count, so there are never fewer
    than the five newest of them; a file that is missing or has another size is left alone.
    After a restore nothing is taken away until 20 more backups have been made.
    """
    present = [backup for backup in newest_first(backups) if backup.is_present]
    last = present[: max(LAST, NEWEST_VERIFIED)]
    if any(backup.reason in _RESTORES for backup in last):
        return []
    kept = {backup.counter for backup in last}
    for quota, period_of in PERIODS:
        kept.update(b.counter for b in _newest_of_each(present, quota, period_of))
    return [backup for backup in present if backup.counter not in kept]


def _newest_of_each(
    present: Sequence[Backup], quota: int, period_of: Callable[[date], object]
) -> Iterator[Backup]:
    seen: set[object] = set()
    for backup in present:
        period = period_of(backup.made_at.date())
        if period not in seen and len(seen) < quota:
            seen.add(period)
            yield backup
