"""A form that the superior sent, its blanks, and how it was filled for a period."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SuperiorForm:
    """A Word or Excel file from above that the branch fills again and again.

    Attributes:
        ending: `docx` or `xlsx`.
        content_sha256: Of its bytes as they came; they are kept once and never changed.
        sender: Who sent it.
        retired: It is asked for no more.
    """

    id: int | None = None
    title: str
    sender: str = ""
    file_name: str
    ending: str
    content_sha256: str
    added_on: date
    retired: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormBlank:
    """One blank of a form and what it is tied to.

    Attributes:
        place: Where it stands in the file, as JSON.
        label: The words beside it, by which officers know it.
        tie: What goes into it, as JSON; empty while it is tied to nothing.
    """

    id: int | None = None
    place: str
    label: str = ""
    tie: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFilling:
    """How a form was filled for one period.

    Attributes:
        period: Code of the period.
        cut_off: Last day counted.
        typed: What the officer typed himself, by place of the blank, as JSON.
        content_sha256: Of the filled file, whose bytes are kept.
        document_id: Its place in the register of documents, where it was given a number.
        masked: Whether CCCD and phone numbers in it are masked; of older ones it is not known.
    """

    id: int | None = None
    form_id: int
    period: str
    cut_off: date
    filled_at: datetime
    typed: str = "{}"
    file_name: str
    content_sha256: str
    document_id: int | None = None
    masked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FormLine:
    """One form in the list of them.

    Attributes:
        tied: How many of its blanks are tied.
        latest: How it was filled last, if ever.
    """

    form: SuperiorForm
    tied: int = 0
    latest: FormFilling | None = None
