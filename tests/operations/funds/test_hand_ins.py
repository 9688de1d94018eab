"""Dues handed in by a chi hội: one act, its receipts, the list behind it; voided and undone."""

from datetime import date

import openpyxl
import pytest

from ccb_desktop.domain.errors import Conflict, Invalid, Locked
from ccb_desktop.domain.funds.dues import DuesPayment, DuesRate
from ccb_desktop.domain.funds.dues_sheet import Ticks
from ccb_desktop.domain.funds.funds import FundPurpose
from ccb_desktop.operations.funds import dues, hand_in_papers, hand_ins, locks, vouchers
from ccb_desktop.operations.funds.hand_ins import HandInForm
from ccb_desktop.operations.undo import undo
from tests.books import add_member, add_unit
from tests.ledger import held, open_fund

DAY = date(2026, 3, 15)
RATE = DuesRate(from_on=date(2026, 1, 1), amount_dong=60_001, chi_hoi_percent=30, upper_percent=25)


@pytest.fixture
def branch(store):
    """A store with two members in one chi hội, a rate, and the branch's fund; gives that fund."""
    unit = add_unit(store)
    add_member(store, "Nguyễn Văn An", unit)
    add_member(store, "Trần Văn Bình", unit)
    dues.save_rate(store, RATE)
    return open_fund(store, "Quỹ hội phí", purpose=FundPurpose.DUES)


def a_form(fund_id, **more):
    return HandInForm(**{"unit_id": 1, "year": 2026, "handed_on": DAY, "fund_id": fund_id, **more})


def everybody(store):
    """What everybody of the unit lacks, as payments."""
    ticks = Ticks(dues.load_sheet(store, 1, 2026, date(2026, 12, 31)))
    for line in ticks.sheet.lines:
        ticks.tick_row(line.person_id, True)
    return list(ticks.payments(DAY))


def lacking(store, on=date(2026, 12, 31)):
    return [member.lacking_dong for member in dues.load_arrears(store, on).members]


def test_a_chi_hoi_that_keeps_its_share_hands_in_the_rest(store, branch):
    _change, receipt = hand_ins.hand_in_dues(store, a_form(branch), everybody(store))

    assert receipt.amount_dong == 120_002 - 36_000
    assert "chi hội giữ lại 36.000 đồng" in receipt.content
    assert held(store, branch) == (84_002, 0)
    assert lacking(store) == [0, 0]


def test_its_own_fund_takes_the_share_by_a_second_receipt(store, branch):
    own = open_fund(store, "Quỹ hội phí Chi hội 1", purpose=FundPurpose.DUES, unit_id=1)

    hand_ins.hand_in_dues(store, a_form(branch), everybody(store))

    assert (held(store, branch), held(store, own)) == ((84_002, 0), (36_000, 0))
    [line] = hand_ins.list_hand_ins(store, 2026, 1)
    assert (line.number, line.people, line.hand_in.amount_dong) == ("PT-2026-0001", 2, 120_002)


def test_it_may_hand_in_everything(store, branch):
    hand_ins.hand_in_dues(store, a_form(branch, share_stays=False), everybody(store))

    assert held(store, branch) == (120_002, 0)


def test_a_fund_of_the_chi_hoi_itself_takes_the_whole_sum_once(store, branch):
    own = open_fund(store, "Quỹ hội phí Chi hội 1", purpose=FundPurpose.DUES, unit_id=1)

    hand_ins.hand_in_dues(store, a_form(own), everybody(store))

    assert (held(store, branch), held(store, own)) == ((0, 0), (120_002, 0))


def test_voiding_the_receipt_takes_share_and_payments_along(store, branch):
    own = open_fund(store, "Quỹ hội phí Chi hội 1", purpose=FundPurpose.DUES, unit_id=1)
    _change, receipt = hand_ins.hand_in_dues(store, a_form(branch), everybody(store))

    vouchers.void_voucher(store, receipt.id, "Ghi nhầm chi hội", date(2026, 4, 1))

    assert (held(store, branch), held(store, own)) == ((0, 0), (0, 0))
    assert lacking(store, date(2026, 3, 31)) == [0, 0]
    assert lacking(store) == [60_001, 60_001]
    [line] = hand_ins.list_hand_ins(store, 2026, 1)
    assert line.hand_in.voided_on == date(2026, 4, 1)
    again = hand_ins.list_payments(store, line.hand_in.id)
    assert [(one.person_id, one.amount_dong) for one in again] == [(1, 60_001), (2, 60_001)]


def test_undo_takes_the_whole_handing_in_back(store, branch):
    change, _receipt = hand_ins.hand_in_dues(store, a_form(branch), everybody(store))

    undo(store, change.action_id)

    assert held(store, branch) == (0, 0)
    assert hand_ins.list_hand_ins(store, 2026) == []
    assert lacking(store) == [60_001, 60_001]


def test_nothing_is_kept_of_what_cannot_be_posted(store, branch):
    with pytest.raises(Invalid, match="Chưa đánh dấu ai"):
        hand_ins.hand_in_dues(store, a_form(branch), [])
    locks.lock_period(store, 2026, 3)
    with pytest.raises(Locked):
        hand_ins.hand_in_dues(store, a_form(branch), everybody(store))
    assert lacking(store) == [60_001, 60_001]
    assert hand_ins.list_hand_ins(store, 2026) == []


def test_where_everything_stays_no_receipt_of_nothing_is_written(store, branch):
    [rate] = dues.load_rules(store).rates
    dues.save_rate(
        store, DuesRate(id=rate.id, from_on=rate.from_on, amount_dong=1, chi_hoi_percent=100)
    )

    with pytest.raises(Invalid, match="giữ lại toàn bộ"):
        hand_ins.hand_in_dues(store, a_form(branch), everybody(store))


def test_the_plan_says_what_will_happen(store, branch):
    payments = [DuesPayment(person_id=1, year=2026, amount_dong=100, paid_on=DAY)]

    plan = hand_ins.plan_hand_in(store, a_form(branch), payments)

    assert tuple(plan.split) == (30, 45, 25)
    assert (plan.received_dong, plan.stays_dong, plan.share_fund) == (70, 30, None)


def test_the_list_behind_the_receipt_is_printed(store, branch, tmp_path):
    march = DuesPayment(person_id=2, year=2026, month=3, amount_dong=500, paid_on=DAY)
    payments = [march, *everybody(store)]
    hand_ins.hand_in_dues(store, a_form(branch), payments)
    [line] = hand_ins.list_hand_ins(store, 2026)

    out = hand_in_papers.write_hand_in(store, line, tmp_path / "a.xlsx")

    found = [cell.value for row in openpyxl.load_workbook(out).active.iter_rows() for cell in row]
    assert "DANH SÁCH NỘP HỘI PHÍ NĂM 2026 - CHI HỘI 1" in found
    assert {"Nguyễn Văn An", "Năm 2026", 60_001, "Tháng 3; Năm 2026", 60_501} <= set(found)
    assert 120_502 in found
    assert hand_in_papers.suggested_name(store, line, "docx").startswith("Hoi-phi-PT-2026-0001_")


def test_a_handing_in_that_was_voided_stays_listed_and_is_not_undone(store, branch):
    change, receipt = hand_ins.hand_in_dues(store, a_form(branch), everybody(store))
    vouchers.void_voucher(store, receipt.id, "Thu nhầm")
    with pytest.raises(Conflict, match="không còn gì để hoàn tác"):
        undo(store, change.action_id)
    assert len(hand_ins.list_hand_ins(store, 2026)) == 1
