"""One document of the register (*sổ văn bản đi, đến*)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Direction(StrEnum):
    """Whether a document left the branch or came to it."""

    OUT = "OUT"
    IN = "IN"


class DocumentState(StrEnum):
    """How far a document is."""

    RESERVED = "RESERVED"
    """Its number is kept for it; nothing was issued yet."""
    ISSUED = "ISSUED"
    """It went out, or it came in."""
    CANCELLED = "CANCELLED"
    """It is void; its number stays with it and is given to no other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document that went out or came in.

    Attributes:
        kind: Code of the list `DOCUMENT_KIND`, which is the sign of its kind: `BC`, `NQ`.
        series: The run in which numbers begin anew: a year `2026` or a term `2025-2030`.
        number: Its number in the series; of a document that came in, the number of arrival.
        symbol: Number and sign as printed on it: `05/BC-CCB`.
        issued_on: The date that stands on it.
        arrived_on: When it came in.
        issuer: Who sent it, of one that came in.
        recipients: To whom it went, of one that went out.
        signer: Who signed it.
        due_on: By when it must be answered or done.
        answers_id: The document that this one answers.
        reason: Why it is void.
    """

    id: int | None = None
    direction: Direction
    kind: str
    series: str
    number: int | None = None
    symbol: str = ""
    issued_on: date | None = None
    arrived_on: date | None = None
    issuer: str = ""
    recipients: str = ""
    subject: str
    signer: str = ""
    state: DocumentState = DocumentState.ISSUED
    due_on: date | None = None
    answers_id: int | None = None
    reason: str = ""
    note: str = ""
