"""What the Hội did on a day: meetings, talks, supervision, clean-ups."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.money import MOST_DONG

MOST_COUNT = 1_000_000
"""No meeting has more people, sessions or opinions; above it a figure is a slip."""


class ActivityKind(StrEnum):
    """The kinds that figures know; the branch may add its own to the list ACTIVITY_KIND."""

    UNIT_MEETING = "UNIT_MEETING"
    BOARD_MEETING = "BOARD_MEETING"
    NEWS_SESSION = "NEWS_SESSION"
    TRADITION_TALK = "TRADITION_TALK"
    SUPERVISION = "SUPERVISION"
    INSPECTION = "INSPECTION"
    DIALOGUE = "DIALOGUE"
    OPINION_ROUND = "OPINION_ROUND"
    COMMUNITY_WORK = "COMMUNITY_WORK"
    SECURITY = "SECURITY"
    REUNION_TRIP = "REUNION_TRIP"
    CULTURE_SPORT = "CULTURE_SPORT"
    CONFERENCE = "CONFERENCE"
    OTHER = "OTHER"


class ActivityRole(StrEnum):
    """Whether the Hội led it or took part."""

    LEADING = "LEADING"
    TAKING_PART = "TAKING_PART"


class Presence(StrEnum):
    """How a member stands on the attendance list of a meeting."""

    PRESENT = "PRESENT"
    EXCUSED = "EXCUSED"
    ABSENT = "ABSENT"


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """One activity.

    Attributes:
        to_on: Its last day where it took more than one.
        kind: Code of `ActivityKind`, or one that the branch added.
        unit_id: Who held it; `None` for the branch. Of an inspection, which unit was inspected.
        sessions: How many *buổi* or *cuộc* it was.
        members_present, youth_present, people_present: *lượt* of each audience; `None` where
            nobody counted.
        opinions: How many *ý kiến*.
        quantity, measure: What else was counted: 300 `mét đường`.
        cost_dong: What it cost.
        voucher_id: The payment by which its cost left a fund.
        result: What came of it.
        lessons: What is to be learned from it; of an inspection, what is to be mended.
        fix_by_on, fixed_on: By when that is to be mended, and when it was.
        assignment_id: The task of the plan that it served.
    """

    id: int | None = None
    held_on: date
    to_on: date | None = None
    kind: str
    name: str
    unit_id: int | None = None
    role: ActivityRole = ActivityRole.LEADING
    place: str = ""
    sessions: int = 1
    members_present: int | None = None
    youth_present: int | None = None
    people_present: int | None = None
    opinions: int | None = None
    quantity: Decimal | None = None
    measure: str = ""
    cost_dong: int = 0
    voucher_id: int | None = None
    result: str = ""
    lessons: str = ""
    fix_by_on: date | None = None
    fixed_on: date | None = None
    assignment_id: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """One member on the attendance list of a meeting."""

    id: int | None = None
    activity_id: int
    person_id: int
    presence: Presence


def check_activity(activity: Activity, today: date) -> None:
    """See that an activity can be kept.

    Raises:
        Invalid: By field: `name`, `held_on`, `to_on`, `sessions`, the counts, `cost_dong`,
            `measure`, `fixed_on`.
    """
    faults = _faults_of_days(activity, today) | _faults_of_counts(activity)
    if not activity.name.strip():
        faults["name"] = "Ghi tên hoạt động."
    if faults:
        raise Invalid(faults)


def _faults_of_days(activity: Activity, today: date) -> dict[str, str]:
    faults: dict[str, str] = {}
    if activity.held_on > today:
        faults["held_on"] = f"Ngày {activity.held_on:%d/%m/%Y} chưa tới. Ghi ngày đã làm."
    if activity.to_on is not None and activity.to_on < activity.held_on:
        faults["to_on"] = "Ngày kết thúc trước ngày bắt đầu."
    if activity.fixed_on is not None and activity.fixed_on < activity.held_on:
        faults["fixed_on"] = "Ngày khắc phục trước ngày kiểm tra."
    return faults


def _faults_of_counts(activity: Activity) -> dict[str, str]:
    faults: dict[str, str] = {}
    if not 1 <= activity.sessions <= MOST_COUNT:
        faults["sessions"] = "Số buổi phải từ 1 trở lên."
    for name in ("members_present", "youth_present", "people_present", "opinions"):
        count = getattr(activity, name)
        if count is not None and not 0 <= count <= MOST_COUNT:
            faults[name] = "Số không hợp lệ."
    if not 0 <= activity.cost_dong <= MOST_DONG:
        faults["cost_dong"] = "Số tiền không hợp lệ."
    if activity.quantity is not None and not activity.measure.strip():
        faults["measure"] = "Ghi đơn vị tính, ví dụ: mét đường, cờ, cây."
    return faults
