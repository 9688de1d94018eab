"""How an Excel form looks: each sheet as a grid of cells, with numbered blanks."""

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ccb_desktop.documents.form_filling.blank_text import (
    blank_spans,
    is_mere_number,
    joined,
    tidy,
)
from ccb_desktop.documents.form_filling.excel_book import (
    FormBook,
    S,
    area_of,
    cell_place,
    reference_of,
)
from ccb_desktop.documents.form_filling.parts import FormPackage
from ccb_desktop.domain.papers import Align
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.domain.superior_forms.shapes import (
    Blank,
    Box,
    FormShape,
    Grid,
    Line,
    Piece,
    Section,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_ROWS, _MOST_COLUMNS = 400, 60
_USUAL_WIDTH = 9
_ALIGN = {"center": Align.CENTER, "centerContinuous": Align.CENTER, "right": Align.RIGHT}
_CUT = "Trang tính này dài: chỉ hiện {rows} dòng, {columns} cột đầu."
_FIRST_DAY = date(1899, 12, 30)

At = tuple[int, int]


def excel_shape(package: FormPackage) -> FormShape:
    """Read a form.

    Raises:
        BadFile: It is no usual Excel file.
    """
    book = FormBook(package)
    blanks: list[Blank] = []
    sections = [_Sheet(book, name, blanks).section() for name in book.parts]
    return FormShape(sections=tuple(sections), blanks=tuple(blanks))


def place_of(sheet: str, reference: str, blank: int | None = None) -> str:
    """The place of a cell, or of a blank within the text of a cell."""
    within = {} if blank is None else {"n": blank}
    return json.dumps({"v": 1, "sheet": sheet, "cell": reference, **within}, ensure_ascii=False)


def row_place(sheet: str, row: int) -> str:
    """The place of a row of a sheet."""
    return json.dumps({"v": 1, "sheet": sheet, "row": row}, ensure_ascii=False)


class _Sheet:
    """One sheet while it is read; blanks are numbered as they come."""

    def __init__(self, book: FormBook, name: str, blanks: list[Blank]) -> None:
        self._book = book
        self._name = name
        self._blanks = blanks
        root = book.package.root(book.parts[name])
        self._cells = {
            cell_place(cell.get("r") or ""): cell for cell in root.iter(f"{S}c") if cell.get("r")
        }
        self._spans: dict[At, At] = {}
        self._covered: dict[At, At] = {}
        for merge in root.iter(f"{S}mergeCell"):
            self._merge(merge.get("ref") or "A1")
        self._texts = {at: self._shown(cell) for at, cell in self._cells.items()}
        self._heads = self._head_rows()
        self._bodies = {at[0] for at, cell in self._cells.items() if self._is_open(at, cell)}
        self._widths = _widths(root)

    def _merge(self, reference: str) -> None:
        top, left, bottom, right = area_of(reference)
        self._spans[top, left] = (bottom - top + 1, right - left + 1)
        for row in range(top, min(bottom, _MOST_ROWS) + 1):
            for column in range(left, min(right, _MOST_COLUMNS) + 1):
                if (row, column) != (top, left):
                    self._covered[row, column] = (top, left)

    def _shown(self, cell: "_Element") -> str:
        """A cell as one would see it, as far as it is needed to know it again."""
        text = self._book.text(cell)
        if (cell.get("t") or "n") != "n" or not text:
            return text
        try:
            value = float(text)
        except ValueError:
            return text
        if self._book.look(cell).is_date and 1 <= value < 100_000:
            return short_date(_FIRST_DAY + timedelta(days=int(value)))
        return number(int(value)) if value == int(value) else text.replace(".", ",")

    def section(self) -> Section:
        used = [at for at, cell in self._cells.items() if self._texts[at] or self._is_styled(cell)]
        last_row = min(max((row for row, _c in used), default=1), _MOST_ROWS)
        last_column = min(max((column for _r, column in used), default=1), _MOST_COLUMNS)
        rows = tuple(self._row(row, last_column) for row in range(1, last_row + 1))
        is_cut = any(row > _MOST_ROWS or column > _MOST_COLUMNS for row, column in used)
        note = _CUT.format(rows=_MOST_ROWS, columns=_MOST_COLUMNS) if is_cut else ""
        return Section(name=self._name, blocks=(Grid(rows=rows),), note=note)

    def _row(self, row: int, last_column: int) -> tuple[Box, ...]:
        """The cells of a row; words that run over empty cells beside them are seen whole."""
        boxes, column = [], 1
        while column <= last_column:
            if (row, column) not in self._covered:
                more = self._runs_over(row, column, last_column)
                boxes.append(self._box(row, column, more))
                column += more
            column += 1
        return tuple(boxes)

    def _runs_over(self, row: int, column: int, last_column: int) -> int:
        """Over how many empty cells without frame the words of a cell run."""
        text, width, more = self._texts.get((row, column), ""), self._width(column), 0
        if (row, column) in self._spans or self._book.look(self._cells.get((row, column))).framed:
            return 0
        while len(text) > width and column + more < last_column:
            at = (row, column + more + 1)
            is_plain = at not in self._covered and at not in self._spans
            if not is_plain or self._texts.get(at) or self._book.look(self._cells.get(at)).framed:
                break
            more += 1
            width += self._width(column + more)
        return more

    def _width(self, column: int) -> int:
        return self._widths.get(column, _USUAL_WIDTH)

    def _is_styled(self, cell: "_Element") -> bool:
        return self._book.look(cell).framed or cell.find(f"{S}f") is not None

    def _box(self, row: int, column: int, more: int) -> Box:
        cell = self._cells.get((row, column))
        look = self._book.look(cell)
        high, wide = self._spans.get((row, column), (1, 1 + more))
        width = sum(self._width(column + one) for one in range(wide))
        align = _ALIGN.get(look.align, Align.LEFT)
        line = Line(pieces=tuple(self._pieces(row, column, cell)), align=align, bold=look.bold)
        return Box(blocks=(line,), columns=wide, rows=high, width=width)

    def _pieces(self, row: int, column: int, cell: "_Element | None") -> list[Piece]:
        text = self._texts.get((row, column), "")
        if cell is not None and cell.find(f"{S}f") is not None:
            return [Piece(text or "(công thức)")]
        if not text.strip():
            return [Piece("", self._cell_blank(row, column, cell))]
        spans = list(blank_spans(text)) if cell is not None and cell.get("t") else []
        pieces, at = [], 0
        for count, (start, end) in enumerate(spans):
            upto = spans[count + 1][0] if count + 1 < len(spans) else len(text)
            label = tidy(text[at:start]) or tidy(text[end:upto])
            label = label or joined(self._left_of(row, column), self._above(row, column))
            place = place_of(self._name, reference_of(row, column), count)
            pieces += [Piece(text[at:start]), Piece(text[start:end], len(self._blanks))]
            self._blanks.append(Blank(place=place, label=label, row=row_place(self._name, row)))
            at = end
        return [one for one in (*pieces, Piece(text[at:])) if one.text or one.blank >= 0]

    def _cell_blank(self, row: int, column: int, cell: "_Element | None") -> int:
        """A whole empty cell; it is likely meant to be filled where it has a frame or a label."""
        left, above = self._left_of(row, column), self._above(row, column)
        framed = self._book.look(cell).framed
        beside = self._texts.get(self._top_of(row, column - 1), "").rstrip()
        likely = (framed and bool(left or above)) or beside.endswith(":")
        self._blanks.append(
            Blank(
                place=place_of(self._name, reference_of(row, column)),
                label=joined(left, above) or f"Ô {reference_of(row, column)}",
                row=row_place(self._name, row),
                likely=likely,
            )
        )
        return len(self._blanks) - 1

    def _top_of(self, row: int, column: int) -> At:
        return self._covered.get((row, column), (row, column))

    def _left_of(self, row: int, column: int) -> str:
        for at in range(column - 1, 0, -1):
            text = self._texts.get(self._top_of(row, at), "")
            if tidy(text) and not is_mere_number(text):
                return tidy(text)
        return ""

    def _above(self, row: int, column: int) -> str:
        """The headings above, from the row of headings down."""
        heads: list[str] = []
        begin = max((head for head in self._heads if head < row), default=0)
        for at in range(begin, row) if begin else ():
            if at > begin and at in self._bodies:
                break
            text = self._texts.get(self._top_of(at, column), "")
            heads += [tidy(text)] if tidy(text) and not is_mere_number(text) else []
        return " ".join(dict.fromkeys(heads))

    def _is_open(self, at: At, cell: "_Element") -> bool:
        return at not in self._covered and not self._texts[at] and self._is_styled(cell)

    def _head_rows(self) -> list[int]:
        """The rows with which tables begin: framed words, and no frame in the row above."""
        framed: dict[int, int] = {}
        for (row, _column), cell in self._cells.items():
            framed[row] = framed.get(row, 0) + self._book.look(cell).framed
        return sorted(
            row for row, count in framed.items() if count > 1 and framed.get(row - 1, 0) == 0
        )


def _widths(root: "_Element") -> dict[int, int]:
    widths: dict[int, int] = {}
    for one in root.iter(f"{S}col"):
        first, last = int(one.get("min") or 1), int(one.get("max") or 1)
        wide = round(float(one.get("width") or _USUAL_WIDTH))
        for column in range(first, min(last, _MOST_COLUMNS) + 1):
            widths[column] = 0 if one.get("hidden") == "1" else max(wide, 1)
    return widths
