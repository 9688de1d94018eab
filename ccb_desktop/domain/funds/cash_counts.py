"""Cash counted and held against the book."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.printing import short_date

NOTES_DONG = (500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200)
"""The notes in use, the largest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CashCount:
    """The cash of one fund, counted on a day.

    Attributes:
        book_dong: What the book said at the end of that day.
        counted_dong: What lay in the box.
        pieces: How many notes of each value; may be empty where only the sum was written.
        counted_by: Who counted; `witness` looked on.
        reason: What explains a difference.
    """

    id: int | None = None
    fund_id: int
    counted_on: date
    book_dong: int
    counted_dong: int
    pieces: Mapping[int, int]
    counted_by: str = ""
    witness: str = ""
    reason: str = ""

    @property
    def difference_dong(self) -> int:
        """More in the box than in the book is positive."""
        return self.counted_dong - self.book_dong


def sum_of_pieces(pieces: Mapping[int, int]) -> int:
    """What notes come to."""
    return sum(value * count for value, count in pieces.items())


def check_count(count: CashCount, today: date) -> None:
    """See that a count can be kept.

    Raises:
        Invalid: By field: `counted_on`, `counted_dong`, or `reason` where a difference is not
            explained.
    """
    faults: dict[str, str] = {}
    if count.counted_on > today:
        faults["counted_on"] = f"Ngày {short_date(count.counted_on)} chưa tới."
    if count.counted_dong < 0:
        faults["counted_dong"] = "Số tiền đếm được không thể nhỏ hơn 0."
    if count.pieces and sum_of_pieces(count.pieces) != count.counted_dong:
        faults["counted_dong"] = "Số tiền không bằng tổng các tờ đã đếm."
    if count.difference_dong and not count.reason.strip():
        faults["reason"] = "Tiền đếm được khác sổ. Ghi lý do chênh lệch."
    if faults:
        raise Invalid(faults)
