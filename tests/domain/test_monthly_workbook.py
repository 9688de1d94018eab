"""The workbook of everything: once a month, twelve kept, whatever the clock does."""

from datetime import date

import pytest

from ccb_desktop.domain.monthly_workbook import (
    is_due,
    month_of,
    newest_workbook,
    surplus,
    workbook_name,
)

OWN, OTHER = "3fa91c77", "aaaaaa11"


@pytest.mark.parametrize(
    ("last", "today", "due"),
    [
        ("", date(2026, 6, 5), True),
        ("2026-05", date(2026, 6, 1), True),
        ("2026-06", date(2026, 6, 30), False),
        ("2025-12", date(2026, 1, 1), True),
        ("2026-06", date(2019, 1, 1), True),
        ("2026-06", date(2026, 5, 31), False),
        ("2026-06", date(2025, 8, 31), False),
    ],
)
def test_it_is_due_once_a_month(last, today, due):
    assert is_due(last, today) is due


def test_twelve_months_of_these_books_are_kept():
    ours = [workbook_name(f"{2025 + m // 12}-{m % 12 + 1:02}", OWN) for m in range(14)]
    others = [workbook_name("2020-01", OTHER), "so-sach-day-du_2020-01_3fa91c.xlsx.tam", "ghi.txt"]
    assert surplus([*reversed(ours), *others], OWN) == ours[:2]
    assert surplus(ours[:12], OWN) == []
    assert newest_workbook([*ours[3:9], *others], OWN) == ours[8]
    assert newest_workbook([], OWN) == ""
    assert month_of(date(2026, 6, 5)) == "2026-06"
