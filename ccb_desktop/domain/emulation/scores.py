"""Score sheets of units: criteria of a year, and the points each unit was given."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ccb_desktop.domain.errors import Invalid


class CriterionKind(StrEnum):
    """How a criterion enters the sum."""

    POINTS = "POINTS"
    BONUS = "BONUS"
    DEDUCTION = "DEDUCTION"


class Evidence(StrEnum):
    """What the program lays beside a criterion out of its own books."""

    NONE = "NONE"
    DUES_RATE = "DUES_RATE"
    MEETINGS_HELD = "MEETINGS_HELD"
    TASKS_DONE = "TASKS_DONE"
    CAMPAIGN_TARGETS = "CAMPAIGN_TARGETS"
    VISITS_MADE = "VISITS_MADE"
    NEW_MEMBERS = "NEW_MEMBERS"
    EXEMPLARY_SHARE = "EXEMPLARY_SHARE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One line of the score sheet of a year.

    Attributes:
        most_points: The most that a unit can be given, or lose, by it.
    """

    id: int | None = None
    year: int
    number: int
    text: str
    kind: CriterionKind = CriterionKind.POINTS
    most_points: Decimal
    evidence: Evidence = Evidence.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What one unit was given for one criterion."""

    id: int | None = None
    criterion_id: int
    unit_id: int
    points: Decimal
    note: str = ""


def check_criterion(criterion: Criterion) -> None:
    """See that a criterion can be kept.

    Raises:
        Invalid: By field: `text`, `most_points`.
    """
    faults: dict[str, str] = {}
    if not criterion.text.strip():
        faults["text"] = "Ghi nội dung tiêu chí."
    if not 0 < criterion.most_points <= 1000:
        faults["most_points"] = "Điểm tối đa phải lớn hơn 0 và không quá 1.000."
    if faults:
        raise Invalid(faults)
