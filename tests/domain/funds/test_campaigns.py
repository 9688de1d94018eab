"""What a campaign and a gift must say, and on which days a gift counts."""

from datetime import date

import pytest

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.funds.campaigns import (
    Campaign,
    Contribution,
    check_campaign,
    check_contribution,
)

TODAY = date(2026, 6, 30)


def a_gift(**more):
    values = {"campaign_id": 1, "given_on": date(2026, 3, 5), "donor": "Trần Văn Bình"}
    return Contribution(**{**values, "amount_dong": 100, **more})


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"donor": " "}, "donor"),
        ({"given_on": date(2026, 7, 1)}, "given_on"),
        ({"amount_dong": -1}, "amount_dong"),
        ({"amount_dong": 0}, "amount_dong"),
        ({"amount_dong": 0, "goods_value_dong": 500}, "goods"),
        ({"goods": "gạo", "goods_value_dong": -5}, "goods_value_dong"),
    ],
)
def test_a_gift_that_cannot_be_kept_is_told_by_field(wrong, field):
    with pytest.raises(Invalid) as refused:
        check_contribution(a_gift(**wrong), TODAY)
    assert set(refused.value.fields) == {field}


def test_goods_without_value_can_be_kept():
    check_contribution(a_gift(amount_dong=0, goods="10 áo ấm"), TODAY)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": " "}, "name"),
        ({"from_on": date(2026, 2, 1), "to_on": date(2026, 1, 31)}, "to_on"),
        ({"per_head_dong": 0}, "per_head_dong"),
    ],
)
def test_a_campaign_that_cannot_be_kept_is_told_by_field(wrong, field):
    with pytest.raises(Invalid) as refused:
        check_campaign(Campaign(**{"name": "Đền ơn", **wrong}))
    assert set(refused.value.fields) == {field}


def test_a_gift_counts_from_its_day_until_it_is_voided():
    gift = a_gift(voided_on=date(2026, 4, 2))
    days = [date(2026, 3, 4), date(2026, 3, 5), date(2026, 4, 1), date(2026, 4, 2)]
    assert [gift.counts_on(day) for day in days] == [False, True, True, False]


def test_a_voided_gift_is_taken_off_in_the_period_of_its_voiding():
    gift = a_gift(amount_dong=100, goods="gạo", goods_value_dong=50, voided_on=date(2026, 4, 2))
    quarters = [(date(2026, 1, 1), date(2026, 3, 31)), (date(2026, 4, 1), date(2026, 6, 30))]
    assert [gift.worth_within(*quarter) for quarter in quarters] == [150, -150]
    assert gift.worth_within(None, date(2026, 6, 30)) == 0


def test_days_left_are_counted_to_the_last_day():
    campaign = Campaign(name="Đền ơn", to_on=date(2026, 7, 10))
    assert [campaign.days_left(day) for day in (TODAY, date(2026, 7, 10))] == [10, 0]
    assert Campaign(name="Mở").days_left(TODAY) is None
