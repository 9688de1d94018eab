"""Campaigns: kept with their targets, read with what came together."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from ccb_desktop.data.funds import campaigns
from ccb_desktop.data.members import lists, units
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Conflict, Invalid
from ccb_desktop.domain.funds.campaign_progress import (
    CampaignProgress,
    Collected,
    progress,
    targets_per_head,
)
from ccb_desktop.domain.funds.campaigns import (
    Campaign,
    CampaignTarget,
    Contribution,
    check_campaign,
)
from ccb_desktop.domain.members.memberships import IN_HOI
from ccb_desktop.domain.money import MOST_DONG, format_dong
from ccb_desktop.domain.people_names import search_key


@dataclass(frozen=True, slots=True)
class CampaignLine:
    """A campaign with what it brought together by a day."""

    campaign: Campaign
    collected: Collected


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignFile:
    """Everything about one campaign as it stands on a day.

    Attributes:
        gifts: The newest first, voided ones among them.
        receipts: Voucher → its number in print.
        unit_names: As they are called on the day.
        spent_dong: What payments that name the campaign took out of funds.
    """

    progress: CampaignProgress
    targets: tuple[CampaignTarget, ...]
    gifts: tuple[Contribution, ...]
    receipts: Mapping[int, str]
    unit_names: Mapping[int, str]
    spent_dong: int = 0


def list_campaigns(store: Store) -> list[Campaign]:
    """Every campaign, the newest first."""
    with store.reading() as session:
        return campaigns.list_campaigns(session)


def list_lines(store: Store, on: date) -> list[CampaignLine]:
    """Every campaign with what it brought together by a day, the newest first."""
    with store.reading() as session:
        collected = campaigns.collected_by_campaign(session, on)
        return [
            CampaignLine(one, collected.get(one.id or 0, Collected()))
            for one in campaigns.list_campaigns(session)
        ]


def open_campaign(store: Store, campaign_id: int, on: date) -> CampaignFile:
    """One campaign with its targets and gifts, as it stands on a day.

    Raises:
        NotFound: It is not there any more.
    """
    with store.reading() as session:
        return campaign_file(session, campaign_id, on)


def campaign_file(session: Session, campaign_id: int, on: date) -> CampaignFile:
    """The same within a session."""
    campaign = campaigns.load_campaign(session, campaign_id)
    targets = campaigns.list_targets(session, campaign_id)
    gifts = campaigns.list_contributions(session, campaign_id)
    every = units.list_units(session)
    return CampaignFile(
        progress=progress(campaign, targets, gifts, every, on),
        targets=tuple(targets),
        gifts=tuple(gifts),
        receipts=campaigns.receipt_numbers(session, campaign_id),
        unit_names={unit.id: unit.name_on(on) for unit in every if unit.id is not None},
        spent_dong=campaigns.spent_on(session, campaign_id, on),
    )


# --- Campaigns and their targets --------------------------------------------------------------


def save_campaign(store: Store, campaign: Campaign, form_id: str | None = None) -> Change:
    """Begin a campaign, or correct one that has an id.

    Raises:
        Invalid: By field; another campaign has the name.
        NotFound: It is not there any more.
    """
    check_campaign(campaign)
    with store.writing(f"Ghi đợt vận động {campaign.name.strip()}", form_id) as session:
        check_name(session, campaign)
        campaigns.save_campaign(session, replace(campaign, name=campaign.name.strip()))
    return session.change


def check_name(session: Session, campaign: Campaign) -> None:
    """See that no other campaign has the name.

    Raises:
        Invalid: Field `name`.
    """
    wanted = search_key(campaign.name)
    for other in campaigns.list_campaigns(session):
        if other.id != campaign.id and search_key(other.name) == wanted:
            raise Invalid({"name": f"Đã có đợt vận động tên {other.name}. Đặt tên khác."})


def remove_campaign(store: Store, campaign_id: int) -> Change:
    """Take out a campaign that nobody gave to, with its targets.

    Raises:
        Conflict: Somebody gave to it, or a voucher names it.
        NotFound: It is not there any more.
    """
    with store.reading() as session:
        campaign = campaigns.load_campaign(session, campaign_id)
    with store.writing(f"Bỏ đợt vận động {campaign.name}") as session:
        if campaigns.is_in_use(session, campaign_id):
            raise Conflict(
                f"Đợt {campaign.name} đã có người ủng hộ hoặc phiếu thu, chi nên không "
                "bỏ được. Sổ không đổi. Đợt đã xong thì ghi ngày kết thúc."
            )
        campaigns.delete_campaign(session, campaign_id)
    return session.change


def save_targets(
    store: Store, campaign_id: int, by_unit: Mapping[int, int], form_id: str | None = None
) -> Change:
    """Make the targets of a campaign exactly these.

    Args:
        store: The books.
        campaign_id: The campaign.
        by_unit: Unit → đồng; units with nothing are asked for nothing.
        form_id: See `Store.writing`.

    Raises:
        Invalid: A target is below zero or too large; field `targets`.
        NotFound: The campaign is not there any more.
    """
    wrong = [amount for amount in by_unit.values() if not 0 <= amount <= MOST_DONG]
    if wrong:
        raise Invalid({"targets": f"Chỉ tiêu {format_dong(wrong[0])} đồng không dùng được."})
    with store.reading() as session:
        campaign = campaigns.load_campaign(session, campaign_id)
    with store.writing(f"Giao chỉ tiêu đợt {campaign.name}", form_id) as session:
        known = {one.unit_id: one for one in campaigns.list_targets(session, campaign_id)}
        wanted = [
            CampaignTarget(
                id=known[unit_id].id if unit_id in known else None,
                campaign_id=campaign_id,
                unit_id=unit_id,
                target_dong=amount,
            )
            for unit_id, amount in by_unit.items()
            if amount
        ]
        campaigns.save_targets(session, campaign_id, wanted)
    return session.change


def propose_targets(store: Store, per_head_dong: int, on: date) -> dict[int, int]:
    """Unit → so much for each of its members on a day, for the grid to be filled with."""
    with store.reading() as session:
        members = lists.list_members(session, on)
    return targets_per_head(
        per_head_dong, (line.unit_id for line in members if line.status in IN_HOI)
    )


def targets_of(store: Store, campaign_id: int) -> dict[int, int]:
    """Unit → what a campaign asked it for, for the grid of another one to be filled with."""
    with store.reading() as session:
        found = campaigns.list_targets(session, campaign_id)
    return {one.unit_id: one.target_dong for one in found}
