"""Yearly grading of members and units: what was found, and how far it is settled."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


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
        agreed_on, agreed_by: When and by which meeting or minutes it was agreed.
        locked_on: Since when nothing of it may be changed.
    """

    id: int | None = None
    year: int
    stage: Stage = Stage.DRAFT
    agreed_on: date | None = None
    agreed_by: str = ""
    locked_on: date | None = None
    note: str = ""


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
