"""A measure of discipline, its end, and an expulsion that ends the membership in the same act."""

from dataclasses import replace
from datetime import date

import pytest

from ccb_desktop.domain.emulation.awards import Discipline, DisciplineForm
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.members.memberships import EventKind, Status
from ccb_desktop.operations import disciplines, undo
from ccb_desktop.operations.members.people import load_person_file
from tests.books import add_event, add_member, add_unit

WARNED = Discipline(
    person_id=1,
    decided_on=date(2026, 3, 2),
    form=DisciplineForm.WARNING,
    decision_no="02/QĐ-CCB",
    reason="Vi phạm Điều lệ Hội",
)
EXPELLED = replace(WARNED, form=DisciplineForm.EXPULSION)


@pytest.fixture
def members(store):
    add_unit(store)
    add_member(store, "Trần Văn Bình")
    return store


def status(store, on=date(2026, 5, 1)):
    return load_person_file(store, 1).standing_on(on).status


def only(store):
    (line,) = disciplines.list_disciplines(store)
    return line


def test_a_warning_leaves_the_membership_and_is_lifted(members):
    disciplines.save_discipline(members, WARNED)
    assert status(members) is Status.ACTIVE
    assert only(members).complain_by_on == date(2026, 4, 13)
    disciplines.lift_discipline(members, only(members).discipline.id, date(2026, 6, 1))
    assert only(members).discipline.ended_on == date(2026, 6, 1)
    with pytest.raises(Invalid) as early:
        disciplines.lift_discipline(members, only(members).discipline.id, date(2026, 3, 1))
    assert "ended_on" in early.value.fields


def test_an_expulsion_is_an_event_of_the_membership_and_one_act(members):
    change = disciplines.save_discipline(members, EXPELLED)
    assert status(members) is Status.EXPELLED
    (event,) = load_person_file(members, 1).events
    assert (event.kind, event.decision_no, event.reason) == (
        EventKind.EXPELLED,
        "02/QĐ-CCB",
        "Vi phạm Điều lệ Hội",
    )
    undo.undo(members, change.action_id)
    assert status(members) is Status.ACTIVE
    assert disciplines.list_disciplines(members) == []


def test_the_event_follows_a_correction_and_goes_with_the_measure(members):
    disciplines.save_discipline(members, EXPELLED)
    moved = replace(only(members).discipline, decided_on=date(2026, 4, 2))
    disciplines.save_discipline(members, moved)
    assert status(members, date(2026, 4, 1)) is Status.ACTIVE
    assert status(members, date(2026, 4, 2)) is Status.EXPELLED
    milder = replace(moved, form=DisciplineForm.WARNING)
    disciplines.save_discipline(members, milder)
    assert status(members) is Status.ACTIVE
    disciplines.save_discipline(members, moved)
    disciplines.remove_discipline(members, moved.id)
    assert load_person_file(members, 1).events == ()


def test_an_event_that_stands_already_is_not_written_twice(members):
    add_event(members, 1, EventKind.EXPELLED, "2/3/2026")
    disciplines.save_discipline(members, EXPELLED)
    assert len(load_person_file(members, 1).events) == 1


def test_who_has_left_cannot_be_expelled(members):
    add_event(members, 1, EventKind.RESIGNED, "1/2/2026")
    with pytest.raises(Invalid) as fault:
        disciplines.save_discipline(members, EXPELLED)
    assert "decided_on" in fault.value.fields
    assert disciplines.list_disciplines(members) == []
