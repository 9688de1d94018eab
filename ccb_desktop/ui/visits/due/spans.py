"""The spans of days for which the tab Đến hạn thăm can be seen."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from ccb_desktop.domain.periods import Period

WEEK_AHEAD, MONTH_AHEAD = 7, 30
_MONTHS = 12


class DueSpan(NamedTuple):
    """Some days and what they are called.

    Attributes:
        days_ahead: How many days it reaches from today; none where it is a month or a year.
    """

    label: str
    from_on: date
    to_on: date
    days_ahead: int | None = None


def spans_from(today: date) -> Iterator[DueSpan]:
    """A week and a month from today, the twelve months from this one, this year and the next."""
    for days in (WEEK_AHEAD, MONTH_AHEAD):
        yield DueSpan(f"{days} ngày tới", today, today + timedelta(days=days), days)
    first = today.year * 12 + today.month - 1
    for place in range(first, first + _MONTHS):
        month = Period.of_month(place // 12, place % 12 + 1)
        now = " (tháng này)" if place == first else ""
        label = f"Tháng {place % 12 + 1}/{place // 12}{now}"
        yield DueSpan(label, month.from_on, month.to_on)
    for year in (today.year, today.year + 1):
        whole = Period.of_year(year)
        yield DueSpan(f"Cả năm {year}", whole.from_on, whole.to_on)
