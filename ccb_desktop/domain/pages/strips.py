"""The strips a text is cut into: a line of a paragraph, a row of a table; none is ever parted."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol

from ccb_desktop.domain.pages.placed import Placed, moved
from ccb_desktop.domain.pages.values import Block, Floating, Look


class Heights(NamedTuple):
    """What letters of a look need, in points: above and below their line, and between lines."""

    above: float
    below: float
    between: float

    @property
    def line(self) -> float:
        """Height of a line."""
        return self.above + self.below + self.between


class Measure(Protocol):
    """How wide and high letters are; the window knows, by its fonts."""

    def width(self, text: str, look: Look) -> float:
        """Width of a text in points."""

    def heights(self, look: Look) -> Heights:
        """Heights of a look in points."""


@dataclass(frozen=True, slots=True)
class LaidFloat:
    """A floating thing, and the place of its paragraph within the strip.

    Attributes:
        things: What it shows, from its own corner.
        room: Width of the column it belongs to.
    """

    floating: Floating
    things: tuple[Placed, ...]
    right: float
    down: float
    room: float


@dataclass(frozen=True, slots=True)
class Strip:
    """One strip.

    Attributes:
        things: From its own upper left corner.
        gap: Room above it, which the top of a page swallows.
        after: Room below it, which the end of a page swallows.
        keep: Whether it stays on the page of the strip after it.
        new_page: Whether it begins a page; `ends_page` whether the next one does.
        headings: Rows that are repeated above it where it begins a page.
        cut: Parts a row that may go over two pages: what fits into so many points, the rest.
    """

    height: float
    things: tuple[Placed, ...] = ()
    gap: float = 0.0
    after: float = 0.0
    keep: bool = False
    new_page: bool = False
    ends_page: bool = False
    headings: tuple["Strip", ...] = ()
    floats: tuple[LaidFloat, ...] = ()
    cut: "Callable[[float], tuple[Strip, Strip] | None] | None" = None


Lay = Callable[[Sequence[Block], float], list[Strip]]
"""Cuts blocks into strips of a width."""


def height_of(strips: Iterable[Strip]) -> float:
    """Height of strips standing under each other, with all their gaps."""
    return sum(strip.gap + strip.height + strip.after for strip in strips)


def stacked(
    strips: Iterable[Strip], right: float, down: float
) -> tuple[list[Placed], list[LaidFloat]]:
    """What strips show under each other, from a corner; and what floats among them."""
    things: list[Placed] = []
    floats: list[LaidFloat] = []
    for strip in strips:
        down += strip.gap
        things += moved(strip.things, right, down)
        floats += (
            replace(one, right=one.right + right, down=one.down + down) for one in strip.floats
        )
        down += strip.height + strip.after
    return things, floats
