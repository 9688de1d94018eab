"""Checklists of a period: what stands on them, and the keys of their rows."""

from dataclasses import replace
from datetime import date

import pytest

from ccb_desktop.domain.tasks.checklists import belongs, checklists_of, read_key, row_key
from ccb_desktop.domain.tasks.periods import WHOLE_YEAR, Recurrence, TaskPeriod
from ccb_desktop.domain.tasks.spans import PlanSpan
from tests.task_lines import a_line

SECOND = PlanSpan(2026, TaskPeriod(Recurrence.QUARTER, 2))
MARK = "abcdef0123456789"


def of_year(**more):
    line = a_line(**more)
    return replace(line, assignment=replace(line.assignment, period=WHOLE_YEAR))


@pytest.mark.parametrize(
    ("line", "stands"),
    [
        (a_line(month=4), True),
        (a_line(month=6, done_on=date(2026, 2, 1)), True),
        (a_line(month=3), True),
        (a_line(month=3, done_on=date(2026, 3, 31)), False),
        (a_line(month=3, done_on=date(2026, 4, 1)), True),
        (a_line(month=7), False),
        (of_year(), True),
        (of_year(done_on=date(2026, 3, 1)), False),
        (a_line(month=4, year=2025), False),
    ],
)
def test_what_is_due_running_or_late_stands_on_it(line, stands):
    assert belongs(line, SECOND) is stands


def test_units_come_in_their_order_and_members_last():
    lines = [a_line(person=3), a_line(unit=10), a_line(unit=2), a_line(unit=10, item=2)]
    found = checklists_of(lines, SECOND)
    assert [(one.recipient.name, len(one.lines)) for one in found] == [
        ("Chi hội 2", 1),
        ("Chi hội 10", 2),
        ("Lê Văn 3", 1),
    ]


def test_a_key_is_read_back_and_changes_with_what_it_is_of():
    key = row_key(a_line(), MARK)
    assert read_key(f" {key} ") == key and str(key).startswith("P1-abcdef-2026-U1-1-")
    assert row_key(a_line(person=7), MARK).whom == "P7"
    others = [a_line(item=2), a_line(month=5), a_line(unit=2)]
    assert all(row_key(other, MARK).check != key.check for other in others)
    assert read_key("P1-abcdef-2026-X1-1-0000") is None
