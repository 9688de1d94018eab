"""The key ring as a file beside the store: found, written, and settled after a change of keys."""

import contextlib
from collections.abc import Iterator
from contextlib import contextmanager
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
from ccb_desktop.data.users.users import users_of_open_store
from ccb_desktop.documents.safe_write import make_folder, write_bytes
from ccb_desktop.domain.errors import Damaged, UserError
from ccb_desktop.paths import DataFolder


def read_ring(folder: DataFolder) -> KeyRing | None:
    """The key ring of a folder; where it is gone or damaged, the one among the backups.

    A store that lies there open has the last word: a ring left over from when it was
    encrypted, or had users, locks nobody out, and one of other books lets nobody in.

    Returns:
        `None` where the branch has no users, or nothing is left of their keys.

    Raises:
        Damaged: The store cannot be read either, the ring is damaged, and no backup bears
            another.
    """
    known = users_of_open_store(folder.store)
    if known is None:
        return _kept_ring(folder)
    ring = None
    if known.names:
        with contextlib.suppress(Damaged):
            ring = _kept_ring(folder, known.ring_id)
    return None if ring is None else replace(ring, present=OPEN, coming=None)


def _kept_ring(folder: DataFolder, ring_id: str = "") -> KeyRing | None:
    """The ring beside the store, else the one among the backups; of one id where that is known."""
    try:
        found = decode(folder.key_ring.read_bytes())
    except OSError:
        return _of_backups(folder, ring_id)
    except Damaged:
        among = _of_backups(folder, ring_id)
        if among is None:
            raise
        return among
    return found if ring_id in ("", found.id) else _of_backups(folder, ring_id)


def _of_backups(folder: DataFolder, ring_id: str) -> KeyRing | None:
    with contextlib.suppress(Damaged, OSError):
        found = decode(folder.second_key_ring.read_bytes())
        if ring_id in ("", found.id):
            return found
    made = copies.list_backups(folder.backups)
    if not ring_id:  # which users there are is not known: the newest backup has the last word
        made = made[:1]
    for backup in made:
        with contextlib.suppress(Damaged):
            if backup.ring is not None:
                found = from_json(backup.ring)
                if ring_id in ("", found.id):
                    return found
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
    name, theirs = copies.lock_by(file, keys)
    own = _own_ring(folder)
    if theirs is None:
        if own is not None:
            write_ring(folder, replace(own, coming=name))
        return StoreKeys()
    ring = theirs
    if own is not None and own.id == theirs.id:  # it may have got another key on another PC
        ring = replace(own, keys=theirs.keys | own.keys)
    write_ring(folder, replace(ring, coming=name))
    return keys.with_ring(replace(ring, present=name, coming=None))


@contextmanager
def kept_unless_replaced(folder: DataFolder) -> Iterator[None]:
    """When the block fails before another store is in the place: the key ring is as before."""
    before, stood = _own_ring(folder), _identity(folder.store)
    try:
        yield
    except BaseException:
        if _identity(folder.store) == stood and _own_ring(folder) != before:
            with contextlib.suppress(UserError, OSError):
                settle(folder, StoreKeys(ring=before))
        raise


def _identity(file: Path) -> int:
    try:
        return file.stat().st_ino
    except OSError:
        return 0


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
    """The keys of the store as it lies there.

    They are others than the ring says where a program ended while the store was rewritten, or
    where the ring came back from an older backup.
    """
    ring = keys.ring
    if ring is None or (ring.coming is None and _opens(folder.store, keys.present)):
        return keys
    first = (ring.present if ring.coming is None else ring.coming, ring.present)
    for name in dict.fromkeys((*first, OPEN, *ring.keys)):
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
