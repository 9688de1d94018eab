"""Cuts a paragraph into strips: its lines, with what floats beside them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ccb_desktop.domain.pages.lines import Line, Setting, lines, pieces, raised
from ccb_desktop.domain.pages.placed import (
    Placed,
    PlacedFrame,
    PlacedGround,
    PlacedLine,
    PlacedPicture,
    PlacedWords,
    moved,
)
from ccb_desktop.domain.pages.strips import Heights, LaidFloat, Lay, Measure, Strip, stacked
from ccb_desktop.domain.pages.values import (
    NO_EDGES,
    Edge,
    Edges,
    Floating,
    Frame,
    From,
    Inline,
    Justify,
    LineRule,
    PageParagraph,
    Picture,
    Shape,
    Words,
)

_INSET = 7.2, 3.6  # points within the edge of a text box: at its sides, above and below
_CLEAR = 9.0  # points between lines and what floats beside them
_PARTS = {Justify.CENTER: 0.5, Justify.RIGHT: 1.0}
_LEAST_ROOM = 30.0  # points a line needs beside something that floats


@dataclass(frozen=True, slots=True)
class Ways:
    """How a paper is laid out, the same for all of it.

    Attributes:
        lay: Cuts what stands in a text box.
        number: Number of the page, in its head and foot.
    """

    measure: Measure
    lay: Lay
    tab_every: float = 36.0
    stretches_broken: bool = True
    number: int | None = None


@dataclass(slots=True)
class Beside:
    """What floats beside the lines of a column, as far down as it reaches."""

    taken: list[tuple[float, float, float, float]] = field(default_factory=list)

    def room(self, down: float, width: float) -> tuple[float, float]:
        """How far right a line begins so far down the column, and how wide it may be."""
        begin, end = 0.0, width
        for left, right, top, bottom in self.taken:
            if not top - 1 <= down < bottom:
                continue
            if (left + right) / 2 < width / 2:
                begin = max(begin, right)
            else:
                end = min(end, left)
        return (begin, end - begin) if end - begin >= _LEAST_ROOM else (0.0, width)


def paragraph_strips(
    paragraph: PageParagraph, width: float, ways: Ways, beside: Beside, down: float
) -> list[Strip]:
    """The strips of a paragraph.

    Args:
        paragraph: What it says.
        width: Of its column.
        ways: How the paper is laid out.
        beside: What floats beside it; what floats in it is added.
        down: How far down the column it begins.
    """
    shape, measure = paragraph.shape, ways.measure
    simple = None if beside.taken else _one_line(paragraph, width, measure)
    if simple is not None:
        return [simple]
    floats = list(_floats(paragraph, width, ways))
    room_above = _make_room(floats, beside, down + shape.before)
    setting = _setting(shape, width, ways, beside, down + shape.before)
    found = pieces(_labelled(paragraph), measure, ways.number)
    made = lines(found, setting, measure.heights(paragraph.mark), measure)
    strips = [
        _line_strip(line, place, len(made), paragraph, width) for place, line in enumerate(made)
    ]
    strips[0] = replace(
        strips[0],
        gap=shape.before + room_above,
        new_page=shape.new_page,
        floats=tuple(floats),
    )
    strips[-1] = replace(strips[-1], after=shape.after)
    return _edged(strips, shape, width)


def _one_line(paragraph: PageParagraph, width: float, measure: Measure) -> Strip | None:
    """The strip of a paragraph of a few plain words, as most cells of a list hold; else None."""
    shape, inlines = paragraph.shape, paragraph.inlines
    needs = measure.heights(paragraph.mark)
    things: tuple[Placed, ...] = ()
    if len(inlines) > 1 or paragraph.label or shape.edges != NO_EDGES or shape.ground:
        return None
    if inlines:
        (words,) = inlines
        if type(words) is not Words or words.look.capitals or words.look.small_capitals:
            return None
        look, text = words.look, words.text.rstrip(" ")
        wide, free = measure.width(text, look), width - shape.left - shape.right - shape.first
        if wide > free:
            return None
        if look is not paragraph.mark:
            needs = Heights(*map(max, needs, measure.heights(look)))
        part = _PARTS.get(shape.justify, 0.0)
        below = _line_height(needs, shape) - needs.line + needs.above
        rise = raised(look)
        right = shape.left + shape.first + (free - wide) * part
        things = (PlacedWords(right, below + rise, wide, text, look),)
    return Strip(
        _line_height(needs, shape),
        things,
        shape.before,
        shape.after,
        shape.keep_next,
        shape.new_page,
    )


def _labelled(paragraph: PageParagraph) -> Sequence[Inline]:
    """The paragraph behind its number."""
    if not paragraph.label:
        return paragraph.inlines
    look = next((one.look for one in paragraph.inlines if isinstance(one, Words)), paragraph.mark)
    return (Words(paragraph.label, replace(look, underline=False)), *paragraph.inlines)


def _setting(shape: Shape, width: float, ways: Ways, beside: Beside, down: float) -> Setting:
    inner = max(width - shape.left - shape.right, _LEAST_ROOM / 2)

    def room(below: float) -> tuple[float, float]:
        if not beside.taken:
            return shape.left, inner
        begin, free = beside.room(down + below, width)
        left = max(shape.left, begin)
        return left, max(min(begin + free, width - shape.right) - left, _LEAST_ROOM / 2)

    return Setting(
        justify=shape.justify,
        room=room,
        first=shape.first,
        indent=shape.left,
        tabs=shape.tabs,
        tab_every=ways.tab_every,
        stretches_broken=ways.stretches_broken,
        inside=lambda frame: frame_things(frame, ways.lay),
        height=lambda needs: _line_height(needs, shape),
    )


def _line_height(needs: Heights, shape: Shape) -> float:
    if shape.line_rule is LineRule.EXACT:
        return shape.line
    if shape.line_rule is LineRule.AT_LEAST:
        return max(shape.line, needs.line)
    return needs.line * shape.line


def _line_strip(
    line: Line, place: int, count: int, paragraph: PageParagraph, width: float
) -> Strip:
    shape = paragraph.shape
    height = _line_height(line.needs, shape)
    # What a line has too much or too little of is above its letters.
    things = tuple(moved(line.things, 0.0, height - line.needs.line))
    last = place == count - 1
    ground = (
        PlacedGround(shape.left, 0.0, width - shape.left - shape.right, height, shape.ground),
    )
    return Strip(
        height,
        (*(ground if shape.ground else ()), *things),
        keep=shape.keep_next if last else _stays(shape, place, count),
        ends_page=line.ends_page,
    )


def _stays(shape: Shape, place: int, count: int) -> bool:
    """Whether a line stays with the next: none of a paragraph stands alone on a page."""
    return shape.keep_lines or (shape.no_lone_line and place in (0, count - 2))


def _edged(strips: list[Strip], shape: Shape, width: float) -> list[Strip]:
    """The strips with the lines around their paragraph."""
    edges = shape.edges
    if edges == NO_EDGES:
        return strips
    left, wide = shape.left, width - shape.left - shape.right
    made = []
    for place, strip in enumerate(strips):
        around = Edges(
            edges.top if place == 0 else None,
            edges.bottom if place == len(strips) - 1 else None,
            edges.left,
            edges.right,
        )
        drawn = tuple(border(around, left, 0.0, wide, strip.height))
        made.append(replace(strip, things=(*strip.things, *drawn)))
    return made


def border(
    edges: Edges, left: float, top: float, width: float, height: float
) -> Iterator[PlacedLine]:
    """The lines around an area."""
    if edges.top is not None:
        yield PlacedLine(left, top, width, 0.0, edges.top)
    if edges.bottom is not None:
        yield PlacedLine(left, top + height, width, 0.0, edges.bottom)
    if edges.left is not None:
        yield PlacedLine(left, top, 0.0, height, edges.left)
    if edges.right is not None:
        yield PlacedLine(left + width, top, 0.0, height, edges.right)


# --- What floats ----------------------------------------------------------------------------


def _floats(paragraph: PageParagraph, width: float, ways: Ways) -> Iterator[LaidFloat]:
    for inline in paragraph.inlines:
        if isinstance(inline, Floating):
            yield LaidFloat(inline, thing_things(inline.thing, ways.lay), 0.0, 0.0, width)


def _make_room(floats: Sequence[LaidFloat], beside: Beside, down: float) -> float:
    """Let lines stand clear of what floats; gives the height to leave above the first line."""
    above = 0.0
    for one in floats:
        floating = one.floating
        if floating.down is not From.TEXT or floating.across is From.PAGE:
            continue
        left, bottom = across(one), floating.y + floating.thing.height
        if floating.clears:
            above = max(above, bottom)
        elif floating.beside:
            right = left + floating.thing.width
            beside.taken.append(
                (left - _CLEAR, right + _CLEAR, down + floating.y, down + bottom + 2)
            )
    return above


def across(one: LaidFloat) -> float:
    """How far right in its column something floats."""
    floating = one.floating
    free = one.room - floating.thing.width
    part = {"left": 0.0, "center": 0.5, "right": 1.0}.get(floating.align)
    return floating.x if part is None else free * part


def thing_things(thing: Picture | Frame, lay: Lay) -> tuple[Placed, ...]:
    """What a picture or frame shows, from its corner."""
    if isinstance(thing, Picture):
        return (PlacedPicture(0.0, 0.0, thing.width, thing.height, thing),)
    return frame_things(thing, lay)


def frame_things(frame: Frame, lay: Lay) -> tuple[Placed, ...]:
    """What a frame shows: its text box, or its name in a box where it is not drawn."""
    wide, high = frame.width, frame.height
    if not frame.blocks:
        return (PlacedFrame(0.0, 0.0, wide, high, frame.words),) if frame.words else ()
    ground = (PlacedGround(0.0, 0.0, wide, high, frame.ground),) if frame.ground else ()
    edge: Edge | None = frame.edge
    around = tuple(border(Edges(edge, edge, edge, edge), 0.0, 0.0, wide, high)) if edge else ()
    aside, above = _INSET
    said, _floats = stacked(lay(frame.blocks, max(wide - 2 * aside, 1.0)), aside, above)
    return (*ground, *around, *said)
