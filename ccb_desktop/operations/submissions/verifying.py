"""Looks at a package without taking anything in: whether it is whole, and who signed it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from ccb_desktop.data.store import Session, Store
from ccb_desktop.data.submissions.received import list_signers
from ccb_desktop.data.submissions.signing_keys import is_own_key
from ccb_desktop.documents.packages.opening import opened
from ccb_desktop.domain.submissions.arrivals import told_of_signer
from ccb_desktop.domain.submissions.manifest import Manifest
from ccb_desktop.domain.submissions.submissions import PackageSigner


class Signer(StrEnum):
    """Who signed a package, as far as it is known here."""

    OWN = "own"
    TRUSTED = "trusted"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Signed:
    """By whom a package is signed.

    Attributes:
        signer: So far as he is known; without id where the key was never met.
        known: Every branch that is known by its key.
        is_own: Whether this branch itself signed it.
    """

    signer: PackageSigner
    known: tuple[PackageSigner, ...] = ()
    is_own: bool = False

    @property
    def standing(self) -> Signer:
        """Whether the key is known here."""
        if self.is_own:
            return Signer.OWN
        return Signer.TRUSTED if self.signer.trusted else Signer.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """A package of which every byte is as it was signed.

    Attributes:
        sha256: Of the packed file; of a folder, of its manifest.
        signed: By whom.
    """

    manifest: Manifest
    sha256: str
    encrypted: bool
    signed: Signed

    @property
    def signer_sentence(self) -> str:
        """Who signed it, and what to do where that is not known."""
        by = self.signed
        return told_of_signer(self.manifest, by.signer, by.known, is_own=by.is_own)


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
        return Verified(
            manifest=package.manifest,
            sha256=package.sha256,
            encrypted=package.encrypted,
            signed=_signed(store, package.manifest),
        )


def signed_in(session: Session, manifest: Manifest) -> Signed:
    """By whom a package is signed, as far as the books know."""
    known = tuple(list_signers(session))
    met = next((one for one in known if one.public_key == manifest.public_key), None)
    own = is_own_key(session, manifest.public_key)
    return Signed(met or _never_met(manifest), known, own)


def _signed(store: Store | None, manifest: Manifest) -> Signed:
    if store is None:
        return Signed(_never_met(manifest))
    with store.reading() as session:
        return signed_in(session, manifest)


def _never_met(manifest: Manifest) -> PackageSigner:
    return PackageSigner(
        public_key=manifest.public_key, name=manifest.branch, first_seen_on=date.today()
    )
