"""The key ring as a file beside the store: found, written, and settled after a change of keys."""

import contextlib
from dataclasses import replace
from pathlib import Path

from ccb_desktop.data import backup as copies
from ccb_desktop.data.store_file import schema_of
from ccb_desktop.data.users.key_ring import (
    OPEN,
    KeyRing,
    StoreKeys,
    decode,
    encode,
    from_json,
)
from ccb_desktop.documents.safe_write import make_folder, write_bytes
from ccb_desktop.domain.errors import Damaged, UserError
from ccb_desktop.paths import DataFolder


def read_ring(folder: DataFolder) -> KeyRing | None:
    """The key ring of a folder; where it is gone or damaged, the one among the backups.

    Returns:
        `None` where the branch has no users.

    Raises:
        Damaged: It is damaged, and no backup bears another.
    """
    try:
        return decode(folder.key_ring.read_bytes())
    except OSError:
        return _of_backups(folder)
    except Damaged:
        found = _of_backups(folder)
        if found is None:
            raise
        return found


def _of_backups(folder: DataFolder) -> KeyRing | None:
    with contextlib.suppress(Damaged, OSError):
        return decode(folder.second_key_ring.read_bytes())
    newest = next(iter(copies.list_backups(folder.backups)), None)
    if newest is None or newest.ring is None:
        return None
    with contextlib.suppress(Damaged):
        return from_json(newest.ring)
    return None


def write_ring(folder: DataFolder, ring: KeyRing) -> None:
    """Put the key ring in place, twice; the old one stays until the new one is whole.

    Raises:
        DiskFull, ReadOnly, FileInUse: It could not be written; the old passwords hold.
    """
    for place in (folder.key_ring, folder.second_key_ring):
        make_folder(place.parent)
        write_bytes(place, encode(ring), lambda written: _see_the_same(written, ring))


def _see_the_same(written: Path, ring: KeyRing) -> None:
    if decode(written.read_bytes()) != ring:
        raise Damaged("Tệp khóa vừa ghi đọc lại không đúng nên đã bỏ. Mật khẩu cũ vẫn dùng được.")


def announce(folder: DataFolder, file: Path, keys: StoreKeys) -> StoreKeys:
    """Before a backup takes the store's place: write down by which key it will open.

    Args:
        folder: Whose store gives way.
        file: The backup.
        keys: Those that open it.

    Returns:
        The keys of the store that comes; `settle` is due when it is in its place.
    """
    name, theirs = copies.lock_of(file)
    own = _own_ring(folder)
    if theirs is None:
        if own is not None:
            write_ring(folder, replace(own, coming=name))
        return StoreKeys()
    ring = own if own is not None and own.id == theirs.id else theirs
    write_ring(folder, replace(ring, coming=name))
    return keys.with_ring(replace(ring, present=name, coming=None))


def _own_ring(folder: DataFolder) -> KeyRing | None:
    with contextlib.suppress(UserError):
        return read_ring(folder)
    return None


def settle(folder: DataFolder, keys: StoreKeys) -> StoreKeys:
    """The store that was announced is in its place: its key is the present one.

    A folder whose books have no users keeps no ring.
    """
    if keys.ring is None:
        for place in (folder.second_key_ring, folder.key_ring):
            place.unlink(missing_ok=True)
        return keys
    write_ring(folder, keys.ring)
    return keys


def settled(folder: DataFolder, keys: StoreKeys) -> StoreKeys:
    """The keys of the store as it lies there, where a program ended while it was rewritten."""
    ring = keys.ring
    if ring is None or ring.coming is None:
        return keys
    for name in (ring.coming, ring.present):
        found = keys.with_ring(replace(ring, present=name, coming=None))
        if found.present and _opens(folder.store, found.present):
            return settle(folder, found)
    return keys


def _opens(store: Path, key: str) -> bool:
    try:
        schema_of(store, key, mode="ro")
    except UserError:
        return False
    return True


def is_encrypted(folder: DataFolder) -> bool:
    """Whether the books of a folder open by a secret key only."""
    with contextlib.suppress(UserError):
        ring = read_ring(folder)
        return ring is not None and ring.present != OPEN
    return True
