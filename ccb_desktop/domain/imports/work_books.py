"""The books of tasks, activities and emulation in memory while an import is worked out."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from ccb_desktop.domain.activities.activities import Activity
from ccb_desktop.domain.code_lists import Code, free_code
from ccb_desktop.domain.emulation.awards import Award
from ccb_desktop.domain.emulation.grading import Grade, MemberResult, UnitRating
from ccb_desktop.domain.imports.shelf import Record, Shelf
from ccb_desktop.domain.imports.stored_work import StoredWork
from ccb_desktop.domain.people_names import fold, search_key
from ccb_desktop.domain.tasks.assignments import Assignment, Progress, result_by
from ccb_desktop.domain.tasks.periods import TaskPeriod
from ccb_desktop.domain.tasks.plan import KeyTask, TaskItem

_ALSO = {
    "MEMBER_GRADE": {
        "guong mau": Grade.EXEMPLARY.value,
        "hoi vien guong mau": Grade.EXEMPLARY.value,
        "cuu chien binh guong mau": Grade.EXEMPLARY.value,
        "dat ccb guong mau": Grade.EXEMPLARY.value,
        "chua dat": Grade.NOT_REACHED.value,
    }
}
"""List → what else is written for an entry, folded → its code."""


class WorkBooks:
    """Everything of tasks, activities and emulation that an import reads or writes."""

    def __init__(self, stored: StoredWork | None = None) -> None:
        stored = stored or StoredWork()
        ids = stored.next_ids
        self.locked_years = stored.locked_years
        self.with_roll = stored.with_roll
        self.paid = stored.paid
        highest = max((one.id or 0 for one in stored.codes), default=0)
        self.codes = Shelf(stored.codes, max(ids["codes"], highest + 1))
        self.key_tasks = Shelf(stored.key_tasks, ids["key_tasks"])
        self.items = Shelf(stored.items, ids["task_items"])
        self.assignments = Shelf(stored.assignments, ids["assignments"])
        self.progress = Shelf(stored.progress, ids["progress_steps"])
        self.activities = Shelf(stored.activities, ids["activities"])
        self.member_results = Shelf(stored.member_results, ids["member_results"])
        self.unit_ratings = Shelf(stored.unit_ratings, ids["unit_ratings"])
        self.awards = Shelf(stored.awards, ids["awards"])
        self._meant: dict[tuple[str, str], Code] = {}
        self._index()

    def _index(self) -> None:
        self._task_of = _by(self.key_tasks.by_id.values(), _task_key)
        self._item_of = _by(self.items.by_id.values(), _item_key)
        self._assignment_of = _by(self.assignments.by_id.values(), _assignment_key)
        self._result_of = _by(self.member_results.by_id.values(), _result_key)
        self._rating_of = _by(self.unit_ratings.by_id.values(), _rating_key)
        self._steps_of: defaultdict[int, list[Progress]] = defaultdict(list)
        for step in self.progress.by_id.values():
            self._steps_of[step.assignment_id].append(step)
        self._activities_of: defaultdict[Hashable, list[int]] = defaultdict(list)
        for activity in self.activities.by_id.values():
            self._activities_of[activity_key(activity)].append(activity.id or 0)
        self._awards_of: defaultdict[Hashable, list[int]] = defaultdict(list)
        for award in self.awards.by_id.values():
            self._awards_of[award_key(award)].append(award.id or 0)

    # The plan

    def key_task(self, year: int, title: str) -> KeyTask:
        """The key task of a year by its title, made when it does not exist yet."""
        found = self._task_of.get((year, fold(title)))
        if found is not None:
            return self.key_tasks[found]
        numbers = (one.number for one in self.key_tasks.by_id.values() if one.year == year)
        added = self.key_tasks.add(
            KeyTask(year=year, number=max(numbers, default=0) + 1, title=title)
        )
        self._task_of[year, fold(title)] = added.id or 0
        return added

    def item(self, task: KeyTask, what: str, period: TaskPeriod) -> TaskItem:
        """The item of a key task by its words, made when it does not exist yet."""
        found = self._item_of.get((task.id or 0, fold(what)))
        if found is not None:
            return self.items[found]
        siblings = (one for one in self.items.by_id.values() if one.key_task_id == task.id)
        added = self.items.add(
            TaskItem(
                key_task_id=task.id or 0,
                number=max((one.number for one in siblings), default=0) + 1,
                what=what,
                recurrence=period.recurrence,
            )
        )
        self._item_of[_item_key(added)] = added.id or 0
        return added

    def assignment(self, item: TaskItem, unit_id: int, period: TaskPeriod) -> Assignment | None:
        """The assignment of an item to a unit for a period (meaning 18)."""
        found = self._assignment_of.get((item.id or 0, unit_id, period.code))
        return None if found is None else self.assignments[found]

    def add_assignment(self, assignment: Assignment) -> Assignment:
        """Take in a new assignment."""
        added = self.assignments.add(assignment)
        self._assignment_of[_assignment_key(added)] = added.id or 0
        return added

    def result_of(self, assignment: Assignment) -> Decimal | None:
        """What all its steps come to; `None` where nothing was told."""
        return result_by(self._steps_of.get(assignment.id or 0, ()), date.max)

    def add_progress(self, step: Progress) -> None:
        """Take in a new step of progress."""
        self._steps_of[step.assignment_id].append(self.progress.add(step))

    def share_targets(self) -> None:
        """Give new measured items the target that all their assignments share."""
        targets: defaultdict[int, set[Decimal | None]] = defaultdict(set)
        for one in self.assignments.by_id.values():
            targets[one.item_id].add(one.target)
        for item in self.items.new:
            found = targets[item.id or 0]
            if len(found) == 1 and item.measure:
                self.items.put(replace(item, target=found.pop()))

    # Activities and awards: the same may stand twice

    def activities_like(self, read: Activity) -> list[Activity]:
        """The activities of the same day, kind, name and unit."""
        return [self.activities[own] for own in self._activities_of[activity_key(read)]]

    def add_activity(self, activity: Activity) -> Activity:
        """Take in a new activity."""
        added = self.activities.add(activity)
        self._activities_of[activity_key(added)].append(added.id or 0)
        return added

    def awards_like(self, read: Award) -> list[Award]:
        """The awards of the same day, recipient, form and giver, whose number does not differ."""
        found = [self.awards[own] for own in self._awards_of[award_key(read)]]
        number = search_key(read.decision_no)
        same = [one for one in found if search_key(one.decision_no) == number]
        return same + [one for one in found if not (number and one.decision_no)]

    def add_award(self, award: Award) -> Award:
        """Take in a new award."""
        added = self.awards.add(award)
        self._awards_of[award_key(added)].append(added.id or 0)
        return added

    # Grading

    def member_result(self, year: int, person_id: int) -> MemberResult | None:
        """What was found of a member for a year."""
        return _found(self.member_results, self._result_of.get((year, person_id)))

    def add_member_result(self, result: MemberResult) -> MemberResult:
        """Take in what was found of a member."""
        added = self.member_results.add(result)
        self._result_of[_result_key(added)] = added.id or 0
        return added

    def unit_rating(self, year: int, unit_id: int) -> UnitRating | None:
        """What a unit came to in a year."""
        return _found(self.unit_ratings, self._rating_of.get((year, unit_id)))

    def add_unit_rating(self, rating: UnitRating) -> UnitRating:
        """Take in what a unit came to."""
        added = self.unit_ratings.add(rating)
        self._rating_of[_rating_key(added)] = added.id or 0
        return added

    # Code lists

    def entry_meant(self, list_name: str, text: str) -> Code | None:
        """The entry of a code list that a text means: by its label, other wording or code."""
        key = list_name, fold(text)
        if key not in self._meant:
            found = self._search_entry(*key)
            if found is None:
                return None
            self._meant[key] = found
        return self._meant[key]

    def _search_entry(self, list_name: str, wanted: str) -> Code | None:
        entries = [one for one in self.codes.by_id.values() if one.list_name == list_name]
        code = _ALSO.get(list_name, {}).get(wanted)
        by_label = (one for one in entries if wanted == fold(one.label))
        by_code = (one for one in entries if one.code == code or wanted == fold(one.code))
        return next(by_label, None) or next(by_code, None)

    def add_entry(self, list_name: str, text: str) -> Code:
        """Let a text join a code list, as its last entry."""
        entries = [one for one in self.codes.by_id.values() if one.list_name == list_name]
        last = max((one.position for one in entries), default=-1)
        made = free_code(text, entries)
        return self.codes.add(Code(list_name=list_name, code=made, label=text, position=last + 1))

    def label_of(self, list_name: str, code: str) -> str:
        """What the branch calls an entry."""
        entries = self.codes.by_id.values()
        found = (one.label for one in entries if (one.list_name, one.code) == (list_name, code))
        return next(found, code)


def _by(records: Iterable[Record], key: Callable[[Record], Hashable]) -> dict[Hashable, int]:
    """Key → id, the first of each key."""
    found: dict[Hashable, int] = {}
    for record in records:
        found.setdefault(key(record), record.id)
    return found


def _found(shelf: Shelf[Record], record_id: int | None) -> Record | None:
    return None if record_id is None else shelf.by_id.get(record_id)


def _task_key(task: KeyTask) -> Hashable:
    return task.year, fold(task.title)


def _item_key(item: TaskItem) -> Hashable:
    return item.key_task_id, fold(item.what)


def _assignment_key(assignment: Assignment) -> Hashable:
    return assignment.item_id, assignment.unit_id, assignment.period.code


def _result_key(result: MemberResult) -> Hashable:
    return result.year, result.person_id


def _rating_key(rating: UnitRating) -> Hashable:
    return rating.year, rating.unit_id


def activity_key(activity: Activity) -> Hashable:
    """By what an activity is known again."""
    return activity.held_on, activity.kind, search_key(activity.name), activity.unit_id


def award_key(award: Award) -> Hashable:
    """By what an award is known again, but for its number."""
    who = award.person_id or award.unit_id or search_key(award.recipient)
    return award.awarded_on, award.recipient_kind, who, fold(award.form), fold(award.giver)
