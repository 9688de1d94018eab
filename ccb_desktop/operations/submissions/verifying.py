"""Looks at a package without taking anything in: whether it is whole, and who signed it."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ccb_desktop.data.store import Store
from ccb_desktop.data.submissions.signing_keys import is_own_key, trusted_name
from ccb_desktop.documents.packages.opening import opened
from ccb_desktop.domain.submissions.manifest import Manifest, fingerprint


class Signer(StrEnum):
    """Who signed a package, as far as it is known here."""

    OWN = "own"
    TRUSTED = "trusted"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """A package of which every byte is as it was signed.

    Attributes:
        sha256: Of the packed file; of a folder, of its manifest.
        signer: Whether its key is known here.
    """

    manifest: Manifest
    sha256: str
    encrypted: bool
    signer: Signer

    @property
    def signer_sentence(self) -> str:
        """Who signed it, and what to do where that is not known."""
        name = self.manifest.branch
        if self.signer is Signer.OWN:
            return f"Người ký: chính Hội này ({name})."
        if self.signer is Signer.TRUSTED:
            return f"Người ký: {name}, nơi gửi đã tin."
        return (
            f"Người ký tự xưng là {name}; khóa ký này chưa gặp ở đây. Muốn chắc chắn, gọi điện "
            f"hỏi nơi gửi dấu khóa: {fingerprint(self.manifest.public_key)}."
        )


def verify_package(path: Path, password: str = "", store: Store | None = None) -> Verified:
    """Check a package whole; nothing is written anywhere.

    Args:
        path: The packed file or the folder.
        password: Where one guards it.
        store: The books that know keys; without them every signer is unknown.

    Raises:
        NotFound, BadFile, WrongPassword, Damaged: As `documents.packages.opening.opened`.
    """
    with opened(path, password) as package:
        key = package.manifest.public_key
        return Verified(
            manifest=package.manifest,
            sha256=package.sha256,
            encrypted=package.encrypted,
            signer=Signer.UNKNOWN if store is None else _signer(store, key),
        )


def _signer(store: Store, key: str) -> Signer:
    with store.reading() as session:
        if is_own_key(session, key):
            return Signer.OWN
        return Signer.UNKNOWN if trusted_name(session, key) is None else Signer.TRUSTED
