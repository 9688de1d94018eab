"""Files that mean harm or are spoilt: refused in a plain sentence, or rightly read."""

import zipfile

import pytest

from ccb_desktop.documents.reading import gate
from ccb_desktop.documents.reading.workbook import read_workbook
from ccb_desktop.domain.errors import BadFile, FileInUse, NotFound
from ccb_desktop.domain.exchange.understanding import understand_workbook
from tests.documents.reading import packages
from tests.documents.reading.packages import (
    PEOPLE,
    cell,
    lie_about_size,
    ole_with,
    open_document,
    pack,
    parts,
    row,
    sheet,
    workbook,
)

MEGABYTE = 1024 * 1024
ZEROS = b"0" * (30 * MEGABYTE)
PNG = bytes.fromhex("89504E470D0A1A0A") + b"\x00" * 200

LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY lol "lol">'
    + "".join(f'<!ENTITY lol{n} "{f"&lol{n - 1};" * 10}">' for n in range(1, 10))
    + "]>"
)
EXTERNAL = '<!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/passwd">]>'


def with_dtd(dtd, text):
    return sheet(row(1, text)).replace("<worksheet", f"{dtd}<worksheet")


def a_million_rows():
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 1_000_001))
    return workbook(sheet(rows))


def far_cell(place, number):
    return workbook(sheet(PEOPLE + f'<row r="{number}">{cell(place, "x")}</row>'))


REFUSED = {
    "an empty file": ("a.xlsx", b"", "trống"),
    "a part of zeros": ("a.xlsx", workbook(**{"xl/a.bin": ZEROS}), "phá hoại"),
    "a claim of three gigabytes": (
        "a.xlsx",
        lie_about_size(workbook(), "xl/worksheets/sheet1.xml", 3 * 1024 * MEGABYTE),
        "phá hoại",
    ),
    "a part larger than it says": (
        "a.xlsx",
        lie_about_size(workbook(sheet(PEOPLE * 3000)), "xl/worksheets/sheet1.xml", 5 * len(PEOPLE)),
        "hỏng",
    ),
    "entities that laugh": ("a.xlsx", workbook(with_dtd(LAUGHS, "&lol9;")), "DTD"),
    "an entity from outside": ("a.xlsx", workbook(with_dtd(EXTERNAL, "&file;")), "DTD"),
    "a DTD in the workbook part": (
        "a.xlsx",
        workbook(
            **{"xl/workbook.xml": packages.WORKBOOK.replace("<workbook", "<!DOCTYPE a><workbook")}
        ),
        "DTD",
    ),
    "a DTD behind a long comment": (
        "a.xlsx",
        workbook(with_dtd(f"<!--{' x' * 40_000}--><!DOCTYPE a>", "x")),
        "thành phần lạ",
    ),
    "XML in UTF-16": (
        "a.xlsx",
        workbook(sheet().replace("UTF-8", "UTF-16").encode("utf-16")),
        "thành phần lạ",
    ),
    "a cell at the end of the sheet": ("a.xlsx", far_cell("XFD1048576", 1_048_576), "ô nằm rất xa"),
    "a million rows": ("a.xlsx", a_million_rows(), "200.000 dòng"),
    "more parts than any list": (
        "a.xlsx",
        workbook(**{f"xl/media/{n}.png": b"x" for n in range(250)}),
        "thành phần lạ",
    ),
    "two parts of one name": (
        "a.xlsx",
        workbook(**{"xl/worksheets/SHEET1.xml": sheet()}),
        "thành phần lạ",
    ),
    "four milliard texts announced": (
        "a.xlsx",
        workbook(
            **{
                "xl/sharedStrings.xml": f'<sst {packages.MAIN} count="4294967295"'
                ' uniqueCount="4294967295"><si><t>x</t></si></sst>'
            }
        ),
        "bộ nhớ",
    ),
    "a name that climbs out": ("a.xlsx", workbook(**{"../../evil.xml": "<a/>"}), "thành phần lạ"),
    "a name from the root": ("a.xlsx", workbook(**{"/etc/passwd": "x"}), "thành phần lạ"),
    "a drive letter": ("a.xlsx", workbook(**{"C:/evil.xml": "<a/>"}), "thành phần lạ"),
    "a backslash": ("a.xlsx", workbook(**{"xl\\..\\evil.xml": "<a/>"}), "thành phần lạ"),
    "a program inside": ("a.xlsx", workbook(**{"xl/setup.exe": b"MZ"}), "thành phần lạ"),
    "an odd way of packing": ("a.xlsx", pack(parts(), zipfile.ZIP_BZIP2), "cách lạ"),
    "an encrypted workbook": ("a.xlsx", ole_with("EncryptedPackage"), "mật khẩu"),
    "a truncated workbook": ("a.xlsx", workbook()[:-300], "hỏng"),
    "half a workbook": ("a.xlsx", workbook()[:400], "hỏng"),
    "a spoilt part": ("a.xlsx", workbook().replace(b"\x4b\x8e", b"\x00\x00", 1)[:-1], "hỏng"),
    "a picture": ("anh.xlsx", PNG, "ảnh"),
    "a photo": ("anh.xls", b"\xff\xd8\xff\xe0" + b"\x00" * 100, "ảnh"),
    "a PDF": ("a.xlsx", b"%PDF-1.7 ...", "PDF"),
    "a Word file": ("a.xlsx", pack({"word/document.xml": "<a/>"}), "Word"),
    "an old Word file": ("a.xls", ole_with("WordDocument"), "Word"),
    "a presentation": ("a.xlsx", pack({"ppt/presentation.xml": "<a/>"}), "trình chiếu"),
    "some packed files": ("a.xlsx", pack({"danh-sach.xlsx": b"x"}), "giải nén"),
    "an .xlsb": ("a.xlsb", pack({"xl/workbook.bin": b"x"}), ".xlsb"),
    "a web page as .xls": ("a.xls", b"<html><table><tr><td>1</td></tr></table>", "trang web"),
    "a text as .xls": ("a.xls", "Họ tên\tNăm sinh\nAn\t1952\n".encode(), ".csv"),
    "a program": ("a.xls", b"MZ\x90\x00" + b"\x00" * 100, "chương trình"),
    "noise": ("a.xlsx", bytes(range(256)) * 40, "không phải là tệp Excel"),
    "an old workbook of noise": ("a.xls", ole_with("Workbook"), "hỏng"),
    "a text document of LibreOffice": (
        "a.ods",
        pack({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}),
        "văn bản",
    ),
    "an encrypted OpenDocument": (
        "a.ods",
        open_document("", **{"META-INF/manifest.xml": "<m><encryption-data/></m>"}),
        "mật khẩu",
    ),
    "one cell that stands for a million": (
        "a.ods",
        open_document(
            '<table:table table:name="DS"><table:table-row table:number-rows-repeated="1048576">'
            '<table:table-cell office:value-type="string" table:number-columns-repeated="16384">'
            "<text:p>x</text:p></table:table-cell></table:table-row></table:table>"
        ),
        "bộ nhớ|dòng|hỏng",
    ),
    "a text with nothing in it but zeros": ("a.csv", b"a,b\n" + b"x" * 5000 + b"\x00" * 10, "rỗng"),
    "a quotation that never ends": (
        "a.csv",
        'Họ tên,Năm sinh\n"An,1952\n'.encode() * 3,
        "ngoặc kép",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_refused_in_a_plain_sentence(what, read):
    name, content, reason = REFUSED[what]
    with pytest.raises(BadFile) as refusal:
        read(content, name)
    sentence = str(refusal.value)
    assert any(part in sentence for part in reason.split("|")), sentence
    assert f"“{name}”" in sentence
    assert sentence.endswith(".")
    assert "Traceback" not in sentence


def test_every_truncation_is_refused_calmly(read):
    whole = workbook()
    for length in range(0, len(whole) - 1, 137):
        with pytest.raises(BadFile):
            gate.check_content(whole[:length], ".xlsx")


def test_a_file_too_large_is_refused_unread(tmp_path):
    path = tmp_path / "to.xlsx"
    with path.open("wb") as file:
        file.truncate(61 * MEGABYTE)
    with pytest.raises(BadFile, match="61 MB, quá mức 60 MB"):
        read_workbook(path)


def test_a_folder_or_nothing_is_said_plainly(tmp_path):
    with pytest.raises(BadFile, match="là thư mục"):
        read_workbook(tmp_path)
    with pytest.raises(NotFound, match="Không tìm thấy"):
        read_workbook(tmp_path / "khong-co.xlsx")


def test_a_file_held_by_another_program(tmp_path, monkeypatch):
    path = tmp_path / "dang-mo.xlsx"
    path.write_bytes(workbook())

    def held(*_):
        raise PermissionError(13, "held")

    monkeypatch.setattr(type(path), "open", held)
    with pytest.raises(FileInUse, match=r"dang-mo\.xlsx.*Excel"):
        read_workbook(path)


# Odd, but rightly read


def people_in(workbook_read):
    (understood,) = understand_workbook(workbook_read).sheets
    return [row.values["full_name"] for row in understood.rows]


@pytest.mark.parametrize("claim", ["A1:B2", "A1:XFD1048576", "C7"])
def test_the_claim_of_a_sheet_about_its_size_is_not_believed(read, claim):
    rows = PEOPLE + "".join(row(n, n, "Lê Văn Bình", 1950, "Chi hội 1") for n in range(3, 103))
    made = workbook(sheet(rows, before=f'<dimension ref="{claim}"/>'))
    assert len(people_in(read(made))) == 101


def test_macros_are_carried_but_never_run(read):
    made = workbook(**{"xl/vbaProject.bin": b"Sub AutoOpen()" * 50})
    assert people_in(read(made, "co-macro.xlsm")) == ["Nguyễn Văn An"]


def test_external_links_are_not_followed(read):
    link = "http://192.0.2.1/danh-sach.xlsx"
    made = workbook(
        **{
            "xl/externalLinks/externalLink1.xml": "<externalLink/>",
            "xl/externalLinks/_rels/externalLink1.xml.rels": (
                f'<Relationships><Relationship Id="rId1" Target="{link}" TargetMode="External"/>'
                "</Relationships>"
            ),
        }
    )
    assert people_in(read(made)) == ["Nguyễn Văn An"]


def test_a_hundred_thousand_merged_ranges_do_not_stop_it(read):
    ranges = "".join(f'<mergeCell ref="A{n}:D{n + 5}"/>' for n in range(10, 100_010))
    made = workbook(sheet(after=f'<mergeCells count="100000">{ranges}</mergeCells>'))
    assert people_in(read(made)) == ["Nguyễn Văn An"]


def test_a_sheet_formatted_to_its_end_is_read(read):
    blank = "".join(f'<row r="{n}"><c r="A{n}" s="1"/></row>' for n in range(3, 300_000))
    assert people_in(read(workbook(sheet(PEOPLE + blank)))) == ["Nguyễn Văn An"]


def test_formulas_from_a_file_stay_texts(read):
    rows = packages.HEADER + row(2, 1, "=cmd|' /C calc'!A0", 1952, "Chi hội 1")
    (understood,) = understand_workbook(read(workbook(sheet(rows)))).sheets
    assert understood.problems[0].value == "=cmd|' /C calc'!A0"


def test_an_xlsx_that_calls_itself_xls_is_read_for_what_it_is(read):
    assert people_in(read(workbook(), "danh-sach.xls")) == ["Nguyễn Văn An"]
