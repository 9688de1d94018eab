"""Campaigns of the practice branch: targets, and who gave, in money and goods."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from ccb_desktop.domain.funds.campaigns import Campaign, CampaignTarget, Contribution, DonorKind
from ccb_desktop.domain.funds.funds import Fund
from ccb_desktop.domain.members.people import Sex
from ccb_desktop.domain.members.units import Unit
from ccb_desktop.domain.practice.calendar import REFERENCE_DAY
from ccb_desktop.domain.practice.dice import Dice
from ccb_desktop.domain.practice.money.book import Purse, whole_thousands
from ccb_desktop.domain.practice.money.funds import Funds
from ccb_desktop.domain.practice.money.roll import Enrolled
from ccb_desktop.domain.practice.names import kinh_name


class _Plan(NamedTuple):
    """One campaign, and how it went.

    `kept_by` is a field of `Funds`; empty where nothing passes the cash book.
    """

    name: str
    document_no: str
    from_on: date
    to_on: date
    per_head_dong: int | None
    kept_by: str
    percent: tuple[int, int]
    silent: int = 0


_PLANS = (
    _Plan(
        "Xóa nhà tạm, nhà dột nát 2024",
        "05/KH-CCB",
        date(2024, 3, 1),
        date(2024, 9, 30),
        100_000,
        "campaign",
        (65, 105),
    ),
    _Plan(
        "Ủng hộ đồng bào vùng bão lũ",
        "12/TB-CCB",
        date(2024, 9, 12),
        date(2024, 10, 31),
        None,
        "solidarity",
        (40, 90),
    ),
    _Plan(
        "Áo ấm biên giới",
        "17/TB-CCB",
        date(2025, 10, 15),
        date(2025, 12, 31),
        None,
        "",
        (10, 30),
    ),
    _Plan(
        "Nghĩa tình đồng đội 2025",
        "08/KH-CCB",
        date(2025, 2, 15),
        date(2025, 8, 31),
        80_000,
        "solidarity",
        (55, 95),
    ),
    _Plan(
        "Xây nhà tình nghĩa 2026",
        "04/KH-CCB",
        date(2026, 2, 20),
        date(2026, 10, 31),
        100_000,
        "campaign",
        (15, 90),
        silent=3,
    ),
)
"""The share of its target that a chi hội brings in, and how many have not begun."""

_ASKED_WITHOUT_TARGET_DONG = 30_000
_OUTSIDERS = (
    ("Cửa hàng vật liệu xây dựng Bến Chùa", 1_500),
    ("Hợp tác xã vận tải Sông Mới", 1_000),
    ("Cơ sở mộc Tân Phú Hạ", 500),
    ("Hội doanh nghiệp phường Thực Hành", 3_000),
    ("Nhà thuốc An Thịnh", 300),
)
"""What they give, in thousands of đồng, where a branch has up to a thousand members."""

_GOODS = (
    ("50 bao xi măng", 4_500_000),
    ("100 thùng mì ăn liền", 9_000_000),
    ("200 chăn ấm", 30_000_000),
    ("3.000 viên gạch", 3_600_000),
    ("20 ngày công", 6_000_000),
)


def make_campaigns(
    dice: Dice, purse: Purse, funds: Funds, roll: Sequence[Enrolled], units: Sequence[Unit]
) -> None:
    """Enter the campaigns with their targets and everything that was given.

    Args:
        dice: For what is left to chance.
        purse: Everything goes into its books.
        funds: Who takes the money.
        roll: The members; some give by themselves.
        units: The chi hội that stand.
    """
    for plan in _PLANS:
        fund: Fund | None = getattr(funds, plan.kept_by) if plan.kept_by else None
        campaign = Campaign(
            id=len(purse.money.campaigns) + 1,
            name=plan.name,
            document_no=plan.document_no,
            from_on=plan.from_on,
            to_on=plan.to_on,
            per_head_dong=plan.per_head_dong,
            fund_id=fund.id if fund else None,
        )
        purse.money.campaigns.append(campaign)
        sizes = Counter(member.unit_on(plan.from_on) for member in roll)
        _of_units(dice, purse, campaign, fund, plan, units, sizes)
        _of_members(dice, purse, campaign, fund, roll, units)
        _of_outsiders(dice, purse, campaign, fund, max(1, len(roll) // 1000))


def _of_units(
    dice: Dice,
    purse: Purse,
    campaign: Campaign,
    fund: Fund | None,
    plan: _Plan,
    units: Sequence[Unit],
    sizes: Counter[int | None],
) -> None:
    for number, unit in enumerate(units):
        asked = (plan.per_head_dong or _ASKED_WITHOUT_TARGET_DONG) * sizes[unit.id]
        if not asked:
            continue
        if plan.per_head_dong:
            purse.money.targets.append(
                CampaignTarget(
                    campaign_id=campaign.id or 0, unit_id=unit.id or 0, target_dong=asked
                )
            )
        brought = whole_thousands(asked * dice.number(*plan.percent) / 100)
        if brought and number >= plan.silent:
            _give(
                purse,
                campaign,
                fund,
                Contribution(
                    campaign_id=campaign.id or 0,
                    given_on=_some_day(dice, campaign),
                    donor=unit.name,
                    donor_kind=DonorKind.UNIT,
                    unit_id=unit.id,
                    amount_dong=brought,
                ),
            )


def _of_members(
    dice: Dice,
    purse: Purse,
    campaign: Campaign,
    fund: Fund | None,
    roll: Sequence[Enrolled],
    units: Sequence[Unit],
) -> None:
    for _ in units:
        member, given_on = dice.pick(roll), _some_day(dice, campaign)
        unit_id = member.unit_on(given_on)
        if unit_id is not None:
            _give(
                purse,
                campaign,
                fund,
                Contribution(
                    campaign_id=campaign.id or 0,
                    given_on=given_on,
                    donor=member.person.full_name,
                    person_id=member.person.id,
                    unit_id=unit_id,
                    amount_dong=dice.pick((100_000, 200_000, 300_000, 500_000)),
                ),
            )


def _of_outsiders(
    dice: Dice, purse: Purse, campaign: Campaign, fund: Fund | None, times: int
) -> None:
    family = f"Gia đình ông {kinh_name(dice, Sex.MALE).full_name}"
    for donor, amount in (*_OUTSIDERS[: dice.number(2, 5)], (family, 500)):
        given = Contribution(
            campaign_id=campaign.id or 0,
            given_on=_some_day(dice, campaign),
            donor=donor,
            donor_kind=DonorKind.OUTSIDER,
            amount_dong=amount * times * 1000,
        )
        _give(purse, campaign, fund, given)
    goods, value = dice.pick(_GOODS)
    purse.money.contributions.append(
        Contribution(
            campaign_id=campaign.id or 0,
            given_on=_some_day(dice, campaign),
            donor=dice.pick(_OUTSIDERS)[0],
            donor_kind=DonorKind.OUTSIDER,
            goods=goods,
            goods_value_dong=value,
        )
    )


def _some_day(dice: Dice, campaign: Campaign) -> date:
    first, last = campaign.from_on or REFERENCE_DAY, campaign.to_on or REFERENCE_DAY
    return dice.day(first, min(last, REFERENCE_DAY))


def _give(purse: Purse, campaign: Campaign, fund: Fund | None, given: Contribution) -> None:
    """Through the cash book where the campaign has a fund, else as statistics."""
    if fund is not None:
        place = purse.receive(
            fund,
            given.given_on,
            given.amount_dong,
            payer=given.donor,
            content=f"Ủng hộ {campaign.name}",
            category="Ủng hộ",
            unit_id=given.unit_id,
            person_id=given.person_id,
            campaign_id=campaign.id,
        )
        given = replace(given, through_book=True, fund_id=fund.id, voucher_id=place)
    purse.money.contributions.append(given)
