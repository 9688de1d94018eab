"""Campaigns (cuộc vận động): targets of units, and what was given."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ccb_desktop.domain.funds.funds import MoneyPlace


class DonorKind(StrEnum):
    """Who gives."""

    MEMBER = "MEMBER"
    UNIT = "UNIT"
    OUTSIDER = "OUTSIDER"


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """One campaign.

    Attributes:
        document_no: The paper that calls for it.
        per_head_dong: What each member is asked for, from which the targets of units follow;
            `None` where targets are set by hand.
        fund_id: Where its money goes by itself.
    """

    id: int | None = None
    name: str
    document_no: str = ""
    from_on: date | None = None
    to_on: date | None = None
    per_head_dong: int | None = None
    fund_id: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignTarget:
    """What one unit is to bring in."""

    id: int | None = None
    campaign_id: int
    unit_id: int
    target_dong: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What somebody gave.

    Attributes:
        donor: The name as it stands on the list of donors.
        person_id: The donor, where he is of the roster.
        unit_id: The unit that gave, or that the donor belongs to.
        goods_value_dong: What the goods are worth.
        through_book: Whether it passed the cash book (rule 19).
        voucher_id: The receipt, where one was posted.
        voided_on: When its voucher was voided; it counts until then, and is taken off again
            on that day.
    """

    id: int | None = None
    campaign_id: int
    given_on: date
    donor: str
    donor_kind: DonorKind = DonorKind.MEMBER
    person_id: int | None = None
    unit_id: int | None = None
    amount_dong: int = 0
    goods: str = ""
    goods_value_dong: int = 0
    through_book: bool = False
    fund_id: int | None = None
    place: MoneyPlace = MoneyPlace.CASH
    voucher_id: int | None = None
    voided_on: date | None = None
    note: str = ""

    @property
    def worth_dong(self) -> int:
        """Money and goods together."""
        return self.amount_dong + self.goods_value_dong
