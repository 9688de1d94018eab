"""Reads what the first page shows of money, within its one block."""

from datetime import date

from ccb_desktop.data.funds import balances, funds, home_sums, loans
from ccb_desktop.data.store import Session
from ccb_desktop.domain import home_money
from ccb_desktop.domain.funds.dues_arrears import by_unit
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.funds.ledger import Account
from ccb_desktop.domain.home_money import MoneyOverview, UnitLack
from ccb_desktop.operations.funds.dues import arrears_in

_MONTHS = 6
ARREARS_UP_TO = 20_000
"""Members of a branch whose arrears are worked out at every start; larger ones see them on the
page Quỹ Hội."""


def money_overview(session: Session, today: date, members: int) -> MoneyOverview | None:
    """The money of the first page on a day; none where no fund is kept.

    Args:
        session: A reading session.
        today: The day.
        members: How many the branch has.
    """
    kept = funds.list_funds(session)
    if not kept:
        return None
    held = balances.balances_on(session, today)
    by_level = {True: 0, False: 0}
    for fund in kept:
        by_level[fund.unit_id is None] += balances.fund_total(held, fund.id or 0)
    cash = {fund.id or 0: held.get(Account(fund.id or 0, MoneyPlace.CASH), 0) for fund in kept}
    lacks = _lacks(session, today) if members <= ARREARS_UP_TO else ()
    months = home_sums.booked_months(session)
    return MoneyOverview(
        branch_dong=by_level[True],
        chi_hoi_dong=by_level[False],
        months=tuple(home_sums.branch_month_ends(session, today, _MONTHS)),
        lacks=lacks,
        waiting=(
            *home_money.drafts_waiting(home_sums.count_drafts(session)),
            *home_money.loans_waiting(loans.list_loans(session), today),
            *home_money.arrears_waiting(lacks),
            *home_money.unlocked_waiting(months, funds.list_locks(session), today),
            *home_money.uncounted_waiting(kept, cash, home_sums.last_counts(session), today),
        ),
    )


def _lacks(session: Session, today: date) -> tuple[UnitLack, ...]:
    arrears = arrears_in(session, today)
    return home_money.unit_lacks(by_unit(arrears.members), arrears.unit_names)
