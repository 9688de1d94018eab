"""The spans of days for which the tab Đến hạn thăm can be seen."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.visits.due_waiting import MONTH_SPAN, WEEK, WEEK_SPAN

AHEAD_SPAN = "ahead"
"""A month from today."""

_DAYS_AHEAD = 30
_MONTHS = 12


class DueSpan(NamedTuple):
    """Some days and what they are called.

    Attributes:
        name: What a place calls it, where one leads to it.
    """

    label: str
    from_on: date
    to_on: date
    name: str = ""


def spans_from(today: date) -> Iterator[DueSpan]:
    """A week and a month from today, the twelve months from this one, this year and the next."""
    for days, name in ((WEEK.days, WEEK_SPAN), (_DAYS_AHEAD, AHEAD_SPAN)):
        yield DueSpan(f"{days} ngày tới", today, today + timedelta(days=days), name)
    first = today.year * 12 + today.month - 1
    for place in range(first, first + _MONTHS):
        month = Period.of_month(place // 12, place % 12 + 1)
        told = f"{place % 12 + 1}/{place // 12}"
        is_now = place == first
        label = f"Tháng này ({told})" if is_now else f"Tháng {told}"
        yield DueSpan(label, month.from_on, month.to_on, MONTH_SPAN if is_now else "")
    for year in (today.year, today.year + 1):
        whole = Period.of_year(year)
        yield DueSpan(f"Cả năm {year}", whole.from_on, whole.to_on)
