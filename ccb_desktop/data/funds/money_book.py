"""The books of money for the figures: sums made by the store, loans one by one."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.funds.campaigns import list_campaigns, list_contributions, list_targets
from ccb_desktop.data.funds.funds import list_funds
from ccb_desktop.data.funds.loans import list_bank_counts, list_loans
from ccb_desktop.data.tables import (
    ContributionRow,
    DuesExemptionRow,
    DuesPaymentRow,
    DuesRateRow,
    LedgerEntryRow,
    PersonRow,
)
from ccb_desktop.domain.figures.money_book import MoneyBook, Moved, Paid
from ccb_desktop.domain.funds.campaigns import Contribution
from ccb_desktop.domain.funds.dues import DuesExemption, DuesRate
from ccb_desktop.domain.funds.funds import Fund, FundPurpose


def load_money_book(session: Session, *, one_by_one: bool = False) -> MoneyBook:
    """Everything the figures of money are counted from.

    Args:
        session: An open session.
        one_by_one: Give every payment and gift with its name, not the sums of days.
    """
    funds = tuple(list_funds(session))
    return MoneyBook(
        funds=funds,
        moved=_moved(session, funds),
        rates=_all(session, DuesRate, DuesRateRow, DuesRateRow.from_on),
        exemptions=_all(session, DuesExemption, DuesExemptionRow, DuesExemptionRow.from_on),
        paid=_paid(session, one_by_one=one_by_one),
        campaigns=tuple(list_campaigns(session)),
        targets=tuple(list_targets(session)),
        gifts=_gifts(session, one_by_one=one_by_one),
        loans=tuple(list_loans(session)),
        bank_loans=tuple(list_bank_counts(session)),
    )


def _all(session: Session, kind: Any, table: Any, order: Any) -> tuple[Any, ...]:
    query = select(table.__table__).order_by(order, table.id)
    return tuple(rows.list_values(session, kind, query))


def _moved(session: Session, funds: Sequence[Fund]) -> tuple[Moved, ...]:
    """What base funds did by day; the index of accounts holds all of it."""
    entry = LedgerEntryRow
    base = [fund.id for fund in funds if fund.purpose is FundPurpose.BASE]
    of_day = (entry.fund_id, entry.happened_on)
    query = select(*of_day, func.sum(entry.amount_dong)).where(entry.fund_id.in_(base))
    query = query.group_by(*of_day)
    return tuple(Moved(*found) for found in session.execute(query)) if base else ()


def _paid(session: Session, *, one_by_one: bool) -> tuple[Paid, ...]:
    payment = DuesPaymentRow
    if one_by_one:
        single = (
            select(
                payment.paid_on,
                payment.unit_id,
                payment.amount_dong,
                payment.voided_on,
                payment.person_id,
                PersonRow.full_name,
            )
            .join(PersonRow, PersonRow.id == payment.person_id)
            .order_by(payment.paid_on, PersonRow.sort_key, payment.id)
        )
        return tuple(Paid(*found) for found in session.execute(single))
    alike = (payment.paid_on, payment.unit_id, payment.voided_on)
    sums = select(payment.paid_on, payment.unit_id, func.sum(payment.amount_dong)).add_columns(
        payment.voided_on
    )
    query = sums.group_by(*alike).order_by(payment.paid_on)
    return tuple(Paid(*found) for found in session.execute(query))


def _gifts(session: Session, *, one_by_one: bool) -> tuple[Contribution, ...]:
    gift = ContributionRow
    if one_by_one:
        return tuple(sorted(list_contributions(session), key=lambda one: one.given_on))
    alike = ("campaign_id", "given_on", "unit_id", "through_book", "voided_on")
    summed = ("amount_dong", "goods_value_dong")
    columns = gift.__table__.columns
    query: Select[Any] = select(
        *(columns[name] for name in alike), *(func.sum(columns[name]) for name in summed)
    )
    query = query.group_by(*(columns[name] for name in alike)).order_by(gift.given_on)
    return tuple(
        Contribution(donor="", **dict(zip((*alike, *summed), found, strict=True)))
        for found in session.execute(query)
    )
