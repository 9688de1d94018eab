"""Vouchers: what one paper of the cash book says, and what it must say to be booked."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.money import MOST_DONG, format_dong


class VoucherKind(StrEnum):
    """What a voucher does; each kind has its own numbers (rule 23)."""

    RECEIPT = "RECEIPT"
    PAYMENT = "PAYMENT"
    TRANSFER = "TRANSFER"
    OPENING = "OPENING"
    REVERSAL = "REVERSAL"


SERIES = {
    VoucherKind.RECEIPT: "PT",
    VoucherKind.PAYMENT: "PC",
    VoucherKind.TRANSFER: "CQ",
    VoucherKind.OPENING: "TD",
    VoucherKind.REVERSAL: "PH",
}
"""What the numbers of a kind begin with: phiếu thu, phiếu chi, chuyển quỹ, tồn đầu, phiếu hủy."""

_NUMBER = re.compile(r"(PT|PC|CQ|TD|PH)-(\d{4})-(\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Voucher:
    """One voucher; a draft until it is posted, and never changed afterwards.

    Attributes:
        number: Within its kind and the year of `issued_on`, without gaps; given at posting.
        posted_at: When it was posted; `None` for a draft.
        fund_id: The fund it belongs to; of a transfer, the one that gives.
        to_fund_id: Of a transfer, the fund that receives; it may be the same fund, whose
            money goes from one place to the other.
        payer: Who pays in, or who receives.
        unit_id: The chi hội it concerns.
        campaign_id: The campaign for which money came or went.
        person_id: The person of the roster who pays or receives.
        voids_id: Of a reversal, the voucher it takes back.
        reason: Of a reversal, why.
        old_number: The number on a paper voucher written before.
    """

    id: int | None = None
    kind: VoucherKind
    number: int | None = None
    issued_on: date
    posted_at: datetime | None = None
    fund_id: int
    place: MoneyPlace = MoneyPlace.CASH
    to_fund_id: int | None = None
    to_place: MoneyPlace | None = None
    amount_dong: int
    payer: str = ""
    address: str = ""
    content: str = ""
    category: str = ""
    unit_id: int | None = None
    person_id: int | None = None
    campaign_id: int | None = None
    voids_id: int | None = None
    reason: str = ""
    old_number: str = ""
    note: str = ""

    @property
    def is_posted(self) -> bool:
        """Whether it stands in the book."""
        return self.posted_at is not None

    @property
    def number_text(self) -> str:
        """Its number in print, `PT-2026-0001`; empty for a draft."""
        if self.number is None:
            return ""
        return number_text(self.kind, self.issued_on.year, self.number)


def number_text(kind: VoucherKind, year: int, number: int) -> str:
    """A number in print: `PT-2026-0001`."""
    return f"{SERIES[kind]}-{year}-{number:04}"


@dataclass(frozen=True, slots=True)
class VoucherNumber:
    """A voucher's number, taken apart."""

    kind: VoucherKind
    year: int
    number: int


def parse_number(text: str) -> VoucherNumber | None:
    """`PT-2026-0001` taken apart; `None` when it is no number of a voucher."""
    found = _NUMBER.fullmatch(text.strip().upper())
    if found is None:
        return None
    kind = next(kind for kind, series in SERIES.items() if series == found[1])
    return VoucherNumber(kind, int(found[2]), int(found[3]))


def check_voucher(voucher: Voucher, today: date) -> None:
    """See that a voucher can be posted, as far as the paper itself tells.

    Raises:
        Invalid: By field: `amount_dong`, `issued_on`, `content`, `to_fund_id`, `reason`.
    """
    faults: dict[str, str] = {}
    least = 0 if voucher.kind is VoucherKind.OPENING else 1
    if voucher.amount_dong < least:
        faults["amount_dong"] = "Ghi số tiền lớn hơn 0."
    elif voucher.amount_dong > MOST_DONG:
        most = format_dong(MOST_DONG)
        faults["amount_dong"] = f"Số tiền quá lớn; một phiếu nhiều nhất {most} đồng."
    if voucher.issued_on > today:
        faults["issued_on"] = f"Ngày {voucher.issued_on:%d/%m/%Y} chưa tới. Ghi ngày thu, chi thật."
    if not voucher.content.strip():
        faults["content"] = "Ghi nội dung thu, chi."
    if voucher.kind is VoucherKind.TRANSFER:
        faults |= _transfer_faults(voucher)
    if voucher.kind is VoucherKind.REVERSAL and not voucher.reason.strip():
        faults["reason"] = "Ghi lý do hủy phiếu."
    if faults:
        raise Invalid(faults)


def _transfer_faults(voucher: Voucher) -> dict[str, str]:
    if voucher.to_fund_id is None or voucher.to_place is None:
        return {"to_fund_id": "Chọn quỹ nhận tiền."}
    if (voucher.fund_id, voucher.place) == (voucher.to_fund_id, voucher.to_place):
        return {"to_fund_id": "Quỹ nhận trùng với quỹ chuyển. Chọn quỹ khác hoặc nơi để tiền khác."}
    return {}
