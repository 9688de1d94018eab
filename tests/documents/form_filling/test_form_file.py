"""What is let in as a form, and what is refused before anything is read."""

import zipfile
from io import BytesIO

import pytest

from ccb_desktop.documents.form_filling.form_file import check_form, read_shape
from ccb_desktop.domain.errors import BadFile
from tests.superior_forms import excel_form, parts_of, word_form


def with_part(content, name, added):
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for known, part in parts_of(content).items():
            if known != name:
                package.writestr(known, part)
        package.writestr(name, added)
    return made.getvalue()


def test_both_kinds_are_known_by_what_is_in_them():
    assert (check_form(word_form()), check_form(excel_form())) == ("docx", "xlsx")


@pytest.mark.parametrize("make", [word_form, excel_form])
@pytest.mark.parametrize(
    ("name", "added", "told"),
    [
        ("{}/vbaProject.bin", b"x", "macro"),
        ("_xmlsignatures/sig1.xml", b"<s/>", "chữ ký số"),
        ("{}/../../evil.xml", b"<s/>", "thành phần lạ"),
        ("{}/media/run.exe", b"MZ", "thành phần lạ"),
        ("{}/dtd.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "DTD"),
        ("{}/bomb.xml", b"<a>" + b" " * 30_000_000 + b"</a>", "quá lớn"),
    ],
)
def test_what_is_not_safe_is_refused(make, name, added, told):
    folder = "word" if make is word_form else "xl"
    with pytest.raises(BadFile, match=told):
        check_form(with_part(make(), name.format(folder), added))


@pytest.mark.parametrize("make", [word_form, excel_form])
def test_cut_and_spoilt_files_are_refused_never_a_crash(make):
    content = make()
    for end in range(100, len(content), len(content) // 12):
        with pytest.raises(BadFile):
            read_shape(content[:end])


def test_a_part_that_is_no_xml_is_told():
    broken = with_part(word_form(), "word/document.xml", b"<w:document>")
    with pytest.raises(BadFile, match="hỏng"):
        read_shape(broken)


HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


@pytest.mark.parametrize(
    "strange",
    [
        '<sheetData><row r="1"><c r="A1" s="x"/></row></sheetData>',
        '<sheetData><row r="1"><c r="A1"><f>A2</f><v>nan</v></c></row></sheetData>',
        '<cols><col min="x" max="9" width="y"/></cols><sheetData><row r="1"/></sheetData>',
    ],
)
def test_a_number_that_is_none_is_told_in_words(strange):
    form = with_part(excel_form(), "xl/worksheets/sheet1.xml", f"{HEAD}{strange}</worksheet>")
    with pytest.raises(BadFile, match="không đúng cách của Excel"):
        read_shape(form)
