"""The terms of a loan: when its parts fall due, what interest they bear, and how money is split.

Interest is that of a month times the months a sum was owed. Months are counted from the day of
lending: full months, and the days beyond them as thirtieths, together never more than a month.
Counted so, interest adds up: paying in between changes only what is owed from that day on.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import floor

from ccb_desktop.domain.charter import months_after
from ccb_desktop.domain.funds.loans import Loan

_RATE_UNIT = 100_000
"""`rate_thousandths` of the whole: thousandths of one per cent."""

_DAYS_OF_MONTH = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Instalment:
    """One part of the schedule.

    Attributes:
        number: From 1.
        principal_dong: What of the principal is to come.
        interest_dong: The interest since the part before, if all came in time.
        left_dong: The principal still owed afterwards.
    """

    number: int
    due_on: date
    principal_dong: int
    interest_dong: int
    left_dong: int

    @property
    def total_dong(self) -> int:
        """Principal and interest."""
        return self.principal_dong + self.interest_dong


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """An amount that was paid, parted.

    Attributes:
        over_dong: What is more than everything owed.
    """

    interest_dong: int
    principal_dong: int
    over_dong: int = 0


def full_months(from_on: date, to_on: date) -> int:
    """The full months between two days; 0 when the second is not a month later."""
    months = (to_on.year - from_on.year) * 12 + to_on.month - from_on.month
    if months > 0 and months_after(from_on, months) > to_on:
        months -= 1
    return max(0, months)


def months_since(lent_on: date, day: date) -> Fraction:
    """For how many months a loan has run: full ones, and further days by thirtieths."""
    if day <= lent_on:
        return Fraction(0)
    full = full_months(lent_on, day)
    beyond = (day - months_after(lent_on, full)).days
    return full + min(Fraction(beyond, _DAYS_OF_MONTH), Fraction(1))


def interest_dong(loan: Loan, owed: Iterable[tuple[date, date, int]]) -> int:
    """The interest of a loan in whole đồng, rounded half up once at the end.

    Args:
        loan: Whose rate and day of lending hold.
        owed: Stretches of time, each from a day to a day, with the principal owed in it.
    """
    weighted = sum(
        (
            (months_since(loan.lent_on, to_on) - months_since(loan.lent_on, from_on)) * owed_dong
            for from_on, to_on, owed_dong in owed
        ),
        Fraction(0),
    )
    return floor(weighted * loan.rate_thousandths / _RATE_UNIT + Fraction(1, 2))


def schedule(loan: Loan, due_on: date | None = None) -> tuple[Instalment, ...]:
    """When which part of a loan is to come back, as agreed.

    Equal parts of the principal in whole đồng, the last one with the rest, on the same day of
    the month as the loan was given, spread evenly up to the last day.

    Args:
        loan: The loan.
        due_on: The last day, where it was put off; that of the loan when not given.

    Returns:
        Nothing where no last day was agreed.
    """
    found: list[Instalment] = []
    left, before = loan.principal_dong, loan.lent_on
    for number, (day, part) in enumerate(principal_parts(loan, due_on), 1):
        interest = interest_dong(loan, [(before, day, left)])
        left, before = left - part, day
        found.append(
            Instalment(
                number=number,
                due_on=day,
                principal_dong=part,
                interest_dong=interest,
                left_dong=left,
            )
        )
    return tuple(found)


def principal_parts(loan: Loan, due_on: date | None = None) -> list[tuple[date, int]]:
    """When which part of the principal is to come back; as `schedule`, without interest."""
    last_on = due_on or loan.due_on
    if last_on is None:
        return []
    days = _days(loan.lent_on, last_on, max(1, loan.instalments))
    part = loan.principal_dong // len(days)
    last = loan.principal_dong - part * (len(days) - 1)
    return [*((day, part) for day in days[:-1]), (last_on, last)]


def _days(lent_on: date, last_on: date, count: int) -> list[date]:
    """The days of so many parts; where there are more parts than months, a part each month."""
    months = max(1, full_months(lent_on, last_on))
    count = min(count, months)
    inner = [months_after(lent_on, months * place // count) for place in range(1, count)]
    return [*inner, last_on]


def proposed_split(amount_dong: int, interest_due_dong: int, outstanding_dong: int) -> Split:
    """How an amount is best entered: the interest that is due first, then principal."""
    interest = min(amount_dong, interest_due_dong)
    principal = min(amount_dong - interest, outstanding_dong)
    over = amount_dong - interest - principal
    return Split(interest_dong=interest, principal_dong=principal, over_dong=over)
