"""Back the books up, to the data folder and to a second place; restore them; see how safe."""

import contextlib
from pathlib import Path

from ccb_desktop.data import backup as copies
from ccb_desktop.data import opening
from ccb_desktop.data.places import check_place
from ccb_desktop.data.store import Store
from ccb_desktop.data.store_file import facts_of
from ccb_desktop.data.users.key_ring import NO_RING, StoreKeys
from ccb_desktop.documents.safe_write import replacing
from ccb_desktop.domain.backups import Backup, BackupReason, BackupState
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.restore_note import RestoreNote
from ccb_desktop.domain.store_health import Restored
from ccb_desktop.domain.users.duties import Duty, check_duty
from ccb_desktop.domain.users.users import User
from ccb_desktop.operations import backup_files
from ccb_desktop.operations.backup_notes import chosen_place
from ccb_desktop.operations.restore_notes import note_restore
from ccb_desktop.operations.users import ring_files
from ccb_desktop.paths import DataFolder


def back_up(store: Store, to_dir: Path) -> Path:
    """Write a verified backup into a folder of the officer's choice; nothing there is thinned.

    Returns:
        The backup; its manifest stands beside it.

    Raises:
        Damaged: The store or the copy did not verify; no backup was made.
        DiskFull, DiskFault, ReadOnly, NotFound: The folder cannot take it.
    """
    return _write(store, to_dir, BackupReason.BY_HAND).path


def back_up_here(store: Store, reason: BackupReason = BackupReason.BY_HAND) -> Backup:
    """Write a verified backup into the data folder and, where it is there, the second place.

    Raises:
        As `back_up`; a second place that cannot take its copy is no failure, `state` tells it.
    """
    made = _write(store, store.folder.backups, reason)
    backup_files.thin_out(store.folder.backups, made.store_id)
    _catch_up(store, made)
    return made


def back_up_if_changed(store: Store) -> Backup | None:
    """The routine backup, on leaving and every half hour: only when something was done since.

    A second place that was away, such as a stick, is caught up whenever it is there again.

    Returns:
        The new backup, or `None` when the newest one holds everything.
    """
    _take_templates(store)
    newest = _newest_of_now(store)
    if newest is None:
        return back_up_here(store, BackupReason.ROUTINE)
    _catch_up(store, newest)
    return None


def back_up_before(store: Store, reason: BackupReason) -> Backup:
    """The backup before an act that could do much harm; without it the act is not begun.

    Returns:
        A new backup, or the newest one where that holds everything and verifies now.

    Raises:
        As `back_up`.
    """
    newest = _newest_of_now(store)
    if newest is not None:
        with contextlib.suppress(UserError, OSError):
            copies.verify_copy(newest.path, of=newest.path, keys=store.keys)
            return newest
    return back_up_here(store, reason)


def back_up_before_upgrade(folder: DataFolder, keys: StoreKeys) -> Backup:
    """Keep an older store as it is, before it is brought to the present schema."""
    return backup_files.keep_file(folder, BackupReason.BEFORE_UPGRADE, keys)


def look_at(file: Path, keys: StoreKeys = NO_RING) -> str:
    """See that a file can be restored, before the officer is asked whether it shall be.

    Returns:
        The name of the branch whose books it holds.

    Raises:
        BadFile, Damaged, StoreTooNew: It cannot be used.
        NotSignedIn: It is encrypted, and these keys do not open it.
    """
    return backup_files.look_at(file, keys).branch


def restore(
    folder: DataFolder,
    file: Path,
    keys: StoreKeys = NO_RING,
    theirs: StoreKeys | None = None,
    by: User | None = None,
    received: str = "",
) -> Restored:
    """Put a backup in the place of the store; no program may have the store open.

    The backup, also one of another PC, is copied and verified before anything is touched.
    The present store becomes one more backup; a damaged one is set aside. One of an older
    program is brought up to date when it is opened. The passwords of now go on; those of then
    come back only with the books of another branch, or of another PC.

    Args:
        folder: Whose store gives way.
        file: The backup.
        keys: Of the present store, which is kept; without them it is set aside as it is.
        theirs: Of the backup, where they are others.
        by: Who is at work, where the books have users and can be read.
        received: What the file came with, where it is no backup of one's own: `bộ bàn giao …`.

    Raises:
        Forbidden: It is the chairman's duty.
        NotSignedIn: The backup is encrypted, and these keys do not open it.
        BadFile, Damaged, StoreTooNew: The backup cannot be used; nothing was touched.
        Locked: The store is open.
        UnsafePlace, DiskFull, DiskFault, ReadOnly: The place cannot take it.
    """
    check_duty(by, Duty.RESTORE)
    return put_back(
        folder, file, keys, theirs, who=by.name if by is not None else "", received=received
    )


def put_back(
    folder: DataFolder,
    file: Path,
    keys: StoreKeys = NO_RING,
    theirs: StoreKeys | None = None,
    *,
    who: str,
    received: str = "",
) -> Restored:
    """As `restore`, where it was seen before that somebody may; the history will tell who did."""
    check_place(folder.root)
    opening.make_folders(folder)
    manifest = copies.read_manifest(copies.manifest_of(file))
    with opening.locked(folder) as lock:
        with ring_files.kept_unless_replaced(folder), replacing(folder.store) as incoming:
            facts = backup_files.bring(file, incoming, theirs or keys)
            kept, aside = backup_files.keep_present(folder, keys)
            now = ring_files.announce(folder, file, theirs or keys)
        ring_files.settle(folder, now)
        if facts.schema >= backup_files.WITH_TEMPLATES:
            backup_files.set_templates_aside(folder)
        # The newest manifest tells which history is the valid one from now on.
        with contextlib.suppress(UserError):
            backup_files.keep_file(folder, BackupReason.AFTER_RESTORE, now)
        note = RestoreNote(
            by=who,
            made_at=None if manifest is None else manifest.made_at,
            received=received,
            set_aside=str(aside or ""),
        )
        note_restore(folder, note)
        lock.release()
    return Restored(branch=facts.branch, kept=kept, set_aside=aside)


def list_backups(folder: DataFolder, second_place: str = "") -> list[Backup]:
    """The backups in the data folder and in the second place, each once, newest first."""
    places = [folder.backups, *([Path(second_place)] if second_place else [])]
    found: dict[str, Backup] = {}
    for place in places:
        for backup in copies.list_backups(place):
            found.setdefault(backup.sha256, backup)
    return sorted(found.values(), key=lambda b: b.counter, reverse=True)


def state(store: Store) -> BackupState:
    """How safe the books are, for the bottom bar of the window."""
    with store.reading() as session:
        chosen = chosen_place(store.folder, session)
    away = Path(chosen)
    return BackupState(
        last=next(iter(copies.list_backups(store.folder.backups)), None),
        last_away=next(iter(copies.list_backups(away)), None) if chosen else None,
        away_is_set=bool(chosen),
        away_is_there=bool(chosen) and away.is_dir(),
    )


def _newest_of_now(store: Store) -> Backup | None:
    """The newest backup, if nothing was done since it was made."""
    with store.raw_reading() as connection:
        facts = facts_of(connection)
    newest = next(iter(copies.list_backups(store.folder.backups)), None)
    if newest is None or not newest.is_present or newest.chain_hash != facts.chain_hash:
        return None
    return newest


def _catch_up(store: Store, newest: Backup) -> None:
    """Bring the newest backup to the second place, when it is there and lacks it."""
    with store.reading() as session:
        chosen = chosen_place(store.folder, session)
    away = Path(chosen)
    if not chosen or not away.is_dir():
        return
    if newest.sha256 in {backup.sha256 for backup in copies.list_backups(away)}:
        return
    with contextlib.suppress(UserError):
        backup_files.copy_away(newest, away)
        backup_files.thin_out(away, newest.store_id)


def _take_templates(store: Store) -> None:
    """Let templates that were changed in Word travel with the backup."""
    from ccb_desktop.operations.word_templates import take_saved  # noqa: PLC0415 (window first)

    with contextlib.suppress(UserError):  # a fault in them stands in the way of no backup
        take_saved(store)


def _write(store: Store, folder: Path, reason: BackupReason) -> Backup:
    _take_templates(store)
    counted = [folder, store.folder.backups]
    return backup_files.write_copy(store.path, folder, counted, reason, store.keys)
