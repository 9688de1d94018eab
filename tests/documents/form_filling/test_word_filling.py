"""Word forms: everything goes into its place, and nothing else of the file changes."""

from io import BytesIO

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from ccb_desktop.documents.form_filling.form_file import fill_form, read_shape
from ccb_desktop.documents.xml_text import clean
from ccb_desktop.domain.errors import BadFile
from ccb_desktop.domain.papers import CellKind
from ccb_desktop.domain.superior_forms.contents import Contents
from ccb_desktop.domain.superior_forms.values import Filled
from tests.superior_forms import parts_of, word_form

FORM = word_form()
BLANKS = read_shape(FORM).blanks


def said(text):
    return Filled(text, CellKind.TEXT)


def place(label, nth=0):
    return [blank for blank in BLANKS if blank.label == label][nth].place


def filled(**by_label):
    single = {place(label): said(text) for label, text in by_label.items()}
    return fill_form(FORM, Contents(single=single))


def texts(content):
    return [one.text for one in Document(BytesIO(content)).paragraphs]


def test_dots_over_several_runs_become_one_value_in_the_look_of_the_first():
    made = fill_form(
        FORM,
        Contents(
            single={
                place("Tổng số hội viên"): said("126"),
                place("người, trong đó nữ"): said("7"),
                place("người; đảng viên"): said("…"),
            }
        ),
    )
    line = next(one for one in Document(BytesIO(made)).paragraphs if "Tổng số" in one.text)
    assert line.text == (
        "Tổng số hội viên: 126 người, trong đó nữ 7 người; đảng viên … đồng chí, v.v..."
    )
    looks = {run.text: (run.italic, run.bold) for run in line.runs if run.text}
    assert looks["126"] == (True, None)
    assert looks["7"] == (None, True)


def test_a_tab_that_draws_dots_keeps_drawing_behind_the_text():
    assert "Người lập biểu:Lê Văn An\t" in texts(filled(**{"Người lập biểu": "Lê Văn An"}))


def test_a_content_control_and_a_bookmark_are_filled():
    made = filled(**{"Ngày chốt số liệu": "30/06/2026", "Chan quy": "5.000.000"})
    body = parts_of(made)["word/document.xml"].decode()
    assert "showingPlcHdr" not in body
    assert "Bấm vào đây" not in body
    assert "<w:alias" in body
    assert "Số quỹ: 5.000.000 đồng" in texts(made)


def test_heads_of_pages_text_boxes_and_nested_tables_are_filled():
    made = filled(**{"HỘI CCB TỈNH": "THÁI HƯNG", "Số": "05", "Tiền mặt": "200"})
    parts = parts_of(made)
    assert "THÁI HƯNG" in parts["word/header1.xml"].decode()
    body = parts["word/document.xml"].decode()
    assert body.count("Số: 05/BC") == 2, "old programs read the text box from another place"
    table = Document(BytesIO(made)).tables[1].rows[1].cells[1].tables[0]
    assert table.rows[0].cells[1].text == "200"


def test_everything_else_is_byte_for_byte_as_it_was():
    before, after = parts_of(FORM), parts_of(filled(**{"Số": "05"}))
    assert list(before) == list(after)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"word/document.xml"}


@pytest.mark.parametrize("count", [0, 1, 2, 5])
def test_a_row_is_repeated_for_each_record_and_empty_rows_are_used_first(count):
    columns = [place("Chi hội"), place("Hội viên"), place("Nữ")]
    row = next(blank.row for blank in BLANKS if blank.place == columns[0])
    records = [
        {columns[0]: said(f"Chi hội {n}"), columns[1]: Filled(n * 10), columns[2]: Filled(n)}
        for n in range(1, count + 1)
    ]
    made = fill_form(FORM, Contents(rows={row: records}))
    table = Document(BytesIO(made)).tables[0]
    rows = [[cell.text for cell in line.cells] for line in table.rows[1:]]
    wanted = [[str(n), f"Chi hội {n}", str(n * 10), str(n)] for n in range(1, count + 1)]
    empty = [[str(n), "", "", ""] for n in range(count + 1, 3)]
    assert rows == wanted + empty
    ids = parts_of(made)["word/document.xml"].decode().count("w14:paraId")
    assert ids == 0 or ids == len(set(parts_of(made)["word/document.xml"].decode().split("paraId")))


@settings(deadline=None)
@given(
    blank=st.sampled_from(BLANKS),
    text=st.text(st.characters(codec="utf-8") | st.sampled_from("&<>\n\t\x01…._="), max_size=60),
)
def test_any_text_into_any_blank_is_read_back(blank, text):
    made = fill_form(FORM, Contents(single={blank.place: said(text)}))
    before, after = parts_of(FORM), parts_of(made)
    changed = {name for name in before if before[name] != after[name]}
    assert changed <= {"word/document.xml", "word/header1.xml"}
    assert len(changed) <= 1
    shape = read_shape(made)
    whole = "\n".join(_lines(block for section in shape.sections for block in section.blocks))
    assert clean(text).replace("\t", " ") in whole


def _lines(blocks):
    for block in blocks:
        if hasattr(block, "pieces"):
            yield "".join(piece.text for piece in block.pieces)
        else:
            for row in block.rows:
                for box in row:
                    yield from _lines(box.blocks)


def test_a_place_that_is_not_there_is_told():
    gone = '{"v": 1, "part": "word/document.xml", "p": 900, "n": 0}'
    with pytest.raises(BadFile, match="gắn lại"):
        fill_form(FORM, Contents(single={gone: said("x")}))
