"""Pay what an activity cost out of a fund, or tie it to a payment that is in the book."""

from dataclasses import replace
from datetime import date, timedelta

from ccb_desktop.data.activities import activities
from ccb_desktop.data.funds import voucher_lists
from ccb_desktop.data.store import Store
from ccb_desktop.domain.activities.activities import Activity
from ccb_desktop.domain.activities.lines import ActivityLine
from ccb_desktop.domain.activities.payments import check_payable, payment_for
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Conflict, Invalid
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.funds.lines import VoucherLine
from ccb_desktop.domain.funds.vouchers import Voucher, VoucherKind
from ccb_desktop.operations.activities.activities import named
from ccb_desktop.operations.funds.posting import post_vouchers

_AROUND = timedelta(days=92)
"""A payment is looked for so long before and after the activity."""


def pay_activity(
    store: Store,
    activity_id: int,
    *,
    fund_id: int,
    place: MoneyPlace = MoneyPlace.CASH,
    payee: str,
    issued_on: date | None = None,
    form_id: str | None = None,
) -> tuple[Change, Voucher]:
    """Post the payment of what an activity cost.

    Args:
        store: The books.
        activity_id: The activity, with its cost.
        fund_id: The fund that pays.
        place: Out of which of its places.
        payee: Who gets the money.
        issued_on: The day of the payment; that of the activity when not given.
        form_id: See `Store.writing`.

    Returns:
        The change, and the payment as posted.

    Raises:
        Invalid: By field; no cost, or as `post_vouchers`.
        Conflict: It is paid already.
        Locked: The day lies in a locked month or year.
        NotFound: It is not there any more.
    """
    if not payee.strip():
        raise Invalid({"payee": "Ghi tên người nhận tiền."})
    line = _line(store, activity_id)
    with store.writing(f"Chi kinh phí: {named(line.activity)}", form_id) as session:
        line = activities.load_line(session, activity_id)
        check_payable(line)
        voucher = payment_for(line.activity, fund_id, place, payee)
        if issued_on is not None:
            voucher = replace(voucher, issued_on=issued_on)
        (posted,) = post_vouchers(session, [voucher])
        activities.save_activity(session, replace(line.activity, voucher_id=posted.id))
    return session.change, posted


def _line(store: Store, activity_id: int) -> ActivityLine:
    with store.reading() as session:
        return activities.load_line(session, activity_id)


def list_payments_near(store: Store, activity: Activity) -> list[VoucherLine]:
    """The payments around the day of an activity that stand, the likeliest first.

    Likeliest is what bears its cost, then what lies nearest to its day.
    """
    days = activity.held_on - _AROUND, activity.held_on + _AROUND
    with store.reading() as session:
        found = voucher_lists.list_vouchers(session, *days)
    payments = [
        one
        for one in found
        if one.voucher.kind is VoucherKind.PAYMENT and one.voucher.is_posted and not one.voided_by
    ]

    def likeliness(line: VoucherLine) -> tuple[bool, int]:
        voucher = line.voucher
        return (
            voucher.amount_dong != activity.cost_dong,
            abs((voucher.issued_on - activity.held_on).days),
        )

    return sorted(payments, key=likeliness)


def link_payment(
    store: Store, activity_id: int, voucher_id: int, form_id: str | None = None
) -> Change:
    """Tie an activity to a payment of the book; a cost that is not written yet becomes its sum.

    Raises:
        Conflict: It is paid already, or the voucher is no payment that stands.
        NotFound: One of both is not there any more.
    """
    line = _line(store, activity_id)
    with store.writing(f"Gắn phiếu chi: {named(line.activity)}", form_id) as session:
        line = activities.load_line(session, activity_id)
        found = voucher_lists.lines_of(session, [voucher_id])
        if not found or not _stands(found[0]):
            raise Conflict(
                "Phiếu này không phải phiếu chi đang có trong sổ quỹ. Sổ không đổi. "
                "Hãy mở lại danh sách rồi chọn phiếu khác."
            )
        cost = line.activity.cost_dong or found[0].voucher.amount_dong
        priced = replace(line.activity, cost_dong=cost)
        check_payable(replace(line, activity=priced))
        activities.save_activity(session, replace(priced, voucher_id=voucher_id))
    return session.change


def _stands(line: VoucherLine) -> bool:
    voucher = line.voucher
    return voucher.kind is VoucherKind.PAYMENT and voucher.is_posted and not line.voided_by


def unlink_payment(store: Store, activity_id: int) -> Change:
    """Let an activity be without its payment; the voucher stays in the cash book.

    Raises:
        Conflict: There is none behind it.
        NotFound: It is not there any more.
    """
    line = _line(store, activity_id)
    if line.activity.voucher_id is None:
        raise Conflict("Hoạt động này không gắn phiếu chi nào. Sổ không đổi.")
    with store.writing(f"Bỏ gắn phiếu chi: {named(line.activity)}") as session:
        known = activities.load_activity(session, activity_id)
        activities.save_activity(session, replace(known, voucher_id=None))
    return session.change
