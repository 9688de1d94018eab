"""Examples of templates and lists of their fields, written to Word."""

import pytest
from docx import Document

from ccb_desktop.domain.templates.shipped import MEMBER_SHEET, TEMPLATES
from ccb_desktop.operations.template_papers import suggested_name, write_example, write_field_list
from ccb_desktop.operations.word_templates import shipped
from tests.documents.word.parts import W, find, part, text, texts


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_is_filled_with_its_example(store, tmp_path, name):
    out = write_example(store, name, tmp_path / "vi-du.docx")
    said = "\n".join(texts(part(out)))
    assert "an bình" in said.casefold()
    assert "{{" not in said and "None" not in said and "[{" not in said
    assert "MẪU" in said.upper() or name == "bien-ban-hop-chi-hoi.docx"


def test_the_list_of_fields_is_written(store, tmp_path):
    out = write_field_list(store, MEMBER_SHEET, tmp_path / "truong.docx")
    rows = [[cell.text for cell in row.cells] for row in Document(str(out)).tables[1].rows]
    assert ["{{ full_name }}", "Họ và tên", "Nguyễn Văn Mẫu"] in rows


def test_the_suggested_name_is_plain(store):
    assert suggested_name(store, "Các trường").startswith("Cac-truong_Phuong-An-Binh_")


OF_ONE_PAGE = {"the-mung-tho.docx", "giay-chung-nhan-ung-ho.docx", MEMBER_SHEET}
ENDS_IN_A_TABLE = {"ban-tang-le.docx"}


@pytest.mark.parametrize("name", sorted(set(TEMPLATES) - OF_ONE_PAGE - ENDS_IN_A_TABLE))
def test_the_signatures_never_stand_alone_on_a_page(name):
    body = part(shipped(name)).find(f"{W}body")
    before = body.findall(f"{W}tbl")[-1].getprevious()
    while before is not None and not text(before).strip():
        assert find(before, "w:pPr/w:keepNext")
        before = before.getprevious()
    assert find(before, "w:pPr/w:keepNext")
