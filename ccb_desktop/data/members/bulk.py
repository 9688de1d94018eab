"""Reads and writes one field of many people, or the events of many, by few statements."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

from sqlalchemy import Select, and_, func, select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.members.memberships import refresh_standings
from ccb_desktop.data.members.own_fields import list_own_fields, load_own_texts, write_own_texts
from ccb_desktop.data.tables import MembershipEventRow, MembershipRow, OwnValueRow, PersonRow
from ccb_desktop.domain.bulk.edits import OF_MEMBERSHIP, BulkPlan, FieldChange, Subject, edited
from ccb_desktop.domain.bulk.events import Candidate, EventPlan, PlannedEvent
from ccb_desktop.domain.errors import NotFound
from ccb_desktop.domain.members.memberships import Membership, MembershipEvent, MembershipKind
from ccb_desktop.domain.members.people import Person, keys_of

Record = TypeVar("Record")

_AT_ONCE = 500
_KEYS_FOLLOW = frozenset({"full_name", "sort_by_first_word"})


def load_subjects(session: Session, person_ids: Sequence[int]) -> list[Subject]:
    """Some people without their policies, each once and in the order given.

    Raises:
        NotFound: Somebody is not in the books any more.
    """
    held = {m.person_id: m for m in _memberships(session, person_ids)}
    own = _own_texts(session, person_ids)
    return [
        Subject(person, held.get(person.id), own.get(person.id or 0, {}))
        for person in _people(session, person_ids)
    ]


def load_candidates(session: Session, person_ids: Sequence[int]) -> list[Candidate]:
    """The same people with the events of their membership; errors as `load_subjects`."""
    subjects = load_subjects(session, person_ids)
    events: dict[int | None, list[MembershipEvent]] = {}
    ids = [one.membership.id or 0 for one in subjects if one.membership is not None]
    for event in _read(session, MembershipEvent, MembershipEventRow.membership_id, ids):
        events.setdefault(event.membership_id, []).append(event)
    return [
        Candidate(
            one.person,
            one.membership,
            tuple(events.get(one.membership.id, ())) if one.membership else (),
        )
        for one in subjects
    ]


def _people(session: Session, person_ids: Sequence[int]) -> list[Person]:
    wanted = list(dict.fromkeys(person_ids))
    found = {person.id: person for person in _read(session, Person, PersonRow.id, wanted)}
    if any(person_id not in found for person_id in wanted):
        raise NotFound("Không tìm thấy một hồ sơ đã chọn. Hãy mở lại danh sách rồi chọn lại.")
    return [found[person_id] for person_id in wanted]


def _memberships(session: Session, person_ids: Sequence[int]) -> list[Membership]:
    found = _read(session, Membership, MembershipRow.person_id, list(person_ids))
    return [membership for membership in found if membership.kind is MembershipKind.HOI]


def _own_texts(session: Session, person_ids: Sequence[int]) -> dict[int, dict[int, str]]:
    """Person → own field → what it says."""
    found: dict[int, dict[int, str]] = {}
    for start in range(0, len(person_ids), _AT_ONCE):
        found |= load_own_texts(session, person_ids[start : start + _AT_ONCE])
    return found


def _read(session: Session, kind: type[Record], owner: Any, ids: list[int]) -> list[Record]:
    """Records of a table whose column names one of these ids, in the order of entering."""
    table = owner.class_.__table__
    found: list[Record] = []
    for start in range(0, len(ids), _AT_ONCE):
        query = select(table).where(owner.in_(ids[start : start + _AT_ONCE])).order_by(table.c.id)
        found += rows.list_values(session, kind, query)
    return found


def is_as_planned(session: Session, plan: BulkPlan) -> bool:
    """Whether the field still holds for each what it held when the edit was planned."""
    own, before = plan.edit.own, {_row_of(c, plan): c.before for c in plan.changes}
    if own and own not in list_own_fields(session):
        return False
    ids = list(before)
    found: dict[int, Any] = {}
    for start in range(0, len(ids), _AT_ONCE):
        query = _held(plan, ids[start : start + _AT_ONCE])
        found.update(tuple(row) for row in session.execute(query))
    empty = "" if own or plan.edit.field in rows.EMPTY_AS_NULL else None
    return {row_id: empty if now is None else now for row_id, now in found.items()} == before


def _held(plan: BulkPlan, ids: Sequence[int]) -> Select[Any]:
    """Row and what its field holds now; of an own field, person and what it says."""
    own, table = plan.edit.own, _table_of(plan)
    if own is None:
        return select(table.id, table.__table__.c[plan.edit.field]).where(table.id.in_(ids))
    said = and_(OwnValueRow.person_id == PersonRow.id, OwnValueRow.field_id == own.id)
    query = select(PersonRow.id, OwnValueRow.__table__.c.value).outerjoin(OwnValueRow, said)
    return query.where(PersonRow.id.in_(ids))


def write_field(session: Session, plan: BulkPlan) -> None:
    """Write the changes of a bulk edit by few statements, however many people."""
    edit, table = plan.edit, _table_of(plan)
    if edit.own:
        texts = {_row_of(change, plan): change.after for change in plan.changes}
        write_own_texts(session, edit.own.id or 0, texts)
        return
    written: dict[int, rows.Columns] = {}
    for change in plan.changes:
        after = edited(edit, change.subject)
        record = after.membership if table is MembershipRow else after.person
        columns = {edit.field: rows.columns_of(record, table)[edit.field]}
        more = keys_of(after.person) if edit.field in _KEYS_FOLLOW else {}
        written[_row_of(change, plan)] = columns | more
    rows.update_many(session, table, written)


def _table_of(plan: BulkPlan) -> type[PersonRow] | type[MembershipRow]:
    return MembershipRow if plan.edit.field in OF_MEMBERSHIP else PersonRow


def _row_of(change: FieldChange, plan: BulkPlan) -> int:
    membership = change.subject.membership
    if plan.edit.field in OF_MEMBERSHIP and membership is not None:
        return membership.id or 0
    return change.subject.person.id or 0


def take_off_tag(session: Session, tag: str) -> None:
    """Let nobody bear a tag any more."""
    bearing = select(PersonRow.id, PersonRow.tags).where(func.instr(PersonRow.tags, tag) > 0)
    borne = {person_id: tags for person_id, tags in session.execute(bearing) if tag in tags}
    left = {person_id: {"tags": tags - {tag}} for person_id, tags in borne.items()}
    rows.update_many(session, PersonRow, left)


def write_events(session: Session, plan: EventPlan) -> None:
    """Write the events of a decision, and the memberships of those who enter by it."""
    planned = _with_memberships(session, plan.events)
    ids = rows.free_ids(session, MembershipEventRow, len(planned))
    written = [
        rows.columns_of(replace(one.event, id=event_id), MembershipEventRow)
        for event_id, one in zip(ids, planned, strict=True)
    ]
    rows.insert_many(session, MembershipEventRow, written)
    refresh_standings(session, [one.event.membership_id or 0 for one in planned])


def _with_memberships(session: Session, planned: Sequence[PlannedEvent]) -> list[PlannedEvent]:
    """The events, those of new members with the membership that is written for them here."""
    new = [one for one in planned if one.membership.id is None]
    ids = rows.free_ids(session, MembershipRow, len(new))
    entered = [
        replace(one.membership, id=membership_id)
        for membership_id, one in zip(ids, new, strict=True)
    ]
    rows.insert_many(session, MembershipRow, [rows.columns_of(m, MembershipRow) for m in entered])
    known = [one for one in planned if one.membership.id is not None]
    return known + [
        replace(one, membership=m, event=replace(one.event, membership_id=m.id))
        for one, m in zip(new, entered, strict=True)
    ]
