"""Handing out in one step: what becomes of items, receivers and periods."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.tasks.assignments import Assignment
from ccb_desktop.domain.tasks.periods import periods_of
from ccb_desktop.domain.tasks.plan import TaskItem
from ccb_desktop.domain.tasks.recipients import Receiver


@dataclass(frozen=True, slots=True)
class Proposed:
    """One assignment before it is kept."""

    item: TaskItem
    receiver: Receiver
    assignment: Assignment


def propose(
    year: int,
    items: Sequence[TaskItem],
    receivers: Sequence[Receiver],
    known: Iterable[Assignment],
) -> list[Proposed]:
    """What is to be handed out: each item to each receiver once for each of its periods.

    A unit gets nothing for a period in which it is not in being, and nobody gets twice what he
    has already (meaning 18).

    Args:
        year: The year of the plan.
        items: What is handed out, in the order of the plan.
        receivers: To whom.
        known: What was handed out before.
    """
    held = {identity(one) for one in known}
    found = []
    for item in items:
        for receiver in receivers:
            for period in periods_of(item.recurrence):
                first_on, last_on = period.first_on(year), period.last_on(year)
                unit_id, person_id = receiver.key
                made = Assignment(
                    item_id=item.id or 0,
                    unit_id=unit_id,
                    person_id=person_id,
                    responsible=receiver.responsible or (receiver.name if person_id else ""),
                    place=receiver.place,
                    period=period,
                    due_on=last_on,
                    target=item.target,
                )
                if receiver.is_there(first_on, last_on) and identity(made) not in held:
                    found.append(Proposed(item, receiver, made))
    return found


def identity(assignment: Assignment) -> tuple[object, ...]:
    """By what an assignment is known within its plan: item, receiver and period (meaning 18)."""
    return assignment.item_id, assignment.unit_id, assignment.person_id, assignment.period


def told_count(assignments: Sequence[Assignment]) -> str:
    """How much goes to how many: `52 việc giao cho 13 đơn vị và 2 hội viên`."""
    units = {one.unit_id for one in assignments if one.unit_id is not None}
    people = {one.person_id for one in assignments if one.unit_id is None}
    whom = [f"{number(len(units))} đơn vị"] if units else []
    whom += [f"{number(len(people))} hội viên"] if people else []
    return f"{number(len(assignments))} việc giao cho {' và '.join(whom) or '0 đơn vị'}"


def check_assignment(assignment: Assignment, year: int, today: date) -> None:
    """See that an assignment can be kept.

    Raises:
        Invalid: By field: `unit_id`, `target`, `due_on`, `done_on`.
    """
    faults: dict[str, str] = {}
    if assignment.unit_id is None and assignment.person_id is None:
        faults["unit_id"] = "Chọn đơn vị hoặc hội viên được giao việc."
    if assignment.target is not None and assignment.target <= 0:
        faults["target"] = "Chỉ tiêu phải lớn hơn 0. Việc không đo đếm được thì để trống."
    if assignment.due_on is not None and abs(assignment.due_on.year - year) > 1:
        faults["due_on"] = f"Hạn phải ở gần năm {year} của kế hoạch."
    if assignment.done_on is not None and assignment.done_on > today:
        faults["done_on"] = f"Ngày {assignment.done_on:%d/%m/%Y} chưa tới. Ghi ngày đã xong."
    if faults:
        raise Invalid(faults)
