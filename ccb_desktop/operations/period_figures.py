"""Counts the figures of a period up to its cut-off, and those of the same period before."""

from datetime import date

from ccb_desktop.data.members import units
from ccb_desktop.data.store import Session
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.figures.books import Books, FigureQuery
from ccb_desktop.domain.figures.count import count_figures
from ccb_desktop.domain.figures.values import Figures
from ccb_desktop.domain.members.units import Unit
from ccb_desktop.domain.periods import Period, PeriodKind
from ccb_desktop.domain.printing import short_date


def with_days_of_term(session: Session, period: Period) -> Period:
    """A term by its real days, where the branch has entered them."""
    if period.kind is not PeriodKind.TERM:
        return period
    for term in units.list_terms(session):
        if term.to_on is None or term.from_on.year != period.from_on.year:
            continue
        if term.to_on.year == period.to_on.year:
            return Period(PeriodKind.TERM, term.from_on.first_day, term.to_on.last_day)
    return period


def checked_cut_off(period: Period, cut_off: date | None) -> date:
    """The last day counted: the cut-off, or the end of the period where none is given.

    Raises:
        Invalid: It lies outside the period; field `cut_off`.
    """
    if cut_off is None:
        return period.to_on
    if cut_off not in period:
        first, last = short_date(period.from_on), short_date(period.to_on)
        raise Invalid({"cut_off": f"Ngày chốt số liệu phải từ {first} đến {last}."})
    return cut_off


def figures_of(
    books: Books,
    from_on: date,
    to_on: date,
    named_to_on: date,
    *,
    looks_back: bool = False,
    unit: Unit | None = None,
    with_records: bool = False,
) -> Figures:
    """The figures of some days, of the branch or of one unit; see `FigureQuery` for the words."""
    query = FigureQuery(
        from_on=from_on,
        to_on=to_on,
        unit=unit,
        named_to_on=named_to_on,
        looks_back=looks_back,
        with_records=with_records,
    )
    return count_figures(books, query)


def figures_before(
    books: Books, period: Period, cut_off: date, unit: Unit | None = None
) -> Figures | None:
    """The same period before, up to the same day; none where the roster had nobody yet."""
    before = period.previous()
    last = before.to_on
    if cut_off != period.to_on:
        last = min(last, _in_year(cut_off, cut_off.year + before.to_on.year - period.to_on.year))
    figures = figures_of(books, before.from_on, last, before.to_on, looks_back=True, unit=unit)
    is_known = bool(figures.number("members_closing") or figures.number("members_opening"))
    return figures if is_known else None


def _in_year(day: date, year: int) -> date:
    """The same day of another year; 29 February is the 28th where there is none."""
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)
