"""By what rows of money are told to be equal in every column."""

from collections.abc import Hashable

from ccb_desktop.domain.funds.campaigns import Contribution
from ccb_desktop.domain.funds.dues import DuesPayment
from ccb_desktop.domain.funds.loans import Repayment
from ccb_desktop.domain.funds.vouchers import Voucher, VoucherKind
from ccb_desktop.domain.imports.stored_money import StoredMoney
from ccb_desktop.domain.imports.told_vouchers import told_vouchers
from ccb_desktop.domain.people_names import search_key
from ccb_desktop.domain.visits.visits import Visit

_IN_BOOK = "đã có trong sổ"


def voucher_signature(voucher: Voucher) -> Hashable:
    """Equal for two rows of *Thu chi* that are equal in every column."""
    return (
        *("vouchers", voucher.kind, voucher.issued_on, voucher.fund_id, voucher.place),
        *(voucher.amount_dong, search_key(voucher.payer), search_key(voucher.content)),
        *(voucher.unit_id, voucher.campaign_id, search_key(voucher.old_number)),
        search_key(voucher.note),
    )


def dues_signature(payment: DuesPayment, fund_id: int | None) -> Hashable:
    """Equal for two rows of *Hội phí* that tell of the same payment."""
    told = (payment.person_id, payment.year, payment.amount_dong, payment.paid_on)
    return ("dues", *told, fund_id)


def contribution_signature(given: Contribution) -> Hashable:
    """Equal for two rows of *Vận động* that are equal in every column."""
    return (
        *("contributions", given.campaign_id, given.given_on, search_key(given.donor)),
        *(given.donor_kind, given.unit_id, given.amount_dong, search_key(given.goods)),
        *(given.goods_value_dong, given.through_book),
        given.fund_id if given.voucher_id is not None else None,
    )


def repayment_signature(read: Repayment) -> Hashable:
    """Equal for two rows of *Trả vốn* that are equal in every column."""
    return ("repayments", read.loan_id, read.paid_on, read.principal_dong, read.interest_dong)


def visit_signature(visit: Visit, fund_id: int | None) -> Hashable:
    """Equal for two rows of *Thăm hỏi* that are equal in every column.

    Somebody of the roster is the same wherever the visit book says he belongs.

    Args:
        visit: What was given to whom.
        fund_id: The fund that paid it; `None` where it did not pass a cash book.
    """
    by_name = (search_key(visit.recipient), visit.unit_id)
    who = by_name if visit.person_id is None else visit.person_id
    return (
        *("visits", visit.visited_on, visit.occasion, visit.recipient_kind, who),
        *(visit.paid_by, visit.amount_dong, search_key(visit.goods), visit.goods_value_dong),
        *(fund_id, search_key(visit.theme), search_key(visit.note)),
    )


def signatures_of(stored: StoredMoney) -> dict[Hashable, str]:
    """What the books say already: signature → where it stands, in words."""
    fund_of = {one.id: one.fund_id for one in stored.hand_ins}
    found: dict[Hashable, str] = {
        dues_signature(one, fund_of.get(one.hand_in_id)): _IN_BOOK for one in stored.dues_payments
    }
    found |= {contribution_signature(one): _IN_BOOK for one in stored.contributions}
    found |= {repayment_signature(one): _IN_BOOK for one in stored.repayments}
    found |= {
        visit_signature(one, None if one.voucher_id is None else one.fund_id): _IN_BOOK
        for one in stored.visits
    }
    rows = (VoucherKind.RECEIPT, VoucherKind.PAYMENT)
    vouchers = [one for one in stored.vouchers if one.kind in rows]
    vouchers += told_vouchers(stored)
    return found | {voucher_signature(one): f"phiếu {one.number_text}" for one in vouchers}
