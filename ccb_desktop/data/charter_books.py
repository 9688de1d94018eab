"""Everything the charter watch looks into, read in a handful of statements."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Text, false, func, or_, select, type_coerce
from sqlalchemy.orm import Session

from ccb_desktop.data import charter, rows
from ccb_desktop.data.activities import meetings
from ccb_desktop.data.emulation.disciplines import list_disciplines
from ccb_desktop.data.funds import dues_watch
from ccb_desktop.data.members.lists import standing_on
from ccb_desktop.data.members.units import list_posts, list_terms, list_units
from ccb_desktop.data.tables import (
    MembershipEventRow,
    MembershipRow,
    PersonRow,
    PostRow,
    StandingRow,
)
from ccb_desktop.data.text_days import first_day
from ccb_desktop.domain.activities.regularity import last_meetings
from ccb_desktop.domain.charter_watch.findings import WatchBooks, Watched
from ccb_desktop.domain.charter_watch.reports import days_by_membership
from ccb_desktop.domain.members.memberships import IN_HOI, MembershipEvent, Status

_AT_ONCE = 10_000
_COMPLAINED_OF = timedelta(days=120)  # more than any term of complaint in working days


def load_watch_books(session: Session, on: date) -> WatchBooks:
    """The books as at a day."""
    units = tuple(list_units(session))
    kept_since = dues_watch.kept_since(session, on)
    members = _members(
        session, on, {unit.id: unit.name_on(on) for unit in units}, dues_kept=kept_since is not None
    )
    met_on, roll_since = meetings.last_met_on(session, on), meetings.roll_since(session, on)
    exempt = [member.membership_id for member in members if member.status is Status.EXEMPT]
    return WatchBooks(
        on=on,
        members=members,
        members_by_unit=_members_by_unit(session, on),
        units=units,
        posts=tuple(list_posts(session)),
        terms=tuple(list_terms(session)),
        calendar=charter.load_calendar(session),
        reports=days_by_membership(charter.list_reports(session, exempt)),
        paid_on=dues_watch.paid_until(session, on) if kept_since is not None else None,
        dues_since=kept_since or date.min,
        attended_on=_attended(session, on, members) if roll_since else None,
        roll_since=roll_since,
        met_on=last_meetings(met_on, units) if met_on else None,
        disciplines=tuple(list_disciplines(session, on - _COMPLAINED_OF, on)),
    )


def _attended(session: Session, on: date, members: Iterable[Watched]) -> dict[int, date]:
    """The last meeting of the active among them, of whom alone it is asked (rule 5)."""
    active = [one.membership_id for one in members if one.status is Status.ACTIVE]
    return meetings.last_attended(session, on, active)


def _members(
    session: Session, on: date, names: dict[int | None, str], *, dues_kept: bool
) -> tuple[Watched, ...]:
    """Those a rule may have something to say of, in Vietnamese order."""
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
        .where(*standing_on(on), _is_watched(on, dues_kept=dues_kept))
        .order_by(PersonRow.sort_key, PersonRow.id)
    )
    found = session.execute(query).all()
    events = _events(session, on, [columns[1] for columns in found])
    return tuple(
        Watched(*columns, names.get(columns[5], ""), events.get(columns[1], ()))
        for columns in found
    )


def _is_watched(on: date, *, dues_kept: bool) -> ColumnElement[bool]:
    """Who is exempt, suspended, holds a post, or saw something happen this year or last.

    Nothing longer ago is asked after (`LOOK_BACK_MONTHS`); rules then look closer. Striking off
    (rule 5) is a matter of those to whom nothing happens: as soon as dues are kept, every active
    member is read of whom no dues were taken lately.
    """
    days = (MembershipEventRow.happened_on, MembershipEventRow.decision_on)
    recent = or_(*(type_coerce(day, Text) >= str(on.year - 1) for day in days))
    silent = (StandingRow.status == Status.ACTIVE) & PersonRow.id.not_in(dues_watch.paid_lately(on))
    return or_(
        silent if dues_kept else false(),
        StandingRow.status.in_((Status.EXEMPT, Status.SUSPENDED)),
        MembershipRow.id.in_(select(MembershipEventRow.membership_id).where(recent)),
        PersonRow.id.in_(select(PostRow.person_id)),
    )


def _events(
    session: Session, on: date, membership_ids: Sequence[int]
) -> dict[int, tuple[MembershipEvent, ...]]:
    """Membership → its events up to the day, in the order of entering."""
    found: dict[int, list[MembershipEvent]] = {}
    for start in range(0, len(membership_ids), _AT_ONCE):
        query = (
            select(MembershipEventRow.__table__)
            .where(MembershipEventRow.membership_id.in_(membership_ids[start : start + _AT_ONCE]))
            .where(first_day(MembershipEventRow.happened_on) <= on.isoformat())
            .order_by(MembershipEventRow.id)
        )
        found |= rows.list_by_owner(session, MembershipEvent, query, "membership_id")
    return {owner: tuple(events) for owner, events in found.items()}


def _members_by_unit(session: Session, on: date) -> dict[int | None, int]:
    query = select(StandingRow.unit_id, func.count()).group_by(StandingRow.unit_id)
    members = query.where(*standing_on(on), StandingRow.status.in_(IN_HOI))
    return {row[0]: row[1] for row in session.execute(members)}
