"""What the books and lists of money read, by their names on the command line."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from ccb_desktop.data import seals
from ccb_desktop.data.figure_books import load_figure_books
from ccb_desktop.data.funds import balances, funds, loans, voucher_lists
from ccb_desktop.data.funds.cash_book import cash_book
from ccb_desktop.data.funds.turnovers import list_flows, load_turnovers
from ccb_desktop.data.members import units
from ccb_desktop.data.store import Session
from ccb_desktop.domain.errors import NotFound
from ccb_desktop.domain.fund_papers import cash_book as cash_book_paper
from ccb_desktop.domain.fund_papers import loan_book
from ccb_desktop.domain.fund_papers.cash_book import Anchor, FundBook
from ccb_desktop.domain.fund_papers.disclosure import FundDisclosure, disclosure
from ccb_desktop.domain.fund_papers.voucher_list import voucher_list
from ccb_desktop.domain.fund_papers.year_summary import year_summary
from ccb_desktop.domain.funds.funds import Fund, MoneyPlace
from ccb_desktop.domain.funds.ledger import Account
from ccb_desktop.domain.funds.loan_state import outstanding_by_fund
from ccb_desktop.domain.funds.turnovers import NOTHING
from ccb_desktop.domain.member_papers.order import ListOrder, ListSource
from ccb_desktop.domain.papers import ListPaper
from ccb_desktop.domain.people_names import search_key
from ccb_desktop.domain.reports.fund_annex import funds_of_period
from ccb_desktop.operations.funds import campaign_papers, dues_lists
from ccb_desktop.operations.funds.loan_lists import loan_lines_in


def wanted_funds(session: Session, order: ListOrder) -> list[Fund]:
    """The funds that a list tells of: the one asked for, or those in being in its period.

    Raises:
        NotFound: There is no fund of that name.
    """
    found = funds.list_funds(session)
    if not order.fund.strip():
        return [one for one in found if _in_being(one, order)]
    key = search_key(order.fund)
    named = [one for one in found if search_key(one.name) == key]
    if not named:
        known = ", ".join(one.name for one in found) or "chưa có quỹ nào"
        raise NotFound(f"Không có quỹ tên “{order.fund}”. Các quỹ trong sổ: {known}.")
    return named


def _in_being(fund: Fund, order: ListOrder) -> bool:
    ended = fund.closed_on is not None and fund.closed_on < order.begins_on
    return fund.opened_on <= order.on and not ended


def _with_fund(session: Session, source: ListSource) -> ListSource:
    """A filter that is the name of a fund asks for that fund."""
    key = search_key(source.order.filter)
    names = [one.name for one in funds.list_funds(session) if search_key(one.name) == key]
    if not names:
        return source
    return replace(source, order=replace(source.order, fund=names[0], filter=""))


def levels_of(session: Session, order: ListOrder) -> Callable[[Fund], str]:
    """What tells whose a fund is: `Hội cơ sở`, or the name of the chi hội on the day."""
    names = {unit.id: unit.name_on(order.on) for unit in units.list_units(session)}
    return lambda fund: names.get(fund.unit_id, "") if fund.unit_id else "Hội cơ sở"


def _cash_book(session: Session, source: ListSource) -> ListPaper:
    source = _with_fund(session, source)
    order = source.order
    level = levels_of(session, order)
    books = [
        FundBook(
            fund,
            level(fund),
            cash_book(session, fund.id or 0, order.begins_on, order.on, order.place),
        )
        for fund in wanted_funds(session, order)
    ]
    return cash_book_paper.cash_books(source, books, Anchor(*seals.last_seal(session)))


def _loans(session: Session, source: ListSource) -> ListPaper:
    wanted_funds(session, source.order)  # a fund that is asked for must be there
    return loan_book.loan_book(source, loan_lines_in(session, source.order.on))


def _pressing(session: Session, source: ListSource) -> ListPaper:
    wanted_funds(session, source.order)
    return loan_book.pressing_list(source, loan_lines_in(session, source.order.on))


def _vouchers(session: Session, source: ListSource) -> ListPaper:
    order = source.order
    found = voucher_lists.list_vouchers(session, order.begins_on, order.on)
    if order.fund.strip():
        ids = {fund.id for fund in wanted_funds(session, order)}
        found = [
            line for line in found if ids & {line.voucher.fund_id, line.voucher.to_fund_id or 0}
        ]
    return voucher_list(source, found)


def _disclosure(session: Session, source: ListSource) -> ListPaper:
    source = _with_fund(session, source)
    order = source.order
    level = levels_of(session, order)
    days = order.begins_on, order.on
    turned, flows = load_turnovers(session, *days), list_flows(session, *days)
    held = balances.balances_on(session, order.on)
    files = loans.list_loans(session)
    lent = outstanding_by_fund(files, order.on)
    lenders = {file.loan.fund_id for file in files if file.loan.lent_on <= order.on}
    shown = [
        FundDisclosure(
            fund=fund,
            level=level(fund),
            turnover=turned.get(fund.id or 0, NOTHING),
            flows=[flow for flow in flows if flow.fund_id == fund.id],
            by_place={place: held.get(Account(fund.id or 0, place), 0) for place in MoneyPlace},
            lent_dong=lent.get(fund.id or 0, 0),
            has_lent=fund.id in lenders,
        )
        for fund in wanted_funds(session, order)
    ]
    return disclosure(source, shown)


def _year_summary(session: Session, source: ListSource) -> ListPaper:
    days = source.order.begins_on, source.order.on
    books = load_figure_books(session)
    funds_told = funds_of_period(books, load_turnovers(session, *days), source.order.on)
    return year_summary(source, funds_told, list_flows(session, *days))


MAKERS: Mapping[str, Callable[[Session, ListSource], ListPaper]] = {
    "cash-book": _cash_book,
    "vouchers": _vouchers,
    "disclosure": _disclosure,
    "year-summary": _year_summary,
    "dues": dues_lists.dues_list,
    "arrears": dues_lists.arrears_list,
    "donors": campaign_papers.donor_list,
    "campaigns": campaign_papers.campaign_table,
    "loans": _loans,
    "loans-overdue": _pressing,
    "bank-loans": lambda session, source: loan_book.bank_table(
        source, loans.list_bank_counts(session)
    ),
}
