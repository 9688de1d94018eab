"""Campaigns and their targets on a real store."""

from datetime import date

import pytest

from ccb_desktop.domain.errors import Conflict, Invalid, NotFound
from ccb_desktop.domain.funds.campaigns import Campaign, Contribution
from ccb_desktop.operations.funds import campaigns, contributions
from ccb_desktop.operations.undo import undo
from tests.books import add_member, add_unit

ON = date(2026, 6, 30)


def begin(store, name="Đền ơn đáp nghĩa 2026", **more):
    campaigns.save_campaign(store, Campaign(name=name, **more))
    return next(one.id for one in campaigns.list_campaigns(store) if one.name == name)


def test_a_name_is_taken_once(store):
    begin(store)
    with pytest.raises(Invalid, match="Đã có đợt vận động"):
        begin(store, "ĐỀN ƠN  đáp nghĩa 2026")


def test_the_newest_campaign_stands_first(store):
    begin(store, "Cũ", from_on=date(2025, 1, 1))
    begin(store, "Không ngày")
    begin(store, "Mới", from_on=date(2026, 1, 1))
    names = [one.name for one in campaigns.list_campaigns(store)]
    assert names == ["Mới", "Cũ", "Không ngày"]


def test_targets_are_proposed_per_head_and_copied_from_another(store):
    first, second = add_unit(store), add_unit(store, "CH2", "Chi hội 2")
    for name, unit in (("An", first), ("Bình", first), ("Cam", second)):
        add_member(store, f"Trần Văn {name}", unit)
    proposed = campaigns.propose_targets(store, 50_000, ON)
    assert proposed == {first: 100_000, second: 50_000}
    campaign, other = begin(store), begin(store, "Đợt khác")
    campaigns.save_targets(store, campaign, {**proposed, second: 70_000})
    assert campaigns.targets_of(store, campaign) == {first: 100_000, second: 70_000}
    campaigns.save_targets(store, other, campaigns.targets_of(store, campaign))
    campaigns.save_targets(store, campaign, {first: 90_000, second: 0})
    assert campaigns.targets_of(store, campaign) == {first: 90_000}
    assert campaigns.targets_of(store, other) == {first: 100_000, second: 70_000}
    with pytest.raises(Invalid):
        campaigns.save_targets(store, campaign, {first: -1})


def test_the_list_and_the_open_campaign_say_the_same(store):
    unit = add_unit(store)
    campaign = begin(store)
    campaigns.save_targets(store, campaign, {unit: 500_000})
    gifts = [
        Contribution(
            campaign_id=campaign, given_on=date(2026, 3, day), donor="An", amount_dong=100_000
        )
        for day in (1, 2)
    ]
    contributions.give(store, [*gifts, *_goods(campaign, unit)])
    (line,) = campaigns.list_lines(store, ON)
    assert line.collected == campaigns.open_campaign(store, campaign, ON).progress.whole
    assert (line.collected.total_dong, line.collected.gifts) == (230_000, 3)
    (before,) = campaigns.list_lines(store, date(2026, 3, 1))
    assert before.collected.total_dong == 100_000


def _goods(campaign, unit):
    return [
        Contribution(
            campaign_id=campaign,
            given_on=date(2026, 3, 3),
            donor="Bình",
            unit_id=unit,
            goods="gạo",
            goods_value_dong=30_000,
        )
    ]


def test_a_campaign_somebody_gave_to_stays(store):
    campaign = begin(store)
    contributions.give(store, _goods(campaign, None))
    with pytest.raises(Conflict):
        campaigns.remove_campaign(store, campaign)


def test_a_campaign_goes_with_its_targets_and_comes_back_with_them(store):
    unit, campaign = add_unit(store), begin(store)
    campaigns.save_targets(store, campaign, {unit: 5_000})
    change = campaigns.remove_campaign(store, campaign)
    with pytest.raises(NotFound):
        campaigns.open_campaign(store, campaign, ON)
    undo(store, change.action_id)
    assert campaigns.targets_of(store, campaign) == {unit: 5_000}
