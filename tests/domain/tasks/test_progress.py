"""What is told of work: checked, filled up to the target, never below nothing."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.tasks.assignments import Assignment, Progress, result_by
from ccb_desktop.domain.tasks.progress import (
    Inspected,
    ProgressReport,
    check_inspected,
    check_report,
    check_steps,
    lacking,
    step_of,
)

TODAY = date(2026, 11, 29)
amounts = st.decimals(-50, 50, places=2)
targets = st.none() | st.decimals(1, 50, places=2)


def step(amount, on=TODAY):
    return Progress(assignment_id=1, reported_on=on, amount=amount)


def report(**more):
    return ProgressReport(**({"reported_on": TODAY} | more))


@pytest.mark.parametrize(
    ("told", "field"),
    [
        (report(), "amount"),
        (report(note="  "), "amount"),
        (report(amount=Decimal(0), done=True), "amount"),
        (report(done=True, reported_on=TODAY + timedelta(1)), "reported_on"),
    ],
)
def test_a_report_tells_something_of_a_day_that_has_come(told, field):
    with pytest.raises(Invalid) as refused:
        check_report(told, TODAY)
    assert set(refused.value.fields) == {field}


@pytest.mark.parametrize(
    "told",
    [report(amount=Decimal(-1)), report(note="Đã họp"), report(done=True), report(up_to_target=1)],
)
def test_any_one_of_amount_note_and_done_is_enough(told):
    check_report(told, TODAY)


def test_a_check_has_a_name_and_a_day_that_has_come():
    check_inspected(Inspected(checked_by="Lê Bình", checked_on=TODAY), TODAY)
    with pytest.raises(Invalid) as refused:
        check_inspected(Inspected(checked_by=" ", checked_on=TODAY + timedelta(1)), TODAY)
    assert set(refused.value.fields) == {"checked_by", "checked_on"}


@given(targets, st.lists(amounts, max_size=5))
def test_filling_up_brings_the_result_to_the_target_and_never_takes_away(target, told):
    one = Assignment(id=1, item_id=1, target=target)
    before = [step(amount) for amount in told]
    made = step_of(report(up_to_target=True), one, before)
    result = result_by(before, TODAY) or Decimal()
    if target is None or result >= target:
        assert made is None
        assert lacking(one, before) is None
    else:
        assert made.amount > 0
        assert result_by([*before, made], TODAY) == target


@given(st.lists(st.none() | amounts, max_size=6))
def test_steps_together_are_never_below_nothing(told):
    steps = [step(amount) for amount in told]
    if sum(amount or 0 for amount in told) < 0:
        with pytest.raises(Invalid):
            check_steps(steps)
    else:
        check_steps(steps)


def test_done_alone_leaves_no_step():
    assert step_of(report(done=True), Assignment(id=1, item_id=1), []) is None
    kept = step_of(report(note=" Đã họp "), Assignment(id=7, item_id=1), [])
    assert (kept.assignment_id, kept.note, kept.amount) == (7, "Đã họp", None)
