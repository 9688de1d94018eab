"""Rounds paid on a real store: one payment, absentees, late comers, voiding, undoing."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ccb_desktop.data.visits import rounds as data_rounds
from ccb_desktop.domain.errors import Conflict, Invalid
from ccb_desktop.domain.funds.vouchers import VoucherKind
from ccb_desktop.domain.visits.round_lists import RoundState
from ccb_desktop.domain.visits.rounds import GiftRound, Handed, RoundRecipient
from ccb_desktop.operations import checking
from ccb_desktop.operations.funds import vouchers
from ccb_desktop.operations.funds.voucher_lists import list_vouchers
from ccb_desktop.operations.people_merge import merge_alike
from ccb_desktop.operations.undo import undo
from ccb_desktop.operations.visits import round_payments, rounds, visits
from tests.books import add_member, add_unit
from tests.ledger import held, open_fund

TODAY = date.today()
DAY = date(2026, 2, 10)
CASH = 10_000_000
NAMES = ("Trần Văn An", "Lê Văn Bình", "Phạm Thị Chín", "Võ Văn Dũng")


def begin(store, people=3, **more):
    """A round of the branch for some members; gives its id and the fund."""
    unit, fund = add_unit(store), open_fund(store, cash=CASH)
    for name in NAMES[:people]:
        add_member(store, name, unit)
    values = {"occasion": "HOLIDAY", "planned_on": DAY, "amount_dong": 300_000, "fund_id": fund}
    rounds.save_round(store, GiftRound(title="Tặng quà Tết", **(values | more)))
    round_id = rounds.list_lines(store)[0].round.id
    members = rounds.load_choice(store, TODAY).members
    add_all(store, round_id, [line.person_id for line in members])
    return round_id, fund


def add_all(store, round_id, person_ids):
    """Put people on the list whatever the day of the round says of them."""
    members = {line.person_id: line for line in rounds.load_choice(store, TODAY).members}
    for person_id in person_ids:
        line = members[person_id]
        rounds.save_recipient(
            store,
            RoundRecipient(
                round_id=round_id,
                recipient=line.full_name,
                person_id=person_id,
                unit_id=line.unit_id,
                why="Hộ nghèo",
            ),
        )


def file_of(store, round_id):
    return rounds.open_round(store, round_id, TODAY)


def ids(store, round_id):
    return [one.line.id for one in file_of(store, round_id).listed]


def states(store, round_id):
    return [one.handed for one in file_of(store, round_id).listed]


def test_a_round_is_paid_by_one_payment_with_a_visit_for_each(store):
    round_id, fund = begin(store)
    first, *_others = ids(store, round_id)
    round_payments.mark_absent(store, round_id, [first], DAY)
    _change, payment = round_payments.pay_round(store, round_id, DAY)
    assert (payment.amount_dong, payment.category) == (600_000, "Thăm hỏi, tặng quà")
    assert payment.payer == "Danh sách ký nhận (2 người)"
    assert held(store, fund) == (CASH - 600_000, 0)
    file = file_of(store, round_id)
    assert [one.handed for one in file.listed] == [Handed.ABSENT, *[Handed.RECEIVED] * 2]
    assert {one.visit.voucher_id for one in file.listed if one.visit} == {payment.id}
    assert (file.state, file.sums.received_dong) == (RoundState.PAID, 600_000)
    assert (file.round.paid_on, file.round.voucher_id) == (DAY, payment.id)


def test_who_is_absent_after_paying_gives_the_money_back_and_comes_later(store):
    round_id, fund = begin(store)
    first, *_others = ids(store, round_id)
    round_payments.pay_round(store, round_id, DAY)
    later = DAY + timedelta(days=3)
    _change, receipts = round_payments.mark_absent(store, round_id, [first], later)
    assert [(one.kind, one.amount_dong) for one in receipts] == [(VoucherKind.RECEIPT, 300_000)]
    assert receipts[0].content.startswith("Hoàn tiền quà vắng mặt")
    assert held(store, fund) == (CASH - 600_000, 0)
    _change, payment = round_payments.pay_round(store, round_id, later, [first])
    assert (payment.amount_dong, payment.payer) == (300_000, NAMES[0])
    assert held(store, fund) == (CASH - 900_000, 0)
    assert set(states(store, round_id)) == {Handed.RECEIVED}
    assert file_of(store, round_id).round.paid_on == DAY


def test_voiding_the_payment_takes_the_returned_money_along(store):
    round_id, fund = begin(store)
    first, *_others = ids(store, round_id)
    _change, payment = round_payments.pay_round(store, round_id, DAY)
    _change, receipts = round_payments.mark_absent(store, round_id, [first], DAY)
    with pytest.raises(Conflict, match="vắng mặt"):
        vouchers.void_voucher(store, receipts[0].id, "Ghi nhầm")
    vouchers.void_voucher(store, payment.id, "Ghi nhầm")
    assert held(store, fund) == (CASH, 0)
    assert states(store, round_id) == [Handed.ABSENT, Handed.LISTED, Handed.LISTED]
    assert file_of(store, round_id).state is RoundState.VOIDED
    round_payments.pay_round(store, round_id, DAY)
    assert held(store, fund) == (CASH - 600_000, 0)


def test_a_round_is_voided_and_paying_is_undone(store):
    round_id, fund = begin(store)
    change, _payment = round_payments.pay_round(store, round_id, DAY)
    undo(store, change.action_id)
    assert (held(store, fund), file_of(store, round_id).state) == (
        (CASH, 0),
        RoundState.PREPARED,
    )
    round_payments.pay_round(store, round_id, DAY)
    round_payments.void_round(store, round_id, "Ghi nhầm")
    assert held(store, fund) == (CASH, 0)
    with pytest.raises(Conflict, match="chưa chi"):
        round_payments.void_round(store, round_id, "Ghi nhầm")
    with pytest.raises(Conflict):
        rounds.remove_round(store, round_id)


def test_paying_that_was_voided_by_hand_is_undone_and_both_books_agree(store):
    round_id, fund = begin(store)
    change, payment = round_payments.pay_round(store, round_id, DAY)
    vouchers.void_voucher(store, payment.id, "Ghi nhầm")
    undo(store, change.action_id)
    assert (held(store, fund, DAY), held(store, fund)) == ((CASH - 900_000, 0), (CASH, 0))
    assert given(store, DAY) == 900_000
    assert given(store, TODAY) == 0
    assert file_of(store, round_id).state is RoundState.PREPARED
    assert checking.check(store, deep=True)["findings"] == []


@pytest.mark.parametrize("amount", [300_000, 0])
def test_nobody_has_a_gift_whose_payment_was_voided(store, amount):
    round_id, fund = begin(store, people=2)
    only_goods = replace(file_of(store, round_id).listed[0].line, amount_dong=amount, goods="Quà")
    rounds.save_recipient(store, only_goods)
    _change, payment = round_payments.pay_round(store, round_id, DAY)
    later = DAY + timedelta(days=3)
    change, _receipts = round_payments.mark_absent(store, round_id, [only_goods.id], later)
    vouchers.void_voucher(store, payment.id, "Ghi nhầm")
    undo(store, change.action_id)
    assert states(store, round_id) == [Handed.LISTED] * 2
    for day in (DAY, later, TODAY):
        assert held(store, fund, day)[0] == CASH - given(store, day)
    assert checking.check(store, deep=True)["findings"] == []


def given(store, day):
    """What the book of visits says was given up to a day and not taken back by then."""
    lines = visits.list_visits(store, date(2026, 1, 1), TODAY)
    counted = [one.visit for one in lines if one.visit.visited_on <= day]
    return sum(one.amount_dong for one in counted if one.voided_on is None or one.voided_on > day)


def test_goods_alone_and_money_outside_the_book_need_no_payment(store):
    round_id, _fund = begin(store, fund_id=None, amount_dong=0, goods="Hộp quà")
    _change, payment = round_payments.pay_round(store, round_id, DAY)
    file = file_of(store, round_id)
    assert (payment, file.sums.received) == (None, 3)
    round_payments.mark_absent(store, round_id, [file.listed[0].line.id], DAY)
    assert file_of(store, round_id).sums.received == 2
    round_payments.void_round(store, round_id, "Chưa phát")
    rounds.remove_round(store, round_id)
    assert rounds.list_lines(store) == []


def test_a_fund_that_holds_too_little_pays_nobody(store):
    round_id, fund = begin(store, amount_dong=5_000_000)
    with pytest.raises(Invalid):
        round_payments.pay_round(store, round_id, DAY)
    assert (held(store, fund), set(states(store, round_id))) == ((CASH, 0), {Handed.LISTED})


def test_nothing_is_paid_on_a_day_to_come_or_twice(store):
    round_id, _fund = begin(store)
    with pytest.raises(Invalid) as refused:
        round_payments.pay_round(store, round_id, TODAY + timedelta(days=1))
    assert "on" in refused.value.fields
    round_payments.pay_round(store, round_id, DAY)
    with pytest.raises(Conflict):
        round_payments.pay_round(store, round_id, DAY)
    with pytest.raises(Conflict, match="đã nhận quà"):
        rounds.remove_recipients(store, round_id, ids(store, round_id)[:1])


def test_who_is_absent_waits_again_when_that_was_wrong(store):
    round_id, _fund = begin(store)
    first = ids(store, round_id)[0]
    round_payments.mark_absent(store, round_id, [first], DAY)
    round_payments.mark_present(store, round_id, [first])
    assert set(states(store, round_id)) == {Handed.LISTED}
    with pytest.raises(Conflict):
        round_payments.mark_present(store, round_id, [first])


# --- Two records of one man ----------------------------------------------------------------------


def test_two_records_of_one_man_are_merged_and_all_agrees(store):
    round_id, fund = begin(store)
    first, *_others = ids(store, round_id)
    round_payments.mark_absent(store, round_id, [first], DAY)
    _change, payment = round_payments.pay_round(store, round_id, DAY)
    merge_alike(store, 1, 2)
    file = file_of(store, round_id)
    assert [one.handed for one in file.listed] == [Handed.RECEIVED] * 2
    assert file.sums.received_dong == CASH - held(store, fund)[0]
    vouchers.void_voucher(store, payment.id, "Ghi nhầm")
    assert (file_of(store, round_id).sums.received, held(store, fund)) == (0, (CASH, 0))


def test_a_member_whom_the_roster_does_not_know_is_named_before_anybody_is_paid(store):
    round_id, fund = begin(store)
    with store.writing("Thử") as session:
        line = RoundRecipient(round_id=round_id, recipient="Ông Sáu", amount_dong=1)
        data_rounds.save_recipient(session, line)
    with pytest.raises(Conflict, match="Ông Sáu"):
        round_payments.pay_round(store, round_id, DAY)
    assert held(store, fund) == (CASH, 0)


def test_one_man_who_was_entered_twice_waits_for_one_gift(store):
    round_id, _fund = begin(store)
    change = merge_alike(store, 1, 2)
    assert [one.line.person_id for one in file_of(store, round_id).listed] == [1, 3]
    undo(store, change.action_id)
    assert [one.line.person_id for one in file_of(store, round_id).listed] == [1, 2, 3]


def test_nobody_is_paid_twice_after_the_payment_of_two_records_was_voided(store):
    round_id, fund = begin(store)
    _change, payment = round_payments.pay_round(store, round_id, DAY)
    merge_alike(store, 1, 2)
    assert len(file_of(store, round_id).listed) == 3
    vouchers.void_voucher(store, payment.id, "Ghi nhầm")
    with pytest.raises(Conflict, match="đứng hai dòng"):
        round_payments.pay_round(store, round_id, DAY)
    rounds.remove_recipients(store, round_id, ids(store, round_id)[:1])
    round_payments.pay_round(store, round_id, DAY)
    assert held(store, fund) == (CASH - 600_000, 0)


def test_the_list_of_vouchers_names_what_was_paid(store):
    round_id, _fund = begin(store)
    round_payments.pay_round(store, round_id, DAY)
    contents = [line.voucher.content for line in list_vouchers(store, DAY, DAY)]
    assert contents == ["Thăm hỏi, tặng quà: Tặng quà Tết (theo danh sách 3 người)"]
