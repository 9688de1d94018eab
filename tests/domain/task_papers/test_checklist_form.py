"""The form that comes back: its titles, and names of files that are all different."""

from datetime import date
from decimal import Decimal

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.task_papers.checklist_form import checklist_form, names_of
from ccb_desktop.domain.tasks.checklists import checklists_of
from ccb_desktop.domain.tasks.spans import PlanSpan
from tests.task_lines import a_line

ON = date(2026, 7, 1)
BRANCH = Branch(name="Hội CCB phường An Bình", practice=True)


def test_a_form_says_what_the_books_have_and_that_it_is_for_practice():
    line = a_line(result=Decimal(3), target=Decimal(3), done_on=date(2026, 6, 2))
    (one,) = checklists_of([line], PlanSpan(2026))
    form = checklist_form(BRANCH, one, "abcdef", ON)
    assert form.titles[0] == BRANCH.name and "THỰC HÀNH" in form.titles[1]
    assert form.titles[2:] == ("PHIẾU VIỆC NĂM 2026", "Đơn vị: Chi hội 1")
    assert form.rows[0]["before"] == "3 buổi; Đã xong"


def test_two_units_of_one_name_get_two_files():
    lines = [a_line(person=1), a_line(person=1), a_line(unit=3)]
    found = checklists_of(lines, PlanSpan(2026))
    names = names_of(BRANCH, [*found, found[0]], ON, "xlsx")
    assert len(set(names)) == 3 and all(name.isascii() for name in names)
