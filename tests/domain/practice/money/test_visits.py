"""Visits of the practice branch stand behind payments, each with the same money and person."""

from datetime import date

from ccb_desktop.domain.funds.vouchers import Voucher, VoucherKind
from ccb_desktop.domain.practice.money.visits import make_visits
from ccb_desktop.domain.visits.visits import Occasion, RecipientKind


def a_payment(category, **more):
    values = {"person_id": 3, "payer": "Gia đình ông Tám", "issued_on": date(2026, 3, 1), **more}
    return Voucher(
        kind=VoucherKind.PAYMENT, fund_id=1, amount_dong=500, category=category, **values
    )


def test_condolences_and_sick_calls_are_told_and_nothing_else():
    vouchers = [
        a_payment("Văn phòng phẩm, nước uống"),
        a_payment("Phúng viếng"),
        a_payment("Thăm hỏi, tặng quà", person_id=None),
        a_payment("Thăm hỏi, tặng quà"),
    ]
    funeral, sick = make_visits(vouchers)
    assert (funeral.occasion, funeral.recipient_kind) == (Occasion.FUNERAL, RecipientKind.MEMBER)
    assert funeral.recipient == "ông Tám"
    assert (funeral.voucher_id, sick.voucher_id) == (1, 3)
    assert (sick.occasion, sick.amount_dong, sick.person_id) == (Occasion.SICK, 500, 3)
