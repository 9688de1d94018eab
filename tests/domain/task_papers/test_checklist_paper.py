"""The checklist for the pen: key tasks over their work, boxes, what is known already."""

from datetime import date
from decimal import Decimal

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.papers import Band
from ccb_desktop.domain.task_papers.checklist_paper import checklist_paper
from ccb_desktop.domain.tasks.checklists import checklists_of
from ccb_desktop.domain.tasks.periods import Recurrence, TaskPeriod
from ccb_desktop.domain.tasks.spans import PlanSpan
from tests.task_lines import a_line

SPAN = PlanSpan(2026, TaskPeriod(Recurrence.QUARTER, 2))


def test_each_unit_has_a_paper_of_its_own_that_says_what_is_known():
    day = date(2026, 6, 2)
    lines = [a_line(result=Decimal(2), target=Decimal(3)), a_line(unit=2, done_on=day)]
    paper = checklist_paper(Branch(name="Hội"), checklists_of(lines, SPAN), date(2026, 7, 1))
    assert paper.apart and paper.subtitle == "Quý II năm 2026"
    first, second = paper.tables
    assert first.title == "Đơn vị: Chi hội 1"
    assert first.rows[0] == Band("Xây dựng Hội vững mạnh")
    assert first.rows[1][4:9] == ("3 buổi", "2 buổi", "☐", "☐", "☐")
    assert second.rows[1][6] == "☑" and second.rows[1][10] == "02/06/2026"
