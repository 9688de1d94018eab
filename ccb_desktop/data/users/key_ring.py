"""The key ring beside a store: a slot for each user and the printed code, and the store's keys.

Each slot wraps one master key in a password. The master key wraps the keys of the store: the
one it has now, and those that older backups have. So a password, or whether the books are
encrypted, is changed without anybody else typing his password again.
"""

import base64
import json
import secrets
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any, Self

from ccb_desktop.data.engine import OPEN_KEY
from ccb_desktop.data.users.wrapping import (
    KEY_BYTES,
    Cost,
    Sealed,
    as_bytes,
    calibrated,
    derive,
    new_salt,
    seal,
    unseal,
)
from ccb_desktop.domain.errors import Damaged

FORMAT = 1
RECOVERY = 0
"""Owner of the slot of the printed code; users count from 1."""

OPEN = ""
"""Name of the published key of a store that is not encrypted."""


@dataclass(frozen=True, slots=True)
class Slot:
    """The master key as one password opens it.

    Attributes:
        owner: Id of the user; 0 is the printed code.
        name: The name he signs in by.
    """

    owner: int
    name: str
    salt: bytes
    cost: Cost
    sealed: Sealed


@dataclass(frozen=True, slots=True)
class KeyRing:
    """What lies in the side file; nothing of it is secret.

    Attributes:
        id: Chance text by which a ring is known, whatever is changed in it.
        present: Name of the key that the store has; empty while it is not encrypted.
        coming: While a store is rewritten under another key: the name of that one.
        keys: Every key that the store or a backup has, by name, wrapped by the master key.
    """

    id: str
    slots: tuple[Slot, ...]
    keys: dict[str, Sealed] = field(default_factory=dict)
    present: str = OPEN
    coming: str | None = None

    @property
    def user_slots(self) -> tuple[Slot, ...]:
        """The slots of users, in the order in which they came."""
        return tuple(slot for slot in self.slots if slot.owner != RECOVERY)

    def slot_of(self, owner: int) -> Slot | None:
        """The slot of a user, or of the printed code."""
        return next((slot for slot in self.slots if slot.owner == owner), None)


@dataclass(frozen=True, slots=True)
class StoreKeys:
    """The keys by which this program opens the store and its backups.

    Attributes:
        present: Of the store at work, as 64 hexadecimal digits.
        ring: Where the branch has users.
        master: What the ring wraps; empty where there is none.
    """

    present: str = field(default=OPEN_KEY, repr=False)
    ring: KeyRing | None = None
    master: bytes = field(default=b"", repr=False)

    @property
    def name(self) -> str:
        """The name of the present key; empty while the books are not encrypted."""
        return self.ring.present if self.ring is not None else OPEN

    def called(self, name: str) -> str | None:
        """The key of this name; `None` where this ring does not hold it."""
        if name == OPEN:
            return OPEN_KEY
        sealed = self.ring.keys.get(name) if self.ring is not None else None
        if self.ring is None or sealed is None:
            return None
        key = unseal(sealed, self.master, f"{self.ring.id}/{name}")
        return None if key is None else key.hex()

    def with_ring(self, ring: KeyRing) -> Self:
        """The same master key on a changed ring."""
        changed = replace(self, ring=ring)
        return replace(changed, present=changed.called(ring.present) or "")


NO_RING = StoreKeys()
"""The keys of a branch without users."""


def new_ring() -> StoreKeys:
    """A ring without slots, for a store that is not encrypted."""
    return StoreKeys(
        ring=KeyRing(id=secrets.token_hex(8), slots=()), master=secrets.token_bytes(KEY_BYTES)
    )


def with_slot(keys: StoreKeys, owner: int, name: str, password: str) -> StoreKeys:
    """Give a user, or the printed code, a slot with this password; his old one goes."""
    ring = _ring_of(keys)
    salt, cost = new_salt(), calibrated()
    key = derive(as_bytes(password), salt, cost)
    slot = Slot(owner, name, salt, cost, seal(keys.master, key, f"{ring.id}/{owner}"))
    others = tuple(one for one in ring.slots if one.owner != owner)
    return replace(keys, ring=replace(ring, slots=(*others, slot)))


def without_slot(keys: StoreKeys, owner: int) -> StoreKeys:
    """Take a user's slot away: his password opens nothing more from now on."""
    ring = _ring_of(keys)
    return replace(
        keys, ring=replace(ring, slots=tuple(one for one in ring.slots if one.owner != owner))
    )


def renamed(keys: StoreKeys, owner: int, name: str) -> StoreKeys:
    """Let a user sign in by another name, with the password he has."""
    ring = _ring_of(keys)
    slots = tuple(replace(one, name=name) if one.owner == owner else one for one in ring.slots)
    return replace(keys, ring=replace(ring, slots=slots))


def opened(ring: KeyRing, owner: int, password: str) -> StoreKeys | None:
    """The keys that a password opens; `None` where it is not the right one."""
    slot = ring.slot_of(owner)
    if slot is None:
        return None
    master = unseal(
        slot.sealed, derive(as_bytes(password), slot.salt, slot.cost), f"{ring.id}/{owner}"
    )
    if master is None:
        return None
    keys = StoreKeys(ring=ring, master=master)
    present = keys.called(ring.present)
    return None if present is None else replace(keys, present=present)


def with_new_key(keys: StoreKeys) -> tuple[StoreKeys, str]:
    """A ring with one more store key, which comes but is not the present one yet, and its name."""
    ring, key = _ring_of(keys), secrets.token_bytes(KEY_BYTES)
    name = sha256(key).hexdigest()[:16]
    sealed = seal(key, keys.master, f"{ring.id}/{name}")
    return replace(keys, ring=replace(ring, keys=ring.keys | {name: sealed}, coming=name)), name


def _ring_of(keys: StoreKeys) -> KeyRing:
    if keys.ring is None:
        raise ValueError("a branch without users has no key ring")
    return keys.ring


# As the side file and the manifests of backups hold it


def as_json(ring: KeyRing) -> dict[str, Any]:
    """The ring as plain values."""
    return {
        "format": FORMAT,
        "id": ring.id,
        "present": ring.present,
        "coming": ring.coming,
        "keys": {name: _sealed_json(sealed) for name, sealed in ring.keys.items()},
        "slots": [
            {
                "owner": slot.owner,
                "name": slot.name,
                "salt": _text(slot.salt),
                "passes": slot.cost.passes,
                "memory_kib": slot.cost.memory_kib,
                **_sealed_json(slot.sealed),
            }
            for slot in ring.slots
        ],
    }


def encode(ring: KeyRing) -> bytes:
    """The side file."""
    return json.dumps(as_json(ring), ensure_ascii=False, indent=2).encode()


def decode(content: bytes) -> KeyRing:
    """Read the side file.

    Raises:
        Damaged: It is none, or was damaged.
    """
    try:
        return from_json(json.loads(content))
    except ValueError as error:
        raise _damaged() from error


def from_json(said: Any) -> KeyRing:
    """The ring of plain values.

    Raises:
        Damaged: Something is missing or has another form.
    """
    try:
        if said["format"] != FORMAT:
            raise _damaged()
        return KeyRing(
            id=str(said["id"]),
            slots=tuple(_slot(one) for one in said["slots"]),
            keys={str(name): _sealed(one) for name, one in said["keys"].items()},
            present=str(said["present"]),
            coming=None if said["coming"] is None else str(said["coming"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _damaged() from error


_MOST_PASSES, _MOST_MEMORY_KIB = 16, 1024 * 1024


def _slot(said: Any) -> Slot:
    cost = Cost(int(said["passes"]), int(said["memory_kib"]))
    if not (0 < cost.passes <= _MOST_PASSES and 8 <= cost.memory_kib <= _MOST_MEMORY_KIB):
        raise _damaged()
    return Slot(int(said["owner"]), str(said["name"]), _bytes(said["salt"]), cost, _sealed(said))


def _sealed(said: Any) -> Sealed:
    return Sealed(_bytes(said["nonce"]), _bytes(said["sealed"]))


def _sealed_json(sealed: Sealed) -> dict[str, str]:
    return {"nonce": _text(sealed.nonce), "sealed": _text(sealed.content)}


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _bytes(text: Any) -> bytes:
    return base64.b64decode(text, validate=True)


def _damaged() -> Damaged:
    return Damaged(
        "Tệp khóa của sổ (khoa.json) bị hỏng nên chưa đăng nhập được. Số liệu vẫn nguyên. "
        "Chương trình tìm bản khóa cất cùng các bản sao lưu; nếu không có, hãy phục hồi từ "
        "bản sao lưu."
    )
