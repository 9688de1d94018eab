"""Lists of the roster as at a day: each reads just the columns it shows, in one pass."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Result, Select, case, exists, func, or_, select, type_coerce
from sqlalchemy import Row as ResultRow
from sqlalchemy.orm import InstrumentedAttribute, Session

from ccb_desktop.data import rows
from ccb_desktop.data.members.people import names_of
from ccb_desktop.data.members.units import list_posts, list_units
from ccb_desktop.data.tables import (
    HouseholdRow,
    HouseholdYearRow,
    MembershipEventRow,
    MembershipRow,
    PersonRow,
    PolicyRow,
    StandingRow,
)
from ccb_desktop.data.text_days import is_past
from ccb_desktop.domain.members.households import HouseholdYear, state_in
from ccb_desktop.domain.members.lines import ClubLine, MemberLine, MovementLine, UnitLine
from ccb_desktop.domain.members.memberships import IN_HOI, MembershipKind
from ccb_desktop.domain.members.people import Policy
from ccb_desktop.domain.members.told_names import told_names
from ccb_desktop.domain.members.units import PostScope, Unit
from ccb_desktop.domain.partial_dates import PartialDate

Query = TypeVar("Query", bound=Select[*tuple[Any, ...]])
_BY_DAY = MembershipEventRow.happened_on, MembershipEventRow.id
_NO_STATE = "", "", None
_NO_POSTS = "", ""
_NO_POLICIES: tuple[frozenset[str], int | None] = frozenset(), None


def list_members(session: Session, on: date, first: int | None = None) -> list[MemberLine]:
    """Everyone who stood on the roll of the Hội by that day, in Vietnamese order.

    Those who had left by then are included with the status of their leaving.

    Args:
        session: A session.
        on: The day.
        first: Read only so many, the first of the list; all when not given.
    """
    session.flush()
    query = _members_query(on)
    if first is not None:
        query = query.where(PersonRow.id.in_(_first_people(on, first)))
    found = rows.raw(session).execute(query).all()
    return _with_parts(session, on, found, whole=first is None)


def _first_people(on: date, count: int) -> Select[int]:
    """The first people of the list, along the index of their order until there are enough."""
    standing = (
        exists()
        .where(MembershipRow.person_id == PersonRow.id)
        .where(StandingRow.membership_id == MembershipRow.id, *standing_on(on))
    )
    return (
        select(PersonRow.id).where(standing).order_by(PersonRow.sort_key, PersonRow.id).limit(count)
    )


def _members_query(on: date) -> Select[tuple[Any, ...]]:
    """The columns of `MemberLine` as the day knows them, up to those of `_with_parts`."""
    joined_columns: dict[str, ColumnElement[Any]] = {
        "person_id": PersonRow.id.expression,
        "citizen_id": func.coalesce(PersonRow.citizen_id, ""),
        "party_joined_on": _known_by(on, PersonRow.party_joined_on),
        "party_official_on": _known_by(on, PersonRow.party_official_on),
        "medal_year": case((PersonRow.medal_year <= on.year, PersonRow.medal_year)),
        "membership_id": MembershipRow.id.expression,
        "card_no": func.coalesce(MembershipRow.card_no, ""),
        "joined_on": MembershipRow.joined_on.expression,
        "admission_category": MembershipRow.admission_category.expression,
        "status": StandingRow.status.expression,
        "since": StandingRow.from_on.expression,
        "unit_id": StandingRow.unit_id.expression,
        "sub_unit_id": StandingRow.sub_unit_id.expression,
    }
    persons = PersonRow.__table__.columns
    names = MemberLine._fields[: MemberLine._fields.index("unit_name")]
    columns = (joined_columns[n] if n in joined_columns else persons[n] for n in names)
    return (
        select(*columns, func.coalesce(HouseholdRow.head_name, ""))
        .select_from(StandingRow)
        .join(MembershipRow, MembershipRow.id == StandingRow.membership_id)
        .join(PersonRow, PersonRow.id == MembershipRow.person_id)
        .outerjoin(HouseholdRow, HouseholdRow.id == PersonRow.household_id)
        .where(*standing_on(on))
        .order_by(PersonRow.sort_key, PersonRow.id)
    )


def _known_by(
    on: date, column: InstrumentedAttribute[PartialDate | None]
) -> ColumnElement[PartialDate | None]:
    """A day of the Party, nothing where it came only later."""
    return type_coerce(case((is_past(column, on), column)), column.type)


def _with_parts(
    session: Session, on: date, found: Sequence[ResultRow[Any]], *, whole: bool
) -> list[MemberLine]:
    """The lines with what other tables know of the people: of all of them, or of these."""
    person, home, unit, sub_unit = map(
        MemberLine._fields.index, ("person_id", "household_id", "unit_id", "sub_unit_id")
    )
    people = None if whole else [row[person] for row in found]
    homes = None if whole else [row[home] for row in found]
    units = unit_names(session, on)
    policies, posts = _policies_on(session, on, people), _posts_on(session, on, people)
    states = _household_states(session, on, homes)
    return [
        MemberLine._make(
            (
                *row[:-1],
                units.get(row[unit], ""),
                units.get(row[sub_unit], ""),
                *policies.get(row[person], _NO_POLICIES),
                *posts.get(row[person], _NO_POSTS),
                row[-1],
                *states.get(row[home], _NO_STATE),
            )
        )
        for row in found
    ]


def of_members_on(query: Query, on: date) -> Query:
    """The same of the members of the Hội on a day, with their standings and memberships."""
    return (
        query.select_from(StandingRow)
        .join(MembershipRow, MembershipRow.id == StandingRow.membership_id)
        .join(PersonRow, PersonRow.id == MembershipRow.person_id)
        .where(*standing_on(on), StandingRow.status.in_(IN_HOI))
    )


def standing_on(on: date) -> tuple[ColumnElement[bool], ...]:
    """Which standings hold on a day."""
    ended = or_(StandingRow.to_on.is_(None), StandingRow.to_on > on)
    return StandingRow.from_on <= on, ended


def unit_names(session: Session, on: date) -> dict[int | None, str]:
    """Unit → what it is called in lists of a day."""
    return told_names(list_units(session), on)


def _policies_on(
    session: Session, on: date, person_ids: Sequence[int] | None
) -> dict[int, tuple[frozenset[str], int | None]]:
    """Person → the policies he falls under, and the first rate among them."""
    query = select(PolicyRow.__table__).order_by(PolicyRow.id)
    if person_ids is not None:
        query = query.where(PolicyRow.person_id.in_(person_ids))
    of_person = rows.list_by_owner(session, Policy, query, "person_id")
    return {
        person_id: _told([policy for policy in policies if policy.holds_on(on)])
        for person_id, policies in of_person.items()
    }


def _told(held: Sequence[Policy]) -> tuple[frozenset[str], int | None]:
    rates = (policy.rate_percent for policy in held if policy.rate_percent is not None)
    return frozenset(policy.kind for policy in held), next(rates, None)


def _posts_on(
    session: Session, on: date, person_ids: Sequence[int] | None
) -> dict[int, tuple[str, str]]:
    """Person → titles held in the Hội, titles held elsewhere."""
    held: dict[int, tuple[list[str], list[str]]] = {}
    for post in list_posts(session, person_ids):
        if post.person_id is not None and post.held_on(on):
            inside, outside = held.setdefault(post.person_id, ([], []))
            (inside if post.scope is PostScope.HOI else outside).append(post.title)
    return {who: (", ".join(i), ", ".join(o)) for who, (i, o) in held.items()}


def _household_states(
    session: Session, on: date, household_ids: Sequence[int] | None
) -> dict[int, tuple[str, str, bool | None]]:
    """Household → poverty, state of the house, cultural family."""
    query = select(HouseholdYearRow.__table__).where(HouseholdYearRow.year <= on.year)
    if household_ids is not None:
        query = query.where(HouseholdYearRow.household_id.in_(household_ids))
    years = rows.list_by_owner(session, HouseholdYear, query, "household_id")
    states = ((home_id, state_in(known, on.year)) for home_id, known in years.items())
    return {
        home_id: (state.poverty, state.house_state, state.cultural_family)
        for home_id, state in states
    }


def list_club_members(session: Session, on: date | None = None) -> list[ClubLine]:
    """Everyone who is or was in a club, in Vietnamese order; by a day, if one is given.

    As at a day, clubs bear the name of that day, and who left later has not left yet.
    """
    day = on or date.max
    units: dict[int | None, Unit] = {unit.id: unit for unit in list_units(session)}
    query = (
        select(MembershipRow, PersonRow)
        .join(PersonRow, PersonRow.id == MembershipRow.person_id)
        .where(MembershipRow.kind == MembershipKind.CLUB)
        .order_by(PersonRow.sort_key, PersonRow.id)
    )
    return [
        ClubLine(
            person.id,
            member.id,
            person.full_name,
            person.name_key,
            person.sort_key,
            person.sex,
            person.born_on,
            person.citizen_id or "",
            person.phone,
            person.address,
            member.joined_on,
            member.ended_on if _has_ended(member, day) else None,
            member.unit_id,
            units[member.unit_id].name_on(day) if member.unit_id in units else "",
            member.note,
        )
        for member, person in session.execute(query)
        if _has_joined(member, day)
    ]


def _has_joined(member: MembershipRow, day: date) -> bool:
    """Whether he is in a club by that day, or was."""
    since = member.joined_on or member.on_roll_from
    return since is None or since.first_day <= day


def _has_ended(member: MembershipRow, day: date) -> bool:
    return member.ended_on is not None and member.ended_on.last_day <= day


def list_event_days(session: Session) -> dict[tuple[int, date], PartialDate]:
    """By membership and first possible day: the days of events as they were entered."""
    query = select(MembershipEventRow.membership_id, MembershipEventRow.happened_on)
    return {
        (membership_id, day.first_day): day
        for membership_id, day in session.execute(query.order_by(*_BY_DAY))
    }


def list_movements(
    session: Session, from_on: date | None = None, to_on: date | None = None
) -> list[MovementLine]:
    """The events of the roster within two days (inclusive, by their first possible day)."""
    unit = {u.id: u for u in list_units(session)}

    def name(unit_id: int | None, event: MembershipEventRow) -> str:
        return unit[unit_id].name_on(event.happened_on.first_day) if unit_id in unit else ""

    return [
        MovementLine(
            event.id,
            person.id,
            member.id,
            event.kind,
            event.happened_on,
            person.full_name,
            person.name_key,
            person.sort_key,
            person.sex,
            person.born_on,
            person.home_town,
            person.address,
            member.card_no or "",
            event.unit_id,
            name(event.unit_id, event),
            name(event.from_unit_id, event),
            event.elsewhere,
            event.until_on,
            event.decision_no,
            event.decision_on,
            event.reason,
            event.note,
        )
        for event, member, person in _events(session)
        if (from_on is None or from_on <= event.happened_on.first_day)
        and (to_on is None or event.happened_on.first_day <= to_on)
    ]


def _events(
    session: Session,
) -> Result[MembershipEventRow, MembershipRow, PersonRow]:
    return session.execute(
        select(MembershipEventRow, MembershipRow, PersonRow)
        .join(MembershipRow, MembershipRow.id == MembershipEventRow.membership_id)
        .join(PersonRow, PersonRow.id == MembershipRow.person_id)
        .order_by(*_BY_DAY)
    )


def list_unit_lines(session: Session, on: date) -> list[UnitLine]:
    """Every unit that ever stood, with its members and posts on a day."""
    units = {unit.id: unit for unit in list_units(session)}
    names = told_names(units.values(), on)
    members, posts = _members_by_unit(session, on), _unit_posts_on(session, on)
    return [
        UnitLine(
            unit=unit,
            name=names[unit.id],
            parent_name=names.get(unit.parent_id, ""),
            members=members.get(unit.id, 0),
            posts=", ".join(posts.get(unit.id, ())),
            successor_name=names.get(unit.successor_id, ""),
        )
        for unit in units.values()
    ]


def _members_by_unit(session: Session, on: date) -> dict[int | None, int]:
    """Unit → members of the Hội in it on a day (in a phân hội too), or members of the club."""
    found: dict[int | None, int] = {}
    unit, sub_unit = StandingRow.unit_id, StandingRow.sub_unit_id
    counted = (
        select(unit, sub_unit, func.count())
        .where(*standing_on(on), StandingRow.status.in_(IN_HOI))
        .group_by(unit, sub_unit)
    )
    for unit_id, sub_unit_id, count in session.execute(counted):
        for place in {unit_id, sub_unit_id}:
            found[place] = found.get(place, 0) + count
    clubs = select(MembershipRow).where(MembershipRow.kind == MembershipKind.CLUB)
    for member in session.scalars(clubs):
        if _has_joined(member, on) and not _has_ended(member, on - timedelta(days=1)):
            found[member.unit_id] = found.get(member.unit_id, 0) + 1
    return found


def _unit_posts_on(session: Session, on: date) -> dict[int | None, list[str]]:
    """Unit → `Chi hội trưởng: Lê Văn Ba`, in the order of entering."""
    held = [
        post
        for post in list_posts(session)
        if post.unit_id is not None and post.scope is PostScope.HOI and post.held_on(on)
    ]
    names = names_of(session, {post.person_id for post in held if post.person_id is not None})
    found: dict[int | None, list[str]] = {}
    for post in held:
        told = f"{post.title}: {names.get(post.person_id or 0, '')}"
        found.setdefault(post.unit_id, []).append(told)
    return found
