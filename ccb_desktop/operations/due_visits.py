"""Tells who is due a visit, for the page, for papers and for the command line."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from ccb_desktop.data import settings
from ccb_desktop.data.members import lists
from ccb_desktop.data.store import Session, Store
from ccb_desktop.data.visits import commemorative, usual
from ccb_desktop.data.visits import due as due_rows
from ccb_desktop.domain.member_papers.order import ListOrder, ListSource
from ccb_desktop.domain.members.people import AgeRule
from ccb_desktop.domain.papers import ListPaper, file_name
from ccb_desktop.domain.users.seeing import seen_due, seen_illness
from ccb_desktop.domain.users.users import User
from ccb_desktop.domain.visit_papers import due_lists
from ccb_desktop.domain.visits.commemorative import ComingDay, coming_days
from ccb_desktop.domain.visits.due import ANNIVERSARIES, DueBook, DueVisit, due_visits
from ccb_desktop.operations.list_files import write_paper

AHEAD = timedelta(days=30)
"""How far lists look ahead where no first day is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueOverview:
    """Who is due between two days, and the commemorative days that come.

    Attributes:
        sick_within_days: Within how many days somebody sick shall be visited.
    """

    on: date
    from_on: date
    to_on: date
    visits: tuple[DueVisit, ...]
    days: tuple[ComingDay, ...]
    sick_within_days: int


def load_due(store: Store, on: date, from_on: date, to_on: date) -> DueOverview:
    """Who is due between two days, both included, as who is at work may see it."""
    with store.reading() as session:
        book = due_book(session, on, store.user)
        days = coming_days(commemorative.list_days(session), on)
    return DueOverview(
        on=on,
        from_on=from_on,
        to_on=to_on,
        visits=tuple(seen_due(store.user, one) for one in due_visits(book, from_on, to_on)),
        days=tuple(days),
        sick_within_days=book.sick_within_days,
    )


def due_book(session: Session, on: date, user: User | None = None) -> DueBook:
    """What tells who is due, as the books stand on a day, and as a user may see illnesses."""
    branch = settings.load_branch(session)
    members = lists.list_members(session, on)
    illnesses = due_rows.list_open_illnesses(session, on)
    return DueBook(
        on=on,
        rule=AgeRule(branch.age_rule),
        members=tuple(members),
        dead=tuple(due_rows.list_dead(session, {line.person_id: line for line in members})),
        illnesses=tuple(seen_illness(user, one) for one in illnesses),
        last_visits=due_rows.last_visit_days(session, on),
        wished=due_rows.list_wished(session),
        usual=tuple(usual.list_usual_amounts(session)),
        first_visit_on=due_rows.first_visit_on(session),
        sick_within_days=branch.sick_visit_days,
    )


# --- Papers -----------------------------------------------------------------------------------


def due_list(session: Session, source: ListSource) -> ListPaper:
    """Everybody who is due in the period of a list."""
    source = _ahead(source)
    return due_lists.due_list(source, _visits(session, source))


def anniversary_list(session: Session, source: ListSource) -> ListPaper:
    """The days of the dead in the period of a list."""
    source = _ahead(source)
    found = [one for one in _visits(session, source) if one.kind in ANNIVERSARIES]
    in_order = sorted(found, key=lambda one: one.on or date.max)
    return due_lists.anniversary_list(source, in_order)


def route_list(session: Session, source: ListSource) -> ListPaper:
    """Who is visited in each street group; every group of reasons where a filter asks."""
    source = _ahead(source)
    asked = bool(source.order.filter.strip())
    found = _visits(session, source)
    kinds = due_lists.ON_THE_WAY
    return due_lists.route_list(source, [one for one in found if asked or one.kind in kinds])


def write_route_list(
    store: Store,
    visits: Sequence[DueVisit],
    from_on: date,
    to_on: date,
    out: Path,
    *,
    masked: bool = True,
) -> Path:
    """Write the route list of certain visits as `.docx` or `.xlsx`.

    Raises:
        Invalid: Another ending.
        FileInUse, DiskFull, ReadOnly: The file cannot be written; an old one is as it was.
    """
    order = ListOrder(name="route-list", on=to_on, from_on=from_on, masked=masked)
    with store.reading() as session:
        source = ListSource(order=order, branch=settings.load_branch(session))
    return write_paper(store, due_lists.route_list(source, visits), out, masked=masked)


def route_file_name(store: Store, on: date, ending: str) -> str:
    """A file name in ASCII: `Lich-di-tham_Phuong-An-Lac_2026-06-30.docx`."""
    with store.reading() as session:
        return file_name("Lịch đi thăm", settings.load_branch(session), on, ending)


def _visits(session: Session, source: ListSource) -> list[DueVisit]:
    order = source.order
    book = due_book(session, order.begins_on, source.user)
    return due_visits(book, order.begins_on, order.on)


def _ahead(source: ListSource) -> ListSource:
    """Without a first day, the list looks ahead from its day."""
    order = source.order
    if order.from_on is not None:
        return source
    return replace(source, order=replace(order, from_on=order.on, on=order.on + AHEAD))


MAKERS = {"due-visits": due_list, "anniversaries": anniversary_list, "route-list": route_list}
"""Name on the command line → what makes the list."""
