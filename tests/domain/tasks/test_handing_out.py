"""Handing out makes one assignment for each item, receiver and period, and none twice."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.members.units import Unit, UnitKind, UnitName
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.tasks.assignments import Assignment
from ccb_desktop.domain.tasks.handing_out import (
    check_assignment,
    identity,
    propose,
    told_count,
)
from ccb_desktop.domain.tasks.periods import Recurrence, periods_of
from ccb_desktop.domain.tasks.plan import TaskItem
from ccb_desktop.domain.tasks.recipients import Receiver


def a_receiver(own, founded=None, ended=None):
    unit = Unit(
        id=own,
        code=f"CH{own}",
        kind=UnitKind.CHI_HOI,
        names=(UnitName(f"Chi hội {own}"),),
        founded_on=PartialDate.parse(founded) if founded else None,
        ended_on=PartialDate.parse(ended) if ended else None,
    )
    return Receiver(unit=unit, name=unit.name, responsible=f"Người {own}", place=f"Phố {own}")


def an_item(own, recurrence=Recurrence.YEAR, target=Decimal(3)):
    return TaskItem(
        id=own, key_task_id=1, number=own, what=f"Việc {own}", target=target, recurrence=recurrence
    )


@given(
    kinds=st.lists(st.sampled_from(Recurrence), min_size=1, max_size=3),
    receivers=st.integers(1, 4),
    year=st.integers(2000, 2060),
)
def test_each_item_goes_to_each_receiver_once_a_period(kinds, receivers, year):
    items = [an_item(own, kind) for own, kind in enumerate(kinds, 1)]
    whom = [a_receiver(own) for own in range(1, receivers + 1)]
    found = propose(year, items, whom, [])
    assert len(found) == receivers * sum(len(periods_of(kind)) for kind in kinds)
    assert len({identity(one.assignment) for one in found}) == len(found)
    for one in found:
        made = one.assignment
        assert made.due_on == made.period.last_on(year)
        assert made.target == one.item.target
        assert (made.responsible, made.place) == (one.receiver.responsible, one.receiver.place)
    again = propose(year, items, whom, [one.assignment for one in found])
    assert again == []


def test_a_unit_gets_nothing_for_a_period_in_which_it_is_not_there():
    items = [an_item(1, Recurrence.QUARTER)]
    found = propose(
        2026, items, [a_receiver(1, ended="30/6/2026"), a_receiver(2, founded="1/10/2026")], []
    )
    assert [(one.receiver.unit.id, one.assignment.period.label) for one in found] == [
        (1, "Quý 1"),
        (1, "Quý 2"),
        (2, "Quý 4"),
    ]


def test_a_member_answers_for_his_own_work():
    found = propose(2026, [an_item(1)], [Receiver(person_id=4, name="Lê Văn Tám")], [])
    (one,) = found
    assert (one.assignment.unit_id, one.assignment.person_id) == (None, 4)
    assert one.assignment.responsible == "Lê Văn Tám"


def test_how_much_goes_to_how_many_is_told():
    made = [Assignment(item_id=1, unit_id=unit) for unit in (1, 1, 2)]
    assert told_count(made) == "3 việc giao cho 2 đơn vị"
    made.append(Assignment(item_id=1, person_id=3))
    assert told_count(made) == "4 việc giao cho 2 đơn vị và 1 hội viên"
    assert told_count(made[-1:]) == "1 việc giao cho 1 hội viên"


def test_what_cannot_be_is_refused():
    wrong = Assignment(
        item_id=1, target=Decimal(0), due_on=date(2028, 1, 1), done_on=date(2026, 5, 2)
    )
    with pytest.raises(Invalid) as told:
        check_assignment(wrong, 2026, date(2026, 5, 1))
    assert set(told.value.fields) == {"unit_id", "target", "due_on", "done_on"}
    check_assignment(
        Assignment(item_id=1, unit_id=1, due_on=date(2027, 1, 15)), 2026, date(2026, 5, 1)
    )
