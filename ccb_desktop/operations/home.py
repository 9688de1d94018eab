"""Reads what the first page shows, in one block: counts made by the store, no list of people."""

from datetime import date

from ccb_desktop.data import roster_counts, settings
from ccb_desktop.data.figure_books import load_unit_books
from ccb_desktop.data.members import doubles
from ccb_desktop.data.record_gaps import load_needed
from ccb_desktop.data.store import Session, Store
from ccb_desktop.data.tasks.due import count_done
from ccb_desktop.domain import home
from ccb_desktop.domain.charter_watch.watch import things_waiting as charter_waiting
from ccb_desktop.domain.code_lists import labels_of
from ccb_desktop.domain.doubles.namesakes import count_namesakes, pairs_to_compare
from ccb_desktop.domain.figures.books import FigureQuery
from ccb_desktop.domain.figures.count import count_figures
from ccb_desktop.domain.figures.values import Figures
from ccb_desktop.domain.home import Concerned, Overview, YearEnd
from ccb_desktop.domain.members.lines import MemberGroup
from ccb_desktop.domain.members.people import AgeRule
from ccb_desktop.domain.waiting import Behind
from ccb_desktop.operations.charter_watch import watch_in
from ccb_desktop.operations.home_money import money_overview
from ccb_desktop.operations.report_calendar import papers_waiting_in
from ccb_desktop.operations.tasks.home import tasks_waiting_in
from ccb_desktop.operations.visits.due_home import days_waiting_in, due_waiting_in

GLANCES = frozenset(
    {"members_closing", "chi_hoi_count", "members_party", "members_exempt", "club_members"}
)
_YEARS = 5


def overview(store: Store, today: date) -> Overview:
    """The branch at a glance on a day."""
    with store.reading() as session:
        groups = roster_counts.list_member_groups(session, today, load_needed(session))
        rule = AgeRule(settings.load_branch(session).age_rule)
        periods = labels_of(settings.list_codes(session, "PERIOD"), "PERIOD")
        money = money_overview(session, today, sum(group.members for group in groups))
        return Overview(
            on=today,
            glances=_glances(session, groups, today),
            due=due_waiting_in(session, today, groups),
            waiting=(
                *home.doubles_waiting(_count_namesakes(session, today)),
                *charter_waiting(watch_in(session, today)),
                *tasks_waiting_in(session, today),
                *days_waiting_in(session, today),
                *(money.waiting if money else ()),
                *home.gaps_waiting(groups),
                *(papers_waiting_in(session, today) if groups else ()),
            ),
            ages=home.age_groups(groups, rule, today),
            periods=home.period_groups(groups, periods),
            years=_years(session, today),
            money=money,
            tasks=tuple(count_done(session, today.year, today)),
        )


def people_behind(store: Store, on: date, behind: Behind) -> tuple[Concerned, ...]:
    """The names behind a count of the first page."""
    with store.reading() as session:
        return home.people_behind(roster_counts.list_named_members(session, on), behind)


def _glances(session: Session, groups: list[MemberGroup], today: date) -> Figures:
    kept = roster_counts.keeps_members(session)
    known = home.counted_members(groups) if kept else {}
    query = FigureQuery(from_on=today.replace(month=1, day=1), to_on=today, codes=GLANCES)
    return count_figures(load_unit_books(session), query, known)


def _count_namesakes(session: Session, today: date) -> int:
    apart = {pair.ids for pair in doubles.list_not_doubles(session)}
    pairs = list(pairs_to_compare(doubles.list_namesakes(session, today), apart))
    people = {person_id for pair in pairs for person_id in pair.ids}
    return count_namesakes(pairs, doubles.list_known_people(session, today, people))


def _years(session: Session, today: date) -> tuple[YearEnd, ...]:
    first = today.year - _YEARS + 1
    lasts = [min(date(year, 12, 31), today) for year in range(first, today.year + 1)]
    counts = roster_counts.count_members(session, lasts)
    return home.year_ends(
        zip(lasts, counts, strict=True),
        roster_counts.list_event_counts(session, first),
        roster_counts.list_on_roll_counts(session, first),
    )
