"""Lines of the book of activities: activities with the names that their ids stand for."""

from dataclasses import dataclass
from datetime import date

from ccb_desktop.domain.activities.activities import Activity


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityLine:
    """An activity as it is listed.

    Attributes:
        kind_name: What the branch calls its kind.
        unit_name: Who held it; the branch itself is told too.
        payment: The number of its payment, `PC-2026-0012`.
        payment_voided_on: When that payment was voided; the activity is then unpaid again.
        listed: How many members its attendance list names; 0 where none is kept.
        present: How many of these were there.
        papers: How many papers are attached.
    """

    activity: Activity
    kind_name: str = ""
    unit_name: str = ""
    payment: str = ""
    payment_voided_on: date | None = None
    listed: int = 0
    present: int = 0
    papers: int = 0

    @property
    def is_paid(self) -> bool:
        """Whether a payment that stands is behind its cost."""
        return bool(self.payment) and self.payment_voided_on is None

    @property
    def payment_told(self) -> str:
        """`PC-2026-0012`; of a voided one also that, for the cost is unpaid again."""
        if self.payment and self.payment_voided_on is not None:
            return f"{self.payment} ĐÃ HỦY {self.payment_voided_on:%d/%m/%Y}"
        if self.payment:
            return self.payment
        return "Chưa có phiếu chi" if self.activity.cost_dong else ""
