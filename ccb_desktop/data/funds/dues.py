"""Dues in the store: rates, exemptions, what was paid and handed in."""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import ColumnElement, delete, func, or_, select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.settings import load_branch
from ccb_desktop.data.tables import (
    DuesExemptionRow,
    DuesHandInRow,
    DuesPaymentRow,
    DuesRateRow,
    PersonRow,
    VoucherRow,
)
from ccb_desktop.domain.funds.dues import DuesExemption, DuesHandIn, DuesPayment, DuesRate
from ccb_desktop.domain.funds.dues_rules import DuesRules
from ccb_desktop.domain.funds.dues_split import HAND_OVER_CATEGORY, DuesSum
from ccb_desktop.domain.funds.vouchers import VoucherKind
from ccb_desktop.domain.members.people import AgeRule

# --- Rules --------------------------------------------------------------------------------------


def load_rules(session: Session) -> DuesRules:
    """The rates and exemptions of the branch."""
    return DuesRules(
        rates=tuple(list_rates(session)),
        exemptions=tuple(list_exemptions(session)),
        age_rule=AgeRule(load_branch(session).age_rule),
    )


def list_rates(session: Session) -> list[DuesRate]:
    """The rates, in the order of their first days."""
    query = select(DuesRateRow.__table__).order_by(DuesRateRow.from_on)
    return rows.list_values(session, DuesRate, query)


def save_rate(session: Session, rate: DuesRate) -> int:
    """Insert or overwrite a rate; gives the id."""
    return rows.save(session, DuesRateRow, rate)


def delete_rate(session: Session, rate_id: int) -> None:
    """Take a rate out."""
    rows.delete_one(session, DuesRateRow, rate_id)


def list_exemptions(session: Session) -> list[DuesExemption]:
    """Who is exempt from dues, in the order of entering."""
    query = select(DuesExemptionRow.__table__).order_by(DuesExemptionRow.id)
    return rows.list_values(session, DuesExemption, query)


def save_exemption(session: Session, exemption: DuesExemption) -> int:
    """Insert or overwrite an exemption; gives the id."""
    return rows.save(session, DuesExemptionRow, exemption)


def delete_exemption(session: Session, exemption_id: int) -> None:
    """Take an exemption out."""
    rows.delete_one(session, DuesExemptionRow, exemption_id)


# --- Payments -----------------------------------------------------------------------------------


def list_payments(session: Session, *, hand_in_id: int) -> list[DuesPayment]:
    """What came with a handing in, in the order of entering."""
    query = select(DuesPaymentRow.__table__).where(DuesPaymentRow.hand_in_id == hand_in_id)
    return rows.list_values(session, DuesPayment, query.order_by(DuesPaymentRow.id))


def list_outside_book(session: Session, year: int) -> list[tuple[DuesPayment, str]]:
    """What was paid for a year without passing a cash book, with names, the latest first."""
    payment = DuesPaymentRow
    query = (
        select(payment, PersonRow.full_name)
        .join(PersonRow, PersonRow.id == payment.person_id)
        .where(payment.year == year, payment.hand_in_id.is_(None))
        .order_by(payment.paid_on.desc(), payment.id.desc())
    )
    return [(rows.value_of(DuesPayment, row), name) for row, name in session.execute(query)]


def load_payments(session: Session, payment_ids: Sequence[int]) -> list[DuesPayment]:
    """Some payments."""
    query = select(DuesPaymentRow.__table__).where(DuesPaymentRow.id.in_(payment_ids))
    return rows.list_values(session, DuesPayment, query)


def list_payers_of(session: Session, hand_in_id: int) -> list[tuple[DuesPayment, str]]:
    """What came with a handing in, with names, in Vietnamese order."""
    payment = DuesPaymentRow
    query = (
        select(payment, PersonRow.full_name)
        .join(PersonRow, PersonRow.id == payment.person_id)
        .where(payment.hand_in_id == hand_in_id)
        .order_by(PersonRow.sort_key, PersonRow.id, payment.id)
    )
    return [(rows.value_of(DuesPayment, row), name) for row, name in session.execute(query)]


def insert_payments(session: Session, payments: Iterable[DuesPayment]) -> None:
    """Enter many new payments."""
    columns = [rows.columns_of(payment, DuesPaymentRow) for payment in payments]
    for one in columns:
        one.pop("id")
    rows.insert_many(session, DuesPaymentRow, columns)


def delete_payments(session: Session, payment_ids: Sequence[int]) -> None:
    """Take out payments that did not pass a cash book."""
    session.execute(
        delete(DuesPaymentRow).where(
            DuesPaymentRow.id.in_(payment_ids), DuesPaymentRow.hand_in_id.is_(None)
        )
    )
    session.expire_all()


def paid_by_year(
    session: Session, on: date, person_id: int | None = None
) -> dict[int, dict[int, int]]:
    """Person → year → what he had paid for it by a day, of one person or of all."""
    payment = DuesPaymentRow
    query = (
        select(payment.person_id, payment.year, func.sum(payment.amount_dong))
        .where(*stands_on(on))
        .group_by(payment.person_id, payment.year)
    )
    if person_id is not None:
        query = query.where(payment.person_id == person_id)
    found: dict[int, dict[int, int]] = {}
    for payer, year, amount in rows.raw(session).execute(query):
        found.setdefault(payer, {})[year] = int(amount)
    return found


def paid_in_year(
    session: Session, year: int, on: date, person_ids: Sequence[int] | None = None
) -> dict[int, dict[int | None, int]]:
    """Person → month → what he had paid for it by a day; the year as a whole under `None`.

    Of some people, or of all.
    """
    payment = DuesPaymentRow
    query = (
        select(payment.person_id, payment.month, func.sum(payment.amount_dong))
        .where(payment.year == year, *stands_on(on))
        .group_by(payment.person_id, payment.month)
    )
    if person_ids is not None:
        query = query.where(payment.person_id.in_(person_ids))
    found: dict[int, dict[int | None, int]] = {}
    for payer, month, amount in rows.raw(session).execute(query):
        found.setdefault(payer, {})[month] = int(amount)
    return found


def stands_on(on: date) -> tuple[ColumnElement[bool], ...]:
    """Which payments count on a day."""
    voided = or_(DuesPaymentRow.voided_on.is_(None), DuesPaymentRow.voided_on > on)
    return DuesPaymentRow.paid_on <= on, voided


# --- Handing in and over ------------------------------------------------------------------------


def save_hand_in(session: Session, hand_in: DuesHandIn) -> int:
    """Enter a handing in; gives the id."""
    return rows.save(session, DuesHandInRow, hand_in)


def list_hand_ins(session: Session, year: int, unit_id: int | None = None) -> list[DuesHandIn]:
    """What was handed in for a year, by one unit or by all, the latest first."""
    hand_in = DuesHandInRow
    query = select(hand_in.__table__).where(hand_in.year == year)
    if unit_id is not None:
        query = query.where(hand_in.unit_id == unit_id)
    return rows.list_values(
        session, DuesHandIn, query.order_by(hand_in.handed_on.desc(), hand_in.id.desc())
    )


def count_payers(session: Session, hand_in_ids: Sequence[int]) -> dict[int, int]:
    """Handing in → how many people paid with it."""
    payment = DuesPaymentRow
    query = (
        select(payment.hand_in_id, func.count(payment.person_id.distinct()))
        .where(payment.hand_in_id.in_(hand_in_ids))
        .group_by(payment.hand_in_id)
    )
    return {row[0] or 0: row[1] for row in session.execute(query)}


def collected_sums(
    session: Session, from_on: date, to_on: date, *, through_book: bool | None = None
) -> list[DuesSum]:
    """Dues collected in a period, less those voided in it, by year and month.

    Args:
        session: A session.
        from_on: First day.
        to_on: Last day.
        through_book: Only those that passed a cash book, or only those that did not.
    """
    payment, hand_in = DuesPaymentRow, DuesHandInRow
    voided = select(hand_in.id).where(hand_in.voided_on >= from_on, hand_in.voided_on <= to_on)
    paid = (payment.paid_on >= from_on) & (payment.paid_on <= to_on)
    sums: dict[tuple[int, int | None], int] = {}
    for counted, sign in ((paid, 1), (payment.hand_in_id.in_(voided), -1)):
        query = (
            select(payment.year, payment.month, func.sum(payment.amount_dong))
            .where(counted)
            .group_by(payment.year, payment.month)
        )
        if through_book is not None:
            passed = payment.hand_in_id
            query = query.where(passed.is_not(None) if through_book else passed.is_(None))
        for year, month, amount in session.execute(query):
            sums[year, month] = sums.get((year, month), 0) + sign * int(amount)
    return [DuesSum(*key, amount) for key, amount in sums.items() if amount]


def paid_up(session: Session, from_on: date, to_on: date) -> int:
    """What was paid to the upper level in a period, less what was voided in it, in đồng."""
    voucher, total = VoucherRow, 0
    for kind, sign in ((VoucherKind.PAYMENT, 1), (VoucherKind.REVERSAL, -1)):
        query = select(func.sum(voucher.amount_dong)).where(
            voucher.kind == kind,
            voucher.category == HAND_OVER_CATEGORY,
            voucher.posted_at.is_not(None),
            voucher.issued_on >= from_on,
            voucher.issued_on <= to_on,
        )
        total += sign * int(session.scalar(query) or 0)
    return total
