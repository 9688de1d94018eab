"""The workbook of everything, once a month: a form of the books that needs no program of ours."""

import re
from collections.abc import Iterable
from datetime import date

MOST = 12
"""How many of them are kept."""

_NAME = re.compile(r"so-sach-day-du_(?P<month>\d{4}-\d{2})_(?P<store>[0-9a-f]{6})\.xlsx")


def month_of(day: date) -> str:
    """The month of a day, `2026-06`."""
    return f"{day:%Y-%m}"


def workbook_name(month: str, store_id: str) -> str:
    """`so-sach-day-du_2026-06_3fa91c.xlsx`: which month, and whose books."""
    return f"so-sach-day-du_{month}_{store_id[:6]}.xlsx"


def is_due(last_month: str, today: date) -> bool:
    """Whether the workbook of this month is still to be written.

    A clock that went back does not make it due again: only a month after the last one does,
    unless the last one lies further ahead than a clock that is right could have put it.
    """
    now = month_of(today)
    return now > last_month or last_month > f"{today.year + 1}-{today.month:02}"


def surplus(names: Iterable[str], store_id: str) -> list[str]:
    """The workbooks of one store that are more than twelve, the oldest months first."""
    return workbooks_of(names, store_id)[:-MOST]


def newest_workbook(names: Iterable[str], store_id: str) -> str:
    """The workbook of the last month; empty where there is none."""
    return max(workbooks_of(names, store_id), default="")


def workbooks_of(names: Iterable[str], store_id: str) -> list[str]:
    """The workbooks of one store among some files, by month."""
    matches = (_NAME.fullmatch(name) for name in names)
    return sorted(match[0] for match in matches if match and match["store"] == store_id[:6])
