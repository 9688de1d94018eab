"""Reporting periods: months, quarters, half years, years, terms and free ranges."""

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Self

from ccb_desktop.domain.partial_dates import DateProblem, parse_day
from ccb_desktop.domain.printing import roman, short_date


class PeriodKind(StrEnum):
    """What a period is called; a half term is a range that the report calls so."""

    MONTH = "MONTH"
    QUARTER = "QUARTER"
    HALF_YEAR = "HALF_YEAR"
    YEAR = "YEAR"
    TERM = "TERM"
    HALF_TERM = "HALF_TERM"
    RANGE = "RANGE"


# Kinds that are whole parts of a calendar year, with their length in months.
_MONTHS = {
    PeriodKind.MONTH: 1,
    PeriodKind.QUARTER: 3,
    PeriodKind.HALF_YEAR: 6,
    PeriodKind.YEAR: 12,
}
# How each kind is written: on the command line, in titles, in file names.
_SPELLINGS = {
    PeriodKind.MONTH: ("{year}-{number:02}", "tháng {number} năm {year}", "T{number:02}-{year}"),
    PeriodKind.QUARTER: ("{year}-Q{number}", "quý {roman} năm {year}", "Q{number}-{year}"),
    PeriodKind.HALF_YEAR: (
        "{year}-H{number}",
        "6 tháng {half} năm {year}",
        "6T{half_letter}-{year}",
    ),
    PeriodKind.YEAR: ("{year}", "năm {year}", "N-{year}"),
    PeriodKind.TERM: (
        "{year}/{last_year}",
        "nhiệm kỳ {year} - {last_year}",
        "NK-{year}-{last_year}",
    ),
    PeriodKind.HALF_TERM: (
        "{from_on}..{to_on}",
        "nửa nhiệm kỳ {year} - {last_year}",
        "NNK-{year}-{last_year}",
    ),
    PeriodKind.RANGE: (
        "{from_on}..{to_on}",
        "từ ngày {first_day} đến ngày {last_day}",
        "{from_on}_{to_on}",
    ),
}
_YEAR = "((?:19|20)[0-9]{2})"
_PART_OF_YEAR = re.compile(rf"{_YEAR}(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?")
_TERM = re.compile(rf"{_YEAR}[/-]{_YEAR}")


class PeriodProblem(ValueError):  # noqa: N818 (it is what the officer reads, not a failure)
    """Text or dates that are no period; `str()` is a Vietnamese sentence for the officer."""


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both bounds included.

    Attributes:
        kind: What it is called.
        from_on: Its first day.
        to_on: Its last day.

    Raises:
        PeriodProblem: It ends before it begins.
        ValueError: The bounds are not those of a month, quarter, half year or year.
    """

    kind: PeriodKind
    from_on: date
    to_on: date

    def __post_init__(self) -> None:
        if self.to_on < self.from_on:
            raise PeriodProblem(
                f"Kỳ báo cáo kết thúc ({short_date(self.to_on)}) trước khi bắt đầu "
                f"({short_date(self.from_on)})."
            )
        months = _MONTHS.get(self.kind)
        if months and (
            (self.from_on.month - 1) % months
            or (self.from_on, self.to_on) != _month_bounds(self.from_on, months)
        ):
            raise ValueError(f"No {self.kind}: {self.from_on} to {self.to_on}")

    @classmethod
    def of_month(cls, year: int, month: int) -> Self:
        """Month 1 to 12 of a year."""
        return cls(PeriodKind.MONTH, *_month_bounds(date(year, month, 1), 1))

    @classmethod
    def of_quarter(cls, year: int, quarter: int) -> Self:
        """Quarter 1 to 4 of a year."""
        return cls(PeriodKind.QUARTER, *_month_bounds(date(year, 3 * quarter - 2, 1), 3))

    @classmethod
    def of_half_year(cls, year: int, half: int) -> Self:
        """The first (1) or the last (2) six months of a year."""
        return cls(PeriodKind.HALF_YEAR, *_month_bounds(date(year, 6 * half - 5, 1), 6))

    @classmethod
    def of_year(cls, year: int) -> Self:
        """A calendar year."""
        return cls(PeriodKind.YEAR, date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def of_term(cls, first_year: int, last_year: int) -> Self:
        """A term between two congresses, taken as whole years while their days are not known.

        Where the branch has entered the days of the term, use
        `Period(PeriodKind.TERM, from_on, to_on)`.
        """
        return cls(PeriodKind.TERM, date(first_year, 1, 1), date(last_year, 12, 31))

    @classmethod
    def of_range(cls, from_on: date, to_on: date) -> Self:
        """Any days, both included."""
        return cls(PeriodKind.RANGE, from_on, to_on)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a period of the command line, as `code` writes it.

        `2026-03`, `2026-Q2`, `2026-H1`, `2026`, `2025/2030` or `2025-2030` (term),
        `2017-06-01..2020-06-30`.

        Raises:
            PeriodProblem: It is none of these, or ends before it begins.
        """
        written = text.strip().upper()
        part = _PART_OF_YEAR.fullmatch(written)
        if part:
            return cls._part_of_year(*(int(digits) if digits else 0 for digits in part.groups()))
        term = _TERM.fullmatch(written)
        if term:
            return cls.of_term(int(term[1]), int(term[2]))
        bounds = written.split("..")
        if len(bounds) != 2:
            raise PeriodProblem(
                f"“{text.strip()}” không phải là kỳ báo cáo. Ghi như 2026-03, 2026-Q2, 2026-H1, "
                "2026, 2025/2030 hoặc 2017-06-01..2020-06-30."
            )
        try:
            from_on, to_on = map(parse_day, bounds)
        except DateProblem as problem:
            raise PeriodProblem(str(problem)) from None
        return cls.of_range(from_on, to_on)

    @classmethod
    def _part_of_year(cls, year: int, month: int, quarter: int, half: int) -> Self:
        if month:
            return cls.of_month(year, month)
        if quarter:
            return cls.of_quarter(year, quarter)
        return cls.of_half_year(year, half) if half else cls.of_year(year)

    def as_half_term(self) -> Self:
        """The same days, called a half term."""
        return replace(self, kind=PeriodKind.HALF_TERM)

    @property
    def years(self) -> range:
        """The calendar years it touches."""
        return range(self.from_on.year, self.to_on.year + 1)

    def __contains__(self, day: date) -> bool:
        return self.from_on <= day <= self.to_on

    @property
    def code(self) -> str:
        """What `parse` reads; a half term as the range it is, a term by its years alone."""
        return self._spelt(0)

    @property
    def name(self) -> str:
        """What titles and sentences call it: `quý II năm 2026`, `6 tháng đầu năm 2026`."""
        return self._spelt(1)

    @property
    def file_name(self) -> str:
        """Its short ASCII name within file names: `T03-2026`, `6T-2026`, `NK-2025-2030`."""
        return self._spelt(2)

    def _spelt(self, column: int) -> str:
        number = (self.from_on.month - 1) // _MONTHS.get(self.kind, 12) + 1
        return _SPELLINGS[self.kind][column].format(
            year=self.from_on.year,
            last_year=self.to_on.year,
            number=number,
            roman=roman(number),
            half="đầu" if number == 1 else "cuối",
            half_letter="" if number == 1 else "C",
            from_on=self.from_on,
            to_on=self.to_on,
            first_day=short_date(self.from_on),
            last_day=short_date(self.to_on),
        )

    def previous(self) -> Self:
        """The same period before, for comparison (*cùng kỳ*).

        The same days as many years earlier as are needed not to overlap: one for whatever
        lies within a year. A term goes back by its own years, since terms meet in the year
        of a congress.
        """
        years = self.to_on.year - self.from_on.year
        if self.kind is PeriodKind.TERM:
            return self._moved(-max(years, 1))
        overlaps = _moved_end(self.to_on, -years) >= self.from_on
        return self._moved(-years - overlaps)

    def following(self) -> Self:
        """The period after, for which a report plans.

        The next month, quarter, half year, year or term; after a range, as many whole months
        where the range has whole months, else as many days.
        """
        if self.kind is PeriodKind.TERM:
            return self._moved(max(self.to_on.year - self.from_on.year, 1))
        first = self.to_on + timedelta(days=1)
        months = 12 * (first.year - self.from_on.year) + first.month - self.from_on.month
        if self.from_on.day == 1 and first.day == 1:
            return replace(self, from_on=first, to_on=_month_bounds(first, months)[1])
        return replace(self, from_on=first, to_on=first + (self.to_on - self.from_on))

    def _moved(self, years: int) -> Self:
        """The period so many calendar years away."""
        return replace(
            self,
            from_on=_in_year(self.from_on, self.from_on.year + years),
            to_on=_moved_end(self.to_on, years),
        )


def _month_bounds(first: date, months: int) -> tuple[date, date]:
    """The first and last day of so many months from the month of a day."""
    years, month = divmod(first.month - 2 + months, 12)
    return first.replace(day=1), _month_end(first.year + years, month + 1)


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _in_year(day: date, year: int) -> date:
    """The same day of another year; 29 February becomes the 28th where there is none."""
    return min(day.replace(year=year, day=1) + timedelta(day.day - 1), _month_end(year, day.month))


def _moved_end(day: date, years: int) -> date:
    """A last day so many years away: the end of a month stays the end of that month."""
    year = day.year + years
    if day == _month_end(day.year, day.month):
        return _month_end(year, day.month)
    return _in_year(day, year)


def period_name(code: str) -> str:
    """A period as officers say it; what came as one and is none stays as it is."""
    try:
        return Period.parse(code).name
    except PeriodProblem:
        return code
