"""What the first page tells of visits that are due: few rows, whatever the books hold."""

from datetime import date, timedelta

from sqlalchemy import ColumnElement, Text, func, select, type_coerce
from sqlalchemy.orm import InstrumentedAttribute, Session

from ccb_desktop.data.members.lists import of_members_on
from ccb_desktop.data.tables import IllnessRow, MembershipRow, PersonRow, RelativeRow, VisitRow
from ccb_desktop.domain.lunar.death_days import lunar_texts
from ccb_desktop.domain.members.memberships import MembershipKind
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.visits.visits import Occasion

_DRIFT = timedelta(days=40)
"""How far the lunar day of a date can lie from the date itself in another year."""


def list_sick(session: Session, on: date) -> list[tuple[int, date, date | None]]:
    """Members with an illness that is open on a day: person, since when, his last visit."""
    illness = IllnessRow
    last = (
        select(func.max(VisitRow.visited_on))
        .where(VisitRow.person_id == PersonRow.id, VisitRow.voided_on.is_(None))
        .correlate(PersonRow)
        .scalar_subquery()
    )
    query = of_members_on(select(PersonRow.id, illness.from_on, last), on)
    query = query.join(illness, illness.person_id == PersonRow.id).where(
        illness.from_on <= on, illness.to_on.is_(None) | (illness.to_on >= on)
    )
    return [(person_id, since, visited) for person_id, since, visited in session.execute(query)]


def list_wished_births(session: Session, on: date) -> list[PartialDate | None]:
    """When those members of a day were born whom the Hội has wished long life in its year."""
    visit = VisitRow
    wished = select(visit.person_id).where(
        visit.person_id.is_not(None),
        visit.voided_on.is_(None),
        visit.occasion == Occasion.LONGEVITY.value,
        visit.visited_on.between(date(on.year, 1, 1), date(on.year, 12, 31)),
    )
    query = of_members_on(select(PersonRow.born_on), on).where(PersonRow.id.in_(wished))
    return list(session.scalars(query))


def list_death_days(
    session: Session, from_on: date, to_on: date
) -> list[tuple[PartialDate | None, str]]:
    """Day and lunar day of death of those who may be remembered within some days."""
    texts = sorted(lunar_texts(from_on, to_on))
    months = sorted(_months_near(from_on, to_on))
    in_hoi = select(MembershipRow.person_id).where(MembershipRow.kind == MembershipKind.HOI)
    found: list[tuple[PartialDate | None, str]] = []
    for table, more in ((PersonRow, (PersonRow.id.in_(in_hoi),)), (RelativeRow, ())):
        unsaid = (table.lunar_death_day == "") & _month_of(table.died_on).in_(months)
        query = select(table.died_on, table.lunar_death_day).where(
            unsaid | table.lunar_death_day.in_(texts), *more
        )
        found += [(died_on, written) for died_on, written in session.execute(query)]
    return found


def _months_near(from_on: date, to_on: date) -> set[str]:
    """The months, of two digits, in which those may have died who are remembered then."""
    days = range((to_on - from_on + 2 * _DRIFT).days + 1)
    return {f"{(from_on - _DRIFT + timedelta(days=step)).month:02}" for step in days}


def _month_of(column: InstrumentedAttribute[PartialDate | None]) -> ColumnElement[str]:
    return func.substr(type_coerce(column, Text), 6, 2)


def count_unvisited(session: Session, on: date, since: date) -> int:
    """Members of a day without a visit since another, where visits were entered before that.

    Where the visit book begins later, nobody can be said to be forgotten: 0.
    """
    first = session.scalar(select(func.min(VisitRow.visited_on)))
    if first is None or first > since:
        return 0
    visit = VisitRow
    visited = select(visit.person_id).where(
        visit.visited_on >= since, visit.voided_on.is_(None), visit.person_id.is_not(None)
    )
    query = of_members_on(select(func.count()), on).where(PersonRow.id.not_in(visited))
    return session.scalar(query) or 0
