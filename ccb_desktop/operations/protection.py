"""Encrypting the books, and taking it off again: rewritten into a new file, checked, put in place.

Nothing is lost on the way: whatever ends the program, the key ring says by which key the file
that lies there opens.
"""

import contextlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from ccb_desktop.data import backup as copies
from ccb_desktop.data.store import Store
from ccb_desktop.data.store_file import facts_of, verify_file
from ccb_desktop.data.users.key_ring import OPEN, KeyRing, StoreKeys, as_json, with_new_key
from ccb_desktop.documents.safe_write import replacing, write_bytes
from ccb_desktop.domain.backups import Backup, BackupReason
from ccb_desktop.domain.changes import Beside
from ccb_desktop.domain.errors import Conflict, Damaged, UserError
from ccb_desktop.domain.users.duties import Duty, check_duty
from ccb_desktop.operations.backups import back_up_before, back_up_here
from ccb_desktop.operations.users import beside, ring_files

Progress = Callable[[int, int], object]


def is_encrypted(store: Store) -> bool:
    """Whether the open books have a secret key."""
    return store.keys.name != OPEN


def encrypt(store: Store) -> None:
    """Give the books a secret key of their own; only users and the printed code open them then.

    No act may be in progress. Backups made before stay readable by anybody until
    `renew_backups` has rewritten them.

    Raises:
        Conflict: The branch has no users; the first one is made before.
        Forbidden: Only the chairman may.
        Damaged: The new file was not the same; the books are as before.
        DiskFull, DiskFault, ReadOnly, FileInUse: It could not be written; the same.
    """
    check_duty(store.user, Duty.USERS)
    if store.keys.ring is None:
        raise Conflict(
            "Muốn mã hóa, sổ phải có người dùng và mã khôi phục trước. Sổ không đổi. "
            "Hãy lập người dùng đầu tiên, rồi mã hóa."
        )
    if not is_encrypted(store):
        keys, name = with_new_key(store.keys)
        _rewrite(store, keys, name, "Mã hóa sổ")


def take_encryption_off(store: Store) -> None:
    """Write the books under the published key again: readable by whoever has the file.

    Raises:
        As `encrypt`.
    """
    check_duty(store.user, Duty.USERS)
    if is_encrypted(store):
        _rewrite(store, store.keys, OPEN, "Bỏ mã hóa sổ")


def _rewrite(store: Store, keys: StoreKeys, name: str, label: str) -> None:
    store.see_that_it_is_written()
    ring = _ring_of(keys)
    back_up_before(store, BackupReason.BEFORE_NEW_KEY)
    ring_files.write_ring(store.folder, replace(ring, coming=name))
    coming = keys.with_ring(replace(ring, present=name, coming=None))
    with store.raw_reading() as connection:
        facts = facts_of(connection)

    def see_the_same(written: Path) -> None:
        if verify_file(written, coming.present) != facts:
            raise Damaged("Tệp vừa ghi không giống sổ nên đã bỏ. Sổ vẫn nguyên như trước.")

    def put_in_place() -> None:
        with replacing(store.path, see_the_same) as unfinished:
            copies.copy_store(store.path, unfinished, store.keys.present)
            copies.give_key(unfinished, store.keys.present, coming.present)

    drafts = beside.read_drafts(store)
    store.take_keys(coming, put_in_place)
    ring_files.settle(store.folder, coming)
    beside.write_drafts(store, drafts)
    if name == OPEN:
        beside.unseal_set_aside(store)
    with contextlib.suppress(UserError):  # it is done: a line or a backup that fails undoes nothing
        with store.writing(label, beside=Beside.KEYS):
            pass
        # Else the only copies of the new key lie on one disk.
        back_up_here(store, BackupReason.ROUTINE)


def renew_backups(store: Store, folder: Path, progress: Progress) -> int:
    """Rewrite the backups of a folder that another key opens under the present one.

    Args:
        store: The open store.
        folder: Where they lie.
        progress: Told how many of how many are done.

    Returns:
        How many were rewritten; one that is damaged stays as it is.

    Raises:
        Forbidden: Only the chairman may.
        DiskFull, ReadOnly, FileInUse: One could not be written; it is as before.
    """
    check_duty(store.user, Duty.USERS)
    return renew_in(store, folder, progress)


def renew_in(store: Store, folder: Path, progress: Progress) -> int:
    """As `renew_backups`, where it was seen before that the chairman wants it."""
    with store.raw_reading() as connection:
        store_id = facts_of(connection).store_id
    others = [
        one
        for one in copies.list_backups_of(folder, store_id)
        if one.is_present and one.key_name != store.keys.name
    ]
    renewed = 0
    for done, backup in enumerate(others, start=1):
        renewed += _renew(store, backup)
        progress(done, len(others))
    return renewed


def _renew(store: Store, backup: Backup) -> bool:
    """The new file has another name, so that at every moment one of the two is whole."""
    old = store.keys.called(backup.key_name)
    if old is None:
        return False
    name = f"{backup.path.stem.split('-khoa')[0]}-khoa{store.keys.name[:4] or '0'}"
    target = backup.path.with_name(name + backup.path.suffix)
    try:
        with replacing(target) as unfinished:
            copies.copy_store(backup.path, unfinished, old)
            copies.give_key(unfinished, old, store.keys.present)
            verify_file(unfinished, store.keys.present)
    except Damaged:
        return False
    made = replace(
        backup,
        path=target,
        size_bytes=target.stat().st_size,
        sha256=copies.sha256_of(target),
        key_name=store.keys.name,
        ring=as_json(_ring_of(store.keys)),
    )
    write_bytes(copies.manifest_of(target), copies.encode_manifest(made))
    copies.manifest_of(backup.path).unlink(missing_ok=True)
    backup.path.unlink(missing_ok=True)
    return True


def _ring_of(keys: StoreKeys) -> KeyRing:
    if keys.ring is None:
        raise ValueError("encrypted books have a key ring")
    return keys.ring
