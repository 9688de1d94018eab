"""Wraps a secret in a password: Argon2id makes a key of it, AES-GCM seals the secret."""

import secrets
import time
from dataclasses import dataclass
from functools import cache

from argon2.low_level import Type, hash_secret_raw
from Cryptodome.Cipher import AES

from ccb_desktop.domain.people_names import normalise

KEY_BYTES = 32
_SALT_BYTES = 16
_NONCE_BYTES = 12
_TAG_BYTES = 16


@dataclass(frozen=True, slots=True)
class Cost:
    """How much work Argon2id makes of one try.

    Attributes:
        passes: How often the memory is gone over.
        memory_kib: In kibibytes.
    """

    passes: int
    memory_kib: int


LEAST = Cost(2, 19 * 1024)
"""The least of `data-safety.md`."""

_MOST = Cost(3, 64 * 1024)
_LONGEST_SECONDS = 1.0


@cache
def calibrated() -> Cost:
    """The greatest of two costs that this PC can do within a second."""
    began = time.perf_counter()
    derive(b"", bytes(_SALT_BYTES), _MOST)
    return _MOST if time.perf_counter() - began <= _LONGEST_SECONDS else LEAST


def derive(secret: bytes, salt: bytes, cost: Cost) -> bytes:
    """The key of 32 bytes that a password makes with a salt."""
    return hash_secret_raw(
        secret,
        salt,
        time_cost=cost.passes,
        memory_cost=cost.memory_kib,
        parallelism=1,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def as_bytes(password: str) -> bytes:
    """A password as bytes: in the one form that Vietnamese letters have in all programs."""
    return normalise(password).encode()


@dataclass(frozen=True, slots=True)
class Sealed:
    """A secret that only its key opens.

    Attributes:
        nonce: Chance bytes, used once.
        content: The sealed secret with its tag.
    """

    nonce: bytes
    content: bytes


def seal(secret: bytes, key: bytes, bound_to: str) -> Sealed:
    """Seal a secret; what it is bound to must be told again when it is opened."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    cipher = AES.new(key, AES.MODE_GCM, nonce=nonce, mac_len=_TAG_BYTES)
    cipher.update(bound_to.encode())
    content, tag = cipher.encrypt_and_digest(secret)
    return Sealed(nonce, content + tag)


def unseal(sealed: Sealed, key: bytes, bound_to: str) -> bytes | None:
    """The secret; `None` where the key is another one, or a bit was changed."""
    if len(sealed.content) < _TAG_BYTES or not sealed.nonce:
        return None
    cipher = AES.new(key, AES.MODE_GCM, nonce=sealed.nonce, mac_len=_TAG_BYTES)
    cipher.update(bound_to.encode())
    content, tag = sealed.content[:-_TAG_BYTES], sealed.content[-_TAG_BYTES:]
    try:
        return cipher.decrypt_and_verify(content, tag)
    except ValueError:
        return None


def new_salt() -> bytes:
    """Chance bytes that make the same password another key."""
    return secrets.token_bytes(_SALT_BYTES)
