"""How the cost of an activity stands in the cash book."""

from ccb_desktop.domain.activities.activities import Activity
from ccb_desktop.domain.activities.lines import ActivityLine
from ccb_desktop.domain.errors import Conflict, Invalid
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.funds.vouchers import Voucher, VoucherKind
from ccb_desktop.domain.printing import short_date

CATEGORY = "Hội nghị, sinh hoạt"
"""The category of such payments, as the list VOUCHER_CATEGORY words it."""


def check_payable(line: ActivityLine) -> None:
    """See that a payment may be put behind an activity.

    Raises:
        Invalid: It has no cost: `cost_dong`.
        Conflict: A payment that stands is behind it already.
    """
    if not line.activity.cost_dong:
        raise Invalid({"cost_dong": "Hoạt động này chưa ghi kinh phí. Sửa hoạt động trước."})
    if line.is_paid:
        raise Conflict(
            f"Kinh phí của “{line.activity.name}” đã có phiếu {line.payment}. Sổ không đổi. "
            "Một hoạt động chỉ gắn một phiếu chi."
        )


def payment_for(activity: Activity, fund_id: int, place: MoneyPlace, payee: str) -> Voucher:
    """The payment of what an activity cost.

    Args:
        activity: With its cost.
        fund_id: The fund that pays.
        place: Out of which of its places.
        payee: Who gets the money.
    """
    return Voucher(
        kind=VoucherKind.PAYMENT,
        issued_on=activity.held_on,
        fund_id=fund_id,
        place=place,
        amount_dong=activity.cost_dong,
        payer=payee.strip(),
        content=f"{activity.name.strip()} ngày {short_date(activity.held_on)}",
        category=CATEGORY,
        unit_id=activity.unit_id,
    )
