"""The matrix on paper: cells, sums, and many items shared out among tables."""

from datetime import date
from decimal import Decimal

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.member_papers.order import ListOrder, ListSource
from ccb_desktop.domain.task_papers.task_matrix import ITEMS_ACROSS, matrix_paper
from ccb_desktop.domain.tasks.matrix import matrix_of
from tests.task_lines import a_line

ON = date(2026, 7, 10)


def paper(lines):
    source = ListSource(order=ListOrder(name="task-matrix", on=ON), branch=Branch(name="Hội CCB"))
    return matrix_paper(source, matrix_of(lines, ON, 14), "năm 2026")


def test_cells_and_sums_of_both():
    lines = [
        a_line(unit=1, month=6, target=Decimal(4), result=Decimal(3)),
        a_line(unit=1, item=2, month=6, done_on=ON),
        a_line(unit=2, item=2, month=8),
    ]
    (table,) = paper(lines).tables
    assert [column.label for column in table.columns][1:] == [
        "Việc 1 (buổi)",
        "Việc 2 (buổi)",
        "Cộng",
    ]
    assert table.rows == [
        ("Chi hội 1", "✘ 0/1", "✔ 1/1", "✘ 1/2"),
        ("Chi hội 2", "·", "– 0/1", "– 0/1"),
    ]
    whole, reached, rate = table.totals
    assert whole == ("Cộng", "✘ 0/1", "… 1/2", "✘ 1/3")
    assert reached == ("Kết quả / chỉ tiêu", "3/4", "", "")
    assert rate == ("Tỷ lệ đạt", "75,00 %", "", "")


def test_many_items_are_shared_out_evenly_and_summed_once():
    tables = paper([a_line(item=item) for item in range(1, ITEMS_ACROSS + 2)]).tables
    assert [len(table.columns) for table in tables] == [7, 7]
    assert [table.columns[-1].label for table in tables] == ["Việc 6 (buổi)", "Cộng"]


def test_an_empty_period_is_an_empty_table():
    (table,) = paper([]).tables
    assert (table.rows, table.totals) == ([], ())
