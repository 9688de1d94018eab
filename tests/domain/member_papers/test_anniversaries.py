"""Birthdays of a month and longer."""

from datetime import date

import pytest

from ccb_desktop.domain.member_papers.anniversaries import birthdays
from ccb_desktop.domain.members.memberships import Status
from ccb_desktop.domain.papers import row_texts
from ccb_desktop.domain.partial_dates import PartialDate
from tests.paper_values import a_line, a_source


def born(number, year, month=None, day=None, **more):
    name = f"Trần Văn {'ABCDEFGH'[number]}"
    return a_line(name, number, born_on=PartialDate(year, month, day), **more)


def rows_of(paper):
    return [(row[1], row[3]) for row in row_texts(paper.tables[0])]


def test_birthdays_of_the_month_by_day():
    lines = [
        *(born(0, 1950, 6, 30), born(1, 1951, 6, 1), born(2, 1952, 6), born(3, 1953, 7, 1)),
        *(born(4, 1954), born(5, 1956, 6, 2, status=Status.DECEASED)),
    ]
    paper = birthdays(a_source("birthdays"), lines)
    assert rows_of(paper) == [("Trần Văn C", "74"), ("Trần Văn B", "75"), ("Trần Văn A", "76")]
    assert paper.subtitle == "Tháng 6 năm 2026"


@pytest.mark.parametrize(
    ("from_on", "on", "said", "names"),
    [
        (date(2026, 1, 1), date(2026, 12, 31), "Năm 2026", "AB"),
        (date(2025, 12, 1), date(2026, 1, 31), "Từ tháng 12/2025 đến tháng 1/2026", "BA"),
        (date(2026, 2, 1), date(2026, 3, 31), "Từ tháng 2/2026 đến tháng 3/2026", ""),
        (date(2024, 1, 1), date(2026, 12, 31), "Từ tháng 1/2024 đến tháng 12/2026", "AB"),
    ],
)
def test_birthdays_of_longer_periods_follow_the_calendar(from_on, on, said, names):
    lines = [born(0, 1950, 1, 20), born(1, 1950, 12, 20)]
    paper = birthdays(a_source("birthdays", on, from_on=from_on), lines)
    assert paper.subtitle == said
    assert [name[-1] for name, _age in rows_of(paper)] == list(names)


def test_a_birthday_after_new_year_brings_the_next_age():
    paper = birthdays(
        a_source("birthdays", date(2026, 1, 31), from_on=date(2025, 12, 1)),
        [born(0, 1950, 1, 20), born(1, 1950, 12, 20)],
    )
    assert rows_of(paper) == [("Trần Văn B", "75"), ("Trần Văn A", "76")]
