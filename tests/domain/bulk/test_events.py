"""One decision for many: each is judged by his own course before anything is written."""

from dataclasses import replace

import pytest

from ccb_desktop.domain.bulk.events import BULK_KINDS, Candidate, plan_events
from ccb_desktop.domain.members.memberships import EventKind, Membership, MembershipEvent
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.partial_dates import PartialDate

DAY = PartialDate(2026, 6, 5)


def decision(kind, **more):
    return MembershipEvent(kind=kind, happened_on=DAY, decision_no="12/QĐ", **more)


def member(number, *events, unit=1, sub_unit=None):
    held = Membership(
        id=number,
        person_id=number,
        unit_id=unit,
        sub_unit_id=sub_unit,
        on_roll_from=PartialDate(1990),
    )
    own = [replace(event, id=n, membership_id=number) for n, event in enumerate(events, 1)]
    return Candidate(Person(id=number, full_name=f"Lê Văn {number}"), held, tuple(own))


def stranger(number):
    return Candidate(Person(id=number, full_name=f"Trần Văn {number}"), None)


def event(kind, year, **more):
    return MembershipEvent(kind=kind, happened_on=PartialDate(year), **more)


def reasons(plan):
    return {refusal.person.id: refusal.reason for refusal in plan.refusals}


def test_one_decision_admits_those_who_are_no_members():
    plan = plan_events(decision(EventKind.ADMITTED, unit_id=2), [stranger(1), member(2)])
    (entered,) = plan.events
    assert entered.membership == Membership(person_id=1, unit_id=2, joined_on=DAY)
    assert (entered.event.kind, entered.event.unit_id) == (EventKind.ADMITTED, 2)
    assert reasons(plan) == {2: "Đang là hội viên rồi."}
    assert plan.act == "Ghi kết nạp: Trần Văn 1"


def test_nobody_enters_before_the_day_since_which_he_is_known():
    early = replace(decision(EventKind.ADMITTED, unit_id=2), happened_on=PartialDate(1985))
    plan = plan_events(early, [member(1), member(2, event(EventKind.RESIGNED, 2020))])
    assert set(reasons(plan).values()) == {"Đã có tên trong Hội từ 01/01/1990."}


def test_an_entry_needs_a_unit():
    plan = plan_events(decision(EventKind.ADMITTED), [stranger(1)])
    assert reasons(plan) == {1: "Chọn chi hội mà hội viên vào sinh hoạt."}


def test_a_whole_phan_hoi_moves_and_whoever_is_there_stays():
    move = decision(EventKind.MOVED_UNIT, unit_id=2)
    plan = plan_events(move, [member(1, sub_unit=4), member(2, unit=2), member(3)])
    assert [(e.event.from_unit_id, e.event.unit_id) for e in plan.events] == [(1, 2), (1, 2)]
    assert reasons(plan) == {2: "Đang ở đơn vị này rồi."}
    assert plan.act == "Ghi chuyển chi hội: 2 người"


def test_from_one_phan_hoi_into_another_of_the_same_chi_hoi():
    move = decision(EventKind.MOVED_UNIT, unit_id=1, sub_unit_id=5)
    plan = plan_events(move, [member(1, sub_unit=4), member(2, sub_unit=5)])
    assert [e.person.id for e in plan.events] == [1]
    assert set(reasons(plan)) == {2}


def test_only_who_pauses_comes_back_and_nobody_pauses_twice():
    exempt = member(1, event(EventKind.EXEMPTED, 2024))
    back = plan_events(decision(EventKind.RESUMED), [exempt, member(2)])
    assert [e.person.id for e in back.events] == [1]
    assert "Đang sinh hoạt" in reasons(back)[2]
    pause = plan_events(decision(EventKind.EXEMPTED), [exempt, member(2)])
    assert [e.person.id for e in pause.events] == [2]
    assert reasons(pause) == {1: "Đang miễn sinh hoạt rồi."}


@pytest.mark.parametrize("kind", sorted(BULK_KINDS))
def test_nothing_but_an_entry_befalls_one_who_has_left(kind):
    gone = member(1, event(EventKind.TRANSFERRED_OUT, 2020))
    plan = plan_events(decision(kind, unit_id=2), [gone])
    enters = kind in (EventKind.ADMITTED, EventKind.READMITTED, EventKind.TRANSFERRED_IN)
    assert bool(plan.events) is enters
    assert bool(plan.refusals) is not enters


def test_who_never_was_a_member_cannot_leave():
    plan = plan_events(decision(EventKind.STRUCK_OFF), [stranger(1)])
    assert reasons(plan) == {1: "Người này chưa bao giờ là hội viên."}


def test_what_the_charter_says_against_it_is_told_and_not_enforced():
    once = member(1, event(EventKind.RESIGNED, 2020))
    (planned,) = plan_events(decision(EventKind.READMITTED, unit_id=2), [once]).events
    assert planned.concern
