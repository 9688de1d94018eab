"""How what is given at visits stands in the cash book: category, words, level of the fund."""

from collections.abc import Sequence
from datetime import date

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.funds.funds import Fund
from ccb_desktop.domain.funds.vouchers import Voucher, VoucherKind
from ccb_desktop.domain.visits.rounds import GiftRound, RoundRecipient
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


def round_payment(one: GiftRound, due: Sequence[RoundRecipient], on: date) -> Voucher | None:
    """The one payment for gifts of a round; `None` where no money passes the cash book.

    Args:
        one: The round.
        due: Who gets his gift now.
        on: The day on which it is handed out.
    """
    total = sum(line.amount_dong for line in due)
    if one.fund_id is None or not total:
        return None
    units = {line.unit_id for line in due}
    alone = due[0] if len(due) == 1 else None
    about = f"{category_of(one.occasion)}: {one.title}"
    return Voucher(
        kind=VoucherKind.PAYMENT,
        issued_on=on,
        fund_id=one.fund_id,
        place=one.place,
        amount_dong=total,
        payer=alone.recipient if alone else f"Danh sách ký nhận ({len(due)} người)",
        content=about if alone else f"{about} (theo danh sách {len(due)} người)",
        category=category_of(one.occasion),
        unit_id=units.pop() if len(units) == 1 else None,
        person_id=alone.person_id if alone else None,
    )


def round_visit(one: GiftRound, line: RoundRecipient, on: date) -> Visit:
    """The visit that stands for one gift of a round, yet without its payment."""
    return Visit(
        visited_on=on,
        occasion=one.occasion,
        theme=one.theme,
        recipient_kind=line.recipient_kind,
        recipient=line.recipient,
        person_id=line.person_id,
        unit_id=line.unit_id,
        paid_by=one.paid_by,
        amount_dong=line.amount_dong,
        goods=line.goods,
        goods_value_dong=line.goods_value_dong,
        fund_id=one.fund_id if line.amount_dong else None,
        place=one.place,
        round_id=one.id,
        note=line.note,
    )
