"""Cells of an Excel sheet as XML: texts never formulas, real dates, numbers as numbers."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from ccb_desktop.documents.xml_text import escape
from ccb_desktop.domain.papers import Cell, CellKind, cell_text
from ccb_desktop.domain.partial_dates import PartialDate

CellWriter = Callable[[Cell, int], str]
"""Writes one column: a cell and the number of its row in, its XML out."""

_LONGEST_TEXT = 32_767  # Excel refuses more in one cell
_NEEDS_CARE = re.compile('[&<>"]|_x')
_LOOKS_CODED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # Excel would read `_x0041_` as `A`
_FIRST_DAY = date(1900, 3, 1)  # before it Excel counts a day that never was
_DAY_ZERO = date(1899, 12, 30).toordinal()


@dataclass(frozen=True, slots=True)
class StreamColumn:
    """One column: what it holds, its style, and that of texts where it is another."""

    kind: CellKind
    style: Any
    text_style: Any = None


def letters_of(place: int) -> str:
    """The name of a column by its place from 0: `A`, `Z`, `AA`."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_writer(letters: str, column: StreamColumn) -> CellWriter:
    """What writes the cells of one column; the workbook must be laid out to its end."""
    kind, style = column.kind, column.style.xf_index
    text_style = style if column.text_style is None else column.text_style.xf_index
    begin = f'<c r="{letters}'
    blank, number = f'" s="{text_style}"/>', f'" s="{style}"><v>'
    text = f'" s="{text_style}" t="inlineStr">'

    def write(cell: Cell, row: int) -> str:
        if cell is None or cell == "":
            return f"{begin}{row}{blank}"
        if not isinstance(cell, str):
            value = _number(cell, kind)
            if value is not None:
                return f"{begin}{row}{number}{value}</v></c>"
            cell = cell_text(cell, kind)
        return f"{begin}{row}{text}{_inline(cell)}</c>"

    return write


def _number(cell: int | Decimal | date | PartialDate, kind: CellKind) -> int | Decimal | None:
    """What Excel counts with; `None` for a partial date, or a day before its calendar."""
    if isinstance(cell, PartialDate):
        if not cell.is_complete:
            return None
        cell = cell.first_day
    if isinstance(cell, date):
        return cell.toordinal() - _DAY_ZERO if cell >= _FIRST_DAY else None
    return Decimal(cell) / 100 if kind is CellKind.PERCENT else cell


def _inline(text: str) -> str:
    """A text inside its cell."""
    if text.isprintable() and not _NEEDS_CARE.search(text) and text.strip() == text:
        return f"<is><t>{text[:_LONGEST_TEXT]}</t></is>"
    kept = _LOOKS_CODED.sub("_x005F_", escape(text[:_LONGEST_TEXT]))
    return f'<is><t xml:space="preserve">{kept}</t></is>'
