"""Fills an Excel form in place: cells keep their format, formulas are worked out on opening."""

import json
import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from ccb_desktop.documents.form_filling.blank_text import blank_spans
from ccb_desktop.documents.form_filling.excel_book import (
    WORKBOOK,
    FormBook,
    S,
    cell_place,
    column_letters,
    reference_of,
    text_elements,
)
from ccb_desktop.documents.form_filling.excel_rows import insert_rows
from ccb_desktop.documents.form_filling.formulas import Insertion
from ccb_desktop.documents.form_filling.parts import FormPackage
from ccb_desktop.documents.xml_text import clean
from ccb_desktop.domain.errors import BadFile
from ccb_desktop.domain.papers import Cell
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.superior_forms.contents import Contents, Record
from ccb_desktop.domain.superior_forms.values import Filled

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_FIRST_DAY = date(1899, 12, 30)
_MOST_TEXT = 32_767
_GONE = "mẫu không còn ô đã gắn. Hãy mở lại mẫu và gắn lại."
_FORMULA = "ô {cell} của mẫu có công thức nên không ghi đè. Hãy bỏ gắn ô này."
_AFTER_CALCULATION = ("oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "extLst")
_CHAIN = "xl/calcChain.xml"
_TYPES = "[Content_Types].xml"


def fill_excel(package: FormPackage, contents: Contents) -> None:
    """Write everything into its place.

    Raises:
        BadFile: A place is not there, or a list cannot be made room for.
    """
    book = FormBook(package)
    for sheet, cells in _by_cell(contents.single).items():
        filler = _Sheet(book, sheet)
        for reference, blanks in cells.items():
            filler.fill(reference, blanks)
    lists = sorted((_row(row), records) for row, records in contents.rows.items() if records)
    moved = [
        _Sheet(book, sheet).fill_rows(row, records)
        for (sheet, row), records in reversed(lists)  # from below, so that rows above stay
    ]
    _work_out_anew(book)
    if any(moved):
        _drop_chain(book)


Blanks = dict[int | None, Filled]
"""Number of a blank in the text of a cell, `None` for the whole cell → what stands there."""


def _by_cell(single: Mapping[str, Filled]) -> dict[str, dict[str, Blanks]]:
    found: dict[str, dict[str, Blanks]] = {}
    for place, filled in single.items():
        sheet, reference, number = _place(place)
        found.setdefault(sheet, {}).setdefault(reference, {})[number] = filled
    return found


class _Sheet:
    """One sheet while it is filled."""

    def __init__(self, book: FormBook, name: str) -> None:
        if name not in book.parts:
            raise BadFile(_GONE)
        self._book = book
        self._name = name
        self._root = book.package.touch(book.parts[name])
        data = self._root.find(f"{S}sheetData")
        if data is None:
            raise BadFile(_GONE)
        self._data = data

    def fill(self, reference: str, blanks: Blanks) -> None:
        row, column = cell_place(reference)
        cell = self._cell(self._row(row), column)
        if None in blanks:
            self._write(cell, blanks[None])
        else:
            self._write_within(cell, {one or 0: filled for one, filled in blanks.items()})

    def fill_rows(self, first: int, records: Sequence[Record]) -> bool:
        """The row takes the first record, empty rows below the next ones, then new rows.

        Returns:
            Whether rows had to be inserted.
        """
        by_column = [_by_column(record) for record in records]
        columns = {column for record in by_column for column in record}
        pattern = deepcopy(self._row(first))
        rows = [self._row(first)]
        while len(rows) < len(records) and self._is_free(first + len(rows), pattern, columns):
            rows.append(self._row(first + len(rows)))
        missing = len(records) - len(rows)
        if missing:
            made = Insertion(self._name, first, first + len(rows) - 1, missing)
            rows += insert_rows(self._book, made, pattern)
            self._go_on_counting(rows, columns)
        for row, record in zip(rows, by_column, strict=True):
            for column, blanks in record.items():
                cell = self._cell(row, column)
                if None in blanks:
                    self._write(cell, blanks[None])
                else:
                    self._write_within(cell, {one or 0: f for one, f in blanks.items()})
        return missing > 0

    def _is_free(self, number: int, pattern: "_Element", columns: set[int]) -> bool:
        """Whether a row below has the same format and nothing in it but its order."""
        row = next((one for one in self._data if one.get("r") == str(number)), None)
        if row is None:
            return False
        for cell in pattern:
            _row, column = cell_place(cell.get("r") or "A1")
            below = _find(row, column)
            if column in columns and (below is None or below.get("s") != cell.get("s")):
                return False
        for cell in row:
            _row, column = cell_place(cell.get("r") or "A1")
            text, formula = self._book.text(cell), cell.find(f"{S}f")
            if column in columns and (text.strip(".…_ ") or formula is not None):
                return False
            if formula is None and not re.fullmatch(r"[\d.]*", text.strip()):
                return False
        return True

    def _go_on_counting(self, rows: Sequence["_Element"], columns: set[int]) -> None:
        """Where the first cell of the row is an order, the new rows go on with it."""
        first = next((cell for cell in rows[0] if self._book.text(cell)), None)
        if first is None:
            return
        _row, column = cell_place(first.get("r") or "A1")
        text = self._book.text(first)
        if column in columns or not re.fullmatch(r"[0-9]{1,4}", text):
            return
        for count, row in enumerate(rows):
            self._write(self._cell(row, column), Filled(int(text) + count))

    # Rows and cells

    def _row(self, number: int) -> "_Element":
        """The row, made where the sheet does not have it yet."""
        before: _Element | None = None
        for row in self._data:
            at = int(row.get("r") or 0)
            if at == number:
                return row
            if at > number:
                break
            before = row
        made = self._data.makeelement(f"{S}row", {"r": str(number)})
        if before is None:
            self._data.insert(0, made)
        else:
            before.addnext(made)
        return made

    def _cell(self, row: "_Element", column: int) -> "_Element":
        found = _find(row, column)
        if found is not None:
            return found
        made = row.makeelement(f"{S}c", {"r": reference_of(int(row.get("r") or 1), column)})
        at = sum(cell_place(cell.get("r") or "A1")[1] < column for cell in row)
        row.insert(at, made)
        if row.get("spans"):
            del row.attrib["spans"]
        return made

    # What is written

    def _write(self, cell: "_Element", filled: Filled) -> None:
        """A whole cell: numbers as numbers, days as days where its format shows days."""
        if cell.find(f"{S}f") is not None:
            raise BadFile(_FORMULA.format(cell=cell.get("r")))
        for child in list(cell):
            cell.remove(child)
        cell.attrib.pop("t", "")
        value = self._number(cell, filled)
        if value is None:
            _write_text(cell, filled.text if filled.cell != "" else "")
        else:
            written = cell.makeelement(f"{S}v")
            written.text = value
            cell.append(written)

    def _number(self, cell: "_Element", filled: Filled) -> str | None:
        """The number that Excel keeps, if it keeps one."""
        found, look = filled.cell, self._book.look(cell)
        day = _day(found)
        if day is not None:
            return str((day - _FIRST_DAY).days) if look.is_date else None
        if isinstance(found, bool) or not isinstance(found, int | Decimal):
            return None
        return f"{Decimal(found) / 100 if look.is_percent else Decimal(found):f}"

    def _write_within(self, cell: "_Element", blanks: Mapping[int, Filled]) -> None:
        """Some blanks in the words of a cell; the words, and how they look, stay."""
        source = self._text_of(cell)
        whole = "".join(one.text or "" for one in text_elements(source))
        spans = list(blank_spans(whole))
        if max(blanks) >= len(spans):
            raise BadFile(_GONE)
        for number in sorted(blanks, reverse=True):
            _replace(text_elements(source), *spans[number], clean(blanks[number].text))
        for child in list(cell):
            cell.remove(child)
        cell.set("t", "inlineStr")
        cell.append(source)

    def _text_of(self, cell: "_Element") -> "_Element":
        """The words of a cell as words of its own, shared with no other."""
        made = cell.makeelement(f"{S}is")
        value = cell.findtext(f"{S}v") or ""
        if cell.get("t") == "s" and value.isdecimal() and int(value) < len(self._book.shared):
            for child in self._book.shared[int(value)]:
                if child.tag in (f"{S}t", f"{S}r"):
                    made.append(deepcopy(child))
            return made
        inline = cell.find(f"{S}is")
        if inline is not None:
            return deepcopy(inline)
        text = made.makeelement(f"{S}t")
        text.text = value
        made.append(text)
        return made


def _find(row: "_Element", column: int) -> "_Element | None":
    wanted = f"{column_letters(column)}{row.get('r')}"
    return next((cell for cell in row if cell.get("r") == wanted), None)


def _by_column(record: Record) -> dict[int, Blanks]:
    found: dict[int, Blanks] = {}
    for place, filled in record.items():
        _sheet, reference, number = _place(place)
        found.setdefault(cell_place(reference)[1], {})[number] = filled
    return found


def _day(found: Cell) -> date | None:
    if isinstance(found, PartialDate):
        whole = found.first_day == found.last_day
        return found.first_day if whole else None
    return found if isinstance(found, date) else None


def _write_text(cell: "_Element", text: str) -> None:
    """Words as words of the cell's own: whatever they begin with, they are no formula."""
    if not text:
        return
    cell.set("t", "inlineStr")
    inside = cell.makeelement(f"{S}is")
    written = cell.makeelement(f"{S}t")
    written.text = clean(text)[:_MOST_TEXT]
    written.set(_SPACE, "preserve")
    inside.append(written)
    cell.append(inside)


def _replace(texts: Sequence["_Element"], start: int, end: int, new: str) -> None:
    """Put words in the place of a blank that may run over several pieces of text."""
    at = 0
    for text in texts:
        old = text.text or ""
        first, last = max(start - at, 0), min(end - at, len(old))
        if first < last:
            text.text = old[:first] + (new if at + first == start else "") + old[last:]
            text.set(_SPACE, "preserve")
        at += len(old)


def _work_out_anew(book: FormBook) -> None:
    """Let Excel work out every formula on opening; results stored before are no longer true."""
    parts = [one for one in book.all_sheet_parts if _has_formulas(book, one)]
    if not parts:
        return
    for part in parts:
        for formula in book.package.touch(part).iter(f"{S}f"):
            cell = formula.getparent()
            value = cell.find(f"{S}v") if cell is not None else None
            if cell is not None and value is not None:
                cell.remove(value)
                cell.attrib.pop("t", "")
    root = book.package.touch(WORKBOOK)
    found = root.find(f"{S}calcPr")
    if found is None:
        found = root.makeelement(f"{S}calcPr")
        behind = next((one for one in root if one.tag in {S + n for n in _AFTER_CALCULATION}), None)
        if behind is None:
            root.append(found)
        else:
            behind.addprevious(found)
    found.set("fullCalcOnLoad", "1")


def _has_formulas(book: FormBook, part: str) -> bool:
    return next(book.package.root(part).iter(f"{S}f"), None) is not None


def _drop_chain(book: FormBook) -> None:
    """The order of working out names cells that may have moved; Excel makes it anew."""
    package = book.package
    if _CHAIN not in package:
        return
    package.remove(_CHAIN)
    for part, attribute in ((_TYPES, "PartName"), ("xl/_rels/workbook.xml.rels", "Target")):
        root = package.touch(part)
        for one in list(root):
            if (one.get(attribute) or "").endswith("calcChain.xml"):
                root.remove(one)


def _place(place: str) -> tuple[str, str, int | None]:
    found = json.loads(place)
    number = found.get("n")
    return str(found["sheet"]), str(found["cell"]), None if number is None else int(number)


def _row(row: str) -> tuple[str, int]:
    found = json.loads(row)
    return str(found["sheet"]), int(found["row"])
