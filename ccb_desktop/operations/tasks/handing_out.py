"""Handing out the plan in one step, and mending or withdrawing what was handed out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from ccb_desktop.data.members import people
from ccb_desktop.data.store import Session, Store
from ccb_desktop.data.tasks import assignments, plan, receivers
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Conflict, Invalid
from ccb_desktop.domain.tasks import handing_out as rules
from ccb_desktop.domain.tasks.assignments import Assignment
from ccb_desktop.domain.tasks.handing_out import Proposed
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.domain.tasks.overlaps import Overlap, overlaps_with
from ccb_desktop.domain.tasks.plan import KeyTask
from ccb_desktop.domain.tasks.recipients import Receiver
from ccb_desktop.operations.tasks.plan import withdraw


@dataclass(frozen=True, slots=True)
class Receivers:
    """Who can be asked in a year: units, and those who hold posts of the branch."""

    units: list[Receiver]
    board: list[Receiver]


def list_receivers(store: Store, year: int) -> Receivers:
    """Who can be asked in the year of a plan."""
    on = day_within(year)
    with store.reading() as session:
        return Receivers(
            receivers.list_units_to_ask(session, year, on), receivers.list_board(session, on)
        )


def day_within(year: int) -> date:
    """Today, or the nearest day of a year to it: heads and names are those of that day."""
    return min(max(date.today(), date(year, 1, 1)), date(year, 12, 31))


def member_receiver(store: Store, person_id: int) -> Receiver:
    """A member to whom work is handed.

    Raises:
        NotFound: He is not in the books.
    """
    with store.reading() as session:
        name = people.load_person(session, person_id).full_name
    return Receiver(person_id=person_id, name=name, responsible=name)


def propose(
    store: Store, year: int, item_ids: Sequence[int], whom: Sequence[Receiver]
) -> list[Proposed]:
    """What is to be handed out, without what these receivers have already."""
    with store.reading() as session:
        items = [one for one in plan.list_items(session, year) if one.id in item_ids]
        known = assignments.list_assignments(session, year)
    return rules.propose(year, items, whom, known)


def known_lines(store: Store, year: int) -> list[TaskLine]:
    """What was handed out of a year's plan before, for `warnings`."""
    with store.reading() as session:
        return assignments.list_lines(session, day_within(year), year)


def warnings(known: Sequence[TaskLine], year: int, proposed: Sequence[Proposed]) -> list[Overlap]:
    """The overlaps that would come about by handing this out beside what is known."""
    added = [
        TaskLine(
            assignment=replace(one.assignment, id=-place),
            item=one.item,
            key_task=KeyTask(id=one.item.key_task_id, year=year, number=0, title=""),
            unit_name=one.receiver.name,
            unit_kind=one.receiver.unit.kind if one.receiver.unit else None,
        )
        for place, one in enumerate(proposed, 1)
    ]
    return overlaps_with(known, added)


def hand_out(
    store: Store, year: int, handed: Sequence[Assignment], form_id: str | None = None
) -> Change:
    """Keep what is handed out, all of it in one act.

    Raises:
        Invalid: There is nothing, or by field of the first assignment at fault.
        Conflict: Somebody has the same item for the same period already.
        NotFound: An item is not in the plan any more.
    """
    if not handed:
        raise Invalid({"items": "Không còn việc nào để giao: các đơn vị này đã được giao đủ."})
    for one in handed:
        rules.check_assignment(one, year, date.today())
    with store.writing(f"Giao việc năm {year}: {rules.told_count(handed)}", form_id) as session:
        held = {rules.identity(one) for one in assignments.list_assignments(session, year)}
        for one in handed:
            plan.load_item(session, one.item_id)
            if rules.identity(one) in held:
                raise Conflict(_TWICE)
            held.add(rules.identity(one))
        assignments.add_assignments(session, [_tidy(one) for one in handed])
    return session.change


_TWICE = (
    "Có đơn vị đã được giao đúng việc này trong đúng kỳ này. Sổ không đổi. Hãy mở việc đã giao "
    "và sửa ở đó, hoặc chọn kỳ khác."
)


def save_assignment(store: Store, assignment: Assignment, form_id: str | None = None) -> Change:
    """Mend an assignment: who answers, where, when, how much, which period; not how far it got.

    Raises:
        Invalid: By field: `unit_id`, `target`, `due_on`.
        Conflict: The same unit has the same item in that period already.
        NotFound: It is not there any more.
    """
    with store.reading() as session:
        before, year, what = _known(session, assignment.id or 0)
    after = _tidy(
        replace(
            before,
            unit_id=assignment.unit_id,
            person_id=assignment.person_id,
            responsible=assignment.responsible,
            place=assignment.place,
            period=assignment.period,
            due_on=assignment.due_on,
            target=assignment.target,
            registered_on=assignment.registered_on,
            note=assignment.note,
        )
    )
    rules.check_assignment(after, year, date.today())
    with store.writing(f"Sửa việc đã giao: {what}", form_id) as session:
        others = assignments.list_assignments(session, year)
        same = [one for one in others if rules.identity(one) == rules.identity(after)]
        if any(one.id != after.id for one in same):
            raise Conflict(_TWICE)
        assignments.save_assignment(session, after)
    return session.change


def mend_many(
    store: Store,
    assignment_ids: Sequence[int],
    *,
    responsible: str = "",
    place: str = "",
    due_on: date | None = None,
    target: Decimal | None = None,
    form_id: str | None = None,
) -> Change:
    """Write the same into many assignments; what is left empty stays as it is.

    Raises:
        Invalid: By field: `target`, `due_on`; or nothing was given.
        NotFound: One is not there any more.
    """
    given: dict[str, Any] = {
        name: value
        for name, value in (
            ("responsible", responsible.strip()),
            ("place", place.strip()),
            ("due_on", due_on),
            ("target", target),
        )
        if value not in ("", None)
    }
    if not given:
        raise Invalid({"responsible": "Ghi ít nhất một ô để điền cho các việc đã chọn."})
    with store.writing(f"Sửa {len(assignment_ids)} việc đã giao", form_id) as session:
        for assignment_id in assignment_ids:
            before, year, _what = _known(session, assignment_id)
            after = replace(before, **given)
            rules.check_assignment(after, year, date.today())
            assignments.save_assignment(session, after)
    return session.change


def withdraw_assignments(store: Store, assignment_ids: Sequence[int]) -> Change:
    """Take back what was handed out and not begun.

    Raises:
        Conflict: Something was done of one of them already.
        NotFound: One is not there any more.
    """
    with store.writing(f"Rút lại {len(assignment_ids)} việc đã giao") as session:
        withdraw(session, assignment_ids)
    return session.change


def _known(session: Session, assignment_id: int) -> tuple[Assignment, int, str]:
    """An assignment with the year of its plan and its item."""
    found = assignments.load_assignment(session, assignment_id)
    item = plan.load_item(session, found.item_id)
    return found, plan.load_key_task(session, item.key_task_id).year, item.what


def _tidy(assignment: Assignment) -> Assignment:
    return replace(
        assignment,
        responsible=assignment.responsible.strip(),
        place=assignment.place.strip(),
        note=assignment.note.strip(),
    )
