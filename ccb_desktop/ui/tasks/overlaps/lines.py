"""Columns of overlaps: the two units side by side."""

from collections.abc import Callable
from typing import TypeVar

from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.tasks.labels import FIELD, LABELS
from ccb_desktop.domain.tasks.overlaps import Overlap
from ccb_desktop.operations.tasks.overlaps import Settled
from ccb_desktop.ui.kit.columns import Column

T = TypeVar("T")


def overlap_columns() -> list[Column[Overlap]]:
    """Columns of overlaps nobody has decided."""
    return [
        Column("kind", "Mức", lambda one: "~ gần giống" if one.alike else "! trùng", width=11),
        *_sides(lambda one: one),
    ]


def settled_columns() -> list[Column[Settled]]:
    """Columns of decisions, with the two units of which they speak."""
    return [
        *_sides(lambda one: one.overlap),
        Column("decision", FIELD["decision"], lambda one: one.settled.decision, width=24),
        Column(
            "settled_on",
            FIELD["settled_on"],
            lambda one: short_date(one.settled.settled_on),
            lambda one: one.settled.settled_on,
            width=11,
        ),
    ]


def _sides(pair_of: Callable[[T], Overlap]) -> list[Column[T]]:
    return [
        Column("first", "Đơn vị thứ nhất", lambda one: pair_of(one).first.who, width=14),
        Column("second", "Đơn vị thứ hai", lambda one: pair_of(one).second.who, width=14),
        Column("what", LABELS["task_items", "what"], lambda one: _what(pair_of(one)), width=32),
        Column("place", FIELD["place"], lambda one: pair_of(one).first.assignment.place, width=18),
        Column(
            "period",
            LABELS["assignments", "period"],
            lambda one: pair_of(one).period_told,
            width=13,
        ),
    ]


def _what(one: Overlap) -> str:
    """The item; both where they are only worded alike."""
    return f"{one.first.item.what} / {one.second.item.what}" if one.alike else one.first.item.what
