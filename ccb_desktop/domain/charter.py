"""Rules of the Hội with their dated numbers: what officers are reminded of, never decided."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from ccb_desktop.domain.members.memberships import EventKind, MembershipEvent, in_order
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.people_names import search_key


class BoardSize(NamedTuple):
    """How many may sit on the board of a branch that has so many members, or more (rule 10)."""

    members_from: int
    least: int
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Charter:
    """The numbers of one charter and its guidance, in force from a day (`rules.md` 2–10).

    Attributes:
        ceremony_working_days: From the decision to the ceremony of admission (rule 2).
        readmission_months: From striking off or expulsion to readmission (rule 3).
        exemption_months: The shortest exemption, and the time between reports (rule 4).
        transfer_working_days: To hand in the letter of introduction (rule 6).
        suspension_working_days: The longest suspension, and with its extension (rule 7).
        strike_off_months: Without attending and paying, before striking off (rule 5).
        complaint_days: To complain of discipline, and to be answered (rule 8).
        phan_hoi_over: A chi hội of more members may form phân hội (rule 9).
        branch_least: The fewest members of a branch (rule 9).
        unit_meeting_months: Between two meetings of a chi hội or phân hội (rule 9).
        board_meeting_months: Between two meetings of the board (rule 10).
        boards: Sizes of the board, by members (rule 10).
        standing_from: Members from which on a board has a standing committee (rule 10).
        standing_part: The standing committee is one in so many of the board (rule 10).
        term_years: From one congress to the next, where the term does not say.
        medal_years: In the Hội before somebody is put forward for the Kỷ niệm chương, where the
            branch has not chosen another number.
    """

    from_on: date
    ceremony_working_days: int
    readmission_months: int
    exemption_months: int
    transfer_working_days: int
    suspension_working_days: tuple[int, int]
    strike_off_months: int
    complaint_days: tuple[int, int]
    phan_hoi_over: int
    branch_least: int
    unit_meeting_months: int
    board_meeting_months: int
    boards: tuple[BoardSize, ...]
    standing_from: int
    standing_part: int
    term_years: int
    medal_years: int

    def board_size(self, members: int) -> BoardSize:
        """How many may sit on the board of a branch of so many members."""
        return [size for size in self.boards if size.members_from <= members][-1]


CHARTERS = (
    Charter(
        from_on=date(2022, 12, 31),
        ceremony_working_days=30,
        readmission_months=12,
        exemption_months=3,
        transfer_working_days=30,
        suspension_working_days=(90, 180),
        strike_off_months=12,
        complaint_days=(30, 60),
        phan_hoi_over=30,
        branch_least=5,
        unit_meeting_months=3,
        board_meeting_months=3,
        boards=(
            BoardSize(0, 2, 2),
            BoardSize(12, 1, 3),
            BoardSize(31, 5, 7),
            BoardSize(101, 9, 15),
        ),
        standing_from=101,
        standing_part=3,
        term_years=5,
        medal_years=10,
    ),
)
"""Oldest first; the next congress adds its numbers here."""


def charter_on(day: date) -> Charter:
    """The charter in force on a day; the first one for days before it."""
    in_force = [charter for charter in CHARTERS if charter.from_on <= day]
    return in_force[-1] if in_force else CHARTERS[0]


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
    leaving = next((e for e in reversed(earlier) if e.kind in LEFT_BY_DECISION), None)
    if leaving is None:
        return concerns
    if leaving.kind is EventKind.RESIGNED:
        return [
            *concerns,
            "Trước đây tự xin ra khỏi Hội; theo hướng dẫn không kết nạp lại.",
        ]
    if leaving.kind is EventKind.STRUCK_OFF and _walked_away(leaving.reason):
        concerns.append(
            f"Trước đây bị xóa tên vì “{leaving.reason}”; theo hướng dẫn không kết nạp lại người "
            "bỏ sinh hoạt, không đóng hội phí 12 tháng hoặc hủy thẻ."
        )
    months = charter_on(on).readmission_months
    allowed = months_after(leaving.happened_on.first_day, months)
    if on < allowed:
        concerns.append(
            f"Chưa đủ {months} tháng kể từ ngày ra khỏi Hội ({leaving.happened_on}); "
            f"đủ từ ngày {PartialDate.of(allowed)}."
        )
    return concerns


def _walked_away(reason: str) -> bool:
    """Whether he was struck off for what rules out readmission (rule 3, H III.4)."""
    said = search_key(reason)
    return any(words in said for words in _WALKED_AWAY)


_WALKED_AWAY = ("khong sinh hoat", "bo sinh hoat", "hoi phi", "huy the")
LEFT_BY_DECISION = frozenset({EventKind.STRUCK_OFF, EventKind.EXPELLED, EventKind.RESIGNED})
"""Leavings after which a return is a readmission."""
