"""One document of the register (*sổ văn bản đi, đến*)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ccb_desktop.domain.attached_files import NewPaper
from ccb_desktop.domain.errors import Invalid

OTHER_KIND = "KHAC"
"""The kind of whatever has no kind of its own; it has no sign."""


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
        series: The run in which numbers begin anew: a year `2026`, or `NK2025`, the term that
            began in 2025.
        number: Its number in the series; of a document that came in, the number of arrival.
        symbol: Number and sign as printed on it: `05/BC-CCB`.
        issued_on: The date that stands on it, or for which its number is kept.
        arrived_on: When it came in.
        issuer: Who sent it, of one that came in.
        recipients: To whom it went, of one that went out.
        signer: Who signed it.
        due_on: By when it must be answered or done.
        done_on: When it was answered or done.
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
    done_on: date | None = None
    answers_id: int | None = None
    reason: str = ""
    note: str = ""

    @property
    def year(self) -> int:
        """The year in whose list it stands."""
        day = self.arrived_on if self.direction is Direction.IN else self.issued_on
        return day.year if day is not None else 0

    @property
    def waits(self) -> bool:
        """Whether it must still be answered or done."""
        return (
            self.due_on is not None
            and self.done_on is None
            and self.state is not DocumentState.CANCELLED
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberOrder:
    """A document that goes out and is to get its number.

    Attributes:
        kind, subject, recipients, answers_id, due_on: See `Document`.
        on: The date that stands on it.
        signer: Who signs; empty for him whom the branch has entered.
        number: Typed by hand; without it the next one is given.
        state: `ISSUED`, or `RESERVED` while the paper is being written.
        papers: Its files.
    """

    kind: str
    on: date
    subject: str
    recipients: str = ""
    signer: str = ""
    number: int | None = None
    answers_id: int | None = None
    state: DocumentState = DocumentState.ISSUED
    note: str = ""
    papers: tuple[NewPaper, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLine:
    """A document as the lists of the register show it.

    Attributes:
        kind_label: Its kind in words.
        answers: What it answers: number, sign and date.
        answered_by: What answers it.
        files: How many files lie with it.
    """

    document: Document
    kind_label: str
    answers: str = ""
    answered_by: str = ""
    files: int = 0


def check_document(document: Document, today: date) -> None:
    """See that a document says what the register needs.

    Raises:
        Invalid: By field.
    """
    problems: dict[str, str] = {}
    if not document.kind:
        problems["kind"] = "Chọn loại văn bản."
    if not document.subject.strip():
        problems["subject"] = "Ghi trích yếu: văn bản nói về việc gì."
    if document.direction is Direction.IN:
        problems |= _problems_of_arrival(document, today)
    elif document.issued_on is None:
        problems["issued_on"] = "Ghi ngày của văn bản."
    if problems:
        raise Invalid(problems)


def _problems_of_arrival(document: Document, today: date) -> dict[str, str]:
    """What is wrong with one that came in."""
    problems = {}
    if not document.issuer.strip():
        problems["issuer"] = "Ghi nơi ban hành, ví dụ: Hội CCB tỉnh."
    arrived = document.arrived_on
    if arrived is None:
        problems["arrived_on"] = "Ghi ngày văn bản đến."
        return problems
    if arrived > today:
        problems["arrived_on"] = "Ngày đến còn ở sau hôm nay. Xem lại ngày."
    if document.issued_on is not None and document.issued_on > arrived:
        problems["issued_on"] = "Ngày của văn bản đứng sau ngày văn bản đến. Xem lại hai ngày."
    if document.due_on is not None and document.due_on < arrived:
        problems["due_on"] = "Hạn trả lời đứng trước ngày văn bản đến. Xem lại hai ngày."
    return problems
