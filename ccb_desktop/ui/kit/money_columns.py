"""Columns of money in lists: at the right, in points, with their sum below."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from ccb_desktop.domain.printing import number
from ccb_desktop.ui.kit.columns import Column

T = TypeVar("T")


def amount(dong: int) -> str:
    """`102.350.000`; nothing where there is no money."""
    return number(dong) if dong else ""


def money_column(
    name: str,
    text: str,
    dong_of: Callable[[T], int],
    *,
    summed: bool = True,
    counted: Callable[[T], bool] = lambda _line: True,
    zero: str = "",
    shown: bool = True,
    width: int = 13,
) -> Column[T]:
    """A column of amounts in đồng.

    Args:
        name: See `Column.id`.
        text: Its head.
        dong_of: The amount of a line.
        summed: Whether its sum stands below.
        counted: Which lines the sum counts.
        zero: What stands where there is nothing.
        shown: See `Column`.
        width: See `Column`.
    """

    def total(lines: Sequence[T]) -> str:
        return number(sum(dong_of(line) for line in lines if counted(line)))

    return Column(
        name,
        text,
        lambda line: amount(dong_of(line)) or zero,
        dong_of,
        align="right",
        width=width,
        shown=shown,
        total=total if summed else None,
    )
