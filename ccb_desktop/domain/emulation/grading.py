"""Yearly grading of members and units: what was found, and how far it is settled."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from ccb_desktop.domain.errors import Conflict, Invalid
from ccb_desktop.domain.printing import short_date


class Grade(StrEnum):
    """The grades of members that figures know; the branch may add its own to MEMBER_GRADE."""

    EXEMPLARY = "EXEMPLARY"
    REACHED = "REACHED"
    NOT_REACHED = "NOT_REACHED"


class Rating(StrEnum):
    """What a unit comes to in a year, the best first."""

    EXCELLENT = "EXCELLENT"
    GOOD = "GOOD"
    DONE = "DONE"
    NOT_DONE = "NOT_DONE"


class Stage(StrEnum):
    """How far the grading of a year is settled."""

    DRAFT = "DRAFT"
    AGREED = "AGREED"
    LOCKED = "LOCKED"


@dataclass(frozen=True, slots=True, kw_only=True)
class GradingYear:
    """The grading of one year.

    Attributes:
        graded_on: The day whose roster is graded; without one, the last day of the year, or
            today as long as that has not come.
        excellent_points, good_points, done_points: From how many points of the score sheet on a
            unit is proposed for each rating.
        excellent_cap: At most so many per cent of the units should be excellent; a warning only.
        agreed_on, agreed_by: When and by which meeting or minutes it was agreed.
        locked_on: Since when nothing of it may be changed.
        unlock_reason: Why it was opened again the last time.
    """

    id: int | None = None
    year: int
    stage: Stage = Stage.DRAFT
    graded_on: date | None = None
    excellent_points: Decimal = Decimal(90)
    good_points: Decimal = Decimal(70)
    done_points: Decimal = Decimal(50)
    excellent_cap: int = 20
    agreed_on: date | None = None
    agreed_by: str = ""
    locked_on: date | None = None
    unlock_reason: str = ""
    note: str = ""

    def roster_on(self, today: date) -> date:
        """The day whose members are graded."""
        return self.graded_on or min(date(self.year, 12, 31), today)

    def proposed(self, points: Decimal) -> Rating:
        """The rating that a sum of points comes to."""
        if points >= self.excellent_points:
            return Rating.EXCELLENT
        if points >= self.good_points:
            return Rating.GOOD
        return Rating.DONE if points >= self.done_points else Rating.NOT_DONE


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberResult:
    """What was found of one member for one year; whoever has one is graded that year (rule 22).

    Attributes:
        grade: Code of `Grade`, or one that the branch added.
        unit_id: Where he was graded.
    """

    id: int | None = None
    year: int
    person_id: int
    unit_id: int | None = None
    grade: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRating:
    """What one unit came to in one year.

    Attributes:
        strength: Code of the second list, UNIT_STRENGTH (*trong sạch, vững mạnh*); may be empty.
    """

    id: int | None = None
    year: int
    unit_id: int
    rating: Rating
    strength: str = ""
    note: str = ""


def check_open(grading: GradingYear) -> None:
    """See that the grading of a year may still be changed.

    Raises:
        Conflict: It is locked.
    """
    if grading.stage is Stage.LOCKED:
        since = f" từ ngày {short_date(grading.locked_on)}" if grading.locked_on else ""
        raise Conflict(
            f"Bình xét năm {grading.year} đã khóa{since} nên không sửa được. Kết quả vẫn nguyên. "
            "Muốn sửa, mở trang Thi đua, chọn năm ấy rồi bấm Mở khóa và ghi lý do."
        )


def check_bounds(grading: GradingYear, today: date) -> None:
    """See that what was chosen for a year can be kept.

    Raises:
        Invalid: By field: `good_points`, `done_points`, `excellent_cap`, `graded_on`.
    """
    faults: dict[str, str] = {}
    if grading.good_points >= grading.excellent_points:
        faults["good_points"] = "Mức hoàn thành tốt phải thấp hơn mức hoàn thành xuất sắc."
    if not 0 <= grading.done_points < grading.good_points:
        faults["done_points"] = "Mức hoàn thành phải thấp hơn mức hoàn thành tốt."
    if not 0 <= grading.excellent_cap <= 100:
        faults["excellent_cap"] = "Tỷ lệ từ 0 đến 100 %."
    if grading.graded_on is not None and not _suits(grading.graded_on, grading.year, today):
        faults["graded_on"] = (
            f"Ghi một ngày từ 01/01/{grading.year} đến giữa năm sau, không quá hôm nay."
        )
    if faults:
        raise Invalid(faults)


def _suits(day: date, year: int, today: date) -> bool:
    return date(year, 1, 1) <= day <= min(date(year + 1, 6, 30), today)
