"""Questionnaires in Word: white boxes to fill in, one chi hội or one person on its pages."""

from dataclasses import replace

import docx
import pytest

from ccb_desktop.documents.word.questionnaire import write_questionnaire
from ccb_desktop.domain.member_papers.questionnaire import (
    PersonQuestions,
    Questionnaire,
    UnitQuestions,
)
from ccb_desktop.domain.papers import Column, letterhead_of
from tests.paper_values import BRANCH, ON

COLUMNS = (Column("STT", 12), Column("Họ và tên", 42), Column("Nơi ở", 48))
HEAD = letterhead_of(BRANCH, ON)


def a_unit(name="Chi hội 1"):
    rows = (("1", "Đỗ An", None), ("2", "Lê & Ba", "12 Bờ Kênh"))
    return UnitQuestions(name, COLUMNS, rows, "Ô trắng thì ghi vào.")


@pytest.fixture
def write(tmp_path):
    """Writes sheets and opens the file."""
    return lambda *sheets: docx.Document(
        str(write_questionnaire(Questionnaire(HEAD, sheets), tmp_path / "a.docx"))
    )


def shade(cell):
    found = cell._tc.xpath("./w:tcPr/w:shd/@w:fill")
    return found[0] if found else ""


def asked(document):
    """The tables with questions, without head and foot."""
    return [table for table in document.tables if table.style.name == "Table Grid"]


def test_each_chi_hoi_begins_a_page_with_the_head_of_the_hoi(write):
    document = write(a_unit(), a_unit("Chi hội 2"))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert [text for text in texts if text.startswith("Chi hội")] == ["Chi hội 1", "Chi hội 2"]
    assert texts.count("PHIẾU BỔ SUNG HỒ SƠ HỘI VIÊN") == 2
    assert len(document.element.xpath("//w:pageBreakBefore")) == 1
    assert document.sections[0].orientation == docx.enum.section.WD_ORIENT.LANDSCAPE


def test_what_is_missing_is_a_white_box_high_enough_to_write_in(write):
    (table,) = asked(write(a_unit()))
    assert [cell.text for cell in table.rows[2].cells] == ["2", "Lê & Ba", "12 Bờ Kênh"]
    blank, known = table.cell(1, 2), table.cell(2, 2)
    assert (blank.text, shade(blank)) == ("", "")
    assert shade(known) != ""
    assert table.rows[1].height.mm >= 10 > table.rows[2].height.mm
    assert len(table._tbl.xpath(".//w:tblHeader")) == 1


def test_a_person_has_a_page_upright_with_what_he_is_asked_to_look_at(write):
    entries = (("Ngày sinh", "1952"), ("Nơi ở", None))
    sheet = PersonQuestions("Lê Ba", "Chi hội 1", entries, ("Ngày này chưa đến.",), "Ghi rõ.")
    document = write(sheet)
    (table,) = asked(document)
    assert [[c.text for c in row.cells] for row in table.rows][1:] == [
        ["Ngày sinh", "1952"],
        ["Nơi ở", ""],
    ]
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert "- Ngày này chưa đến." in texts
    assert document.sections[0].orientation == docx.enum.section.WD_ORIENT.PORTRAIT
    assert "NGƯỜI KHAI" in document.tables[-1].rows[1].cells[1].text


def test_a_sheet_of_the_practice_branch_says_so(tmp_path):
    practice = Questionnaire(replace(HEAD, practice=True), (a_unit(),))
    path = write_questionnaire(practice, tmp_path / "b.docx")
    footer = docx.Document(str(path)).sections[0].footer
    assert "THỰC HÀNH" in footer.paragraphs[0].text
