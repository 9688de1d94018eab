"""Dates of which only the year, or the month and year, may be known."""

import calendar
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import total_ordering
from typing import Self

_WORDS = re.compile(r"ngày|tháng|năm", re.IGNORECASE)
_CLOCK = re.compile(r"(?<=[0-9])[T ]+[0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?$")
_SEPARATOR = re.compile(r"\s*[/.\-]\s*|\s+")
_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class DateProblem(ValueError):  # noqa: N818 (it is what the officer reads, not a failure)
    """Text that is no date; `str()` is a Vietnamese sentence for the officer."""


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known to the day, to the month or to the year.

    It begins on its first possible day and ends on its last (exchange.md, meaning 7), and
    sorts by its first day; of two that begin together the less precise comes first.

    Attributes:
        year: Four-digit year.
        month: 1 to 12, or `None` when only the year is known.
        day: Day of the month, or `None` when only the month is known.

    Raises:
        ValueError: The calendar has no such date, or a day is given without its month.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.month is None and self.day is not None:
            raise ValueError("A day needs its month")
        date(
            self.year,
            1 if self.month is None else self.month,
            1 if self.day is None else self.day,
        )

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a date as officers write it, day before month always.

        `19/5/1952`, `19-05-1952`, `19.5.1952`, `5/1952`, `1952`, spaces inside, `1952-05-19`,
        `ngày 19 tháng 5 năm 1952`, and a time of day behind it, which is dropped.

        Raises:
            DateProblem: It is no date, the date does not exist, or the year has two digits.
        """
        written = unicodedata.normalize("NFC", text).strip()
        plain = _CLOCK.sub("", _WORDS.sub(" ", written)).strip()
        parts = _SEPARATOR.split(plain)
        if len(parts) > 3 or not all(part.isascii() and part.isdigit() for part in parts):
            raise DateProblem(
                f"“{written}” không phải là ngày tháng. Ghi như 19/5/1952, 5/1952 hoặc 1952."
            )
        if len(parts[0]) != 4:
            parts.reverse()
        return cls._from_parts(written, parts)

    @classmethod
    def _from_parts(cls, written: str, parts: list[str]) -> Self:
        """Make the date of parts that stand year first."""
        if len(parts[0]) != 4:
            raise DateProblem(f"“{written}”: năm phải ghi đủ bốn chữ số, ví dụ 1952.")
        if any(len(part) > 2 for part in parts[1:]):
            raise DateProblem(f"“{written}”: ngày và tháng chỉ có một hoặc hai chữ số.")
        try:
            return cls(*map(int, parts))
        except ValueError:
            raise DateProblem(f"“{written}”: trong lịch không có ngày tháng này.") from None

    @classmethod
    def from_iso(cls, text: str) -> Self:
        """Read what `iso` wrote: `1952`, `1952-05` or `1952-05-19`.

        Raises:
            ValueError: The text is not of that form.
        """
        found = _ISO.fullmatch(text)
        if found is None:
            raise ValueError(f"Not a stored partial date: {text!r}")
        return cls(*(int(part) for part in found.groups() if part is not None))

    @classmethod
    def of(cls, day: date) -> Self:
        """The full date of a calendar day."""
        return cls(day.year, day.month, day.day)

    @property
    def iso(self) -> str:
        """What the store keeps: `1952`, `1952-05` or `1952-05-19`; sorts as text."""
        if self.month is None:
            return f"{self.year:04}"
        if self.day is None:
            return f"{self.year:04}-{self.month:02}"
        return f"{self.year:04}-{self.month:02}-{self.day:02}"

    @property
    def first_day(self) -> date:
        """The first day it can be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The last day it can be."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def is_complete(self) -> bool:
        """Whether it is known to the day."""
        return self.day is not None

    @property
    def precision(self) -> int:
        """How many of year, month and day are known: 1, 2 or 3."""
        return 1 + (self.month is not None) + (self.day is not None)

    def agrees_with(self, other: "PartialDate") -> bool:
        """Whether both can be the same day: all that both know is equal."""
        return self.iso.startswith(other.iso) or other.iso.startswith(self.iso)

    def refines(self, known: "PartialDate | None") -> bool:
        """Whether this newly read date should take the place of the one known so far.

        A less precise date that agrees adds nothing, and a year alone never replaces a date
        known to the day (exchange.md, meaning 7). Anything else that differs is a correction.
        """
        if known is None:
            return True
        if self.precision >= known.precision:
            return self != known
        if known.is_complete and self.month is None:
            return False
        return not self.agrees_with(known)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return (self.first_day, self.precision) < (other.first_day, other.precision)

    def __str__(self) -> str:
        """As it is printed: `19/05/1952`, `5/1952` or `1952`."""
        if self.month is None:
            return f"{self.year:04}"
        if self.day is None:
            return f"{self.month}/{self.year:04}"
        return f"{self.day:02}/{self.month:02}/{self.year:04}"


def parse_day(text: str) -> date:
    """Read one calendar day, as the command line takes it: `2026-06-05` or `05/06/2026`.

    Raises:
        DateProblem: It is no date, or not known to the day.
    """
    partial = PartialDate.parse(text)
    if not partial.is_complete:
        raise DateProblem(f"“{text.strip()}”: cần ghi đủ ngày, tháng, năm, ví dụ 05/06/2026.")
    return partial.first_day
