"""What lies beside the store while the program works, such as drafts: as secret as the store."""

import contextlib
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from ccb_desktop.data.store import Store
from ccb_desktop.data.users.key_ring import OPEN
from ccb_desktop.data.users.wrapping import Sealed, seal, unseal
from ccb_desktop.documents.safe_write import write_bytes
from ccb_desktop.domain.errors import UserError

_SIGN = b"CCB-kin-1:"
_NONCE_BYTES = 12


def seal_beside(store: Store, content: bytes) -> bytes:
    """Make a file that lies beside encrypted books unreadable to others; else leave it as it is."""
    if store.keys.name == OPEN:
        return content
    sealed = seal(content, _key(store), "beside")
    return _SIGN + sealed.nonce + sealed.content


def unseal_beside(store: Store, content: bytes) -> bytes:
    """The way back; what was written before the books were encrypted comes as it is.

    Raises:
        ValueError: It was sealed by other books, or is damaged.
    """
    if not content.startswith(_SIGN):
        return content
    rest = content.removeprefix(_SIGN)
    found = unseal(Sealed(rest[:_NONCE_BYTES], rest[_NONCE_BYTES:]), _key(store), "beside")
    if found is None:
        raise ValueError("sealed by other books, or damaged")
    return found


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


def _key(store: Store) -> bytes:
    return sha256(b"beside the store:" + bytes.fromhex(store.keys.present)).digest()
