"""Any Word file as pages: our own papers, foreign ones, and files that are none."""

import zipfile
from io import BytesIO

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Mm, Pt

from ccb_desktop.documents.word.list_paper import write_list_word
from ccb_desktop.documents.word.page_reading.reader import read_content, read_pages
from ccb_desktop.documents.word.report import write_report
from ccb_desktop.domain.errors import BadFile, NotFound
from ccb_desktop.domain.pages.values import (
    Frame,
    Justify,
    LineRule,
    PageNumber,
    PageParagraph,
    PageTable,
    Picture,
    Words,
)
from tests.paper_values import a_list, a_report, a_table

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c6360000000020001e221bc330000000049454e44ae426082"
)


@pytest.fixture
def saved():
    """The pages of a foreign document."""

    def read(document):
        out = BytesIO()
        document.save(out)
        return read_content(out.getvalue(), "la.docx")

    return read


def with_body(body):
    """The pages of a document whose body is written by hand."""
    out = BytesIO()
    Document().save(out)
    held = BytesIO()
    with zipfile.ZipFile(BytesIO(out.getvalue())) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                spaces = (
                    f'xmlns:w="{WORD}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
                    'wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/'
                    '2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
                )
                content = f"<w:document {spaces}><w:body>{body}</w:body></w:document>".encode()
            new.writestr(name, content)
    return read_content(held.getvalue(), "tay.docx")


def blocks_of(paper, kind=PageParagraph):
    return [one for section in paper.sections for one in section.blocks if isinstance(one, kind)]


def text(block):
    if isinstance(block, PageTable):
        return [[text(one) for one in row.cells for one in one.blocks] for row in block.rows]
    return "".join(one.text for one in block.inlines if isinstance(one, Words))


def test_a_report_keeps_its_form(tmp_path):
    paper = read_pages(write_report(a_report(), tmp_path / "bc.docx"))
    first, annex = paper.sections
    assert (round(first.width), round(first.height)) == (595, 842)
    assert (round(annex.width), round(annex.height)) == (842, 595)
    assert [round(side) for side in (first.top, first.left, first.right)] == [57, 85, 42]
    assert first.first_differs
    assert not annex.first_differs
    number = first.head.usual[0]
    assert [type(one) for one in number.inlines] == [PageNumber]
    assert number.shape.justify is Justify.CENTER
    assert text(first.head.first[0]) == ""
    headings = {text(one): one.level for one in blocks_of(paper) if one.level}
    assert headings["I. KẾT QUẢ"] == 1
    assert headings["a) Hội viên"] == 3


def test_letters_and_paragraphs_of_a_report_look_as_its_styles_say(tmp_path):
    paper = read_pages(write_report(a_report(), tmp_path / "bc.docx"))
    body = next(one for one in blocks_of(paper) if text(one) == "Trong đó nữ 12.")
    look = body.inlines[0].look
    assert (look.font, look.size, look.bold) == ("Times New Roman", 14.0, False)
    assert body.shape.justify is Justify.BOTH
    assert round(body.shape.first, 1) == 36.0
    assert (body.shape.after, body.shape.line, body.shape.line_rule) == (6, 1.1, LineRule.TIMES)
    assert paper.title.startswith("BÁO CÁO")


def test_a_list_keeps_its_head_rows_and_lines(tmp_path):
    paper = read_pages(write_list_word(a_list(), tmp_path / "ds.docx"))
    table = next(one for one in blocks_of(paper, PageTable) if one.rows[0].heading)
    assert all(row.whole for row in table.rows)
    edges = table.rows[1].cells[0].edges
    assert all((edges.top, edges.bottom, edges.left, edges.right))
    assert edges.top.width == 0.5
    assert table.justify is Justify.CENTER
    assert table.rows[0].cells[0].ground == "F2F2F2"


def test_a_foreign_document_is_read_by_its_own_styles(saved):
    document = Document()
    document.styles["Normal"].font.name = "Arial"
    document.styles["Normal"].font.size = Pt(11)
    document.add_heading("Tiêu đề", level=2)
    run = document.add_paragraph("Chữ ").add_run("nghiêng")
    run.italic = True
    paper = saved(document)
    heading, body = blocks_of(paper)[:2]
    assert heading.level == 2
    assert [(one.text, one.look.font, one.look.italic) for one in body.inlines] == [
        ("Chữ ", "Arial", False), ("nghiêng", "Arial", True)
    ]  # fmt: skip


def test_merged_cells_reach_over_columns_and_rows(saved):
    document = Document()
    table = document.add_table(rows=3, cols=3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "ngang"
    table.cell(0, 2).merge(table.cell(2, 2)).text = "dọc"
    rows = blocks_of(saved(document), PageTable)[0].rows
    assert [[(c.column, c.spans, c.rows) for c in row.cells] for row in rows] == [
        [(0, 2, 1), (2, 1, 3)],
        [(0, 1, 1), (1, 1, 1), (2, 1, 0)],
        [(0, 1, 1), (1, 1, 1), (2, 1, 0)],
    ]


def test_a_table_within_a_table_is_read(saved):
    document = Document()
    outer = document.add_table(rows=1, cols=1).cell(0, 0)
    outer.add_table(rows=1, cols=1).cell(0, 0).text = "trong"
    table = blocks_of(saved(document), PageTable)[0]
    inner = [one for one in table.rows[0].cells[0].blocks if isinstance(one, PageTable)]
    assert text(inner[0]) == [["trong"]]


def test_sections_lie_on_their_side_with_heads_of_the_section_before(saved):
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Đầu trang"
    turned = document.add_section()
    turned.orientation = WD_ORIENT.LANDSCAPE
    turned.page_width, turned.page_height = Mm(297), Mm(210)
    paper = saved(document)
    assert [round(one.width) for one in paper.sections] == [612, 842]
    assert [text(one.head.usual[0]) for one in paper.sections] == ["Đầu trang", "Đầu trang"]


def test_lists_are_numbered_as_word_does(saved):
    document = Document()
    for word in ("một", "hai"):
        document.add_paragraph(word, style="List Number")
    document.add_paragraph("chấm", style="List Bullet")
    labels = [one.label for one in blocks_of(saved(document)) if one.label]
    assert labels == ["1.", "2.", "•"]


def test_a_picture_stands_in_its_size(saved):
    document = Document()
    document.add_picture(BytesIO(PNG), width=Mm(25.4), height=Mm(50.8))
    (picture,) = blocks_of(saved(document))[0].inlines
    assert isinstance(picture, Picture)
    assert (round(picture.width), round(picture.height), picture.content) == (72, 144, PNG)


def test_a_chart_is_a_frame_with_its_name():
    paper = with_body(
        '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="1270000" cy="635000"/>'
        '<wp:docPr id="1" name="Biểu 1"/><a:graphic><a:graphicData uri="http://schemas.openxml'
        'formats.org/drawingml/2006/chart"/></a:graphic></wp:inline></w:drawing></w:r></w:p>'
    )
    (frame,) = blocks_of(paper)[0].inlines
    assert isinstance(frame, Frame)
    assert (frame.width, frame.height, frame.words) == (100, 50, "Biểu đồ: Biểu 1")


def test_an_old_text_box_says_what_stands_in_it():
    paper = with_body(
        '<w:p><w:r><w:pict><v:shape style="width:90pt;height:40pt"><v:textbox><w:txbxContent>'
        "<w:p><w:r><w:t>Trong khung</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape>"
        "</w:pict></w:r></w:p>"
    )
    (frame,) = blocks_of(paper)[0].inlines
    assert text(frame.blocks[0]) == "Trong khung"
    assert (frame.width, frame.height) == (90, 40)


def test_a_field_shows_its_result_and_a_page_number_is_counted_anew():
    def field(asks, result):
        sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
        return (
            f"{sign('begin')}<w:r><w:instrText>{asks}</w:instrText></w:r>{sign('separate')}"
            f"<w:r><w:t>{result}</w:t></w:r>{sign('end')}"
        )

    paper = with_body(f"<w:p>{field('DATE', '5/6')}{field(' NUMPAGES ', '9')}</w:p>")
    words, total = blocks_of(paper)[0].inlines
    assert (words.text, total.total) == ("5/6", True)


def test_what_was_struck_out_or_hidden_is_not_shown():
    paper = with_body(
        "<w:p><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del><w:ins><w:r><w:t>thêm</w:t></w:r>"
        "</w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>"
    )
    assert text(blocks_of(paper)[0]) == "thêm"


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4", b"PK\x03\x04 broken"])
def test_what_is_no_word_file_is_refused(content):
    with pytest.raises(BadFile, match=r"la\.docx"):
        read_content(content, "la.docx")


def test_a_file_without_a_body_is_refused():
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
    with pytest.raises(BadFile):
        read_content(out.getvalue(), "rong.docx")


def test_nothing_is_expanded_or_fetched():
    bomb = '<!DOCTYPE w [<!ENTITY a "aaaa">]>'
    out = BytesIO()
    Document().save(out)
    held = BytesIO()
    with zipfile.ZipFile(BytesIO(out.getvalue())) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                content = (
                    f'{bomb}<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>&a;</w:t></w:r>'
                    "</w:p></w:body></w:document>"
                ).encode()
            new.writestr(name, content)
    assert text(blocks_of(read_content(held.getvalue(), "bom.docx"))[0]) == ""


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(NotFound):
        read_pages(tmp_path / "khong.docx")


def test_the_first_row_looks_as_the_style_of_its_table_says(saved):
    document = Document()
    table = document.add_table(rows=2, cols=1)
    table.style = "Light Grid Accent 1"
    table.cell(0, 0).text = table.cell(1, 0).text = "ô"
    rows = blocks_of(saved(document), PageTable)[0].rows
    assert [row.cells[0].blocks[0].inlines[0].look.bold for row in rows] == [True, False]


def test_tables_of_older_files_hang_their_lines_out_into_the_margin(saved, tmp_path):
    old = Document()
    old.add_table(rows=1, cols=1)
    ours = read_pages(write_list_word(a_list(), tmp_path / "ds.docx"))
    assert blocks_of(saved(old), PageTable)[0].left < 0
    assert blocks_of(ours, PageTable)[0].left == 0


def test_of_a_long_file_the_beginning_is_given_first(tmp_path):
    rows = [(place, f"Nguyễn Văn An {place}", None, 0, "Chi hội 1") for place in range(900)]
    begun = []
    whole = read_pages(write_list_word(a_list(a_table(rows)), tmp_path / "dai.docx"), begun.append)
    read_pages(write_list_word(a_list(), tmp_path / "ngan.docx"), begun.append)
    first, last = (blocks_of(paper, PageTable)[1] for paper in (*begun, whole))
    assert len(first.rows) == 100
    assert first.rows == last.rows[:100]
    assert len(last.rows) > 900
    assert begun[0].sections[0].width == whole.sections[0].width


@pytest.mark.parametrize("size", ["0", "-1", "999999999", "nan", "inf", "", "lớn"])
def test_measures_that_cannot_be_are_kept_within_what_a_page_can_be(size):
    paper = with_body(
        f'<w:p><w:pPr><w:ind w:left="{size}"/><w:spacing w:line="{size}"/></w:pPr><w:r><w:rPr>'
        f'<w:sz w:val="{size}"/></w:rPr><w:t>a</w:t></w:r></w:p><w:sectPr><w:pgSz w:w="{size}"/>'
        "</w:sectPr>"
    )
    block = blocks_of(paper)[0]
    assert 0 < abs(block.inlines[0].look.size) <= 1600
    assert abs(block.shape.left) <= 1600
    assert 72 <= paper.sections[0].width <= 1600
