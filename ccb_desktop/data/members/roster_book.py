"""The roster with its whole past for the figures: a handful of statements, plain columns."""

from collections.abc import Iterable
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.members.units import list_posts, list_units
from ccb_desktop.data.settings import load_branch
from ccb_desktop.data.tables import (
    HouseholdRow,
    HouseholdYearRow,
    MembershipEventRow,
    MembershipRow,
    PersonRow,
    PolicyRow,
    StandingRow,
)
from ccb_desktop.domain.figures.books import ClubMember, RosterBook, RosterEvent, RosterMember
from ccb_desktop.domain.members.households import Household, HouseholdYear
from ccb_desktop.domain.members.memberships import ENTRIES, MembershipKind, Standing
from ccb_desktop.domain.members.people import AgeRule, Policy

Item = TypeVar("Item")


def load_roster_book(session: Session) -> RosterBook:
    """Everything the figures of the roster are counted from."""
    events = _events(session)
    posts = ((post.person_id, post) for post in list_posts(session))
    return RosterBook(
        members=_members(session, events),
        events=events,
        clubs=_clubs(session),
        units=tuple(list_units(session)),
        policies=_policies(session),
        posts=_by_owner(posts),
        households=_households(session),
        age_rule=AgeRule(load_branch(session).age_rule),
    )


def load_unit_book(session: Session) -> RosterBook:
    """The units and clubs alone, where the store counts the members itself."""
    return RosterBook(
        clubs=_clubs(session),
        units=tuple(list_units(session)),
        policies={},
        posts={},
        households={},
        age_rule=AgeRule(load_branch(session).age_rule),
    )


def _members(session: Session, events: Iterable[RosterEvent]) -> tuple[RosterMember, ...]:
    first: dict[int, RosterEvent] = {}
    for event in events:
        first.setdefault(event.membership_id, event)
    courses = _courses(session)
    query = (
        select(
            MembershipRow.id,
            PersonRow.id,
            PersonRow.full_name,
            PersonRow.sex,
            PersonRow.born_on,
            PersonRow.ethnicity,
            PersonRow.periods,
            PersonRow.party_joined_on,
            PersonRow.household_id,
        )
        .join(PersonRow, PersonRow.id == MembershipRow.person_id)
        .where(MembershipRow.kind == MembershipKind.HOI)
        .order_by(PersonRow.sort_key, PersonRow.id)
    )
    return tuple(
        RosterMember(*columns, courses.get(columns[0], ()), _enters(first.get(columns[0])))
        for columns in session.execute(query)
    )


def _enters(first: RosterEvent | None) -> bool:
    return first is not None and first.kind in ENTRIES


def _courses(session: Session) -> dict[int, tuple[Standing, ...]]:
    query = select(
        StandingRow.membership_id,
        StandingRow.from_on,
        StandingRow.to_on,
        StandingRow.status,
        StandingRow.unit_id,
        StandingRow.sub_unit_id,
    ).order_by(StandingRow.membership_id, StandingRow.from_on)
    found = session.execute(query)
    return _by_owner((owner, Standing(a, b, c, d, e)) for owner, a, b, c, d, e in found)


def _events(session: Session) -> tuple[RosterEvent, ...]:
    columns = [getattr(MembershipEventRow, name) for name in RosterEvent._fields]
    query = select(*columns).order_by(MembershipEventRow.id)
    entered = (RosterEvent(*event) for event in session.execute(query))
    return tuple(sorted(entered, key=lambda event: event.happened_on.first_day))


def _clubs(session: Session) -> tuple[ClubMember, ...]:
    query = (
        select(
            PersonRow.id,
            PersonRow.full_name,
            MembershipRow.unit_id,
            MembershipRow.joined_on,
            MembershipRow.on_roll_from,
            MembershipRow.ended_on,
        )
        .join(PersonRow, PersonRow.id == MembershipRow.person_id)
        .where(MembershipRow.kind == MembershipKind.CLUB)
        .order_by(PersonRow.sort_key, PersonRow.id)
    )
    return tuple(ClubMember(*columns) for columns in session.execute(query))


def _policies(session: Session) -> dict[int, tuple[Policy, ...]]:
    query = select(PolicyRow.__table__).order_by(PolicyRow.id)
    held = rows.list_by_owner(session, Policy, query, "person_id")
    return {person_id: tuple(policies) for person_id, policies in held.items()}


def _households(session: Session) -> dict[int, Household]:
    findings = select(
        HouseholdYearRow.household_id,
        HouseholdYearRow.year,
        HouseholdYearRow.poverty,
        HouseholdYearRow.house_state,
        HouseholdYearRow.cultural_family,
    ).order_by(HouseholdYearRow.household_id, HouseholdYearRow.year)
    years = _by_owner(
        (
            home_id,
            HouseholdYear(
                year=year, poverty=poverty, house_state=house_state, cultural_family=cultural
            ),
        )
        for home_id, year, poverty, house_state, cultural in session.execute(findings)
    )
    homes = session.execute(select(HouseholdRow.id, HouseholdRow.head_name, HouseholdRow.unit_id))
    return {
        home_id: Household(
            id=home_id, head_name=head, unit_id=unit_id, years=years.get(home_id, ())
        )
        for home_id, head, unit_id in homes
    }


def _by_owner(pairs: Iterable[tuple[Any, Item]]) -> dict[int, tuple[Item, ...]]:
    """Owner → his items, in their order."""
    gathered: dict[int, list[Item]] = {}
    for owner, item in pairs:
        gathered.setdefault(owner, []).append(item)
    return {owner: tuple(items) for owner, items in gathered.items()}
