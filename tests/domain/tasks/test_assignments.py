"""Where an assignment stands on a day follows from its deadline, its steps and its end."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.tasks.assignments import (
    Assignment,
    Clear,
    Progress,
    TaskState,
    clears_lacking,
    ends_on,
    is_done_by,
    is_overdue,
    result_by,
    state_on,
)
from ccb_desktop.domain.tasks.periods import Recurrence, TaskPeriod

DAYS = st.dates(date(2025, 6, 1), date(2027, 6, 1))
Q2 = TaskPeriod(Recurrence.QUARTER, 2)


@given(
    due=st.none() | DAYS,
    done=st.none() | DAYS,
    day=DAYS,
    begun=st.booleans(),
    soon=st.integers(0, 60),
)
def test_the_state_agrees_with_done_and_overdue(due, done, day, begun, soon):
    one = Assignment(item_id=1, period=Q2, due_on=due, done_on=done)
    state = state_on(one, 2026, day, begun=begun, soon_days=soon)
    assert (state in (TaskState.DONE, TaskState.DONE_LATE)) == is_done_by(one, day)
    assert (state is TaskState.OVERDUE) == is_overdue(one, 2026, day)
    assert ends_on(one, 2026) == (due or date(2026, 6, 30))
    if state is TaskState.DUE_SOON:
        assert day <= ends_on(one, 2026) <= day + timedelta(days=soon)
    if state is TaskState.RUNNING:
        assert begun


@pytest.mark.parametrize(
    ("done_on", "day", "state"),
    [
        (None, date(2026, 6, 30), TaskState.DUE_SOON),
        (None, date(2026, 7, 1), TaskState.OVERDUE),
        (None, date(2026, 6, 20), TaskState.DUE_SOON),
        (None, date(2026, 6, 19), TaskState.NOT_BEGUN),
        (date(2026, 6, 30), date(2026, 6, 30), TaskState.DONE),
        (date(2026, 7, 1), date(2026, 7, 1), TaskState.DONE_LATE),
        (date(2026, 7, 1), date(2026, 6, 30), TaskState.DUE_SOON),
    ],
)
def test_the_days_at_the_edges(done_on, day, state):
    one = Assignment(item_id=1, period=Q2, done_on=done_on)
    assert state_on(one, 2026, day, begun=False, soon_days=10) is state


STEPS = st.lists(
    st.builds(
        Progress,
        assignment_id=st.just(1),
        reported_on=st.none() | DAYS,
        amount=st.none() | st.decimals(-50, 50, places=1),
    )
)


@given(steps=STEPS, day=DAYS, later=st.integers(0, 400))
def test_results_add_up_from_day_to_day(steps, day, later):
    until = day + timedelta(days=later)
    told = [
        step.amount
        for step in steps
        if step.amount is not None and step.reported_on is not None and day < step.reported_on
        if step.reported_on <= until
    ]
    before, after = result_by(steps, day), result_by(steps, until)
    assert (after or Decimal()) == (before or Decimal()) + sum(told, Decimal())


def test_nothing_told_is_no_result():
    undated = Progress(assignment_id=1, reported_on=None, amount=Decimal(3))
    assert result_by([], date(2026, 1, 1)) is None
    assert result_by([Progress(assignment_id=1, reported_on=None)], date(2026, 1, 1)) is None
    assert result_by([undated], date(2026, 1, 1)) == 3


@pytest.mark.parametrize(
    ("change", "expected", "lacking"),
    [
        ({}, "", (Clear.WHO, Clear.WHERE, Clear.RESULT)),
        ({"responsible": "Lê Văn Tám", "place": " "}, "Sạch", (Clear.WHERE,)),
        ({"person_id": 4, "place": "Phố Ga", "target": Decimal(2)}, "", ()),
    ],
)
def test_what_is_not_clear_is_named(change, expected, lacking):
    assert clears_lacking(Assignment(item_id=1, **change), "Treo cờ", expected) == lacking
    assert Clear.WHAT in clears_lacking(Assignment(item_id=1, **change), " ", expected)
