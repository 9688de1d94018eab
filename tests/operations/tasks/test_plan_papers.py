"""The plan of a year is written as a Word file, named by its year."""

from datetime import date

import docx
import pytest

from ccb_desktop.domain.errors import Invalid, NotFound
from ccb_desktop.operations.tasks import plan_papers
from tests.books import add_unit
from tests.plans import a_task, an_item, hand_out

ON = date(2026, 1, 15)


def test_the_plan_is_written(store, tmp_path):
    item = an_item(store, a_task(store, "Xây dựng tổ chức"), "Sinh hoạt chi hội")
    hand_out(store, item, add_unit(store), responsible="Lê Văn Tám")
    out = plan_papers.write_plan(store, 2026, ON, tmp_path / "ke-hoach.docx")
    word = docx.Document(str(out))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    assert "Sinh hoạt chi hội" in cells
    assert "Lê Văn Tám" in cells
    name = plan_papers.suggested_name(store, 2026, ON)
    assert name.startswith("Ke-hoach-nhiem-vu-trong-tam-2026_Phuong-An-Binh")


def test_a_year_without_plan_and_another_ending_are_refused(store, tmp_path):
    with pytest.raises(NotFound):
        plan_papers.write_plan(store, 2026, ON, tmp_path / "ke-hoach.docx")
    a_task(store)
    with pytest.raises(Invalid):
        plan_papers.write_plan(store, 2026, ON, tmp_path / "ke-hoach.pdf")
