"""Books and lists of the plan by name, and papers of a period, from a real store to files."""

from datetime import date
from decimal import Decimal

import pytest

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.tasks.periods import Recurrence, TaskPeriod
from ccb_desktop.domain.tasks.progress import ProgressReport
from ccb_desktop.domain.tasks.spans import PlanSpan
from ccb_desktop.operations import task_papers
from ccb_desktop.operations.papers import ListOrder, list_rows, write_list
from ccb_desktop.operations.task_lists import MAKERS
from ccb_desktop.operations.tasks import progress
from tests.books import add_unit
from tests.plans import a_task, an_item, hand_out
from tests.word_files import word_text

ON = date(2026, 7, 10)
QUARTER = TaskPeriod(Recurrence.QUARTER, 2)


@pytest.fixture
def handed(store):
    item = an_item(store, a_task(store))
    units = add_unit(store), add_unit(store, "CH2", "Chi hội 2")
    ids = [hand_out(store, item, unit, period=QUARTER, target=Decimal(4)) for unit in units]
    done = ProgressReport(reported_on=date(2026, 6, 1), done=True, up_to_target=True)
    progress.report_progress(store, ids[:1], done)
    return store


@pytest.mark.parametrize("name", sorted(MAKERS))
def test_every_list_is_written_to_word_and_excel(handed, tmp_path, name):
    order = ListOrder(name=name, on=ON)
    for ending in ("docx", "xlsx"):
        assert write_list(handed, order, tmp_path / f"{name}.{ending}").stat().st_size > 3_000


def test_the_book_tells_how_far_each_unit_is(handed):
    (table,) = list_rows(handed, ListOrder(name="tasks", on=ON)).tables
    assert [(row[3], row[-1]) for row in table.rows] == [
        ("Chi hội 1", "Đã xong"),
        ("Chi hội 2", "Quá hạn 10 ngày"),
    ]


def test_a_period_is_written_by_the_ending_of_the_file(handed, tmp_path):
    span = PlanSpan(2026, QUARTER)
    for name, told in (
        (task_papers.MATRIX, "THEO DÕI NHIỆM VỤ QUÝ II NĂM 2026"),
        (task_papers.REVIEW, "KẾT QUẢ THỰC HIỆN NHIỆM VỤ QUÝ II NĂM 2026"),
    ):
        out = task_papers.write_span_paper(handed, name, span, ON, tmp_path / f"{name}.docx")
        text = word_text(out)
        assert told in text
        assert "Chi hội 2" in text
        suggested = task_papers.suggested_name(handed, name, span, "xlsx")
        assert suggested.isascii()
        assert "quy-II-nam-2026" in suggested
    with pytest.raises(Invalid):
        task_papers.write_span_paper(handed, task_papers.MATRIX, span, ON, tmp_path / "a.pdf")
