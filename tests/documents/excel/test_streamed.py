"""Rows streamed into a laid-out sheet: each in its place, what stands around them kept."""

import openpyxl
import pytest

from ccb_desktop.documents import package_check
from ccb_desktop.documents.excel.cells import StreamColumn
from ccb_desktop.documents.excel.look import Look
from ccb_desktop.documents.excel.streamed import Stream, write_streamed
from ccb_desktop.domain.errors import ReadOnly
from ccb_desktop.domain.papers import Band, CellKind


def laid_out(rows, first_row=2):
    """A sheet with a heading above and a sum below the room for some rows."""
    look = Look("Thử", "Hội")
    sheet = look.book.add_worksheet("Thử")
    style = look.form_cell("@")
    sheet.write_string(0, 0, "Tên")
    for place, row in enumerate(rows, first_row - 1):
        if isinstance(row, Band):
            sheet.write_string(place, 0, row.label)
    sheet.write_blank(first_row - 1, 1, None, style)
    sheet.write_string(first_row - 1 + len(rows), 0, "Cộng")
    look.book.close()
    columns = [StreamColumn(CellKind.TEXT, style), StreamColumn(CellKind.NUMBER, style)]
    return look.content, columns


def written(tmp_path, rows, **more):
    content, columns = laid_out(rows)
    stream = Stream(2, columns, rows, **more)
    file = write_streamed(content, {"xl/worksheets/sheet1.xml": stream}, tmp_path / "a.xlsx")
    return openpyxl.load_workbook(file).active


@pytest.mark.parametrize("count", [1, 2, 499, 500, 501, 1203])
def test_every_row_stands_in_its_place_between_heading_and_sum(tmp_path, count):
    sheet = written(tmp_path, [(f"Trần {place}", place) for place in range(count)])
    assert sheet["A1"].value == "Tên"
    assert [(sheet.cell(2 + n, 1).value, sheet.cell(2 + n, 2).value) for n in range(count)] == [
        (f"Trần {n}", n) for n in range(count)
    ]
    assert sheet.cell(2 + count, 1).value == "Cộng"
    assert sheet.max_row == 2 + count


def test_bands_stay_where_they_were_laid_out(tmp_path):
    sheet = written(tmp_path, [("An", 1), Band("Chi hội 2"), ("Ba", 2)])
    assert [sheet.cell(row, 1).value for row in range(1, 6)] == [
        *("Tên", "An", "Chi hội 2", "Ba", "Cộng")
    ]


def test_rows_with_long_texts_are_given_their_height(tmp_path):
    rows = [("An", 1), ("dài", 2)]
    sheet = written(tmp_path, rows, height_of=lambda row: 40.5 if row[0] == "dài" else None)
    assert (sheet.row_dimensions[2].height, sheet.row_dimensions[3].height) == (None, 40.5)


def test_a_medium_that_loses_rows_is_noticed_and_nothing_is_left(tmp_path, monkeypatch):
    monkeypatch.setattr(package_check, "_read", lambda *_: 1)
    with pytest.raises(ReadOnly, match="đọc lại không đúng"):
        written(tmp_path, [("An", 1), ("Ba", 2)])
    assert list(tmp_path.iterdir()) == []
