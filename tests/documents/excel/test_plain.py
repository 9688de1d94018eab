"""What a screen shows, as a bare sheet."""

import openpyxl
import pytest

from ccb_desktop.documents.excel.plain import write_table_excel
from tests.paper_values import a_table


@pytest.fixture
def sheet(tmp_path):
    table = a_table(title="Tính đến hôm nay", note="Tổng cộng: 2.")
    return openpyxl.load_workbook(write_table_excel("Hội viên", table, tmp_path / "a.xlsx")).active


def values(sheet):
    return [cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None]


def test_title_table_and_note_stand_without_the_head_of_a_paper(sheet):
    said = values(sheet)
    assert said[:2] == ["Hội viên", "Tính đến hôm nay"]
    assert said[-1] == "Tổng cộng: 2."
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" not in said
    assert "NGƯỜI LẬP BIỂU" not in " ".join(map(str, said))


def test_the_sheet_has_the_name_of_the_table_and_is_fit_for_printing(sheet):
    assert sheet.title == "Hội viên"
    assert sheet.page_setup.paperSize == 9
    assert sheet.print_title_rows is not None


def test_rows_are_as_on_the_screen(sheet):
    said = values(sheet)
    assert {"Chi hội 1", "Nguyễn Văn An", 1_200_000, "1950"} <= set(said)
