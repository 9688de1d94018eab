"""Rehearses restoring: a backup is restored in trial, checked deeply, held against the books."""

from datetime import date, datetime
from pathlib import Path

from ccb_desktop.data import backup as copies
from ccb_desktop.data import book_figures
from ccb_desktop.data.store import Store
from ccb_desktop.domain.backup_care import rehearsal_is_due
from ccb_desktop.domain.backup_notes import Rehearsed
from ccb_desktop.domain.backups import Backup
from ccb_desktop.domain.errors import BadFile, Damaged, StoreTooNew
from ccb_desktop.domain.long_jobs import Tell
from ccb_desktop.domain.rehearsals import Rehearsal
from ccb_desktop.operations import checking
from ccb_desktop.operations.backup_notes import keep_notes, load_notes
from ccb_desktop.operations.second_place import store_id_of
from ccb_desktop.operations.trial_restore import tried


def rehearse(store: Store, file: Path, progress: Tell) -> Rehearsal:
    """Restore a backup into a folder of its own, look through it, and take it away again.

    What came of it is noted, where the file is a backup of these books with a manifest.

    Args:
        store: The books in use; nothing in them is changed.
        file: The backup.
        progress: Is told what is in hand; may raise `Stopped`.

    Raises:
        NotSignedIn: It is encrypted, and the keys of these books do not open it.
        UnsafePlace, DiskFull, DiskFault, ReadOnly: There is no place to try it; that says
            nothing about the backup.
    """
    manifest = copies.read_manifest(copies.manifest_of(file))
    made_at = manifest.made_at if manifest is not None else None
    with store.reading() as session:
        now = book_figures.load_book_figures(session, date.today())
    progress(0, 3, "Đang mở thử bản sao lưu")
    try:
        done = _tried(store, file, made_at, progress)
    except (BadFile, Damaged, StoreTooNew) as error:
        done = Rehearsal(made_at=made_at, trouble=str(error), now=now)
    if manifest is not None and manifest.store_id == store_id_of(store) and not store.view_only:
        _note(store, manifest, is_good=done.is_good)
    return done


def _tried(store: Store, file: Path, made_at: datetime | None, progress: Tell) -> Rehearsal:
    with tried(store.folder, file, store.keys) as trial:
        progress(1, 3, "Đang kiểm tra kỹ bản sao lưu")
        findings = checking.check(trial, deep=True)["findings"]
        progress(2, 3, "Đang so với sổ đang dùng")
        with trial.reading() as then, store.reading() as now:
            common = book_figures.last_common_act(then, now)
            return Rehearsal(
                made_at=made_at,
                findings=tuple(findings),
                then=book_figures.load_book_figures(then, date.today()),
                now=book_figures.load_book_figures(now, date.today()),
                is_related=common > 0,
                acts_since=book_figures.count_acts_after(now, common),
            )


def rehearse_if_due(store: Store, progress: Tell) -> Rehearsal | None:
    """The rehearsal that the program makes by itself of the newest backup, once a month."""
    last = next(iter(load_notes(store.folder).rehearsals), None)
    newest = next((b for b in copies.list_backups(store.folder.backups) if b.is_present), None)
    if newest is None or not rehearsal_is_due(last, datetime.now()):
        return None
    return rehearse(store, newest.path, progress)


def _note(store: Store, backup: Backup, *, is_good: bool) -> None:
    done = Rehearsed(
        sha256=backup.sha256,
        made_at=backup.made_at,
        done_at=datetime.now().replace(microsecond=0),
        is_good=is_good,
    )
    keep_notes(store.folder, lambda notes: notes.with_rehearsal(done))
