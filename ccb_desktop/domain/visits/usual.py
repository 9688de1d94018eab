"""What is usually given on an occasion: found by kind of recipient and day."""

from collections.abc import Iterable
from datetime import date

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.money import MOST_DONG
from ccb_desktop.domain.visits.rounds import UsualAmount
from ccb_desktop.domain.visits.visits import RecipientKind


def usual_on(
    amounts: Iterable[UsualAmount], occasion: str, kind: RecipientKind | None, day: date
) -> UsualAmount | None:
    """What is usual on a day: an amount for this kind goes before one for everybody.

    Of several, that with the latest first day counts.
    """
    holding = [
        one
        for one in amounts
        if one.occasion == occasion and one.from_on <= day and one.recipient_kind in (kind, None)
    ]
    return max(holding, key=lambda one: (one.recipient_kind is not None, one.from_on), default=None)


def check_usual(amount: UsualAmount, others: Iterable[UsualAmount]) -> None:
    """See that an amount says something, and stands once.

    Raises:
        Invalid: By field: `occasion`, `amount_dong`, `goods_value_dong`, `from_on`.
    """
    faults: dict[str, str] = {}
    if not amount.occasion:
        faults["occasion"] = "Chọn dịp."
    for name in ("amount_dong", "goods_value_dong"):
        if not 0 <= getattr(amount, name) <= MOST_DONG:
            faults[name] = "Số tiền không hợp lệ."
    if not amount.amount_dong and not amount.goods.strip():
        faults["amount_dong"] = "Ghi số tiền hoặc quà thường tặng."
    same = (amount.occasion, amount.recipient_kind, amount.from_on)
    if any(
        one.id != amount.id and (one.occasion, one.recipient_kind, one.from_on) == same
        for one in others
    ):
        faults["from_on"] = "Dịp và loại đối tượng này đã có mức từ ngày ấy. Sửa mức ấy."
    if faults:
        raise Invalid(faults)
