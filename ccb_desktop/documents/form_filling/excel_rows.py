"""Inserts rows into a sheet of a form; what stands below moves on with all that points there."""

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING

from ccb_desktop.documents.form_filling.excel_book import (
    WORKBOOK,
    FormBook,
    S,
    area_of,
    cell_place,
    reference_of,
    relations,
)
from ccb_desktop.documents.form_filling.formulas import Insertion, translated
from ccb_desktop.domain.errors import BadFile

if TYPE_CHECKING:
    from lxml.etree import _Element

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_EXTRA = "{http://schemas.microsoft.com/office/excel/2006/main}"
_REFUSED = (
    "danh sách dài hơn số dòng có sẵn của mẫu, mà {why} nên không chèn thêm dòng được. Hãy mở mẫu "
    "bằng Excel, chèn sẵn đủ dòng trống, rồi thay mẫu."
)
_UNSAFE = {
    "table": "trang tính có bảng kiểu Table",
    "pivotTable": "trang tính có bảng tổng hợp Pivot",
    "comments": "trang tính có lời ghi chú",
    "ctrlProp": "trang tính có nút bấm",
    "queryTable": "trang tính lấy số liệu từ nơi khác",
}
_AREAS = (
    *(("conditionalFormatting", "sqref"), ("dataValidation", "sqref")),
    *(("protectedRange", "sqref"), ("ignoredError", "sqref"), ("hyperlink", "ref")),
    *(("autoFilter", "ref"), ("sortState", "ref"), ("dimension", "ref")),
    *(("selection", "sqref"), ("selection", "activeCell")),
)
_FORMULAS = ("formula", "formula1", "formula2")
_LAST_ROW = 1_048_576


def insert_rows(book: FormBook, made: Insertion, pattern: "_Element") -> list["_Element"]:
    """Insert copies of a row behind another one; gives the new rows.

    Args:
        book: The form; every part that points to moved rows is touched.
        made: Where and how many.
        pattern: The row as it is before it is filled.

    Raises:
        BadFile: Something stands there that cannot be moved safely.
    """
    part = book.parts[made.sheet]
    root = book.package.touch(part)
    _check_safe(book, part, root, made)
    _spell_out_shared(root)
    _move_rows(root, made)
    _move_areas(root, made)
    _move_breaks(root, made)
    rows = [_copy(pattern, made, count) for count in range(made.count)]
    before = [one for one in root.iterfind(f"{S}sheetData/{S}row") if _at(one) <= made.after]
    data = before[-1].getparent()
    if data is not None:
        at = data.index(before[-1]) + 1
        data[at:at] = rows
    _move_formulas(book, made)
    _move_drawings(book, part, made)
    return rows


def _check_safe(book: FormBook, part: str, root: "_Element", made: Insertion) -> None:
    for _target, kind in relations(book.package, part).values():
        if kind in _UNSAFE:
            raise BadFile(_REFUSED.format(why=_UNSAFE[kind]))
    if any(one.get("t") in ("array", "dataTable") for one in root.iter(f"{S}f")):
        raise BadFile(_REFUSED.format(why="trang tính có công thức mảng"))
    for merge in root.iter(f"{S}mergeCell"):
        top, _left, bottom, _right = area_of(merge.get("ref") or "A1")
        if top < bottom and top <= made.after and bottom >= made.first:
            raise BadFile(_REFUSED.format(why="có ô gộp nhiều dòng ở chỗ danh sách"))
    last = max((_at(row) for row in root.iter(f"{S}row")), default=0)
    if last + made.count > _LAST_ROW:
        raise BadFile(_REFUSED.format(why="trang tính không còn chỗ"))


def _spell_out_shared(root: "_Element") -> None:
    """Give each cell of a shared formula its own, for shared ones are told by their distance."""
    masters: dict[str, tuple[str, str]] = {}
    for cell in root.iter(f"{S}c"):
        formula, at = cell.find(f"{S}f"), cell.get("r") or "A1"
        if formula is None or formula.get("t") != "shared":
            continue
        index = formula.get("si") or ""
        if formula.text:
            masters[index] = (formula.text, at)
        elif index in masters:
            text, origin = masters[index]
            formula.text = translated(text, origin, at)
        for name in ("t", "si", "ref"):
            formula.attrib.pop(name, "")


def _move_rows(root: "_Element", made: Insertion) -> None:
    for row in root.iter(f"{S}row"):
        at = _at(row)
        if at > made.after:
            _number_row(row, made.moved(at))


def _at(row: "_Element") -> int:
    return int(row.get("r") or 0)


def _number_row(row: "_Element", number: int) -> None:
    row.set("r", str(number))
    for cell in row.iter(f"{S}c"):
        _row, column = cell_place(cell.get("r") or "A1")
        cell.set("r", reference_of(number, column))


def _move_areas(root: "_Element", made: Insertion) -> None:
    for name, attribute in _AREAS:
        for one in root.iter(S + name):
            found = one.get(attribute)
            if found:
                one.set(attribute, made.moved_area(found))
    for one in root.iter(f"{_EXTRA}sqref"):
        one.text = made.moved_area(one.text or "")
    _move_merges(root, made)


def _move_merges(root: "_Element", made: Insertion) -> None:
    """Merged cells below move; those within the row of the list come again in each new row."""
    merges = root.find(f"{S}mergeCells")
    if merges is None:
        return
    for merge in list(merges):
        top, left, bottom, right = area_of(merge.get("ref") or "A1")
        begin, end = made.moved(top), made.moved(bottom)
        merge.set("ref", f"{reference_of(begin, left)}:{reference_of(end, right)}")
        for count in range(made.count) if top == bottom == made.first else ():
            row = made.after + 1 + count
            copy = deepcopy(merge)
            copy.set("ref", f"{reference_of(row, left)}:{reference_of(row, right)}")
            merges.append(copy)
    if merges.get("count"):
        merges.set("count", str(len(merges)))


def _move_breaks(root: "_Element", made: Insertion) -> None:
    for one in root.iterfind(f"{S}rowBreaks/{S}brk"):
        one.set("id", str(made.moved(int(one.get("id") or 0))))


def _copy(pattern: "_Element", made: Insertion, count: int) -> "_Element":
    """One new row; formulas in it speak of itself."""
    number = made.after + 1 + count
    row = deepcopy(pattern)
    origin_row = int(pattern.get("r") or 0)
    for cell in row.iter(f"{S}c"):
        formula = cell.find(f"{S}f")
        _row, column = cell_place(cell.get("r") or "A1")
        if formula is not None and formula.text:
            origin, target = reference_of(origin_row, column), reference_of(number, column)
            formula.text = translated(formula.text, origin, target)
    _number_row(row, number)
    return row


def _move_formulas(book: FormBook, made: Insertion) -> None:
    """Formulas of all sheets, names of the workbook, and what charts draw."""
    own_part = book.parts[made.sheet]
    names = {part: name for name, part in book.parts.items()}
    new = range(made.after + 1, made.after + made.count + 1)
    for part in book.all_sheet_parts:
        for element, row in list(_formulas_of(book.package.root(part))):
            if part == own_part and row in new:
                continue  # it was copied for where it stands
            own_row = _row_before(row, made) if part == own_part else None
            moved = made.moved_formula(element.text or "", names.get(part, ""), own_row)
            if moved != element.text:
                book.package.touch(part)
                element.text = moved
    for element in book.workbook.iter(f"{S}definedName"):
        moved = made.moved_formula(element.text or "", "")
        if moved != element.text:
            book.package.touch(WORKBOOK)
            element.text = moved
    _move_charts(book, made)


def _row_before(row: int, made: Insertion) -> int:
    """The row in which a formula stood before it was moved."""
    return row - made.count if row > made.after + made.count else row


def _formulas_of(root: "_Element") -> Iterator[tuple["_Element", int]]:
    """Formulas with the row of their cell, 0 where they stand in none."""
    for row in root.iter(f"{S}row"):
        for formula in row.iter(f"{S}f"):
            if formula.text:
                yield formula, _at(row)
    for tag in (*(S + name for name in _FORMULAS), f"{_EXTRA}f"):
        for formula in root.iter(tag):
            if formula.text:
                yield formula, 0


def _move_charts(book: FormBook, made: Insertion) -> None:
    for part in book.package.names:
        if not re.fullmatch(r"xl/charts/chart[^/]*\.xml", part):
            continue
        for element in book.package.root(part).iter(f"{_CHART}f"):
            moved = made.moved_formula(element.text or "", "")
            if moved != element.text:
                book.package.touch(part)
                element.text = moved


def _move_drawings(book: FormBook, part: str, made: Insertion) -> None:
    """Pictures and charts that hang on rows below move with them."""
    for target, kind in relations(book.package, part).values():
        if kind != "drawing" or target not in book.package:
            continue
        for element in book.package.root(target).iter(f"{_DRAWING}row"):
            at = int(element.text or 0)  # counted from 0
            if at >= made.after:
                book.package.touch(target)
                element.text = str(at + made.count)
