"""Bringing a sheet out of TCVN3 and VNI: by the font of a cell, else by the column's letters."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ccb_desktop.domain.exchange.source import CellValue, SourceRow, SourceSheet
from ccb_desktop.domain.exchange.typed_rows import OldCode
from ccb_desktop.domain.legacy_fonts import (
    code_of_font,
    detect,
    from_tcvn3,
    from_vni,
    shows_capitals,
)

# Signs that Vietnamese in Unicode does not use: a sheet without any is clean.
_FOREIGN = re.compile(
    "[\u00a1-\u00bf\u00c4-\u00c7\u00cb\u00ce-\u00d1\u00d6-\u00d8\u00db\u00dc\u00de\u00df"
    "\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe\u00ff]"
)
_EVIDENCE = 200  # texts of a column that are looked at


@dataclass(frozen=True, slots=True)
class CleanRows:
    """The rows in Unicode; `changed`: (row number, column) → old code, text before."""

    rows: tuple[SourceRow, ...]
    changed: Mapping[tuple[int, int], tuple[OldCode, str]]


def in_unicode(sheet: SourceSheet) -> CleanRows:
    """The rows of a sheet with text of old fonts converted; clean columns stay untouched."""
    if not sheet.fonts and (sheet.is_clean or not has_foreign_signs(_texts(sheet.rows))):
        return CleanRows(sheet.rows, {})
    codes = _codes_of_columns(sheet)
    changed: dict[tuple[int, int], tuple[OldCode, str]] = {}
    rows = []
    for row in sheet.rows:
        cells = list(row.cells)
        for column, value in enumerate(cells):
            if isinstance(value, str):
                cells[column] = _convert(sheet, codes, (row.number, column), value, changed)
        rows.append(SourceRow(row.number, tuple(cells)))
    return CleanRows(tuple(rows), changed)


def has_foreign_signs(texts: Iterable[object]) -> bool:
    """Whether any text holds signs that Vietnamese in Unicode does not use."""
    return any(
        isinstance(text, str) and not text.isascii() and _FOREIGN.search(text) for text in texts
    )


def _texts(rows: Iterable[SourceRow]) -> set[CellValue]:
    return {value for row in rows for value in row.cells}


def _codes_of_columns(sheet: SourceSheet) -> dict[int, OldCode]:
    """Column → the old code its letters give away; cells whose font says it are left out."""
    texts: dict[int, dict[str, None]] = {}
    for row in sheet.rows:
        for column, value in enumerate(row.cells):
            if isinstance(value, str) and not value.isascii():
                seen = texts.setdefault(column, {})
                if len(seen) < _EVIDENCE and (row.number, column) not in sheet.fonts:
                    seen[value] = None
    found: dict[int, OldCode] = {}
    for column, seen in texts.items():
        code = detect(list(seen))
        if code != "UNICODE":
            found[column] = code
    return found


def _convert(
    sheet: SourceSheet,
    codes: Mapping[int, OldCode],
    place: tuple[int, int],
    text: str,
    changed: dict[tuple[int, int], tuple[OldCode, str]],
) -> CellValue:
    font = sheet.fonts.get(place, "")
    of_font = code_of_font(font)
    code = codes.get(place[1]) if of_font == "UNICODE" else of_font
    if code is None:
        return text
    is_vni = code == "VNI"
    after = from_vni(text) if is_vni else from_tcvn3(text, capitals=shows_capitals(font))
    if after != text:
        changed[place] = code, text
    return after
