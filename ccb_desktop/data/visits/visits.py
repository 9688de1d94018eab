"""Visits in the store: listed with their names, kept, taken out."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, func, or_, select, update
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.funds.cash_book import printed_number
from ccb_desktop.data.members.lists import unit_names
from ccb_desktop.data.tables import (
    CodeRow,
    DeathCaseRow,
    FundRow,
    GiftRoundRow,
    VisitRow,
    VoucherRow,
)
from ccb_desktop.domain.people_names import search_key
from ccb_desktop.domain.visits.lines import VisitLine
from ccb_desktop.domain.visits.visits import Visit


def list_visits(session: Session, from_on: date, to_on: date) -> list[VisitLine]:
    """The visits that were made or voided on some days, the latest first."""
    visit = VisitRow
    return _lines(
        session,
        or_(visit.visited_on.between(from_on, to_on), visit.voided_on.between(from_on, to_on)),
    )


def latest_day(session: Session) -> date | None:
    """The day of the latest visit; `None` where there is none."""
    return session.scalar(select(func.max(VisitRow.visited_on)))


def list_visits_of(session: Session, person_id: int) -> list[VisitLine]:
    """Every visit to one person, the latest first."""
    return _lines(session, VisitRow.person_id == person_id)


def load_visit(session: Session, visit_id: int) -> Visit:
    """One visit.

    Raises:
        NotFound: It is not there any more.
    """
    gone = "Lần thăm hỏi này không còn trong sổ. Hãy mở lại danh sách."
    return rows.load_value(session, VisitRow, Visit, visit_id, gone)


def visits_of_vouchers(session: Session, voucher_ids: Sequence[int]) -> list[Visit]:
    """What stands behind some payments."""
    visit = VisitRow
    query = select(visit.__table__).where(visit.voucher_id.in_(voucher_ids)).order_by(visit.id)
    return rows.list_values(session, Visit, query)


def save_visit(session: Session, visit: Visit) -> int:
    """Insert or overwrite a visit; gives the id."""
    return rows.save(session, VisitRow, visit, recipient_key=search_key(visit.recipient))


def delete_visit(session: Session, visit_id: int) -> None:
    """Take out a visit; a death that names it stays without it."""
    case = DeathCaseRow
    session.execute(update(case).where(case.visit_id == visit_id).values(visit_id=None))
    rows.delete_one(session, VisitRow, visit_id)


def _lines(session: Session, wanted: ColumnElement[bool]) -> list[VisitLine]:
    units = unit_names(session, date.today())
    funds = dict(session.execute(select(FundRow.id, FundRow.name)).all())
    rounds = dict(session.execute(select(GiftRoundRow.id, GiftRoundRow.title)).all())
    occasions = occasion_names(session)
    visit, payment = VisitRow, VoucherRow
    query = (
        select(
            *visit.__table__.columns,
            payment.kind.label("payment_kind"),
            payment.issued_on.label("payment_on"),
            payment.number.label("payment_number"),
        )
        .outerjoin(payment, payment.id == visit.voucher_id)
        .where(wanted)
        .order_by(visit.visited_on.desc(), visit.id.desc())
    )
    found = []
    for row in session.execute(query).mappings():
        one = rows.value_of(Visit, row)
        number = printed_number(row["payment_kind"], row["payment_on"], row["payment_number"])
        found.append(
            VisitLine(
                visit=one,
                occasion_name=occasions.get(one.occasion, one.occasion),
                unit_name=units.get(one.unit_id, ""),
                fund_name=funds.get(one.fund_id or 0, ""),
                payment=number,
                round_title=rounds.get(one.round_id or 0, ""),
            )
        )
    return found


def occasion_names(session: Session) -> dict[str, str]:
    """Code of an occasion → what the branch calls it, in the order of its list."""
    query = (
        select(CodeRow.code, CodeRow.label)
        .where(CodeRow.list_name == "OCCASION")
        .order_by(CodeRow.position, CodeRow.id)
    )
    return dict(session.execute(query).all())
