"""Reads a Word file whole: its sections with heads, feet, paragraphs and tables."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from ccb_desktop.documents.word.page_reading.looks import Fonts, Styles, as_bytes, edges, tag
from ccb_desktop.documents.word.page_reading.numbers import Numbers
from ccb_desktop.documents.word.page_reading.opened import (
    Element,
    Package,
    Part,
    R,
    W,
    child,
    is_on,
    named,
    points,
    value,
    whole,
)
from ccb_desktop.documents.word.page_reading.paragraphs import read_paragraph
from ccb_desktop.documents.word.page_reading.tables import read_table
from ccb_desktop.domain.errors import BadFile, NotFound
from ccb_desktop.domain.pages.values import (
    Block,
    Marginal,
    PageParagraph,
    PageSection,
    PageTable,
    PaperText,
    Words,
)

_INSIDE = frozenset({"sdt", "sdtContent", "ins", "customXml", "moveTo"})
_FIRST_BLOCKS, _FIRST_ROWS = 300, 100
_SMALLEST = 72.0  # points of a side of a page
_DEEPEST = 8  # tables within tables
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_PLACES = {"default": "usual", "first": "first", "even": "even"}


Begun = Callable[[PaperText], object]
"""Gets the beginning of a long paper, to be shown while the rest is read."""


def read_pages(path: Path, begun: Begun | None = None) -> PaperText:
    """What a Word file says and how it looks.

    Raises:
        BadFile: It is no Word file, or is spoilt.
        NotFound: It is not there, or cannot be read.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise NotFound(f"Không đọc được tệp “{path.name}”. Hãy chọn lại tệp.") from error
    return read_content(content, path.name, begun)


def read_content(content: bytes, name: str, begun: Begun | None = None) -> PaperText:
    """The same from the bytes of a file; `name` is what it is called.

    Raises:
        BadFile: It is no Word file, or is spoilt.
    """
    package = Package(content, name)
    try:
        if begun is not None and package.is_long:
            begun(_Reader(package, beginning=True).paper())
        return _Reader(package).paper()
    except BadFile:
        raise
    except (RecursionError, ValueError, TypeError, LookupError, ArithmeticError) as error:
        raise package.unusable() from error


class _Reader:
    """Reads one file, or the beginning of it: the first blocks, the first rows of each table."""

    def __init__(self, package: Package, *, beginning: bool = False) -> None:
        self._package = package
        self._most_blocks = _FIRST_BLOCKS if beginning else None
        self._most_rows = _FIRST_ROWS if beginning else None
        self._part = package.body()
        fonts = Fonts(self._part.of_kind("theme"))
        self._styles = Styles(self._part.of_kind("styles"), fonts)
        self._numbers = Numbers(self._part.of_kind("numbering"))
        self._settings = self._part.of_kind("settings")
        self._is_old = _is_old(child(self._settings, "compat"))
        self._parts: dict[str, Part] = {}
        self._cells: dict[tuple[str, bytes], tuple[Block, ...]] = {}
        self._room = 450.0

    def paper(self) -> PaperText:
        """The whole paper."""
        body = child(self._part.tree, "body")
        if body is None:
            raise self._package.unusable()
        sections = tuple(self._sections(body))
        compat = child(self._settings, "compat")
        return PaperText(
            sections,
            self._title(),
            is_on(child(self._settings, "evenAndOddHeaders")),
            points(value(child(self._settings, "defaultTabStop"))) or 36.0,
            not is_on(child(compat, "doNotExpandShiftReturn")),
            is_on(child(compat, "doNotUseHTMLParagraphAutoSpacing")),
        )

    def _title(self) -> str:
        tree = self._package.optional("docProps/core.xml")
        found = tree.find(_TITLE) if tree is not None else None
        return (found.text or "") if found is not None else ""

    # Sections

    def _sections(self, body: Element) -> Iterator[PageSection]:
        """Each section, read with the width that its end tells."""
        ends = list(body.iter(f"{W}sectPr"))
        rooms = [_room(end) for end in ends] or [self._room]
        heads: dict[str, tuple[Block, ...]] = {}
        blocks: list[Block] = []
        place = 0
        self._room = rooms[0]
        for element, end in islice(_with_ends(body), self._most_blocks):
            if element is not None:
                blocks += self._block(element, self._part, "", 0)
            if end is not None:
                heads = {**heads, **self._marginals(end)}
                yield _section(end, tuple(_without_end_mark(blocks, element)), heads)
                blocks, place = [], place + 1
                self._room = rooms[min(place, len(rooms) - 1)]
        if blocks and place < len(ends):
            yield _section(ends[place], tuple(blocks), {**heads, **self._marginals(ends[place])})
        elif blocks or not ends:
            yield PageSection(tuple(blocks))

    def _marginals(self, end: Element) -> dict[str, tuple[Block, ...]]:
        """Heads and feet that a section names; others it has from the section before."""
        found = {}
        for one in named(end, "headerReference", "footerReference"):
            name = self._part.target(one.get(f"{R}id"))
            place = _PLACES.get(value(one, "type") or "default", "usual")
            if name:
                part = self._parts.setdefault(name, Part(self._package, name))
                found[f"{tag(one)} {place}"] = self._blocks(part.tree, part, "", 0)
        return found

    # Blocks

    def _blocks(self, element: Element, part: Part, table: str, deep: int) -> tuple[Block, ...]:
        return tuple(block for one in element for block in self._block(one, part, table, deep))

    def _block(self, element: Element, part: Part, table: str, deep: int) -> Iterator[Block]:
        name = tag(element)
        if name == "p":
            yield read_paragraph(
                element,
                self._styles,
                self._numbers,
                table,
                part,
                lambda inside: self._blocks(inside, part, "", deep + 1),
            )
        elif name == "tbl" and deep < _DEEPEST:
            yield read_table(
                element,
                self._styles,
                lambda cell, style: self._cell(cell, part, style, deep + 1),
                self._room,
                self._most_rows,
                hangs=self._is_old and deep == 0,
            )
        elif name in _INSIDE:
            yield from self._blocks(element, part, table, deep)

    def _cell(self, cell: Element, part: Part, style: str, deep: int) -> tuple[Block, ...]:
        """What stands in a cell, the very same for cells that say the same in few words."""
        if len(cell) > 2:
            return self._blocks(cell, part, style, deep)
        said = (style, as_bytes(cell[-1])) if len(cell) else (style, b"")
        held = self._cells.get(said)
        if held is None:
            held = self._blocks(cell, part, style, deep)
            if all(_stays_the_same(one) for one in held):
                self._cells[said] = held
        return held


def _is_old(compat: Element | None) -> bool:
    """Whether tables stand as they did before Word 2013."""
    modes = (
        whole(value(one))
        for one in (named(compat, "compatSetting") if compat is not None else ())
        if value(one, "name") == "compatibilityMode"
    )
    return next(modes, 12) < 15


def _stays_the_same(block: Block) -> bool:
    """Whether a block says the same wherever it stands: no number of a list, no picture."""
    if isinstance(block, PageTable) or block.label:
        return False
    return all(isinstance(one, Words) for one in block.inlines)


def _with_ends(body: Element) -> Iterator[tuple[Element | None, Element | None]]:
    """Each element of the body, and the end of the section that it is or holds."""
    for one in body:
        if tag(one) == "sectPr":
            yield None, one
        else:
            yield one, child(one, "pPr", "sectPr") if tag(one) == "p" else None


def _without_end_mark(blocks: list[Block], element: Element | None) -> list[Block]:
    """The blocks without the empty paragraph that does nothing but end a section."""
    last = blocks[-1] if element is not None and blocks else None
    if isinstance(last, PageParagraph) and not last.inlines and len(blocks) > 1:
        flat = replace(last.shape, before=0.0, after=0.0, keep_next=False)
        return [*blocks[:-1], replace(last, shape=flat)]
    return blocks


def _room(end: Element) -> float:
    size, margins = child(end, "pgSz"), child(end, "pgMar")
    width = _side(value(size, "w")) or 595.3
    return width - sum(points(value(margins, side)) or 0.0 for side in ("left", "right"))


def _section(
    end: Element, blocks: tuple[Block, ...], heads: dict[str, tuple[Block, ...]]
) -> PageSection:
    size, margins = child(end, "pgSz"), child(end, "pgMar")
    told: dict[str, Any] = {
        "width": _side(value(size, "w")),
        "height": _side(value(size, "h")),
        "to_head": points(value(margins, "header")),
        "to_foot": points(value(margins, "footer")),
        **{side: points(value(margins, side)) for side in ("top", "bottom", "left", "right")},
    }
    number = value(child(end, "pgNumType"), "start")
    around = child(end, "pgBorders")
    return PageSection(
        blocks,
        **{name: abs(one) for name, one in told.items() if one is not None},
        head=_marginal("headerReference", heads),
        foot=_marginal("footerReference", heads),
        first_differs=is_on(child(end, "titlePg")),
        number_from=whole(number, 1) if number is not None else None,
        continues=value(child(end, "type")) == "continuous",
        edges=edges(around),
        edges_off=_edges_off(around),
    )


def _side(told: str | None) -> float | None:
    """A side of a page; None, for that of an A4 sheet, where none could be that small."""
    size = points(told)
    return size if size is not None and size >= _SMALLEST else None


def _edges_off(around: Element | None) -> float:
    """How far the lines around a page are from its rim."""
    first = next(iter(around), None) if around is not None else None
    return points(value(first, "space"), 1.0) or 24.0


def _marginal(kind: str, heads: dict[str, tuple[Block, ...]]) -> Marginal:
    return Marginal(
        **{place: heads.get(f"{kind} {place}", ()) for place in ("usual", "first", "even")}
    )
