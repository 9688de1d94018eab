"""All figures of a period in one go; each subject's counting is registered here by one line."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from ccb_desktop.domain.figures.activity_figures import count_activities
from ccb_desktop.domain.figures.books import Books, FigureQuery
from ccb_desktop.domain.figures.emulation_figures import count_emulation
from ccb_desktop.domain.figures.household_figures import count_households
from ccb_desktop.domain.figures.manual import figure_of
from ccb_desktop.domain.figures.money_figures import count_money
from ccb_desktop.domain.figures.registry import INDICATORS
from ccb_desktop.domain.figures.roster_figures import count_roster, counting_identity
from ccb_desktop.domain.figures.task_figures import count_tasks
from ccb_desktop.domain.figures.values import Counted, Figures
from ccb_desktop.domain.figures.visit_figures import count_welfare
from ccb_desktop.domain.manual_figures import ManualFigure

COUNTS: tuple[Callable[[Books, FigureQuery], Mapping[str, Counted]], ...] = (
    count_roster,
    count_households,
    count_money,
    count_welfare,
    count_activities,
    count_tasks,
    count_emulation,
)
"""Who counts; a subject leaves out the figures whose book is empty (meaning 22)."""


def count_figures(
    books: Books, query: FigureQuery, known: Mapping[str, Counted] = MappingProxyType({})
) -> Figures:
    """The figures asked for, in the order of the registry.

    Args:
        books: What is counted.
        query: What is asked for.
        known: Figures that the store itself has counted already.
    """
    counted = dict(known)
    for count in COUNTS:
        counted |= count(books, query)
    manual: dict[str, list[ManualFigure]] = {}
    for one in books.manual:
        manual.setdefault(one.indicator, []).append(one)
    by_code = {
        indicator.code: figure_of(
            indicator, counted.get(indicator.code), manual.get(indicator.code, ()), query
        )
        for indicator in INDICATORS
        if query.codes is None or indicator.code in query.codes
    }
    return Figures(
        from_on=query.from_on,
        to_on=query.to_on,
        unit_code=query.unit.code if query.unit else None,
        by_code=by_code,
        identity=counting_identity(books, query, counted),
        with_records=query.with_records,
    )
