"""Lays out a list on a sheet: head of the Hội, title, table, totals, notes, signatures."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ccb_desktop.documents.excel.cells import StreamColumn
from ccb_desktop.documents.excel.look import Look
from ccb_desktop.documents.excel.pages import pages_to_fit
from ccb_desktop.documents.excel.streamed import Stream
from ccb_desktop.documents.layout import (
    MARGINS_MM,
    PAGE_MM,
    Fitted,
    fit,
    lines_needed,
    room_mm,
    surely_fits,
)
from ccb_desktop.documents.official_words import MOTTO, NATION
from ccb_desktop.documents.xml_text import clean
from ccb_desktop.domain.papers import (
    PRACTICE,
    Band,
    BoldRow,
    CellKind,
    Letterhead,
    PaperTable,
    Row,
    Signature,
    cell_text,
    column_groups,
)

_NARROWEST = 0.72
_PIXELS_PER_MM = 96 / 25.4
_MM_PER_INCH = 25.4
_A4 = 9
_LEFT_PART = 0.42  # of the width, for the issuer's half of the head
_CELL_MARGIN_MM = 0.8
_HOLD_TEXTS = (CellKind.TEXT, CellKind.NUMBER)
"""Columns whose texts may take several lines; among numbers stand shares with their per cent."""
_LINE_POINTS = 1.27  # height of a line for each point of its letters
_HIGHEST_ROW = 409  # points; Excel has no higher ones
_LINES_TO_SIGN = 5
_ROW_POINTS = 15.75  # of a row whose height is not set
_POINTS_PER_MM = 72 / _MM_PER_INCH
_MOST_MEASURED = 500  # rows; the last page of longer lists is not worth the time


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetForm:
    """What one sheet says.

    Attributes:
        name: Of the sheet; made fit for Excel when written.
        letterhead: Head and foot of a paper of the Hội; without one the sheet is bare.
        titles: Lines of the title, the first ones bold, the last italic.
    """

    name: str
    titles: tuple[str, ...]
    subtitle: str
    table: PaperTable
    letterhead: Letterhead | None = None
    notes: tuple[str, ...] = ()
    signatures: tuple[Signature, ...] = ()
    landscape: bool = True


class SheetLayout:
    """Lays out one sheet from its first row to its last."""

    def __init__(self, look: Look, name: str, form: SheetForm) -> None:
        self._look = look
        self._form = form
        self._columns = form.table.columns
        self._room = room_mm(landscape=form.landscape)
        self._fitted: Fitted = fit(self._columns, self._room, _NARROWEST)
        self._last = len(self._columns) - 1
        self._sheet = look.book.add_worksheet(name)
        self._row = 0
        self._height = 0.0
        self._heading = 0.0

    def lay_out(self) -> Stream | None:
        """Write everything but the rows, which are to be streamed; `None` if there are none."""
        self._set_up_page()
        if self._form.letterhead is not None:
            self._write_head(self._form.letterhead)
        self._write_titles()
        self._write_headings()
        stream = self._write_pattern()
        self._write_totals()
        for note in (self._form.table.note, *self._form.notes):
            if note:
                self._write_line(note, "note", self._room, size=12)
        self._write_signatures()
        self._sheet.fit_to_pages(1, self._pages())
        return stream

    def _set_up_page(self) -> None:
        sheet = self._sheet
        sheet.set_paper(_A4)
        if self._form.landscape:
            sheet.set_landscape()
        sheet.set_margins(**{side: mm / _MM_PER_INCH for side, mm in MARGINS_MM.items()})
        sheet.center_horizontally()
        sheet.set_footer("&C&11Trang &P/&N", {"margin": 0.3})
        sheet.hide_gridlines(1)
        for place, width in enumerate(self._fitted.widths_mm):
            sheet.set_column_pixels(place, place, round(width * _PIXELS_PER_MM))

    # --- Head -------------------------------------------------------------------------------

    def _write_head(self, head: Letterhead) -> None:
        left, right = self._halves(_LEFT_PART)
        self._pair(left, head.parent_in_head.upper(), "parent", right, NATION, "nation")
        self._pair(left, head.issuer_in_head.upper(), "issuer", right, MOTTO, "motto")
        self._pair(left, "—" * 7, "line", right, "—" * 20, "line", height=9)
        if head.practice:
            self._write_line(PRACTICE, "hint", self._room, size=12)
        self._end_row()

    def _halves(self, part: float) -> tuple[tuple[int, int], tuple[int, int] | None]:
        """The columns of the left part and of the rest; no rest in a table of one column."""
        if self._last == 0:
            return (0, 0), None
        goal, used, split = part * sum(self._fitted.widths_mm), 0.0, 0
        for place, width in enumerate(self._fitted.widths_mm[:-1]):
            if place and used + width / 2 > goal:
                break
            used, split = used + width, place
        return (0, split), (split + 1, self._last)

    def _parts(self, count: int) -> list[tuple[int, int]]:
        """The columns in so many parts of about one width; fewer in a table of few columns."""
        share, used, begin = sum(self._fitted.widths_mm) / count, 0.0, 0
        parts: list[tuple[int, int]] = []
        for place, width in enumerate(self._fitted.widths_mm):
            if place > begin and used + width / 2 > share * (len(parts) + 1):
                parts.append((begin, place - 1))
                begin = place
            used += width
        return [*parts, (begin, self._last)]

    def _pair(
        self,
        left: tuple[int, int],
        left_text: str,
        left_style: str,
        right: tuple[int, int] | None,
        right_text: str,
        right_style: str,
        height: float | None = None,
    ) -> None:
        self._span(left, left_text, self._look.style(left_style))
        lines = self._lines(left, left_text, 12)
        if right is not None:
            self._span(right, right_text, self._look.style(right_style))
            lines = max(lines, self._lines(right, right_text, 13))
        self._end_row(height or 17 * lines)

    def _lines(self, columns: tuple[int, int], text: str, size: float) -> int:
        width = sum(self._fitted.widths_mm[columns[0] : columns[1] + 1])
        return lines_needed(text, width, size, bold=True)

    # --- Title and table --------------------------------------------------------------------

    def _write_titles(self) -> None:
        for title in self._form.titles:
            self._write_line(title, "title", self._room, size=14)
        if self._form.subtitle:
            self._write_line(self._form.subtitle, "subtitle", self._room, size=13)
        if self._row:
            self._end_row(8)

    def _write_line(self, text: str, style: str, width: float, *, size: float) -> None:
        """One text across the sheet, as high as its lines need."""
        self._span((0, self._last), text, self._look.style(style))
        self._end_row(lines_needed(text, width, size) * size * 1.4)

    def _write_headings(self) -> None:
        style = self._look.heading(self._fitted.font_size)
        first, above = self._row, self._height
        grouped = any(column.group for column in self._columns)
        if grouped:
            for begin, end in column_groups(self._columns):
                group = self._columns[begin].group
                if group:
                    self._span((begin, end), group, style)
            self._end_row()
        for place, column in enumerate(self._columns):
            if grouped and not column.group:
                self._sheet.merge_range(first, place, self._row, place, clean(column.label), style)
            else:
                self._sheet.write_string(self._row, place, clean(column.label), style)
        self._end_row(self._heading_height())
        self._heading = self._height - above
        self._sheet.repeat_rows(first, self._row - 1)
        self._sheet.freeze_panes(self._row, 0)

    def _heading_height(self) -> float:
        size = self._fitted.font_size
        lines = max(
            lines_needed(column.label, width - 2, size, bold=True)
            for column, width in zip(self._columns, self._fitted.widths_mm, strict=True)
        )
        return (lines + 0.4) * size * 1.35

    def _write_pattern(self) -> Stream | None:
        """Bands whole; the rows are streamed, so here only their styles are used once."""
        rows, first = self._form.table.rows, self._row
        if not rows:
            return None
        band = self._look.band(self._fitted.font_size)
        columns, bold = self._stream_columns(), self._stream_columns(bold=True)
        self._use_once(columns, lambda row: not isinstance(row, Band | BoldRow))
        has_bold = self._use_once(bold, lambda row: isinstance(row, BoldRow))
        for self._row, row in enumerate(rows, first):
            if isinstance(row, Band):
                self._span((0, self._last), row.label, band)
        self._row = first + len(rows)
        self._height += self._points_of_rows()
        self._sheet.ignore_errors({"number_stored_as_text": self._range(first)})
        return Stream(first + 1, columns, rows, self._row_heights(), bold if has_bold else ())

    def _stream_columns(self, *, bold: bool = False) -> list[StreamColumn]:
        styles = self._cell_styles(bold=bold)
        return [
            StreamColumn(column.kind, style)
            for column, style in zip(self._columns, styles, strict=True)
        ]

    def _use_once(
        self, columns: Sequence[StreamColumn], fits: Callable[[Row | Band], bool]
    ) -> bool:
        """Use the styles of columns in the first row that fits; whether there is one."""
        rows = self._form.table.rows
        row = next((place for place, row in enumerate(rows) if fits(row)), None)
        for place, column in enumerate(columns if row is not None else ()):
            self._sheet.write_blank(self._row + (row or 0), place, None, column.style)
        return row is not None

    def _row_heights(self) -> Callable[[Row], float | None]:
        """What tells the height of rows whose texts take several lines."""
        size = self._fitted.font_size
        columns = [
            (place, width - 2 * _CELL_MARGIN_MM, surely_fits(width - 2 * _CELL_MARGIN_MM, size))
            for place, (column, width) in enumerate(
                zip(self._columns, self._fitted.widths_mm, strict=True)
            )
            if column.kind in _HOLD_TEXTS
        ]

        def height_of(row: Row) -> float | None:
            most = 1
            for place, width, fits in columns:
                text = row[place]
                if isinstance(text, str) and (len(text) > fits or "\n" in text):
                    most = max(most, lines_needed(text, width, size))
            return min(most * size * _LINE_POINTS + 2, _HIGHEST_ROW) if most > 1 else None

        return height_of

    def _range(self, first: int) -> str:
        from xlsxwriter.utility import xl_range  # noqa: PLC0415 (heavy library)

        return str(xl_range(first, 0, self._row - 1, self._last))

    def _cell_styles(self, *, bold: bool = False) -> list[Any]:
        size, whole = self._fitted.font_size, not self._has_fractions()
        return [self._look.cell(c, size, bold=bold, whole=whole) for c in self._columns]

    def _has_fractions(self) -> bool:
        """Whether a column of numbers holds one that is not whole."""
        numbers = [p for p, column in enumerate(self._columns) if column.kind is CellKind.NUMBER]
        rows = (row for row in self._form.table.rows if not isinstance(row, Band))
        return any(isinstance(row[place], Decimal) for row in rows for place in numbers)

    def _write_totals(self) -> None:
        styles = self._cell_styles(bold=True)
        for row in self._form.table.totals:
            for place, (cell, style) in enumerate(zip(row, styles, strict=True)):
                self._write_total(place, cell, style)
            self._end_row()

    def _write_total(self, place: int, cell: Any, style: Any) -> None:
        column = self._columns[place]
        if isinstance(cell, int):
            self._sheet.write_number(self._row, place, cell, style)
        else:
            self._sheet.write_string(self._row, place, clean(cell_text(cell, column.kind)), style)

    # --- Foot -------------------------------------------------------------------------------

    def _write_signatures(self) -> None:
        """All signatures in one row, which no page parts."""
        head, signatures = self._form.letterhead, self._form.signatures
        if head is None or not signatures:
            return
        self._end_row()
        lines = 0
        parts = self._parts(max(len(signatures), 2))
        for place, signature in zip(reversed(parts), reversed(signatures), strict=False):
            last = signature is signatures[-1]
            dated = head.place_and_date if last else ""
            lines = max(lines, self._write_signature(place, signature, dated))
        self._end_row(min(lines * 17, _HIGHEST_ROW))

    def _write_signature(self, columns: tuple[int, int], signature: Signature, dated: str) -> int:
        """One block of a signature; gives how many lines it has."""
        italic, bold = self._look.letters(italic=True), self._look.letters(bold=True)
        titles = clean("\n".join(signature.lines))
        parts = [italic, f"{clean(dated)}\n", bold, f"{titles}\n"]
        if signature.hint:
            parts += [italic, f"{clean(signature.hint)}\n"]
        room = "\n" * (_LINES_TO_SIGN - bool(signature.hint))
        parts += [bold, f"{room}{clean(signature.name)} "]
        style = self._look.style("signs")
        self._span(columns, "", style)
        self._sheet.write_rich_string(self._row, columns[0], *parts, style)
        return sum(part.count("\n") for part in parts if isinstance(part, str)) + 1

    def _span(self, columns: tuple[int, int], text: str, style: Any) -> None:
        first, last = columns
        if first == last:
            self._sheet.write_string(self._row, first, clean(text), style)
        else:
            self._sheet.merge_range(self._row, first, self._row, last, clean(text), style)

    # --- Rows and pages ---------------------------------------------------------------------

    def _end_row(self, height: float | None = None) -> None:
        """Go on to the next row; `height` in points, the usual one when not given."""
        if height is not None:
            self._sheet.set_row(self._row, height)
        self._height += _ROW_POINTS if height is None else height
        self._row += 1

    def _points_of_rows(self) -> float:
        rows = self._form.table.rows[:_MOST_MEASURED]
        height_of = self._row_heights()
        heights = (None if isinstance(row, Band) else height_of(row) for row in rows)
        return sum(height or _ROW_POINTS for height in heights)

    def _pages(self) -> int:
        """How many pages the sheet is fitted to; 0 where they come as they may."""
        if len(self._form.table.rows) > _MOST_MEASURED:
            return 0
        scale = min(1.0, self._room / sum(self._fitted.widths_mm))
        tall = PAGE_MM[0 if self._form.landscape else 1]
        page = (tall - MARGINS_MM["top"] - MARGINS_MM["bottom"]) * _POINTS_PER_MM / scale
        return pages_to_fit(self._height, self._heading, page, self._fitted.font_size * scale)
