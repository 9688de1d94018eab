"""Who keeps how much of the dues: chi hội, branch and upper level, and what goes up."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.funds.dues import DuesPayment, DuesRate
from ccb_desktop.domain.funds.dues_rules import DuesRules
from ccb_desktop.domain.money import MOST_DONG

HAND_OVER_CATEGORY = "Nộp cấp trên"
"""Category of the vouchers by which dues go to the upper level."""

DUES_CATEGORY = "Hội phí"
"""Category of the receipts of dues."""


class Split(NamedTuple):
    """Dues by who keeps them, in đồng."""

    chi_hoi_dong: int = 0
    branch_dong: int = 0
    upper_dong: int = 0

    @property
    def total_dong(self) -> int:
        """All three together."""
        return sum(self)


class DuesSum(NamedTuple):
    """Dues of one year, or of one month of it, collected by many."""

    year: int
    month: int | None
    amount_dong: int


def split_by_rate(amount_dong: int, rate: DuesRate | None) -> Split:
    """An amount by the shares of a rate; the branch keeps what rounding leaves."""
    if rate is None:
        return Split(branch_dong=amount_dong)
    chi_hoi = amount_dong * rate.chi_hoi_percent // 100
    upper = amount_dong * rate.upper_percent // 100
    return Split(chi_hoi, amount_dong - chi_hoi - upper, upper)


def split_dues(sums: Iterable[DuesSum], rules: DuesRules) -> Split:
    """Collected dues by who keeps them, each year and month by its own rate.

    Amounts under one rate are split as one sum.
    """
    by_rate: dict[DuesRate | None, int] = {}
    for one in sums:
        rate = rate_for(rules, one.year, one.month)
        by_rate[rate] = by_rate.get(rate, 0) + one.amount_dong
    parts = [split_by_rate(amount, rate) for rate, amount in by_rate.items()]
    return Split(*map(sum, zip(*parts, strict=True))) if parts else Split()


def rate_for(rules: DuesRules, year: int, month: int | None) -> DuesRate | None:
    """The rate by which a payment for a year, or for a month of it, is split."""
    return rules.rate_of_year(year) if month is None else rules.rate_of(year * 12 + month - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """What goes to the upper level for a period.

    Attributes:
        from_on: First day.
        to_on: Last day.
        collected: Dues collected in the period less those voided in it, by who keeps them.
        outside_dong: What of it did not pass a cash book.
        paid_up_dong: What was paid up in the period already.
    """

    from_on: date
    to_on: date
    collected: Split
    outside_dong: int
    paid_up_dong: int

    @property
    def left_dong(self) -> int:
        """What is still to be paid up."""
        return max(0, self.collected.upper_dong - self.paid_up_dong)


def check_rate(rate: DuesRate) -> None:
    """See that a rate can be kept.

    Raises:
        Invalid: By field: `from_on`, `amount_dong`, `chi_hoi_percent` or `upper_percent`.
    """
    faults: dict[str, str] = {}
    if rate.from_on.day != 1:
        faults["from_on"] = "Mức hội phí tính từ đầu tháng: ghi ngày 1, ví dụ 1/1/2026."
    if not 0 < rate.amount_dong <= MOST_DONG:
        faults["amount_dong"] = "Ghi mức hội phí lớn hơn 0."
    for name in ("chi_hoi_percent", "upper_percent"):
        if not 0 <= getattr(rate, name) <= 100:
            faults[name] = "Tỷ lệ từ 0 đến 100 %."
    if not faults and rate.chi_hoi_percent + rate.upper_percent > 100:
        faults["upper_percent"] = "Hai tỷ lệ cộng lại quá 100 %. Phần còn lại là của Hội."
    if faults:
        raise Invalid(faults)


def sums_of(payments: Iterable[DuesPayment]) -> list[DuesSum]:
    """What payments come to, by year and month."""
    found: dict[tuple[int, int | None], int] = {}
    for one in payments:
        found[one.year, one.month] = found.get((one.year, one.month), 0) + one.amount_dong
    return [DuesSum(*key, amount) for key, amount in found.items()]
