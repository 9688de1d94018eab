"""Gift rounds: chosen by criteria, edited, signed for, paid in one step."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.visits.visits import PaidBy, RecipientKind


class Handed(StrEnum):
    """What became of one gift of a round."""

    LISTED = "LISTED"
    RECEIVED = "RECEIVED"
    ABSENT = "ABSENT"


@dataclass(frozen=True, slots=True, kw_only=True)
class GiftRound:
    """One round of gifts.

    Attributes:
        title: As it stands over the list: `Tặng quà Tết Bính Ngọ 2026`.
        occasion, theme: Of each visit that it makes.
        planned_on: The day for which it is prepared; ages and criteria hold on it.
        criteria: The query by which its list was made, as `domain.queries` writes it.
        amount_dong: For each recipient, unless his line says otherwise.
        paid_on: When it was paid; `None` while it is being prepared.
        voucher_id: The one payment for the whole round.
    """

    id: int | None = None
    title: str
    occasion: str
    theme: str = ""
    planned_on: date
    criteria: str = ""
    paid_by: PaidBy = PaidBy.BRANCH
    fund_id: int | None = None
    place: MoneyPlace = MoneyPlace.CASH
    amount_dong: int = 0
    goods: str = ""
    goods_value_dong: int = 0
    paid_on: date | None = None
    voucher_id: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundRecipient:
    """One line of the list of a round.

    Attributes:
        why: What he is on the list for: `Hộ nghèo; Thương binh`.
        handed: Whether he has his gift; an absentee's money stays in the fund.
    """

    id: int | None = None
    round_id: int
    recipient: str
    recipient_kind: RecipientKind = RecipientKind.MEMBER
    person_id: int | None = None
    unit_id: int | None = None
    address: str = ""
    why: str = ""
    amount_dong: int = 0
    goods: str = ""
    goods_value_dong: int = 0
    handed: Handed = Handed.LISTED
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UsualAmount:
    """What is usually given on an occasion to a kind of recipient, from a day on.

    Attributes:
        from_age: Only to those who are as old or older in the year of the day.
    """

    id: int | None = None
    occasion: str
    recipient_kind: RecipientKind | None = None
    from_age: int | None = None
    amount_dong: int = 0
    goods: str = ""
    goods_value_dong: int = 0
    from_on: date
