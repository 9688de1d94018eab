"""Who is compared to find people entered twice, and what officers have decided about pairs."""

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Select, Text, func, or_, select, type_coerce
from sqlalchemy.orm import Session

from ccb_desktop.data.members.lists import of_members_on
from ccb_desktop.data.members.people import names_of
from ccb_desktop.data.members.units import list_units
from ccb_desktop.data.tables import (
    MembershipRow,
    NotDoubleRow,
    PersonMergeRow,
    PersonRow,
    StandingRow,
)
from ccb_desktop.domain.doubles.candidates import Pair
from ccb_desktop.domain.doubles.decisions import Merge, NotDouble
from ccb_desktop.domain.doubles.keys import KnownPerson
from ccb_desktop.domain.doubles.namesakes import Namesake
from ccb_desktop.domain.errors import NotFound
from ccb_desktop.domain.members.memberships import MembershipKind
from ccb_desktop.domain.members.told_names import told_names

Query = TypeVar("Query", bound=Select[*tuple[Any, ...]])
_OWN = ("card_no", "unit_id", "unit_name", "former_ward")


def list_known_people(
    session: Session, on: date, person_ids: Iterable[int] | None = None
) -> list[KnownPerson]:
    """Some people, or everybody in the books, with the unit in which each stands on a day."""
    names = [name for name in KnownPerson._fields if name not in ("person_id", *_OWN)]
    query = select(PersonRow.id, *(getattr(PersonRow, name) for name in names))
    wanted = None if person_ids is None else list(person_ids)
    if wanted is not None:
        query = query.where(PersonRow.id.in_(wanted))
    units = {unit.id: unit for unit in list_units(session)}
    unit_names = told_names(units.values(), on)
    places, cards = _places_on(session, on, wanted), _cards(session, wanted)
    found = []
    for person_id, *values in session.execute(query.order_by(PersonRow.id)):
        known = dict(zip(names, values, strict=True))
        known["citizen_id"] = known["citizen_id"] or ""
        known["card_no"] = cards.get(person_id, "")
        unit = units.get(places.get(person_id))
        if unit is not None:
            known |= {"unit_id": unit.id, "unit_name": unit_names[unit.id]}
            known["former_ward"] = unit.former_ward
        found.append(KnownPerson(person_id, **known))
    return found


def list_namesakes(session: Session, on: date) -> list[Namesake]:
    """The members of the Hội on a day who share name and year of birth, group by group."""
    name, year = PersonRow.name_key, func.substr(type_coerce(PersonRow.born_on, Text), 1, 4)
    members = select(
        PersonRow.id.label("person_id"),
        PersonRow.citizen_id,
        func.count().over(partition_by=name).label("bearers"),
        func.count().over(partition_by=(name, year)).label("alike"),
        func.dense_rank().over(order_by=(name, year)).label("group"),
        year.label("year"),
    )
    found = of_members_on(members, on).subquery().c
    query = (
        select(found.group, found.bearers, found.person_id, func.coalesce(found.citizen_id, ""))
        .where(found.year.is_not(None), found.alike > 1)
        .order_by(found.group, found.person_id)
    )
    return [Namesake(*columns) for columns in session.execute(query)]


def _places_on(session: Session, on: date, wanted: list[int] | None) -> dict[int, int | None]:
    """Person → the chi hội where he stands or stood last, else his club."""
    held = select(MembershipRow.person_id, MembershipRow.unit_id)
    clubs = _of(wanted, held.where(MembershipRow.kind == MembershipKind.CLUB))
    standing = (
        select(MembershipRow.person_id, StandingRow.unit_id)
        .join(StandingRow, StandingRow.membership_id == MembershipRow.id)
        .where(StandingRow.from_on <= on, or_(StandingRow.to_on.is_(None), StandingRow.to_on > on))
    )
    places = {row.person_id: row.unit_id for row in session.execute(clubs)}
    return places | {row.person_id: row.unit_id for row in session.execute(_of(wanted, standing))}


def _cards(session: Session, wanted: list[int] | None) -> dict[int, str]:
    query = select(MembershipRow.person_id, MembershipRow.card_no)
    query = query.where(MembershipRow.card_no.is_not(None))
    return {row.person_id: row.card_no or "" for row in session.execute(_of(wanted, query))}


def _of(wanted: list[int] | None, query: Query) -> Query:
    """The same for some people only."""
    return query if wanted is None else query.where(MembershipRow.person_id.in_(wanted))


# --- Not the same ---------------------------------------------------------------------------


def list_not_doubles(session: Session) -> list[NotDouble]:
    """The pairs that officers have set apart, newest first."""
    pairs = session.scalars(select(NotDoubleRow).order_by(NotDoubleRow.id.desc())).all()
    names = names_of(session, {i for pair in pairs for i in (pair.first_id, pair.second_id)})
    return [
        NotDouble(
            pair.id, (pair.first_id, pair.second_id), names[pair.first_id], names[pair.second_id]
        )
        for pair in pairs
    ]


def set_apart(session: Session, pair: Pair) -> None:
    """Remember that two people are two; once is enough."""
    first_id, second_id = sorted(pair)
    known = select(NotDoubleRow.id).where(
        NotDoubleRow.first_id == first_id, NotDoubleRow.second_id == second_id
    )
    if session.scalar(known) is None:
        session.add(NotDoubleRow(first_id=first_id, second_id=second_id))
        session.flush()


def forget_apart(session: Session, not_double_id: int) -> None:
    """Let a pair be shown again.

    Raises:
        NotFound: It is forgotten already.
    """
    row = session.get(NotDoubleRow, not_double_id)
    if row is None:
        raise NotFound("Hai người này đã được đưa lại vào danh sách cần xem rồi.")
    session.delete(row)
    session.flush()


# --- Merged ---------------------------------------------------------------------------------


def list_merges(session: Session) -> list[Merge]:
    """Who was taken up into whom, newest first."""
    merges = session.scalars(select(PersonMergeRow).order_by(PersonMergeRow.id.desc())).all()
    names = names_of(session, {merge.kept_id for merge in merges})
    return [
        Merge(m.id, m.kept_id, names[m.kept_id], m.absorbed_id, m.absorbed_name, m.merged_on)
        for m in merges
    ]


def absorbed_by(session: Session, person_id: int) -> list[int]:
    """The ids that people taken up into this one had."""
    query = select(PersonMergeRow.absorbed_id).where(PersonMergeRow.kept_id == person_id)
    return list(session.scalars(query))


def note_merge(session: Session, kept_id: int, absorbed_id: int, name: str, on: date) -> None:
    """Note who was taken up; whom he had taken up himself belongs to the kept one now."""
    earlier = select(PersonMergeRow).where(PersonMergeRow.kept_id == absorbed_id)
    for row in session.scalars(earlier).all():
        row.kept_id = kept_id
    session.add(
        PersonMergeRow(kept_id=kept_id, absorbed_id=absorbed_id, absorbed_name=name, merged_on=on)
    )
    session.flush()
