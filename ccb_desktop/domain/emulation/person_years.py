"""What one member came to, year by year, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from ccb_desktop.domain.emulation.grading import Grade
from ccb_desktop.domain.emulation.runs import run_ending
from ccb_desktop.domain.printing import number, share


@dataclass(frozen=True, slots=True)
class GradedYear:
    """One year of a member.

    Attributes:
        grade: Its code.
        label: What the branch calls it.
    """

    year: int
    grade: str
    label: str
    unit_name: str
    note: str


def told_years(years: Sequence[GradedYear]) -> str:
    """`CCB gương mẫu 5/6 (83,33 %) năm được bình xét, 3 năm liền đến 2025.`; empty without any.

    Args:
        years: The latest first.
    """
    if not years:
        return ""
    reached = {one.year for one in years if one.grade == Grade.EXEMPLARY}
    run, last = run_ending(reached, years[0].year), years[0].year
    told = f"CCB gương mẫu {share(len(reached), len(years))} năm được bình xét"
    return f"{told}, {number(run)} năm liền đến {last}." if run > 1 else f"{told}."
