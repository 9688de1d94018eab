"""Lines of the treasurer's lists: vouchers with their names, and who may pay or receive."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ccb_desktop.domain.funds.vouchers import Voucher, VoucherKind
from ccb_desktop.domain.partial_dates import PartialDate


class Payer(NamedTuple):
    """A person of the roster as he is found when money comes or goes.

    Attributes:
        unit_id: Where he stands on the day, in the Hội before a club.
    """

    person_id: int
    full_name: str
    born_on: PartialDate | None
    address: str
    unit_id: int | None
    unit_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VoucherLine:
    """A voucher with the names that its ids stand for.

    Attributes:
        fund_name: The fund; of a transfer, the one that gives.
        voids: Of a reversal, the number of the voucher that it takes back.
        takes_back: Of a reversal, the kind of that voucher.
        voided_by: The number of the reversal that took it back.
        voided_on: When that was.
    """

    voucher: Voucher
    fund_name: str = ""
    to_fund_name: str = ""
    unit_name: str = ""
    voids: str = ""
    takes_back: VoucherKind | None = None
    voided_by: str = ""
    voided_on: date | None = None

    @property
    def deed(self) -> VoucherKind:
        """What kind of money it tells of: of a reversal, that of the voucher it takes back."""
        return self.takes_back or self.voucher.kind

    @property
    def signed_dong(self) -> int:
        """What it adds to its kind of money: a reversal takes off, a draft adds nothing."""
        if not self.voucher.is_posted:
            return 0
        back = self.voucher.kind is VoucherKind.REVERSAL
        return -self.voucher.amount_dong if back else self.voucher.amount_dong

    @property
    def is_draft(self) -> bool:
        """Whether it is not in the book yet."""
        return not self.voucher.is_posted

    @property
    def can_be_voided(self) -> bool:
        """Whether it stands in the book, and nothing took it back."""
        return (
            self.voucher.is_posted
            and not self.voided_by
            and self.voucher.kind is not VoucherKind.REVERSAL
        )
