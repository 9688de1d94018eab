"""Funds on two levels, and the places where their money lies."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ccb_desktop.domain.errors import Invalid


class FundPurpose(StrEnum):
    """What a fund is for (mục đích); rule 17 counts *chân quỹ* over `BASE`."""

    DUES = "DUES"
    BASE = "BASE"
    SOLIDARITY = "SOLIDARITY"
    CAMPAIGN = "CAMPAIGN"
    OTHER = "OTHER"


class MoneyPlace(StrEnum):
    """Where money of a fund lies."""

    CASH = "CASH"
    BANK = "BANK"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fund:
    """One fund with its own cash book.

    Attributes:
        unit_id: The chi hội that keeps it; `None` for a fund of the branch.
        opened_on: Nothing is booked before this day.
        closed_on: Nothing is booked after this day.
        bank_account: Where its money in the bank lies, as officers write it.
    """

    id: int | None = None
    name: str
    purpose: FundPurpose
    unit_id: int | None = None
    opened_on: date
    closed_on: date | None = None
    bank_account: str = ""
    note: str = ""

    def is_open_on(self, day: date) -> bool:
        """Whether something may be booked on a day (bounds inclusive)."""
        return self.opened_on <= day and (self.closed_on is None or day <= self.closed_on)


def check_fund(fund: Fund) -> None:
    """See that a fund can be kept.

    Raises:
        Invalid: By field: `name` or `closed_on`.
    """
    faults: dict[str, str] = {}
    if not fund.name.strip():
        faults["name"] = "Ghi tên quỹ."
    if fund.closed_on is not None and fund.closed_on < fund.opened_on:
        faults["closed_on"] = "Ngày đóng quỹ đứng trước ngày mở."
    if faults:
        raise Invalid(faults)
