"""What funds hold on their first day."""

from collections.abc import Mapping

from ccb_desktop.domain.funds.funds import Fund, MoneyPlace
from ccb_desktop.domain.funds.vouchers import Voucher, VoucherKind

OPENING_CONTENT = {
    MoneyPlace.CASH: "Tồn đầu tiền mặt",
    MoneyPlace.BANK: "Tồn đầu tiền gửi ngân hàng",
}


def opening_vouchers(fund: Fund, opening: Mapping[MoneyPlace, int]) -> list[Voucher]:
    """What has to be booked for a fund to hold something on its first day."""
    return [
        Voucher(
            kind=VoucherKind.OPENING,
            issued_on=fund.opened_on,
            fund_id=fund.id or 0,
            place=place,
            amount_dong=amount,
            content=OPENING_CONTENT[place],
        )
        for place, amount in opening.items()
        if amount
    ]
