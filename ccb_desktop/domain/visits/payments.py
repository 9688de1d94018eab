"""How what is given at visits stands in the cash book: category, words, level of the fund."""

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.funds.funds import Fund
from ccb_desktop.domain.funds.vouchers import Voucher, VoucherKind
from ccb_desktop.domain.visits.visits import Occasion, PaidBy, Visit

_CATEGORY = {Occasion.FUNERAL.value: "Phúng viếng", Occasion.LONGEVITY.value: "Mừng thọ"}
_OTHERWISE = "Thăm hỏi, tặng quà"


def category_of(occasion: str) -> str:
    """The category of a payment for an occasion, as the list VOUCHER_CATEGORY words it."""
    return _CATEGORY.get(occasion, _OTHERWISE)


def level_of(fund: Fund) -> PaidBy:
    """Whose money a fund holds."""
    return PaidBy.BRANCH if fund.unit_id is None else PaidBy.CHI_HOI


def check_level(fund: Fund, paid_by: PaidBy) -> None:
    """See that money of one level comes out of a fund of that level (rule 18).

    Raises:
        Invalid: On `fund_id`.
    """
    if level_of(fund) is not paid_by:
        whose = "của Hội" if fund.unit_id is None else "của chi hội"
        raise Invalid(
            {"fund_id": f"“{fund.name}” là quỹ {whose}. Chọn quỹ khác, hoặc đổi cấp chi."}
        )


def payment_for(visit: Visit, fund_id: int, occasion_name: str) -> Voucher:
    """The payment of what one visit gives in money.

    Args:
        visit: With an amount.
        fund_id: The fund that pays.
        occasion_name: What the branch calls its occasion.
    """
    about = f"{occasion_name}: {visit.theme.strip()}" if visit.theme.strip() else occasion_name
    return Voucher(
        kind=VoucherKind.PAYMENT,
        issued_on=visit.visited_on,
        fund_id=fund_id,
        place=visit.place,
        amount_dong=visit.amount_dong,
        payer=visit.recipient.strip(),
        content=f"{category_of(visit.occasion)}: {visit.recipient.strip()} ({about})",
        category=category_of(visit.occasion),
        unit_id=visit.unit_id,
        person_id=visit.person_id,
    )
