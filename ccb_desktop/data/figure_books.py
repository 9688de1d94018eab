"""Every book from which figures are counted, read in one go."""

from sqlalchemy.orm import Session

from ccb_desktop.data.funds.money_book import load_money_book
from ccb_desktop.data.manual_figures import list_manual_figures
from ccb_desktop.data.members.roster_book import load_roster_book, load_unit_book
from ccb_desktop.data.visits.welfare_book import load_welfare_book
from ccb_desktop.data.work_book import load_work_book
from ccb_desktop.domain.figures.books import Books


def load_figure_books(session: Session, *, one_by_one: bool = False) -> Books:
    """The books as they are now; one reading serves any number of periods.

    Args:
        session: An open session.
        one_by_one: Payments and gifts with their names, for the records behind figures; else
            the store sums them by day.
    """
    return Books(
        roster=load_roster_book(session),
        money=load_money_book(session, one_by_one=one_by_one),
        welfare=load_welfare_book(session),
        work=load_work_book(session),
        manual=tuple(list_manual_figures(session)),
    )


def load_unit_books(session: Session) -> Books:
    """The same without the members: units, clubs and what was typed in by hand."""
    return Books(roster=load_unit_book(session), manual=tuple(list_manual_figures(session)))
