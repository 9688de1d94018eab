"""On which day each record of money counts, so that a locked month keeps them all."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

DAYS_OF_MONEY: Mapping[str, tuple[str, ...]] = {
    "dues_payments": ("paid_on",),
    "contributions": ("given_on",),
    "loans": ("lent_on", "written_off_on"),
    "repayments": ("paid_on",),
    "loan_extensions": ("extended_on",),
}
"""Table → the columns that hold the days on which its records count."""

Touched = tuple[str, Mapping[str, Any] | None, Mapping[str, Any] | None]
"""A record of a table, as stored before and after."""


def days_of(records: Iterable[Touched]) -> Iterator[date]:
    """The days on which records of money count or counted."""
    for table, before, after in records:
        for column in DAYS_OF_MONEY.get(table, ()):
            for values in (before, after):
                text = (values or {}).get(column)
                if text:
                    yield date.fromisoformat(text)
