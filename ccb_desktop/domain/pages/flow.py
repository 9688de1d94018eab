"""Lets blocks follow each other in a column, and strips fill page after page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ccb_desktop.domain.pages.paragraphs import Beside, Ways, across, border, paragraph_strips
from ccb_desktop.domain.pages.placed import Page, Placed, PlacedGround, moved
from ccb_desktop.domain.pages.strips import LaidFloat, Measure, Strip, height_of, stacked
from ccb_desktop.domain.pages.tables import table_strips
from ccb_desktop.domain.pages.values import (
    Block,
    From,
    Marginal,
    PageParagraph,
    PageSection,
    PageTable,
    PaperText,
    Shape,
)

_SLACK = 0.5  # points by which the last strip may reach into the margin
_LEAST_TEXT = 72.0  # points of a page that heads and feet leave to the text


def pages(paper: PaperText, measure: Measure) -> Iterator[Page]:
    """The pages of a paper, each as soon as it is full.

    Args:
        paper: What it says.
        measure: How wide and high letters are.
    """
    place = number = 0
    for section in _joined(paper.sections):
        if section.number_from is not None:
            number = section.number_from - 1
        first = place
        for page in _Filling(paper, section, measure, place, number).filled():
            place += 1
            yield page
        number += place - first


def _joined(sections: Sequence[PageSection]) -> Iterator[PageSection]:
    """The sections, each with those that go on on its pages."""
    current: PageSection | None = None
    for section in sections:
        if current is not None and section.continues and current.width == section.width:
            current = replace(current, blocks=current.blocks + section.blocks)
            continue
        if current is not None:
            yield current
        current = section
    if current is not None:
        yield current


# --- Blocks into strips ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Layer:
    """Cuts blocks of a paper into strips; `number` of the page, in its head and foot."""

    paper: PaperText
    measure: Measure
    number: int | None = None

    def all_strips(self, blocks: Sequence[Block], width: float) -> list[Strip]:
        """The strips of blocks in a column."""
        return list(self.strips(blocks, width))

    def strips(self, blocks: Sequence[Block], width: float) -> Iterator[Strip]:
        """The same, one after the other."""
        beside, down, behind = Beside(), 0.0, 0.0
        paper = self.paper
        ways = Ways(
            self.measure, self.all_strips, paper.tab_every, paper.stretches_broken, self.number
        )
        for place, block in enumerate(blocks):
            if isinstance(block, PageTable):
                for strip in table_strips(block, width, self.all_strips):
                    down += strip.height
                    yield strip
                behind = 0.0
                continue
            if block.shape.close:
                near = blocks[max(0, place - 1) : place], blocks[place + 1 : place + 2]
                block = _closed(block, *near)
            made = paragraph_strips(block, width, ways, beside, down)
            if behind and made[0].gap and not paper.adds_gaps:
                made[0] = replace(made[0], gap=max(0.0, made[0].gap - behind))
            behind = block.shape.after
            down += height_of(made)
            yield from made


def _closed(
    paragraph: PageParagraph, before: Sequence[Block], after: Sequence[Block]
) -> PageParagraph:
    """A paragraph without the space between it and its like, where it wants none."""
    shape = paragraph.shape
    near = [_alike(shape, other) for other in (before, after)]
    shape = replace(
        shape,
        before=0.0 if near[0] else shape.before,
        after=0.0 if near[1] else shape.after,
    )
    return replace(paragraph, shape=shape)


def _alike(shape: Shape, others: Sequence[Block]) -> bool:
    return any(isinstance(one, PageParagraph) and one.shape.style == shape.style for one in others)


# --- Strips onto pages ----------------------------------------------------------------------


@dataclass(slots=True)
class _Filling:
    """The pages of one section while they are filled."""

    paper: PaperText
    section: PageSection
    measure: Measure
    place: int
    number: int
    things: list[Placed] = field(default_factory=list)
    over: list[Placed] = field(default_factory=list)
    under: list[Placed] = field(default_factory=list)
    top: float = 0.0
    bottom: float = 0.0
    down: float = 0.0
    fresh: bool = True
    begun_by_hand: bool = True
    pages_made: int = 0

    def filled(self) -> Iterator[Page]:
        """Page after page."""
        section = self.section
        width = section.width - section.left - section.right
        self._begin()
        strips = _Layer(self.paper, self.measure).strips(section.blocks, width)
        ended = False
        for group in _held_together(strips):
            if (group[0].new_page or ended) and not (self.fresh and not self.pages_made):
                yield self._end(by_hand=True)
            ended = group[-1].ends_page
            yield from self._place_group(group)
        yield self._end(by_hand=True)

    def _place_group(self, group: list[Strip]) -> Iterator[Page]:
        if self._fits(group):
            self._put_all(group)
            return
        fits_alone = _needed(group) - group[0].gap <= self._room_of_empty(group[0])
        if fits_alone and not self.fresh:
            if len(group) == 1 and group[0].cut is not None:
                yield from self._place_cut(group[0])
                return
            yield self._end(by_hand=False)
            self._put_headings(group[0])
            self._put_all(group)
            return
        for strip in group:
            yield from self._place_one(strip)

    def _place_one(self, strip: Strip) -> Iterator[Page]:
        """A strip of a group too high for any page, or one that is too high itself."""
        if self._fits([strip]):
            self._put_all([strip])
        elif strip.cut is not None:
            yield from self._place_cut(strip)
        else:
            if not self.fresh:
                yield self._end(by_hand=False)
                self._put_headings(strip)
            self._put_all([strip])

    def _place_cut(self, strip: Strip) -> Iterator[Page]:
        """A row that may go over two pages, or more."""
        while not self._fits([strip]):
            parts = strip.cut(self.bottom - self.down) if strip.cut is not None else None
            if parts is not None:
                self._put_all([parts[0]])
                strip = replace(parts[1], headings=strip.headings)
            elif self.fresh:
                break
            yield self._end(by_hand=False)
            self._put_headings(strip)
        self._put_all([strip])

    def _fits(self, group: Sequence[Strip]) -> bool:
        needed = _needed(group) - (group[0].gap if self._swallows() else 0.0)
        return self.down + needed <= self.bottom + _SLACK

    def _swallows(self) -> bool:
        """Whether the page has just begun where the one before it was full."""
        return self.fresh and not self.begun_by_hand

    def _room_of_empty(self, strip: Strip) -> float:
        return self.bottom - self.top - height_of(strip.headings) + _SLACK

    def _put_headings(self, strip: Strip) -> None:
        for heading in strip.headings:
            self._put(heading)

    def _put_all(self, group: Iterable[Strip]) -> None:
        for strip in group:
            self._put(strip)

    def _put(self, strip: Strip) -> None:
        if not self._swallows():
            self.down += strip.gap
        self.things += moved(strip.things, self.section.left, self.down)
        for one in strip.floats:
            floating = list(self._floating(one, self.down))
            (self.under if one.floating.behind else self.over).extend(floating)
        self.down += strip.height + strip.after
        self.fresh = False

    def _floating(self, one: LaidFloat, down: float) -> Iterable[Placed]:
        """What floats, at its place on the page."""
        section, floating, thing = self.section, one.floating, one.floating.thing
        left, width = section.left + one.right, one.room
        if floating.across is From.PAGE:
            left, width = 0.0, section.width
        elif floating.across is From.MARGIN:
            left, width = section.left, section.width - section.left - section.right
        x = left + across(replace(one, room=width))
        top, height = down + one.down, 0.0
        if floating.down is From.PAGE:
            top, height = 0.0, section.height
        elif floating.down is From.MARGIN:
            top, height = self.top, self.bottom - self.top
        part = {"top": 0.0, "center": 0.5, "bottom": 1.0}.get(floating.rise)
        free = max(0.0, height - thing.height)
        y = top + (floating.y if part is None else free * part)
        return moved(one.things, x, y)

    # Heads and feet

    def _begin(self) -> None:
        """Begin a page: what stands over and under its text, and the room between them."""
        section = self.section
        self.number += 1
        width = section.width - section.left - section.right
        head = self._marginal(section.head, width)
        foot = self._marginal(section.foot, width)
        high, low = height_of(head), height_of(foot)
        self.top = max(section.top, section.to_head + high if high else 0.0)
        self.bottom = section.height - max(section.bottom, section.to_foot + low if low else 0.0)
        if self.bottom - self.top < _LEAST_TEXT:
            self.top, self.bottom = section.top, section.height - section.bottom
        for strips, down in (
            (head, section.to_head),
            (foot, section.height - section.to_foot - low),
        ):
            things, floats = stacked(strips, section.left, down)
            self.under += things
            for one in floats:
                self.under += self._floating(
                    replace(one, right=one.right - section.left, down=0.0), one.down
                )
        self.down, self.fresh = self.top, True

    def _marginal(self, marginal: Marginal, width: float) -> list[Strip]:
        is_first = self.section.first_differs and not self.pages_made
        is_even = self.paper.even_differs and self.number % 2 == 0
        blocks = marginal.of(is_first=is_first, is_even=is_even)
        return _Layer(self.paper, self.measure, self.number).all_strips(blocks, width)

    def _end(self, *, by_hand: bool) -> Page:
        """The page as it is; the next one is begun."""
        section, off = self.section, self.section.edges_off
        self.place += 1
        self.pages_made += 1
        around = border(section.edges, off, off, section.width - 2 * off, section.height - 2 * off)
        things = (*_grounds_first(self.under), *_grounds_first(self.things), *self.over, *around)
        page = Page(self.place, self.number, section.width, section.height, things)
        self.things, self.over, self.under = [], [], []
        self.begun_by_hand = by_hand
        self._begin()
        return page


def _grounds_first(things: Iterable[Placed]) -> list[Placed]:
    """The ground of a row lies under the words of a cell that reaches into it from above."""
    return sorted(things, key=lambda thing: not isinstance(thing, PlacedGround))


def _held_together(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    """Strips that shall stand on one page."""
    group: list[Strip] = []
    for strip in strips:
        if group and (strip.new_page or group[-1].ends_page):
            yield group
            group = []
        group.append(strip)
        if not strip.keep:
            yield group
            group = []
    if group:
        yield group


def _needed(group: Sequence[Strip]) -> float:
    """Height of a group; the space behind it may lie in the margin."""
    return height_of(group) - group[-1].after
