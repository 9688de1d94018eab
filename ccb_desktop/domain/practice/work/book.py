"""The books of tasks, activities and emulation of the practice branch while they are made."""

from collections.abc import Iterator, Sized
from dataclasses import dataclass, field, fields
from typing import Any, TypeVar

from ccb_desktop.domain.activities.activities import Activity, Attendance
from ccb_desktop.domain.emulation.awards import Award, Discipline, Nomination
from ccb_desktop.domain.emulation.grading import GradingYear, MemberResult, UnitRating
from ccb_desktop.domain.emulation.scores import Criterion, Score
from ccb_desktop.domain.tasks.assignments import Assignment, Progress
from ccb_desktop.domain.tasks.commitments import Commitment
from ccb_desktop.domain.tasks.overlaps import SettledOverlap
from ccb_desktop.domain.tasks.plan import KeyTask, TaskItem

Record = TypeVar("Record", bound=Any)


@dataclass(slots=True)
class PracticeWork:
    """Everything of work, ready to be written into empty books.

    What others point to brings its id. `voucher_id` of an activity is a place among the vouchers
    until these are posted.
    """

    key_tasks: list[KeyTask] = field(default_factory=list)
    items: list[TaskItem] = field(default_factory=list)
    assignments: list[Assignment] = field(default_factory=list)
    progress: list[Progress] = field(default_factory=list)
    settled: list[SettledOverlap] = field(default_factory=list)
    commitments: list[Commitment] = field(default_factory=list)
    activities: list[Activity] = field(default_factory=list)
    attendances: list[Attendance] = field(default_factory=list)
    grading_years: list[GradingYear] = field(default_factory=list)
    member_results: list[MemberResult] = field(default_factory=list)
    unit_ratings: list[UnitRating] = field(default_factory=list)
    criteria: list[Criterion] = field(default_factory=list)
    scores: list[Score] = field(default_factory=list)
    awards: list[Award] = field(default_factory=list)
    disciplines: list[Discipline] = field(default_factory=list)
    nominations: list[Nomination] = field(default_factory=list)

    def shelves(self) -> Iterator[list[Any]]:
        """Its kinds of records, what others point to before them."""
        for one in fields(self):
            yield getattr(self, one.name)


def next_id(shelf: Sized) -> int:
    """The id of the next record that others may point to."""
    return len(shelf) + 1


def add(shelf: list[Record], record: Record) -> Record:
    """Take in a record, and give it back."""
    shelf.append(record)
    return record
