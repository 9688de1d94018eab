"""Signs manifests with the branch's own Ed25519 key, and sees who signed one."""

import secrets
from typing import Any

from Cryptodome.PublicKey import ECC
from Cryptodome.Signature import eddsa

SEED_BYTES = 32


def new_seed() -> bytes:
    """A new secret, from which the key of a branch follows."""
    return secrets.token_bytes(SEED_BYTES)


def public_key_of(seed: bytes) -> str:
    """The public key of a secret, in hexadecimal digits."""
    return _key(seed).public_key().export_key(format="raw").hex()


def sign(seed: bytes, content: bytes) -> bytes:
    """What stands in the file of the signature: 128 digits and the end of the line."""
    return eddsa.new(_key(seed), "rfc8032").sign(content).hex().encode() + b"\n"


def _key(seed: bytes) -> ECC.EccKey:
    raw: Any = seed  # the types that come with the library say text, its words say bytes
    return ECC.construct(curve="Ed25519", seed=raw)


def is_signed(public_key: str, content: bytes, signature: bytes) -> bool:
    """Whether the file of a signature is that of this content by this key, in every byte."""
    try:
        raw = bytes.fromhex(signature.decode("ascii"))
        if signature != raw.hex().encode() + b"\n":
            return False
        key = eddsa.import_public_key(bytes.fromhex(public_key))
        eddsa.new(key, "rfc8032").verify(content, raw)
    except ValueError:
        return False
    return True
