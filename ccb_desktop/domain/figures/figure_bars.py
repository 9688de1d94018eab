"""A figure as pictures: its entries by name, the units side by side, the last years."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from ccb_desktop.domain.figures.books import Books, FigureQuery
from ccb_desktop.domain.figures.count import count_figures
from ccb_desktop.domain.figures.figure_text import entry_text
from ccb_desktop.domain.figures.registry import INDICATOR, Indicator, Shape, ValueKind
from ccb_desktop.domain.figures.values import Entry, Gift, Share, Value
from ccb_desktop.domain.members.told_names import told_names
from ccb_desktop.domain.members.units import UnitKind, natural_order

_YEARS = 6  # of the picture by year: the last term and the year before it


class FigureBar(NamedTuple):
    """One bar: what it counts, how long it is, and what stands on it."""

    label: str
    value: float
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureBars:
    """What can be drawn of a figure; what has nothing to show is empty.

    Attributes:
        by_name: The entries of a figure that has several.
        by_unit: Chi hội, and clubs with anything to show.
        by_year: The years up to that of the last day.
    """

    indicator: Indicator
    by_name: tuple[FigureBar, ...] = ()
    by_unit: tuple[FigureBar, ...] = ()
    by_year: tuple[FigureBar, ...] = ()


def figure_bars(books: Books, code: str, from_on: date, to_on: date) -> FigureBars:
    """Everything that can be drawn of a figure of a period."""
    query = FigureQuery(from_on=from_on, to_on=to_on, codes=frozenset({code}))
    value = count_figures(books, query)[code]
    by_year = INDICATOR[code].value_kind is ValueKind.YEAR
    by_name = () if by_year or not isinstance(value, Mapping) else _entries(value)
    return FigureBars(
        indicator=INDICATOR[code],
        by_name=by_name,
        by_unit=_by_unit(books, query, code),
        by_year=_by_year(books, code, to_on),
    )


def _entries(value: Mapping[str, Entry]) -> tuple[FigureBar, ...]:
    """The longest first, as pictures are read."""
    bars = [_bar(name, entry) for name, entry in value.items()]
    return tuple(sorted(bars, key=lambda bar: -bar.value))


def _by_unit(books: Books, query: FigureQuery, code: str) -> tuple[FigureBar, ...]:
    names = told_names(books.roster.units, query.to_on)
    kinds = (UnitKind.CHI_HOI, UnitKind.CLUB)
    units = [one for one in books.roster.units if one.kind in kinds]
    bars = []
    for unit in sorted(units, key=lambda one: (kinds.index(one.kind), natural_order(one.code))):
        value = _whole(code, count_figures(books, replace(query, unit=unit))[code])
        if value is None:
            continue
        bar = _bar(names[unit.id], value)
        stands = unit.kind is UnitKind.CHI_HOI and unit.stands_on(query.to_on)
        if stands or bar.value:
            bars.append(bar)
    return tuple(bars) if any(bar.value for bar in bars) else ()


def _by_year(books: Books, code: str, to_on: date) -> tuple[FigureBar, ...]:
    bars = []
    for year in range(to_on.year - _YEARS + 1, to_on.year + 1):
        last = date(year, 12, 31)
        query = FigureQuery(
            from_on=date(year, 1, 1),
            to_on=min(last, to_on),
            named_to_on=last,
            codes=frozenset({code}),
            looks_back=year < to_on.year,
        )
        value = _whole(code, count_figures(books, query)[code])
        if value is not None:
            bars.append(_bar(str(year), value))
    return tuple(bars) if len(bars) > 1 else ()


def _whole(code: str, value: Value) -> Entry | None:
    """A figure as one number, or the share of its year; entries by name only where they add up."""
    if value is None or isinstance(value, int):
        return value
    entries: Sequence[Entry] = list(value.values())
    if INDICATOR[code].value_kind is ValueKind.YEAR:
        return entries[0] if len(entries) == 1 else None
    numbers = [entry for entry in entries if isinstance(entry, int)]
    return sum(numbers) if numbers and len(numbers) == len(entries) else None


def _bar(label: str, entry: Entry) -> FigureBar:
    return FigureBar(label, _length(entry), entry_text(entry))


def _length(entry: Entry) -> float:
    if isinstance(entry, Share):
        return float(entry.percent or 0)
    return float(entry.count if isinstance(entry, Gift) else entry)


def bars_message(indicator: Indicator, bars: Sequence[FigureBar], what: str) -> str:
    """The title of a picture: what it shows, and which bar is the longest."""
    told = f"{indicator.label} {what}"
    most = max(bars, key=lambda bar: bar.value)
    if len(bars) < 2 or sum(bar.value == most.value for bar in bars) > 1:
        return told
    word = "cao nhất" if indicator.shape is Shape.SHARES else "nhiều nhất"
    return f"{told}: {word} {most.label}, {most.shown}"
