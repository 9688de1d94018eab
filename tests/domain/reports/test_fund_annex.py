"""Annex 3: each fund over the period, and chân quỹ, by level and together (rules 17 and 18)."""

from dataclasses import replace
from datetime import date

import pytest

from ccb_desktop.domain.figures.money_book import MoneyBook
from ccb_desktop.domain.funds.turnovers import Turnover
from ccb_desktop.domain.papers import Band
from ccb_desktop.domain.reports.fund_annex import funds_annex, funds_of_period
from tests.domain.figures.rosters import a_member, books_of
from tests.domain.figures.test_money_figures import BASE, a_fund

LAST = date(2025, 12, 31)
TURNOVERS = {
    1: Turnover(opened_dong=800, in_dong=300, moved_out_dong=100),
    2: Turnover(opening_dong=70),
    3: Turnover(opening_dong=10, in_dong=50, out_dong=30),
    4: Turnover(moved_in_dong=100),
}


@pytest.fixture
def annex():
    members = (a_member(1), a_member(2, unit_id=2), a_member(3, unit_id=2))
    books = replace(books_of(*members), money=BASE)
    return funds_annex(funds_of_period(books, TURNOVERS, LAST))


def test_every_fund_stands_under_its_level_with_what_it_did(annex):
    rows = annex.tables[0].rows
    assert [row if isinstance(row, Band) else row[1:4] for row in rows] == [
        Band("QUỸ CẤP HỘI"),
        ("Quỹ 1", "Hội", "Chân quỹ"),
        ("Quỹ 4", "Hội", "Hội phí"),
        Band("QUỸ CỦA CÁC CHI HỘI"),
        ("Quỹ 2", "Chi hội 1", "Chân quỹ"),
        ("Quỹ 3", "Chi hội 2", "Chân quỹ"),
    ]
    assert rows[1][4:] == (800, 300, 0, 0, 100, 1000, 400)


def test_levels_are_summed_apart_and_together(annex):
    sums = {row[1]: row[4:] for row in annex.tables[0].totals}
    assert sums["Cộng quỹ cấp Hội"] == (800, 300, 0, 100, 100, 1100, 400)
    assert sums["Cộng quỹ các chi hội"] == (80, 50, 30, 0, 0, 100, 0)
    assert sums["Cộng cả hai cấp"] == (880, 350, 30, 100, 100, 1200, 400)


def test_base_funds_are_held_against_members_of_each_chi_hoi(annex):
    table = annex.tables[1]
    assert [row[1:] for row in table.rows] == [
        ("Chi hội 1", 70, 0, 70, 1, 70),
        ("Chi hội 2", 30, 0, 30, 2, 15),
    ]
    assert [row[1:] for row in table.totals] == [
        ("Cấp Hội", 1000, 400, 1400, 3, 466),
        ("Các chi hội", 100, 0, 100, 3, 33),
        ("Toàn Hội", 1100, 400, 1500, 3, 500),
    ]


def test_without_funds_there_is_no_annex():
    assert funds_of_period(books_of(), {}, LAST) is None
    later = MoneyBook(funds=(a_fund(1, opened_on=date(2026, 1, 1)),))
    assert funds_of_period(replace(books_of(), money=later), {}, LAST) is None
