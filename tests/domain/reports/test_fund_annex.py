"""Annex 3: each fund over the period, and chân quỹ, by level and together (rules 17 and 18)."""

from dataclasses import replace
from datetime import date

import pytest

from ccb_desktop.domain.figures.money_book import MoneyBook
from ccb_desktop.domain.funds.turnovers import Turnover
from ccb_desktop.domain.papers import Band
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.reports.fund_annex import funds_annex, funds_of_period
from tests.domain.figures.rosters import UNITS, a_member, books_of
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
    assert [row if isinstance(row, Band) else row[1:3] for row in rows] == [
        Band("QUỸ CẤP HỘI"),
        ("Quỹ 1", "Hội"),
        ("Quỹ 4", "Hội"),
        Band("QUỸ CỦA CÁC CHI HỘI"),
        ("Quỹ 2", "Chi hội 1"),
        ("Quỹ 3", "Chi hội 2"),
    ]
    assert rows[1][3:] == (800, 300, 0, 0, 100, 1000, 400)


def test_levels_are_summed_apart_and_together(annex):
    sums = {row[1]: row[3:] for row in annex.tables[0].totals}
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


def test_transfers_have_columns_only_where_there_are_any():
    books = replace(books_of(a_member(1)), money=BASE)
    annex = funds_annex(funds_of_period(books, {1: Turnover(in_dong=5)}, LAST))
    labels = [column.label for column in annex.tables[0].columns]
    assert labels == ["STT", "Quỹ", "Đơn vị giữ", "Tồn đầu kỳ", "Thu", "Chi", *labels[-2:]]
    assert annex.tables[0].totals[-1][3:] == (0, 5, 0, 5, 400)


def test_a_unit_that_has_ended_is_told_only_while_its_fund_has_something():
    ended = replace(UNITS[1], ended_on=PartialDate(2025, 7, 1))
    books = books_of(a_member(1), units=(UNITS[0], ended))
    books = replace(books, money=BASE)
    told = [line.fund.id for line in funds_of_period(books, TURNOVERS, LAST).lines]
    quiet = {own: one for own, one in TURNOVERS.items() if own != 3}
    assert (3 in told, 2 in told) == (True, True)
    assert 3 not in [line.fund.id for line in funds_of_period(books, quiet, LAST).lines]


def test_without_funds_there_is_no_annex():
    assert funds_of_period(books_of(), {}, LAST) is None
    later = MoneyBook(funds=(a_fund(1, opened_on=date(2026, 1, 1)),))
    assert funds_of_period(replace(books_of(), money=later), {}, LAST) is None
