"""What the books hold about units in a year, counted in single statements for score sheets."""

from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from ccb_desktop.data.tables import MembershipEventRow, VisitRow
from ccb_desktop.data.text_days import is_past
from ccb_desktop.domain.members.memberships import EventKind
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.visits.visits import PaidBy


def visits_by_unit(session: Session, from_on: date, to_on: date) -> dict[int, int]:
    """Unit → visits (lượt) that it made with its own money in a period, none taken back."""
    visit = VisitRow
    query = (
        select(visit.unit_id, func.count())
        .where(
            visit.visited_on.between(from_on, to_on),
            visit.paid_by == PaidBy.CHI_HOI,
            visit.unit_id.is_not(None),
            or_(visit.voided_on.is_(None), visit.voided_on > to_on),
        )
        .group_by(visit.unit_id)
    )
    return {unit_id: count for unit_id, count in session.execute(query) if unit_id is not None}


def admissions_by_unit(session: Session, year: int, to_on: date) -> dict[int, int]:
    """Unit → members admitted or readmitted into it in a year, up to a day."""
    event = MembershipEventRow
    first = PartialDate.from_iso(f"{year:04}")
    query = (
        select(event.unit_id, func.count())
        .where(
            event.kind.in_((EventKind.ADMITTED, EventKind.READMITTED)),
            event.happened_on >= first,
            is_past(event.happened_on, to_on),
            event.unit_id.is_not(None),
        )
        .group_by(event.unit_id)
    )
    return {unit_id: count for unit_id, count in session.execute(query) if unit_id is not None}
