"""Last year's plan moved on: words, days, units; nothing of what was done comes along."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.members.units import Unit, UnitKind, UnitName
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.tasks.assignments import Assignment
from ccb_desktop.domain.tasks.copying import copy_plan, move_years, moved_day
from ccb_desktop.domain.tasks.periods import Recurrence, TaskPeriod, periods_of
from ccb_desktop.domain.tasks.plan import KeyTask, TaskItem

TASK = KeyTask(id=1, year=2025, number=1, title="Đại hội chi hội năm 2025", upper_task="NQ 05/2025")
ITEM = TaskItem(id=7, key_task_id=1, number=1, what="Tổng kết trước 31/12/2025", measure="buổi")


def a_unit(own, ended=None):
    return Unit(
        id=own,
        code=f"CH{own}",
        kind=UnitKind.CHI_HOI,
        names=(UnitName(f"Chi hội {own}"),),
        ended_on=PartialDate.parse(ended) if ended else None,
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Đại hội năm 2025", "Đại hội năm 2026"),
        ("Xong trước 31/12/2025", "Xong trước 31/12/2026"),
        ("tháng 3/2025", "tháng 3/2026"),
        ("So với 2024", "So với 2025"),
        ("nhiệm kỳ 2025-2030", "nhiệm kỳ 2025-2030"),
        ("nhiệm kỳ 2025 – 2030", "nhiệm kỳ 2025 – 2030"),
        ("Nghị quyết 05/2025", "Nghị quyết 05/2025"),
        ("2025.000 đồng, từ năm 1945", "2025.000 đồng, từ năm 1945"),
        ("vận động 12.2025 kg", "vận động 12.2025 kg"),
    ],
)
def test_years_in_words_move_on_where_they_are_those_of_the_plan(before, after):
    assert move_years(before, 2025, 1) == after


@given(day=st.dates(date(1990, 1, 1), date(2100, 12, 31)), by=st.integers(-5, 5))
def test_a_day_keeps_its_month_and_stays_in_it(day, by):
    moved = moved_day(day, by)
    assert (moved.year, moved.month) == (day.year + by, day.month)
    assert moved.day == day.day or (day.month == 2 and day.day >= 28)


def test_words_of_tasks_and_items_move_and_ids_stay():
    copy = copy_plan([TASK], [ITEM, TaskItem(id=8, key_task_id=2, number=1, what="Khác")], 2026)
    ((task, items),) = copy.tasks
    assert (task.year, task.title, task.upper_task) == (
        2026,
        "Đại hội chi hội năm 2026",
        "NQ 05/2025",
    )
    assert [(item.id, item.what) for item in items] == [(7, "Tổng kết trước 31/12/2026")]
    assert copy.assignments == ()


def test_nothing_done_is_copied():
    done = Assignment(
        id=3,
        item_id=7,
        unit_id=1,
        responsible="Lê Văn Tám",
        place="Phố Ga",
        due_on=date(2025, 12, 20),
        target=Decimal(2),
        registered_on=date(2025, 1, 5),
        done_on=date(2025, 12, 1),
        checked_by="Trần Văn Bình",
        checked_on=date(2025, 12, 2),
        check_note="Tốt",
    )
    (copied,) = copy_plan([TASK], [ITEM], 2026, [done], a_unit).assignments
    assert copied == Assignment(
        item_id=7,
        unit_id=1,
        responsible="Lê Văn Tám",
        place="Phố Ga",
        due_on=date(2026, 12, 20),
        target=Decimal(2),
    )


@given(
    kind=st.sampled_from(Recurrence),
    ended=st.dates(date(2025, 1, 1), date(2027, 12, 31)),
)
def test_a_unit_gets_only_the_periods_in_which_it_is_there(kind, ended):
    periods = periods_of(kind)
    held = [Assignment(item_id=7, unit_id=5, period=period) for period in periods]
    held.append(Assignment(item_id=7, person_id=9, period=TaskPeriod(Recurrence.YEAR)))
    unit = a_unit(5, f"{ended:%d/%m/%Y}")
    copy = copy_plan([TASK], [ITEM], 2026, held, {5: unit}.get)
    got = [one.period for one in copy.assignments if one.unit_id == 5]
    assert got == [period for period in periods if period.first_on(2026) <= ended]
    assert any(one.person_id == 9 for one in copy.assignments)
    assert (5 in copy.left_out) == (len(got) < len(periods))
