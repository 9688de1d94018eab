"""Reads the cells of a checked file; runs in the reading process only."""

from collections.abc import Callable
from datetime import date
from functools import partial
from io import BytesIO
from typing import Any

from ccb_desktop.documents.reading.csv_text import read_csv
from ccb_desktop.documents.reading.gate import FileKind
from ccb_desktop.documents.reading.package_gate import BROKEN, PASSWORD
from ccb_desktop.documents.reading.plain import PlainSheet, PlainValues, plain_rows, with_cells
from ccb_desktop.documents.reading.sheet_details import SheetDetails
from ccb_desktop.domain.errors import BadFile
from ccb_desktop.domain.exchange.old_fonts import has_foreign_signs
from ccb_desktop.domain.exchange.source import CellValue

_MOST_MERGES = 10_000

Tell = Callable[[float, str], None]


def read_sheets(content: bytes, kind: FileKind, tell: Tell) -> list[PlainSheet]:
    """Every sheet of a file, as far as calamine or the text tells.

    Args:
        content: The whole file, which has passed the gate.
        kind: What it is.
        tell: Told how far it is, 0 to 1, and at which sheet.

    Raises:
        BadFile: It cannot be read, or a sheet is too long.
    """
    values = PlainValues()
    if kind is FileKind.CSV:
        sheets = [PlainSheet("", rows=plain_rows("", read_csv(content), values))]
    else:
        sheets = _read_workbook(content, values, tell)
    is_clean = not has_foreign_signs(values)
    for sheet in sheets:
        sheet.is_clean = is_clean
    return sheets


def _read_workbook(content: bytes, values: PlainValues, tell: Tell) -> list[PlainSheet]:
    import python_calamine as calamine  # noqa: PLC0415 (a heavy library, for one process only)

    workbook = _call(lambda: calamine.CalamineWorkbook.from_filelike(BytesIO(content)))
    sheets = []
    for place, about in enumerate(workbook.sheets_metadata):
        tell(place / len(workbook.sheets_metadata), f"Đang đọc trang {about.name}")
        hidden = about.visible != calamine.SheetVisibleEnum.Visible
        if hidden or about.typ != calamine.SheetTypeEnum.WorkSheet:
            sheets.append(PlainSheet(about.name, hidden=hidden))
        else:
            sheet = _call(partial(workbook.get_sheet_by_name, about.name))
            sheets.append(_plain_sheet(sheet, values))
    return sheets


def _call(action: Callable[[], Any]) -> Any:
    """Do it, with every failure of calamine as what it means to the officer."""
    try:
        return action()
    except MemoryError:
        raise
    except BaseException as error:  # calamine panics with a BaseException of its own
        is_locked = type(error).__name__ == "PasswordError"
        raise BadFile(PASSWORD if is_locked else BROKEN) from error


def _plain_sheet(sheet: Any, values: PlainValues) -> PlainSheet:
    start = sheet.start
    return PlainSheet(
        sheet.name,
        rows=plain_rows(
            sheet.name,
            sheet.iter_rows() if start else (),
            values,
            first_column=start[1] if start else 0,
        ),
        merges=[
            (top[0] + 1, top[1], bottom[0] + 1, bottom[1])
            for top, bottom in (sheet.merged_cell_ranges or ())[:_MOST_MERGES]
        ],
    )


def take_details(sheet: PlainSheet, details: SheetDetails) -> None:
    """Put in what a close look at the cells has found: fonts, errors, dates without a day."""
    shown = {"month": _as_month, "year": _as_year}
    sheet.fonts = details.fonts
    sheet.rows = with_cells(
        sheet.rows,
        {
            **{place: shown[precision] for place, precision in details.month_or_year.items()},
            **{place: partial(_instead, error) for place, error in details.errors.items()},
        },
    )


def _instead(better: CellValue, _value: CellValue) -> CellValue:
    return better


def _as_month(value: CellValue) -> CellValue:
    return f"{value.month}/{value.year}" if isinstance(value, date) else value


def _as_year(value: CellValue) -> CellValue:
    return value.year if isinstance(value, date) else value
