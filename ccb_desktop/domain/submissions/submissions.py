"""One submission (*lần gửi*), one package received, one signer that was met."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Way(StrEnum):
    """How a package left the branch."""

    FOLDER = "FOLDER"
    ZIP = "ZIP"
    EMAIL = "EMAIL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """What was handed up, when, to whom.

    Attributes:
        period: Code of the period: `2026-H1`.
        frozen_report_id: The frozen report in it.
        place: Where it was written: the folder, the stick, or the e-mail address.
        encrypted: Whether a password guards it.
        masked: Whether CCCD and phone numbers in it are masked.
        manifest: `manifest.json` as it was written: files with their hashes, figures.
        content_sha256: Of what the package says, whenever and wherever it was written; two
            submissions of one hash say the same.
        chain_number: Number of the last act in the history when it was made.
        chain_hash: Hash of that act, which anchors the history.
        acknowledged_on: When the superior said that it came.
        answer_id: The answer from above, in the register of documents.
    """

    id: int | None = None
    sent_at: datetime
    period: str
    frozen_report_id: int | None = None
    way: Way
    place: str
    recipient: str = ""
    encrypted: bool = False
    masked: bool = True
    manifest: str
    content_sha256: str
    chain_number: int = 0
    chain_hash: str = ""
    acknowledged_on: date | None = None
    answer_id: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageSigner:
    """A branch whose packages came here: known by the key with which it signs.

    Attributes:
        public_key: Ed25519, in hexadecimal digits.
        trusted: The officer has said that this key is that branch's.
    """

    id: int | None = None
    public_key: str
    name: str
    first_seen_on: date
    trusted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedPackage:
    """A package or a filled workbook that came from somebody.

    Attributes:
        sha256: Of the file, or of the manifest where it came as a folder.
        sender: The unit or branch it came from.
        signer_id: Who signed it, where it is signed.
        manifest: Its `manifest.json`; empty for a plain workbook.
        batch_id: The import by which it was taken in.
    """

    id: int | None = None
    received_at: datetime
    file_name: str
    sha256: str
    sender: str = ""
    period: str = ""
    signer_id: int | None = None
    manifest: str = ""
    summary: str = ""
    batch_id: int | None = None
    note: str = ""
