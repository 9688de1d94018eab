"""Tables of a Word file: their columns, cells that reach over others, borders."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from ccb_desktop.documents.word.page_reading.looks import (
    FIRST_ROW,
    Styles,
    as_bytes,
    edge,
    ground,
    justified,
    tag,
)
from ccb_desktop.documents.word.page_reading.opened import (
    Element,
    child,
    is_on,
    named,
    points,
    value,
    whole,
)
from ccb_desktop.domain.pages.values import (
    Block,
    Edge,
    Edges,
    Justify,
    PageCell,
    PageRow,
    PageTable,
    Sides,
)

CellBlocks = Callable[[Element, str], tuple[Block, ...]]
"""Reads what stands in a cell of a table of a style."""

_INSIDE = frozenset({"sdt", "sdtContent", "ins", "customXml"})
_SIDES = {"top": "top", "right": "right", "bottom": "bottom", "left": "left", "end": "right",
          "start": "left"}  # fmt: skip
_WIDEST = 63  # columns Word knows


@dataclass(frozen=True, slots=True)
class _Frame:
    """What a table gives its cells: its lines by side, and the room within a cell."""

    lines: dict[str, Edge | None]
    sides: Sides
    style: str
    first_style: str
    first_ground: str
    columns: int
    cells: dict[tuple[object, ...], PageCell] = field(default_factory=dict)


def read_table(
    element: Element,
    styles: Styles,
    blocks: CellBlocks,
    room: float,
    most_rows: int | None = None,
    *,
    hangs: bool = False,
) -> PageTable:
    """A `w:tbl`.

    Args:
        element: The table.
        styles: Of the file.
        blocks: Reads what stands in its cells.
        room: Width it has.
        most_rows: How many rows are read at most.
        hangs: Whether its words, not its lines, stand at the margin, as in older files.
    """
    properties = child(element, "tblPr")
    style = value(child(properties, "tblStyle")) or styles.usual["table"]
    sources = [child(one, "tblPr") for one in styles.chain(style)]
    sources.append(properties)
    rows = list(_inner(element, "tr"))
    widths = _widths(element, rows, room, properties)
    look = child(properties, "tblLook")
    first = f"{style}{FIRST_ROW}" if _has_first_row(look) else style
    frame = _Frame(
        _table_lines(sources),
        _sides(sources),
        style,
        first,
        _ground_of(styles.chain(first)) if first != style else "",
        len(widths),
    )
    made = [
        _row(row, frame, blocks, place, len(rows)) for place, row in enumerate(rows[:most_rows])
    ]
    indents = [points(value(child(one, "tblInd"), "w")) for one in sources]
    left = next((one for one in reversed(indents) if one is not None), 0.0)
    stands = [justified(child(one, "jc")) for one in sources]
    justify = next((one for one in reversed(stands) if one is not None), Justify.LEFT)
    left -= frame.sides.left if hangs and justify is Justify.LEFT else 0.0
    return PageTable(widths, _with_reach(made), justify, left)


def _has_first_row(look: Element | None) -> bool:
    """Whether the first row looks as the style of the table has it."""
    told = value(look, "firstRow")
    if told is not None:
        return told in ("1", "true", "on")
    try:
        return bool(int(value(look) or "0", 16) & 0x20)
    except ValueError:
        return False


def _ground_of(chain: Sequence[Element]) -> str:
    found = (ground(child(one, "tcPr", "shd")) for one in reversed(chain))
    return next((one for one in found if one), "")


def _inner(element: Element, name: str) -> Sequence[Element]:
    """Rows or cells, also within what Word wraps around them."""
    found: list[Element] = []
    for one in element:
        if tag(one) == name:
            found.append(one)
        elif tag(one) in _INSIDE:
            found += _inner(one, name)
    return found


def _widths(
    element: Element, rows: Sequence[Element], room: float, properties: Element | None
) -> tuple[float, ...]:
    """Widths of the columns, by the grid; shrunk to the room where Word would fit them."""
    grid = child(element, "tblGrid")
    found = (
        [points(value(one, "w")) or 0.0 for one in named(grid, "gridCol")]
        if grid is not None
        else []
    )
    if not any(found):
        count = max((len(_inner(row, "tc")) for row in rows), default=1)
        found = [room / max(1, count)] * max(1, count)
    told = child(properties, "tblW")
    if value(told, "type") == "pct":
        part = points((value(told, "w") or "").removesuffix("%"), 1.0) or 5000.0
        part /= 100.0 if (value(told, "w") or "").endswith("%") else 5000.0
        total = sum(found)
        found = [one * part * room / total for one in found] if total else found
    fixed = value(child(properties, "tblLayout"), "type") == "fixed"
    if not fixed and sum(found) > room * 1.2:
        found = [one * room / sum(found) for one in found]
    return tuple(max(one, 1.0) for one in found)


def _table_lines(sources: Sequence[Element | None]) -> dict[str, Edge | None]:
    lines: dict[str, Edge | None] = {}
    for source in sources:
        around = child(source, "tblBorders")
        for one in around if around is not None else ():
            name = tag(one)
            lines[_SIDES.get(name, name)] = edge(one)
    return lines


def _sides(sources: Sequence[Element | None]) -> Sides:
    sides = Sides()
    for source in sources:
        sides = _with_sides(sides, child(source, "tblCellMar"))
    return sides


def _with_sides(sides: Sides, told: Element | None) -> Sides:
    for one in told if told is not None else ():
        size = points(value(one, "w"))
        if tag(one) in _SIDES and size is not None:
            sides = replace(sides, **{_SIDES[tag(one)]: size})
    return sides


def _row(row: Element, frame: _Frame, blocks: CellBlocks, place: int, count: int) -> PageRow:
    properties = child(row, "trPr")
    height = child(properties, "trHeight")
    cells: list[PageCell] = []
    column = min(whole(value(child(properties, "gridBefore"))), _WIDEST)
    for element in _inner(row, "tc"):
        cell = _cell(element, frame, blocks, column, (place == 0, place == count - 1))
        cells.append(cell)
        column += cell.spans
    return PageRow(
        tuple(cells),
        points(value(height)) or 0.0,
        value(height, "hRule") == "exact",
        is_on(child(properties, "tblHeader")),
        is_on(child(properties, "cantSplit")),
    )


def _cell(
    element: Element, frame: _Frame, blocks: CellBlocks, column: int, ends: tuple[bool, bool]
) -> PageCell:
    properties = child(element, "tcPr")
    key = (as_bytes(properties), ends, column == 0, frame.columns - column)
    held = frame.cells.get(key)
    if held is None:
        held = frame.cells[key] = _bare_cell(properties, frame, column, ends)
    style = frame.first_style if ends[0] else frame.style
    inside = blocks(element, style) if held.rows else ()
    return PageCell(
        column, held.spans, inside, held.edges, held.sides, held.ground, held.stands, held.rows
    )


def _bare_cell(
    properties: Element | None, frame: _Frame, column: int, ends: tuple[bool, bool]
) -> PageCell:
    """A cell without what stands in it, the same for many."""
    spans = min(max(whole(value(child(properties, "gridSpan")), 1), 1), _WIDEST)
    merge = child(properties, "vMerge")
    covered = merge is not None and value(merge) != "restart"
    last = column + spans >= frame.columns
    outer = {"top": ends[0], "bottom": ends[1], "left": column == 0, "right": last}
    return PageCell(
        column,
        spans,
        (),
        _cell_edges(child(properties, "tcBorders"), frame.lines, outer),
        _with_sides(frame.sides, child(properties, "tcMar")),
        ground(child(properties, "shd")) or (frame.first_ground if ends[0] else ""),
        {"center": "center", "bottom": "bottom"}.get(
            value(child(properties, "vAlign")) or "", "top"
        ),
        0 if covered else 1,
    )


def _cell_edges(
    own: Element | None, lines: dict[str, Edge | None], outer: dict[str, bool]
) -> Edges:
    """Lines of a cell: its own, else those of the table, at its rim or within."""
    inner = {"top": "insideH", "bottom": "insideH", "left": "insideV", "right": "insideV"}
    found = {side: lines.get(side if is_outer else inner[side]) for side, is_outer in outer.items()}
    for one in own if own is not None else ():
        side = _SIDES.get(tag(one))
        if side is not None:
            found[side] = edge(one)
    return Edges(**found)


def _with_reach(rows: Sequence[PageRow]) -> tuple[PageRow, ...]:
    """The rows, their cells with the number of rows each reaches over."""
    if all(cell.rows for row in rows for cell in row.cells):
        return tuple(rows)
    reach: dict[int, int] = {}
    made: list[PageRow] = []
    for row in reversed(rows):
        cells = []
        below, reach = reach, {}
        for cell in row.cells:
            if cell.rows == 0:
                reach[cell.column] = below.get(cell.column, 0) + 1
                cells.append(cell)
            else:
                cells.append(replace(cell, rows=1 + below.get(cell.column, 0)))
        made.append(replace(row, cells=tuple(cells)))
    return tuple(reversed(made))
