"""What stands where on a finished page, in points from its upper left corner."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from ccb_desktop.domain.pages.values import Edge, Look, Picture


class PlacedWords(NamedTuple):
    """Letters: their left end and the line they stand on.

    Attributes:
        counts_pages: Whether how many pages there are is written in their place.
    """

    x: float
    y: float
    width: float
    text: str
    look: Look
    counts_pages: bool = False


class PlacedLine(NamedTuple):
    """A line of a border, upright or level."""

    x: float
    y: float
    width: float
    height: float
    edge: Edge


class PlacedGround(NamedTuple):
    """A coloured area."""

    x: float
    y: float
    width: float
    height: float
    colour: str


class PlacedPicture(NamedTuple):
    """A picture."""

    x: float
    y: float
    width: float
    height: float
    picture: Picture


class PlacedFrame(NamedTuple):
    """The frame of what is not drawn, with what stands there."""

    x: float
    y: float
    width: float
    height: float
    words: str


Placed = PlacedWords | PlacedLine | PlacedGround | PlacedPicture | PlacedFrame


def moved(things: Iterable[Placed], right: float, down: float) -> Iterable[Placed]:
    """The same things further right and down."""
    if not right and not down:
        return things
    # A page of a long list has thousands of things, and each is moved several times.
    return [type(one)(one.x + right, one.y + down, *one[2:]) for one in things]


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    Attributes:
        number: As printed on it; `place` counts the pages of the paper from 1.
        things: From the lowest to the one that lies over all others.
    """

    place: int
    number: int
    width: float
    height: float
    things: tuple[Placed, ...]

    @property
    def text(self) -> str:
        """What it says, line by line, for those who hear it."""
        lines: dict[float, list[PlacedWords]] = {}
        for thing in self.things:
            if isinstance(thing, PlacedWords):
                lines.setdefault(round(thing.y, 1), []).append(thing)
        return "\n".join(
            " ".join(word.text.strip() for word in sorted(lines[y], key=lambda word: word.x))
            for y in sorted(lines)
        )
