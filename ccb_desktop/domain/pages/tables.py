"""Cuts a table into strips, one for each row; a row that may go over two pages can be parted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ccb_desktop.domain.pages.paragraphs import border
from ccb_desktop.domain.pages.placed import Placed, PlacedGround
from ccb_desktop.domain.pages.strips import LaidFloat, Lay, Strip, height_of, stacked
from ccb_desktop.domain.pages.values import (
    Block,
    Edges,
    Justify,
    PageCell,
    PageParagraph,
    PageRow,
    PageTable,
)

_LEAST_WIDTH = 4.0
_LONG_GROUP = 500.0  # points: what stands in the middle of a taller cell would be off the page


@dataclass(frozen=True, slots=True)
class _Filled:
    """A cell with its strips."""

    cell: PageCell
    strips: list[Strip]

    @property
    def needs(self) -> float:
        return height_of(self.strips) + self.cell.sides.top + self.cell.sides.bottom


@dataclass(frozen=True, slots=True)
class _Laid:
    """A row with what its cells hold, and its height."""

    row: PageRow
    cells: list[_Filled]
    height: float


def table_strips(table: PageTable, width: float, lay: Lay) -> Iterator[Strip]:
    """The rows of a table in a column, one after the other."""
    free = width - sum(table.widths)
    part = {Justify.CENTER: 0.5, Justify.RIGHT: 1.0}.get(table.justify)
    left = table.left if part is None else free * part
    edges = [left]
    for wide in table.widths:
        edges.append(edges[-1] + wide)
    headings: list[Strip] = []
    in_head = True
    lay = _holding(lay)
    for group in _groups(table.rows):
        in_head = in_head and all(row.heading for row in group)
        laid = _laid(group, edges, lay)
        for place in range(len(laid)):
            strip = _row_strip(laid, place, edges)
            if in_head:
                headings.append(strip)
                yield replace(strip, keep=True)
            else:
                yield replace(strip, headings=tuple(headings))


def _holding(lay: Lay) -> Lay:
    """The same, holding what cells that say the same look like."""
    held: dict[tuple[int, float], tuple[Sequence[Block], list[Strip]]] = {}

    def lay_once(blocks: Sequence[Block], width: float) -> list[Strip]:
        key = (id(blocks), width)
        if key not in held:
            held[key] = (blocks, lay(blocks, width))
        return held[key][1]

    return lay_once


def _groups(rows: Sequence[PageRow]) -> Iterator[list[PageRow]]:
    """Rows that are held together by cells reaching over several."""
    group: list[PageRow] = []
    reach = 0
    for row in rows:
        group.append(row)
        reach = max(reach - 1, *(cell.rows - 1 for cell in row.cells), 0)
        if reach <= 0:
            yield group
            group, reach = [], 0
    if group:
        yield group


def _laid(group: Sequence[PageRow], edges: Sequence[float], lay: Lay) -> list[_Laid]:
    """The rows of a group with their heights."""
    made: list[_Laid] = []
    for row in group:
        cells = [_Filled(cell, _inside(cell, edges, lay)) for cell in row.cells]
        needed = max((one.needs for one in cells if one.cell.rows == 1), default=0.0)
        lines = max((_line_width(one.cell.edges) for one in cells), default=0.0)
        height = row.height if row.exact else max(needed + lines, row.height)
        made.append(_Laid(row, cells, height))
    for place, laid in enumerate(made):
        for one in laid.cells:
            if one.cell.rows > 1:
                _stretch(made, place, one)
    return made


def _stretch(made: list[_Laid], place: int, one: _Filled) -> None:
    """Let the last row be high enough for a cell that reaches over several."""
    last = min(place + one.cell.rows, len(made)) - 1
    lacking = one.needs - sum(laid.height for laid in made[place : last + 1])
    if lacking > 0 and not made[last].row.exact:
        made[last] = replace(made[last], height=made[last].height + lacking)


def _inside(cell: PageCell, edges: Sequence[float], lay: Lay) -> list[Strip]:
    if cell.rows == 0 or not cell.blocks:
        return []
    left, right = _span(cell, edges)
    return lay(cell.blocks, max(right - left - cell.sides.left - cell.sides.right, _LEAST_WIDTH))


def _span(cell: PageCell, edges: Sequence[float]) -> tuple[float, float]:
    last = len(edges) - 1
    return edges[min(cell.column, last)], edges[min(cell.column + cell.spans, last)]


def _line_width(edges: Edges) -> float:
    return edges.top.width if edges.top is not None else 0.0


# --- A row as a strip -----------------------------------------------------------------------


def _row_strip(laid: Sequence[_Laid], place: int, edges: Sequence[float]) -> Strip:
    """One row of a group."""
    one = laid[place]
    below = laid[place + 1].row.cells if place + 1 < len(laid) else ()
    covered = {cell.column for cell in below if cell.rows == 0}
    heights = [each.height for each in laid]
    things: list[Placed] = []
    floats: list[LaidFloat] = []
    for filled in one.cells:
        reach = sum(heights[place : place + max(1, filled.cell.rows)])
        hidden = filled.cell.column in covered
        seen, floating = _cell_things(filled, edges, one.height, reach, open_below=hidden)
        things += seen
        floats += floating
    return Strip(
        one.height,
        tuple(things),
        keep=one.row.heading or _keeps(one.row),
        floats=tuple(floats),
        cut=None if one.row.whole or one.row.exact or len(laid) > 1 else _cutter(one, edges),
    )


def _cell_things(
    filled: _Filled, edges: Sequence[float], height: float, reach: float, *, open_below: bool
) -> tuple[list[Placed], list[LaidFloat]]:
    """Ground, words and lines of a cell; `reach` is its height over all its rows."""
    cell = filled.cell
    left, right = _span(cell, edges)
    things: list[Placed] = []
    if cell.ground:
        things.append(PlacedGround(left, 0.0, right - left, height, cell.ground))
    free = max(0.0, reach - filled.needs)
    part = {"center": 0.5, "bottom": 1.0}.get(cell.stands, 0.0) if reach < _LONG_GROUP else 0.0
    said, floats = stacked(filled.strips, left + cell.sides.left, cell.sides.top + free * part)
    things += said
    around = replace(
        cell.edges,
        top=None if cell.rows == 0 else cell.edges.top,
        bottom=None if open_below else cell.edges.bottom,
    )
    things += border(around, left, 0.0, right - left, height)
    return things, floats


def _keeps(row: PageRow) -> bool:
    """Whether a row stays with the next, as Word has it: by its first paragraph."""
    first = next((cell.blocks[0] for cell in row.cells if cell.blocks), None)
    return isinstance(first, PageParagraph) and first.shape.keep_next


# --- A row over two pages -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _cutter:  # noqa: N801 (called like a function)
    """Parts a row where a page ends."""

    laid: _Laid
    edges: Sequence[float]

    def __call__(self, room: float) -> tuple[Strip, Strip] | None:
        """What fits into so many points, and the rest; None where not a line of it fits."""
        upper, lower = [], []
        for filled in self.laid.cells:
            count = _count_fitting(filled, room)
            upper.append(replace(filled, strips=filled.strips[:count]))
            lower.append(replace(filled, strips=filled.strips[count:]))
            if filled.strips and not count:
                return None
        if not any(one.strips for one in lower):
            return None
        return self._strip(upper, room), self._strip(lower, 0.0)

    def _strip(self, cells: list[_Filled], least: float) -> Strip:
        height = max(least, *(one.needs for one in cells))
        row = replace(self.laid.row, height=0.0)
        return _row_strip([_Laid(row, cells, height)], 0, self.edges)


def _count_fitting(filled: _Filled, room: float) -> int:
    """How many strips of a cell fit, none of them held to one that does not."""
    down, count = filled.cell.sides.top, 0
    for place, strip in enumerate(filled.strips):
        down += strip.gap + strip.height
        if down + filled.cell.sides.bottom > room:
            break
        down += strip.after
        if not strip.keep:
            count = place + 1
    return count if down <= room or count else 0
