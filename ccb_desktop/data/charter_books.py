"""Everything the charter watch looks into, read in a handful of statements."""

from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from ccb_desktop.data import charter, rows
from ccb_desktop.data.members.units import list_posts, list_terms, list_units
from ccb_desktop.data.tables import MembershipEventRow, MembershipRow, PersonRow, StandingRow
from ccb_desktop.domain.charter_watch.findings import WatchBooks, Watched
from ccb_desktop.domain.charter_watch.reports import days_by_membership
from ccb_desktop.domain.members.memberships import MembershipEvent


def load_watch_books(session: Session, on: date) -> WatchBooks:
    """The books as at a day."""
    units = tuple(list_units(session))
    names = {unit.id: unit.name_on(on) for unit in units}
    return WatchBooks(
        on=on,
        members=_members(session, on, names),
        units=units,
        posts=tuple(list_posts(session)),
        terms=tuple(list_terms(session)),
        calendar=charter.load_calendar(session),
        reports=days_by_membership(charter.list_reports(session)),
    )


def _members(session: Session, on: date, names: dict[int | None, str]) -> tuple[Watched, ...]:
    """Everyone who stood on the roll by the day, in Vietnamese order."""
    events = _events(session, on)
    query = (
        select(
            PersonRow.id,
            MembershipRow.id,
            PersonRow.full_name,
            StandingRow.status,
            StandingRow.from_on,
            StandingRow.unit_id,
            StandingRow.sub_unit_id,
        )
        .join(MembershipRow, MembershipRow.id == StandingRow.membership_id)
        .join(PersonRow, PersonRow.id == MembershipRow.person_id)
        .where(StandingRow.from_on <= on)
        .where(or_(StandingRow.to_on.is_(None), StandingRow.to_on > on))
        .order_by(PersonRow.sort_key, PersonRow.id)
    )
    return tuple(
        Watched(*columns, names.get(columns[5], ""), tuple(events.get(columns[1], ())))
        for columns in session.execute(query)
    )


def _events(session: Session, on: date) -> dict[int, list[MembershipEvent]]:
    """Membership → its events up to the day, in the order of entering."""
    found: dict[int, list[MembershipEvent]] = {}
    query = select(MembershipEventRow.__table__).order_by(MembershipEventRow.id)
    for row in session.execute(query).mappings():
        event = rows.value_of(MembershipEvent, row)
        if event.happened_on.first_day <= on:
            found.setdefault(row["membership_id"], []).append(event)
    return found
