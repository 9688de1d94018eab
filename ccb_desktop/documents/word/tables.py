"""Tables of any length: prepared rows put together as text, never cell by cell."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from ccb_desktop.documents.layout import Fitted, fit
from ccb_desktop.documents.word.markup import letters, paragraph, run, twips
from ccb_desktop.documents.word.styles import GRID, table_text
from ccb_desktop.documents.xml_text import escape, is_plain
from ccb_desktop.domain.papers import (
    Align,
    Band,
    BoldRow,
    Column,
    PaperTable,
    Row,
    cell_text,
    column_groups,
)

_ROWS_WITH_SIGNATURES = 2
_ROWS_AT_ONCE = 200
_WHOLE = "<w:cantSplit/>"
_REPEATED = f"{_WHOLE}<w:tblHeader/>"
_LONG_SHARE = re.compile(r"(?<=\.\d{3})/(?=\d)")
_BETWEEN = "\x1f"  # between the texts of a row; none of them may hold it
_KEPT_TEXT = '<w:t xml:space="preserve">'
_SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>'


def table(paper_table: PaperTable, room_mm: float, *, signed: bool = False) -> str:
    """A table as wide as the room: repeated headings, rows that never split across pages.

    Args:
        paper_table: What it says.
        room_mm: Width between the margins.
        signed: Whether its last rows stay on the page of the signatures that follow.
    """
    return "".join(table_pieces(paper_table, room_mm, signed=signed))


def table_pieces(paper_table: PaperTable, room_mm: float, *, signed: bool = False) -> Iterator[str]:
    """The same piece by piece, for a table of any length."""
    columns, rows = paper_table.columns, paper_table.rows
    fitted = fit(columns, room_mm)
    widths = [twips(mm) for mm in fitted.widths_mm]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    yield (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{GRID}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{_headings(columns, widths, fitted.font_size)}"
    )
    kept = len(rows) - (_ROWS_WITH_SIGNATURES if signed else 0)
    yield from _batches(_rows(columns, rows[: max(kept, 0)], widths, fitted))
    yield from _rows(columns, rows[max(kept, 0) :], widths, fitted, keep=True)
    write_total = _row_writer(columns, fitted, bold=True, keep=signed)
    yield from map(write_total, paper_table.totals)
    yield "</w:tbl>"


def _batches(rows: Iterator[str]) -> Iterator[str]:
    """Many rows at once, so that nobody is busy with single ones."""
    while batch := "".join(islice(rows, _ROWS_AT_ONCE)):
        yield batch


def _rows(
    columns: Sequence[Column],
    rows: Sequence[Row | Band],
    widths: Sequence[int],
    fitted: Fitted,
    *,
    keep: bool = False,
) -> Iterator[str]:
    """Rows and bands; `keep` as in `paragraph`."""
    write_row = _row_writer(columns, fitted, keep=keep)
    write_bold = _row_writer(columns, fitted, bold=True, keep=keep)
    for row in rows:
        if isinstance(row, Band):
            yield _band(row, widths, fitted.font_size)
        else:
            yield (write_bold if isinstance(row, BoldRow) else write_row)(row)


def bare_table(widths_mm: Sequence[float], rows: Sequence[Sequence[str]]) -> str:
    """A table without lines, to set texts side by side; its cells hold paragraphs."""
    widths = [twips(mm) for mm in widths_mm]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = "".join(
        _row("".join(_cell(width, cell) for width, cell in zip(widths, row, strict=True)), _WHOLE)
        for row in rows
    )
    margins = '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
    )


def _row(cells: str, properties: str) -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"


def _cell(width: int, content: str, more: str = "", *, spans: int = 1) -> str:
    span = f'<w:gridSpan w:val="{spans}"/>' if spans > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{more}</w:tcPr>{content}</w:tc>'


# --- Rows -----------------------------------------------------------------------------------


def _row_writer(
    columns: Sequence[Column], fitted: Fitted, *, bold: bool = False, keep: bool = False
) -> Callable[[Row], str]:
    """What writes the rows of a table; everything that does not change is prepared."""
    style, look = table_text(fitted.font_size), letters(bold=bold)
    look = f"<w:rPr>{look}</w:rPr>" if look else ""
    kept = "<w:keepNext/>" if keep else ""
    ends = "</w:t></w:r></w:p></w:tc>"
    cells = [
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{kept}{_stands(column)}</w:pPr>'
        f"<w:r>{look}<w:t>%s{ends}"
        for column, width in zip(columns, fitted.widths_mm, strict=True)
    ]
    written = f"<w:tr><w:trPr>{_WHOLE}</w:trPr>{''.join(cells)}</w:tr>"
    kinds = [column.kind for column in columns]

    def write(row: Row) -> str:
        texts = [
            cell if isinstance(cell, str) else cell_text(cell, kind)
            for cell, kind in zip(row, kinds, strict=True)
        ]
        line = _BETWEEN.join(texts)
        if not _is_plain(line, len(texts)):
            texts = list(map(_words, texts))
        if "/" in line:
            texts = list(map(_breaking_shares, texts))
        return written % tuple(texts)

    return write


def _is_plain(line: str, count: int) -> bool:
    """Whether the texts of a row can stand as they are: nearly all can, and are looked at once."""
    return (
        is_plain(line.replace(_BETWEEN, ""))
        and line.count(_BETWEEN) == count - 1
        and f" {_BETWEEN}" not in line
        and f"{_BETWEEN} " not in line
        and line[:1] != " "
        and line[-1:] != " "
    )


def _stands(column: Column) -> str:
    """Where its text stands, where that is not as the style has it."""
    return "" if column.stands is Align.LEFT else f'<w:jc w:val="{column.stands.lower()}"/>'


def _words(text: str) -> str:
    """The text of a cell within its run."""
    text = escape(text)
    if "\n" in text:
        text = text.replace("\n", f"</w:t><w:br/>{_KEPT_TEXT}")
    if text[:1] == " " or text[-1:] == " ":
        return f"</w:t>{_KEPT_TEXT}{text}"
    return text


def _breaking_shares(text: str) -> str:
    """Long shares with a place to break: `13.100.000/12.600.000` would end amid its figures.

    Their per cent is then no such place.
    """
    broken = _LONG_SHARE.sub("/\u200b", text)
    return text if broken == text else broken.replace(" %", "\u00a0%")


def _band(band: Band, widths: Sequence[int], font_size: float) -> str:
    words = paragraph(run(band.label, letters(bold=True)), table_text(font_size), keep=True)
    return _row(_cell(sum(widths), words, _SHADE, spans=len(widths)), _WHOLE)


# --- Headings -------------------------------------------------------------------------------


def _headings(columns: Sequence[Column], widths: Sequence[int], font_size: float) -> str:
    """One row of headings, or two where neighbouring columns share one above their own."""
    labels = [_label(column.label, font_size) for column in columns]
    middle = '<w:vAlign w:val="center"/>'
    if not any(column.group for column in columns):
        cells = [_cell(w, p, _SHADE + middle) for w, p in zip(widths, labels, strict=True)]
        return _row("".join(cells), _REPEATED)
    upper = "".join(_upper_cells(columns, widths, labels, font_size))
    lower = "".join(
        _cell(width, label, _SHADE + middle)
        if column.group
        else _cell(width, paragraph("", table_text(font_size)), f"<w:vMerge/>{_SHADE}{middle}")
        for column, width, label in zip(columns, widths, labels, strict=True)
    )
    return _row(upper, _REPEATED) + _row(lower, _REPEATED)


def _upper_cells(
    columns: Sequence[Column], widths: Sequence[int], labels: Sequence[str], font_size: float
) -> Iterator[str]:
    middle = '<w:vAlign w:val="center"/>'
    for first, last in column_groups(columns):
        width, group = sum(widths[first : last + 1]), columns[first].group
        if group:
            yield _cell(width, _label(group, font_size), _SHADE + middle, spans=last - first + 1)
        else:
            begin = f'<w:vMerge w:val="restart"/>{_SHADE}{middle}'
            yield _cell(width, labels[first], begin)


def _label(text: str, font_size: float) -> str:
    look = letters(bold=True)
    return paragraph(run(text, look), table_text(font_size), align=Align.CENTER, keep=True)
