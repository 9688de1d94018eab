"""How a form looks: its paragraphs, tables and sheets, and the blanks in them."""

from collections.abc import Iterator
from dataclasses import dataclass

from ccb_desktop.domain.papers import Align


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """A place of a form into which something can be written.

    Attributes:
        place: Where it stands, as JSON; the same in every reading of the file.
        label: The words beside it.
        row: The row of a table in which it stands, as JSON; rows are repeated for lists. Empty
            where it stands in none, or its row cannot be repeated.
        likely: Whether it looks as if it were meant to be filled; any other empty cell can be.
    """

    place: str
    label: str
    row: str = ""
    likely: bool = True


@dataclass(frozen=True, slots=True)
class Piece:
    """Words, or a blank: `blank` is its place in `FormShape.blanks`, -1 for words."""

    text: str
    blank: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One paragraph."""

    pieces: tuple[Piece, ...]
    align: Align = Align.LEFT
    bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One cell of a table, or a frame of text.

    Attributes:
        columns: How many columns it spans.
        rows: How many rows it spans.
        width: In parts of the width of its table; 0 where nobody knows.
    """

    blocks: tuple["Line | Grid", ...]
    columns: int = 1
    rows: int = 1
    width: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table: rows of the cells that begin in them.

    Attributes:
        framed: Whether lines are drawn around its cells.
    """

    rows: tuple[tuple[Box, ...], ...]
    framed: bool = True


Block = Line | Grid


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the form under its own name: a sheet, or the head of the page.

    Attributes:
        name: What it is called; empty for the text of a Word file.
        note: What of it is not shown.
    """

    name: str
    blocks: tuple[Block, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormShape:
    """A whole form."""

    sections: tuple[Section, ...]
    blanks: tuple[Blank, ...]

    def section_of(self, blank: int) -> int:
        """The number of the section in which a blank stands."""
        return next(
            (
                number
                for number, section in enumerate(self.sections)
                if blank in blanks_in(section.blocks)
            ),
            0,
        )


def blanks_in(blocks: tuple[Block, ...]) -> Iterator[int]:
    """The blanks of some blocks, in the order in which they are read."""
    for block in blocks:
        if isinstance(block, Line):
            yield from (piece.blank for piece in block.pieces if piece.blank >= 0)
        else:
            for row in block.rows:
                for box in row:
                    yield from blanks_in(box.blocks)
