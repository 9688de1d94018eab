"""Back the books up, to the data folder and to a second place; see how safe they are."""

import contextlib
import shutil
from datetime import datetime
from pathlib import Path

from ccb_desktop.data import backup as copies
from ccb_desktop.data import settings
from ccb_desktop.data.store import Store
from ccb_desktop.data.store_file import StoreFacts, facts_of, read_facts, verify_file
from ccb_desktop.documents.safe_write import remove_left_overs, replacing, write_bytes
from ccb_desktop.domain.backups import Backup, BackupReason, BackupState, not_worth_keeping
from ccb_desktop.domain.errors import Damaged, UserError
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

    Also made before every act that could do much harm: an act whose backup fails is not begun.

    Raises:
        As `back_up`; a second place that cannot take its copy is no failure, `state` tells it.
    """
    made = _write(store, store.folder.backups, reason)
    _thin_out(store.folder.backups, made.store_id)
    away = _second_place(store)
    if away is not None:
        with contextlib.suppress(UserError):
            _copy_away(made, away)
            _thin_out(away, made.store_id)
    return made


def back_up_if_changed(store: Store) -> Backup | None:
    """The routine backup, on leaving and every half hour: only when something was done since.

    Returns:
        The new backup, or `None` when the newest one holds everything.
    """
    with store.raw_reading() as connection:
        facts = facts_of(connection)
    newest = next(iter(copies.list_backups(store.folder.backups)), None)
    if newest is not None and newest.is_present and newest.chain_hash == facts.chain_hash:
        return None
    return back_up_here(store, BackupReason.ROUTINE)


def back_up_before_upgrade(folder: DataFolder) -> Backup:
    """Keep an older store as it is, before it is brought to the present schema."""
    return keep_file(folder, BackupReason.BEFORE_UPGRADE)


def keep_file(folder: DataFolder, reason: BackupReason) -> Backup:
    """Back up a store file that no program has open but this one, which holds its lock.

    Raises:
        As `back_up`.
    """
    return _write_copy(folder.store, folder.backups, [folder.backups], reason)


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
        chosen = settings.load_branch(session).backup_folder
    away = Path(chosen)
    return BackupState(
        last=next(iter(copies.list_backups(store.folder.backups)), None),
        last_away=next(iter(copies.list_backups(away)), None) if chosen else None,
        away_is_set=bool(chosen),
        away_is_there=bool(chosen) and away.is_dir(),
    )


def _second_place(store: Store) -> Path | None:
    with store.reading() as session:
        chosen = settings.load_branch(session).backup_folder
    return Path(chosen) if chosen and Path(chosen).is_dir() else None


def _write(store: Store, folder: Path, reason: BackupReason) -> Backup:
    return _write_copy(store.path, folder, [folder, store.folder.backups], reason)


def _write_copy(source: Path, folder: Path, counted: list[Path], reason: BackupReason) -> Backup:
    """Copy, check, put in place, describe: the manifest comes last and makes it a backup."""
    _make(folder)
    counter = copies.next_counter(counted)
    store_id = read_facts(source).store_id
    target = folder / copies.file_name(counter, datetime.now(), store_id)
    with replacing(target) as unfinished:
        copies.copy_store(source, unfinished)
        facts = _verified(unfinished)
    made = copies.describe(target, facts, counter, reason)
    write_bytes(copies.manifest_of(target), copies.encode_manifest(made))
    return made


def _make(folder: Path) -> None:
    """Make a folder for backups; what hinders it is told when the first file is written."""
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)


def _verified(copy: Path) -> StoreFacts:
    try:
        return verify_file(copy)
    except Damaged as error:
        raise Damaged(
            "Bản sao lưu vừa ghi không khớp với số liệu nên đã bỏ. Số liệu đang dùng và các bản "
            "sao lưu trước vẫn nguyên. Hãy thử ổ đĩa khác; nếu vẫn vậy, hãy kiểm tra số liệu "
            "(Cài đặt → Kiểm tra số liệu)."
        ) from error


def _copy_away(made: Backup, away: Path) -> None:
    """Copy a finished backup to the second place, with its manifest after it."""
    target = away / made.path.name

    def check(written: Path) -> None:
        if copies.sha256_of(written) != made.sha256:
            raise Damaged(f"Bản sao lưu chép sang {away} bị sai lệch nên đã bỏ.")

    with replacing(target, check) as unfinished:
        shutil.copyfile(made.path, unfinished)
    write_bytes(copies.manifest_of(target), copies.encode_manifest(made))


def _thin_out(folder: Path, store_id: str) -> None:
    """Take away what is not worth keeping; the manifest goes first, so no half one is left."""
    remove_left_overs(folder)
    ours = [b for b in copies.list_backups(folder) if b.store_id == store_id]
    for backup in not_worth_keeping(ours):
        with contextlib.suppress(OSError):  # a file that is held open goes the next time
            copies.manifest_of(backup.path).unlink(missing_ok=True)
            backup.path.unlink(missing_ok=True)
