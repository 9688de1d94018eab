"""The cash books of the practice branch while they are made: no fund ever lacks money."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ccb_desktop.domain.funds.campaigns import Campaign, CampaignTarget, Contribution
from ccb_desktop.domain.funds.cash_counts import CashCount
from ccb_desktop.domain.funds.dues import DuesExemption, DuesHandIn, DuesPayment, DuesRate
from ccb_desktop.domain.funds.funds import Fund, MoneyPlace
from ccb_desktop.domain.funds.ledger import Account, PeriodLock, entries_of
from ccb_desktop.domain.funds.loans import BankLoanCount, Loan, Repayment
from ccb_desktop.domain.funds.vouchers import Voucher, VoucherKind

LEFT_OVER_DONG = 500_000
"""What a payment must leave in the fund, so that the practice branch is not always short."""


@dataclass(frozen=True, slots=True)
class Voiding:
    """A voucher that was a mistake."""

    voucher: int
    reason: str
    voided_on: date


@dataclass(slots=True)
class PracticeMoney:
    """Everything of the treasurer's books, ready to be written into empty ones.

    `voucher_id` and `share_voucher_id` are places in `vouchers` until these are posted.
    """

    funds: list[Fund] = field(default_factory=list)
    vouchers: list[Voucher] = field(default_factory=list)
    drafts: list[Voucher] = field(default_factory=list)
    voidings: list[Voiding] = field(default_factory=list)
    locks: list[PeriodLock] = field(default_factory=list)
    cash_counts: list[CashCount] = field(default_factory=list)
    dues_rates: list[DuesRate] = field(default_factory=list)
    dues_exemptions: list[DuesExemption] = field(default_factory=list)
    hand_ins: list[DuesHandIn] = field(default_factory=list)
    dues_payments: list[DuesPayment] = field(default_factory=list)
    campaigns: list[Campaign] = field(default_factory=list)
    targets: list[CampaignTarget] = field(default_factory=list)
    contributions: list[Contribution] = field(default_factory=list)
    loans: list[Loan] = field(default_factory=list)
    repayments: list[Repayment] = field(default_factory=list)
    bank_loan_counts: list[BankLoanCount] = field(default_factory=list)

    def order_of_posting(self) -> list[int]:
        """Places in `vouchers`, by day, what brings money in before what takes it out."""
        takes = {VoucherKind.OPENING: 0, VoucherKind.RECEIPT: 1}
        return sorted(
            range(len(self.vouchers)),
            key=lambda place: (
                self.vouchers[place].issued_on,
                takes.get(self.vouchers[place].kind, 2),
                place,
            ),
        )


class Purse:
    """Puts vouchers into the books, and knows what every account holds on every day."""

    def __init__(self, money: PracticeMoney) -> None:
        self.money = money
        self._moved: dict[Account, dict[date, int]] = defaultdict(lambda: defaultdict(int))

    def put(self, voucher: Voucher) -> int:
        """Book a voucher; gives its place among the vouchers."""
        for entry in entries_of(voucher):
            self._moved[entry.account][entry.happened_on] += entry.amount_dong
        self.money.vouchers.append(voucher)
        return len(self.money.vouchers) - 1

    def receive(self, fund: Fund, on: date, amount_dong: int, **more: Any) -> int:
        """Book a receipt."""
        return self.put(_voucher(VoucherKind.RECEIPT, fund, on, amount_dong, more))

    def pay(self, fund: Fund, on: date, amount_dong: int, **more: Any) -> int | None:
        """Book a payment, or none when it is nothing or the fund has too little from then on."""
        return self.spend(_voucher(VoucherKind.PAYMENT, fund, on, amount_dong, more))

    def transfer(self, fund: Fund, on: date, amount_dong: int, **more: Any) -> int | None:
        """Book a transfer, under the same condition."""
        return self.spend(_voucher(VoucherKind.TRANSFER, fund, on, amount_dong, more))

    def spend(self, voucher: Voucher) -> int | None:
        """Book what takes money out of a fund, under the condition of `pay`."""
        account = Account(voucher.fund_id, voucher.place)
        left = self.least_from(account, voucher.issued_on) - voucher.amount_dong
        enough = voucher.amount_dong > 0 and left >= LEFT_OVER_DONG
        return self.put(voucher) if enough else None

    def void(self, place: int, on: date, reason: str) -> None:
        """Book that a voucher was a mistake."""
        for entry in entries_of(self.money.vouchers[place]):
            self._moved[entry.account][on] -= entry.amount_dong
        self.money.voidings.append(Voiding(place, reason, on))

    def held(self, fund: Fund, place: MoneyPlace, day: date) -> int:
        """What an account holds at the end of a day."""
        moved = self._moved[Account(fund.id or 0, place)]
        return sum(amount for moved_on, amount in moved.items() if moved_on <= day)

    def least_from(self, account: Account, day: date) -> int:
        """The least that an account holds at the end of a day or of any later one."""
        moved = self._moved[account]
        balance = sum(amount for moved_on, amount in moved.items() if moved_on <= day)
        least = balance
        for later in sorted(moved_on for moved_on in moved if moved_on > day):
            balance += moved[later]
            least = min(least, balance)
        return least


def _voucher(
    kind: VoucherKind, fund: Fund, on: date, amount_dong: int, more: dict[str, Any]
) -> Voucher:
    return Voucher(kind=kind, fund_id=fund.id or 0, issued_on=on, amount_dong=amount_dong, **more)


def whole_thousands(amount_dong: float) -> int:
    """An amount as people hand it over."""
    return round(amount_dong / 1000) * 1000
