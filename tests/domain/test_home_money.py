"""What the first page says of money that waits, and what its pictures say."""

from datetime import date, timedelta

import pytest

from ccb_desktop.domain import home_money
from ccb_desktop.domain.funds.dues_arrears import UnitArrears
from ccb_desktop.domain.funds.funds import Fund, FundPurpose
from ccb_desktop.domain.funds.ledger import PeriodLock
from ccb_desktop.domain.home_money import MonthEnd
from tests.domain.figures.test_money_figures import a_loan

TODAY = date(2026, 6, 15)


def told(waiting):
    return [(one.count, one.sentence, one.filters) for one in waiting]


def test_drafts_lead_to_the_drafts():
    assert home_money.drafts_waiting(0) == ()
    [(count, _sentence, place)] = told(home_money.drafts_waiting(3))
    assert (count, place) == (3, {"tab": "vouchers", "state": "drafts"})


def test_months_that_are_over_and_not_locked_are_counted():
    months = [(2025, 12), (2026, 4), (2026, 5), (2026, 6)]
    locks = [PeriodLock(year=2025, locked_on=TODAY)]
    [(count, sentence, _place)] = told(home_money.unlocked_waiting(months, locks, TODAY))
    assert count == 2
    assert sentence.endswith("sớm nhất là tháng 4/2026")
    locks += [PeriodLock(year=2026, month=month, locked_on=TODAY) for month in (4, 5)]
    assert home_money.unlocked_waiting(months, locks, TODAY) == ()


@pytest.mark.parametrize(
    ("cash", "counted_days_ago", "waits"),
    [(500, 93, True), (500, 92, False), (500, None, True), (0, None, False)],
)
def test_cash_is_to_be_counted_once_in_a_quarter(cash, counted_days_ago, waits):
    fund = Fund(id=1, name="Quỹ", purpose=FundPurpose.OTHER, opened_on=date(2026, 1, 1))
    counted = {} if counted_days_ago is None else {1: TODAY - timedelta(counted_days_ago)}
    assert bool(home_money.uncounted_waiting([fund], {1: cash}, counted, TODAY)) is waits


def test_a_fund_opened_lately_need_not_be_counted_yet():
    fund = Fund(id=1, name="Quỹ", purpose=FundPurpose.OTHER, opened_on=date(2026, 5, 1))
    assert home_money.uncounted_waiting([fund], {1: 9}, {}, TODAY) == ()


def test_loans_are_told_overdue_or_due_soon():
    files = [
        a_loan(1, 700, due_on=date(2026, 6, 14)),
        a_loan(2, 500, due_on=date(2026, 6, 15)),
        a_loan(3, 900, due_on=date(2027, 6, 15)),
    ]
    overdue, soon = told(home_money.loans_waiting(files, TODAY))
    assert overdue[0] == 1
    assert "700 đồng" in overdue[1]
    assert overdue[2] == {"tab": "loans", "show": "overdue"}
    assert (soon[0], soon[2]["show"]) == (1, "soon")
    assert home_money.loans_waiting(files[2:], TODAY) == ()


def test_units_that_lack_most_dues_stand_first():
    units = [
        UnitArrears(1, members=9, behind=2, due_dong=900, paid_dong=800, lacking_dong=100),
        UnitArrears(2, members=9, behind=0, due_dong=900, paid_dong=900, lacking_dong=0),
        UnitArrears(3, members=9, behind=1, due_dong=900, paid_dong=0, lacking_dong=1_900),
    ]
    lacks = home_money.unit_lacks(units, {1: "Chi hội 1", 3: "Chi hội 3"})
    assert [one.unit_name for one in lacks] == ["Chi hội 3", "Chi hội 1"]
    assert home_money.lacks_message(lacks) == (
        "Hội phí còn thiếu 2.000 đồng: nhiều nhất là Chi hội 3"
    )
    [(count, sentence, place)] = told(home_money.arrears_waiting(lacks))
    assert (count, place) == (3, {"tab": "dues", "view": "arrears"})
    assert "2.000 đồng" in sentence
    assert home_money.arrears_waiting(()) == ()


def test_the_picture_of_funds_says_how_they_went():
    months = [MonthEnd(2026, month, dong) for month, dong in ((4, 1_000), (5, 3_000), (6, 800))]
    assert home_money.months_message(months) == (
        "Tồn quỹ cấp Hội: hiện có 800 đồng, giảm 200 từ cuối tháng 4/2026"
    )
    assert home_money.months_message(months[:1]) == "Tồn quỹ cấp Hội: hiện có 1.000 đồng"
