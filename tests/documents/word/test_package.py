"""The package of a Word file: pages, page numbers, properties, and an order Word accepts."""

from zipfile import ZipFile

import docx
import pytest
from lxml import etree

from ccb_desktop.documents.word.list_paper import write_list_word
from ccb_desktop.documents.word.markup import twips
from ccb_desktop.documents.word.package import WordFile, section, write_word
from ccb_desktop.documents.word.report import write_report
from ccb_desktop.domain.errors import NotFound
from tests.documents.word.parts import (
    MAIN,
    W,
    child_names,
    find,
    fragment,
    out_of_order,
    part,
    text,
    word_parts,
)
from tests.paper_values import a_list, a_report

FILE = WordFile(f"<w:p/>{section(landscape=False)}", "Báo cáo & kết quả", "Hội CCB phường An Bình")


@pytest.fixture(params=["report", "list"])
def written(request, tmp_path):
    if request.param == "report":
        return write_report(a_report(), tmp_path / "a.docx")
    return write_list_word(a_list(), tmp_path / "a.docx")


def test_everything_stands_in_the_order_of_the_standard(written):
    with ZipFile(written) as package:
        names = [name for name in package.namelist() if name.startswith("word/")]
    for name in names:
        assert list(out_of_order(part(written, name))) == [], name


def test_another_order_would_be_noticed():
    wrong = fragment('<w:p><w:pPr><w:jc w:val="left"/><w:keepNext/></w:pPr></w:p>')
    assert list(out_of_order(wrong)) == [(f"{W}pPr", ["jc", "keepNext"])]


def test_every_cell_ends_in_a_paragraph(written):
    cells = find(part(written), "//w:tc")
    assert cells
    assert all(child_names(cell)[-1] == "p" for cell in cells)


def test_another_reader_of_word_files_opens_it(written):
    assert docx.Document(str(written)).paragraphs


def test_every_part_is_named_and_every_relation_leads_to_one():
    parts = word_parts(FILE)
    types = parts["[Content_Types].xml"].decode()
    named = {f"/{name}" for name in parts if name.startswith(("word/", "docProps/"))}
    assert all(f'"{name}"' in types for name in named - {"/word/_rels/document.xml.rels"})
    relations = etree.fromstring(parts["word/_rels/document.xml.rels"])
    assert {f"word/{one.get('Target')}" for one in relations} <= set(parts)
    used = set(etree.fromstring(parts["word/document.xml"]).xpath("//@*[local-name()='id']"))
    assert used <= {one.get("Id") for one in relations}
    assert used


def test_title_author_and_language_stand_in_the_properties(tmp_path):
    properties = docx.Document(str(write_word(FILE, tmp_path / "a.docx"))).core_properties
    assert properties.title == "Báo cáo & kết quả"
    assert properties.author == properties.last_modified_by == "Hội CCB phường An Bình"
    assert properties.language == "vi-VN"
    assert properties.created == properties.modified


def test_the_page_number_is_a_field_and_not_on_page_1():
    parts = word_parts(FILE)
    header, first = (
        etree.fromstring(parts[f"word/{name}.xml"]) for name in ("header", "first_header")
    )
    (field,) = find(header, "//w:instrText")
    assert field.text.strip() == "PAGE"
    assert find(header, "//w:fldChar/@w:fldCharType") == ["begin", "separate", "end"]
    assert set(find(header, "//w:sz/@w:val")) == {"26"}
    assert not find(first, "//w:r")
    (properties,) = find(etree.fromstring(parts["word/document.xml"]), "//w:sectPr")
    assert find(properties, "w:headerReference/@w:type") == ["default", "first"]
    assert find(properties, "w:titlePg")


@pytest.mark.parametrize(("landscape", "size"), [(False, (210, 297)), (True, (297, 210))])
def test_pages_are_a4_with_the_margins_of_the_hoi(landscape, size):
    tree = fragment(section(landscape=landscape))
    (page,), (margins,) = find(tree, "//w:pgSz"), find(tree, "//w:pgMar")
    assert (page.get(f"{W}w"), page.get(f"{W}h")) == tuple(str(twips(mm)) for mm in size)
    assert page.get(f"{W}orient") == ("landscape" if landscape else None)
    wanted = {"top": 20, "bottom": 20, "left": 30, "right": 15, "header": 10, "footer": 10}
    assert {side: margins.get(f"{W}{side}") for side in wanted} == {
        side: str(twips(mm)) for side, mm in wanted.items()
    }


def test_a_section_that_goes_on_stands_in_a_paragraph():
    assert len(find(fragment(section(landscape=False, ends=False)), "w:p/w:pPr/w:sectPr")) == 1
    numbered = fragment(section(landscape=True, numbered_from_first=True))
    assert not find(numbered, "//w:titlePg")


def test_only_a_practice_paper_says_on_every_page_that_nothing_is_real():
    practice = WordFile(FILE.body, "a", "b", practice=True)
    real, made_up = (
        text(etree.fromstring(word_parts(file)["word/footer.xml"])) for file in (FILE, practice)
    )
    assert real == ""
    assert made_up.startswith("SỐ LIỆU THỰC HÀNH")


def test_every_page_has_that_foot():
    tree = etree.fromstring(word_parts(FILE)["word/document.xml"])
    assert find(tree, "//w:footerReference/@w:type") == ["default", "first"]


def test_the_settings_ask_for_vietnamese_and_no_old_layout():
    settings = etree.fromstring(word_parts(FILE)["word/settings.xml"])
    assert find(settings, "w:themeFontLang/@w:val") == ["vi-VN"]
    assert find(settings, "w:compat/w:compatSetting/@w:val") == ["15"]
    assert find(settings, "w:decimalSymbol/@w:val") == [","]


def test_a_file_that_cannot_be_put_in_place_leaves_nothing(tmp_path):
    with pytest.raises(NotFound):
        write_word(FILE, tmp_path / "away" / "a.docx")
    assert list(tmp_path.iterdir()) == []


def test_nothing_outside_is_asked_for():
    for name, content in word_parts(FILE).items():
        assert b"TargetMode" not in content, name
        assert MAIN.encode() in content or not name.startswith("word/") or "rels" in name
