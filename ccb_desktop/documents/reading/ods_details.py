"""What calamine does not tell of the cells of an OpenDocument sheet: fonts, errors, months."""

import re
import zipfile
from html import unescape
from io import BytesIO

from ccb_desktop.documents.reading.sheet_details import SheetDetails
from ccb_desktop.domain.exchange.source import ErrorValue
from ccb_desktop.domain.legacy_fonts import code_of_font

_DATE_STYLE = re.compile(
    rb'<number:date-style\b[^>]*?style:name="([^"]+)"[^>]*?>(.*?)</number:date-style>', re.DOTALL
)
_CELL_STYLE = re.compile(
    rb'<style:style\b(?=[^>]*style:family="table-cell")(?P<attributes>[^>]*?)'
    rb"(?:/>|>(?P<inside>.*?)</style:style>)",
    re.DOTALL,
)
_ELEMENT = re.compile(
    rb"<table:(?P<kind>table|table-column|table-row|table-cell|covered-table-cell)(?![\w-])"
    rb"(?P<attributes>[^>]*)>"
)
_PARAGRAPH = re.compile(rb"<text:p\b[^>]*>([^<]*)")
_IS_ERROR = b'calcext:value-type="error"'


def look_through_ods(content: bytes) -> dict[str, SheetDetails]:
    """Name of a sheet → what its cells hold beyond their values, where there is anything."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        body = package.read("content.xml")
        has_styles = "styles.xml" in package.namelist()
        styles = package.read("styles.xml") if has_styles else b""
    fonts, dates = _styles_that_matter(body, styles)
    if not fonts and not dates and _IS_ERROR not in body:
        return {}
    return _Walk(body, fonts, dates).sheets


def _attribute(attributes: bytes, name: bytes) -> bytes:
    found = re.search(rb"\b" + name + rb'="([^"]*)"', attributes)
    return found[1] if found else b""


def _styles_that_matter(body: bytes, styles: bytes) -> tuple[dict[bytes, str], dict[bytes, str]]:
    """Cell style → old font, and cell style → precision of its dates."""
    precise = {
        name: "month" if b"<number:month" in inside else "year"
        for name, inside in _DATE_STYLE.findall(styles + body)
        if b"<number:year" in inside and not re.search(rb"<number:(?:day|hours)", inside)
    }
    fonts, dates = {}, {}
    for style in _CELL_STYLE.finditer(styles + body):
        name = _attribute(style["attributes"], b"style:name")
        font = _attribute(style["inside"] or b"", b"style:font-name").decode("utf-8", "replace")
        if code_of_font(font) != "UNICODE":
            fonts[name] = font
        data_style = _attribute(style["attributes"], b"style:data-style-name")
        if data_style in precise:
            dates[name] = precise[data_style]
    return fonts, dates


class _Walk:
    """Goes through the cells, minding that rows and cells may stand for many."""

    def __init__(self, body: bytes, fonts: dict[bytes, str], dates: dict[bytes, str]) -> None:
        self.sheets: dict[str, SheetDetails] = {}
        self._body, self._fonts, self._dates = body, fonts, dates
        self._sheet = SheetDetails()
        self._row, self._rows_meant, self._column = 1, 0, 0
        self._column_styles: list[tuple[int, bytes]] = []
        for element in _ELEMENT.finditer(body):
            self._take(element)

    def _take(self, element: re.Match[bytes]) -> None:
        kind, attributes = element["kind"], element["attributes"]
        if kind == b"table":
            name = unescape(_attribute(attributes, b"table:name").decode("utf-8", "replace"))
            self._sheet = self.sheets.setdefault(name, SheetDetails())
            self._row, self._rows_meant, self._column_styles = 1, 0, []
        elif kind == b"table-column":
            until = (self._column_styles or [(0, b"")])[-1][0]
            meant = int(_attribute(attributes, b"table:number-columns-repeated") or 1)
            style = _attribute(attributes, b"table:default-cell-style-name")
            self._column_styles.append((until + meant, style))
        elif kind == b"table-row":
            self._row += self._rows_meant
            self._rows_meant = int(_attribute(attributes, b"table:number-rows-repeated") or 1)
            self._column = 0
        else:
            self._take_cell(element, attributes)
            self._column += int(_attribute(attributes, b"table:number-columns-repeated") or 1)

    def _take_cell(self, element: re.Match[bytes], attributes: bytes) -> None:
        value_type = _attribute(attributes, b"office:value-type")
        if not value_type:
            return
        place = self._row, self._column
        if _IS_ERROR in attributes:
            text = _PARAGRAPH.search(self._body, element.end(), element.end() + 2000)
            self._sheet.errors[place] = ErrorValue(text[1].decode() if text else "#")
        style = _attribute(attributes, b"table:style-name") or self._style_of_column()
        if value_type == b"string" and style in self._fonts:
            self._sheet.fonts[place] = self._fonts[style]
        if value_type == b"date" and style in self._dates:
            self._sheet.month_or_year[place] = self._dates[style]

    def _style_of_column(self) -> bytes:
        return next((style for end, style in self._column_styles if self._column < end), b"")
