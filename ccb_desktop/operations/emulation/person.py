"""What one member came to, year by year."""

from dataclasses import dataclass
from datetime import date

from ccb_desktop.data import settings
from ccb_desktop.data.emulation import grading
from ccb_desktop.data.members.lists import unit_names
from ccb_desktop.data.store import Store
from ccb_desktop.domain.code_lists import labels_of
from ccb_desktop.domain.emulation.grading import Grade
from ccb_desktop.domain.emulation.runs import run_ending
from ccb_desktop.domain.printing import number, share
from ccb_desktop.operations.emulation.grading import GRADE_LIST


@dataclass(frozen=True, slots=True)
class GradedYear:
    """One year of a member in words."""

    year: int
    grade: str
    label: str
    unit_name: str
    note: str


def load_years_of(store: Store, person_id: int) -> list[GradedYear]:
    """The years in which a member was graded, the latest first."""
    with store.reading() as session:
        labels = labels_of(settings.list_codes(session, GRADE_LIST), GRADE_LIST)
        return [
            GradedYear(
                one.year,
                one.grade,
                labels.get(one.grade, one.grade),
                unit_names(session, date(one.year, 12, 31)).get(one.unit_id, ""),
                one.note,
            )
            for one in grading.list_results_of(session, person_id)
        ]


def told_years(years: list[GradedYear]) -> str:
    """`CCB gương mẫu 5/6 (83,33 %) năm được bình xét, 3 năm liền đến 2025.`; empty without any."""
    if not years:
        return ""
    reached = {one.year for one in years if one.grade == Grade.EXEMPLARY}
    run, last = run_ending(reached, years[0].year), years[0].year
    told = f"CCB gương mẫu {share(len(reached), len(years))} năm được bình xét"
    return f"{told}, {number(run)} năm liền đến {last}." if run > 1 else f"{told}."
