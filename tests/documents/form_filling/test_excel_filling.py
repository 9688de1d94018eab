"""Excel forms: numbers as numbers, words as words, lists with room, nothing else touched."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ccb_desktop.documents.form_filling.form_file import fill_form, read_shape
from ccb_desktop.documents.xml_text import clean
from ccb_desktop.domain.errors import BadFile
from ccb_desktop.domain.papers import CellKind
from ccb_desktop.domain.superior_forms.contents import Contents
from ccb_desktop.domain.superior_forms.values import Filled
from tests.superior_forms import excel_form, parts_of

FORM = excel_form()
BLANKS = read_shape(FORM).blanks
PLACES = {blank.place: blank for blank in BLANKS}


def said(text):
    return Filled(text, CellKind.TEXT)


def place(sheet, cell, nth=None):
    within = "" if nth is None else f', "n": {nth}'
    found = f'{{"v": 1, "sheet": "{sheet}", "cell": "{cell}"{within}}}'
    assert found in PLACES
    return found


def sheet_of(content, name):
    return openpyxl.load_workbook(BytesIO(content))[name]


def test_every_kind_of_value_goes_in_as_what_it_is():
    made = fill_form(
        FORM,
        Contents(
            single={
                place("Biểu 1", "C7"): Filled(126),
                place("Biểu 1", "D7"): Filled(None),
                place("Biểu 1", "C11"): Filled(Decimal("99.30"), CellKind.PERCENT),
                place("Biểu 1", "C4"): Filled(date(2026, 6, 30), CellKind.DATE),
                place("Biểu 1", "F7"): said("=1+1"),
                place("Biểu 1", "A3", 0): said("Hội CCB phường An Lạc"),
            }
        ),
    )
    sheet = sheet_of(made, "Biểu 1")
    assert sheet["C7"].value == 126
    assert sheet["C7"].number_format == "#,##0"
    assert sheet["D7"].value == "…"
    assert sheet["C11"].value == 0.993
    assert sheet["C4"].value.date() == date(2026, 6, 30)
    assert (sheet["F7"].value, sheet["F7"].data_type) == ("=1+1", "s")
    assert sheet["A3"].value == "Đơn vị: Hội CCB phường An Lạc Kỳ báo cáo: ……………"


def test_formulas_are_worked_out_anew_and_all_else_is_as_it_was():
    made = fill_form(FORM, Contents(single={place("Biểu 1", "C7"): Filled(126)}))
    before, after = parts_of(FORM), parts_of(made)
    changed = {name for name in before if before[name] != after.get(name)}
    assert changed == {
        "xl/workbook.xml",
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet2.xml",
    }, "both sheets have formulas"
    assert list(before) == list(after)
    assert b'fullCalcOnLoad="1"' in after["xl/workbook.xml"]
    stored = openpyxl.load_workbook(BytesIO(made), data_only=True)["Biểu 1"]
    assert stored["E7"].value is None


def records_of(count):
    columns = [place("Danh sách", cell) for cell in ("B4", "C4", "D4")]
    return PLACES[columns[0]].row, [
        {columns[0]: said(f"Chi hội {n}"), columns[1]: Filled(n * 10), columns[2]: Filled(n)}
        for n in range(1, count + 1)
    ]


@pytest.mark.parametrize("count", [1, 2, 6])
def test_a_list_finds_room_and_what_stands_below_moves(count):
    row, records = records_of(count)
    made = fill_form(FORM, Contents(rows={row: records}))
    sheet = sheet_of(made, "Danh sách")
    more = max(0, count - 2)
    rows = [[cell.value for cell in line] for line in sheet.iter_rows(4, 3 + count)]
    assert rows == [
        [n, f"Chi hội {n}", n * 10, n, f"=C{3 + n}+D{3 + n}"] for n in range(1, count + 1)
    ]
    assert sheet.cell(6 + more, 3).value == f"=SUM(C4:C{5 + more})"
    assert sheet.print_area == f"'Danh sách'!$A$1:$E${12 + more}"
    assert f"D{8 + more}:E{8 + more}" in {str(merge) for merge in sheet.merged_cells.ranges}
    assert [str(one.sqref) for one in sheet.conditional_formatting] == [f"C4:C{5 + more}"]
    drawing = parts_of(made)["xl/drawings/drawing2.xml"].decode()
    assert f"<xdr:row>{8 + more}</xdr:row>" in drawing
    book = openpyxl.load_workbook(BytesIO(made))
    assert book.defined_names["tong"].attr_text == f"'Danh sách'!$C${6 + more}"


def test_a_list_over_merged_rows_is_refused_with_its_reason():
    book = openpyxl.load_workbook(BytesIO(FORM))
    book["Danh sách"].merge_cells("E4:E5")
    changed = BytesIO()
    book.save(changed)
    row, records = records_of(6)
    with pytest.raises(BadFile, match="ô gộp nhiều dòng"):
        fill_form(changed.getvalue(), Contents(rows={row: records}))


def test_a_cell_with_a_formula_is_never_overwritten():
    taken = '{"v": 1, "sheet": "Biểu 1", "cell": "E7"}'
    assert taken not in PLACES
    with pytest.raises(BadFile, match="công thức"):
        fill_form(FORM, Contents(single={taken: Filled(1)}))


@settings(deadline=None)
@given(
    blank=st.sampled_from(BLANKS),
    text=st.text(st.characters(codec="utf-8") | st.sampled_from("&<>\n\t\x01…._="), max_size=60),
)
def test_any_text_into_any_blank_is_read_back(blank, text):
    made = fill_form(FORM, Contents(single={blank.place: said(text)}))
    before, after = parts_of(FORM), parts_of(made)
    assert {name for name in before if before[name] != after[name]} <= {
        *("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml")
    }
    cells = "\n".join(
        str(cell.value)
        for sheet in openpyxl.load_workbook(BytesIO(made)).worksheets
        for row in sheet.iter_rows()
        for cell in row
    )
    assert clean(text) in cells
