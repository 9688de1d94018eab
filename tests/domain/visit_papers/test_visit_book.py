"""Book 6: levels in columns of their own, what was voided taken off, sums by occasion."""

from datetime import date

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.member_papers.order import ListOrder, ListSource
from ccb_desktop.domain.visit_papers.visit_book import visit_book
from ccb_desktop.domain.visits.lines import VisitLine
from ccb_desktop.domain.visits.visits import PaidBy, Visit

ORDER = ListOrder(name="visits", on=date(2026, 6, 30))


def a_line(name, day, amount, occasion="Ốm đau", **more):
    visit = Visit(visited_on=day, occasion="SICK", recipient=name, amount_dong=amount, **more)
    return VisitLine(visit=visit, occasion_name=occasion)


def book(lines, **more):
    order = ListOrder(name="visits", on=ORDER.on, **more)
    return visit_book(ListSource(order=order, branch=Branch(name="Hội CCB xã A")), lines)


LINES = [
    a_line("Ông Tám", date(2026, 3, 1), 300, voided_on=date(2026, 5, 1)),
    a_line("Bà Hai", date(2026, 2, 1), 200, "Phúng viếng", paid_by=PaidBy.CHI_HOI),
    a_line("Ông Ba", date(2026, 4, 1), 100, goods="gạo", goods_value_dong=50),
]


def test_rows_stand_in_order_and_a_voided_visit_is_taken_off_on_its_day():
    rows = book(LINES).tables[0].rows
    told = [(row[1].month, row[2], row[6], row[7]) for row in rows]
    assert told == [
        (2, "Bà Hai", None, 200),
        (3, "Ông Tám", 300, None),
        (4, "Ông Ba", 100, None),
        (5, "Ông Tám (hủy lượt ngày 01/03/2026)", -300, None),
    ]


def test_both_levels_are_summed_apart_and_together():
    first, second = book(LINES).tables
    assert first.totals[0][6:10] == (100, 200, "", 50)
    assert "Cả hai cấp: 2 lượt, 2 người, 300 đồng" in first.note
    assert [row[0] for row in second.rows] == ["Ốm đau", "Phúng viếng"]
    assert second.totals[0][1:] == (1, 1, 100, 50, 1, 1, 200, 0, 2, 2, 300, 50)


def test_a_filter_narrows_rows_and_sums():
    (first, _second) = book(LINES, filter="ong ba").tables
    assert [row[2] for row in first.rows] == ["Ông Ba"]
    assert first.totals[0][6] == 100


def test_an_empty_book_says_so():
    (only,) = book([]).tables
    assert only.rows == []
    assert only.totals == ()
