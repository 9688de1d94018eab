"""What is usually given on an occasion: found by age, kind of recipient and day."""

from collections.abc import Iterable
from datetime import date

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.money import MOST_DONG
from ccb_desktop.domain.visits.rounds import UsualAmount
from ccb_desktop.domain.visits.visits import RecipientKind

OLDEST = 130
"""No usual amount begins at a higher age."""


def usual_on(
    amounts: Iterable[UsualAmount],
    occasion: str,
    kind: RecipientKind | None,
    day: date,
    age: int | None = None,
) -> UsualAmount | None:
    """What is usual on a day: the highest age that is reached goes first, then the kind.

    An amount for this kind goes before one for everybody; of several, that with the latest first
    day counts. Of whom no age is known gets what is given at any age.
    """
    holding = [
        one
        for one in amounts
        if one.occasion == occasion
        and one.from_on <= day
        and one.recipient_kind in (kind, None)
        and _reached(one.from_age, age)
    ]
    return max(
        holding,
        key=lambda one: (one.from_age or 0, one.recipient_kind is not None, one.from_on),
        default=None,
    )


def _reached(from_age: int | None, age: int | None) -> bool:
    return from_age is None or (age is not None and age >= from_age)


def check_usual(amount: UsualAmount, others: Iterable[UsualAmount]) -> None:
    """See that an amount says something, and stands once.

    Raises:
        Invalid: By field: `occasion`, `from_age`, `amount_dong`, `goods_value_dong`, `from_on`.
    """
    faults: dict[str, str] = {}
    if not amount.occasion:
        faults["occasion"] = "Chọn dịp."
    if amount.from_age is not None and not 1 <= amount.from_age <= OLDEST:
        faults["from_age"] = f"Ghi tuổi từ 1 đến {OLDEST}, hoặc để trống."
    for name in ("amount_dong", "goods_value_dong"):
        if not 0 <= getattr(amount, name) <= MOST_DONG:
            faults[name] = "Số tiền không hợp lệ."
    if not amount.amount_dong and not amount.goods.strip():
        faults["amount_dong"] = "Ghi số tiền hoặc quà thường tặng."
    if any(one.id != amount.id and _whose(one) == _whose(amount) for one in others):
        faults["from_on"] = "Dịp, loại đối tượng và tuổi này đã có mức từ ngày ấy. Sửa mức ấy."
    if faults:
        raise Invalid(faults)


def _whose(amount: UsualAmount) -> tuple[object, ...]:
    return amount.occasion, amount.recipient_kind, amount.from_age, amount.from_on
