"""The life of a membership: admit, move, exempt, strike off, let die; correct and take out."""

from dataclasses import replace
from datetime import date

from ccb_desktop.data.members import memberships, people
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.labels import EVENT_KIND
from ccb_desktop.domain.members.checks import check_membership, check_person
from ccb_desktop.domain.members.event_checks import check_event, with_units
from ccb_desktop.domain.members.memberships import (
    EventKind,
    Membership,
    MembershipEvent,
    MembershipKind,
    check_course,
)
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.operations.members.people import check_unique


def admit_member(
    store: Store,
    person: Person,
    membership: Membership,
    event: MembershipEvent | None,
    form_id: str | None = None,
) -> Change:
    """Enter a person into the Hội: admitted, transferred in, or (no event) already on the roll.

    A person without id is new; one with id was known already (a club member, a relative).

    Raises:
        Invalid: By field; also when he is a member already.
    """
    check_person(person, date.today())
    check_membership(membership, person)
    done = f"Ghi {EVENT_KIND[event.kind].lower()}" if event else "Thêm hội viên"
    with store.writing(f"{done}: {person.full_name}", form_id) as session:
        check_unique(session, person, membership)
        person_id = people.save_person(session, person)
        before = memberships.hoi_membership_of(session, person_id)
        if before is not None and event is None:
            raise Invalid({"full_name": "Người này đã có tên trong danh sách hội viên."})
        merged = replace(membership, id=before.id if before else None, person_id=person_id)
        if before is not None:
            merged = replace(merged, on_roll_from=before.on_roll_from)
        membership_id = memberships.save_membership(session, merged)
        if event is not None:
            keep_event(session, replace(event, membership_id=membership_id))
    return session.change


def enter_club(
    store: Store, person: Person, membership: Membership, form_id: str | None = None
) -> Change:
    """Enter a person into a club of ex-servicemen, or correct his membership of it.

    Raises:
        Invalid: By field.
    """
    check_person(person, date.today())
    check_membership(membership, person)
    with store.writing(f"Ghi thành viên CLB: {person.full_name}", form_id) as session:
        check_unique(session, person, membership)
        person_id = people.save_person(session, person)
        of_club = replace(membership, person_id=person_id, kind=MembershipKind.CLUB)
        _check_only_one(session, of_club)
        memberships.save_membership(session, of_club)
    return session.change


def _check_only_one(session: Session, of_club: Membership) -> None:
    for other in memberships.list_memberships(session, of_club.person_id or 0):
        same_club = (other.kind, other.unit_id) == (of_club.kind, of_club.unit_id)
        if same_club and other.id != of_club.id and other.ended_on is None:
            raise Invalid({"unit": "Người này đang là thành viên của câu lạc bộ này rồi."})


def record_event(store: Store, event: MembershipEvent, form_id: str | None = None) -> Change:
    """Record an event of a membership, or correct one that has an id.

    A death is noted on the person too.

    Raises:
        Invalid: The event cannot follow the others; field `happened_on`.
        NotFound: The membership is no longer there.
    """
    with store.reading() as session:
        name = _name_of(session, event.membership_id or 0)
    done = "Ghi" if event.id is None else "Sửa"
    with store.writing(f"{done} {EVENT_KIND[event.kind].lower()}: {name}", form_id) as session:
        keep_event(session, event)
    return session.change


def remove_event(store: Store, event_id: int) -> Change:
    """Take an event out that should never have been recorded.

    Raises:
        Invalid: The remaining events cannot follow each other.
        NotFound: It is gone already.
    """
    with store.reading() as session:
        event = memberships.load_event(session, event_id)
        name = _name_of(session, event.membership_id or 0)
    with store.writing(f"Bỏ biến động {EVENT_KIND[event.kind].lower()}: {name}") as session:
        memberships.delete_event(session, event)
        membership = memberships.load_membership(session, event.membership_id or 0)
        check_course(membership, memberships.list_events(session, membership.id or 0))
        note_death(session, membership, event, None)
    return session.change


def keep_event(session: Session, event: MembershipEvent) -> None:
    """Record or correct an event within an act that does more.

    Raises:
        Invalid: The event cannot follow the others; field `happened_on`.
        NotFound: The membership is no longer there.
    """
    membership = memberships.load_membership(session, event.membership_id or 0)
    earlier = memberships.list_events(session, membership.id or 0)
    others = [e for e in earlier if e.id != event.id]
    event = with_units(membership, others, event)
    check_event(event)
    check_course(membership, [*others, event])
    memberships.save_event(session, event)
    note_death(session, membership, next((e for e in earlier if e.id == event.id), None), event)


def note_death(
    session: Session,
    membership: Membership,
    before: MembershipEvent | None,
    after: MembershipEvent | None,
) -> None:
    """Let the day on the person follow that of the event, unless it is known better."""
    person = people.load_person(session, membership.person_id or 0)
    known, was, now = person.died_on, _death_in(before), _death_in(after)
    followed = known is not None and was is not None and known.agrees_with(was)
    died_on = known
    if now is None and followed:
        died_on = None
    elif now is not None and now.refines(known) and (followed or not _is_complete(known)):
        died_on = now
    if died_on != known:
        people.save_person(session, replace(person, died_on=died_on))


def _death_in(event: MembershipEvent | None) -> PartialDate | None:
    if event is None or event.kind is not EventKind.DECEASED:
        return None
    return event.happened_on


def _is_complete(known: PartialDate | None) -> bool:
    return known is not None and known.is_complete


def _name_of(session: Session, membership_id: int) -> str:
    membership = memberships.load_membership(session, membership_id)
    return people.load_person(session, membership.person_id or 0).full_name
