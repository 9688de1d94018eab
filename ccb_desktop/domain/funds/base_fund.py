"""Chân quỹ (rule 17): cash, bank and outstanding loans over the funds of purpose BASE."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ccb_desktop.domain.funds.funds import Fund, FundPurpose


@dataclass(frozen=True, slots=True, kw_only=True)
class BasePart:
    """What one level, or all of them, have as chân quỹ.

    Attributes:
        held_dong: Cash and bank.
        lent_dong: Outstanding principal of loans.
    """

    held_dong: int = 0
    lent_dong: int = 0

    @property
    def total_dong(self) -> int:
        """Both together."""
        return self.held_dong + self.lent_dong


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseFund:
    """Chân quỹ on a day, the two levels apart."""

    branch: BasePart
    chi_hoi: BasePart

    @property
    def both(self) -> BasePart:
        """Both levels together."""
        return BasePart(
            held_dong=self.branch.held_dong + self.chi_hoi.held_dong,
            lent_dong=self.branch.lent_dong + self.chi_hoi.lent_dong,
        )


def is_base(fund: Fund) -> bool:
    """Whether a fund counts: its purpose says so."""
    return fund.purpose is FundPurpose.BASE


def base_fund(
    funds: Iterable[Fund], held_by_fund: Mapping[int, int], lent_by_fund: Mapping[int, int]
) -> BaseFund:
    """Chân quỹ by level.

    Args:
        funds: Every fund; those of another purpose are passed over.
        held_by_fund: Fund → cash and bank at the end of the day.
        lent_by_fund: Fund → outstanding principal at the end of the day.
    """
    base = [fund for fund in funds if is_base(fund)]

    def part(of_branch: bool) -> BasePart:
        ids = [fund.id or 0 for fund in base if (fund.unit_id is None) is of_branch]
        return BasePart(
            held_dong=sum(held_by_fund.get(own, 0) for own in ids),
            lent_dong=sum(lent_by_fund.get(own, 0) for own in ids),
        )

    return BaseFund(branch=part(True), chi_hoi=part(False))


def per_member_dong(total_dong: int, members: int) -> int | None:
    """Chân quỹ a head, rounded down to whole đồng; `None` without members."""
    return total_dong // members if members > 0 else None
