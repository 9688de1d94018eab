"""The books of welfare for the figures."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from ccb_desktop.data.tables import VisitRow
from ccb_desktop.data.visits.housing import list_housing
from ccb_desktop.domain.figures.welfare_book import Given, WelfareBook


def load_welfare_book(session: Session) -> WelfareBook:
    """Everything the figures of welfare are counted from."""
    return WelfareBook(visits=_visits(session), houses=tuple(list_housing(session)))


def _visits(session: Session) -> tuple[Given, ...]:
    visit = VisitRow
    query = select(*(visit.__table__.columns[name] for name in Given._fields))
    query = query.order_by(visit.visited_on, visit.id)
    return tuple(Given(*found) for found in session.execute(query))
