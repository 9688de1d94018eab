"""What the treasurer sees of loans on a day: the list, chân quỹ, the policy bank's groups."""

from collections.abc import Mapping
from datetime import date

from ccb_desktop.data.funds import balances, funds, loans
from ccb_desktop.data.members import units
from ccb_desktop.data.roster_counts import count_members
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.funds.base_fund import BaseFund, base_fund
from ccb_desktop.domain.funds.funds import Fund
from ccb_desktop.domain.funds.loan_lines import LoanBook, LoanLine, loan_lines
from ccb_desktop.domain.funds.loan_state import outstanding_by_fund
from ccb_desktop.domain.funds.loans import LoanFile
from ccb_desktop.domain.members.told_names import told_names


def load_loan_book(store: Store, on: date) -> LoanBook:
    """Loans, chân quỹ and the policy bank's groups on a day."""
    with store.reading() as session:
        files = loans.list_loans(session)
        known = funds.list_funds(session)
        return LoanBook(
            on=on,
            lines=tuple(loan_lines(files, on, fund_names(known), unit_names(session, on))),
            base=base_on(session, known, files, on),
            members=count_members(session, [on])[0],
            bank_counts=tuple(loans.list_bank_counts(session)),
        )


def loan_lines_in(session: Session, on: date) -> list[LoanLine]:
    """Every loan lent by a day."""
    names = fund_names(funds.list_funds(session))
    return loan_lines(loans.list_loans(session), on, names, unit_names(session, on))


def fund_names(known: list[Fund]) -> Mapping[int, str]:
    """What funds are called."""
    return {fund.id or 0: fund.name for fund in known}


def unit_names(session: Session, on: date) -> Mapping[int, str]:
    """What units are called on a day."""
    return {own or 0: name for own, name in told_names(units.list_units(session), on).items()}


def base_on(session: Session, known: list[Fund], files: list[LoanFile], on: date) -> BaseFund:
    """Chân quỹ at the end of a day."""
    held = balances.balances_on(session, on)
    by_fund = {fund.id or 0: balances.fund_total(held, fund.id or 0) for fund in known}
    return base_fund(known, by_fund, outstanding_by_fund(files, on))
