"""What stands on a certificate of thanks."""

from datetime import date

import pytest

from ccb_desktop.domain.fund_papers.certificates import certificate_texts
from ccb_desktop.domain.funds.campaigns import Campaign, DonorKind
from ccb_desktop.domain.funds.donors import Donor
from ccb_desktop.domain.members.people import Sex
from tests.paper_values import BRANCH

CAMPAIGN = Campaign(id=1, name="Đền ơn đáp nghĩa", document_no="Kế hoạch 12/KH-CCB")


def texts(kind=DonorKind.MEMBER, sex=None, **more):
    donor = Donor(campaign_id=1, name="Trần Thị An", kind=kind, **more)
    return certificate_texts(BRANCH, CAMPAIGN, donor, date(2026, 2, 3), sex)


def test_money_stands_in_words_and_goods_with_their_worth():
    said = texts(money_off_book_dong=500_000, goods=("gạo 50 kg",), goods_value_dong=900_000)
    assert said["given"] == (
        "500.000 đồng (Năm trăm nghìn đồng) và gạo 50 kg (trị giá 900.000 đồng)"
    )
    assert texts(goods=("10 áo ấm",))["given"] == "10 áo ấm"


@pytest.mark.parametrize(
    ("kind", "sex", "name"),
    [
        (DonorKind.MEMBER, Sex.FEMALE, "Bà Trần Thị An"),
        (DonorKind.MEMBER, None, "Ông (Bà) Trần Thị An"),
        (DonorKind.OUTSIDER, None, "Trần Thị An"),
    ],
)
def test_members_are_called_politely_and_others_by_their_names(kind, sex, name):
    said = texts(kind, sex)
    assert (said["donor"], said["donor_capitals"]) == (name, name.upper())


def test_the_paper_that_called_for_it_is_named():
    assert texts()["document_phrase"] == " (theo Kế hoạch 12/KH-CCB)"
    assert texts()["place_and_date"] == "An Bình, ngày 03 tháng 02 năm 2026"
