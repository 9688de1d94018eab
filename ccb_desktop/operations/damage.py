"""Examines a store that does not open, with its backups; puts one back, or everything away."""

import contextlib
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from ccb_desktop.data import backup as copies
from ccb_desktop.data import opening
from ccb_desktop.data.store_errors import telling_of_files
from ccb_desktop.data.users.key_ring import NO_RING, RECOVERY, StoreKeys
from ccb_desktop.data.users.users import users_in
from ccb_desktop.domain.errors import Conflict, UserError
from ccb_desktop.domain.store_health import DamageKind, DamageReport, Restored
from ccb_desktop.domain.users.duties import Duty, check_duty
from ccb_desktop.domain.users.users import User
from ccb_desktop.operations import backups, repair, second_place
from ccb_desktop.operations.backup_files import FOREIGN
from ccb_desktop.operations.users.signing_in import SignedIn
from ccb_desktop.paths import DataFolder

_BY_CODE = "người có mã khôi phục"
_HEAD = 16


def examine(folder: DataFolder, keys: StoreKeys = NO_RING) -> DamageReport:
    """What is wrong with the store of a folder; backups are looked for on sticks as well.

    The second place is known from the notes beside the store, which can be read when the
    store cannot. Nothing is changed.

    Args:
        folder: Where the store lies or lay.
        keys: Of whoever signed in.

    Raises:
        NotFound: There is no store, and never was.
    """
    away = next(iter(second_place.known_places(folder)), None)
    report = repair.examine(folder, str(away or ""), keys)
    if report.kind is DamageKind.UNREADABLE:
        report = replace(report, sentence=_unreadable(folder.store) or report.sentence)
    if report.backup is not None and report.backup.path.parent != folder.backups:
        report = replace(report, away=report.backup.path.parent)
    return report


def restore(
    folder: DataFolder,
    file: Path,
    signed: SignedIn | None = None,
    theirs: StoreKeys | None = None,
) -> Restored:
    """Put a backup in the place of books that do not open.

    The newest good backup may be restored by whoever signs in to the books, for without it
    nobody can work. Another one is the chairman's to choose: what was done since would be gone
    with it. What somebody is, the newest backup tells, else the one that he has chosen.

    Args:
        folder: Whose books do not open.
        file: The backup.
        signed: Who signed in; nobody where no key ring is left, or there are no users.
        theirs: The keys of the backup, where they are others.

    Raises:
        Forbidden: It is the chairman's to choose an older one.
        Otherwise as `backups.restore`.
    """
    keys = NO_RING if signed is None else signed.keys
    if signed is None:
        return backups.put_back(folder, file, keys, theirs, who="")
    if signed.user_id == RECOVERY:
        return backups.put_back(folder, file, keys, theirs, who=_BY_CODE)
    newest = examine(folder, keys).backup
    if newest is None or newest.path.resolve() != file.resolve():
        check_duty(_user_in(newest.path if newest else file, keys, signed), Duty.RESTORE)
    slot = keys.ring.slot_of(signed.user_id) if keys.ring is not None else None
    return backups.put_back(folder, file, keys, theirs, who=slot.name if slot else "")


def put_away(folder: DataFolder, signed: SignedIn | None = None) -> Path:
    """Put books of which nothing can be restored into a folder beside theirs, backups and all.

    Nothing is deleted or changed. Afterwards the folder is as one in which no books ever were,
    so that the next start asks the three questions for new ones. The store goes last: until
    then the next start finds it damaged as before.

    Returns:
        Where everything lies now.

    Raises:
        Conflict: A good backup is there; it is to be restored.
        Locked: Another program is at work in the folder.
        ReadOnly, DiskFull: It cannot be moved; everything stands as before.
    """
    target = folder.root.with_name(f"{folder.root.name} cũ {datetime.now():%Y-%m-%d %H%M%S}")
    with opening.locked(folder) as lock:
        if examine(folder, NO_RING if signed is None else signed.keys).backup is not None:
            raise Conflict(
                "Đã tìm thấy bản sao lưu tốt nên không lập sổ mới. Số liệu vẫn nguyên. Bấm Tìm "
                "lại, rồi phục hồi bản ấy."
            )
        with telling_of_files():
            target.mkdir()
            _move_all(folder, target)
        lock.release()
    return target


def _move_all(folder: DataFolder, target: Path) -> None:
    """Move what makes books, or nothing."""
    parts = (
        *(folder.key_ring, folder.wrong_tries, folder.drafts, folder.templates, folder.opened_on),
        *(folder.backups, folder.set_aside, folder.backup_notes, folder.journal, folder.store),
    )
    moved: list[Path] = []
    try:
        for part in parts:
            if part.exists():
                part.rename(target / part.name)
                moved.append(part)
    except OSError:
        for part in reversed(moved):
            (target / part.name).rename(part)
        target.rmdir()
        raise


def user_by_backups(folder: DataFolder, signed: SignedIn) -> User | None:
    """Whoever signed in to books that do not open, as the newest good backup knows him."""
    newest = examine(folder, signed.keys).backup
    return None if newest is None else _user_in(newest.path, signed.keys, signed)


def _user_in(file: Path, keys: StoreKeys, signed: SignedIn) -> User | None:
    """Whoever signed in, as a backup knows him; nobody where it knows no such user."""
    with contextlib.suppress(UserError):
        known = users_in(file, copies.key_of(file, keys))
        if known is not None:
            return known.active.get(signed.user_id)
    return None


def _unreadable(store: Path) -> str:
    """What stands in the place of the store, where that can be said more plainly."""
    try:
        with store.open("rb") as opened:
            head = opened.read(_HEAD)
    except OSError:
        return ""
    if not head:
        return (
            f"Tệp số liệu {store.name} trống, không có gì bên trong; thường do mất điện hoặc "
            "đầy ổ đĩa khi chép tệp. Chương trình không ghi gì vào tệp."
        )
    if head.startswith(FOREIGN):
        return (
            f"Tệp {store.name} không phải là số liệu của chương trình này: một tệp khác đã bị "
            "chép đè lên. Chương trình không ghi gì vào tệp."
        )
    return ""
