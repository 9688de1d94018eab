"""Breaks the words of a paragraph into lines, as Word does."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from ccb_desktop.domain.pages.placed import Placed, PlacedPicture, PlacedWords, moved
from ccb_desktop.domain.pages.strips import Heights, Measure
from ccb_desktop.domain.pages.values import (
    Break,
    Floating,
    Frame,
    Inline,
    Justify,
    Look,
    PageNumber,
    Picture,
    Tab,
    TabStop,
    Words,
)

_PIECES = re.compile(r" +|[^ \-–—\u200b]*[\-–—\u200b]+|[^ \-–—\u200b]+")
_HYPHENS = ("-", "–", "—", "\u200b")
_SLACK = 0.05  # points by which a line may be too long
_SMALL = 0.8  # of the size: small capitals


class _Kind(Enum):
    WORD = auto()
    SPACE = auto()
    TAB = auto()
    BREAK = auto()
    THING = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """What is never parted: a word or a part of one, spaces, a tab, a picture."""

    kind: _Kind
    width: float
    look: Look
    text: str = ""
    thing: Picture | Frame | None = None
    page: bool = False
    counts_pages: bool = False

    @property
    def may_end(self) -> bool:
        """Whether a line may end behind it."""
        if self.kind is _Kind.WORD:
            return self.text.endswith(_HYPHENS)
        return True


@dataclass(frozen=True, slots=True)
class Line:
    """One line.

    Attributes:
        things: From its left end and its upper edge.
        needs: Heights of what stands in it.
        ends_page: Whether a page ends behind it.
    """

    things: tuple[Placed, ...]
    needs: Heights
    ends_page: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """How lines of a paragraph are set.

    Attributes:
        room: Of a line, by how far down it begins: how far right, and its width.
        first: How much further right the first line begins.
        indent: From the left of the text to the left of the paragraph, for tab stops.
        inside: What a frame shows.
        height: Of a line, by what stands in it.
    """

    justify: Justify
    room: Callable[[float], tuple[float, float]]
    first: float = 0.0
    indent: float = 0.0
    tabs: tuple[TabStop, ...] = ()
    tab_every: float = 36.0
    stretches_broken: bool = True
    inside: Callable[[Frame], tuple[Placed, ...]] = lambda frame: ()
    height: Callable[[Heights], float] = lambda needs: needs.line


def pieces(inlines: Sequence[Inline], measure: Measure, number: int | None) -> list[Piece]:
    """The pieces of a paragraph; `number` is that of the page, where it is known."""
    found: list[Piece] = []
    for inline in inlines:
        match inline:
            case Words(text=text, look=look):
                found += _word_pieces(text, look, measure)
            case Tab(look=look):
                found.append(Piece(_Kind.TAB, 0.0, look))
            case Break(look=look, page=page):
                found.append(Piece(_Kind.BREAK, 0.0, look, page=page))
            case PageNumber(look=look, total=total):
                shown = "00" if total else str(number or 1)
                width = measure.width(shown, look)
                found.append(Piece(_Kind.WORD, width, look, shown, counts_pages=total))
            case Picture() | Frame():
                found.append(Piece(_Kind.THING, inline.width, Look(), thing=inline))
            case Floating():
                pass  # placed by itself, apart from the lines
    return found


def _word_pieces(text: str, look: Look, measure: Measure) -> Iterator[Piece]:
    if look.small_capitals:
        text, look = text.upper(), replace(look, size=look.size * _SMALL, small_capitals=False)
    elif look.capitals:
        text = text.upper()
    for part in _PIECES.findall(text):
        kind = _Kind.SPACE if part[0] == " " else _Kind.WORD
        yield Piece(kind, measure.width(part, look), look, part)


def lines(found: Sequence[Piece], setting: Setting, mark: Heights, measure: Measure) -> list[Line]:
    """Break pieces into lines.

    Args:
        found: As `pieces` gives them.
        setting: How they stand.
        mark: Heights of the end of the paragraph.
        measure: Tells heights, and widths of words too long for a line.
    """
    made: list[Line] = []
    left, down = list(found), 0.0
    while left or not made:
        shift, width = setting.room(down)
        first = setting.first if not made else 0.0
        taken, places, left = _next_line(left, first, width, setting, measure)
        needs = _needs(taken, measure, None if left else mark)
        things = _placed(taken, places, width, needs, setting, last=not left)
        made.append(Line(tuple(moved(things, shift, 0.0)), needs, bool(taken) and taken[-1].page))
        down += setting.height(needs)
    return made


def _next_line(
    left: list[Piece], first: float, width: float, setting: Setting, measure: Measure
) -> tuple[list[Piece], list[float], list[Piece]]:
    """The pieces of the next line, their places, and the pieces after it."""
    places: list[float] = []
    at, may_end = first, 0
    for place, piece in enumerate(left):
        if piece.kind is _Kind.BREAK:
            return left[: place + 1], [*places, at], left[place + 1 :]
        if piece.kind is _Kind.TAB:
            at = _after_tab(at, left[place + 1 :], width, setting)
        elif piece.kind is not _Kind.SPACE and at + piece.width > width + _SLACK:
            if piece.kind is _Kind.THING and place:
                may_end = place
            if may_end:
                return left[:may_end], places[:may_end], left[may_end:]
            if piece.kind is _Kind.WORD and len(piece.text) > 1:
                fits, rest = _parted(piece, width - at, measure, at_least=int(place == 0))
                if fits is None:
                    return left[:place], places, left[place:]
                return [*left[:place], fits], [*places, at], [rest, *left[place + 1 :]]
        places.append(at)
        at += piece.width
        if piece.may_end:
            may_end = place + 1
    return left, places, []


def _parted(
    piece: Piece, room: float, measure: Measure, *, at_least: int
) -> tuple[Piece | None, Piece]:
    """A word that no line can hold, parted where the line ends."""
    count = len(piece.text) - 1
    while count > at_least and measure.width(piece.text[:count], piece.look) > room + _SLACK:
        count -= 1
    if not count:
        return None, piece
    begin, rest = piece.text[:count], piece.text[count:]
    return (
        replace(piece, text=begin, width=measure.width(begin, piece.look)),
        replace(piece, text=rest, width=measure.width(rest, piece.look)),
    )


def _after_tab(at: float, after: Sequence[Piece], width: float, setting: Setting) -> float:
    """Where the words behind a tab begin."""
    from_text = at + setting.indent
    stop = next((one for one in setting.tabs if one.at > from_text + _SLACK), None)
    if setting.first < 0 and at < -_SLACK and (stop is None or stop.at > setting.indent):
        return 0.0  # the hanging indent is a stop of its own
    if stop is None:
        every = setting.tab_every
        return min(((from_text + _SLACK) // every + 1) * every - setting.indent, max(width, at))
    goal = min(stop.at - setting.indent, max(width, at))
    if stop.align in ("right", "center", "decimal"):
        wide = 0.0
        for piece in after:
            if piece.kind in (_Kind.TAB, _Kind.BREAK):
                break
            wide += piece.width
        goal -= wide / 2 if stop.align == "center" else wide
    return max(at, goal)


def _needs(taken: Sequence[Piece], measure: Measure, mark: Heights | None) -> Heights:
    """What the highest pieces of a line need, and the end of the paragraph if it stands there."""
    found = [mark] if mark is not None else []
    looks = {id(piece.look): piece.look for piece in taken if piece.thing is None}
    found += [measure.heights(look) for look in looks.values()]
    found += [Heights(one.thing.height, 0.0, 0.0) for one in taken if one.thing is not None]
    return Heights(*(max(part) for part in zip(*found, strict=True)))


# --- Where the pieces of a line stand -------------------------------------------------------


def _placed(
    taken: Sequence[Piece],
    places: Sequence[float],
    width: float,
    needs: Heights,
    setting: Setting,
    *,
    last: bool,
) -> tuple[Placed, ...]:
    """The things of a line, spread or shifted as the paragraph stands."""
    count = len(taken)
    while count and taken[count - 1].kind in (_Kind.SPACE, _Kind.BREAK):
        count -= 1
    if not count:
        return ()
    over = width - places[count - 1] - taken[count - 1].width
    broken = taken[-1].kind is _Kind.BREAK
    stretch = 0.0
    if setting.justify is Justify.BOTH and not last and (setting.stretches_broken or not broken):
        after_tab = max((p + 1 for p in range(count) if taken[p].kind is _Kind.TAB), default=0)
        gaps = sum(len(p.text) for p in taken[after_tab:count] if p.kind is _Kind.SPACE)
        stretch = over / gaps if gaps and over > 0 else 0.0
        shift, begin = 0.0, after_tab
    else:
        part = {Justify.CENTER: 0.5, Justify.RIGHT: 1.0}.get(setting.justify, 0.0)
        shift, begin = max(0.0, over) * part, 0
    return tuple(_things(taken[:count], places, needs, setting, (shift, stretch, begin)))


def _things(
    taken: Sequence[Piece],
    places: Sequence[float],
    needs: Heights,
    setting: Setting,
    spread: tuple[float, float, int],
) -> Iterator[Placed]:
    """Words of one look beside each other as one thing, as long as they are not spread."""
    shift, stretch, begin = spread
    run: list[Piece] = []
    run_at, added = 0.0, 0.0
    for place, piece in enumerate(taken):
        at = places[place] + shift + added
        wide = piece.width
        if piece.kind is _Kind.SPACE and stretch and place >= begin:
            added += stretch * len(piece.text)
            wide += stretch * len(piece.text)
        joins = _joins(run, piece, parted=bool(stretch))
        if run and not joins:
            yield _words(run, run_at, needs)
            run = []
        if piece.kind is _Kind.TAB:
            yield from _leader(piece, at, places, place, taken, setting, needs)
        elif piece.thing is not None:
            yield from _thing(piece.thing, at, needs, setting)
        elif piece.kind is _Kind.WORD or not stretch or piece.look.underline:
            if not run:
                run_at = at
            run.append(piece if wide == piece.width else replace(piece, width=wide))
    if run:
        yield _words(run, run_at, needs)


def _joins(run: Sequence[Piece], piece: Piece, *, parted: bool) -> bool:
    """Whether a piece goes on with the words before it."""
    if not run or piece.kind not in (_Kind.WORD, _Kind.SPACE) or piece.counts_pages:
        return False
    if run[-1].counts_pages or (piece.look is not run[-1].look and piece.look != run[-1].look):
        return False
    return not (parted and _Kind.SPACE in (piece.kind, run[-1].kind))


def _words(run: Sequence[Piece], at: float, needs: Heights) -> PlacedWords:
    look = run[0].look
    text = "".join(piece.text for piece in run)
    width = sum(piece.width for piece in run)
    return PlacedWords(at, needs.above + raised(look), width, text, look, run[0].counts_pages)


def raised(look: Look) -> float:
    """How far below their line letters stand, in points; less than 0 for what is raised."""
    return -look.raised * look.size * (0.33 if look.raised > 0 else 0.14)


def _thing(thing: Picture | Frame, at: float, needs: Heights, setting: Setting) -> Iterator[Placed]:
    top = needs.above - thing.height
    if isinstance(thing, Picture):
        yield PlacedPicture(at, top, thing.width, thing.height, thing)
    else:
        yield from moved(setting.inside(thing), at, top)


def _leader(
    piece: Piece,
    at: float,
    places: Sequence[float],
    place: int,
    taken: Sequence[Piece],
    setting: Setting,
    needs: Heights,
) -> Iterator[Placed]:
    """The dots from a tab to what stands behind it."""
    before = places[place - 1] + taken[place - 1].width if place else setting.first
    stop = next((one for one in setting.tabs if one.at > before + setting.indent + _SLACK), None)
    if stop is None or not stop.leader:
        return
    wide = at - before
    dot = piece.look.size * (0.25 if stop.leader == "." else 0.5)
    count = int(max(0.0, wide) / dot)
    if count:
        yield PlacedWords(
            at - count * dot, needs.above, count * dot, stop.leader * count, piece.look
        )
