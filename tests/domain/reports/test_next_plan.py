"""Part III tells the plan of the time after the report, with the numbers of what is due then."""

from datetime import date
from decimal import Decimal

import pytest

from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.reports.next_plan import YearPlans, next_plan, next_span
from ccb_desktop.domain.tasks.assignments import Assignment
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.domain.tasks.periods import Recurrence, periods_of
from ccb_desktop.domain.tasks.plan import KeyTask, TaskItem

TASK = KeyTask(id=1, year=2026, number=1, title="xây dựng tổ chức", upper_task="NQ 12")
MEETINGS = TaskItem(
    id=1,
    key_task_id=1,
    number=1,
    what="Sinh hoạt chi hội",
    measure="buổi",
    target=Decimal(3),
    recurrence=Recurrence.QUARTER,
)
REVIEW = TaskItem(id=2, key_task_id=1, number=2, what="Rà soát hộ nghèo", expected="Có danh sách")


def lines(item, units=(1, 2), due_on=None):
    return tuple(
        TaskLine(
            assignment=Assignment(
                item_id=item.id, unit_id=unit, period=period, due_on=due_on, target=item.target
            ),
            item=item,
            key_task=TASK,
        )
        for unit in units
        for period in periods_of(item.recurrence)
    )


def told(plans, first_on=date(2026, 7, 1), last_on=date(2026, 12, 31)):
    return [line.text for paragraph in next_plan(plans, first_on, last_on) for line in paragraph]


@pytest.mark.parametrize(
    ("period", "span"),
    [
        ("2026-H1", (date(2026, 7, 1), date(2026, 12, 31))),
        ("2025", (date(2026, 1, 1), date(2026, 12, 31))),
        ("2026-Q1", (date(2026, 4, 1), date(2026, 6, 30))),
        ("2026-12", (date(2027, 1, 1), date(2027, 1, 31))),
        ("2026-01-01..2026-09-30", (date(2026, 10, 1), date(2026, 12, 31))),
    ],
)
def test_a_report_plans_for_the_time_after_it(period, span):
    assert next_span(Period.parse(period)) == span


def test_what_is_due_then_is_summed_over_the_units():
    plans = YearPlans(
        tasks=(TASK,),
        items=(MEETINGS, REVIEW),
        lines=lines(MEETINGS) + lines(REVIEW, due_on=date(2026, 10, 31)),
    )
    assert told(plans) == [
        "Xây dựng tổ chức (gắn với: NQ 12): Sinh hoạt chi hội (12 buổi, giao 2 đơn vị); "
        "Rà soát hộ nghèo (Có danh sách, giao 2 đơn vị, hạn 31/10/2026)."
    ]


def test_what_is_not_due_then_is_left_out():
    plans = YearPlans(tasks=(TASK,), items=(REVIEW,), lines=lines(REVIEW, due_on=date(2026, 5, 31)))
    assert told(plans) == []


def test_what_nobody_has_yet_is_told_by_unit():
    plans = YearPlans(tasks=(TASK,), items=(MEETINGS, REVIEW))
    assert told(plans) == [
        "Xây dựng tổ chức (gắn với: NQ 12): Sinh hoạt chi hội (mỗi đơn vị 3 buổi, mỗi quý); "
        "Rà soát hộ nghèo (Có danh sách)."
    ]
    assert told(plans, date(2026, 1, 1), date(2026, 1, 31)) == []
