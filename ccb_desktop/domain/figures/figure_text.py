"""Figures as tables and screens print them; official sentences have their own spelling."""

from collections.abc import Mapping

from ccb_desktop.domain.figures.registry import Indicator, ValueKind
from ccb_desktop.domain.figures.values import Entry, Figure, Gift, Share, Value
from ccb_desktop.domain.papers import NO_FIGURE
from ccb_desktop.domain.printing import number, share


def printed(figure: Figure) -> str:
    """The value of a figure on one line; `…` when there is none."""
    return value_text(figure.indicator, figure.value)


def value_text(indicator: Indicator, value: Value) -> str:
    """A value on one line, its entries parted by semicolons.

    Shares of a single year print without the year.
    """
    if value is None:
        return NO_FIGURE
    if isinstance(value, int):
        return number(value)
    if indicator.value_kind is ValueKind.YEAR and len(value) == 1:
        return entry_text(next(iter(value.values())))
    return "; ".join(entry_texts(value))


def entry_texts(value: Mapping[str, Entry]) -> list[str]:
    """Each entry with its name: `Giấy khen: 10`."""
    return [f"{name}: {entry_text(entry)}" for name, entry in value.items()]


def entry_text(entry: Entry) -> str:
    """One entry: `10`, `1.849/1.862 (99,30 %)`, `15 người, 1.800.000 đồng`."""
    if isinstance(entry, Share):
        return share_text(entry)
    if isinstance(entry, Gift):
        return f"{number(entry.count)} người, {number(entry.amount_dong)} đồng"
    return number(entry)


def share_text(found: Share) -> str:
    """Part, whole and percentage (rule 16); without percentage where the whole is 0."""
    return share(found.part, found.whole) if found.whole else f"{found.part}/0"
