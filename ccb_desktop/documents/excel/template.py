"""The data workbook of `exchange.md`: a form with drop-downs, empty or filled, read back later."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ccb_desktop.documents.excel.cells import StreamColumn, letters_of
from ccb_desktop.documents.excel.gap_marks import mark_missing
from ccb_desktop.documents.excel.look import Look
from ccb_desktop.documents.excel.streamed import Stream, write_streamed
from ccb_desktop.documents.xml_text import clean
from ccb_desktop.domain.exchange.fields import Field, FieldType, SheetKind
from ccb_desktop.domain.papers import CellKind, Row

LISTS_SHEET = "Danh mục"
"""Hidden; holds what the drop-downs offer."""

_ROWS_TO_FILL = 1000
_A4 = 9
_HEADER_HEIGHT = 42
_WIDTHS = {
    FieldType.NAME: 190,
    FieldType.PARTIAL_DATE: 95,
    FieldType.BIRTH_DATE: 95,
    FieldType.DATE: 95,
    FieldType.CITIZEN_ID: 110,
    FieldType.PHONE: 100,
    FieldType.UNIT: 110,
    FieldType.CODES: 190,
    FieldType.CHOICE: 125,
    FieldType.AMOUNT: 110,
}
_WIDE = {
    "address": 210,
    "name": 190,
    "club": 170,
    "title": 150,
    "reason": 170,
    "note": 170,
    "elsewhere": 170,
    "key_task": 260,
    "item": 260,
    "content": 260,
    "recipient": 190,
    "responsible": 170,
    "place": 150,
    "form": 130,
    "giver": 150,
    "decision_no": 110,
}
_USUAL_WIDTH, _PIXELS_PER_LETTER = 90, 9
_DATES = frozenset({FieldType.PARTIAL_DATE, FieldType.BIRTH_DATE, FieldType.DATE})
_NUMBERS = {
    FieldType.YEAR: CellKind.PLAIN,
    FieldType.PERCENT: CellKind.PLAIN,
    FieldType.CATEGORY: CellKind.PLAIN,
    FieldType.BADGE: CellKind.PLAIN,
    FieldType.NUMBER: CellKind.TEXT,
    FieldType.AMOUNT: CellKind.MONEY,
}
_FORMATS = {CellKind.PLAIN: "0", CellKind.MONEY: "#,##0", CellKind.TEXT: "General"}
_HINTS = {
    FieldType.PARTIAL_DATE: "Ghi 19/05/1952; chỉ biết tháng thì ghi 5/1952, chỉ biết năm: 1952.",
    FieldType.BIRTH_DATE: "Ghi 19/05/1952; chỉ biết tháng thì ghi 5/1952, chỉ biết năm: 1952.",
    FieldType.DATE: "Ghi đủ ngày, tháng, năm: 05/02/2026.",
    FieldType.CODES: "Nhiều mục thì ghi cách nhau bằng dấu chấm phẩy.",
    FieldType.CITIZEN_ID: "Ghi đủ 12 chữ số, cả số 0 ở đầu.",
}


_HINTS_OF_FIELDS = {
    "household_head": "Để trống nghĩa là chính hội viên làm chủ hộ.",
    "period": "Ghi Tháng 3, Quý 1, 6 tháng đầu, 6 tháng cuối hoặc Năm; để trống là cả năm.",
    "done_on": "Để trống nghĩa là chưa hoàn thành.",
    "sessions": "Để trống là một buổi.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateSheet:
    """One sheet of the workbook.

    Attributes:
        rows: As many cells as the kind has columns; none in an empty form.
        offers: By field: what its drop-down offers.
        missing: For each row of a form to complete, the fields to be filled in.
    """

    kind: SheetKind
    rows: Sequence[Row] = ()
    offers: Mapping[str, Sequence[str]] = field(default_factory=dict)
    missing: Sequence[frozenset[str]] = ()


def write_template(sheets: Sequence[TemplateSheet], author: str, target: Path) -> Path:
    """Write the data workbook, read it back, and put it in place; gives its absolute path.

    Raises:
        FileInUse, DiskFull, ReadOnly, NotFound: As `safe_write.replacing`.
    """
    look = Look("Mẫu nhập số liệu của Hội", author)
    lists = _Lists()
    streams: dict[str, Stream] = {}
    for place, sheet in enumerate(sheets, 1):
        stream = _lay_out(look, lists, sheet)
        if stream is not None:
            streams[f"xl/worksheets/sheet{place}.xml"] = stream
    lists.write(look)
    look.book.close()
    return write_streamed(look.content, streams, target)


class _Lists:
    """What the drop-downs offer, each list once."""

    def __init__(self) -> None:
        self._places: dict[tuple[str, ...], int] = {}

    def source(self, offers: Sequence[str]) -> str:
        """The range that holds these entries."""
        place = self._places.setdefault(tuple(offers), len(self._places))
        letters = letters_of(place)
        return f"='{LISTS_SHEET}'!${letters}$1:${letters}${len(offers)}"

    def write(self, look: Look) -> None:
        """Write the hidden sheet, when there is anything to offer."""
        if not self._places:
            return
        sheet = look.book.add_worksheet(LISTS_SHEET)
        for offers, place in self._places.items():
            for row, text in enumerate(offers):
                sheet.write_string(row, place, clean(text))
        sheet.hide()


def _lay_out(look: Look, lists: _Lists, sheet: TemplateSheet) -> Stream | None:
    fields = sheet.kind.columns
    page = look.book.add_worksheet(sheet.kind.label)
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.freeze_panes(1, 0)
    page.set_row(0, _HEADER_HEIGHT)
    columns = [_column(look, one) for one in fields]
    last = max(_ROWS_TO_FILL, len(sheet.rows) + _ROWS_TO_FILL // 2)
    for place, (one, column) in enumerate(zip(fields, columns, strict=True)):
        page.set_column_pixels(place, place, _width(one), column.text_style)
        page.write_string(0, place, clean(one.header), look.form_heading(required=one.required))
        for rule in _rules(one, sheet.offers.get(one.name, ()), lists):
            page.data_validation(1, place, last, place, rule)
    if not sheet.rows:
        return None
    if sheet.missing:
        mark_missing(page, look, fields, sheet.missing)
    for place, column in enumerate(columns):
        page.write_blank(1, place, None, column.style)
    page.ignore_errors({"number_stored_as_text": f"A2:{letters_of(len(fields) - 1)}{last}"})
    return Stream(2, columns, sheet.rows)


def _column(look: Look, one: Field) -> StreamColumn:
    """Texts stay texts: Excel would take `5/1952` and `7/10` for days, and drop leading zeros."""
    if one.type in _DATES:
        day = look.form_cell("dd/mm/yyyy", centred=True)
        known_in_part = look.form_cell("@", centred=True)
        return StreamColumn(
            CellKind.DATE, day, day if one.type is FieldType.DATE else known_in_part
        )
    if one.type in _NUMBERS:
        kind = _NUMBERS[one.type]
        number = look.form_cell(_FORMATS[kind])
        return StreamColumn(kind, number, number)
    text = look.form_cell("@")
    return StreamColumn(CellKind.TEXT, text, text)


def _width(one: Field) -> int:
    usual = _WIDE.get(one.name) or _WIDTHS.get(one.type, _USUAL_WIDTH)
    longest_word = max(map(len, one.header.split()))
    return max(usual, longest_word * _PIXELS_PER_LETTER + 10)


def _rules(one: Field, offers: Sequence[str], lists: _Lists) -> list[dict[str, Any]]:
    """The drop-down and the hint of a column."""
    rule: dict[str, Any] = {"validate": "any"}
    if offers:
        rule = {
            "validate": "list",
            "source": lists.source(offers),
            "show_error": one.type is FieldType.CHOICE,
            "error_title": "Không có trong danh sách",
            "error_message": "Chọn một mục trong danh sách thả xuống.",
        }
    hint = _HINTS_OF_FIELDS.get(one.name) or _HINTS.get(one.type, "")
    if one.required:
        hint = f"{hint} Cột bắt buộc.".strip()
    if hint:
        rule |= {"input_title": one.header[:32], "input_message": hint}
    return [rule] if offers or hint else []
