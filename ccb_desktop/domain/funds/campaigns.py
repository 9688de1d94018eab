"""Campaigns (cuộc vận động): targets of units, and what was given."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.money import MOST_DONG


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

    def days_left(self, on: date) -> int | None:
        """Days until its last one, 0 on that day, below 0 after it; `None` without an end."""
        return None if self.to_on is None else (self.to_on - on).days


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

    def counts_on(self, day: date) -> bool:
        """Whether it counts at the end of a day: given by then, and not voided by then."""
        return self.given_on <= day and (self.voided_on is None or day < self.voided_on)

    def worth_within(self, from_on: date | None, to_on: date) -> int:
        """What it adds to a period in đồng: its worth on its day, taken off when voided.

        Args:
            from_on: First day; from the beginning of the books when `None`.
            to_on: Last day, the cut-off.
        """
        days = (self.given_on, 1), (self.voided_on, -1)
        return self.worth_dong * sum(
            sign
            for day, sign in days
            if day is not None and day <= to_on and (from_on is None or from_on <= day)
        )


def check_campaign(campaign: Campaign) -> None:
    """See that a campaign can be kept.

    Raises:
        Invalid: By field: `name`, `to_on`, `per_head_dong`.
    """
    faults: dict[str, str] = {}
    if not campaign.name.strip():
        faults["name"] = "Ghi tên đợt vận động."
    if campaign.from_on and campaign.to_on and campaign.to_on < campaign.from_on:
        faults["to_on"] = "Ngày kết thúc đứng trước ngày bắt đầu."
    if campaign.per_head_dong is not None and not 0 < campaign.per_head_dong <= MOST_DONG:
        faults["per_head_dong"] = "Ghi mức mỗi hội viên lớn hơn 0, hoặc để trống."
    if faults:
        raise Invalid(faults)


def check_contribution(gift: Contribution, today: date) -> None:
    """See that a contribution can be kept, with or without a voucher.

    Raises:
        Invalid: By field: `donor`, `given_on`, `amount_dong`, `goods_value_dong`, `goods`.
    """
    faults: dict[str, str] = {}
    if not gift.donor.strip():
        faults["donor"] = "Ghi tên người hoặc đơn vị ủng hộ."
    if gift.given_on > today:
        faults["given_on"] = f"Ngày {gift.given_on:%d/%m/%Y} chưa tới. Ghi ngày ủng hộ thật."
    for name in ("amount_dong", "goods_value_dong"):
        if not 0 <= getattr(gift, name) <= MOST_DONG:
            faults[name] = "Số tiền này quá lớn hoặc nhỏ hơn 0."
    if not gift.amount_dong and not gift.goods.strip() and not gift.goods_value_dong:
        faults["amount_dong"] = "Ghi số tiền, hoặc ghi hiện vật."
    if gift.goods_value_dong and not gift.goods.strip():
        faults["goods"] = "Ghi hiện vật gì."
    if faults:
        raise Invalid(faults)
