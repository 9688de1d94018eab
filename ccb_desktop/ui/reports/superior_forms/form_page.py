"""A form as a page of hypertext: its words and tables, with numbered blanks to be clicked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

from ccb_desktop.domain.papers import Align
from ccb_desktop.domain.superior_forms.shapes import Block, Box, FormShape, Grid, Line, Section
from ccb_desktop.ui.kit.theme import Theme

_ALIGN = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right"}
_EMPTY = "\u00a0\u00a0\u00a0\u00a0"
_BLANK = "blank:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What is shown of a form.

    Attributes:
        numbers: Number of a blank in the shape → the number by which the officer knows it.
        values: Number of a blank in the shape → what stands there; only of tied ones.
        letter: Height of the text in pixels, by which columns grow.
        clickable: Whether blanks are marked, or only read.
    """

    numbers: Mapping[int, int]
    values: Mapping[int, str]
    letter: int
    clickable: bool = True


def form_page(shape: FormShape, section: int, shown: Shown, theme: Theme) -> str:
    """The hypertext of a section of an Excel form, or of a whole Word form."""
    writer = _Writer(shown, theme)
    if is_of_word(shape):
        return "".join(writer.section(one) for one in shape.sections)
    return writer.section(shape.sections[section]) if shape.sections else ""


def is_of_word(shape: FormShape) -> bool:
    """Whether its sections are read one below the other, as the pages of a Word file are."""
    return any(not section.name for section in shape.sections)


def address_of(blank: int) -> str:
    """Where the anchor of a blank leads."""
    return f"{_BLANK}{blank}"


def blank_at(address: str) -> int | None:
    """The blank to which an anchor leads, if it leads to one."""
    number = address.removeprefix(_BLANK)
    return int(number) if address.startswith(_BLANK) and number.isdecimal() else None


@dataclass(frozen=True, slots=True)
class ToldBlank:
    """What is said in the place of a blank, and how it looks; no ground where it is empty."""

    text: str
    colour: str
    ground: str = ""
    bold: bool = False


def told_blank(shown: Shown, blank: int, text: str, theme: Theme) -> ToldBlank:
    """A blank as it is told.

    Args:
        shown: What is shown of the form.
        blank: Its number in the shape.
        text: The signs that stand there in the form.
        theme: The colours.
    """
    number, value = shown.numbers.get(blank), shown.values.get(blank)
    if number is None:
        return ToldBlank(_EMPTY, theme.text)
    if value is None:
        stands = text.strip() or "…"
        return ToldBlank(f"[{number}]\u00a0{stands}", theme.warning, theme.warning_soft)
    return ToldBlank(f"[{number}\u00a0✓]\u00a0{value}", theme.text, theme.chosen, bold=True)


def texts_of(blocks: tuple[Block, ...]) -> Iterator[tuple[int, str]]:
    """Each blank with the signs that stand there in the form."""
    for block in blocks:
        if isinstance(block, Line):
            yield from ((piece.blank, piece.text) for piece in block.pieces if piece.blank >= 0)
        else:
            for row in block.rows:
                for box in row:
                    yield from texts_of(box.blocks)


class _Writer:
    """Writes the blocks of a form."""

    def __init__(self, shown: Shown, theme: Theme) -> None:
        self._shown = shown
        self._theme = theme

    def section(self, section: Section) -> str:
        name = f"<p><i>{escape(section.name)}</i></p>" if section.name in _ENDS else ""
        note = f"<p><i>{escape(section.note)}</i></p>" if section.note else ""
        return note + name + self._blocks(section.blocks)

    def _blocks(self, blocks: tuple[Block, ...]) -> str:
        return "".join(
            self._line(block) if isinstance(block, Line) else self._grid(block) for block in blocks
        )

    def _line(self, line: Line) -> str:
        inside = self._inside(line)
        return f'<p style="margin:2px" align="{_ALIGN[line.align]}">{inside}</p>'

    def _inside(self, line: Line) -> str:
        inside = "".join(
            escape(piece.text).replace("\n", "<br>").replace("\t", _EMPTY)
            if piece.blank < 0
            else self._blank(piece.blank, piece.text)
            for piece in line.pieces
        )
        return f"<b>{inside}</b>" if line.bold else inside or "&nbsp;"

    def _blank(self, blank: int, text: str) -> str:
        if not self._shown.clickable:
            return escape(text)
        told = told_blank(self._shown, blank, text, self._theme)
        ground = f"; background:{told.ground}" if told.ground else ""
        weight = "; font-weight:bold" if told.bold else ""
        style = f"text-decoration:none; color:{told.colour}{ground}{weight}"
        return f'<a href="{address_of(blank)}" style="{style}">{escape(told.text)}</a>'

    def _grid(self, grid: Grid) -> str:
        rows = "".join(f"<tr>{''.join(map(self._box, row))}</tr>" for row in grid.rows)
        border = 1 if grid.framed else 0
        look = f"border-color:{self._theme.line}; border-style:solid"
        table = f'cellspacing="0" cellpadding="3" border="{border}" style="{look}"'
        return f"<table {table}>{rows}</table>"

    def _box(self, box: Box) -> str:
        spans = f' colspan="{box.columns}"' if box.columns > 1 else ""
        spans += f' rowspan="{box.rows}"' if box.rows > 1 else ""
        width = round(box.width * self._shown.letter * _PER_SIGN) if box.width < _TWIPS_FROM else 0
        spans += f' width="{width}"' if width and box.columns == 1 else ""
        only = box.blocks[0] if len(box.blocks) == 1 else None
        if isinstance(only, Line):
            return f'<td{spans} align="{_ALIGN[only.align]}">{self._inside(only)}</td>'
        return f"<td{spans}>{self._blocks(box.blocks)}</td>"


_ENDS = frozenset({"Đầu trang", "Cuối trang"})
_PER_SIGN = 0.38  # how wide a sign is, in heights of the text
_TWIPS_FROM = 256  # no column of Excel is wider; Word counts in twentieths of a point
