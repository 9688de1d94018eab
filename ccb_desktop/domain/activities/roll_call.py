"""The attendance list of a meeting: who is called, and whether enough are there (rule 11)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ccb_desktop.domain.activities.activities import Presence
from ccb_desktop.domain.charter import months_after
from ccb_desktop.domain.members.memberships import Status
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.printing import number, share, short_date

_MONTHS = 12
_LEFT_OUT_ABSENT = frozenset({Status.EXEMPT, Status.SUSPENDED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """One member as he stands on an attendance list.

    Attributes:
        sub_unit_name: The phân hội.
        status: Of the day of the meeting; `None` for somebody who stood in no unit of it then.
        presence: `None` before the roll is called.
    """

    person_id: int
    full_name: str
    born_on: PartialDate | None = None
    card_no: str = ""
    sub_unit_name: str = ""
    status: Status | None = Status.ACTIVE
    presence: Presence | None = None

    @property
    def is_left_out(self) -> bool:
        """Whether no vote counts him: exempt, suspended or excused, and absent."""
        if self.presence is Presence.PRESENT:
            return False
        return self.presence is Presence.EXCUSED or self.status in _LEFT_OUT_ABSENT


@dataclass(frozen=True, slots=True)
class Quorum:
    """Who is counted at a meeting (rule 11).

    Attributes:
        on_list: How many the list names.
        left_out: The exempt, suspended and excused who are absent.
        present: How many are there.
    """

    on_list: int
    left_out: int
    present: int

    @property
    def summoned(self) -> int:
        """How many are counted as summoned."""
        return self.on_list - self.left_out

    @property
    def majority(self) -> int:
        """The smallest number that is more than half of them."""
        return self.summoned // 2 + 1

    @property
    def two_thirds(self) -> int:
        """The smallest number that is at least two thirds of them."""
        return -(-2 * self.summoned // 3)

    @property
    def is_majority(self) -> bool:
        """Whether more than half are there."""
        return self.summoned > 0 and self.present >= self.majority

    @property
    def is_two_thirds(self) -> bool:
        """Whether at least two thirds are there."""
        return self.summoned > 0 and self.present >= self.two_thirds

    @property
    def told(self) -> str:
        """One sentence for the window and the minutes."""
        if self.summoned <= 0:
            return "Chưa có ai được tính là triệu tập."
        left_out = (
            f" (đã trừ {number(self.left_out)} người miễn sinh hoạt, bị đình chỉ hoặc vắng có lý "
            "do)"
            if self.left_out
            else ""
        )
        return (
            f"Triệu tập {number(self.summoned)} hội viên{left_out}, có mặt "
            f"{number(self.present)}. {self.verdict}"
        )

    @property
    def brief(self) -> str:
        """The same in a line, as it stands above the list while the roll is called."""
        if self.summoned <= 0:
            return "Chưa có ai được tính là triệu tập."
        left_out = f", đã trừ {number(self.left_out)}" if self.left_out else ""
        half, thirds = (
            "đủ" if enough else "chưa đủ" for enough in (self.is_majority, self.is_two_thirds)
        )
        return (
            f"Triệu tập {number(self.summoned)}{left_out}; có mặt {number(self.present)}: "
            f"{half} quá nửa ({number(self.majority)}), "
            f"{thirds} hai phần ba ({number(self.two_thirds)})."
        )

    @property
    def verdict(self) -> str:
        """Whether more than half and two thirds are there, and how many that takes."""
        half = f"quá nửa (cần {number(self.majority)})"
        thirds = f"hai phần ba (cần {number(self.two_thirds)})"
        if self.is_two_thirds and self.is_majority:
            return f"Đủ {half} và đủ {thirds}."
        if self.is_majority:
            return f"Đủ {half}, chưa đủ {thirds}."
        return f"Chưa đủ {half}, chưa đủ {thirds}."


def quorum(called: Iterable[Called]) -> Quorum:
    """What a list comes to; whoever was not called yet counts as absent."""
    found = list(called)
    return Quorum(
        on_list=len(found),
        left_out=sum(one.is_left_out for one in found),
        present=sum(one.presence is Presence.PRESENT for one in found),
    )


def everybody_present(called: Sequence[Called]) -> list[Called]:
    """How a new list begins: all there, but for the exempt and the suspended."""
    return [
        replace(
            one,
            presence=Presence.EXCUSED if one.status in _LEFT_OUT_ABSENT else Presence.PRESENT,
        )
        if one.presence is None
        else one
        for one in called
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendedLine:
    """One meeting on whose attendance list a person stands."""

    activity_id: int
    held_on: date
    name: str
    kind_name: str
    unit_name: str
    presence: Presence


def attended_told(lines: Iterable[AttendedLine], on: date) -> str:
    """How somebody came to meetings in the twelve months up to a day, and when last.

    Args:
        lines: Every meeting on whose list he stands, the latest first.
        on: The day.
    """
    since = months_after(on, -_MONTHS)
    found = [line for line in lines if line.held_on <= on]
    lately = [line for line in found if line.held_on > since]
    if not found:
        return ""
    came = [line for line in lately if line.presence is Presence.PRESENT]
    last = next((line.held_on for line in found if line.presence is Presence.PRESENT), None)
    rate = f"dự {share(len(came), len(lately))} buổi điểm danh" if lately else "không điểm danh"
    told = f"lần cuối {short_date(last)}" if last else "chưa dự buổi nào"
    return f"Mười hai tháng qua {rate}; {told}."
