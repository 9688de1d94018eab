"""Public holidays and the working days between them: terms of the Hội run in working days."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Self

from ccb_desktop.domain.errors import Invalid


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """A day on which nobody works, and why."""

    id: int | None = None
    day_on: date
    name: str


FIXED: tuple[tuple[int, int, str], ...] = (
    (1, 1, "Tết Dương lịch"),
    (4, 30, "Ngày Chiến thắng 30/4"),
    (5, 1, "Ngày Quốc tế Lao động 1/5"),
    (9, 2, "Quốc khánh 2/9"),
)
"""Month, day and name of the holidays that fall on the same day every year."""

_SATURDAY = 5
_LONGEST_RUN = timedelta(days=30)
_LUNAR_NEW_YEAR = ((1, 15), (2, 28))
# Tết falls between 21 January and 21 February; its days off lie around it.


@lru_cache(maxsize=64)
def fixed_holidays(year: int) -> tuple[Holiday, ...]:
    """The holidays of fixed date, each at a weekend made up for on the next working day."""
    found = {date(year, month, day): name for month, day, name in FIXED}
    for day, name in sorted(found.items()):
        if day.weekday() >= _SATURDAY:
            instead = _next_free(day, set(found))
            found[instead] = f"Nghỉ bù {name}"
    return tuple(Holiday(day_on=day, name=name) for day, name in sorted(found.items()))


@lru_cache(maxsize=64)
def _fixed_days(year: int) -> frozenset[date]:
    return frozenset(holiday.day_on for holiday in fixed_holidays(year))


def _next_free(day: date, taken: set[date]) -> date:
    while day.weekday() >= _SATURDAY or day in taken:
        day += timedelta(days=1)
    return day


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Which days are working days.

    Attributes:
        days_off: Holidays beside those of fixed date: Tết, Giỗ Tổ, days off by announcement.
    """

    days_off: frozenset[date] = frozenset()

    @classmethod
    def of(cls, holidays: Iterable[Holiday]) -> Self:
        """The calendar that these holidays make."""
        return cls(frozenset(holiday.day_on for holiday in holidays))

    def is_working_day(self, day: date) -> bool:
        """Monday to Friday, and no holiday."""
        if day.weekday() >= _SATURDAY or day in self.days_off:
            return False
        return day not in _fixed_days(day.year)

    def working_day_after(self, day: date, count: int) -> date:
        """The day that lies `count` working days after another."""
        while count > 0:
            day += timedelta(days=1)
            count -= self.is_working_day(day)
        return day

    def knows_new_year_of(self, year: int) -> bool:
        """Whether days off for Tết of that year have been entered."""
        (first, last) = (date(year, *bound) for bound in _LUNAR_NEW_YEAR)
        return any(first <= day <= last for day in self.days_off)

    def unknown_new_years(self, on: date) -> list[int]:
        """The years in which terms of today run, and of which no day off for Tết is entered."""
        years = {on.year, (on + timedelta(days=180)).year}
        return sorted(year for year in years if not self.knows_new_year_of(year))


def check_holiday(holiday: Holiday, others: Iterable[Holiday]) -> None:
    """See that a holiday can be kept.

    Raises:
        Invalid: It has no name, or its day is a holiday already; `name`, `day_on`.
    """
    faults: dict[str, str] = {}
    if not holiday.name.strip():
        faults["name"] = "Ghi tên ngày nghỉ, ví dụ: Tết Nguyên đán."
    known = [one for one in others if one.id is None or one.id != holiday.id]
    taken = {one.day_on: one for one in (*fixed_holidays(holiday.day_on.year), *known)}
    if holiday.day_on in taken:
        faults["day_on"] = f"Ngày này đã ghi là ngày nghỉ: {taken[holiday.day_on].name}."
    if faults:
        raise Invalid(faults)


def run_of(first_on: date, last_on: date) -> list[date]:
    """The weekdays from one day to another, both included.

    Raises:
        Invalid: They run backwards, are too many, or hold no weekday; `last_on`.
    """
    if last_on < first_on:
        raise Invalid({"last_on": "Ngày cuối đứng trước ngày đầu."})
    if last_on - first_on > _LONGEST_RUN:
        raise Invalid({"last_on": "Một đợt nghỉ lễ không dài đến thế; xem lại năm đã ghi."})
    found = [day for day in _days(first_on, last_on) if day.weekday() < _SATURDAY]
    if not found:
        raise Invalid({"last_on": "Thứ bảy, chủ nhật vốn không phải ngày làm việc."})
    return found


def announced_holidays() -> list[Holiday]:
    """The days off of Tết, Giỗ Tổ and the second day of 2/9 that the program brings along.

    Those of a year not yet announced follow the Labour Code and say so; officers correct them.
    In Vietnam's calendar (UTC+7) the first day of Tết is 29/01/2025, 17/02/2026, 06/02/2027,
    the tenth of the third month 07/04/2025, 26/04/2026 (a Sunday), 16/04/2027.
    """
    return [
        Holiday(day_on=day, name=name)
        for name, first, last in _ANNOUNCED
        for day in _days(first, last)
        if day.weekday() < _SATURDAY
    ]


def _days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += timedelta(days=1)


_EXPECTED = "(dự kiến, sửa theo thông báo)"
_ANNOUNCED: tuple[tuple[str, date, date], ...] = (
    ("Tết Ất Tỵ", date(2025, 1, 27), date(2025, 1, 31)),
    ("Giỗ Tổ Hùng Vương", date(2025, 4, 7), date(2025, 4, 7)),
    ("Nghỉ thêm dịp Quốc khánh", date(2025, 9, 1), date(2025, 9, 1)),
    ("Tết Bính Ngọ", date(2026, 2, 16), date(2026, 2, 20)),
    ("Nghỉ bù Giỗ Tổ Hùng Vương", date(2026, 4, 27), date(2026, 4, 27)),
    ("Nghỉ thêm dịp Quốc khánh", date(2026, 9, 1), date(2026, 9, 1)),
    (f"Tết Đinh Mùi {_EXPECTED}", date(2027, 2, 5), date(2027, 2, 11)),
    ("Giỗ Tổ Hùng Vương", date(2027, 4, 16), date(2027, 4, 16)),
    (f"Nghỉ thêm dịp Quốc khánh {_EXPECTED}", date(2027, 9, 3), date(2027, 9, 3)),
)
# Name, first and last day; weekends between are no working days anyway.
