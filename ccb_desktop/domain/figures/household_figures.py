"""The figures of member households: poor, near-poor, dilapidated, cultural families."""

from collections.abc import Sequence
from datetime import date

from ccb_desktop.domain.figures.books import Books, FigureQuery, RosterBook
from ccb_desktop.domain.figures.values import Counted, FigureRecord, Share
from ccb_desktop.domain.members.households import Household, HouseholdYear, state_in

_FIGURES = (
    "member_households_poor",
    "member_households_near_poor",
    "member_households_dilapidated",
    "cultural_families",
)


def count_households(books: Books, query: FigureQuery) -> dict[str, Counted]:
    """What the yearly findings say; nothing of what had not yet been found out by then."""
    book = books.roster
    if not query.wants(_FIGURES):
        return {}
    findings = [finding for home in book.households.values() for finding in home.years]
    by_then = [finding for finding in findings if finding.year <= query.to_on.year]
    homes = _homes_on(book, query, query.to_on)
    states = [(home, state_in(home.years, query.to_on.year)) for home in homes]
    counted: dict[str, Counted] = {}
    if any(finding.poverty for finding in by_then):
        poor = [home for home, state in states if state.poverty == "POOR"]
        near_poor = [home for home, state in states if state.poverty == "NEAR_POOR"]
        counted["member_households_poor"] = _counted(poor, query)
        counted["member_households_near_poor"] = _counted(near_poor, query)
    if any(finding.house_state for finding in by_then):
        dilapidated = [home for home, state in states if state.house_state == "DILAPIDATED"]
        counted["member_households_dilapidated"] = _counted(dilapidated, query)
    if any(finding.cultural_family is not None for finding in findings):
        counted["cultural_families"] = _cultural_families(book, query)
    return counted


def _homes_on(book: RosterBook, query: FigureQuery, day: date) -> list[Household]:
    """The distinct households of the members on a day; couples have one."""
    homes: dict[int, Household] = {}
    for one in book.present_on(day, query.unit, *query.beside):
        home_id = one.member.household_id
        if home_id is not None and home_id in book.households:
            homes[home_id] = book.households[home_id]
    return list(homes.values())


def _counted(homes: Sequence[Household], query: FigureQuery) -> Counted:
    return Counted(len(homes), _records(homes, query, query.to_on))


def _records(homes: Sequence[Household], query: FigureQuery, day: date) -> tuple[FigureRecord, ...]:
    if not query.with_records:
        return ()
    return tuple(FigureRecord("household", str(h.id), h.head_name, day) for h in homes)


def _cultural_families(book: RosterBook, query: FigureQuery) -> Counted:
    """n/N by year, N the households assessed that year (rule 22); by the members at its end."""
    shares: dict[str, Share] = {}
    records: tuple[FigureRecord, ...] = ()
    for year in range(query.from_on.year, query.to_on.year + 1):
        day = min(date(year, 12, 31), query.to_on)
        assessed = [
            (home, finding.cultural_family)
            for home in _homes_on(book, query, day)
            if (finding := _finding_of(home, year)) and finding.cultural_family is not None
        ]
        if assessed:
            named = [home for home, is_one in assessed if is_one]
            shares[str(year)] = Share(len(named), len(assessed))
            records += _records(named, query, day)
    return Counted(shares, records)


def _finding_of(home: Household, year: int) -> HouseholdYear | None:
    return next((finding for finding in home.years if finding.year == year), None)
