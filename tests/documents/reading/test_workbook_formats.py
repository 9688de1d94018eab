"""What each format gives: values as they are, fonts, errors, merged cells, hidden sheets."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font

from ccb_desktop.documents.reading.workbook import read_workbook
from ccb_desktop.domain.errors import BadFile
from ccb_desktop.domain.exchange.source import NO_STORED_VALUE, ErrorValue, MergedRange
from ccb_desktop.domain.exchange.understanding import understand_workbook
from tests.documents.reading.packages import HEADER, PEOPLE, row, sheet, workbook

LISTS = Path(__file__).parent / "lists"


@pytest.fixture
def saved(tmp_path):
    """Saves a workbook of openpyxl and reads it."""

    def save_and_read(book):
        path = tmp_path / "danh-sach.xlsx"
        book.save(path)
        return read_workbook(path)

    return save_and_read


def test_values_are_brought_to_plain_ones(saved):
    book = openpyxl.Workbook()
    page = book.active
    page.append(["  ", None, 12, 12.5, True, date(1952, 5, 19), "Hưng Yên"])
    page.append([])
    page.append([None, None, None, datetime(1952, 5, 19, 10, 30), time(3, 4), timedelta(hours=30)])
    (read,) = saved(book).sheets
    assert [found.number for found in read.rows] == [1, 3]
    assert read.rows[0].cells == (None, None, 12, 12.5, 1, date(1952, 5, 19), "Hưng Yên")
    assert all(type(value) is not float for value in (read.rows[0].cells[2],))
    assert read.rows[1].cells[3] == date(1952, 5, 19)
    assert all(isinstance(value, str) for value in read.rows[1].cells[4:6])


def test_a_list_that_begins_in_the_middle_keeps_its_places(saved):
    book = openpyxl.Workbook()
    book.active["C5"] = "x"
    book.active["D7"] = 2
    (read,) = saved(book).sheets
    assert [(found.number, found.cells) for found in read.rows] == [
        (5, (None, None, "x", None)),
        (7, (None, None, None, 2)),
    ]


def test_dates_shown_without_a_day_are_no_days(saved):
    book = openpyxl.Workbook()
    page = book.active
    for column, shown in enumerate(["mmm-yy", "m/yyyy", "yyyy", "dd/mm/yyyy", 'mm"/"yy;@'], 1):
        page.cell(1, column, date(1952, 5, 1)).number_format = shown
    (read,) = saved(book).sheets
    assert read.rows[0].cells == ("5/1952", "5/1952", 1952, date(1952, 5, 1), "5/1952")


def test_dates_count_from_1904_where_the_workbook_says_so(saved):
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.active["A1"] = date(1952, 5, 19)
    assert saved(book).sheets[0].rows[0].cells == (date(1952, 5, 19),)


def test_errors_and_formulas_without_a_result_are_told(saved):
    book = openpyxl.Workbook()
    page = book.active
    page.append(["Họ và tên", "Năm sinh", "Chi hội", "Ghi chú"])
    page.append(["Lê Văn An", 1952, "CH 1", "#REF!"])
    page["D2"].data_type = "e"
    page["D3"] = "=A2&B2"
    (read,) = saved(book).sheets
    assert read.rows[1].cells[3] == ErrorValue("#REF!")
    assert read.rows[2].number == 3
    assert read.rows[2].cells == (None, None, None, ErrorValue(NO_STORED_VALUE))


def test_stored_results_of_formulas_are_read(read):
    cells = '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>A1&amp;""</f><v></v></c>'
    made = read(workbook(sheet(f'<row r="1">{cells}</row>')))
    assert made.sheets[0].rows[0].cells[0] == 2
    assert not any(isinstance(value, ErrorValue) for value in made.sheets[0].rows[0].cells)


def test_fonts_are_told_only_where_they_are_old(saved):
    book = openpyxl.Workbook()
    page = book.active
    page.append(["NguyÔn V¨n An", "Nguyeãn Vaên An", "Nguyễn Văn An", 5])
    for column, name in enumerate([".VnTime", "VNI-Times", "Times New Roman", ".VnTime"], 1):
        page.cell(1, column).font = Font(name=name)
    (read,) = saved(book).sheets
    assert read.fonts == {(1, 0): ".VnTime", (1, 1): "VNI-Times"}


def test_sheets_without_old_signs_are_known_to_be_clean(saved):
    book = openpyxl.Workbook()
    book.active["A1"] = "Nguyễn Văn An"
    assert saved(book).sheets[0].is_clean
    book.active["A2"] = "NguyÔn V¨n An"
    assert not saved(book).sheets[0].is_clean


def test_merged_cells_and_hidden_sheets(saved):
    book = openpyxl.Workbook()
    book.active.append(["Ngày sinh", None, "x"])
    book.active.merge_cells("A1:B1")
    hidden = book.create_sheet("Ẩn")
    hidden["A1"] = "x"
    hidden.sheet_state = "veryHidden"
    shown, unseen = saved(book).sheets
    assert shown.merges == (MergedRange(1, 0, 1, 1),)
    assert (unseen.name, unseen.hidden, unseen.rows) == ("Ẩn", True, ())


def test_the_same_bytes_have_the_same_digest(read):
    content = workbook()
    assert read(content, "a.xlsx").sha256 == read(content, "b.xlsx").sha256
    assert read(content, "a.xlsx").sha256 != read(workbook(sheet(HEADER)), "a.xlsx").sha256


def test_cells_without_their_places_are_counted(read):
    rows = "<row><c t='inlineStr'><is><t>x</t></is></c><c><v>5</v></c></row>"
    assert read(workbook(sheet(rows))).sheets[0].rows[0].cells == ("x", 5)


@pytest.mark.parametrize("name", ["nhieu-kieu.xls", "nhieu-kieu.ods"])
def test_old_and_open_formats_tell_fonts_errors_and_months(name):
    book = read_workbook(LISTS / name)
    shown, hidden = book.sheets
    assert hidden.hidden
    assert shown.fonts[2, 0] == ".VnTime"
    assert shown.fonts[3, 0] == ".VnTimeH"
    (understood,) = understand_workbook(book).sheets
    first, second, third = understood.rows
    assert first.values["full_name"] == "Nguyễn Văn An"
    assert second.values["full_name"] == "Trần Thị Bích"
    assert [str(found.values["joined_on"]) for found in (first, second, third)] == [
        "12/1990",
        "1/1991",
        "1992",
    ]
    assert [(p.row, p.value, p.row_kept) for p in understood.problems] == [
        (2, "#DIV/0!", True),
        (4, "#N/A", True),
    ]


def test_fifty_thousand_rows(read):
    many = "".join(row(n, n, "Lê Văn Bình", 1950, f"Chi hội {n % 40}") for n in range(2, 50_002))
    book = read(workbook(sheet(HEADER + many)))
    (understood,) = understand_workbook(book).sheets
    assert len(understood.rows) == 50_000
    assert understood.rows[-1].row_number == 50_001
    assert understood.problems == ()


def test_two_hundred_thousand_rows_are_the_most(read):
    many = "".join(
        f'<row r="{n}"><c r="A{n}"><v>{n * 7919}</v></c></row>' for n in range(1, 200_002)
    )
    with pytest.raises(BadFile, match=r"“DS” có hơn 200\.000 dòng"):
        read(workbook(sheet(many)))
    exactly = many.rpartition("<row ")[0]
    assert len(read(workbook(sheet(exactly))).sheets[0].rows) == 200_000


def test_an_empty_sheet_is_read_as_empty(read):
    assert read(workbook(sheet(""))).sheets[0].rows == ()
    assert (
        understand_workbook(read(workbook(sheet("")))).ignored[0].ignored_reason == "Trang trống."
    )


def test_people_of_the_plainest_list(read):
    (understood,) = understand_workbook(read(workbook(sheet(PEOPLE)))).sheets
    assert [found.values["unit"] for found in understood.rows] == ["Chi hội 1"]
