"""The figures of emulation: exemplary members, ratings of chi hội, awards."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date

from ccb_desktop.domain.emulation.grading import Grade, Rating
from ccb_desktop.domain.figures.books import Books, FigureQuery
from ccb_desktop.domain.figures.values import Counted, FigureRecord, Share
from ccb_desktop.domain.figures.work_book import Awarded, Graded, Rated
from ccb_desktop.domain.figures.work_units import belonging
from ccb_desktop.domain.members.told_names import told_names
from ccb_desktop.domain.members.units import UnitKind

_RATINGS = {
    "units_excellent": frozenset({Rating.EXCELLENT}),
    "units_good_or_better": frozenset({Rating.EXCELLENT, Rating.GOOD}),
}


def count_emulation(books: Books, query: FigureQuery) -> dict[str, Counted]:
    """Everything the books of grading and of awards say; nothing of one that is empty."""
    return _of_members(books, query) | _of_units(books, query) | _of_awards(books, query)


# --- Members ----------------------------------------------------------------------------------


def _of_members(books: Books, query: FigureQuery) -> dict[str, Counted]:
    """N of N by year; N are those graded, and the exempt are not (rules 4 and 22)."""
    code = "exemplary_members"
    if not books.work.graded or not query.wants([code]):
        return {}
    belongs = belonging(books, query)
    shares: dict[str, Share] = {}
    records: tuple[FigureRecord, ...] = ()
    for year in years_of(query):
        last = date(year, 12, 31)
        graded = [
            one
            for one in books.work.graded
            if one.year == year and belongs(one.unit_id, one.person_id, last)
        ]
        if graded:
            exemplary = exemplary_of(graded)
            shares[str(year)] = Share(len(exemplary), len(graded))
            if query.with_records:
                records += tuple(
                    FigureRecord("person", str(one.person_id), one.name, last) for one in exemplary
                )
    return {code: Counted(shares, records)}


def exemplary_of(graded: Iterable[Graded]) -> list[Graded]:
    """Those found exemplary."""
    return [one for one in graded if one.grade == Grade.EXEMPLARY]


def years_of(query: FigureQuery) -> range:
    """The calendar years that a period touches."""
    return range(query.from_on.year, query.to_on.year + 1)


# --- Units ------------------------------------------------------------------------------------


def _of_units(books: Books, query: FigureQuery) -> dict[str, Counted]:
    """N of N by year, chi hội only (meaning 22)."""
    if not books.work.rated or not query.wants(_RATINGS):
        return {}
    rated = [one for one in chi_hoi_rated(books) if query.asks_for(one.unit_id)]
    return {code: _of_rating(books, rated, wanted, query) for code, wanted in _RATINGS.items()}


def chi_hoi_rated(books: Books) -> list[Rated]:
    """The ratings of chi hội, without phân hội and clubs."""
    chi_hoi = {unit.id for unit in books.roster.units if unit.kind is UnitKind.CHI_HOI}
    return [one for one in books.work.rated if one.unit_id in chi_hoi]


def _of_rating(
    books: Books, rated: Sequence[Rated], wanted: Collection[Rating], query: FigureQuery
) -> Counted:
    shares: dict[str, Share] = {}
    records: tuple[FigureRecord, ...] = ()
    code_of = {unit.id: unit.code for unit in books.roster.units}
    for year in years_of(query):
        of_year = [one for one in rated if one.year == year]
        if of_year:
            found = [one for one in of_year if one.rating in wanted]
            shares[str(year)] = Share(len(found), len(of_year))
            if query.with_records:
                last = date(year, 12, 31)
                names = told_names(books.roster.units, last)
                records += tuple(
                    FigureRecord("unit", code_of[one.unit_id], names[one.unit_id], last)
                    for one in found
                )
    return Counted(shares, records)


# --- Awards -----------------------------------------------------------------------------------


def _of_awards(books: Books, query: FigureQuery) -> dict[str, Counted]:
    code = "awards_by_form"
    awards = books.work.awards
    if not awards or not query.wants([code]):
        return {}
    before_book = awards[0].awarded_on > query.to_on
    if before_book and query.looks_back:
        return {}
    within = awards_within(books, query)
    counted = Counted(awards_by_form(within), _award_records(within, query))
    return {code: replace(counted, before_book=before_book)}


def awards_within(books: Books, query: FigureQuery) -> list[Awarded]:
    """The awards of the period, of the unit asked for or of all."""
    belongs = belonging(books, query)
    return [
        one
        for one in books.work.awards
        if query.from_on <= one.awarded_on <= query.to_on
        and belongs(one.unit_id, one.person_id, one.awarded_on)
    ]


def awards_by_form(awards: Iterable[Awarded]) -> dict[str, int]:
    """Form → how many, in the order of the forms' names."""
    found: dict[str, int] = {}
    for one in awards:
        found[one.form] = found.get(one.form, 0) + 1
    return {form: found[form] for form in sorted(found)}


def _award_records(awards: Iterable[Awarded], query: FigureQuery) -> tuple[FigureRecord, ...]:
    if not query.with_records:
        return ()
    return tuple(
        FigureRecord("award", str(one.id), f"{one.form}: {one.recipient}", one.awarded_on)
        for one in awards
    )
