"""The books of money are read in sums or one by one, and give the same figures either way."""

from datetime import date

import pytest

from ccb_desktop.data import rows
from ccb_desktop.data.funds.money_book import load_money_book
from ccb_desktop.data.tables import DuesPaymentRow
from ccb_desktop.domain.figures.money_book import MoneyBook
from ccb_desktop.domain.figures.registry import INDICATOR, Book
from ccb_desktop.domain.funds.campaigns import Campaign, Contribution
from ccb_desktop.domain.funds.dues import DuesPayment
from ccb_desktop.domain.funds.funds import FundPurpose
from ccb_desktop.domain.funds.gift_receipts import Receipts
from ccb_desktop.domain.funds.loans import Loan
from ccb_desktop.operations import figures
from ccb_desktop.operations.funds import campaigns, contributions, loans, vouchers
from tests.books import add_member, add_unit
from tests.ledger import open_fund, receive

YEAR = date(2026, 1, 1), date(2026, 11, 28)
MARCH = date(2026, 3, 15)


def read(store, **how):
    with store.reading() as session:
        return load_money_book(session, **how)


def pay_dues(store, *payments):
    with store.writing("Thu hội phí") as session:
        for payment in payments:
            rows.save(session, DuesPaymentRow, DuesPayment(year=2026, paid_on=MARCH, **payment))


@pytest.fixture
def kept(store):
    """Base funds of both levels, a loan, gifts of which one is voided, and dues."""
    unit = add_unit(store)
    add_member(store, "Nguyễn Văn An")
    add_member(store, "Trần Văn Bình")
    base = open_fund(store, cash=9_000_000, bank=500, purpose=FundPurpose.BASE)
    open_fund(store, "Chân quỹ chi hội 1", cash=70_000, purpose=FundPurpose.BASE, unit_id=unit)
    other = open_fund(store, "Quỹ tình nghĩa", cash=1)
    receive(store, base, 40_000)
    loans.lend(
        store,
        Loan(
            code="V2026-01", borrower="Trần Văn Bình", person_id=2, unit_id=unit, fund_id=base,
            principal_dong=5_000_000, lent_on=MARCH, due_on=date(2026, 9, 15), voucher_id=0,
        ),
    )  # fmt: skip
    campaigns.save_campaign(store, Campaign(name="Đợt 1", fund_id=other))
    rice = {"goods": "Gạo", "goods_value_dong": 7}
    gifts = [
        Contribution(campaign_id=1, given_on=MARCH, donor=name, amount_dong=dong, **more)
        for name, dong, more in (
            ("Bà Năm", 300, {"through_book": True, "fund_id": other}),
            ("Ông Sáu", 20, {"through_book": False}),
            ("Bà Bảy", 50, {"through_book": True, "fund_id": other, **rice}),
        )
    ]
    _change, receipts = contributions.give(store, gifts, Receipts.EACH)
    vouchers.void_voucher(store, receipts[-1].id, "Ghi nhầm", date(2026, 4, 1))
    pay_dues(
        store,
        {"person_id": 1, "amount_dong": 36_000, "unit_id": unit},
        {"person_id": 2, "amount_dong": 20_000, "unit_id": unit},
    )
    return store


def test_an_empty_store_keeps_no_money(store):
    assert read(store) == MoneyBook()


def test_the_store_sums_what_is_alike(kept):
    book = read(kept)
    assert [(one.amount_dong, one.name) for one in book.paid] == [(56_000, "")]
    assert sorted(one.worth_dong for one in book.gifts) == [20, 57, 300]
    assert {one.donor for one in book.gifts} == {""}
    assert book.held_on(YEAR[1]) == {1: 4_040_500, 2: 70_000}
    one_by_one = read(kept, one_by_one=True)
    assert [one.name for one in one_by_one.paid] == ["Nguyễn Văn An", "Trần Văn Bình"]
    assert {one.donor for one in one_by_one.gifts} == {"Bà Năm", "Ông Sáu", "Bà Bảy"}


def test_figures_are_the_same_with_the_records_behind_them(kept):
    plain = figures.figures_for(kept, *YEAR)
    told = figures.figures_for(kept, *YEAR, with_records=True)
    money = {Book.DUES, Book.FUNDS, Book.LOANS, Book.CAMPAIGNS}
    codes = [code for code, one in INDICATOR.items() if one.book in money and code != "dues_due"]
    assert {code: plain[code] for code in codes} == {code: told[code] for code in codes}
    assert all(told.by_code[code].records for code in codes if told[code])
    assert plain["fund_base_total"] == 9_110_500
    assert plain["fund_base_per_member"] == 9_110_500 // 2
    assert plain["loans_overdue"] == 5_000_000
    assert (plain["contributions_total"], plain["contributions_off_book"]) == (320, 20)
    assert plain["dues_collected"] == 56_000
