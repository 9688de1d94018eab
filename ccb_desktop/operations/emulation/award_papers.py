"""Book 4 and the lists of awards, nominations and seniority, by their names."""

from collections.abc import Callable, Mapping

from ccb_desktop.data.emulation import awards, disciplines
from ccb_desktop.data.store import Session
from ccb_desktop.domain.emulation_papers.award_book import award_book
from ccb_desktop.domain.member_papers.order import ListSource
from ccb_desktop.domain.papers import ListPaper


def _awards(session: Session, source: ListSource) -> ListPaper:
    first, last = source.order.begins_on, source.order.on
    return award_book(
        source,
        awards.list_awards(session, first, last),
        disciplines.list_disciplines(session, first, last),
    )


MAKERS: Mapping[str, Callable[[Session, ListSource], ListPaper]] = {
    "awards": _awards,
}
"""The lists of awards by their names on the command line."""
