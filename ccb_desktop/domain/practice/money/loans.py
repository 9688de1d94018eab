"""Loans from *chân quỹ*, with interest and without, and the groups of the policy bank."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from ccb_desktop.domain.charter import months_after
from ccb_desktop.domain.funds.funds import Fund, MoneyPlace
from ccb_desktop.domain.funds.loans import BankLoanCount, Loan, Repayment
from ccb_desktop.domain.practice.calendar import REFERENCE_DAY
from ccb_desktop.domain.practice.dice import Dice
from ccb_desktop.domain.practice.money.book import Purse, whole_thousands
from ccb_desktop.domain.practice.money.funds import Funds
from ccb_desktop.domain.practice.money.roll import Enrolled

_FIRST_LENT, _LAST_LENT = date(2022, 2, 10), date(2026, 6, 15)
_PURPOSES = ("Chăn nuôi", "Trồng rau màu", "Sửa nhà", "Buôn bán nhỏ", "Mua bò giống", "Chữa bệnh")
_MONTHLY_RATES = {0: 55, 300: 25, 500: 20}
"""Thousandths of one per cent, and how many of a hundred loans bear them."""

_LATE = frozenset({1, 4})
"""Which loans do not come back in time, besides every eighth."""

_GROUPS = ("Tổ TK&VV số 1", "Tổ TK&VV số 2", "Tổ TK&VV số 3", "Tổ TK&VV số 4")


class _Part(NamedTuple):
    """One part of a loan that comes back."""

    paid_on: date
    principal_dong: int
    interest_dong: int


def make_loans(dice: Dice, purse: Purse, funds: Funds, roll: Sequence[Enrolled]) -> None:
    """Enter loans and what came back of them; some are overdue, one was written off.

    Args:
        dice: For what is left to chance.
        purse: Everything goes into its books.
        funds: Who lends.
        roll: The members who borrow.
    """
    count = max(14, min(90, len(roll) // 20))
    days = sorted(dice.day(_FIRST_LENT, _LAST_LENT) for _ in range(count))
    for lent_on in days:
        borrower = dice.pick(roll)
        unit_id = borrower.unit_on(lent_on)
        if unit_id is not None and borrower.unit_on(REFERENCE_DAY) is not None:
            own = funds.base_of_chi_hoi.get(unit_id)
            fund = own if own and dice.chance(60) else funds.base
            _lend(dice, purse, fund, borrower, lent_on)
    _write_one_off(purse)


def _lend(dice: Dice, purse: Purse, fund: Fund, borrower: Enrolled, lent_on: date) -> None:
    """Some loans come back by half and then no more."""
    months = dice.pick((12, 12, 18, 24))
    person, unit_id = borrower.person, borrower.unit_on(lent_on)
    in_year = sum(one.lent_on.year == lent_on.year for one in purse.money.loans)
    asked = Loan(
        id=len(purse.money.loans) + 1,
        code=f"V{lent_on.year}-{in_year + 1:02}",
        borrower=person.full_name,
        person_id=person.id,
        unit_id=unit_id,
        fund_id=fund.id or 0,
        principal_dong=1_000_000 * dice.number(3, 10),
        rate_thousandths=dice.weighted(_MONTHLY_RATES),
        lent_on=lent_on,
        due_on=months_after(lent_on, months),
        instalments=dice.pick((1, 2, 4)),
        purpose=dice.pick(_PURPOSES),
        voucher_id=0,
    )
    loan = _paid_out(purse, fund, asked)
    if loan is None:
        return
    nth = len(purse.money.loans)
    late = nth in _LATE or nth % 8 == 7
    purse.money.loans.append(loan)
    parts = list(_parts(dice, loan, months))
    for part in parts[: len(parts) // 2] if late else parts:
        if part.paid_on <= REFERENCE_DAY:
            _take_back(purse, fund, loan, part)


def _paid_out(purse: Purse, fund: Fund, loan: Loan) -> Loan | None:
    """The loan with its payment, in cash or else from the bank; `None` where both fall short."""
    for place in MoneyPlace:
        voucher = purse.pay(
            fund,
            loan.lent_on,
            loan.principal_dong,
            place=place,
            payer=loan.borrower,
            content=f"Cho vay vốn, mã {loan.code}, {loan.purpose}",
            category="Cho vay",
            unit_id=loan.unit_id,
            person_id=loan.person_id,
        )
        if voucher is not None:
            return replace(loan, place=place, voucher_id=voucher)
    return None


def _parts(dice: Dice, loan: Loan, months: int) -> Iterator[_Part]:
    """Equal parts; one in six comes some weeks late, and none in doubt about its interest."""
    each, left = loan.principal_dong // loan.instalments, loan.principal_dong
    step = months // loan.instalments
    paid_until = loan.lent_on
    for number in range(1, loan.instalments + 1):
        paid_on = months_after(loan.lent_on, step * number)
        paid_on += timedelta(days=dice.number(10, 60) if dice.chance(16) else 0)
        paid_on = max(paid_on, paid_until)
        principal = each if number < loan.instalments else left
        interest = left * loan.rate_thousandths * step / 100_000
        yield _Part(paid_on, principal, whole_thousands(interest))
        left, paid_until = left - principal, paid_on


def _take_back(purse: Purse, fund: Fund, loan: Loan, part: _Part) -> None:
    words = f"Thu nợ vay vốn, mã {loan.code}"
    if part.interest_dong:
        words += ", gốc và lãi"
    place = purse.receive(
        fund,
        part.paid_on,
        part.principal_dong + part.interest_dong,
        payer=loan.borrower,
        content=words,
        category="Thu hồi vốn vay",
        unit_id=loan.unit_id,
        person_id=loan.person_id,
    )
    purse.money.repayments.append(
        Repayment(
            loan_id=loan.id or 0,
            paid_on=part.paid_on,
            principal_dong=part.principal_dong,
            interest_dong=part.interest_dong,
            voucher_id=place,
        )
    )


def _write_one_off(purse: Purse) -> None:
    """The oldest loan that is long overdue was given up."""
    money = purse.money
    for place, loan in enumerate(money.loans):
        back = sum(one.principal_dong for one in money.repayments if one.loan_id == loan.id)
        left = loan.principal_dong - back
        if left and loan.due_on and loan.due_on < date(2025, 6, 30):
            money.loans[place] = replace(
                loan,
                written_off_on=date(2026, 4, 28),
                written_off_dong=left,
                write_off_decision="11/QĐ-CCB",
                note="Gia đình quá khó khăn",
            )
            return


def make_bank_loans(dice: Dice, purse: Purse, members: int) -> None:
    """Enter what the groups of the policy bank stood at, each half year."""
    groups = _GROUPS[: max(1, min(len(_GROUPS), members // 60))]
    for name in groups:
        households = dice.number(32, 55)
        for year in range(2021, 2027):
            for day in (date(year, 6, 30), date(year, 12, 31)):
                if day <= REFERENCE_DAY:
                    a_household = 38 + 3 * (year - 2021) + dice.number(0, 2)
                    overdue = dice.pick((0, 0, 0, 12, 20)) * 1_000_000
                    purse.money.bank_loan_counts.append(
                        BankLoanCount(
                            counted_on=day,
                            group_name=name,
                            households=households + dice.number(-2, 2),
                            balance_dong=households * a_household * 1_000_000,
                            overdue_dong=overdue,
                        )
                    )
