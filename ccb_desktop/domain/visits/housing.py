"""Houses built or mended with the help of the Hội (xóa nhà tạm, dột nát)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class HousingKind(StrEnum):
    """What is done to a house."""

    NEW = "NEW"
    REPAIR = "REPAIR"


@dataclass(frozen=True, slots=True, kw_only=True)
class HousingSource:
    """Money for a house that is not the branch's own."""

    id: int | None = None
    source: str
    amount_dong: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HousingSupport:
    """Help for the house of one family.

    Attributes:
        head_name: Head of the household.
        branch_dong: What the branch gives; counted when the house is handed over (meaning 16).
        voucher_id: The payment, where it passed the cash book.
        sources: What others give.
    """

    id: int | None = None
    head_name: str
    person_id: int | None = None
    unit_id: int | None = None
    kind: HousingKind | None = None
    started_on: date | None = None
    handed_over_on: date | None = None
    cost_dong: int = 0
    branch_dong: int = 0
    fund_id: int | None = None
    voucher_id: int | None = None
    sources: tuple[HousingSource, ...] = ()
    voided_on: date | None = None
    note: str = ""
