"""The visit book of the practice branch: a visit behind each payment to one of its people."""

from collections.abc import Iterator, Sequence

from ccb_desktop.domain.funds.vouchers import Voucher, VoucherKind
from ccb_desktop.domain.practice.money.everyday import OF_FAMILY
from ccb_desktop.domain.visits.payments import category_of
from ccb_desktop.domain.visits.visits import Occasion, Visit

_VISITORS = "Đại diện Ban Chấp hành, chi hội trưởng"
_OCCASIONS = {category_of(one): one for one in (Occasion.SICK, Occasion.FUNERAL)}


def make_visits(vouchers: Sequence[Voucher]) -> Iterator[Visit]:
    """Visits to the sick and condolences; `voucher_id` is the place among the vouchers."""
    for place, voucher in enumerate(vouchers):
        occasion = _OCCASIONS.get(voucher.category)
        if voucher.kind is VoucherKind.PAYMENT and voucher.person_id and occasion is not None:
            yield Visit(
                visited_on=voucher.issued_on,
                occasion=occasion,
                recipient=voucher.payer.removeprefix(OF_FAMILY),
                person_id=voucher.person_id,
                unit_id=voucher.unit_id,
                amount_dong=voucher.amount_dong,
                fund_id=voucher.fund_id,
                place=voucher.place,
                voucher_id=place,
                visitors=_VISITORS,
            )
