"""The money of the practice branch: plausible, never short, with everything that occurs."""

from collections import Counter
from datetime import date

import pytest

from ccb_desktop.domain.code_lists import CODE_LISTS
from ccb_desktop.domain.funds.campaigns import DonorKind
from ccb_desktop.domain.funds.cash_counts import sum_of_pieces
from ccb_desktop.domain.funds.funds import FundPurpose, MoneyPlace
from ccb_desktop.domain.funds.ledger import Account, entries_of
from ccb_desktop.domain.funds.vouchers import VoucherKind, check_voucher
from ccb_desktop.domain.practice.branch import make_practice_branch
from ccb_desktop.domain.practice.calendar import REFERENCE_DAY
from ccb_desktop.domain.practice.money.whole import make_practice_money


@pytest.fixture(scope="module")
def books():
    return make_practice_branch(320, seed=1).books


@pytest.fixture(scope="module")
def money(books):
    return make_practice_money(books, 320, seed=1)


def lowest(money):
    """Account → the least it holds at the end of any day, by nothing but the vouchers."""
    moved = Counter()
    for voucher in money.vouchers:
        for entry in entries_of(voucher):
            moved[entry.account, entry.happened_on] += entry.amount_dong
    for voiding in money.voidings:
        for entry in entries_of(money.vouchers[voiding.voucher]):
            moved[entry.account, voiding.voided_on] -= entry.amount_dong
    held, least = Counter(), Counter()
    for (account, _day), amount in sorted(moved.items(), key=lambda one: one[0][1]):
        held[account] += amount
        least[account] = min(least[account], held[account])
    return least


@pytest.mark.parametrize("members", [1, 8, 320])
@pytest.mark.parametrize("seed", [1, 2])
def test_every_voucher_can_be_posted_and_no_fund_is_ever_short(members, seed):
    books = make_practice_branch(members, seed).books
    money = make_practice_money(books, members, seed)
    for voucher in (*money.vouchers, *money.drafts):
        check_voucher(voucher, REFERENCE_DAY)
    assert all(least >= 0 for least in lowest(money).values())


def test_there_are_ten_funds_on_both_levels_for_every_purpose(money):
    assert len(money.funds) == 10
    assert {fund.purpose for fund in money.funds} == set(FundPurpose)
    assert {fund.unit_id is None for fund in money.funds} == {True, False}
    places = {(v.fund_id, v.place) for v in money.vouchers if v.kind is VoucherKind.OPENING}
    assert {place for _fund, place in places} == set(MoneyPlace)


def test_dues_are_handed_in_every_year_and_each_receipt_is_the_sum_of_its_list(money):
    assert {one.year for one in money.hand_ins} == set(range(2021, 2027))
    paid = Counter()
    for payment in money.dues_payments:
        paid[payment.hand_in_id] += payment.amount_dong
    for hand_in in money.hand_ins:
        places = (hand_in.voucher_id, hand_in.share_voucher_id)
        receipts = [money.vouchers[place] for place in places if place is not None]
        assert sum(receipt.amount_dong for receipt in receipts) == hand_in.amount_dong
        assert paid[hand_in.id] == hand_in.amount_dong
    assert any(one.share_voucher_id is not None for one in money.hand_ins)
    twice = Counter((one.person_id, one.year) for one in money.dues_payments)
    assert set(twice.values()) == {1}


def test_most_have_paid_and_some_have_not_for_years(books, money):
    payers = {
        year: {one.person_id for one in money.dues_payments if one.year == year}
        for year in (2022, 2025)
    }
    members = sum(m.kind.name == "HOI" for m in books.memberships.by_id.values())
    assert members * 0.5 < len(payers[2025]) < members
    assert payers[2022] - payers[2025]


def test_campaigns_have_targets_and_every_kind_of_donor(money):
    of_target = {target.campaign_id for target in money.targets}
    assert 0 < len(of_target) < len(money.campaigns)
    assert {one.donor_kind for one in money.contributions} == set(DonorKind)
    assert {one.through_book for one in money.contributions} == {True, False}
    assert any(one.goods for one in money.contributions)
    for given in money.contributions:
        if given.through_book:
            assert money.vouchers[given.voucher_id].amount_dong == given.amount_dong
        else:
            assert given.voucher_id is None


def test_loans_bear_interest_or_none_and_some_are_overdue_or_written_off(money):
    assert {loan.rate_thousandths > 0 for loan in money.loans} == {True, False}
    back = Counter()
    for one in money.repayments:
        back[one.loan_id] += one.principal_dong
        received = money.vouchers[one.voucher_id].amount_dong
        assert received == one.principal_dong + one.interest_dong
    left = {
        loan.id: loan.principal_dong - back[loan.id] - loan.written_off_dong for loan in money.loans
    }
    assert min(left.values()) >= 0
    overdue = [loan for loan in money.loans if left[loan.id] and loan.due_on < REFERENCE_DAY]
    assert overdue
    assert any(loan.written_off_on for loan in money.loans)
    assert any(not left[loan.id] for loan in money.loans)


def test_cash_that_was_counted_agrees_with_the_book_but_once(money):
    for count in money.cash_counts:
        account = Account(count.fund_id, MoneyPlace.CASH)
        book = sum(
            entry.amount_dong
            for voucher in money.vouchers
            if voucher.issued_on <= count.counted_on
            for entry in entries_of(voucher)
            if entry.account == account
        )
        assert count.book_dong == book
        assert not count.pieces or sum_of_pieces(count.pieces) == count.counted_dong
    assert [count.difference_dong for count in money.cash_counts if count.difference_dong] == [
        -20_000
    ]


def test_every_category_is_one_of_the_list(money):
    (listed,) = [one for one in CODE_LISTS if one.name == "VOUCHER_CATEGORY"]
    known = {code for code, _label in listed.start} | {""}
    assert {voucher.category for voucher in money.vouchers} <= known


def test_past_years_are_locked_and_what_is_open_still_has_work(money):
    assert [(lock.year, lock.month) for lock in money.locks][-3:] == [
        *((2026, 1), (2026, 2), (2026, 3)),
    ]
    held = [lock for lock in money.locks if lock.holds(date(2024, 5, 5))]
    assert held
    for voiding in money.voidings:
        assert not any(lock.holds(voiding.voided_on) for lock in money.locks)
    assert len(money.drafts) == 3
