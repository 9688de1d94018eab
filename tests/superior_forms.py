"""Forms as superiors send them: an Excel workbook and a Word file with everything in them."""

import struct
import zipfile
import zlib
from io import BytesIO

import xlsxwriter
from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Mm

from ccb_desktop.documents.form_filling.form_file import read_shape


def logo():
    """A small picture."""

    def chunk(kind, data):
        whole = kind + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    rows = b"".join(b"\x00" + b"\xc0\x20\x20" * 40 for _ in range(40))
    head = struct.pack(">IIBBBBB", 40, 40, 8, 2, 0, 0, 0)
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def excel_form():
    """Two sheets: figures with a chart and a logo, and a list with sums under it."""
    made = BytesIO()
    book = xlsxwriter.Workbook(made)
    bold = book.add_format({"bold": True, "align": "center", "text_wrap": True, "border": 1})
    cell = book.add_format({"border": 1})
    number = book.add_format({"border": 1, "num_format": "#,##0"})
    percent = book.add_format({"border": 1, "num_format": "0.00%"})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    _figures(book, bold, cell, number, percent, day)
    _names(book, bold, cell, number)
    book.close()
    return made.getvalue()


def _figures(book, bold, cell, number, percent, day):
    sheet = book.add_worksheet("Biểu 1")
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.repeat_rows(4, 5)
    sheet.print_area("A1:F14")
    sheet.set_column("A:A", 6)
    sheet.set_column("B:B", 38)
    sheet.set_column("C:F", 14)
    sheet.insert_image("F1", "logo.png", {"image_data": BytesIO(logo())})
    sheet.merge_range("A2:E2", "BIỂU TỔNG HỢP CÔNG TÁC HỘI", bold)
    sheet.write("A3", "Đơn vị: ………………… Kỳ báo cáo: ……………")
    sheet.write("B4", "Số liệu đến ngày:")
    sheet.write_blank("C4", None, day)
    for column, text in ((0, "TT"), (1, "Chỉ tiêu"), (5, "Ghi chú")):
        sheet.merge_range(4, column, 5, column, text, bold)
    sheet.merge_range("C5:E5", "Số lượng", bold)
    for column, text in ((2, "Kỳ này"), (3, "Cùng kỳ năm trước"), (4, "Tăng, giảm")):
        sheet.write(5, column, text, bold)
    for place, text in enumerate(("Hội viên cuối kỳ", "Kết nạp mới", "Từ trần", "Nữ"), 1):
        row = 5 + place
        sheet.write(row, 0, place, cell)
        sheet.write(row, 1, text, cell)
        sheet.write_blank(row, 2, None, number)
        sheet.write_blank(row, 3, None, number)
        sheet.write_formula(row, 4, f"=C{row + 1}-D{row + 1}", number, 0)
        sheet.write_blank(row, 5, None, cell)
    sheet.write("B11", "Tỷ lệ CCB gương mẫu", cell)
    sheet.write_blank("C11", None, percent)
    sheet.write("B12", "Cộng biến động", bold)
    sheet.write_formula("C12", "=SUM(C8:C9)", number, 0)
    sheet.conditional_format("C7:C10", {"type": "cell", "criteria": ">", "value": 100})
    sheet.data_validation("C7:D10", {"validate": "integer", "criteria": ">=", "value": 0})
    chart = book.add_chart({"type": "column"})
    chart.add_series({"categories": "='Biểu 1'!$B$7:$B$10", "values": "='Biểu 1'!$C$7:$C$10"})
    sheet.insert_chart("A16", chart)


def _names(book, bold, cell, number):
    sheet = book.add_worksheet("Danh sách")
    sheet.set_column("B:B", 30)
    sheet.set_column("C:E", 16)
    sheet.print_area("A1:E12")
    sheet.repeat_rows(2)
    sheet.merge_range("A1:E1", "DANH SÁCH CHI HỘI", bold)
    for column, text in enumerate(("TT", "Tên chi hội", "Số hội viên", "Nữ", "Cộng")):
        sheet.write(2, column, text, bold)
    for row in (3, 4):
        sheet.write(row, 0, row - 2, cell)
        sheet.write_blank(row, 1, None, cell)
        sheet.write_blank(row, 2, None, number)
        sheet.write_blank(row, 3, None, number)
        sheet.write_formula(row, 4, f"=C{row + 1}+D{row + 1}", number, 0)
    sheet.write(5, 1, "Tổng cộng", bold)
    sheet.write_formula("C6", "=SUM(C4:C5)", number, 0)
    sheet.write_formula("D6", "=SUM(D4:D5)", number, 0)
    sheet.conditional_format("C4:C5", {"type": "data_bar"})
    sheet.merge_range("D8:E8", "CHỦ TỊCH", bold)
    sheet.insert_image("D9", "dau.png", {"image_data": BytesIO(logo())})
    book.define_name("tong", "='Danh sách'!$C$6")


def word_form():
    """A report form with a logo, dots in sentences, tables, a text box, controls, a bookmark."""
    document = Document()
    document.sections[0].left_margin = Mm(30)
    head = document.sections[0].header.paragraphs[0]
    head.text = "HỘI CCB TỈNH: ……………"
    document.add_paragraph().add_run().add_picture(BytesIO(logo()), width=Cm(2))
    title = document.add_paragraph()
    title.alignment = 1
    title.add_run("BÁO CÁO NHANH").bold = True
    mixed = document.add_paragraph("Tổng số hội viên: ")
    mixed.add_run("……").italic = True
    mixed.add_run("…… người, trong đó nữ ")
    mixed.add_run("........").bold = True
    mixed.add_run(" người; đảng viên ____ đồng chí, v.v...")
    leader = document.add_paragraph("Người lập biểu:\t")
    leader.paragraph_format.tab_stops.add_tab_stop(
        Cm(15), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.DOTS
    )
    _controls(document)
    _tables(document)
    _text_box(document)
    made = BytesIO()
    document.save(made)
    return _with_extra(made.getvalue())


def _controls(document):
    body = document.element.body
    inline = parse_xml(
        f"<w:p {nsdecls('w')}><w:r><w:t xml:space='preserve'>Ngày chốt: </w:t></w:r>"
        "<w:sdt><w:sdtPr>"
        "<w:alias w:val='Ngày chốt số liệu'/><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>"
        "<w:r><w:rPr><w:rStyle w:val='PlaceholderText'/></w:rPr><w:t>Bấm vào đây</w:t></w:r>"
        "</w:sdtContent></w:sdt></w:p>"
    )
    marked = parse_xml(
        f"<w:p {nsdecls('w')}><w:r><w:t xml:space='preserve'>Số quỹ: </w:t></w:r>"
        "<w:bookmarkStart w:id='7' w:name='Chan_quy'/><w:bookmarkEnd w:id='7'/>"
        "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space='preserve'> đồng</w:t></w:r></w:p>"
    )
    body.insert(len(body) - 1, inline)
    body.insert(len(body) - 1, marked)


def _tables(document):
    table = document.add_table(3, 4, style="Table Grid")
    for cell, text in zip(table.rows[0].cells, ("TT", "Chi hội", "Hội viên", "Nữ"), strict=True):
        cell.text = text
    table.rows[1].cells[0].text = "1"
    table.rows[2].cells[0].text = "2"
    nested = document.add_table(2, 2, style="Table Grid")
    nested.rows[0].cells[0].text = "Kết nạp mới"
    nested.rows[1].cells[0].text = "Quỹ"
    inside = nested.rows[1].cells[1].add_table(1, 2)
    inside.rows[0].cells[0].text = "Tiền mặt"


def _text_box(document):
    frame = "<w:txbxContent><w:p><w:r><w:t>Số: ......./BC</w:t></w:r></w:p></w:txbxContent>"
    paragraph = parse_xml(
        f"<w:p {nsdecls('w')} "
        "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' "
        "xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape' "
        "xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing' "
        "xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' "
        "xmlns:v='urn:schemas-microsoft-com:vml'><w:r><mc:AlternateContent>"
        "<mc:Choice Requires='wps'><w:drawing><wp:inline><wp:extent cx='2000000' cy='500000'/>"
        "<wp:docPr id='9' name='Khung'/><a:graphic><a:graphicData "
        "uri='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'><wps:wsp>"
        "<wps:cNvSpPr txBox='1'/><wps:spPr><a:xfrm><a:off x='0' y='0'/>"
        "<a:ext cx='2000000' cy='500000'/></a:xfrm><a:prstGeom prst='rect'><a:avLst/></a:prstGeom>"
        "<a:ln><a:solidFill><a:srgbClr val='000000'/></a:solidFill></a:ln></wps:spPr>"
        f"<wps:txbx>{frame}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
        "</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style='width:150pt;"
        f"height:40pt'><v:textbox>{frame}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    body = document.element.body
    body.insert(len(body) - 1, paragraph)


def _with_extra(content):
    """A part that no program needs, which must survive all the same."""
    made = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content)) as before,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for info in before.infolist():
            after.writestr(info, before.read(info))
        after.writestr("customXml/item9.xml", "<con-dau>đỏ</con-dau>")
    return made.getvalue()


def parts_of(content):
    """The parts of a package by name."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def blank_of(content, label, *, likely=True):
    """The one blank whose label holds these words."""
    found = [
        one
        for one in read_shape(content).blanks
        if label in one.label and (one.likely or not likely)
    ]
    assert len(found) == 1, [one.label for one in read_shape(content).blanks if one.likely]
    return found[0]
