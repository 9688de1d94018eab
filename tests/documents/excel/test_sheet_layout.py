"""Lists and annexes as sheets for printing."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import openpyxl
import pytest

from ccb_desktop.documents.excel.annex import write_annex
from ccb_desktop.documents.excel.plain import write_table_excel
from ccb_desktop.documents.excel.sheets import sheet_names
from ccb_desktop.documents.excel.styled_list import write_list_excel
from ccb_desktop.domain.papers import Band, CellKind, Column, PaperTable, letterhead_of
from tests.paper_values import BRANCH, ON, a_list, a_report, a_table


@pytest.fixture
def sheet(tmp_path):
    written = write_list_excel(
        a_list(a_table(totals=((None, "Cộng", None, 5, None),))), tmp_path / "a.xlsx"
    )
    return openpyxl.load_workbook(written).active


def cells(sheet):
    return {cell.value: cell for row in sheet.iter_rows() for cell in row if cell.value is not None}


def row_of(sheet, text):
    return cells(sheet)[text].row


def test_head_title_and_date_stand_over_the_table(sheet):
    found = cells(sheet)
    assert found["HỘI CỰU CHIẾN BINH PHƯỜNG AN BÌNH"].font.b
    assert found["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"].font.name == "Times New Roman"
    assert found["DANH SÁCH THỬ"].alignment.horizontal == "center"
    assert found["Tính đến ngày 05 tháng 6 năm 2026"].font.i


def test_the_head_has_the_lines_that_the_branch_has_chosen(tmp_path):
    parted = replace(BRANCH, head_issuer="Hội Cựu chiến binh / phường An Bình")
    paper = replace(a_list(a_table()), letterhead=letterhead_of(parted, ON))
    sheet = openpyxl.load_workbook(write_list_excel(paper, tmp_path / "a.xlsx")).active
    told = "HỘI CỰU CHIẾN BINH\nPHƯỜNG AN BÌNH"
    assert cells(sheet)[told].alignment.wrap_text
    assert sheet.row_dimensions[row_of(sheet, told)].height > 25


def test_values_keep_their_kind_and_form(sheet):
    first = row_of(sheet, "Nguyễn Văn An")
    order, _name, born, amount, rate = sheet[first]
    assert (order.value, born.value, amount.value, rate.value) == (
        *(1, datetime(1952, 5, 19), 1_200_000),
        "…",
    )
    assert (born.number_format, amount.number_format) == ("dd/mm/yyyy", "[$-42A]#,##0")
    assert sheet.cell(first + 1, 3).value == "1950"
    assert born.border.left.style == "thin"
    assert sheet.cell(first, 2).alignment.wrap_text


def test_bands_run_across_and_totals_are_bold(sheet):
    band = row_of(sheet, "Chi hội 1")
    assert f"A{band}:E{band}" in {str(merged) for merged in sheet.merged_cells.ranges}
    total = cells(sheet)["Cộng"]
    assert total.font.b
    assert sheet.cell(total.row, 4).value == 5


def test_headings_in_two_rows_repeat_on_every_page_and_stay_in_view(sheet):
    first = row_of(sheet, "Thu")
    assert sheet.cell(first + 1, 4).value == "Số tiền"
    assert sheet.print_title_rows == f"${first}:${first + 1}"
    assert sheet.freeze_panes == f"A{first + 2}"


def test_the_page_is_a4_on_its_side_as_wide_as_the_sheet(sheet):
    setup = sheet.page_setup
    assert (setup.paperSize, setup.orientation) == (9, "landscape")
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert setup.fitToHeight == 0
    margins = sheet.page_margins
    assert [round(inch * 25.4) for inch in (margins.top, margins.left, margins.right)] == [
        20,
        30,
        15,
    ]


def test_place_date_and_signatures_stand_in_one_row(sheet):
    text = next(
        value
        for value in cells(sheet)
        if isinstance(value, str) and value.endswith("Trần Văn Minh ")
    )
    assert text.startswith("An Bình, ngày 05 tháng 6 năm 2026\nTM. BAN CHẤP HÀNH\nCHỦ TỊCH\n")
    left = next(value for value in cells(sheet) if str(value).strip().startswith("NGƯỜI LẬP"))
    assert cells(sheet)[left].row == cells(sheet)[text].row


def test_a_second_table_has_its_own_sheet(tmp_path):
    paper = a_list(a_table(), a_table(title="Tăng, giảm"))
    book = openpyxl.load_workbook(write_list_excel(paper, tmp_path / "a.xlsx"))
    assert book.sheetnames == ["DANH SÁCH THỬ", "Tăng, giảm"]


def test_a_table_that_names_its_time_has_it_under_its_title(tmp_path):
    paper = a_list(a_table(), a_table(title="Tăng, giảm. Từ ngày 01/01/2026"))
    book = openpyxl.load_workbook(write_list_excel(paper, tmp_path / "a.xlsx"))
    sheet = book["Tăng, giảm"]
    said = [cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None]
    place = said.index("Tăng, giảm")
    assert said[place + 1] == "Từ ngày 01/01/2026"
    assert paper.subtitle not in said


def test_a_few_rows_too_many_are_drawn_onto_the_page_before(tmp_path):
    def height_of(count):
        rows = [(number, "Nguyễn Văn An", None, 0, None) for number in range(count)]
        file = write_list_excel(a_list(a_table(rows)), tmp_path / "a.xlsx")
        high = openpyxl.load_workbook(file).active.page_setup.fitToHeight
        return 1 if high is None else high

    assert [height_of(count) for count in (2, 14, 30, 600)] == [0, 1, 0, 0]


def test_an_empty_list_is_a_list_without_rows(tmp_path):
    sheet = openpyxl.load_workbook(
        write_list_excel(a_list(a_table([])), tmp_path / "a.xlsx")
    ).active
    assert row_of(sheet, "Thu") + 1 == row_of(sheet, "Số tiền")


@pytest.mark.parametrize(
    "rows", [[Band("Một")], [Band("Một"), Band("Hai"), (1, "An", None, 0, None)]]
)
def test_bands_may_stand_anywhere(tmp_path, rows):
    sheet = openpyxl.load_workbook(
        write_list_excel(a_list(a_table(rows)), tmp_path / "a.xlsx")
    ).active
    assert row_of(sheet, "Một")


def test_long_texts_make_their_row_higher(tmp_path):
    rows = [(1, "Nguyễn Văn An", None, 0, None), (2, "Tên dài " * 20, None, 0, None)]
    sheet = openpyxl.load_workbook(
        write_list_excel(a_list(a_table(rows)), tmp_path / "a.xlsx")
    ).active
    first = row_of(sheet, "Nguyễn Văn An")
    assert sheet.row_dimensions[first].height is None
    assert sheet.row_dimensions[first + 1].height > 40


def test_a_share_among_numbers_makes_its_row_higher(tmp_path):
    columns = (Column("Chỉ tiêu", 60), Column("Kỳ này", 41, CellKind.NUMBER), Column("Khác", 160))
    rows = [("Kết nạp", 5, ""), ("Vận động", "8.000.000/8.500.000 (94,12 %)", "")]
    table = PaperTable(columns=columns, rows=rows)
    sheet = openpyxl.load_workbook(write_table_excel("Thử", table, tmp_path / "a.xlsx")).active
    first = row_of(sheet, "Kết nạp")
    assert sheet.row_dimensions[first].height is None
    assert sheet.row_dimensions[first + 1].height > 25


def test_fractions_are_shown_whole_numbers_have_their_points(tmp_path):
    def number_format(value):
        table = PaperTable(columns=(Column("Số", 20, CellKind.NUMBER),), rows=[(1862,), (value,)])
        written = write_table_excel("Thử", table, tmp_path / "a.xlsx")
        sheet = openpyxl.load_workbook(written).active
        return cells(sheet)[1862].number_format

    assert number_format(5) == "[$-42A]#,##0"
    assert number_format(Decimal("2.5")) == "General"


def test_a_practice_branch_says_so(tmp_path):
    practice = BRANCH.__class__(**{**_fields(BRANCH), "practice": True})
    paper = a_list(letterhead=letterhead_of(practice, ON))
    sheet = openpyxl.load_workbook(write_list_excel(paper, tmp_path / "a.xlsx")).active
    assert any(str(value).startswith("SỐ LIỆU THỰC HÀNH") for value in cells(sheet))


def _fields(value):
    return {name: getattr(value, name) for name in value.__dataclass_fields__}


def test_the_annex_workbook_has_a_sheet_for_each_annex(tmp_path):
    book = openpyxl.load_workbook(write_annex(a_report(), tmp_path / "a.xlsx"))
    assert book.sheetnames == ["I. Chỉ tiêu"]
    assert {"Phụ lục I", "CHỈ TIÊU"} <= set(cells(book.active))
    assert book.properties.title.startswith("Phụ lục: Kết quả")
    assert book.properties.creator == BRANCH.name


def test_names_of_sheets_are_such_as_excel_takes():
    names = sheet_names(["Sổ [1]: a/b", "sổ 1 A B", "x" * 40, "X" * 40, "''", "History", "\x00"])
    assert names[:2] == ["Sổ 1 a b", "sổ 1 A B (2)"]
    assert sheet_names(["DANH SÁCH HỘI VIÊN CỰU CHIẾN BINH"]) == ["DANH SÁCH HỘI VIÊN CỰU CHIẾN"]
    assert all(0 < len(name) <= 31 for name in names)
    assert len({name.casefold() for name in names}) == len(names)
    assert "history" not in {name.casefold() for name in names}
