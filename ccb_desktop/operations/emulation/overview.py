"""What gradings came to over the years, counted in the books or typed in by hand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ccb_desktop.data import manual_figures
from ccb_desktop.data.emulation import families, grading, ratings
from ccb_desktop.data.store import Store
from ccb_desktop.domain.emulation.grading import Rating
from ccb_desktop.domain.figures.manual import understood
from ccb_desktop.domain.figures.values import Share
from ccb_desktop.domain.manual_figures import ManualFigure

Shares = Mapping[int, tuple[int, int]]
"""Year → how many reached it, of how many (rule 16)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearsOverview:
    """The years, each with its numerator and denominator.

    Attributes:
        exemplary: Exemplary members of members graded.
        cultural: Cultural families of households assessed.
        excellent: Excellent chi hội of chi hội rated.
        good: Chi hội that did well or better, of chi hội rated.
    """

    exemplary: Shares
    cultural: Shares
    excellent: Shares
    good: Shares


def load_overview(store: Store, today: date) -> YearsOverview:
    """Every year of which anything is known; what was typed in stands where nothing is counted."""
    with store.reading() as session:
        typed = manual_figures.list_manual_figures(session)
        rated = ratings.counts_by_year(session)
        assessed = families.counts_by_year(session, today)
        return YearsOverview(
            exemplary=_with_typed(grading.counts_by_year(session), typed, "exemplary_members"),
            cultural=_with_typed(assessed, typed, "cultural_families"),
            excellent=_with_typed(_of(rated, (Rating.EXCELLENT,)), typed, "units_excellent"),
            good=_with_typed(
                _of(rated, (Rating.EXCELLENT, Rating.GOOD)), typed, "units_good_or_better"
            ),
        )


def _of(
    rated: Mapping[int, Mapping[Rating, int]], wanted: tuple[Rating, ...]
) -> dict[int, tuple[int, int]]:
    return {
        year: (sum(counts.get(one, 0) for one in wanted), sum(counts.values()))
        for year, counts in rated.items()
    }


def _with_typed(counted: Shares, typed: Iterable[ManualFigure], indicator: str) -> Shares:
    found = dict(counted)
    for one in typed:
        value = understood(one) if one.indicator == indicator else None
        if not isinstance(value, Mapping):
            continue
        for year, share in value.items():
            if isinstance(share, Share):
                found.setdefault(int(year), (int(share.part), int(share.whole)))
    return dict(sorted(found.items()))
