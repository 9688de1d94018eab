"""What calamine does not tell of the cells of an Excel 97–2003 workbook.

Lists in TCVN3 and VNI are mostly of that age: the font of a cell, error cells, and dates shown
as month and year, read from the records of the file.
"""

import struct
from collections.abc import Iterator

from ccb_desktop.documents.reading.ole import NotCompound, read_stream
from ccb_desktop.documents.reading.sheet_details import (
    MONTH_AND_YEAR,
    SheetDetails,
    Styles,
    date_precision,
)
from ccb_desktop.domain.exchange.source import ErrorValue
from ccb_desktop.domain.legacy_fonts import code_of_font

_BOF, _EOF, _SHEET, _FONT, _FORMAT, _STYLE = 0x0809, 0x000A, 0x0085, 0x0031, 0x041E, 0x00E0
_TEXTS = frozenset({0x00FD, 0x0204, 0x00D6})
_NUMBERS = frozenset({0x0203, 0x027E})
_SEVERAL_NUMBERS, _ERROR, _FORMULA = 0x00BD, 0x0205, 0x0006
_EXCEL_97 = 0x0600
_UNUSED_FONT = 4  # no font has this number

_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


def look_through_xls(content: bytes) -> dict[str, SheetDetails]:
    """Name of a sheet → what its cells hold beyond their values; empty when it cannot be told."""
    try:
        stream = read_stream(content, "Workbook", "Book")
        return _Workbook(stream).details()
    except (NotCompound, struct.error, IndexError):
        return {}  # calamine says whether the file can be read at all


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records from one place to the end of their part."""
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + size]
        if kind == _EOF:
            return
        at += 4 + size


def _text(body: bytes, at: int, count: int) -> str:
    """Characters behind a byte that says whether each takes one byte or two."""
    if body[at] & 1:
        return body[at + 1 : at + 1 + 2 * count].decode("utf-16-le", "replace")
    return body[at + 1 : at + 1 + count].decode("latin-1")


class _Workbook:
    """The parts of the stream: what holds for all, then each sheet."""

    def __init__(self, stream: bytes) -> None:
        self._stream = stream
        self._fonts: list[str] = []
        self._formats = {MONTH_AND_YEAR: "month"}
        self._styles: list[tuple[int, int]] = []
        self._sheets: dict[str, int] = {}

    def details(self) -> dict[str, SheetDetails]:
        """What the cells of each sheet hold."""
        for kind, body in _records(self._stream, 0):
            if kind == _BOF and struct.unpack_from("<H", body)[0] != _EXCEL_97:
                return {}
            self._take(kind, body)
        styles = self._styles_that_matter()
        return {name: _sheet(self._stream, at, styles) for name, at in self._sheets.items()}

    def _take(self, kind: int, body: bytes) -> None:
        if kind == _FONT:
            self._fonts.append(_text(body, 15, body[14]))
        elif kind == _FORMAT:
            number, count = struct.unpack_from("<HH", body)
            self._formats[number] = date_precision(_text(body, 4, count))
        elif kind == _STYLE:
            font, number_format = struct.unpack_from("<HH", body)
            self._styles.append((font, number_format))
        elif kind == _SHEET:
            (at,) = struct.unpack_from("<L", body)
            self._sheets[_text(body, 7, body[6])] = at

    def _styles_that_matter(self) -> Styles:
        styles = Styles()
        for number, (font, number_format) in enumerate(self._styles):
            place = font - 1 if font > _UNUSED_FONT else font
            name = self._fonts[place] if place < len(self._fonts) else ""
            if code_of_font(name) != "UNICODE":
                styles.fonts[number] = name
            if self._formats.get(number_format):
                styles.month_or_year[number] = self._formats[number_format]
        return styles


def _sheet(stream: bytes, at: int, styles: Styles) -> SheetDetails:
    found = SheetDetails()
    for kind, body in _records(stream, at):
        if kind in _TEXTS or kind in _NUMBERS or kind in (_ERROR, _FORMULA):
            _take_cell(found, kind, body, styles)
        elif kind == _SEVERAL_NUMBERS:
            row, first = struct.unpack_from("<HH", body)
            for number in range((len(body) - 6) // 6):
                (style,) = struct.unpack_from("<H", body, 4 + 6 * number)
                if style in styles.month_or_year:
                    found.month_or_year[row + 1, first + number] = styles.month_or_year[style]
    return found


def _take_cell(found: SheetDetails, kind: int, body: bytes, styles: Styles) -> None:
    row, column, style = struct.unpack_from("<HHH", body)
    place = row + 1, column
    holds_text = kind in _TEXTS
    error: int | None = None
    if kind == _ERROR and body[7]:
        error = body[6]
    elif kind == _FORMULA and body[12:14] == b"\xff\xff":
        holds_text = body[6] == 0
        error = body[8] if body[6] == 2 else None
    if error is not None:
        found.errors[place] = ErrorValue(_ERRORS.get(error, "#"))
    if holds_text and style in styles.fonts:
        found.fonts[place] = styles.fonts[style]
    elif not holds_text and style in styles.month_or_year:
        found.month_or_year[place] = styles.month_or_year[style]
