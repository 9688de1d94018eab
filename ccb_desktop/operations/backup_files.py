"""Backups as files: written whole, copied away, thinned out; stores kept or set aside."""

import contextlib
import shutil
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from ccb_desktop.data import backup as copies
from ccb_desktop.data.migrations import steps
from ccb_desktop.data.store_file import StoreFacts, read_facts, verify_file
from ccb_desktop.documents.safe_write import remove_left_overs, replacing, write_bytes
from ccb_desktop.domain.backups import Backup, BackupReason, not_worth_keeping
from ccb_desktop.domain.errors import BadFile, Damaged, StoreTooNew
from ccb_desktop.paths import DataFolder


def write_copy(source: Path, folder: Path, counted: Sequence[Path], reason: BackupReason) -> Backup:
    """Copy a store, check the copy, put it in place; the manifest comes last and makes it one.

    Args:
        source: The store file, at work or not.
        folder: Where the backup goes.
        counted: The folders above whose counters this one must be.
        reason: Why it is made.

    Raises:
        Damaged: The store cannot be read, or the copy did not verify.
        DiskFull, DiskFault, ReadOnly, NotFound: The folder cannot take it.
    """
    with contextlib.suppress(OSError):  # told below, when the first file cannot be written
        folder.mkdir(parents=True, exist_ok=True)
    counter = copies.next_counter(counted)
    store_id = read_facts(source).store_id
    target = folder / copies.file_name(counter, datetime.now(), store_id)
    with replacing(target) as unfinished:
        copies.copy_store(source, unfinished)
        facts = _verified(unfinished)
    made = copies.describe(target, facts, counter, reason)
    write_bytes(copies.manifest_of(target), copies.encode_manifest(made))
    return made


def _verified(copy: Path) -> StoreFacts:
    try:
        return verify_file(copy)
    except Damaged as error:
        raise Damaged(
            "Bản sao lưu vừa ghi không khớp với số liệu nên đã bỏ. Số liệu đang dùng và các bản "
            "sao lưu trước vẫn nguyên. Hãy thử ổ đĩa khác; nếu vẫn vậy, hãy kiểm tra số liệu "
            "(Cài đặt → Kiểm tra số liệu)."
        ) from error


def keep_file(folder: DataFolder, reason: BackupReason) -> Backup:
    """Back up the store of a folder whose lock this program holds; errors as `write_copy`."""
    return write_copy(folder.store, folder.backups, [folder.backups], reason)


def copy_away(made: Backup, away: Path) -> None:
    """Copy a finished backup to a second place, its manifest after it.

    Raises:
        Damaged: The copy is not the same.
        DiskFull, ReadOnly, NotFound: The place cannot take it.
    """
    target = away / made.path.name

    def check(written: Path) -> None:
        if copies.sha256_of(written) != made.sha256:
            raise Damaged(f"Bản sao lưu chép sang {away} bị sai lệch nên đã bỏ.")

    with replacing(target, check) as unfinished:
        shutil.copyfile(made.path, unfinished)
    write_bytes(copies.manifest_of(target), copies.encode_manifest(made))


def thin_out(folder: Path, store_id: str) -> None:
    """Take away what is not worth keeping; the manifest goes first, so no half one is left."""
    remove_left_overs(folder)
    ours = [b for b in copies.list_backups(folder) if b.store_id == store_id]
    for backup in not_worth_keeping(ours):
        with contextlib.suppress(OSError):  # a file that is held open goes the next time
            copies.manifest_of(backup.path).unlink(missing_ok=True)
            backup.path.unlink(missing_ok=True)


def bring(file: Path, incoming: Path) -> StoreFacts:
    """Copy a backup beside the store it shall become, and verify the copy.

    The store of another PC, taken as it lay there, is brought with its journal, so that an
    act it was in the midst of is taken back.

    Raises:
        BadFile: There is no such file.
        Damaged: It is damaged or no backup of this program.
        StoreTooNew: A newer program wrote it.
    """
    if not file.is_file():
        raise BadFile(f"Không tìm thấy tệp sao lưu {file}. Hãy kiểm tra USB hoặc thư mục.")
    journal, its_journal = (path.with_name(f"{path.name}-journal") for path in (incoming, file))
    try:
        _copy_in(file, incoming)
        if its_journal.exists() and its_journal.stat().st_size:
            _copy_in(its_journal, journal)
        facts = copies.verify_copy(incoming, of=file)
    finally:
        journal.unlink(missing_ok=True)
    if facts.schema > steps.LATEST:
        raise StoreTooNew(
            f"Bản sao lưu {file.name} do bản chương trình mới hơn ghi ra, bản này không dùng "
            "được. Số liệu đang dùng vẫn nguyên. Hãy cài bản chương trình mới rồi phục hồi."
        )
    return facts


def _copy_in(file: Path, target: Path) -> None:
    try:
        source = file.open("rb")
    except OSError as error:
        raise BadFile(
            f"Không đọc được tệp {file}: {error.strerror}. Số liệu đang dùng vẫn nguyên. "
            "Hãy thử chép tệp vào máy này rồi chọn lại."
        ) from error
    with source, target.open("wb") as written:
        shutil.copyfileobj(source, written)


def keep_present(folder: DataFolder) -> tuple[Backup | None, Path | None]:
    """Before another store takes its place: back the present one up, or set it aside damaged.

    Its journal goes too, so that it is never played back into the store that comes.

    Returns:
        The backup, and the place of the damaged file.

    Raises:
        DiskFull, DiskFault, ReadOnly: It could not be kept; it stands as before.
    """
    kept = aside = None
    if folder.store.exists():
        try:
            verify_file(folder.store, mode="rw")
            kept = keep_file(folder, BackupReason.BEFORE_RESTORE)
        except Damaged:
            aside = set_aside(folder)
    elif folder.journal.exists() and folder.journal.stat().st_size:
        set_aside(folder)
    folder.journal.unlink(missing_ok=True)
    return kept, aside


def set_aside(folder: DataFolder) -> Path:
    """Copy a damaged store with its journal to where nothing is ever deleted."""
    folder.set_aside.mkdir(parents=True, exist_ok=True)
    name = f"so-lieu_{datetime.now():%Y-%m-%d_%H%M%S}"
    while (place := folder.set_aside / f"{name}.ccb").exists():
        name += "_"
    for file, suffix in ((folder.store, ""), (folder.journal, "-journal")):
        if file.exists():
            with replacing(place.with_name(place.name + suffix)) as unfinished:
                shutil.copyfile(file, unfinished)
    return place
