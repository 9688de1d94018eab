"""What lies beside the store while the program works, such as drafts: as secret as the store."""

import contextlib
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from ccb_desktop.data.store import Store
from ccb_desktop.data.store_file import schema_of
from ccb_desktop.data.users.key_ring import OPEN
from ccb_desktop.data.users.wrapping import Sealed, seal, unseal
from ccb_desktop.documents.safe_write import write_bytes
from ccb_desktop.domain.errors import Damaged, UserError

_SIGN = b"CCB-kin-1:"
_NONCE_BYTES = 12


def seal_beside(store: Store, content: bytes) -> bytes:
    """Make a file that lies beside encrypted books unreadable to others; else leave it as it is."""
    if store.keys.name == OPEN:
        return content
    sealed = seal(content, _key(store.keys.present), "beside")
    return _SIGN + sealed.nonce + sealed.content


def unseal_beside(store: Store, content: bytes) -> bytes:
    """The way back; what was written before the books were encrypted comes as it is.

    Raises:
        ValueError: It was sealed by other books, or is damaged.
    """
    if not content.startswith(_SIGN):
        return content
    rest = content.removeprefix(_SIGN)
    sealed = Sealed(rest[:_NONCE_BYTES], rest[_NONCE_BYTES:])
    for key in _keys(store):
        found = unseal(sealed, _key(key), "beside")
        if found is not None:
            return found
    raise ValueError("sealed by other books, or damaged")


def _keys(store: Store) -> Iterator[str]:
    """The present key first, then those that the books had before."""
    yield store.keys.present
    ring = store.keys.ring
    for name in ring.keys if ring is not None else ():
        key = store.keys.called(name)
        if key is not None and key != store.keys.present:
            yield key


def read_drafts(store: Store) -> dict[Path, bytes]:
    """The drafts that lie beside the store, as they were written, before it gets another key."""
    found = {}
    for file in store.folder.drafts.glob("*.json"):
        with contextlib.suppress(OSError, ValueError):
            found[file] = unseal_beside(store, file.read_bytes())
    return found


def write_drafts(store: Store, drafts: Mapping[Path, bytes]) -> None:
    """Write drafts again, as secret as the store is now; one that cannot be stays as it is."""
    for file, content in drafts.items():
        with contextlib.suppress(UserError, OSError):
            write_bytes(file, seal_beside(store, content))


SEALED = ".kin"
"""How the name of a file ends that was sealed with the books."""


def readable_set_aside(store: Store) -> list[Path]:
    """Damaged books that were set aside and do not need a key of these to be read."""
    files = [one for one in sorted(store.folder.set_aside.glob("*.ccb*")) if one.is_file()]
    return [one for one in files if one.suffix != SEALED and not _is_secret(store, one)]


def seal_set_aside(store: Store) -> int:
    """Seal damaged books that were set aside, each read back before the open one goes.

    Nothing of them is lost: they are there again when encryption is taken off.

    Returns:
        How many files.

    Raises:
        DiskFull, ReadOnly, FileInUse: One could not be written; it is as before.
    """
    files = readable_set_aside(store)
    for file in files:
        content = file.read_bytes()

        def see_the_same(written: Path, content: bytes = content) -> None:
            if unseal_beside(store, written.read_bytes()) != content:
                raise Damaged(f"Tệp {written.name} ghi ra không đúng nên đã bỏ. Tệp cũ vẫn nguyên.")

        write_bytes(file.with_name(file.name + SEALED), seal_beside(store, content), see_the_same)
        file.unlink()
    return len(files)


def unseal_set_aside(store: Store) -> None:
    """The way back, before encryption is taken off; what another key had sealed stays sealed."""
    for file in sorted(store.folder.set_aside.glob(f"*{SEALED}")):
        with contextlib.suppress(UserError, OSError, ValueError):
            write_bytes(file.with_suffix(""), unseal_beside(store, file.read_bytes()))
            file.unlink()


def _is_secret(store: Store, file: Path) -> bool:
    """Whether one of the keys opens it; a file too damaged for that counts as readable."""
    ring = store.keys.ring
    for name in ring.keys if ring is not None else ():
        key = store.keys.called(name)
        with contextlib.suppress(UserError):
            if key is not None and schema_of(file, key, mode="ro"):
                return True
    return False


def _key(present: str) -> bytes:
    return sha256(b"beside the store:" + bytes.fromhex(present)).digest()
