"""The charts of a periodic report, where the officer wants them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from ccb_desktop.domain.figures.registry import INDICATOR
from ccb_desktop.domain.figures.values import Figures
from ccb_desktop.domain.papers import BarChart

CHARTS = "charts"
"""Key of what the officer says of charts among the texts of a report: `WANTED`, or nothing."""

WANTED = "1"

_AGES = {
    "members_age_under_60": "Dưới 60 tuổi",
    "members_age_60_69": "60 - 69 tuổi",
    "members_age_70_79": "70 - 79 tuổi",
    "members_age_80_plus": "Từ 80 tuổi",
}
_MOVEMENTS = (
    *("members_admitted", "members_readmitted", "members_transferred_in"),
    *("members_transferred_out", "members_deceased", "members_struck_off"),
    *("members_resigned", "members_expelled"),
)
_BASE = "fund_base_total"
_MOST_MONTHS = 12


def report_charts(
    figures: Figures, by_year: Mapping[int, Figures], base_by_month: Sequence[tuple[str, int]]
) -> dict[str, tuple[BarChart, ...]]:
    """Section → its charts; what has nothing to show is left out.

    Args:
        figures: Those of the period.
        by_year: Those of each year, where the report compares years.
        base_by_month: What the base funds held at the end of each month, in đồng.
    """
    found = {"I.2": list(_money(by_year, base_by_month)), "I.7": list(_people(figures, by_year))}
    return {section: tuple(charts) for section, charts in found.items() if charts}


def months_of(from_on: date, to_on: date) -> list[tuple[str, date]]:
    """The months of a period with the last day counted of each; none of more than a year."""
    found: list[tuple[str, date]] = []
    first = from_on
    while first <= to_on and len(found) <= _MOST_MONTHS:
        following = (first.replace(day=1) + timedelta(days=32)).replace(day=1)
        found.append((f"T{first.month}", min(following - timedelta(days=1), to_on)))
        first = following
    return found if 1 < len(found) <= _MOST_MONTHS else []


def _people(figures: Figures, by_year: Mapping[int, Figures]) -> Iterator[BarChart]:
    yield from _chart("Hội viên theo độ tuổi (người)", _bars(figures, _AGES))
    if by_year:
        years = [
            (f"Năm {year}", of_year.number("members_closing") or 0)
            for year, of_year in by_year.items()
        ]
        yield from _chart("Hội viên cuối năm (người)", years)
        return
    movements = _bars(figures, {code: INDICATOR[code].label for code in _MOVEMENTS})
    yield from _chart("Biến động hội viên trong kỳ (người)", [bar for bar in movements if bar[1]])


def _money(
    by_year: Mapping[int, Figures], base_by_month: Sequence[tuple[str, int]]
) -> Iterator[BarChart]:
    if by_year:
        years = [(f"Năm {year}", of.number(_BASE) or 0) for year, of in by_year.items()]
        yield from _chart("Chân quỹ cuối năm (đồng)", years)
    else:
        yield from _chart("Chân quỹ cuối tháng (đồng)", base_by_month)


def _bars(figures: Figures, labels: Mapping[str, str]) -> list[tuple[str, int]]:
    return [(label, figures.number(code) or 0) for code, label in labels.items()]


def _chart(title: str, bars: Sequence[tuple[str, int]]) -> Iterator[BarChart]:
    """A chart, where at least two bars stand and one of them is of some height."""
    if len(bars) > 1 and any(value for _label, value in bars):
        yield BarChart(title, tuple(bars))
