"""Looks how well the backups are cared for: both places, room left, rehearsals."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import reduce
from pathlib import Path

from ccb_desktop.data import backup as copies
from ccb_desktop.data import settings
from ccb_desktop.data.store import Store
from ccb_desktop.data.users.key_ring import OPEN, StoreKeys
from ccb_desktop.documents.drives import free_bytes
from ccb_desktop.domain.backup_care import BackupCare, PlaceState
from ccb_desktop.domain.backup_notes import BackupNotes, LookedAt
from ccb_desktop.domain.backups import Backup
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.long_jobs import Tell
from ccb_desktop.operations import second_place
from ccb_desktop.operations.backup_notes import keep_notes, load_notes


def care_of(store: Store) -> BackupCare:
    """How well the backups of these books are cared for; looks at sticks that are in."""
    away_path = second_place.second_place_of(store)
    own, notes = second_place.store_id_of(store), load_notes(store.folder)
    with store.reading() as session:
        practice = settings.load_branch(session).practice
    found = copies.list_backups_of(store.folder.backups, own)
    here = _place(store.folder.backups, found, notes)
    away = None
    if away_path is not None:
        away = replace(
            _place(away_path, copies.list_backups_of(away_path, own), notes),
            with_the_books=second_place.is_on_same_disk(away_path, store.folder),
        )
    seen = away.newest if away is not None else None
    away_at = seen.made_at if seen is not None else notes.away_at
    away_sha256 = seen.sha256 if seen is not None else notes.away_sha256
    return BackupCare(
        here=here,
        away=away,
        away_at=away_at if away is not None else None,
        away_is_behind=here.newest is not None and here.newest.sha256 != away_sha256,
        away_is_readable=notes.renews_away and store.keys.name != OPEN,
        moved_to=second_place.find_moved(store),
        rehearsed=next(iter(notes.rehearsals), None),
        begun_at=min((backup.made_at for backup in found), default=None),
        is_practice=practice,
    )


def look_again(store: Store, progress: Tell) -> list[PlaceState]:
    """Read every backup in both places again and note how many are as they were verified.

    Args:
        store: The books.
        progress: Is told how many were read of how many; may raise `Stopped`.
    """
    away = second_place.second_place_of(store)
    places = [store.folder.backups]
    if away is not None and second_place.is_there(away):
        places.append(away)
    own = second_place.store_id_of(store)
    found = [(place, backup) for place in places for backup in copies.list_backups_of(place, own)]
    whole = dict.fromkeys(places, 0)
    for done, (place, backup) in enumerate(found):
        progress(done, len(found), backup.path.name)
        whole[place] += _is_whole(backup, store.keys)
    looks = [
        LookedAt(
            place=str(place), done_at=_now(), whole=right, damaged=_count(found, place) - right
        )
        for place, right in whole.items()
    ]
    notes = keep_notes(store.folder, lambda notes: reduce(BackupNotes.with_look, looks, notes))
    return [_place(place, copies.list_backups_of(place, own), notes) for place in places]


def _count(found: Sequence[tuple[Path, Backup]], place: Path) -> int:
    return sum(1 for where, _backup in found if where == place)


def _is_whole(backup: Backup, keys: StoreKeys) -> bool:
    try:
        copies.verify_copy(backup.path, of=backup.path, keys=keys)
    except (UserError, OSError):
        return False
    return True


def _now() -> datetime:
    return datetime.now().replace(microsecond=0)


def _place(path: Path, found: Sequence[Backup], notes: BackupNotes) -> PlaceState:
    free = free_bytes(path)
    return PlaceState(
        path=path,
        is_there=second_place.is_there(path),
        count=len(found),
        torn=sum(not backup.is_present for backup in found),
        newest=next((backup for backup in found if backup.is_present), None),
        free_bytes=None if free is None or free < 0 else free,
        looked=notes.look_at(path),
    )
