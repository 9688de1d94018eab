"""One decision for many: whose event can be recorded, whose cannot and why, before it is done."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ccb_desktop.domain.bulk.edits import Refusal
from ccb_desktop.domain.charter import readmission_concerns
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.labels import EVENT_KIND
from ccb_desktop.domain.members.event_checks import check_event, with_units
from ccb_desktop.domain.members.memberships import (
    ENTRIES,
    IN_HOI,
    PAUSES,
    EventKind,
    Membership,
    MembershipEvent,
    Standing,
    check_course,
    standing_on,
    standings,
)
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.printing import number, short_date

BULK_KINDS = frozenset(EventKind) - {EventKind.DECEASED}
"""Each dies on his own day; everything else may rest on one decision for many."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody chosen, with his membership of the Hội and its events."""

    person: Person
    membership: Membership | None
    events: tuple[MembershipEvent, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedEvent:
    """An event that would be recorded.

    Attributes:
        membership: Without id for one who enters the Hội only now.
        concern: What the charter says against it; told, never enforced.
    """

    person: Person
    membership: Membership
    event: MembershipEvent
    concern: str = ""


@dataclass(frozen=True, slots=True)
class EventPlan:
    """What recording the decision would do, before anything is written."""

    decision: MembershipEvent
    events: tuple[PlannedEvent, ...]
    refusals: tuple[Refusal, ...]

    @property
    def act(self) -> str:
        """The act as "Việc vừa làm" shows it: `Ghi kết nạp: 12 người`."""
        what = f"Ghi {EVENT_KIND[self.decision.kind].lower()}"
        if len(self.events) == 1:
            return f"{what}: {self.events[0].person.full_name}"
        return f"{what}: {number(len(self.events))} người"


def plan_events(decision: MembershipEvent, candidates: Sequence[Candidate]) -> EventPlan:
    """What the decision means for each of these people.

    Args:
        decision: The event without membership: kind, day, unit, number, reason.
        candidates: The people, each once.
    """
    events: list[PlannedEvent] = []
    refusals: list[Refusal] = []
    for one in candidates:
        try:
            events.append(_planned(decision, one))
        except Invalid as invalid:
            reason = " ".join(invalid.fields.values())
            refusals.append(Refusal(one.person, reason))
    return EventPlan(decision, tuple(events), tuple(refusals))


def _planned(decision: MembershipEvent, one: Candidate) -> PlannedEvent:
    if decision.kind in ENTRIES and decision.unit_id is None:
        raise Invalid({"unit": "Chọn chi hội mà hội viên vào sinh hoạt."})
    membership = one.membership or _entered(decision, one.person)
    course = standings(membership, one.events)
    before = standing_on(course, decision.happened_on.first_day)
    if decision.kind in ENTRIES:
        _check_entry(course, before)
    _check_sense(decision, before)
    event = with_units(membership, one.events, replace(decision, membership_id=membership.id))
    check_event(event)
    check_course(membership, [*one.events, event])
    concern = ""
    if decision.kind is EventKind.READMITTED:
        concern = " ".join(readmission_concerns(one.events, decision.happened_on.first_day))
    return PlannedEvent(one.person, membership, event, concern)


def _entered(decision: MembershipEvent, person: Person) -> Membership:
    """The membership of one who enters the Hội by this decision."""
    if decision.kind not in (EventKind.ADMITTED, EventKind.TRANSFERRED_IN):
        raise Invalid({"happened_on": "Người này chưa bao giờ là hội viên."})
    admitted = decision.kind is EventKind.ADMITTED
    return Membership(
        person_id=person.id,
        unit_id=decision.unit_id,
        sub_unit_id=decision.sub_unit_id,
        joined_on=decision.happened_on if admitted else None,
    )


def _check_entry(course: Sequence[Standing], before: Standing | None) -> None:
    """See that he is not in the Hội on that day, nor was known to be later on."""
    if before is None and course:
        raise Invalid({"happened_on": f"Đã có tên trong Hội từ {short_date(course[0].from_on)}."})
    if before is not None and before.status in IN_HOI:
        raise Invalid({"happened_on": "Đang là hội viên rồi."})


def _check_sense(decision: MembershipEvent, before: Standing | None) -> None:
    """See that a decision for many changes something for each."""
    status = before.status if before is not None else None
    if decision.kind is EventKind.RESUMED and status not in PAUSES.values():
        raise Invalid({"happened_on": "Đang sinh hoạt, không phải sinh hoạt trở lại."})
    if decision.kind in PAUSES and status is PAUSES[decision.kind]:
        raise Invalid({"happened_on": f"Đang {EVENT_KIND[decision.kind].lower()} rồi."})
    moves = decision.kind is EventKind.MOVED_UNIT
    if moves and before is not None and _is_there(decision, before):
        raise Invalid({"unit": "Đang ở đơn vị này rồi."})


def _is_there(decision: MembershipEvent, before: Standing) -> bool:
    there = (decision.unit_id, decision.sub_unit_id)
    return (before.unit_id, before.sub_unit_id) == there
