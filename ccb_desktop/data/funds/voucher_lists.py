"""Lists of vouchers and of those who pay or receive, each read in few statements."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, select
from sqlalchemy.orm import Session, aliased

from ccb_desktop.data import rows
from ccb_desktop.data.funds.cash_book import printed_number
from ccb_desktop.data.members.lists import standing_on, unit_names
from ccb_desktop.data.tables import FundRow, MembershipRow, PersonRow, StandingRow, VoucherRow
from ccb_desktop.domain.funds.lines import Payer, VoucherLine
from ccb_desktop.domain.funds.vouchers import Voucher, VoucherKind
from ccb_desktop.domain.members.memberships import MembershipKind

_REMEMBERED = 5_000  # the latest vouchers, whose wordings are offered again


def list_vouchers(session: Session, from_on: date, to_on: date) -> list[VoucherLine]:
    """The vouchers of some days, the latest first; before them all drafts, of whatever day.

    Args:
        session: Reading is enough.
        from_on: First day.
        to_on: Last day.
    """
    of_days = and_(VoucherRow.posted_at.is_not(None), VoucherRow.issued_on.between(from_on, to_on))
    return _lines(session, VoucherRow.posted_at.is_(None)) + _lines(session, of_days)


def latest_day(session: Session) -> date | None:
    """The day of the latest posted voucher; `None` where there is none."""
    posted = VoucherRow.posted_at.is_not(None)
    return session.scalar(select(func.max(VoucherRow.issued_on)).where(posted))


def lines_of(session: Session, voucher_ids: Sequence[int]) -> list[VoucherLine]:
    """Some vouchers as lines."""
    return _lines(session, VoucherRow.id.in_(voucher_ids))


def list_vouchers_of(session: Session, person_id: int) -> list[VoucherLine]:
    """The posted vouchers that name a person, the latest first."""
    return _lines(
        session, and_(VoucherRow.person_id == person_id, VoucherRow.posted_at.is_not(None))
    )


def latest(session: Session, count: int) -> list[VoucherLine]:
    """The vouchers entered last, the latest first."""
    newest = select(VoucherRow.id).order_by(VoucherRow.id.desc()).limit(count).scalar_subquery()
    return _lines(session, VoucherRow.id.in_(newest))


def _lines(session: Session, wanted: ColumnElement[bool]) -> list[VoucherLine]:
    units = unit_names(session, date.today())
    funds = dict(session.execute(select(FundRow.id, FundRow.name)).all())
    reversal, found = VoucherKind.REVERSAL, []
    for row in session.execute(_query(wanted)).mappings():
        voucher = rows.value_of(Voucher, row)
        found.append(
            VoucherLine(
                voucher=voucher,
                fund_name=funds.get(voucher.fund_id, ""),
                to_fund_name=funds.get(voucher.to_fund_id or 0, ""),
                unit_name=units.get(voucher.unit_id, ""),
                voids=printed_number(row["first_kind"], row["first_on"], row["first_number"]),
                takes_back=row["first_kind"],
                voided_by=printed_number(reversal, row["later_on"], row["later_number"]),
                voided_on=row["later_on"],
            )
        )
    return found


def _query(wanted: ColumnElement[bool]) -> Select[Any]:
    """The vouchers with what they took back and what took them back."""
    first, later = aliased(VoucherRow), aliased(VoucherRow)
    return (
        select(
            *VoucherRow.__table__.columns,
            first.kind.label("first_kind"),
            first.issued_on.label("first_on"),
            first.number.label("first_number"),
            later.issued_on.label("later_on"),
            later.number.label("later_number"),
        )
        .select_from(VoucherRow)
        .outerjoin(first, first.id == VoucherRow.voids_id)
        .outerjoin(later, later.voids_id == VoucherRow.id)
        .where(wanted)
        .order_by(VoucherRow.issued_on.desc(), VoucherRow.id.desc())
    )


def list_contents(session: Session, kind: VoucherKind) -> list[str]:
    """The wordings of the latest vouchers of a kind, the latest first, each once."""
    last = select(func.max(VoucherRow.id)).scalar_subquery()
    query = (
        select(VoucherRow.content)
        .where(
            VoucherRow.kind == kind, VoucherRow.content != "", VoucherRow.id > last - _REMEMBERED
        )
        .order_by(VoucherRow.id.desc())
    )
    return list(dict.fromkeys(session.scalars(query)))


def list_payers(session: Session, on: date) -> list[Payer]:
    """Everybody of the roster, in Vietnamese order, with where he stands on a day."""
    is_club = case((MembershipRow.kind == MembershipKind.HOI, 0), else_=1)
    standings = (
        select(MembershipRow.person_id, StandingRow.unit_id)
        .join(StandingRow, StandingRow.membership_id == MembershipRow.id)
        .where(*standing_on(on))
        .order_by(is_club.desc())
    )
    stands = dict(session.execute(standings).all())
    units = unit_names(session, on)
    people = select(
        PersonRow.id, PersonRow.full_name, PersonRow.born_on, PersonRow.address
    ).order_by(PersonRow.sort_key, PersonRow.id)
    return [
        Payer(*row, stands.get(row[0]), units.get(stands.get(row[0]), ""))
        for row in session.execute(people)
    ]
