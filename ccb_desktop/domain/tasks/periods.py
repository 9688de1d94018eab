"""The periods of a yearly plan: a month, a quarter, half a year, the year."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ccb_desktop.domain.people_names import fold


class Recurrence(StrEnum):
    """How often an item of the plan is due within its year."""

    YEAR = "YEAR"
    HALF = "HALF"
    QUARTER = "QUARTER"
    MONTH = "MONTH"


_MONTHS = {Recurrence.YEAR: 12, Recurrence.HALF: 6, Recurrence.QUARTER: 3, Recurrence.MONTH: 1}
_LETTER = {
    Recurrence.YEAR: "Y",
    Recurrence.HALF: "H",
    Recurrence.QUARTER: "Q",
    Recurrence.MONTH: "M",
}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_WRITTEN = (
    (Recurrence.MONTH, re.compile(r"(?:thang|t) ?(\d{1,2})")),
    (Recurrence.QUARTER, re.compile(r"(?:quy|q) ?(\d|i{1,3}|iv)")),
)
_YEAR_BEHIND = re.compile(r" (?:19|20)\d\d$")
_HALVES = {
    "6 thang dau": 1,
    "sau thang dau": 1,
    "6 thang cuoi": 2,
    "sau thang cuoi": 2,
}


@dataclass(frozen=True, slots=True, order=True)
class TaskPeriod:
    """One part of the year: `Tháng 3`, `Quý 1`, `6 tháng đầu`, `Năm`.

    Attributes:
        number: Which one of its kind, from 1.
    """

    recurrence: Recurrence
    number: int = 1

    @property
    def code(self) -> str:
        """As the store keeps it: `Y1`, `H2`, `Q3`, `M11`."""
        return f"{_LETTER[self.recurrence]}{self.number}"

    @property
    def label(self) -> str:
        """As the sheet *Nhiệm vụ* writes it."""
        if self.recurrence is Recurrence.YEAR:
            return "Năm"
        if self.recurrence is Recurrence.HALF:
            return "6 tháng đầu" if self.number == 1 else "6 tháng cuối"
        word = "Quý" if self.recurrence is Recurrence.QUARTER else "Tháng"
        return f"{word} {self.number}"

    def first_on(self, year: int) -> date:
        """Its first day in a year."""
        return date(year, (self.number - 1) * _MONTHS[self.recurrence] + 1, 1)

    def last_on(self, year: int) -> date:
        """Its last day in a year."""
        month = self.number * _MONTHS[self.recurrence]
        return date(year, month, calendar.monthrange(year, month)[1])


WHOLE_YEAR = TaskPeriod(Recurrence.YEAR)


def periods_of(recurrence: Recurrence) -> tuple[TaskPeriod, ...]:
    """All periods of a kind within a year, in their order."""
    return tuple(TaskPeriod(recurrence, n + 1) for n in range(12 // _MONTHS[recurrence]))


_BY_CODE = {period.code: period for kind in Recurrence for period in periods_of(kind)}


def period_of_code(code: str) -> TaskPeriod:
    """The period that the store keeps under a code."""
    return _BY_CODE[code]


def year_behind(text: str) -> int | None:
    """The year written behind a period, `Quý I/2026`; `None` where there is none."""
    found = _YEAR_BEHIND.search(f" {fold(text)}")
    return int(found[0]) if found else None


def read_period(text: str) -> TaskPeriod | None:
    """A period as officers write it: `Quý I`, `T3/2026`, `6 tháng đầu năm 2026`; blank: the year.

    The number of a year behind it is passed over: the plan says which year it is of.

    Returns:
        `None` where it is none.
    """
    folded = " ".join(_YEAR_BEHIND.sub("", f" {fold(text)}").split())
    if folded in ("", "nam", "ca nam", "ca nam nay"):
        return WHOLE_YEAR
    folded = folded.removesuffix(" nam")
    if (half := _HALVES.get(folded)) is not None:
        return TaskPeriod(Recurrence.HALF, half)
    for recurrence, pattern in _WRITTEN:
        if match := pattern.fullmatch(folded):
            number = _ROMAN.get(match[1]) or int(match[1])
            return _BY_CODE.get(f"{_LETTER[recurrence]}{number}")
    return None
