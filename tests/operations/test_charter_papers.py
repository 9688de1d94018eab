"""Lists of the charter watch as files and as rows."""

from datetime import date

import openpyxl
import pytest
from docx import Document

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.members.memberships import EventKind
from ccb_desktop.domain.papers import row_texts
from ccb_desktop.operations import charter_papers, papers
from tests.books import add_event, add_member, day

ON = date(2026, 6, 30)


@pytest.fixture
def exempt(store):
    add_member(store, "Trần Văn Một")
    add_event(store, 1, EventKind.EXEMPTED, "1/3/2026", until_on=day("1/3/2027"))
    return store


def test_the_list_of_a_rule_as_excel_and_word(exempt, tmp_path):
    excel = charter_papers.write_rule_list(exempt, "exemption", ON, tmp_path / "ds.xlsx")
    cells = [cell.value for row in openpyxl.load_workbook(excel).active for cell in row]
    assert "Trần Văn Một" in cells
    word = charter_papers.write_rule_list(exempt, "exemption", ON, tmp_path / "ds.docx")
    assert any(
        "Trần Văn Một" in cell.text
        for table in Document(word).tables
        for row in table.rows
        for cell in row.cells
    )
    with pytest.raises(Invalid, match=r"\.xlsx"):
        charter_papers.write_rule_list(exempt, "exemption", ON, tmp_path / "ds.pdf")


def test_all_rules_in_one_list(exempt):
    paper = papers.list_rows(exempt, papers.ListOrder(name="charter", on=ON))
    names = [row[1] for row in row_texts(paper.tables[0])]
    assert {"Trần Văn Một", "Chi hội 1", "Hội cơ sở"} <= set(names)


def test_candidates_for_striking_off_need_their_books(exempt):
    paper = papers.list_rows(exempt, papers.ListOrder(name="strike-off-candidates", on=ON))
    assert list(row_texts(paper.tables[0])) == []
    assert "chưa ghi lần nộp hội phí nào" in paper.tables[0].note


def test_the_suggested_name(exempt):
    name = charter_papers.suggested_name(exempt, "ceremony", ON, "xlsx")
    assert name == "Dieu-le-Le-ket-nap_Phuong-An-Binh_2026-06-30.xlsx"
