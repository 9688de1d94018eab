"""Which gifts share a receipt, and what it says."""

from datetime import date

import pytest

from ccb_desktop.domain.funds.campaigns import Campaign, Contribution, DonorKind
from ccb_desktop.domain.funds.gift_receipts import Receipts, receipt_for, share_receipts

CAMPAIGN = Campaign(id=1, name="Đền ơn đáp nghĩa")


def a_gift(donor="An", amount=100, kind=DonorKind.MEMBER, unit=1, **more):
    values = {"campaign_id": 1, "given_on": date(2026, 3, 5), "through_book": True, "fund_id": 3}
    return Contribution(
        **{**values, **more}, donor=donor, donor_kind=kind, unit_id=unit, amount_dong=amount
    )


GIFTS = [
    a_gift(),
    a_gift("Bình"),
    a_gift("Cam", unit=2),
    a_gift("Công ty Dũng", kind=DonorKind.OUTSIDER, unit=None),
    a_gift("Em", through_book=False),
    a_gift("Gia", amount=0, goods="gạo"),
]


@pytest.mark.parametrize(
    ("receipts", "groups"),
    [
        (Receipts.BY_UNIT, [[0, 1], [2], [3]]),
        (Receipts.EACH, [[0], [1], [2], [3]]),
        (Receipts.WHOLE, [[0, 1, 2, 3]]),
    ],
)
def test_gifts_share_receipts_as_chosen(receipts, groups):
    assert share_receipts(GIFTS, receipts) == groups


def test_days_and_funds_never_share_one():
    gifts = [a_gift(), a_gift(given_on=date(2026, 3, 6)), a_gift(fund_id=4)]
    assert share_receipts(gifts, Receipts.WHOLE) == [[0], [1], [2]]


def test_a_receipt_for_many_names_the_list_and_keeps_the_sum():
    voucher = receipt_for(CAMPAIGN, GIFTS[:2], {})
    assert (voucher.amount_dong, voucher.unit_id, voucher.person_id) == (200, 1, None)
    assert "danh sách 2 người" in voucher.content
    assert voucher.campaign_id == CAMPAIGN.id
    assert receipt_for(CAMPAIGN, GIFTS[3:4], {}).payer == "Công ty Dũng"
