"""The roster counted by the store, for the first page: groups and numbers, no list of people."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import ColumnElement, Text, and_, case, exists, func, or_, select, type_coerce
from sqlalchemy.orm import Session

from ccb_desktop.data.members.lists import of_members_on, standing_on, unit_names
from ccb_desktop.data.record_gaps import has_gap
from ccb_desktop.data.tables import MembershipEventRow, MembershipRow, PersonRow, StandingRow
from ccb_desktop.data.text_days import first_day, is_past
from ccb_desktop.domain.members.lines import MemberGroup, NamedMember
from ccb_desktop.domain.members.memberships import (
    ENTRIES,
    IN_HOI,
    EventKind,
    MembershipKind,
    Status,
)
from ccb_desktop.domain.partial_dates import PartialDate


def keeps_members(session: Session) -> bool:
    """Whether anybody is or ever was a member of the Hội."""
    member = exists().where(MembershipRow.kind == MembershipKind.HOI)
    return bool(session.scalar(select(member)))


def list_member_groups(session: Session, on: date, needed: Collection[str]) -> list[MemberGroup]:
    """The members of the Hội on a day by birth and periods.

    Args:
        session: A reading session.
        on: The day.
        needed: Names of the entries that every record should have.
    """
    query = select(
        PersonRow.born_on,
        PersonRow.periods,
        func.count(),
        _number_of(is_past(PersonRow.party_joined_on, on)),
        _number_of(StandingRow.status == Status.EXEMPT),
        _number_of(has_gap(needed, on)),
    ).group_by(PersonRow.born_on, PersonRow.periods)
    return [MemberGroup(*columns) for columns in session.execute(of_members_on(query, on))]


def list_named_members(session: Session, on: date) -> list[NamedMember]:
    """The members of the Hội on a day by name, in Vietnamese order."""
    units = unit_names(session, on)
    query = select(
        PersonRow.id,
        PersonRow.full_name,
        PersonRow.born_on,
        PersonRow.periods,
        StandingRow.unit_id,
    ).order_by(PersonRow.sort_key, PersonRow.id)
    return [
        NamedMember(person_id, name, born_on, periods, units.get(unit_id, ""))
        for person_id, name, born_on, periods, unit_id in session.execute(of_members_on(query, on))
    ]


def count_members(session: Session, days: Sequence[date]) -> list[int]:
    """How many members the Hội had on each of some days."""
    counts = (_number_of(and_(*standing_on(day))) for day in days)
    row = session.execute(select(*counts).where(StandingRow.status.in_(IN_HOI))).one()
    return list(row)


def list_event_counts(session: Session, year: int) -> list[tuple[EventKind, PartialDate, int]]:
    """Kind and day of the events of a year and later, with how many there are of each."""
    kind, day = MembershipEventRow.kind, MembershipEventRow.happened_on
    query = (
        select(kind, day, func.count())
        .where(type_coerce(day, Text) >= str(year))
        .group_by(kind, day)
    )
    return [(kind, day, count) for kind, day, count in session.execute(query)]


def list_on_roll_counts(session: Session, year: int) -> list[tuple[date, int]]:
    """Days of a year and later from which people stand on the roll without an event of entry."""
    begun = func.min(StandingRow.from_on).label("begun")
    courses = (
        select(StandingRow.membership_id, begun)
        .group_by(StandingRow.membership_id)
        .having(begun >= date(year, 1, 1))
        .subquery()
    )
    first_event = (
        select(MembershipEventRow.kind)
        .where(MembershipEventRow.membership_id == courses.c.membership_id)
        .order_by(first_day(MembershipEventRow.happened_on), MembershipEventRow.id)
        .limit(1)
        .scalar_subquery()
    )
    query = (
        select(courses.c.begun, func.count())
        .where(or_(first_event.is_(None), first_event.not_in(ENTRIES)))
        .group_by(courses.c.begun)
    )
    return [(begun, count) for begun, count in session.execute(query)]


def _number_of(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)
