"""Rules of the Hội with their dated numbers: what officers are reminded of, never decided."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from ccb_desktop.domain.members.memberships import EventKind, MembershipEvent, in_order
from ccb_desktop.domain.partial_dates import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Charter:
    """The numbers of one charter and its guidance, in force from a day (`rules.md` 2–9).

    Attributes:
        ceremony_working_days: From the decision to the ceremony of admission (rule 2).
        readmission_months: From striking off or expulsion to readmission (rule 3).
        exemption_months: The shortest exemption, and the time between reports (rule 4).
        transfer_working_days: To hand in the letter of introduction (rule 6).
        suspension_working_days: The longest suspension, and with its extension (rule 7).
        phan_hoi_over: A chi hội of more members may form phân hội (rule 9).
    """

    from_on: date
    ceremony_working_days: int
    readmission_months: int
    exemption_months: int
    transfer_working_days: int
    suspension_working_days: tuple[int, int]
    phan_hoi_over: int


CHARTERS = (
    Charter(
        from_on=date(2022, 12, 31),
        ceremony_working_days=30,
        readmission_months=12,
        exemption_months=3,
        transfer_working_days=30,
        suspension_working_days=(90, 180),
        phan_hoi_over=30,
    ),
)
"""Oldest first; the next congress adds its numbers here."""


def charter_on(day: date) -> Charter:
    """The charter in force on a day; the first one for days before it."""
    in_force = [charter for charter in CHARTERS if charter.from_on <= day]
    return in_force[-1] if in_force else CHARTERS[0]


def working_days_after(day: date, count: int) -> date:
    """The day that lies `count` working days (Monday to Friday) after another.

    Public holidays are not known here, so the true day may lie a little later.
    """
    while count > 0:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def months_after(day: date, months: int) -> date:
    """The same day of a later month; its last day where the month is too short."""
    place = day.month - 1 + months
    first = PartialDate(day.year + place // 12, place % 12 + 1)
    return min(first.first_day + timedelta(days=day.day - 1), first.last_day)


def readmission_concerns(events: Iterable[MembershipEvent], on: date) -> list[str]:
    """What speaks against readmission on a day (rule 3), one sentence each."""
    earlier = [event for event in in_order(events) if event.happened_on.first_day <= on]
    concerns = []
    if any(event.kind is EventKind.READMITTED for event in earlier):
        concerns.append("Đã kết nạp lại một lần; theo hướng dẫn chỉ được kết nạp lại một lần.")
    leaving = next((e for e in reversed(earlier) if e.kind in _LEFT_BY_DECISION), None)
    if leaving is not None and leaving.kind is EventKind.RESIGNED:
        concerns.append("Trước đây tự xin ra khỏi Hội; theo hướng dẫn không kết nạp lại.")
    elif leaving is not None:
        months = charter_on(on).readmission_months
        allowed = months_after(leaving.happened_on.first_day, months)
        if on < allowed:
            concerns.append(
                f"Chưa đủ {months} tháng kể từ ngày ra khỏi Hội ({leaving.happened_on}); "
                f"đủ từ ngày {PartialDate.of(allowed)}."
            )
    return concerns


_LEFT_BY_DECISION = frozenset({EventKind.STRUCK_OFF, EventKind.EXPELLED, EventKind.RESIGNED})
