"""Reads what the first page shows, in one block."""

from datetime import date

from ccb_desktop.data import settings
from ccb_desktop.data.figure_books import load_figure_books
from ccb_desktop.data.members import lists
from ccb_desktop.data.store import Store
from ccb_desktop.domain.charter_watch.watch import things_waiting as charter_waiting
from ccb_desktop.domain.code_lists import labels_of
from ccb_desktop.domain.figures.books import Books, FigureQuery
from ccb_desktop.domain.figures.count import count_figures
from ccb_desktop.domain.home import Bars, Overview, Waiting, age_bars, period_bars, things_waiting
from ccb_desktop.domain.member_papers.incomplete import gaps_of
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
        charter = watch_in(session, today)
        periods = labels_of(settings.list_codes(session, "PERIOD"), "PERIOD")
    members = [line for line in everybody if line.status in IN_HOI]
    waiting = (*things_waiting(members, rule, today), *charter_waiting(charter))
    gaps = tuple((line.person_id, line.full_name) for line in members if gaps_of(line))
    if gaps:
        waiting += (Waiting("hồ sơ hội viên còn thiếu mục", len(gaps), gaps),)
    year_start = today.replace(month=1, day=1)
    return Overview(
        on=today,
        glances=count_figures(books, FigureQuery(from_on=year_start, to_on=today, codes=GLANCES)),
        waiting=waiting,
        ages=age_bars(members, rule, today),
        periods=period_bars(members, periods),
        by_year=_by_year(books, today),
    )


def _by_year(books: Books, today: date) -> Bars:
    """Members at the end of each of the last years, and today."""
    counted = []
    for year in range(today.year - _YEARS + 1, today.year + 1):
        last = min(date(year, 12, 31), today)
        query = FigureQuery(from_on=date(year, 1, 1), to_on=last, codes=_CLOSING)
        value = count_figures(books, query).by_code["members_closing"].value
        counted.append((str(year), value if isinstance(value, int) else 0))
    return tuple(counted)
