"""Visits and gifts: to whom, on what occasion, by whose money."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.money import MOST_DONG


class Occasion(StrEnum):
    """The occasions that figures know; the branch may add its own to the list OCCASION."""

    SICK = "SICK"
    HARDSHIP = "HARDSHIP"
    HOLIDAY = "HOLIDAY"
    FUNERAL = "FUNERAL"
    LONGEVITY = "LONGEVITY"
    ARMY_DAY = "ARMY_DAY"
    HOI_DAY = "HOI_DAY"
    WAR_INVALIDS_DAY = "WAR_INVALIDS_DAY"
    REUNION = "REUNION"
    ENLISTMENT = "ENLISTMENT"
    POOR_HOUSEHOLD = "POOR_HOUSEHOLD"
    OTHER = "OTHER"


class RecipientKind(StrEnum):
    """What a recipient is to the Hội."""

    MEMBER = "MEMBER"
    RELATIVE = "RELATIVE"
    POLICY_FAMILY = "POLICY_FAMILY"
    POOR_HOUSEHOLD = "POOR_HOUSEHOLD"
    RECRUIT = "RECRUIT"
    OTHER = "OTHER"


class PaidBy(StrEnum):
    """Whose money it is; the two are never added silently (rule 18)."""

    BRANCH = "BRANCH"
    CHI_HOI = "CHI_HOI"


UNKNOWN_MEMBER = (
    "Chưa chọn hội viên nào trong danh sách hiện ra khi gõ tên. Chọn đúng người, "
    "hoặc đổi Loại đối tượng nếu là người ngoài Hội."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One visit or gift to one recipient: one *lượt*.

    Attributes:
        occasion: Code of `Occasion`, or one that the branch added.
        theme: Of a reunion, what it is held for.
        recipient: The name as it stands in the visit book.
        person_id: The recipient, where he is in the books; else he is told apart by his name.
        unit_id: Where he belongs.
        goods_value_dong: What the goods are worth.
        voucher_id: The payment; several visits of one round share it. A visit with a voucher
            is taken back only by voiding that.
        returned_voucher_id: The receipt by which the money came back to its fund, where the
            recipient of a round was absent.
        round_id: The round it was a part of.
        visitors: Who went.
        voided_on: When its voucher was voided; it counts until then, and is taken off again
            on that day.
    """

    id: int | None = None
    visited_on: date
    occasion: str
    theme: str = ""
    recipient_kind: RecipientKind = RecipientKind.MEMBER
    recipient: str
    person_id: int | None = None
    unit_id: int | None = None
    paid_by: PaidBy = PaidBy.BRANCH
    amount_dong: int = 0
    goods: str = ""
    goods_value_dong: int = 0
    fund_id: int | None = None
    place: MoneyPlace = MoneyPlace.CASH
    voucher_id: int | None = None
    returned_voucher_id: int | None = None
    round_id: int | None = None
    visitors: str = ""
    voided_on: date | None = None
    note: str = ""


def is_unknown_member(kind: RecipientKind, person_id: int | None) -> bool:
    """Whether somebody is called a member, and counted as one, whom the roster does not know."""
    return kind is RecipientKind.MEMBER and person_id is None


def check_visit(visit: Visit, today: date) -> None:
    """See that a visit can be kept.

    Raises:
        Invalid: By field: `recipient`, `visited_on`, `amount_dong`, `goods_value_dong`, `theme`.
    """
    faults: dict[str, str] = {}
    if not visit.recipient.strip():
        faults["recipient"] = "Ghi tên người được thăm, tặng quà."
    elif is_unknown_member(visit.recipient_kind, visit.person_id):
        faults["recipient"] = UNKNOWN_MEMBER
    if visit.visited_on > today:
        faults["visited_on"] = f"Ngày {visit.visited_on:%d/%m/%Y} chưa tới. Ghi ngày đã thăm."
    for name in ("amount_dong", "goods_value_dong"):
        if not 0 <= getattr(visit, name) <= MOST_DONG:
            faults[name] = "Số tiền không hợp lệ."
    if visit.occasion == Occasion.REUNION and not visit.theme.strip():
        faults["theme"] = "Ghi chủ đề gặp mặt, ví dụ: Mặt trận Vị Xuyên."
    if faults:
        raise Invalid(faults)
