"""Checklists of units as Excel forms: yellow cells to fill in, drop-downs, a hidden key."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from ccb_desktop.documents.excel.cells import letters_of
from ccb_desktop.documents.excel.look import Look
from ccb_desktop.documents.layout import lines_needed
from ccb_desktop.documents.package_check import check_package
from ccb_desktop.documents.safe_write import write_bytes
from ccb_desktop.documents.xml_text import clean
from ccb_desktop.domain.papers import Cell
from ccb_desktop.domain.task_papers.checklist_form import GUIDE, ChecklistForm
from ccb_desktop.domain.tasks.filled_rows import MARKED
from ccb_desktop.domain.tasks.returned import (
    DONE_ON,
    HEADERS,
    KEY,
    NOTE,
    RESULT,
    STATE,
    TO_FILL,
    TOLD_LABEL,
)

SHEET = "Phiếu việc"
"""The name of the one sheet."""

_A4 = 9
_WIDTHS = {
    "serial": 38,
    "what": 270,
    "period": 92,
    "place": 110,
    "responsible": 125,
    "due_on": 92,
    "target": 100,
    "before": 125,
    STATE: 100,
    RESULT: 88,
    DONE_ON: 98,
    NOTE: 190,
    KEY: 90,
}
_CENTRED = frozenset({"serial", "period", "due_on", STATE, DONE_ON})
_MM_OF_PIXEL = 0.2646
_PADDING_PIXELS = 10
_LINE_PIXELS, _LEAST_PIXELS = 21, 34
_MOST = 999_999_999_999


def write_checklist(form: ChecklistForm, target: Path) -> Path:
    """Write a form, read it back, and put it in place; gives its absolute path.

    Raises:
        FileInUse, DiskFull, ReadOnly, NotFound: As `safe_write.replacing`.
    """
    look = Look(form.titles[-2], form.author)
    page = look.book.add_worksheet(SHEET)
    head = _write_head(page, look, form)
    _write_rows(page, look, form, head)
    _offer(page, form, head)
    page.set_landscape()
    page.set_paper(_A4)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.5)
    page.fit_to_pages(1, 0)
    page.repeat_rows(head)
    page.freeze_panes(head + 1, 0)
    look.book.close()
    part = "xl/worksheets/sheet1.xml"
    wanted = {part: head + 1 + len(form.rows)}
    content = look.content.getvalue()
    write_bytes(target, content, lambda written: check_package(written, wanted, b"<row "))
    return target.absolute()


def _write_head(page: Any, look: Look, form: ChecklistForm) -> int:
    """Titles, guide and the day of the figures; gives the row of the headings, from 0."""
    last = len(HEADERS) - 2  # the hidden key has no room
    row = 0
    for place, text in enumerate(form.titles):
        is_title = place == len(form.titles) - 2
        style = "title" if is_title else "issuer" if place == 0 else "subtitle"
        page.merge_range(row, 0, row, last, clean(text), look.style(style))
        row += 1
    for text in GUIDE:
        page.merge_range(row, 0, row, last, text, look.style("note"))
        row += 1
    filled = _place(RESULT)
    page.merge_range(row, 0, row, filled - 1, f"{TOLD_LABEL}:", look.style("told"))
    page.merge_range(row, filled, row, filled + 1, "", look.to_fill("dd/mm/yyyy", centred=True))
    page.data_validation(row, filled, row, filled, _day_rule(form.year, "Ngày mà số liệu tính đến"))
    for column, header in enumerate(HEADERS.values()):
        is_filled = list(HEADERS)[column] in TO_FILL
        page.write_string(row + 1, column, header, look.form_heading(required=is_filled))
    page.set_row_pixels(row + 1, 2 * _LINE_PIXELS + 6)
    return row + 1


def _write_rows(page: Any, look: Look, form: ChecklistForm, head: int) -> None:
    for place, name in enumerate(HEADERS):
        options = {"hidden": True} if name == KEY else {}
        page.set_column_pixels(place, place, _WIDTHS[name], None, options)
    for number, cells in enumerate(form.rows, start=head + 1):
        page.set_row_pixels(number, _height(cells))
        for place, name in enumerate(HEADERS):
            _write(page, look, (number, place), name, cells.get(name))
    page.autofilter(head, 0, head + len(form.rows), len(HEADERS) - 1)


def _write(page: Any, look: Look, at: tuple[int, int], name: str, cell: Cell) -> None:
    centred = name in _CENTRED
    if name in TO_FILL:
        formats = {RESULT: "General", DONE_ON: "dd/mm/yyyy"}
        page.write_blank(*at, None, look.to_fill(formats.get(name, "@"), centred=centred))
    elif isinstance(cell, date):
        day = look.locked_cell("dd/mm/yyyy", centred=True)
        page.write_datetime(*at, cell, day)
    elif isinstance(cell, int):
        page.write_number(*at, cell, look.locked_cell("0", centred=True))
    else:
        text = look.locked_cell("@", centred=centred)
        page.write_string(*at, clean(str(cell or "")), text)


def _offer(page: Any, form: ChecklistForm, head: int) -> None:
    """Drop-downs, hints and bounds of the cells to fill in."""
    first, last = head + 1, head + len(form.rows)
    rules: dict[str, dict[str, Any]] = {
        STATE: {
            "validate": "list",
            "source": list(MARKED.values()),
            "error_title": "Không có trong danh sách",
            "error_message": "Chọn một mục trong danh sách thả xuống.",
        },
        RESULT: {
            "validate": "decimal",
            "criteria": "between",
            "minimum": 0,
            "maximum": _MOST,
            "input_title": "Kết quả đến nay",
            "input_message": "Tổng từ đầu đến nay, chỉ ghi số.",
            "error_title": "Chỉ ghi số",
            "error_message": "Cột này chỉ ghi số, ví dụ 3 hoặc 2,5. Lời giải thích ghi ở Ghi chú.",
        },
        DONE_ON: _day_rule(form.year, HEADERS[DONE_ON]),
    }
    for name, rule in rules.items():
        place = _place(name)
        page.data_validation(first, place, last, place, rule)
    area = f"{letters_of(_place(STATE))}{first + 1}:{letters_of(_place(NOTE))}{last + 1}"
    page.ignore_errors({"number_stored_as_text": area})


def _day_rule(year: int, title: str) -> dict[str, Any]:
    return {
        "validate": "date",
        "criteria": "between",
        "minimum": date(year, 1, 1),
        "maximum": date(year + 1, 12, 31),
        "input_title": title[:32],
        "input_message": f"Ghi đủ ngày, tháng, năm: 15/06/{year}.",
        "error_type": "warning",
        "error_title": "Xem lại ngày",
        "error_message": f"Ghi đủ ngày, tháng, năm trong khoảng năm {year}: 15/06/{year}.",
    }


def _place(name: str) -> int:
    return list(HEADERS).index(name)


def _height(cells: Mapping[str, Cell]) -> int:
    """High enough for the longest text; some programs do not work it out by themselves."""
    lines = [
        lines_needed(text, (_WIDTHS[name] - _PADDING_PIXELS) * _MM_OF_PIXEL, 12)
        for name, text in cells.items()
        if isinstance(text, str) and name != KEY
    ]
    return max(_LEAST_PIXELS, max(lines, default=1) * _LINE_PIXELS + 6)
