"""How far a campaign has come: what each unit brought in, against what it was asked for."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from ccb_desktop.domain.funds.campaigns import Campaign, CampaignTarget, Contribution
from ccb_desktop.domain.members.units import Unit, UnitKind
from ccb_desktop.domain.printing import percentage


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """What came together, in đồng; money that did not pass the cash book apart (rule 19).

    Attributes:
        gifts: How many times something was given (lượt).
        target_dong: What was asked for; 0 where nothing was.
    """

    gifts: int = 0
    money_in_book_dong: int = 0
    money_off_book_dong: int = 0
    goods_in_book_dong: int = 0
    goods_off_book_dong: int = 0
    target_dong: int = 0

    @property
    def money_dong(self) -> int:
        """Money, through the cash book or not."""
        return self.money_in_book_dong + self.money_off_book_dong

    @property
    def goods_dong(self) -> int:
        """What the goods are worth."""
        return self.goods_in_book_dong + self.goods_off_book_dong

    @property
    def off_book_dong(self) -> int:
        """Money and goods that are statistics only."""
        return self.money_off_book_dong + self.goods_off_book_dong

    @property
    def total_dong(self) -> int:
        """Money and goods together (meaning 13)."""
        return self.money_dong + self.goods_dong

    @property
    def percent(self) -> Decimal | None:
        """Of the target, two decimals rounded half up (rule 16); `None` without a target."""
        return percentage(self.total_dong, self.target_dong) if self.target_dong else None


@dataclass(frozen=True, slots=True)
class UnitProgress:
    """What one unit brought in; of unit `None`, what came from outside all units."""

    unit_id: int | None
    collected: Collected


@dataclass(frozen=True, slots=True)
class CampaignProgress:
    """A campaign as it stands on a day.

    Attributes:
        units: Every unit that was asked or that gave, in the order of the units given; what
            came from outside all units stands last.
    """

    campaign: Campaign
    units: tuple[UnitProgress, ...]
    whole: Collected


def progress(
    campaign: Campaign,
    targets: Iterable[CampaignTarget],
    gifts: Iterable[Contribution],
    units: Sequence[Unit],
    on: date,
) -> CampaignProgress:
    """How far a campaign has come at the end of a day.

    What a phân hội gives is its chi hội's, unless the phân hội was asked for a sum of its own.

    Args:
        campaign: The campaign; what belongs to another one is passed over.
        targets: What units were asked for.
        gifts: What was given.
        units: Every unit, in the order in which it shall be shown.
        on: The day.
    """
    asked = {one.unit_id: one.target_dong for one in targets if one.campaign_id == campaign.id}
    head_of = _heads(units, asked)
    found: dict[int | None, Collected] = {
        unit_id: Collected(target_dong=target) for unit_id, target in asked.items()
    }
    for gift in gifts:
        if gift.campaign_id == campaign.id and gift.counts_on(on):
            place = head_of.get(gift.unit_id, gift.unit_id)
            found[place] = _with(found.get(place, Collected()), gift)
    order = {unit.id: place for place, unit in enumerate(units)}
    places = sorted(found, key=lambda one: (one is None, order.get(one, len(order))))
    lines = tuple(UnitProgress(place, found[place]) for place in places)
    return CampaignProgress(campaign, lines, together(line.collected for line in lines))


def _heads(units: Iterable[Unit], asked: Mapping[int, int]) -> dict[int | None, int | None]:
    """Phân hội → its chi hội, where the phân hội was not asked itself."""
    return {
        unit.id: unit.parent_id
        for unit in units
        if unit.kind is UnitKind.PHAN_HOI and unit.id not in asked and unit.parent_id is not None
    }


def _with(before: Collected, gift: Contribution) -> Collected:
    """Something more was given."""
    money = "money_in_book_dong" if gift.through_book else "money_off_book_dong"
    goods = "goods_in_book_dong" if gift.through_book else "goods_off_book_dong"
    return replace(
        before,
        gifts=before.gifts + 1,
        **{
            money: getattr(before, money) + gift.amount_dong,
            goods: getattr(before, goods) + gift.goods_value_dong,
        },
    )


def together(parts: Iterable[Collected]) -> Collected:
    """The sum of several."""
    listed = list(parts)
    return Collected(
        gifts=sum(part.gifts for part in listed),
        money_in_book_dong=sum(part.money_in_book_dong for part in listed),
        money_off_book_dong=sum(part.money_off_book_dong for part in listed),
        goods_in_book_dong=sum(part.goods_in_book_dong for part in listed),
        goods_off_book_dong=sum(part.goods_off_book_dong for part in listed),
        target_dong=sum(part.target_dong for part in listed),
    )


def targets_per_head(per_head_dong: int, unit_of_each: Iterable[int | None]) -> dict[int, int]:
    """Unit → so many đồng for each of its members, rounded nowhere.

    Args:
        per_head_dong: What each member is asked for.
        unit_of_each: The unit of every member on the first day of the campaign.
    """
    counted = Counter(unit_id for unit_id in unit_of_each if unit_id is not None)
    return {unit_id: count * per_head_dong for unit_id, count in counted.items()}


# --- Figures (indicators.csv) ---------------------------------------------------------------


def contributions_total(
    gifts: Iterable[Contribution],
    from_on: date | None,
    to_on: date,
    *,
    off_book_only: bool = False,
) -> int:
    """Money and goods given within a period, in đồng.

    Args:
        gifts: What was given.
        from_on: First day.
        to_on: The cut-off.
        off_book_only: Only what did not pass the cash book (rule 19).
    """
    return sum(
        gift.worth_within(from_on, to_on)
        for gift in gifts
        if not (off_book_only and gift.through_book)
    )


def contributions_by_campaign(
    gifts: Iterable[Contribution], campaigns: Iterable[Campaign], from_on: date | None, to_on: date
) -> dict[str, int]:
    """Name of a campaign → money and goods given within a period; empty entries are left out."""
    listed = list(gifts)
    sums: Counter[int] = Counter()
    for gift in listed:
        sums[gift.campaign_id] += gift.worth_within(from_on, to_on)
    return {one.name: sums[one.id or 0] for one in campaigns if sums[one.id or 0]}


def campaign_target_rate(
    gifts: Iterable[Contribution],
    campaigns: Iterable[Campaign],
    targets: Iterable[CampaignTarget],
    cut_off: date,
) -> dict[str, tuple[int, int]]:
    """Name of a campaign → what was collected up to the cut-off, and the sum of its targets.

    Campaigns without target or without anything collected are left out (meaning 13).
    """
    listed = list(campaigns)
    asked: Counter[int] = Counter()
    for target in targets:
        asked[target.campaign_id] += target.target_dong
    collected = contributions_by_campaign(gifts, listed, None, cut_off)
    return {
        one.name: (collected[one.name], asked[one.id or 0])
        for one in listed
        if one.name in collected and asked[one.id or 0]
    }
