"""The annex workbook of a report."""

import openpyxl
import pytest

from ccb_desktop.documents.excel.annex import write_annex
from ccb_desktop.domain.papers import Annex
from tests.paper_values import a_report, a_table


@pytest.fixture
def write(tmp_path):
    """Writes the annexes of a report and gives their workbook."""
    return lambda paper: openpyxl.load_workbook(write_annex(paper, tmp_path / "a.xlsx"))


def an_annex(number, *tables, **more):
    return Annex(number=number, sheet=f"Bảng {number}", title="Chỉ tiêu", tables=tables, **more)


def values(sheet):
    return [cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None]


def test_each_annex_has_a_sheet_with_its_number_title_and_period(write):
    book = write(a_report(annexes=(an_annex(1, a_table()), an_annex(2, a_table()))))
    assert book.sheetnames == ["Bảng 1", "Bảng 2"]
    said = values(book["Bảng 2"])
    start = said.index("Phụ lục II")
    assert said[start : start + 3] == [
        "Phụ lục II",
        "CHỈ TIÊU",
        "(Kèm theo Báo cáo số 05/BC-CCB ngày 05 tháng 6 năm 2026 "
        "của Hội Cựu chiến binh phường An Bình)\nTừ ngày 01/01/2026 đến ngày 05/06/2026",
    ]


def test_an_annex_of_two_tables_has_two_sheets_under_their_titles(write):
    book = write(a_report(annexes=(an_annex(3, a_table(), a_table(title="Theo chi hội")),)))
    assert book.sheetnames == ["Bảng 3", "Bảng 3 (2)"]
    assert "Theo chi hội" in values(book["Bảng 3 (2)"])


def test_legend_notes_and_the_signature_of_the_board_stand_under_the_table(write):
    annex = an_annex(1, a_table(), legend=("Dấu … là thiếu.",), notes=("Khớp.",))
    said = values(write(a_report(annexes=(annex,))).active)
    assert said[-3:-1] == ["Dấu … là thiếu.", "Khớp."]
    assert "TM. BAN CHẤP HÀNH\nCHỦ TỊCH" in said[-1]


def test_missing_figures_are_marked_and_numbers_are_counted_with(write):
    said = values(write(a_report(annexes=(an_annex(1, a_table()),))).active)
    assert {"…", 1_200_000} <= set(said)
