"""What the books and lists of welfare read, by their names on the command line."""

from collections.abc import Callable, Mapping

from ccb_desktop.data.members import lists
from ccb_desktop.data.store import Session
from ccb_desktop.data.visits import housing, usual, visits
from ccb_desktop.domain.member_papers.order import ListSource
from ccb_desktop.domain.papers import ListPaper
from ccb_desktop.domain.visit_papers.housing_list import housing_list
from ccb_desktop.domain.visit_papers.longevity_list import longevity_list
from ccb_desktop.domain.visit_papers.visit_book import visit_book


def _visits(session: Session, source: ListSource) -> ListPaper:
    order = source.order
    return visit_book(source, visits.list_visits(session, order.begins_on, order.on))


def _housing(session: Session, source: ListSource) -> ListPaper:
    return housing_list(source, housing.list_lines(session, source.order.on))


def _longevity(session: Session, source: ListSource) -> ListPaper:
    members = lists.list_members(session, source.order.on)
    return longevity_list(source, members, usual.list_usual_amounts(session))


MAKERS: Mapping[str, Callable[[Session, ListSource], ListPaper]] = {
    "visits": _visits,
    "housing": _housing,
    "longevity": _longevity,
}
