"""What the store holds of tasks, activities and emulation, as an import needs it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ccb_desktop.domain.activities.activities import Activity
from ccb_desktop.domain.code_lists import Code, starting_codes
from ccb_desktop.domain.emulation.awards import Award
from ccb_desktop.domain.emulation.grading import MemberResult, UnitRating
from ccb_desktop.domain.tasks.assignments import Assignment, Progress
from ccb_desktop.domain.tasks.plan import KeyTask, TaskItem


def _codes() -> Sequence[Code]:
    return [replace(code, id=place) for place, code in enumerate(starting_codes(), 1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredWork:
    """The books of tasks, activities and emulation as they are.

    Attributes:
        codes: The entries of all code lists.
        with_roll: Activities of which an attendance list is kept.
        paid: Activities behind whose cost a payment stands.
        locked_years: Years whose grading may not be changed.
        next_ids: Table → the first id that is free.
    """

    key_tasks: Sequence[KeyTask] = ()
    items: Sequence[TaskItem] = ()
    assignments: Sequence[Assignment] = ()
    progress: Sequence[Progress] = ()
    activities: Sequence[Activity] = ()
    member_results: Sequence[MemberResult] = ()
    unit_ratings: Sequence[UnitRating] = ()
    awards: Sequence[Award] = ()
    codes: Sequence[Code] = field(default_factory=_codes)
    with_roll: frozenset[int] = frozenset()
    paid: frozenset[int] = frozenset()
    locked_years: frozenset[int] = frozenset()
    next_ids: Mapping[str, int] = field(default_factory=lambda: defaultdict(lambda: 1))
