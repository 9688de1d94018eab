"""The money of the first page on a real store."""

from datetime import date

from ccb_desktop.domain.funds.dues import DuesRate
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.operations import home, home_money
from ccb_desktop.operations.funds import dues, vouchers
from tests.books import add_member, add_unit
from tests.ledger import a_voucher, open_fund, pay, receive

TODAY = date(2026, 6, 30)


def money(store, members=1):
    with store.reading() as session:
        return home_money.money_overview(session, TODAY, members)


def test_without_funds_there_is_nothing_of_money(store):
    add_member(store)
    assert money(store) is None
    assert home.overview(store, TODAY).money is None


def test_levels_stand_apart_and_months_follow_each_other(store):
    unit = add_unit(store)
    branch = open_fund(store, cash=1_000, bank=500)
    open_fund(store, "Quỹ chi hội 1", cash=70, unit_id=unit)
    receive(store, branch, 200, issued_on=date(2026, 3, 31))
    pay(store, branch, 50, issued_on=date(2026, 5, 2))
    found = money(store)
    assert (found.branch_dong, found.chi_hoi_dong) == (1_650, 70)
    assert [(one.month, one.held_dong) for one in found.months] == [
        (1, 1_500), (2, 1_500), (3, 1_700), (4, 1_700), (5, 1_650), (6, 1_650),
    ]  # fmt: skip


def test_what_waits_for_the_treasurer(store):
    add_member(store)
    fund = open_fund(store, cash=1_000)
    receive(store, fund, 5, issued_on=date(2026, 6, 1), place=MoneyPlace.BANK)
    vouchers.save_draft(store, a_voucher(fund, 9))
    dues.save_rate(store, DuesRate(from_on=date(2026, 1, 1), amount_dong=36_000))
    sentences = [one.sentence for one in money(store).waiting]
    starts = ("phiếu thu, chi còn là bản nháp", "hội viên còn thiếu hội phí", "tháng đã hết", "quỹ")
    assert all(one.startswith(start) for one, start in zip(sentences, starts, strict=True))
    assert set(sentences) <= {one.sentence for one in home.overview(store, TODAY).waiting}


def test_a_very_large_branch_does_not_work_out_arrears_at_every_start(store):
    add_member(store)
    open_fund(store)
    dues.save_rate(store, DuesRate(from_on=date(2026, 1, 1), amount_dong=36_000))
    assert money(store).lacks
    assert money(store, home_money.ARREARS_UP_TO + 1).lacks == ()
