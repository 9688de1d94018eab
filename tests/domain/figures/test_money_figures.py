"""Money counted: base funds of both levels, dues, loans, campaigns; what was voided goes again."""

from dataclasses import replace
from datetime import date

import pytest

from ccb_desktop.domain.figures.books import FigureQuery
from ccb_desktop.domain.figures.count import count_figures
from ccb_desktop.domain.figures.money_book import MoneyBook, Moved, Paid
from ccb_desktop.domain.figures.registry import INDICATOR, Book
from ccb_desktop.domain.figures.values import Share
from ccb_desktop.domain.funds.campaigns import Campaign, CampaignTarget, Contribution
from ccb_desktop.domain.funds.dues import DuesExemption, DuesRate
from ccb_desktop.domain.funds.funds import Fund, FundPurpose
from ccb_desktop.domain.funds.loans import BankLoanCount, Loan, LoanFile, Repayment
from ccb_desktop.domain.manual_figures import ManualFigure
from tests.domain.figures.rosters import UNITS, a_member, an_event, books_of

YEAR = {"from_on": date(2025, 1, 1), "to_on": date(2025, 12, 31)}
CH1, CH2, _PH1 = UNITS
MONEY = {Book.DUES, Book.FUNDS, Book.LOANS, Book.POLICY_BANK, Book.CAMPAIGNS}


def count(money, *members, manual=(), **asked):
    """The figures of 2025, of the branch or as asked."""
    people = members or (a_member(1), a_member(2, unit_id=2), a_member(3, unit_id=2))
    books = replace(books_of(*people, manual=manual), money=money)
    return count_figures(books, FigureQuery(**(YEAR | asked)))


def a_fund(own, unit_id=None, purpose=FundPurpose.BASE, opened_on=date(2025, 1, 1)):
    return Fund(id=own, name=f"Quỹ {own}", purpose=purpose, unit_id=unit_id, opened_on=opened_on)


def a_loan(own=1, principal=10_000, *back, **more):
    """A loan of the first fund, with days and sums that came back."""
    values = {"lent_on": date(2025, 2, 1), "due_on": date(2025, 8, 1), "person_id": 10, **more}
    loan = Loan(
        id=own, code=f"V{own}", borrower="Trần Văn Bình", fund_id=1, principal_dong=principal,
        voucher_id=own, **values,
    )  # fmt: skip
    repayments = tuple(
        Repayment(loan_id=own, paid_on=on, principal_dong=sum_, voucher_id=90) for on, sum_ in back
    )
    return LoanFile(loan=loan, repayments=repayments)


def labels(figures, code):
    return [(record.kind, record.key, record.label) for record in figures.by_code[code].records]


# --- Books that are not kept ------------------------------------------------------------------


def test_books_without_anything_give_no_figure():
    found = count(MoneyBook())
    of_money = [figure for figure in found.by_code.values() if figure.indicator.book in MONEY]
    assert len(of_money) == 18
    assert all(figure.value is None for figure in of_money)


def test_a_period_before_a_book_was_begun_is_not_compared_with():
    money = MoneyBook(
        funds=(a_fund(1),),
        paid=(Paid(date(2025, 5, 1), 1, 60),),
        loans=(a_loan(),),
        bank_loans=(BankLoanCount(counted_on=date(2025, 1, 1), group_name="Tổ 1"),),
        gifts=(Contribution(campaign_id=1, given_on=date(2025, 2, 1), donor="", amount_dong=5),),
    )
    earlier = {"from_on": date(2024, 1, 1), "to_on": date(2024, 12, 31)}
    codes = [code for code, one in INDICATOR.items() if one.book in MONEY and code != "dues_due"]
    beside, by_itself = count(money, **earlier, looks_back=True), count(money, **earlier)
    assert all(beside[code] is None for code in codes)
    assert all(by_itself[code] in (0, {}) for code in codes)


def test_what_was_typed_in_for_a_time_before_the_book_stands():
    days = {"from_on": date(2024, 1, 1), "to_on": date(2024, 12, 31)}
    typed = [
        ManualFigure(indicator="fund_base_total", value="96.400.000", source_note="", **span)
        for span in (days, YEAR)
    ]
    money = MoneyBook(funds=(a_fund(1),), moved=(Moved(1, date(2025, 1, 1), 500),))
    assert count(money, manual=typed, **days)["fund_base_total"] == 96_400_000
    assert count(money, manual=typed)["fund_base_total"] == 500


# --- Chân quỹ ---------------------------------------------------------------------------------

BASE = MoneyBook(
    funds=(
        a_fund(1),
        a_fund(2, unit_id=1),
        a_fund(3, unit_id=2),
        a_fund(4, None, FundPurpose.DUES),
    ),
    moved=(
        Moved(1, date(2025, 1, 1), 1000),
        Moved(1, date(2026, 1, 1), -400),
        Moved(2, date(2025, 12, 31), 70),
        Moved(3, date(2025, 3, 1), 30),
    ),
    loans=(a_loan(1, 500, (date(2025, 5, 1), 100)),),
)


def test_base_funds_are_money_and_loans_of_both_levels():
    found = count(BASE, with_records=True)
    assert found["fund_base_branch"] == 1000 + 400
    assert found["fund_base_chi_hoi"] == 100
    assert found["fund_base_total"] == 1500
    assert found["fund_base_per_member"] == 500
    assert labels(found, "fund_base_branch") == [("fund", "1", "Quỹ 1: 1.400 đồng")]
    assert [key for _kind, key, _label in labels(found, "fund_base_total")] == ["1", "2", "3"]


def test_a_chi_hoi_has_its_own_base_fund():
    found = count(BASE, unit=CH2)
    assert (found["fund_base_total"], found["fund_base_branch"]) == (30, 0)
    assert found["fund_base_per_member"] == 15


def test_what_a_head_comes_to_is_rounded_down():
    members = [a_member(number) for number in range(1, 8)]
    assert count(BASE, *members)["fund_base_per_member"] == 1500 // 7


# --- Dues -------------------------------------------------------------------------------------


def test_dues_paid_count_on_their_day_and_go_on_the_day_of_voiding():
    paid = (
        Paid(date(2024, 12, 31), 1, 1),
        Paid(date(2025, 1, 1), 1, 60),
        Paid(date(2025, 6, 30), 2, 30, voided_on=date(2026, 1, 5)),
        Paid(date(2025, 7, 1), 2, 500, voided_on=date(2025, 7, 2)),
    )
    money = MoneyBook(paid=paid)
    assert count(money)["dues_collected"] == 90
    assert count(money, unit=CH2)["dues_collected"] == 30
    following = {"from_on": date(2026, 1, 1), "to_on": date(2026, 6, 30)}
    assert count(money, **following)["dues_collected"] == -30


def test_dues_are_due_by_the_rate_less_exemptions():
    money = MoneyBook(
        rates=(DuesRate(from_on=date(2024, 1, 1), amount_dong=36_000),),
        exemptions=(DuesExemption(person_id=20, from_on=date(2025, 7, 1)),),
    )
    people = (
        a_member(1),
        a_member(2, unit_id=2),
        a_member(3, an_event("DECEASED", "15/4/2025"), unit_id=2),
    )
    found = count(money, *people, with_records=True)
    assert found["dues_due"] == 36_000 + 18_000 + 9_000
    assert found["dues_collected"] is None
    assert len(found.by_code["dues_due"].records) == 3
    assert count(money, *people, unit=CH2)["dues_due"] == 27_000


def test_without_a_rate_what_was_typed_in_is_due():
    typed = ManualFigure(indicator="dues_due", value="4.392.000", source_note="", **YEAR)
    assert count(MoneyBook(), manual=(typed,))["dues_due"] == 4_392_000


# --- Loans ------------------------------------------------------------------------------------


def test_loans_are_summed_by_what_is_owed_and_overdue():
    loans = (
        a_loan(1, 10_000, (date(2025, 3, 1), 4_000)),
        a_loan(2, 5_000, rate_thousandths=500, due_on=date(2025, 12, 31)),
        a_loan(3, 7_000, (date(2025, 3, 1), 7_000), person_id=30, unit_id=2),
        a_loan(4, 900, person_id=None, unit_id=2, voided_on=date(2026, 3, 1)),
        a_loan(5, 100, lent_on=date(2026, 1, 1)),
    )
    found = count(MoneyBook(loans=loans), with_records=True)
    assert found["loans_disbursed"] == 22_900
    assert found["loans_disbursed_interest_free"] == 17_900
    assert found["loans_outstanding"] == 11_900
    assert found["loans_overdue"] == 6_900
    assert found["loan_borrowers"] == 2
    assert labels(found, "loan_borrowers") == [
        ("person", "10", "Trần Văn Bình"),
        ("loan", "4", "Trần Văn Bình"),
    ]
    assert labels(found, "loans_overdue")[0] == ("loan", "1", "V1, Trần Văn Bình: 6.000 đồng")
    assert count(MoneyBook(loans=loans), unit=CH2)["loans_outstanding"] == 900


def test_a_loan_is_not_overdue_on_its_last_day():
    loans = (a_loan(1, 10_000, due_on=YEAR["to_on"]),)
    assert count(MoneyBook(loans=loans))["loans_overdue"] == 0
    assert count(MoneyBook(loans=loans), to_on=date(2026, 1, 1))["loans_overdue"] == 10_000


def test_groups_of_the_policy_bank_count_by_what_they_told_last():
    told = [
        BankLoanCount(
            id=n, counted_on=on, group_name=name, households=homes, balance_dong=homes * 9
        )
        for n, (on, name, homes) in enumerate(
            [
                (date(2025, 6, 30), "Tổ 1", 10),
                (date(2025, 12, 31), "Tổ 1", 12),
                (date(2025, 6, 30), "Tổ 2", 5),
                (date(2026, 6, 30), "Tổ 2", 99),
            ]
        )
    ]
    found = count(MoneyBook(bank_loans=tuple(told)))
    codes = ("policy_bank_groups", "policy_bank_households", "policy_bank_balance")
    assert [found[code] for code in codes] == [2, 17, 153]
    assert all(count(MoneyBook(bank_loans=tuple(told)), unit=CH1)[code] is None for code in codes)


# --- Campaigns --------------------------------------------------------------------------------


def a_gift(on, money=0, goods=0, campaign=1, **more):
    return Contribution(
        id=on.month, campaign_id=campaign, given_on=on, donor="Bà Năm", amount_dong=money,
        goods_value_dong=goods, **{"through_book": True, "unit_id": 1, **more},
    )  # fmt: skip


CAMPAIGNS = MoneyBook(
    campaigns=tuple(Campaign(id=own, name=f"Đợt {own}") for own in (1, 2, 3)),
    targets=(
        CampaignTarget(campaign_id=1, unit_id=1, target_dong=200),
        CampaignTarget(campaign_id=1, unit_id=2, target_dong=100),
        CampaignTarget(campaign_id=3, unit_id=1, target_dong=100),
    ),
    gifts=(
        a_gift(date(2024, 11, 1), 90),
        a_gift(date(2025, 5, 1), 30, 5, unit_id=2),
        a_gift(date(2025, 6, 1), 0, 70, campaign=2, through_book=False),
        a_gift(date(2025, 7, 1), 1000, voided_on=date(2025, 8, 1)),
    ),
)


def test_gifts_of_the_period_are_summed_money_and_goods():
    found = count(CAMPAIGNS, with_records=True)
    assert found["contributions_total"] == 105
    assert found["contributions_off_book"] == 70
    assert found["contributions_by_campaign"] == {"Đợt 1": 35, "Đợt 2": 70}
    assert labels(found, "contributions_off_book") == [("contribution", "6", "Bà Năm: 70 đồng")]
    assert count(CAMPAIGNS, unit=CH2)["contributions_total"] == 35


def test_a_campaign_is_held_against_its_targets_by_all_it_collected():
    found = count(CAMPAIGNS)["campaign_target_rate"]
    assert found == {"Đợt 1": Share(125, 300)}
    assert str(found["Đợt 1"].percent) == "41.67"
    assert count(CAMPAIGNS, unit=CH1)["campaign_target_rate"] == {"Đợt 1": Share(90, 200)}


@pytest.mark.parametrize("code", ["fund_base_total", "dues_collected", "loans_outstanding"])
def test_records_are_given_only_when_asked_for(code):
    money = replace(BASE, paid=(Paid(date(2025, 5, 1), 1, 60, None, 10, "Trần Văn Bình"),))
    assert not count(money).by_code[code].records
    assert count(money, with_records=True).by_code[code].records
