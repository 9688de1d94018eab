"""Where an assignment stands on a day, and which of the four clears it lacks."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.tasks.assignments import (
    Assignment,
    Clear,
    Progress,
    TaskState,
    clears_lacking,
    ends_on,
    is_overdue,
    result_by,
    state_on,
)
from ccb_desktop.domain.tasks.periods import Recurrence, TaskPeriod, periods_of

YEAR = 2026
days = st.dates(date(2025, 12, 1), date(2027, 1, 31))
periods = st.sampled_from([one for kind in Recurrence for one in periods_of(kind)])
assigned = st.builds(
    lambda period, due_on, done_on: Assignment(
        id=1, item_id=1, unit_id=1, period=period, due_on=due_on, done_on=done_on
    ),
    periods,
    st.none() | days,
    st.none() | days,
)


@given(assigned, days, st.booleans(), st.integers(0, 30))
def test_the_state_follows_from_end_done_and_day(one, day, begun, soon):
    state = state_on(one, YEAR, day, begun=begun, soon_days=soon)
    end = ends_on(one, YEAR)
    if one.done_on is not None and one.done_on <= day:
        assert state is (TaskState.DONE if one.done_on <= end else TaskState.DONE_LATE)
    elif end < day:
        assert state is TaskState.OVERDUE
    elif end - day <= timedelta(soon):
        assert state is TaskState.DUE_SOON
    else:
        assert state is (TaskState.RUNNING if begun else TaskState.NOT_BEGUN)
    assert is_overdue(one, YEAR, day) == (state is TaskState.OVERDUE)


def test_the_deadline_goes_before_the_end_of_the_period():
    quarter = Assignment(item_id=1, period=TaskPeriod(Recurrence.QUARTER, 2))
    assert ends_on(quarter, YEAR) == date(2026, 6, 30)
    assert ends_on(replace(quarter, due_on=date(2026, 7, 5)), YEAR) == date(2026, 7, 5)


def test_undated_steps_count_on_every_day_and_later_ones_only_later():
    def step(on, amount):
        return Progress(assignment_id=1, reported_on=on, amount=amount)

    steps = [step(None, Decimal(2)), step(date(2026, 5, 1), Decimal(3)), step(None, None)]
    assert result_by(steps, date(2026, 4, 30)) == 2
    assert result_by(steps, date(2026, 5, 1)) == 5
    assert result_by([step(None, None)], date(2026, 5, 1)) is None


def test_a_clear_is_lacking_until_it_is_said():
    bare = Assignment(item_id=1, unit_id=1)
    assert clears_lacking(bare, "", "") == tuple(Clear)
    full = Assignment(item_id=1, responsible="Lê Bình", place="Nhà văn hóa", target=Decimal(1))
    assert clears_lacking(full, "Họp", "") == ()
    assert clears_lacking(replace(full, target=None), "Họp", "Có biên bản") == ()
    assert clears_lacking(Assignment(item_id=1, person_id=3), "Họp", "x") == (Clear.WHERE,)
