"""What is given to campaigns: entered with its receipts, corrected, taken out, voided."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from ccb_desktop.data.funds import campaigns, funds
from ccb_desktop.data.members import units
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Conflict, Invalid
from ccb_desktop.domain.funds.campaigns import Campaign, Contribution, check_contribution
from ccb_desktop.domain.funds.gift_receipts import (
    Receipts,
    gift_of_receipt,
    receipt_for,
    share_receipts,
)
from ccb_desktop.domain.funds.vouchers import Voucher, VoucherKind
from ccb_desktop.domain.members.units import Unit
from ccb_desktop.domain.money import format_dong
from ccb_desktop.operations.funds.posting import check_unlocked, post_vouchers, reverse_vouchers


def give(
    store: Store,
    gifts: Sequence[Contribution],
    receipts: Receipts = Receipts.BY_UNIT,
    form_id: str | None = None,
) -> tuple[Change, list[Voucher]]:
    """Enter what was given, as one act, with the receipts for money that passed the cash book.

    Goods are never booked; with money through the book they stand on its contribution.

    Args:
        store: The books.
        gifts: New contributions to one campaign.
        receipts: How many receipts are written.
        form_id: See `Store.writing`.

    Returns:
        The change, and the receipts as posted.

    Raises:
        Invalid: By field, also without a fund for money through the book, and as `post_vouchers`.
        Locked: A day lies in a locked month or year.
        NotFound: The campaign is not there any more.
    """
    if not gifts:
        raise Invalid({"donor": "Chưa ghi ai ủng hộ."})
    for gift in gifts:
        check_contribution(gift, date.today())
        if gift.through_book and gift.amount_dong and gift.fund_id is None:
            raise Invalid({"fund_id": "Chọn quỹ nhận tiền, hoặc ghi là không qua sổ quỹ."})
    with store.reading() as session:
        campaign = campaigns.load_campaign(session, gifts[0].campaign_id)
        names = {unit.id: unit for unit in units.list_units(session)}
    with store.writing(_label_of(campaign, gifts), form_id) as session:
        locks = funds.list_locks(session)
        for gift in gifts:
            check_unlocked(locks, gift.given_on)
        groups = share_receipts(gifts, receipts)
        new = [receipt_for(campaign, [gifts[at] for at in group], names) for group in groups]
        posted = post_vouchers(session, new) if new else []
        receipt_of = {
            at: voucher.id for group, voucher in zip(groups, posted, strict=True) for at in group
        }
        campaigns.insert_contributions(
            session,
            [replace(_tidy(gift), voucher_id=receipt_of.get(at)) for at, gift in enumerate(gifts)],
        )
    return session.change, posted


def enter_gifts(session: Session, posted: Iterable[Voucher]) -> None:
    """Enter what receipts that name a campaign give, within the act that posts them."""
    giving = [
        one for one in posted if one.kind is VoucherKind.RECEIPT and one.campaign_id is not None
    ]
    if giving:
        names = {unit.id: unit for unit in units.list_units(session)}
        campaigns.insert_contributions(
            session, [gift_of_receipt(one, _name_on(names, one)) for one in giving]
        )


def _name_on(units_by_id: Mapping[int | None, Unit], voucher: Voucher) -> str:
    unit = units_by_id.get(voucher.unit_id)
    return unit.name_on(voucher.issued_on) if unit is not None else ""


def _label_of(campaign: Campaign, gifts: Sequence[Contribution]) -> str:
    total = format_dong(sum(gift.worth_dong for gift in gifts))
    who = gifts[0].donor.strip() if len(gifts) == 1 else f"{len(gifts)} người ủng hộ"
    return f"Ghi ủng hộ {campaign.name}: {who}, {total} đồng"


def _tidy(gift: Contribution) -> Contribution:
    """A fund stands only beside what went into it."""
    booked = gift.through_book and gift.amount_dong > 0
    return replace(
        gift,
        donor=gift.donor.strip(),
        goods=gift.goods.strip(),
        fund_id=gift.fund_id if booked else None,
    )


def save_contribution(store: Store, gift: Contribution, form_id: str | None = None) -> Change:
    """Correct a contribution that did not come with a receipt.

    Raises:
        Invalid: By field.
        Conflict: A receipt was written for it, or money would have to be booked.
        Locked: Its old or new day lies in a locked month or year.
        NotFound: It is not there any more.
    """
    check_contribution(gift, date.today())
    with store.writing(f"Sửa ủng hộ của {gift.donor.strip()}", form_id) as session:
        before = campaigns.load_contributions(session, [gift.id or 0])[0]
        _check_no_receipt([before])
        if gift.fund_id is not None and gift.amount_dong:
            raise Conflict(
                "Khoản này đã ghi là không qua sổ quỹ. Sổ không đổi. Muốn lập phiếu thu thì bỏ "
                "khoản này rồi ghi lại là qua sổ quỹ."
            )
        locks = funds.list_locks(session)
        for day in (before.given_on, gift.given_on):
            check_unlocked(locks, day)
        campaigns.save_contribution(session, _tidy(gift))
    return session.change


def remove_contributions(store: Store, gift_ids: Sequence[int]) -> Change:
    """Take out contributions that did not come with a receipt.

    Raises:
        Conflict: A receipt was written for one of them.
        Locked: A day lies in a locked month or year.
        NotFound: Some are not there any more.
    """
    with store.writing(f"Bỏ {len(gift_ids)} khoản ủng hộ") as session:
        found = campaigns.load_contributions(session, gift_ids)
        _check_no_receipt(found)
        locks = funds.list_locks(session)
        for gift in found:
            check_unlocked(locks, gift.given_on)
        campaigns.delete_contributions(session, gift_ids)
    return session.change


def _check_no_receipt(gifts: Iterable[Contribution]) -> None:
    booked = next((gift for gift in gifts if gift.voucher_id is not None), None)
    if booked is not None:
        raise Conflict(
            f"Khoản ủng hộ của {booked.donor} đã có phiếu thu nên không sửa, không bỏ được. "
            "Sổ không đổi. Nếu ghi sai, hãy hủy phiếu thu kèm lý do rồi ghi lại."
        )


def sharing_receipts(store: Store, gift_ids: Sequence[int]) -> list[Contribution]:
    """What is voided together with some gifts, because it stands on the same receipts."""
    with store.reading() as session:
        receipts = _receipts_of(session, gift_ids)
        return campaigns.gifts_of_vouchers(session, receipts)


def void_contributions(
    store: Store, gift_ids: Sequence[int], reason: str, form_id: str | None = None
) -> Change:
    """Void the receipts behind some gifts, and with them all that stands on these receipts.

    Raises:
        Conflict: There is no receipt behind them, or it is voided already.
        Invalid, Locked: As `operations.funds.posting.reverse_vouchers`.
    """
    if not reason.strip():
        raise Invalid({"reason": "Ghi lý do hủy phiếu."})
    with store.writing(f"Hủy phiếu thu ủng hộ: {reason.strip()}", form_id) as session:
        receipts = _receipts_of(session, gift_ids)
        if not receipts:
            raise Conflict("Các khoản này không có phiếu thu. Sổ không đổi.")
        reverse_vouchers(session, receipts, reason)
    return session.change


def _receipts_of(session: Session, gift_ids: Sequence[int]) -> list[int]:
    found = campaigns.load_contributions(session, gift_ids)
    return sorted({gift.voucher_id for gift in found if gift.voucher_id is not None})
