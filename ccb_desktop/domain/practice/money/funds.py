"""The ten funds of the practice branch, with what they held when the books were begun."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from ccb_desktop.domain.funds.funds import Fund, FundPurpose, MoneyPlace
from ccb_desktop.domain.funds.vouchers import Voucher, VoucherKind
from ccb_desktop.domain.members.units import Unit
from ccb_desktop.domain.practice.money.book import Purse, whole_thousands

BEGUN_ON = date(2021, 1, 1)
"""Since when the books of money are kept."""

_OF_CHI_HOI = 4
"""How many chi hội keep *chân quỹ* of their own; the first also keeps its part of the dues."""


class Funds(NamedTuple):
    """The funds by what they are for; those of chi hội by their unit."""

    dues: Fund
    base: Fund
    solidarity: Fund
    campaign: Fund
    activity: Fund
    base_of_chi_hoi: dict[int, Fund]
    dues_of_chi_hoi: dict[int, Fund]


def make_funds(purse: Purse, chi_hoi: Sequence[Unit], members: int) -> Funds:
    """Open the funds.

    Args:
        purse: They go into its books.
        chi_hoi: Those that stand.
        members: How many the branch has; what it holds follows.
    """
    a_head = whole_thousands(members * 1000)
    dues = _open(purse, "Quỹ Hội phí", FundPurpose.DUES, 4_000_000)
    base = _open(purse, "Chân quỹ Hội", FundPurpose.BASE, 20_000_000 + 60 * a_head, 90 * a_head)
    solidarity = _open(
        purse, "Quỹ Nghĩa tình đồng đội", FundPurpose.SOLIDARITY, 6_000_000, 20 * a_head
    )
    campaign = _open(purse, "Quỹ Vận động", FundPurpose.CAMPAIGN)
    activity = _open(purse, "Kinh phí hoạt động", FundPurpose.OTHER, 3_500_000)
    kept_by = chi_hoi[:_OF_CHI_HOI]
    part = whole_thousands(180 * a_head / max(1, len(chi_hoi)))
    own_base = {
        unit.id or 0: _open(
            purse, f"Chân quỹ {unit.name}", FundPurpose.BASE, 4_000_000 + part, unit_id=unit.id
        )
        for unit in kept_by
    }
    own_dues = {
        unit.id or 0: _open(
            purse, f"Hội phí {unit.name}", FundPurpose.DUES, 800_000, unit_id=unit.id
        )
        for unit in kept_by[:1]
    }
    return Funds(dues, base, solidarity, campaign, activity, own_base, own_dues)


def _open(
    purse: Purse,
    name: str,
    purpose: FundPurpose,
    cash: int = 0,
    bank: int = 0,
    unit_id: int | None = None,
) -> Fund:
    fund = Fund(
        id=len(purse.money.funds) + 1,
        name=name,
        purpose=purpose,
        unit_id=unit_id,
        opened_on=BEGUN_ON,
        bank_account="Ngân hàng Thực Hành, 0990 000 123" if bank else "",
    )
    purse.money.funds.append(fund)
    contents = {MoneyPlace.CASH: "Tồn đầu tiền mặt", MoneyPlace.BANK: "Tồn đầu tiền gửi ngân hàng"}
    for place, amount in ((MoneyPlace.CASH, cash), (MoneyPlace.BANK, bank)):
        if amount:
            purse.put(
                Voucher(
                    kind=VoucherKind.OPENING,
                    issued_on=BEGUN_ON,
                    fund_id=fund.id or 0,
                    place=place,
                    amount_dong=amount,
                    content=contents[place],
                )
            )
    return fund
