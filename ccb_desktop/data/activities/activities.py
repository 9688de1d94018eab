"""Activities in the store: listed with their names, kept, taken out."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import ColumnElement, case, exists, func, select
from sqlalchemy.orm import Session, aliased

from ccb_desktop.data import rows
from ccb_desktop.data.funds.cash_book import printed_number
from ccb_desktop.data.members.attached_files import delete_file, list_files_of
from ccb_desktop.data.members.units import list_units
from ccb_desktop.data.tables import (
    ActivityRow,
    AttachedFileRow,
    AttendanceRow,
    CodeRow,
    VoucherRow,
)
from ccb_desktop.domain.activities.activities import Activity, Presence
from ccb_desktop.domain.activities.lines import ActivityLine
from ccb_desktop.domain.attached_files import FileOwner
from ccb_desktop.domain.funds.vouchers import VoucherKind
from ccb_desktop.domain.members.told_names import told_names, with_chi_hoi

BRANCH_ITSELF = "Hội"
"""What stands where a chi hội would, when the branch itself held it."""


def list_activities(session: Session, from_on: date, to_on: date) -> list[ActivityLine]:
    """The activities that began on some days, the latest first."""
    return lines_where(session, ActivityRow.held_on.between(from_on, to_on))


def latest_day(session: Session) -> date | None:
    """The day of the latest activity; nothing where there is none."""
    return session.scalar(select(func.max(ActivityRow.held_on)))


def latest_names(session: Session, count: int) -> list[tuple[int, str, date]]:
    """Id, name and day of the latest activities, the latest first."""
    row = ActivityRow
    query = select(row.id, row.name, row.held_on).order_by(row.held_on.desc(), row.id.desc())
    return [(own, name, on) for own, name, on in session.execute(query.limit(count))]


def load_activity(session: Session, activity_id: int) -> Activity:
    """One activity.

    Raises:
        NotFound: It is not there any more.
    """
    gone = "Hoạt động này không còn trong sổ. Hãy mở lại danh sách."
    return rows.load_value(session, ActivityRow, Activity, activity_id, gone)


def load_line(session: Session, activity_id: int) -> ActivityLine:
    """One activity with its names.

    Raises:
        NotFound: It is not there any more.
    """
    load_activity(session, activity_id)
    return lines_where(session, ActivityRow.id == activity_id)[0]


def save_activity(session: Session, activity: Activity) -> int:
    """Insert or overwrite an activity; gives the id."""
    return rows.save(session, ActivityRow, activity)


def delete_activity(session: Session, activity_id: int) -> None:
    """Take out an activity with its attendance list and what is attached to it."""
    for file in list_files_of(session, FileOwner(activity_id=activity_id)):
        delete_file(session, file.id or 0)
    owner = AttendanceRow.activity_id
    for own in session.scalars(select(AttendanceRow.id).where(owner == activity_id)).all():
        rows.delete_one(session, AttendanceRow, own)
    rows.delete_one(session, ActivityRow, activity_id)


def holder_names(session: Session, on: date) -> dict[int | None, str]:
    """Unit → what it is called beside an activity; a phân hội is told with its chi hội."""
    units = list_units(session)
    return with_chi_hoi(units, told_names(units, on))


def kind_names(session: Session) -> dict[str, str]:
    """Code of a kind → what the branch calls it, in the order of its list."""
    query = (
        select(CodeRow.code, CodeRow.label)
        .where(CodeRow.list_name == "ACTIVITY_KIND")
        .order_by(CodeRow.position, CodeRow.id)
    )
    return dict(session.execute(query).all())


def is_voided(session: Session, voucher_id: int) -> bool:
    """Whether a payment was taken back by a reversal."""
    reversal = VoucherRow
    query = select(reversal.id).where(
        reversal.voids_id == voucher_id,
        reversal.kind == VoucherKind.REVERSAL,
        reversal.posted_at.is_not(None),
    )
    return session.scalar(query.limit(1)) is not None


def list_paid(session: Session) -> frozenset[int]:
    """The activities behind whose cost a payment stands."""
    activity, reversal = ActivityRow, aliased(VoucherRow)
    is_reversed = exists().where(
        reversal.voids_id == activity.voucher_id,
        reversal.kind == VoucherKind.REVERSAL,
        reversal.posted_at.is_not(None),
    )
    query = select(activity.id).where(activity.voucher_id.is_not(None), ~is_reversed)
    return frozenset(session.scalars(query))


def lines_where(session: Session, wanted: ColumnElement[bool]) -> list[ActivityLine]:
    """The activities that fit a condition, the latest first."""
    units, kinds = holder_names(session, date.today()), kind_names(session)
    calls, papers = _roll_calls(session, wanted), _count_papers(session)
    activity, payment, reversal = ActivityRow, VoucherRow, aliased(VoucherRow)
    query = (
        select(
            *activity.__table__.columns,
            payment.kind.label("payment_kind"),
            payment.issued_on.label("payment_on"),
            payment.number.label("payment_number"),
            reversal.issued_on.label("payment_voided_on"),
        )
        .outerjoin(payment, payment.id == activity.voucher_id)
        .outerjoin(
            reversal,
            (reversal.voids_id == payment.id)
            & (reversal.kind == VoucherKind.REVERSAL)
            & reversal.posted_at.is_not(None),
        )
        .where(wanted)
        .order_by(activity.held_on.desc(), activity.id.desc())
    )
    found = []
    for row in session.execute(query).mappings():
        one = rows.value_of(Activity, row)
        listed, present = calls.get(one.id or 0, (0, 0))
        found.append(
            ActivityLine(
                activity=one,
                kind_name=kinds.get(one.kind, one.kind),
                unit_name=BRANCH_ITSELF if one.unit_id is None else units.get(one.unit_id, ""),
                payment=printed_number(
                    row["payment_kind"], row["payment_on"], row["payment_number"]
                ),
                payment_voided_on=row["payment_voided_on"],
                listed=listed,
                present=present,
                papers=papers.get(one.id or 0, 0),
            )
        )
    return found


def _roll_calls(session: Session, wanted: ColumnElement[bool]) -> Mapping[int, tuple[int, int]]:
    """Activity → how many its attendance list names, and how many of these were there."""
    call = AttendanceRow
    was_there = func.sum(case((call.presence == Presence.PRESENT, 1), else_=0))
    query = (
        select(call.activity_id, func.count(), was_there)
        .join(ActivityRow, ActivityRow.id == call.activity_id)
        .where(wanted)
        .group_by(call.activity_id)
    )
    return {own: (listed, int(present)) for own, listed, present in session.execute(query)}


def _count_papers(session: Session) -> Mapping[int, int]:
    """Activity → how many papers are attached to it."""
    owner = AttachedFileRow.activity_id
    query = select(owner, func.count()).where(owner.is_not(None)).group_by(owner)
    return {own: count for own, count in session.execute(query) if own is not None}
