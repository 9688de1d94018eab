"""What the books and lists of money read, by their names on the command line."""

from collections.abc import Callable, Mapping

from ccb_desktop.data import seals
from ccb_desktop.data.funds import funds, loans
from ccb_desktop.data.funds.cash_book import cash_book
from ccb_desktop.data.members import units
from ccb_desktop.data.store import Session
from ccb_desktop.domain.errors import NotFound
from ccb_desktop.domain.fund_papers import cash_book as cash_book_paper
from ccb_desktop.domain.fund_papers import loan_book
from ccb_desktop.domain.fund_papers.cash_book import Anchor, FundBook
from ccb_desktop.domain.funds.funds import Fund
from ccb_desktop.domain.member_papers.order import ListOrder, ListSource
from ccb_desktop.domain.papers import ListPaper
from ccb_desktop.domain.people_names import search_key
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


def levels_of(session: Session, order: ListOrder) -> Callable[[Fund], str]:
    """What tells whose a fund is: `Hội cơ sở`, or the name of the chi hội on the day."""
    names = {unit.id: unit.name_on(order.on) for unit in units.list_units(session)}
    return lambda fund: names.get(fund.unit_id, "") if fund.unit_id else "Hội cơ sở"


def _cash_book(session: Session, source: ListSource) -> ListPaper:
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


MAKERS: Mapping[str, Callable[[Session, ListSource], ListPaper]] = {
    "cash-book": _cash_book,
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
