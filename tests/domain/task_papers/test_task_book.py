"""Book 7 and the list of what is overdue: which tasks stand in them, and what is told of each."""

from datetime import date
from decimal import Decimal

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.member_papers.order import ListOrder, ListSource
from ccb_desktop.domain.task_papers.task_book import overdue_list, task_book
from tests.task_lines import a_line

ON = date(2026, 7, 10)
LINES = [
    a_line(unit=1, month=6, target=Decimal(4), result=Decimal(3)),
    a_line(unit=2, month=6, done_on=date(2026, 6, 20), target=Decimal(4), result=Decimal(4)),
    a_line(unit=3, month=7),
    a_line(unit=4, month=12, year=2025),
    a_line(unit=5, month=12, year=2025, done_on=date(2025, 12, 1)),
]


def source(**more):
    order = ListOrder(**({"name": "tasks", "on": ON} | more))
    return ListSource(order=order, branch=Branch(name="Hội CCB xã A"))


def units(paper):
    return [row[3] for row in paper.tables[0].rows]


def test_without_a_first_day_the_year_and_what_is_overdue_of_others():
    paper = task_book(source(), LINES)
    assert units(paper) == ["Chi hội 1", "Chi hội 2", "Chi hội 3", "Chi hội 4"]
    assert paper.tables[0].note == "Cộng 4 việc, hoàn thành 1 (quá hạn 2, chưa làm 1)."


def test_tasks_of_units_and_of_persons_stand_together():
    assert len(units(task_book(source(), [*LINES, a_line(person=7, month=8)]))) == 5


def test_between_two_days_what_ends_there():
    paper = task_book(source(from_on=date(2026, 6, 1), on=date(2026, 6, 30)), LINES)
    assert units(paper) == ["Chi hội 1", "Chi hội 2"]
    assert paper.subtitle == "Từ ngày 01/06/2026 đến ngày 30/06/2026"


def test_a_row_tells_result_share_and_state():
    first, second = task_book(source(), LINES).tables[0].rows[:2]
    assert first[8:] == (4, "buổi", 3, "75,00 %", None, "Quá hạn 10 ngày")
    assert second[8:] == (4, "buổi", 4, "100,00 %", date(2026, 6, 20), "Đã xong")


def test_a_filter_finds_units_and_states():
    assert units(task_book(source(filter="chi hoi 2"), LINES)) == ["Chi hội 2"]
    assert units(task_book(source(filter="CH3"), LINES)) == ["Chi hội 3"]
    assert units(task_book(source(filter="quá hạn"), LINES)) == ["Chi hội 1", "Chi hội 4"]


def test_what_is_overdue_stands_oldest_first():
    assert units(overdue_list(source(name="tasks-overdue"), LINES)) == ["Chi hội 4", "Chi hội 1"]


def test_what_was_done_later_was_overdue_before():
    late = [a_line(month=5, done_on=date(2026, 6, 20))]
    assert len(overdue_list(source(on=date(2026, 6, 10)), late).tables[0].rows) == 1
    assert overdue_list(source(), late).tables[0].rows == []
