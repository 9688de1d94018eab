"""The second place of backups: what it lacks, and where it lies when its letter has changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ccb_desktop.domain.backups import (
    NEWEST_VERIFIED,
    Backup,
    newest_first,
    not_worth_keeping,
)

_MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class CaughtUp:
    """What came of catching the second place up.

    Attributes:
        brought: How many backups it was given.
        renewed: How many older ones there were encrypted, as the books are now.
        trouble: What stood in the way of the rest; empty where nothing did.
    """

    brought: int = 0
    renewed: int = 0
    trouble: str = ""


def lacking(here: Sequence[Backup], away: Sequence[Backup]) -> list[Backup]:
    """The backups of one store that the second place should have and lacks, newest first.

    These are the five newest and the newest of each of twelve months; but none that thinning
    would take away there at once.
    """
    present = [backup for backup in newest_first(here) if backup.is_present]
    newest_of: dict[tuple[int, int], Backup] = {}
    for backup in present:
        newest_of.setdefault((backup.made_at.year, backup.made_at.month), backup)
    monthly = list(newest_of.values())[:_MONTHS]
    wanted = {b.counter: b for b in (*present[:NEWEST_VERIFIED], *monthly)}
    has = {_sameness(backup): backup for backup in away if backup.is_present}
    together = {_sameness(backup): backup for backup in present} | has
    going = {_sameness(backup) for backup in not_worth_keeping(list(together.values()))}
    kept = [b for b in wanted.values() if _sameness(b) not in has and _sameness(b) not in going]
    return newest_first(kept)


def _sameness(backup: Backup) -> tuple[object, ...]:
    """What two copies of one backup share; not the bytes, which each place encrypts for itself."""
    moment = (backup.counter, backup.made_at, backup.action_id, backup.chain_hash)
    return (*moment, backup.key_name)


def likely_places(chosen: Path, drive: Path) -> Iterator[Path]:
    """Where the chosen folder may lie on a stick that got another letter, likeliest first."""
    parts = chosen.parts[1:]
    for first in range(len(parts)):
        yield drive.joinpath(*parts[first:])
    yield drive
