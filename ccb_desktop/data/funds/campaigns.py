"""Campaigns in the store: their targets, and what was given."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, case, delete, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from ccb_desktop.data import rows
from ccb_desktop.data.tables import CampaignRow, CampaignTargetRow, ContributionRow, VoucherRow
from ccb_desktop.domain.errors import NotFound
from ccb_desktop.domain.funds.campaign_progress import Collected
from ccb_desktop.domain.funds.campaigns import Campaign, CampaignTarget, Contribution
from ccb_desktop.domain.funds.vouchers import SERIES, VoucherKind
from ccb_desktop.domain.people_names import search_key

_AT_ONCE = 500
_SERIES = SERIES[VoucherKind.RECEIPT]


def list_campaigns(session: Session) -> list[Campaign]:
    """Every campaign, the newest first; those without a first day stand last."""
    query = select(CampaignRow.__table__).order_by(
        CampaignRow.from_on.is_(None), CampaignRow.from_on.desc(), CampaignRow.id.desc()
    )
    return rows.list_values(session, Campaign, query)


def load_campaign(session: Session, campaign_id: int) -> Campaign:
    """One campaign.

    Raises:
        NotFound: It is not there any more.
    """
    gone = "Đợt vận động này không còn trong sổ. Hãy mở lại danh sách."
    return rows.load_value(session, CampaignRow, Campaign, campaign_id, gone)


def save_campaign(session: Session, campaign: Campaign) -> int:
    """Insert or overwrite a campaign; gives the id."""
    return rows.save(session, CampaignRow, campaign, name_key=search_key(campaign.name))


def delete_campaign(session: Session, campaign_id: int) -> None:
    """Take out a campaign that nobody gave to, with its targets."""
    target = CampaignTargetRow
    session.execute(delete(target).where(target.campaign_id == campaign_id))
    rows.delete_one(session, CampaignRow, campaign_id)


def is_in_use(session: Session, campaign_id: int) -> bool:
    """Whether a gift, voided or not, or a voucher names a campaign."""
    given = exists().where(ContributionRow.campaign_id == campaign_id)
    booked = exists().where(VoucherRow.campaign_id == campaign_id)
    return bool(session.scalar(select(or_(given, booked))))


def list_targets(session: Session, campaign_id: int | None = None) -> list[CampaignTarget]:
    """What units were asked for, by one campaign or by all."""
    query = select(CampaignTargetRow.__table__).order_by(CampaignTargetRow.id)
    if campaign_id is not None:
        query = query.where(CampaignTargetRow.campaign_id == campaign_id)
    return rows.list_values(session, CampaignTarget, query)


def save_targets(session: Session, campaign_id: int, targets: Iterable[CampaignTarget]) -> None:
    """Make the targets of a campaign exactly these, keeping the ids they have."""
    rows.save_parts(session, CampaignTargetRow, "campaign_id", campaign_id, list(targets))


def list_contributions(
    session: Session, campaign_id: int | None = None, person_id: int | None = None
) -> list[Contribution]:
    """What was given, to one campaign or to all, by one person or by all, the newest first."""
    gift = ContributionRow
    query = select(gift.__table__).order_by(gift.given_on.desc(), gift.id.desc())
    if campaign_id is not None:
        query = query.where(gift.campaign_id == campaign_id)
    if person_id is not None:
        query = query.where(gift.person_id == person_id)
    return rows.list_values(session, Contribution, query)


def load_contributions(session: Session, gift_ids: Sequence[int]) -> list[Contribution]:
    """Some of what was given, in the order of entering.

    Raises:
        NotFound: Some of it is not there any more.
    """
    gift = ContributionRow
    found: list[Contribution] = []
    for start in range(0, len(gift_ids), _AT_ONCE):
        some = gift_ids[start : start + _AT_ONCE]
        query = select(gift.__table__).where(gift.id.in_(some)).order_by(gift.id)
        found += rows.list_values(session, Contribution, query)
    if len(found) < len(set(gift_ids)):
        raise NotFound("Khoản ủng hộ này không còn trong sổ. Hãy mở lại danh sách.")
    return found


def gifts_of_vouchers(session: Session, voucher_ids: Sequence[int]) -> list[Contribution]:
    """What stands behind some receipts."""
    gift = ContributionRow
    query = select(gift.__table__).where(gift.voucher_id.in_(voucher_ids)).order_by(gift.id)
    return rows.list_values(session, Contribution, query)


def save_contribution(session: Session, gift: Contribution) -> int:
    """Insert or overwrite something given; gives the id."""
    return rows.save(session, ContributionRow, gift)


def insert_contributions(session: Session, gifts: Sequence[Contribution]) -> list[int]:
    """Insert many things given; gives their ids in the same order."""
    ids = list(rows.free_ids(session, ContributionRow, len(gifts)))
    columns = [
        rows.columns_of(gift, ContributionRow, id=own) for own, gift in zip(ids, gifts, strict=True)
    ]
    rows.insert_many(session, ContributionRow, columns)
    return ids


def delete_contributions(session: Session, gift_ids: Sequence[int]) -> None:
    """Take out statistics of what was given."""
    for gift_id in gift_ids:
        rows.delete_one(session, ContributionRow, gift_id)


def collected_by_campaign(session: Session, on: date) -> dict[int, Collected]:
    """Campaign → what counts at the end of a day, against the sum of its targets."""
    gift, target = ContributionRow, CampaignTargetRow
    in_book, off_book = gift.through_book.is_(True), gift.through_book.is_(False)
    counts = gift.given_on <= on, or_(gift.voided_on.is_(None), gift.voided_on > on)
    query = select(
        gift.campaign_id,
        func.count(),
        _sum_where(in_book, gift.amount_dong),
        _sum_where(off_book, gift.amount_dong),
        _sum_where(in_book, gift.goods_value_dong),
        _sum_where(off_book, gift.goods_value_dong),
    ).where(*counts)
    given = {row[0]: row[1:] for row in session.execute(query.group_by(gift.campaign_id))}
    asking = select(target.campaign_id, func.sum(target.target_dong)).group_by(target.campaign_id)
    asked = {campaign_id: int(total) for campaign_id, total in session.execute(asking)}
    return {
        campaign_id: _collected(given.get(campaign_id), asked.get(campaign_id, 0))
        for campaign_id in given.keys() | asked.keys()
    }


def _sum_where(condition: ColumnElement[bool], amount: Any) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, amount), else_=0)), 0)


def _collected(sums: Sequence[int] | None, target_dong: int) -> Collected:
    gifts, money_in, money_off, goods_in, goods_off = sums or (0, 0, 0, 0, 0)
    return Collected(
        gifts=gifts,
        money_in_book_dong=money_in,
        money_off_book_dong=money_off,
        goods_in_book_dong=goods_in,
        goods_off_book_dong=goods_off,
        target_dong=target_dong,
    )


def spent_on(session: Session, campaign_id: int, day: date) -> int:
    """What payments that name a campaign took out of funds by a day, less what was voided."""
    voucher, reversal = VoucherRow, aliased(VoucherRow)
    taken_back = exists().where(reversal.voids_id == voucher.id, reversal.issued_on <= day)
    query = select(func.sum(voucher.amount_dong)).where(
        voucher.campaign_id == campaign_id,
        voucher.kind == VoucherKind.PAYMENT,
        voucher.posted_at.is_not(None),
        voucher.issued_on <= day,
        ~taken_back,
    )
    return session.scalar(query) or 0


def receipt_numbers(session: Session, campaign_id: int) -> dict[int, str]:
    """Receipt behind a gift of a campaign → its number in print."""
    voucher, gift = VoucherRow, ContributionRow
    of_campaign = select(gift.voucher_id).where(gift.campaign_id == campaign_id)
    query = select(voucher.id, voucher.number_year, voucher.number).where(
        voucher.id.in_(of_campaign)
    )
    return {own: f"{_SERIES}-{year}-{number:04}" for own, year, number in session.execute(query)}
