"""What of the books lies readable although they are encrypted now, and how it is sealed as well."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from ccb_desktop.data import backup as copies
from ccb_desktop.data.store import Store
from ccb_desktop.data.users.key_ring import OPEN
from ccb_desktop.domain.users.duties import Duty, check_duty
from ccb_desktop.operations import second_place
from ccb_desktop.operations.backup_notes import keep_notes, load_notes
from ccb_desktop.operations.protection import renew_in
from ccb_desktop.operations.users import beside

Progress = Callable[[int, int], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCopies:
    """Copies that open without a password.

    Attributes:
        here: Backups in the data folder.
        away: Backups in the second place; `None` where it is not there to be looked at.
        renewed_later: They are encrypted as soon as the second place is there.
        set_aside: Damaged books that were set aside.
        workbooks: Workbooks of everything, which are never encrypted.
    """

    here: int = 0
    away: int | None = 0
    renewed_later: bool = False
    set_aside: int = 0
    workbooks: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewed:
    """What came of sealing them.

    Attributes:
        backups: How many were rewritten.
        set_aside: How many files of damaged books were sealed.
        left: What is readable still.
    """

    backups: int
    set_aside: int
    left: OpenCopies


def find_open_copies(store: Store) -> OpenCopies:
    """Look what lies readable; nothing while the books are not encrypted themselves."""
    if store.keys.name == OPEN:
        return OpenCopies()
    away = second_place.second_place_of(store)
    is_there = away is not None and second_place.is_there(away)
    absent = None if away is not None else 0
    return OpenCopies(
        here=_open_in(store, store.folder.backups),
        away=_open_in(store, away) if away is not None and is_there else absent,
        renewed_later=load_notes(store.folder).renews_away,
        set_aside=len(beside.readable_set_aside(store)),
        workbooks=len(list(store.folder.backups.glob("*.xlsx"))),
    )


def seal_open_copies(store: Store, progress: Progress) -> Renewed:
    """Encrypt the older backups in both places, and seal damaged books that were set aside.

    A second place that is away is noted: it is done there when it is caught up next, whoever is
    at work then.

    Raises:
        Forbidden: Only the chairman may.
        DiskFull, ReadOnly, FileInUse: One could not be written; it is as before.
    """
    check_duty(store.user, Duty.USERS)
    sealed = beside.seal_set_aside(store)
    renewed = renew_in(store, store.folder.backups, progress)
    away = second_place.second_place_of(store)
    is_there = away is not None and second_place.is_there(away)
    if away is not None and is_there:
        renewed += renew_in(store, away, progress)
    later = away is not None and not is_there
    keep_notes(store.folder, lambda notes: replace(notes, renews_away=later))
    return Renewed(backups=renewed, set_aside=sealed, left=find_open_copies(store))


def _open_in(store: Store, place: Path) -> int:
    own = second_place.store_id_of(store)
    return sum(one.store_id == own and one.key_name == OPEN for one in copies.list_backups(place))
