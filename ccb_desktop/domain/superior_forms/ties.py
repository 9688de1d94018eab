"""What a blank is tied to: a figure, words of the branch, a column of a list, a text."""

import json
from dataclasses import dataclass, fields
from enum import StrEnum

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.figures.registry import INDICATOR

_VERSION = 1


class TieKind(StrEnum):
    """What sort of thing goes into a blank."""

    FIGURE = "FIGURE"
    WORD = "WORD"
    """Words of the branch or of the period."""
    COLUMN = "COLUMN"
    """A column of a list: the row of the blank is repeated for each record."""
    TEXT = "TEXT"
    """The same text every time."""
    TYPED = "TYPED"
    """Typed by the officer for each period."""


class Aspect(StrEnum):
    """What of a figure is taken."""

    VALUE = "VALUE"
    BEFORE = "BEFORE"
    CHANGE = "CHANGE"
    TARGET = "TARGET"
    OF_TARGET = "OF_TARGET"
    ESTIMATE = "ESTIMATE"
    PART = "PART"
    WHOLE = "WHOLE"
    PERCENT = "PERCENT"


class Spelling(StrEnum):
    """How a number is written."""

    DIGITS = "DIGITS"
    WORDS = "WORDS"


class Word(StrEnum):
    """Words that the branch or the period gives."""

    BRANCH = "BRANCH"
    PARENT = "PARENT"
    PLACE = "PLACE"
    TERM = "TERM"
    SIGNER_TITLE = "SIGNER_TITLE"
    SIGNER_NAME = "SIGNER_NAME"
    PERIOD = "PERIOD"
    FROM_DAY = "FROM_DAY"
    CUT_OFF_DAY = "CUT_OFF_DAY"
    YEAR = "YEAR"
    YEAR_BEFORE = "YEAR_BEFORE"
    TODAY = "TODAY"
    TODAY_LONG = "TODAY_LONG"
    PLACE_AND_DATE = "PLACE_AND_DATE"
    DOCUMENT_SYMBOL = "DOCUMENT_SYMBOL"
    """Number of the report in the register with its symbol: `05/BC-CCB`."""
    DOCUMENT_NUMBER = "DOCUMENT_NUMBER"
    """The number alone: `05`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """What goes into one blank.

    Attributes:
        name: Code of the indicator, of the word, or name of the list.
        entry: Which entry of a figure that has several; empty for all of them on one line,
            or for the only one.
        unit: Code of a unit; empty for the whole branch.
        column: Heading of the column of a list.
        filter: What the rows of a list must hold.
        text: The text that stands there every time.
    """

    kind: TieKind
    name: str = ""
    entry: str = ""
    aspect: Aspect = Aspect.VALUE
    spelling: Spelling = Spelling.DIGITS
    unit: str = ""
    column: str = ""
    filter: str = ""
    text: str = ""

    @property
    def is_of_register(self) -> bool:
        """Whether the register of documents gives what stands there."""
        return self.kind is TieKind.WORD and self.name in (
            Word.DOCUMENT_SYMBOL,
            Word.DOCUMENT_NUMBER,
        )

    @property
    def is_of_books(self) -> bool:
        """Whether the books must give what stands there."""
        return self.kind in (TieKind.FIGURE, TieKind.COLUMN)


def as_json(tie: Tie) -> str:
    """The tie as the store keeps it; what is as usual is left out."""
    plain = {one.name: getattr(tie, one.name) for one in fields(Tie)}
    usual = {one.name: one.default for one in fields(Tie)}
    kept = {name: str(value) for name, value in plain.items() if value != usual[name]}
    return json.dumps({"v": _VERSION, **kept}, ensure_ascii=False, sort_keys=True)


def from_json(text: str) -> Tie | None:
    """The tie that was kept; `None` where it is empty, or of a newer program."""
    try:
        found = json.loads(text)
        if not isinstance(found, dict) or found.pop("v", None) != _VERSION:
            return None
        found |= {"kind": TieKind(found["kind"])}
        found |= {"aspect": Aspect(found.get("aspect", Aspect.VALUE))}
        found |= {"spelling": Spelling(found.get("spelling", Spelling.DIGITS))}
        return Tie(**found)
    except (ValueError, KeyError, TypeError):
        return None


def check_tie(tie: Tie) -> None:
    """See that a tie says what it needs to say.

    Raises:
        Invalid: By field: `name`, `column` or `text`.
    """
    if tie.kind is TieKind.FIGURE and tie.name not in INDICATOR:
        raise Invalid({"name": "Chọn một số liệu trong danh sách."})
    if tie.kind is TieKind.WORD and tie.name not in tuple(Word):
        raise Invalid({"name": "Chọn một lời trong danh sách."})
    if tie.kind is TieKind.COLUMN and not (tie.name and tie.column):
        raise Invalid({"column": "Chọn danh sách và cột cần lấy."})
    if tie.kind is TieKind.TEXT and not tie.text.strip():
        raise Invalid({"text": "Ghi lời cần in vào ô này."})
