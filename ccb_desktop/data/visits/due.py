"""What tells who is due a visit: illnesses, last visits, the dead; small statements each."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Text, extract, func, or_, select, type_coerce
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.tables import IllnessRow, PersonRow, RelativeRow, VisitRow
from ccb_desktop.domain.members.lines import MemberLine
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.visits.care import Illness
from ccb_desktop.domain.visits.due import DeadOne
from ccb_desktop.domain.visits.visits import Occasion


def list_open_illnesses(session: Session, on: date) -> list[Illness]:
    """Illnesses that have begun by a day and not ended on it."""
    illness = IllnessRow.__table__.columns
    query = select(IllnessRow.__table__).where(
        illness.from_on <= on, or_(illness.to_on.is_(None), illness.to_on >= on)
    )
    return rows.list_values(session, Illness, query.order_by(illness.from_on, illness.id))


def last_visit_days(session: Session, until: date) -> dict[int, date]:
    """Person → the day of his last visit by a day; visits that were taken back are none."""
    visit = VisitRow
    query = (
        select(visit.person_id, func.max(visit.visited_on))
        .where(visit.person_id.is_not(None), visit.voided_on.is_(None), visit.visited_on <= until)
        .group_by(visit.person_id)
    )
    return {person_id: day for person_id, day in session.execute(query) if person_id is not None}


def list_wished(session: Session) -> frozenset[tuple[int, int]]:
    """Person and year of every wish of long life that was not taken back."""
    visit = VisitRow
    query = select(visit.person_id, extract("year", visit.visited_on)).where(
        visit.person_id.is_not(None),
        visit.voided_on.is_(None),
        visit.occasion == Occasion.LONGEVITY.value,
    )
    return frozenset((who, int(year)) for who, year in session.execute(query) if who is not None)


def first_visit_on(session: Session) -> date | None:
    """Since when visits are entered; none where there is none."""
    return session.scalar(select(func.min(VisitRow.visited_on)))


def list_dead(session: Session, members: Mapping[int, MemberLine]) -> list[DeadOne]:
    """The dead of whom a day is known: people on the roll, and relatives of anybody.

    Args:
        session: A session.
        members: Person → his line on the roll, which tells where he belongs.
    """
    person = PersonRow.__table__.columns
    dated = or_(person.died_on.is_not(None), person.lunar_death_day != "")
    own = select(
        person.id,
        type_coerce(person.died_on, PersonRow.died_on.type),
        person.lunar_death_day,
    ).where(dated)
    found = [
        _own(members[person_id], died_on, lunar)
        for person_id, died_on, lunar in rows.raw(session).execute(own)
        if person_id in members
    ]
    return [*found, *_dead_relatives(session, members)]


def _own(line: MemberLine, died_on: PartialDate | None, lunar_death_day: str) -> DeadOne:
    return DeadOne(
        key=f"p{line.person_id}",
        person_id=line.person_id,
        full_name=line.full_name,
        died_on=died_on,
        lunar_death_day=lunar_death_day,
        address=line.address,
        street_group=line.street_group,
        phone=line.phone,
        unit_id=line.unit_id,
        unit_name=line.unit_name,
    )


def _dead_relatives(session: Session, members: Mapping[int, MemberLine]) -> list[DeadOne]:
    relative = RelativeRow
    query = (
        select(relative, PersonRow.full_name, PersonRow.address, PersonRow.street_group)
        .join(PersonRow, PersonRow.id == relative.person_id)
        .where(
            or_(type_coerce(relative.died_on, Text).is_not(None), relative.lunar_death_day != "")
        )
        .order_by(relative.id)
    )
    found = []
    for row, whose, address, street_group in session.execute(query):
        line = members.get(row.person_id)
        found.append(
            DeadOne(
                key=f"r{row.id}",
                person_id=row.person_id,
                full_name=row.full_name,
                died_on=row.died_on,
                lunar_death_day=row.lunar_death_day,
                relation=row.relation.lower(),
                of_whom=whose,
                is_martyr=row.is_martyr,
                address=row.address or address,
                street_group="" if row.address else street_group,
                phone=row.phone or (line.phone if line else ""),
                unit_id=line.unit_id if line else None,
                unit_name=line.unit_name if line else "",
            )
        )
    return found
