"""How a Word form looks: its paragraphs, tables and frames, with numbered blanks."""

from collections.abc import Iterator
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from ccb_desktop.documents.form_filling.blank_text import is_mere_number, joined, tidy
from ccb_desktop.documents.form_filling.parts import FormPackage, ancestor
from ccb_desktop.documents.form_filling.word_places import (
    BODY,
    ReadParagraph,
    Spot,
    SpotKind,
    W,
    form_parts,
    paragraphs,
    place_of,
    read_paragraph,
    row_place,
    table_rows,
)
from ccb_desktop.domain.errors import BadFile
from ccb_desktop.domain.papers import Align
from ccb_desktop.domain.superior_forms.shapes import (
    Blank,
    Block,
    Box,
    FormShape,
    Grid,
    Line,
    Piece,
    Section,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

_ALIGN = {"center": Align.CENTER, "right": Align.RIGHT, "end": Align.RIGHT}
_OFF = ("0", "false", "off")
_HEAD_ROWS = 4
_LOOKS_BACK = 12  # paragraphs
_STRANGE = "tệp Word kiểu lạ. Hãy mở bằng Word, chọn Lưu thành, kiểu Word (.docx), rồi đưa lại."


def word_shape(package: FormPackage) -> FormShape:
    """Read a form.

    Raises:
        BadFile: It is no usual Word file.
    """
    reader = _Reader(package)
    sections = [reader.section(name) for name in form_parts(package)]
    return FormShape(
        sections=tuple(one for one in sections if one.blocks), blanks=tuple(reader.blanks)
    )


class _Reader:
    """Goes through the parts, numbering blanks as they are read."""

    def __init__(self, package: FormPackage) -> None:
        self._package = package
        self.blanks: list[Blank] = []
        self._part = ""
        self._paragraphs: list[_Element] = []
        self._numbers: dict[_Element, int] = {}
        self._rows: dict[_Element, int] = {}

    def section(self, part: str) -> Section:
        root = self._package.root(part)
        if not str(root.tag).startswith(W):
            raise BadFile(_STRANGE)
        self._part = part
        self._paragraphs = list(paragraphs(root))
        self._numbers = {one: number for number, one in enumerate(self._paragraphs)}
        self._rows = {one: number for number, one in enumerate(table_rows(root))}
        body = root.find(W + "body") if part == BODY else root
        blocks = self._blocks(body) if body is not None else []
        if part == BODY:
            return Section(name="", blocks=tuple(blocks))
        name = "Đầu trang" if part.startswith("word/header") else "Cuối trang"
        seen = [one for one in blocks if isinstance(one, Grid) or _has_words(one)]
        return Section(name=name, blocks=tuple(seen))

    def _blocks(self, parent: "_Element") -> list[Block]:
        found: list[Block] = []
        for child in parent:
            if child.tag == W + "p" and child in self._numbers:
                found += self._paragraph(child)
            elif child.tag == W + "tbl":
                found.append(self._table(child))
            elif child.tag in (W + "sdt", W + "customXml"):
                inside = child.find(W + "sdtContent")
                found += self._blocks(child if inside is None else inside)
        return found

    def _paragraph(self, element: "_Element") -> list[Block]:
        """The paragraph, then the frames of text that hang on it."""
        read = read_paragraph(element)
        first = next((one for one in element.iter(W + "r") if one.find(W + "t") is not None), None)
        bold = first.find(f"{W}rPr/{W}b") if first is not None else None
        justified = element.find(f"{W}pPr/{W}jc")
        line = Line(
            pieces=tuple(self._pieces(read)),
            align=_ALIGN.get(justified.get(W + "val") or "", Align.LEFT)
            if justified is not None
            else Align.LEFT,
            bold=bold is not None and bold.get(W + "val") not in _OFF,
        )
        frames = [
            Grid(rows=((Box(blocks=tuple(self._blocks(frame))),),))
            for frame in element.iter(f"{W}txbxContent")
            if next(frame.iter(W + "p"), None) in self._numbers
            and ancestor(frame, W + "p") is element
        ]
        return [line, *frames]

    def _pieces(self, read: ReadParagraph) -> list[Piece]:
        pieces: list[Piece] = []
        text, at = read.text, 0
        for number, spot in enumerate(read.spots):
            pieces.append(Piece(text[at : spot.start]))
            place = place_of(self._part, self._numbers[read.element], number)
            label = self._label(read, number)
            row = self._row_of(read.element)
            pieces.append(Piece(text[spot.start : spot.end], len(self.blanks)))
            self.blanks.append(Blank(place=place, label=label, row=row))
            at = spot.end
        pieces.append(Piece(text[at:]))
        return [piece for piece in pieces if piece.text or piece.blank >= 0]

    def _table(self, table: "_Element") -> Grid:
        rows = [
            tuple(
                Box(blocks=tuple(self._blocks(cell)), columns=_span(cell), width=_width(cell))
                for cell in cells_of(row)
            )
            for row in _rows_of(table)
        ]
        return Grid(rows=tuple(row for row in rows if row), framed=_is_framed(table))

    def _row_of(self, paragraph: "_Element") -> str:
        """The row that can be repeated, if it stands in one without cells over several rows."""
        row = ancestor(paragraph, W + "tr")
        if row is None or row not in self._rows or next(row.iter(W + "vMerge"), None) is not None:
            return ""
        return row_place(self._part, self._rows[row])

    def _label(self, read: ReadParagraph, number: int) -> str:
        spot, text = read.spots[number], read.text
        named = _own_name(spot)
        if named:
            return tidy(named)
        begin = read.spots[number - 1].end if number else 0
        end = read.spots[number + 1].start if number + 1 < len(read.spots) else len(text)
        before, after = tidy(text[begin : spot.start]), tidy(text[spot.end : end])
        cell = ancestor(read.element, W + "tc")
        if cell is None or before:
            return before or after or self._words_before(read.element)
        return joined(*_cell_labels(cell), after) or self._words_before(read.element)

    def _words_before(self, paragraph: "_Element") -> str:
        """The nearest words above."""
        above = self._numbers[paragraph]
        for one in reversed(self._paragraphs[max(above - _LOOKS_BACK, 0) : above]):
            words = tidy(read_paragraph(one).text)
            if words:
                return words
        return ""


def _rows_of(table: "_Element") -> Iterator["_Element"]:
    """The rows of a table, without those of tables in its cells."""
    return (one for one in table.iter(W + "tr") if ancestor(one, W + "tbl") is table)


def cells_of(row: "_Element") -> list["_Element"]:
    """The cells of a row, also those that a content control holds."""
    return [one for one in row.iter(W + "tc") if ancestor(one, W + "tr") is row]


def cell_text(cell: "_Element") -> str:
    """The text of a cell."""
    return " ".join(read_paragraph(one).text for one in cell.iter(W + "p")).strip()


def _has_words(line: Line) -> bool:
    return any(piece.blank >= 0 or piece.text.strip() for piece in line.pieces)


def _own_name(spot: Spot) -> str:
    """What a content control or a bookmark is called."""
    if spot.kind is SpotKind.MARK:
        return (spot.element.get(W + "name") or "").replace("_", " ")
    if spot.kind is not SpotKind.CONTROL:
        return ""
    for name in ("alias", "tag"):
        found = spot.element.find(f"{W}sdtPr/{W}{name}")
        if found is not None and found.get(W + "val"):
            return found.get(W + "val") or ""
    return ""


def _cell_labels(cell: "_Element") -> tuple[str, str]:
    """The words to the left in its row, and the heading above."""
    row, table = ancestor(cell, W + "tr"), ancestor(cell, W + "tbl")
    if row is None or table is None:
        return "", ""
    cells = cells_of(row)
    before = [cell_text(one) for one in cells[: cells.index(cell)]]
    words = [text for text in before if tidy(text) and not is_mere_number(text)]
    begin = sum(map(_span, cells[: cells.index(cell)]))
    first = islice(_rows_of(table), _HEAD_ROWS)
    heads: list[str] = []
    for above in takewhile(lambda one: one is not row, first):
        found = _cell_at(above, begin)
        text = tidy(cell_text(found)) if found is not None else ""
        heads += [text] if text and not is_mere_number(text) else []
    return tidy(words[-1]) if words else "", " ".join(dict.fromkeys(heads))


def _cell_at(row: "_Element", column: int) -> "_Element | None":
    at = 0
    for cell in cells_of(row):
        at += _span(cell)
        if column < at:
            return cell
    return None


def _span(cell: "_Element") -> int:
    found = cell.find(f"{W}tcPr/{W}gridSpan")
    text = found.get(W + "val") if found is not None else None
    return max(1, int(text)) if text and text.isdecimal() else 1


def _width(cell: "_Element") -> int:
    found = cell.find(f"{W}tcPr/{W}tcW")
    text = found.get(W + "w") if found is not None else None
    return int(text) if text and text.isdecimal() else 0


def _is_framed(table: "_Element") -> bool:
    borders = table.find(f"{W}tblPr/{W}tblBorders")
    style = table.find(f"{W}tblPr/{W}tblStyle")
    if borders is None:
        return style is not None or table.find(f".//{W}tcBorders") is not None
    return any((one.get(W + "val") or "none") not in ("none", "nil") for one in borders)
