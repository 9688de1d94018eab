"""What calamine does not tell of the cells of a packed workbook.

Calamine reads values fast, but says nothing of fonts, leaves error cells blank, and takes a
date shown as month and year for a day. One quick pass over the bytes of each sheet finds
whether there is anything of the kind; only then are its cells looked at one by one.
"""

import re
import zipfile
from io import BytesIO

from ccb_desktop.documents.reading.sheet_details import SheetDetails, Styles
from ccb_desktop.documents.reading.xlsx_scan import (
    check_scan,
    chunks,
    column_of,
    row_number,
    row_pieces,
    scan_sheet,
)
from ccb_desktop.documents.reading.xlsx_styles import read_styles, sheet_parts
from ccb_desktop.domain.exchange.source import NO_STORED_VALUE, ErrorValue


def look_through_xlsx(content: bytes) -> dict[str, SheetDetails]:
    """Name of a sheet → what its cells hold beyond their values, where there is anything.

    Raises:
        BadFile: A sheet is too long or endlessly wide.
    """
    found = {}
    with zipfile.ZipFile(BytesIO(content)) as package:
        styles = read_styles(package)
        for name, part in sheet_parts(package).items():
            scan = scan_sheet(package, part)
            check_scan(name, scan)
            if scan.doubtful or styles.matter:
                found[name] = read_details(package, part, styles)
    return found


_CELL = re.compile(
    rb"<(?:\w+:)?c\b(?P<attributes>[^>]*?)(?:/>|>(?P<inside>.*?)</(?:\w+:)?c>)", re.DOTALL
)
_PLACE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_STYLE = re.compile(rb'\bs="(\d+)"')
_TYPE = re.compile(rb'\bt="(\w+)"')
_VALUE = re.compile(rb"<(?:\w+:)?v>([^<]*)</")


def read_details(package: zipfile.ZipFile, part: str, styles: Styles) -> SheetDetails:
    """Look at every cell of a sheet."""
    found = SheetDetails()
    row = 0
    for piece in row_pieces(chunks(package, part)):
        row = row_number(piece) or row + 1
        column = -1
        for cell in _CELL.finditer(piece):
            place = _PLACE.search(cell["attributes"])
            column = column_of(place[1]) if place else column + 1
            row = int(place[2]) if place else row
            if cell["inside"]:
                _take_cell(found, (row, column), cell, styles)
    return found


def _take_cell(
    found: SheetDetails, place: tuple[int, int], cell: re.Match[bytes], styles: Styles
) -> None:
    attributes, inside = cell["attributes"], cell["inside"]
    kind = _TYPE.search(attributes)
    holds = kind[1] if kind else b"n"
    value = _VALUE.search(inside)
    if holds == b"e":
        code = value[1].decode("ascii", "replace") if value else "#"
        found.errors[place] = ErrorValue(code)
    elif holds == b"n" and not (value and value[1]) and b"<f" in inside:
        found.errors[place] = ErrorValue(NO_STORED_VALUE)
    style = _STYLE.search(attributes)
    number = int(style[1]) if style else 0
    if number in styles.fonts and holds in (b"s", b"str", b"inlineStr"):
        found.fonts[place] = styles.fonts[number]
    if number in styles.month_or_year and holds == b"n":
        found.month_or_year[place] = styles.month_or_year[number]
