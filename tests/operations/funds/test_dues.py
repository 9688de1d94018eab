"""Rates, exemptions, the grid, arrears and what goes up, on a real store."""

from dataclasses import replace
from datetime import date

import pytest

from ccb_desktop.data.funds import dues as kept_dues
from ccb_desktop.domain.errors import Conflict, Invalid, Locked
from ccb_desktop.domain.funds.dues import DuesExemption, DuesPayment, DuesPeriod, DuesRate
from ccb_desktop.domain.funds.dues_arrears import by_unit
from ccb_desktop.domain.funds.funds import FundPurpose
from ccb_desktop.domain.members.memberships import EventKind
from ccb_desktop.operations.funds import dues, hand_ins, locks, vouchers
from ccb_desktop.operations.funds.hand_ins import HandInForm
from ccb_desktop.operations.undo import undo
from tests.books import add_event, add_member, add_unit
from tests.ledger import open_fund, pay

RATE = DuesRate(from_on=date(2025, 1, 1), amount_dong=36_000, upper_percent=30)
END = date(2026, 12, 31)


def paid(person_id, amount, year=2025, paid_on=date(2025, 5, 5), **more):
    return DuesPayment(person_id=person_id, year=year, amount_dong=amount, paid_on=paid_on, **more)


@pytest.fixture
def roster(store):
    """Three members of two chi hội; the third died in March 2026. Gives the store."""
    first, second = add_unit(store), add_unit(store, "CH2", "Chi hội 2")
    add_member(store, "Nguyễn Văn An", first)
    add_member(store, "Trần Văn Bình", first)
    add_member(store, "Lê Văn Chín", second)
    add_event(store, 2, EventKind.MOVED_UNIT, "1/10/2025", unit_id=second)
    add_event(store, 3, EventKind.DECEASED, "19/3/2026")
    dues.save_rate(store, RATE)
    return store


def arrears_of(store, person_id, on):
    with store.reading() as session:
        return dues.arrears_of_person_in(session, person_id, on)


def names(sheet):
    return [line.full_name for line in sheet.lines]


def test_each_member_is_in_the_grid_of_the_unit_where_he_stood_last(roster):
    assert names(dues.load_sheet(roster, 1, 2025, END)) == ["Nguyễn Văn An"]
    assert names(dues.load_sheet(roster, 2, 2025, END)) == ["Trần Văn Bình", "Lê Văn Chín"]
    [left] = [line for line in dues.load_sheet(roster, 2, 2026, END).lines if line.person_id == 3]
    assert left.due_dong == 6_000  # January and February


def test_what_was_paid_without_a_book_counts_and_can_be_taken_out(roster):
    dues.record_payments(roster, [paid(1, 36_000), paid(2, 10_000)])

    assert [year[1:] for year in arrears_of(roster, 2, END)] == [
        (36_000, 10_000),
        (36_000, 0),
    ]
    dues.remove_payments(roster, [2])
    assert arrears_of(roster, 2, END)[0].paid_dong == 0


def test_arrears_are_those_of_the_months_that_are_over(roster):
    dues.record_payments(roster, [paid(1, 36_000), paid(1, 36_000, year=2026)])

    [first] = [
        one for one in dues.load_arrears(roster, date(2026, 6, 30)).members if one.person_id == 1
    ]

    assert (first.lacking_dong, first.ahead_dong) == (0, 18_000)


def test_arrears_by_unit_leave_out_who_has_gone(roster):
    arrears = dues.load_arrears(roster, date(2026, 6, 30))
    units = {one.unit_id: one for one in by_unit(arrears.members)}

    assert (units[1].members, units[1].behind, units[1].lacking_dong) == (1, 1, 54_000)
    assert (units[2].members, units[2].lacking_dong) == (1, 54_000)


def test_exemptions_move_what_is_owed_and_come_back_by_undo(roster):
    change = dues.save_exemption(
        roster, DuesExemption(person_id=1, from_on=date(2025, 7, 1), to_on=date(2025, 12, 31))
    )

    assert arrears_of(roster, 1, date(2025, 12, 31))[0].due_dong == 18_000
    undo(roster, change.action_id)
    assert arrears_of(roster, 1, date(2025, 12, 31))[0].due_dong == 36_000


@pytest.mark.parametrize(
    ("rate", "field"),
    [
        (replace(RATE, from_on=date(2026, 1, 2)), "from_on"),
        (RATE, "from_on"),
        (replace(RATE, from_on=date(2026, 1, 1), amount_dong=0), "amount_dong"),
        (replace(RATE, from_on=date(2026, 1, 1), chi_hoi_percent=71), "upper_percent"),
    ],
)
def test_a_rate_that_cannot_be_is_refused(roster, rate, field):
    with pytest.raises(Invalid) as refused:
        dues.save_rate(roster, rate)
    assert list(refused.value.fields) == [field]


def test_an_exemption_tells_of_one_thing(roster):
    with pytest.raises(Invalid):
        dues.save_exemption(
            roster, DuesExemption(person_id=1, age_from=80, from_on=date(2026, 1, 1))
        )


def test_a_locked_month_takes_no_payment_and_gives_none_back(roster):
    dues.record_payments(roster, [paid(1, 36_000)])
    locks.lock_period(roster, 2025, None)

    with pytest.raises(Locked):
        dues.record_payments(roster, [paid(2, 36_000)])
    with pytest.raises(Locked):
        dues.remove_payments(roster, [1])


def test_what_passed_the_book_is_not_taken_out_here(roster):
    fund_id = open_fund(roster, purpose=FundPurpose.DUES)
    form = HandInForm(unit_id=1, year=2026, handed_on=date(2026, 2, 2), fund_id=fund_id)
    hand_ins.hand_in_dues(roster, form, [paid(1, 36_000, year=2026)])

    with pytest.raises(Conflict):
        dues.remove_payments(roster, [1])


def test_what_goes_up_is_the_share_of_what_was_collected_less_what_was_paid_up(roster):
    fund_id = open_fund(roster, purpose=FundPurpose.DUES)
    day = date(2026, 2, 2)
    form = HandInForm(unit_id=1, year=2026, handed_on=day, fund_id=fund_id)
    hand_ins.hand_in_dues(roster, form, [paid(1, 36_000, year=2026)])
    _change, wrong = hand_ins.hand_in_dues(roster, form, [paid(2, 36_000, year=2026)])
    vouchers.void_voucher(roster, wrong.id, "Nhầm", date(2026, 3, 3))
    dues.record_payments(roster, [paid(2, 1_000, year=2026, paid_on=day)])
    pay(roster, fund_id, 4_000, category="Nộp cấp trên")

    found = dues.load_hand_over(roster, date(2026, 1, 1), date(2026, 6, 30))

    assert (found.collected.total_dong, found.collected.upper_dong) == (37_000, 11_100)
    assert (found.outside_dong, found.paid_up_dong, found.left_dong) == (1_000, 4_000, 7_100)
    february = dues.load_hand_over(roster, date(2026, 1, 1), date(2026, 2, 28))
    assert february.collected.total_dong == 73_000


def test_a_monthly_rate_makes_a_grid_by_month(roster):
    dues.save_rate(
        roster, DuesRate(from_on=date(2026, 1, 1), period=DuesPeriod.MONTH, amount_dong=3_000)
    )
    dues.record_payments(roster, [paid(1, 3_000, year=2026, month=2)])

    sheet = dues.load_sheet(roster, 1, 2026, END)

    assert sheet.monthly
    assert sheet.lines[0].lacking_by_month == (3_000, 0, *(3_000,) * 10)


def test_rates_and_exemptions_that_are_taken_out_hold_no_longer(roster):
    dues.save_rate(roster, replace(RATE, from_on=date(2026, 1, 1), amount_dong=60_000))
    dues.save_exemption(roster, DuesExemption(person_id=1, from_on=date(2025, 1, 1)))
    with roster.reading() as session:
        later = kept_dues.list_rates(session)[-1]
        exemptions = kept_dues.list_exemptions(session)
    assert later.amount_dong == 60_000
    assert not arrears_of(roster, 1, END)
    dues.remove_rate(roster, later)
    dues.remove_exemptions(roster, exemptions)
    assert [year.due_dong for year in arrears_of(roster, 1, END)] == [36_000, 36_000]
