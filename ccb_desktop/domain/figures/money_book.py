"""The books of money as figures need them: summed by day and unit, loans one by one."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ccb_desktop.domain.funds.campaigns import Campaign, CampaignTarget, Contribution
from ccb_desktop.domain.funds.dues import DuesExemption, DuesRate
from ccb_desktop.domain.funds.funds import Fund
from ccb_desktop.domain.funds.loans import BankLoanCount, LoanFile


class Moved(NamedTuple):
    """By how much a fund's money changed on a day."""

    fund_id: int
    on: date
    amount_dong: int


class Paid(NamedTuple):
    """Dues that were paid on a day.

    Attributes:
        unit_id: Where those who paid stood.
        voided_on: When their voucher was voided; they count until then, and are taken off
            again on that day.
        person_id: Who paid, where the book was read with the records behind it.
    """

    paid_on: date
    unit_id: int | None
    amount_dong: int
    voided_on: date | None = None
    person_id: int | None = None
    name: str = ""

    def within(self, from_on: date, to_on: date) -> int:
        """What it adds to a period."""
        added = self.amount_dong if from_on <= self.paid_on <= to_on else 0
        if self.voided_on is not None and from_on <= self.voided_on <= to_on:
            added -= self.amount_dong
        return added


@dataclass(frozen=True, kw_only=True)
class MoneyBook:
    """The treasurer's books, from which any number of periods is counted.

    Attributes:
        funds: All of them.
        moved: What the funds of purpose `BASE` did, by day.
        paid: Dues paid, in the order of their days.
        gifts: Contributions in the order of their days; those alike of one day are one gift of
            nobody, unless the book was read with the records behind it.
        bank_loans: In the order of their days.
    """

    funds: tuple[Fund, ...] = ()
    moved: tuple[Moved, ...] = ()
    rates: tuple[DuesRate, ...] = ()
    exemptions: tuple[DuesExemption, ...] = ()
    paid: tuple[Paid, ...] = ()
    campaigns: tuple[Campaign, ...] = ()
    targets: tuple[CampaignTarget, ...] = ()
    gifts: tuple[Contribution, ...] = ()
    loans: tuple[LoanFile, ...] = ()
    bank_loans: tuple[BankLoanCount, ...] = ()

    def held_on(self, day: date) -> dict[int, int]:
        """Base fund → its cash and bank at the end of a day."""
        found: dict[int, int] = {}
        for moved in self.moved:
            if moved.on <= day:
                found[moved.fund_id] = found.get(moved.fund_id, 0) + moved.amount_dong
        return found
