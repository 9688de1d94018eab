"""The second place of backups: caught up when it appears, found again under another letter."""

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from ccb_desktop.data import backup as copies
from ccb_desktop.data import settings
from ccb_desktop.data.store import Store
from ccb_desktop.data.store_file import facts_of
from ccb_desktop.data.users.key_ring import OPEN
from ccb_desktop.documents.drives import list_drives
from ccb_desktop.domain.backup_notes import BackupNotes
from ccb_desktop.domain.backups import Backup
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Damaged, Invalid, Stopped, UserError
from ccb_desktop.domain.long_jobs import Tell, tell_nobody
from ccb_desktop.domain.monthly_workbook import newest_workbook
from ccb_desktop.domain.second_place import CaughtUp, lacking, likely_places
from ccb_desktop.operations import backup_files
from ccb_desktop.operations.backup_notes import keep_notes, load_notes
from ccb_desktop.operations.personal_exports import log_export
from ccb_desktop.operations.protection import renew_in
from ccb_desktop.paths import DataFolder

_WORKBOOK = "Tệp Excel đủ mọi thứ của tháng, sang nơi sao lưu thứ hai"
_INSIDE = (
    "Thư mục ấy nằm ngay trong thư mục số liệu: hỏng hay mất thì mất cả hai. Nơi thứ hai chưa "
    "đổi. Hãy chọn một thư mục trên USB hoặc trên ổ đĩa khác."
)
_MOST_FOLDERS = 200  # of a stick; one with more is no place of backups


def second_place_of(store: Store) -> Path | None:
    """The folder that was chosen for second copies; it is noted beside the store, too."""
    with store.reading() as session:
        said = settings.load_branch(session).backup_folder
    if store.view_only:
        notes = load_notes(store.folder)
    else:
        notes = keep_notes(store.folder, lambda notes: _noting(notes, said))
    chosen = notes.place_of(said)
    return Path(chosen) if chosen else None


def _noting(notes: BackupNotes, said: str) -> BackupNotes:
    if notes.kept_place is not None and notes.instead_of is None:
        notes = replace(notes, instead_of=said)
    chosen = notes.place_of(said)
    if notes.second_place == chosen:
        return notes
    return replace(notes, second_place=chosen, away_at=None, away_sha256="")


def choose(store: Store, place: Path | None) -> Change:
    """Choose the folder of the second copies; `None` to have none.

    Raises:
        Invalid: It lies in the data folder itself, and would be lost together with it.
        Forbidden, ReadOnly: It may not be chosen.
    """
    if place is not None and place.resolve().is_relative_to(store.folder.root.resolve()):
        raise Invalid({"backup_folder": _INSIDE})
    chosen = str(place or "")
    second_place_of(store)
    with store.writing("Chọn nơi sao lưu thứ hai") as session:
        branch = settings.load_branch(session)
        settings.save_branch(session, replace(branch, backup_folder=chosen))
    if branch.backup_folder == chosen:  # what restored books say is chosen here, too
        keep_notes(store.folder, lambda notes: replace(notes, kept_place=None, instead_of=None))
    second_place_of(store)
    return session.change


def give_workbook(store: Store, workbook: Path, away: Path) -> None:
    """Copy a workbook of everything to the second place; that it left is logged.

    Raises:
        As `backup_files.copy_away`.
    """
    backup_files.copy_file(workbook, away / workbook.name)
    log_export(store, away / workbook.name, _WORKBOOK, masked=False)


def store_id_of(store: Store) -> str:
    """Whose books these are, as their backups say."""
    with store.raw_reading() as connection:
        return facts_of(connection).store_id


def catch_up(store: Store, progress: Tell = tell_nobody) -> CaughtUp:
    """Bring to the second place, where it is there, the backups that it lacks, newest first.

    A backup that is no longer as it was verified is not brought; the next older one is.
    What came of it is noted.

    Args:
        store: The books.
        progress: Told which backup is in hand; may raise `Stopped`, after which those that
            were brought stay.
    """
    away = second_place_of(store)
    if away is None or not is_there(away):
        return CaughtUp()
    own = store_id_of(store)
    here = copies.list_backups_of(store.folder.backups, own)
    done = _bring(lacking(here, copies.list_backups_of(away, own)), away, progress)
    backup_files.thin_out(away, own)
    done = done if done.trouble else _renew(store, away, done, progress)
    note_newest(store, away, own)
    return done if done.trouble else replace(done, trouble=_bring_workbook(store, away, own))


def _renew(store: Store, away: Path, done: CaughtUp, progress: Tell) -> CaughtUp:
    """Encrypt the older backups there, if the chairman had that done while it was away."""
    if store.keys.name == OPEN or not load_notes(store.folder).renews_away:
        return done
    try:
        doing = "Đang mã hóa bản sao lưu ở nơi thứ hai"
        renewed = renew_in(store, away, lambda made, of: progress(made, of, doing))
    except Stopped:
        raise
    except UserError as error:
        return replace(done, trouble=str(error))
    keep_notes(store.folder, lambda notes: replace(notes, renews_away=False))
    return replace(done, renewed=renewed)


def _bring_workbook(store: Store, away: Path, own: str) -> str:
    """Bring the newest workbook of everything, too; gives what stood in the way."""
    if store.keys.name != OPEN:  # encrypted books have none
        return ""
    newest = newest_workbook((path.name for path in store.folder.backups.glob("*.xlsx")), own)
    if newest and not (away / newest).exists():
        try:
            give_workbook(store, store.folder.backups / newest, away)
        except UserError as error:
            return str(error)
    return ""


def _bring(wanted: list[Backup], away: Path, progress: Tell) -> CaughtUp:
    brought = 0
    for place, backup in enumerate(wanted):
        progress(place, len(wanted), "Đang chép bản sao lưu sang nơi thứ hai")
        try:
            backup_files.copy_away(backup, away)
        except Damaged:
            continue
        except UserError as error:
            return CaughtUp(brought=brought, trouble=str(error))
        brought += 1
    return CaughtUp(brought=brought)


def note_newest(store: Store, away: Path, own: str) -> None:
    """Remember which backup the second place has, for the days when it is away."""
    newest = next((b for b in copies.list_backups_of(away, own) if b.is_present), None)
    if newest is None or store.view_only:
        return
    keep_notes(
        store.folder,
        lambda notes: replace(
            notes, store_id=own, away_at=newest.made_at, away_sha256=newest.sha256
        ),
    )


def find_moved(store: Store) -> Path | None:
    """Where the second place lies now, if it is away and a stick with its backups is in."""
    chosen = second_place_of(store)
    if chosen is None or is_there(chosen):
        return None
    return next(places_with(store_id_of(store), chosen), None)


def places_with(store_id: str, chosen: Path | None = None) -> Iterator[Path]:
    """The folders on sticks that hold backups of a store; likely ones first."""
    for drive in list_drives():
        likely = likely_places(chosen, drive.path) if chosen is not None else iter((drive.path,))
        for place in dict.fromkeys((*likely, *_folders_in(drive.path))):
            if store_id and copies.list_backups_of(place, store_id):
                yield place


def known_places(folder: DataFolder) -> list[Path]:
    """Where backups of a store may lie that cannot be read itself, as far as notes tell."""
    notes = load_notes(folder)
    chosen = Path(notes.second_place) if notes.second_place else None
    noted = [chosen] if chosen is not None and is_there(chosen) else []
    return list(dict.fromkeys((*noted, *places_with(notes.store_id, chosen))))


def is_there(place: Path) -> bool:
    """Whether a folder can be reached now."""
    try:
        return place.is_dir()
    except OSError:
        return False


def is_on_same_disk(place: Path, folder: DataFolder) -> bool:
    """Whether a place would be lost with the disk on which the books lie, as far as is known."""
    try:
        return place.stat().st_dev == folder.root.stat().st_dev
    except OSError:
        return False


def _folders_in(drive: Path) -> list[Path]:
    with contextlib.suppress(OSError):
        return [path for path in islice(drive.iterdir(), _MOST_FOLDERS) if path.is_dir()]
    return []
