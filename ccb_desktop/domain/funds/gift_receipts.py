"""Receipts and gifts: which gifts share one, what it says, and what a receipt itself gives."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from ccb_desktop.domain.funds.campaigns import Campaign, Contribution, DonorKind
from ccb_desktop.domain.funds.vouchers import Voucher, VoucherKind
from ccb_desktop.domain.members.units import Unit

CATEGORY = "Ủng hộ"
"""Of the list `VOUCHER_CATEGORY`: what receipts of gifts are booked under."""


class Receipts(StrEnum):
    """How many receipts are written for gifts that come together."""

    BY_UNIT = "BY_UNIT"
    """One for the list of each unit's members; one for every other donor. The usual way."""
    EACH = "EACH"
    """One for every donor."""
    WHOLE = "WHOLE"
    """One for all that came on one day into one fund."""


def share_receipts(gifts: Sequence[Contribution], receipts: Receipts) -> list[list[int]]:
    """The places of the gifts that share a receipt, for each receipt.

    Only money that passes the cash book gets one.
    """
    found: dict[tuple[object, ...], list[int]] = {}
    for at, gift in enumerate(gifts):
        if not (gift.through_book and gift.amount_dong):
            continue
        where = (gift.given_on, gift.fund_id, gift.place)
        of_unit = gift.donor_kind is DonorKind.MEMBER and gift.unit_id is not None
        if receipts is Receipts.WHOLE:
            key: tuple[object, ...] = where
        elif receipts is Receipts.BY_UNIT and of_unit:
            key = (*where, gift.unit_id)
        else:
            key = (*where, "alone", at)
        found.setdefault(key, []).append(at)
    return list(found.values())


def receipt_for(
    campaign: Campaign, gifts: Sequence[Contribution], names: Mapping[int | None, Unit]
) -> Voucher:
    """The receipt for one donor, or for a list of them."""
    first = gifts[0]
    alone = len(gifts) == 1
    unit_ids = {gift.unit_id for gift in gifts}
    unit_id = first.unit_id if len(unit_ids) == 1 else None
    unit = names.get(unit_id)
    place = unit.name_on(first.given_on) if unit is not None else "Danh sách ủng hộ"
    content = f"Ủng hộ {campaign.name}"
    return Voucher(
        kind=VoucherKind.RECEIPT,
        issued_on=first.given_on,
        fund_id=first.fund_id or 0,
        place=first.place,
        amount_dong=sum(gift.amount_dong for gift in gifts),
        payer=first.donor.strip() if alone else f"{place} ({len(gifts)} người)",
        content=content if alone else f"{content} (theo danh sách {len(gifts)} người)",
        category=CATEGORY,
        unit_id=unit_id,
        person_id=first.person_id if alone else None,
        campaign_id=campaign.id,
        note=first.note if alone else "",
    )


def gift_of_receipt(voucher: Voucher, unit_name: str) -> Contribution:
    """What a receipt that names a campaign is as a contribution (meaning 11).

    Args:
        voucher: The receipt; whoever of the roster pays is a member who gives.
        unit_name: What its unit is called, empty without one; a unit gives where no member does.
    """
    if voucher.person_id is not None:
        kind = DonorKind.MEMBER
    else:
        kind = DonorKind.UNIT if unit_name else DonorKind.OUTSIDER
    return Contribution(
        campaign_id=voucher.campaign_id or 0,
        given_on=voucher.issued_on,
        donor=voucher.payer.strip() or unit_name or "Không ghi tên",
        donor_kind=kind,
        person_id=voucher.person_id,
        unit_id=voucher.unit_id,
        amount_dong=voucher.amount_dong,
        through_book=True,
        fund_id=voucher.fund_id,
        place=voucher.place,
        voucher_id=voucher.id,
    )
