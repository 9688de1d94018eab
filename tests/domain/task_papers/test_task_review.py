"""The review of a period: by item, by unit, and what is still open."""

from datetime import date
from decimal import Decimal

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.member_papers.order import ListOrder, ListSource
from ccb_desktop.domain.papers import Band
from ccb_desktop.domain.task_papers.task_review import task_review
from tests.task_lines import a_line

LINES = [
    a_line(unit=1, month=6, target=Decimal(4), result=Decimal(3)),
    a_line(unit=1, month=5, target=Decimal(4), result=Decimal(5), done_on=date(2026, 6, 2)),
    a_line(unit=2, item=2, month=4, done_on=date(2026, 4, 2)),
    a_line(unit=2, item=2, month=8),
]


def review(first, last):
    order = ListOrder(name="task-review", on=last, from_on=first)
    return task_review(ListSource(order=order, branch=Branch(name="Hội CCB xã A")), LINES)


def test_a_quarter_is_called_so_and_holds_what_ends_in_it():
    paper = review(date(2026, 4, 1), date(2026, 6, 30))
    assert paper.title == "KẾT QUẢ THỰC HIỆN NHIỆM VỤ QUÝ II NĂM 2026"
    by_item, by_unit, left = paper.tables
    rows = [row for row in by_item.rows if not isinstance(row, Band)]
    assert [row[1:5] for row in rows] == [("Việc 1", 2, 1, 1), ("Việc 2", 1, 1, None)]
    assert rows[0][-4:] == (8, 8, "buổi", "100,00 %")
    assert by_item.totals[0][2:4] == (3, 2)
    assert [row[1:4] for row in by_unit.rows] == [("Chi hội 1", 2, 1), ("Chi hội 2", 1, 1)]
    assert by_unit.rows[0][-1] == "Việc 1 (hạn 30/06/2026)"
    assert [row[1:6] for row in left.rows] == [
        ("Chi hội 1", "Việc 1", "", date(2026, 6, 30), "1 buổi")
    ]


def test_where_all_is_done_nothing_is_left():
    assert len(review(date(2026, 4, 1), date(2026, 4, 30)).tables) == 2


def test_days_of_no_period_are_told_as_days():
    assert review(date(2026, 4, 2), date(2026, 4, 30)).title.endswith(
        "TỪ NGÀY 02/04/2026 ĐẾN NGÀY 30/04/2026"
    )
