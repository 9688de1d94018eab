"""What funds did over a period: what they held, took in, paid out, moved, and hold (rule 26)."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import NamedTuple

from ccb_desktop.domain.funds.vouchers import VoucherKind


class Flow(NamedTuple):
    """What vouchers of one kind and category did to a fund in some days.

    Attributes:
        month: Year and month, `2026-03`.
        deed: Kind of the vouchers; of a reversal, that of the voucher it takes back.
        comes_in: Whether they stand among what came in.
        dong: What came in, or what went out; negative where more was taken back.
    """

    fund_id: int
    month: str
    deed: VoucherKind
    comes_in: bool
    category: str
    dong: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Turnover:
    """One fund over a period, or several together, in đồng.

    What a reversal takes back is taken off where its voucher stood, on the day of the reversal.

    Attributes:
        opening_dong: What was there before the first day.
        opened_dong: What opening vouchers of these days say was there; neither in nor out.
        in_dong: Receipts.
        out_dong: Payments.
        moved_in_dong: Came from other funds.
        moved_out_dong: Went to other funds.
    """

    opening_dong: int = 0
    opened_dong: int = 0
    in_dong: int = 0
    out_dong: int = 0
    moved_in_dong: int = 0
    moved_out_dong: int = 0

    @property
    def begun_dong(self) -> int:
        """What the period began with: what was there, and what funds opened in it brought."""
        return self.opening_dong + self.opened_dong

    @property
    def closing_dong(self) -> int:
        """What is there at the end of the last day."""
        came = self.in_dong + self.moved_in_dong
        return self.begun_dong + came - self.out_dong - self.moved_out_dong


NOTHING = Turnover()
"""Of a fund that holds nothing and did nothing."""


def together(turnovers: Iterable[Turnover]) -> Turnover:
    """Several as one; what they moved among each other stays told on both sides."""
    parts = list(turnovers)
    names = [field.name for field in fields(Turnover)]
    return Turnover(**{name: sum(getattr(part, name) for part in parts) for name in names})
