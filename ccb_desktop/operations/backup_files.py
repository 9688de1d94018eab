"""Backups as files: written whole, copied away, thinned out; stores kept or set aside."""

import contextlib
import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from ccb_desktop.data import backup as copies
from ccb_desktop.data.migrations import steps
from ccb_desktop.data.store_file import StoreFacts, read_facts, verify_file
from ccb_desktop.data.users.key_ring import NO_RING, StoreKeys
from ccb_desktop.documents.safe_write import (
    make_folder,
    remove_left_overs,
    replacing,
    write_bytes,
)
from ccb_desktop.domain.backups import NEWEST_VERIFIED, Backup, BackupReason, not_worth_keeping
from ccb_desktop.domain.errors import (
    BadFile,
    Damaged,
    DiskFull,
    StoreTooNew,
)
from ccb_desktop.paths import DataFolder

_UNTOUCHED = "Số liệu đang dùng vẫn nguyên."
_CHOOSE = "Hãy chọn tệp có đuôi .ccbk do chương trình ghi ra."
_HEAD = 256

WITH_TEMPLATES = 6
"""From this schema on a store holds the branch's own Word templates."""

FOREIGN = (
    *(b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff\xe0"),
    *(b"\xff\xd8\xff\xe1", b"SQLite format 3"),
)
"""How papers, pictures and foreign databases begin; stores and backups begin with chance bytes."""


def write_copy(
    source: Path,
    folder: Path,
    counted: Sequence[Path],
    reason: BackupReason,
    keys: StoreKeys = NO_RING,
) -> Backup:
    """Copy a store, check the copy, put it in place; the manifest comes last and makes it one.

    Args:
        source: The store file, at work or not.
        folder: Where the backup goes.
        counted: The folders above whose counters this one must be.
        reason: Why it is made.
        keys: By which the store opens; the copy opens by the same.

    Raises:
        Damaged: The store cannot be read, or the copy did not verify.
        DiskFull, DiskFault, ReadOnly, NotFound: The folder cannot take it.
    """
    make_folder(folder)
    counter = copies.next_counter(counted)
    store_id = read_facts(source, keys.present).store_id
    target = folder / copies.file_name(counter, datetime.now(), store_id)
    with replacing(target) as unfinished:
        _copy(source, unfinished, keys.present)
        facts = _verified(unfinished, keys.present)
    made = copies.describe(target, facts, counter, reason, keys)
    write_bytes(copies.manifest_of(target), copies.encode_manifest(made))
    return made


def _copy(source: Path, unfinished: Path, key: str) -> None:
    try:
        copies.copy_store(source, unfinished, key)
    except DiskFull as error:
        raise DiskFull(
            f"Ổ đĩa chứa “{unfinished.parent}” đã đầy nên chưa sao lưu được. Số liệu và các bản "
            "sao lưu cũ còn nguyên. Hãy xóa bớt tệp không cần hoặc chọn nơi khác rồi làm lại."
        ) from error


def _verified(copy: Path, key: str) -> StoreFacts:
    try:
        return verify_file(copy, key)
    except Damaged as error:
        raise Damaged(
            "Bản sao lưu vừa ghi không khớp với số liệu nên đã bỏ. Số liệu đang dùng và các bản "
            "sao lưu trước vẫn nguyên. Hãy thử ổ đĩa khác; nếu vẫn vậy, hãy kiểm tra số liệu "
            "(Cài đặt → Kiểm tra số liệu)."
        ) from error


def keep_file(folder: DataFolder, reason: BackupReason, keys: StoreKeys = NO_RING) -> Backup:
    """Back up the store of a folder whose lock this program holds; errors as `write_copy`."""
    return write_copy(folder.store, folder.backups, [folder.backups], reason, keys)


def copy_away(made: Backup, away: Path) -> None:
    """Copy a finished backup to a second place, its manifest after it.

    Raises:
        Damaged: The copy is not the same.
        DiskFull, ReadOnly, NotFound: The place cannot take it.
    """
    target = _free_name(made, away)
    copy_file(made.path, target, made.sha256)
    write_bytes(copies.manifest_of(target), copies.encode_manifest(replace(made, path=target)))


def _free_name(made: Backup, away: Path) -> Path:
    """Where a backup goes; one that another has of the same counter and day is not replaced."""
    target = away / made.path.name
    there = copies.read_manifest(copies.manifest_of(target))
    if there is None or there.sha256 == made.sha256:
        return target
    return target.with_name(f"{target.stem}_{made.sha256[:6]}{target.suffix}")


def copy_file(file: Path, target: Path, sha256: str = "") -> None:
    """Copy a file to another place and see that it arrived as it was.

    Args:
        file: The file.
        target: What it is called there.
        sha256: Its checksum, where that is known from before.

    Raises:
        As `copy_away`.
    """
    wanted = sha256 or copies.sha256_of(file)

    def check(written: Path) -> None:
        if copies.sha256_of(written) != wanted:
            raise Damaged(f"Tệp {file.name} chép sang {target.parent} bị sai lệch nên đã bỏ.")

    with replacing(target, check) as unfinished:
        shutil.copyfile(file, unfinished)


def thin_out(folder: Path, store_id: str) -> None:
    """Take away what is not worth keeping; the manifest goes first, so no half one is left.

    Nothing goes while the newest of those that stay are not as they were verified.
    """
    remove_left_overs(folder)
    ours = copies.list_backups_of(folder, store_id)
    going = not_worth_keeping(ours)
    newest = [b for b in ours if b.is_present][:NEWEST_VERIFIED]
    if going and not all(map(_is_as_verified, newest)):
        return
    for backup in going:
        with contextlib.suppress(OSError):  # a file that is held open goes the next time
            copies.manifest_of(backup.path).unlink(missing_ok=True)
            backup.path.unlink(missing_ok=True)


def _is_as_verified(backup: Backup) -> bool:
    try:
        return copies.sha256_of(backup.path) == backup.sha256
    except OSError:
        return False


def bring(file: Path, incoming: Path, keys: StoreKeys = NO_RING) -> StoreFacts:
    """Copy a backup beside the store it shall become, and verify the copy.

    The store of another PC, taken as it lay there, is brought with its journal, so that an
    act it was in the midst of is taken back.

    Raises:
        BadFile: There is no such file.
        Damaged: It is damaged or no backup of this program.
        StoreTooNew: A newer program wrote it.
        NotSignedIn: These keys do not open it.
    """
    see_that_it_is_a_backup(file)
    journal, its_journal = (path.with_name(f"{path.name}-journal") for path in (incoming, file))
    try:
        _copy_in(file, incoming)
        if its_journal.exists() and its_journal.stat().st_size:
            _copy_in(its_journal, journal)
        facts = copies.verify_copy(incoming, of=file, keys=keys)
    finally:
        journal.unlink(missing_ok=True)
    return _not_too_new(facts, file)


def look_at(file: Path, keys: StoreKeys = NO_RING) -> StoreFacts:
    """What a backup holds, verified where it lies; not a byte of it or beside it changes.

    Raises:
        BadFile, Damaged, StoreTooNew, NotSignedIn: As `bring`.
    """
    see_that_it_is_a_backup(file)
    journal = file.with_name(f"{file.name}-journal")
    if journal.exists() and journal.stat().st_size:  # it can be read only when that is played back
        with TemporaryDirectory() as place:
            return bring(file, Path(place) / file.name, keys)
    return _not_too_new(copies.verify_copy(file, of=file, keys=keys), file)


def _not_too_new(facts: StoreFacts, file: Path) -> StoreFacts:
    if facts.schema > steps.LATEST:
        raise StoreTooNew(
            f"Bản sao lưu {file.name} do bản chương trình mới hơn ghi ra, bản này không dùng "
            "được. Số liệu đang dùng vẫn nguyên. Hãy cài bản chương trình mới rồi phục hồi."
        )
    return facts


def see_that_it_is_a_backup(file: Path) -> None:
    """See that a chosen file is no folder, no paper and not empty, as far as its head tells.

    A file with a manifest of ours beside it is a backup, however damaged.

    Raises:
        BadFile: It cannot be one.
    """
    try:
        is_folder, is_there = file.is_dir(), file.is_file()
    except OSError:  # a name longer than the disk takes
        is_folder, is_there = False, False
    if is_folder:
        raise BadFile(f"“{file}” là thư mục. {_UNTOUCHED} Hãy chọn tệp sao lưu ở bên trong.")
    if not is_there:
        raise BadFile(f"Không tìm thấy tệp {file}. {_UNTOUCHED} Hãy kiểm tra USB hoặc thư mục.")
    if copies.manifest_of(file).exists():
        return
    with _opened(file) as opened:
        head = opened.read(_HEAD)
    if not head:
        raise BadFile(f"Tệp {file.name} trống, không có gì bên trong. {_UNTOUCHED} {_CHOOSE}")
    if head.startswith(FOREIGN) or _is_text(head):
        raise BadFile(f"Tệp {file.name} không phải là bản sao lưu. {_UNTOUCHED} {_CHOOSE}")


def _is_text(head: bytes) -> bool:
    """Whether a file begins as text does; its last letter may be cut."""
    kept = head.decode(errors="ignore").encode()
    return b"\0" not in head and len(head) - len(kept) < 4


def _copy_in(file: Path, target: Path) -> None:
    with _opened(file) as source, target.open("wb") as written:
        shutil.copyfileobj(source, written)


def _opened(file: Path) -> BinaryIO:
    try:
        return file.open("rb")
    except OSError as error:
        raise BadFile(
            f"Không đọc được tệp {file}: {error.strerror}. {_UNTOUCHED} "
            "Hãy thử chép tệp vào máy này rồi chọn lại."
        ) from error


def keep_present(
    folder: DataFolder, keys: StoreKeys = NO_RING
) -> tuple[Backup | None, Path | None]:
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
            verify_file(folder.store, keys.present, mode="rw")
            kept = keep_file(folder, BackupReason.BEFORE_RESTORE, keys)
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


def set_templates_aside(folder: DataFolder) -> None:
    """Before a store with templates of its own takes over: those in the folder are another's."""
    if not folder.templates.is_dir():
        return
    folder.set_aside.mkdir(parents=True, exist_ok=True)
    place = folder.set_aside / f"{folder.templates.name}_{datetime.now():%Y-%m-%d_%H%M%S}"
    with contextlib.suppress(OSError):  # while Word holds one they stay, and are seen in the list
        folder.templates.rename(place)
