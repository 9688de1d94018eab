"""Reads what the first page shows, in one block."""

from datetime import date

from ccb_desktop.data import settings
from ccb_desktop.data.figure_books import load_figure_books
from ccb_desktop.data.members import doubles, lists, units
from ccb_desktop.data.record_gaps import load_needed
from ccb_desktop.data.store import Store
from ccb_desktop.domain.charter_watch.watch import things_waiting as charter_waiting
from ccb_desktop.domain.code_lists import labels_of
from ccb_desktop.domain.doubles.namesakes import count_namesakes
from ccb_desktop.domain.figures.books import Books, FigureQuery
from ccb_desktop.domain.figures.count import count_figures
from ccb_desktop.domain.home import (
    Overview,
    YearEnd,
    age_groups,
    doubles_waiting,
    gaps_waiting,
    period_groups,
    report_due,
    things_waiting,
)
from ccb_desktop.domain.members.memberships import IN_HOI
from ccb_desktop.domain.members.people import AgeRule
from ccb_desktop.operations.charter_watch import watch_in

GLANCES = frozenset(
    {"members_closing", "chi_hoi_count", "members_party", "members_exempt", "club_members"}
)
_CLOSING = frozenset({"members_closing"})
_YEARS = 5


def overview(store: Store, today: date) -> Overview:
    """The branch at a glance on a day."""
    with store.reading() as session:
        everybody = lists.list_members(session, today)
        books = load_figure_books(session)
        rule = AgeRule(settings.load_branch(session).age_rule)
        wards = {unit.id: unit.former_ward for unit in units.list_units(session)}
        apart = {pair.ids for pair in doubles.list_not_doubles(session)}
        charter = watch_in(session, today)
        needed = load_needed(session)
        periods = labels_of(settings.list_codes(session, "PERIOD"), "PERIOD")
    members = [line for line in everybody if line.status in IN_HOI]
    year_start = today.replace(month=1, day=1)
    return Overview(
        on=today,
        glances=count_figures(books, FigureQuery(from_on=year_start, to_on=today, codes=GLANCES)),
        waiting=(
            *things_waiting(members, rule, today),
            *doubles_waiting(count_namesakes(members, wards, apart)),
            *charter_waiting(charter),
            *gaps_waiting(members, needed),
            *(report_due(today) if members else ()),
        ),
        ages=age_groups(members, rule, today),
        periods=period_groups(members, periods),
        years=_years(books, today),
    )


def _years(books: Books, today: date) -> tuple[YearEnd, ...]:
    """Members at the end of each of the last years, and today; empty years before the first."""
    ends = [
        _year_end(books, year, today) for year in range(today.year - _YEARS + 1, today.year + 1)
    ]
    return tuple(end for end in ends if end.members)


def _year_end(books: Books, year: int, today: date) -> YearEnd:
    last = min(date(year, 12, 31), today)
    query = FigureQuery(from_on=date(year, 1, 1), to_on=last, codes=_CLOSING)
    found = count_figures(books, query)
    terms = found.identity.terms if found.identity is not None else ()
    came = sum(term.count for term in terms if term.sign > 0)
    went = sum(term.count for term in terms if term.sign < 0)
    return YearEnd(year, found.number("members_closing") or 0, came, went)
