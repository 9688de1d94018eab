"""Books and lists as workbooks: every sign survives, nothing is a formula, secrets stay masked."""

from dataclasses import replace
from datetime import datetime

import openpyxl
import pytest

from ccb_desktop.documents.excel.styled_list import write_list_excel
from ccb_desktop.domain.errors import NotFound
from ccb_desktop.domain.member_papers.roster import roster
from ccb_desktop.domain.papers import Band, CellKind, Column, PaperTable, Signature, SumRow
from ccb_desktop.domain.partial_dates import PartialDate
from tests.paper_values import a_line, a_list, a_source, a_table

FORMULAS = ["=1+1", "=cmd|' /C calc'!A0", "+84912345678", "-5", "@SUM(A1)", "\tx", "=HYPERLINK(1)"]


@pytest.fixture
def write(tmp_path):
    """Writes a list and gives its workbook."""
    return lambda paper: openpyxl.load_workbook(write_list_excel(paper, tmp_path / "a.xlsx"))


def cells(sheet):
    return [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]


def one_column(*texts, kind=CellKind.TEXT):
    return PaperTable(columns=(Column("Ghi chú", 60, kind),), rows=[(text,) for text in texts])


def test_no_text_becomes_a_formula_wherever_it_stands(write):
    for text in FORMULAS:
        table = replace(one_column(text), totals=((text,),), note=text, title=text)
        paper = a_list(table, title=text.upper(), subtitle=text)
        found = [cell for cell in cells(write(paper).active) if cell.value == text]
        assert len(found) >= 4, text
        assert {cell.data_type for cell in found} == {"s"}
        assert not [cell for cell in cells(write(paper).active) if cell.data_type == "f"]


def test_a_formula_in_a_band_or_a_heading_is_text(write):
    table = PaperTable(columns=(Column("=A1", 60, group="=B1"),), rows=[Band("=C1"), ("x",)])
    found = {cell.value: cell.data_type for cell in cells(write(a_list(table)).active)}
    assert (found["=A1"], found["=B1"], found["=C1"]) == ("s", "s", "s")


def test_names_with_signs_of_markup_and_forbidden_signs(write):
    values = {
        cell.value for cell in cells(write(a_list(one_column("Nguyễn & <Trần>\x00\ud800"))).active)
    }
    assert "Nguyễn & <Trần>" in values


def test_complete_dates_are_real_ones_partial_ones_are_not_completed(write):
    days = (PartialDate(1952, 5, 19), PartialDate(1951, 2), PartialDate(1952))
    sheet = write(a_list(one_column(*days, kind=CellKind.DATE))).active
    found = {cell.value: cell.number_format for cell in cells(sheet)}
    assert found[datetime(1952, 5, 19)] == "dd/mm/yyyy"
    assert {"2/1951", "1952"} <= set(found)


def test_money_has_points_between_thousands(write):
    sheet = write(a_list(one_column(102_350_000, kind=CellKind.MONEY))).active
    assert [cell.number_format for cell in cells(sheet) if cell.value == 102_350_000] == [
        "[$-42A]#,##0"
    ]


@pytest.mark.parametrize(("landscape", "orientation"), [(True, "landscape"), (False, "portrait")])
def test_it_is_printed_on_a4_as_wide_as_a_page_with_its_headings_repeated(
    write, landscape, orientation
):
    sheet = write(a_list(landscape=landscape)).active
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, orientation)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToHeight, sheet.page_setup.fitToWidth or 1) == (0, 1)
    assert sheet.print_title_rows is not None
    assert "&P" in sheet.oddFooter.center.text


def test_card_and_phone_numbers_are_masked_unless_asked_for_whole(write):
    line = a_line(citizen_id="001052000123", phone="0912345678")

    def said(masked):
        paper = roster(a_source(masked=masked), [line], ())
        return {cell.value for cell in cells(write(paper).worksheets[0])}

    assert {"0010•••••123", "0912•••678"} <= said(masked=True)
    assert not {"001052000123", "0912345678"} & said(masked=True)
    assert {"001052000123", "0912345678"} <= said(masked=False)


def test_the_workbook_says_what_it_is_and_whose(write):
    properties = write(a_list()).properties
    assert (properties.title, properties.creator) == (
        "DANH SÁCH THỬ",
        "Hội Cựu chiến binh phường An Bình",
    )


def test_every_table_has_the_head_and_the_signatures(write):
    book = write(a_list(a_table(), a_table(title="Tăng, giảm")))
    for sheet in book:
        values = [str(cell.value) for cell in cells(sheet)]
        assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in values
        assert any(value.endswith("Trần Văn Minh ") for value in values)


def test_a_list_of_one_column_has_its_head_over_it(write):
    values = [cell.value for cell in cells(write(a_list(one_column("An"))).active)]
    assert "HỘI CỰU CHIẾN BINH PHƯỜNG AN BÌNH" in values


def test_a_long_roster_is_read_back_whole(write):
    many = [(place, f"Nguyễn Văn {place}", None, place, None) for place in range(1, 2001)]
    sheet = write(a_list(a_table(many))).active
    names = [cell.value for cell in cells(sheet) if str(cell.value).startswith("Nguyễn Văn ")]
    assert names == [row[1] for row in many]


def test_where_no_file_can_be_put_none_is_left(tmp_path):
    with pytest.raises(NotFound):
        write_list_excel(a_list(), tmp_path / "away" / "a.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_sums_between_rows_are_bold(write):
    table = PaperTable(
        columns=(Column("Tồn", 60, CellKind.MONEY),), rows=[(5,), SumRow((1500,)), (6,)]
    )
    found = {cell.value: cell.font.bold for cell in cells(write(a_list(table)).active)}
    assert (found[5], found[1500], found[6]) == (False, True, False)


def test_three_signatures_stand_side_by_side(write):
    signed = tuple(Signature((name,)) for name in ("NGƯỜI LẬP", "THỦ QUỸ", "CHỦ TỊCH"))
    columns = tuple(Column(str(place), 30) for place in range(7))
    table = PaperTable(columns=columns, rows=[("x",) * 7])
    found = cells(write(a_list(table, signatures=signed)).active)
    places = [cell.column for name in signed for cell in found if name.lines[0] in str(cell.value)]
    assert places == sorted(set(places)) and len(places) == 3
