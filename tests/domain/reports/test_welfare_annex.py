"""Annex 4: occasions and levels apart and together, people once, houses handed over."""

from dataclasses import replace
from datetime import date

from ccb_desktop.domain.figures.books import FigureQuery
from ccb_desktop.domain.figures.count import count_figures
from ccb_desktop.domain.figures.welfare_book import WelfareBook
from ccb_desktop.domain.reports.welfare_annex import welfare_annex, welfare_of_period
from ccb_desktop.domain.visits.housing import HousingKind, HousingSource, HousingSupport
from ccb_desktop.domain.visits.labels import OCCASION
from ccb_desktop.domain.visits.visits import Occasion, PaidBy
from tests.domain.figures.rosters import a_member, books_of
from tests.domain.figures.test_visit_figures import a_visit

FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)
VISITS = (
    a_visit(Occasion.FUNERAL, amount_dong=500, goods_value_dong=350),
    a_visit(Occasion.FUNERAL, amount_dong=200, paid_by=PaidBy.CHI_HOI),
    a_visit(Occasion.SICK, amount_dong=300),
    a_visit("TRUNG_THU", 12, amount_dong=50),
    a_visit(Occasion.SICK, visited_on=date(2024, 5, 1)),
)
HOUSE = HousingSupport(
    head_name="Lê Văn Sáu",
    unit_id=1,
    kind=HousingKind.NEW,
    handed_over_on=date(2025, 5, 1),
    branch_dong=9,
    sources=(HousingSource(source="Quỹ khác", amount_dong=4),),
)


def books(*visits, houses=()):
    return replace(books_of(a_member(1)), welfare=WelfareBook(visits=visits, houses=houses))


def annex(found):
    return welfare_annex(welfare_of_period(found, OCCASION, FIRST, LAST))


def test_each_occasion_stands_by_level_and_together():
    (table,) = annex(books(*VISITS)).tables
    assert table.rows == [
        (1, "Ốm đau", 1, 300, 0, 0, 0, 0, 1, 300, 0, 1),
        (2, "Phúng viếng", 1, 500, 350, 1, 200, 0, 2, 700, 350, 1),
        (3, "TRUNG_THU", 1, 50, 0, 0, 0, 0, 1, 50, 0, 1),
    ]
    assert table.totals == ((None, "Cộng", 3, 850, 350, 1, 200, 0, 4, 1050, 350, 2),)


def test_its_sums_are_the_figures():
    found = books(*VISITS)
    figures = count_figures(found, FigureQuery(from_on=FIRST, to_on=LAST))
    (total,) = annex(found).tables[0].totals
    assert (total[3], total[6]) == (
        figures["visits_paid_by_branch"],
        figures["visits_paid_by_chi_hoi"],
    )
    assert (total[8], total[9]) == (figures["visits_total"], figures["visits_total_amount"])


def test_houses_handed_over_stand_with_the_money_of_each():
    (table,) = annex(books(houses=(HOUSE, replace(HOUSE, handed_over_on=None)))).tables
    assert table.rows == [(1, "Lê Văn Sáu", "Chi hội 1", "Xây mới", date(2025, 5, 1), 9, 4)]
    assert table.totals[0][-2:] == (9, 4)


def test_where_nothing_was_given_there_is_no_annex():
    assert welfare_of_period(books(VISITS[-1]), OCCASION, FIRST, LAST) is None
