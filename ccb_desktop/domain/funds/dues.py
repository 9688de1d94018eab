"""Dues: dated rates and their split, exemptions, what was paid and handed in."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.members.memberships import Status


class DuesPeriod(StrEnum):
    """For how long a rate is told."""

    YEAR = "YEAR"
    MONTH = "MONTH"


@dataclass(frozen=True, slots=True, kw_only=True)
class DuesRate:
    """What a member owes from a day on, and who keeps how much of it.

    Attributes:
        from_on: First day of the month from which it holds.
        amount_dong: For a year, or for a month by `period`.
        chi_hoi_percent: What the chi hội keeps.
        upper_percent: What is handed up; the branch keeps the rest.
    """

    id: int | None = None
    from_on: date
    period: DuesPeriod = DuesPeriod.YEAR
    amount_dong: int
    chi_hoi_percent: int = 0
    upper_percent: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DuesExemption:
    """Who owes nothing: one person, all of a status, or all from an age on.

    Attributes:
        person_id: The person; exactly one of the three is given.
        status: Everybody of this status.
        age_from: Everybody of this age (rule 15) or more.
        to_on: Last day; open when `None`.
    """

    id: int | None = None
    person_id: int | None = None
    status: Status | None = None
    age_from: int | None = None
    from_on: date
    to_on: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DuesPayment:
    """What one member paid for one year, or one month of it.

    Attributes:
        month: 1 to 12 where the branch collects by month; `None` for the year as a whole.
        unit_id: Where he stood when he paid.
        hand_in_id: The handing in it came with; `None` where it did not pass a cash book.
        voided_on: When its voucher was voided; it counts until then, and is taken off again
            on that day.
    """

    id: int | None = None
    person_id: int
    year: int
    month: int | None = None
    amount_dong: int
    paid_on: date
    unit_id: int | None = None
    hand_in_id: int | None = None
    voided_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DuesHandIn:
    """What a chi hội handed in at once: one receipt, and behind it the list of who paid.

    Attributes:
        voucher_id: The receipt of the fund that took the money.
        share_voucher_id: The receipt of the chi hội's own fund for the share it kept.
    """

    id: int | None = None
    unit_id: int | None = None
    year: int
    handed_on: date
    fund_id: int
    place: MoneyPlace = MoneyPlace.CASH
    amount_dong: int
    voucher_id: int
    share_voucher_id: int | None = None
    voided_on: date | None = None
