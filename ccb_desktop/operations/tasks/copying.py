"""Last year's plan copied to another year."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from ccb_desktop.data.members import units
from ccb_desktop.data.store import Session, Store
from ccb_desktop.data.tasks import assignments, plan, receivers
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.tasks.assignments import Assignment
from ccb_desktop.domain.tasks.copying import PlanCopy, copy_plan
from ccb_desktop.operations.tasks.handing_out import day_within


@dataclass(frozen=True, slots=True)
class CopyTold:
    """What copying would bring.

    Attributes:
        left_out: Names of units that have ended, to which nothing is handed again.
    """

    tasks: int
    items: int
    assignments: int
    left_out: tuple[str, ...]


def told_copy(
    store: Store, from_year: int, to_year: int, key_task_ids: Collection[int], *, handed_out: bool
) -> CopyTold:
    """What copying would bring, before it is done."""
    with store.reading() as session:
        copy = _copy(session, from_year, to_year, key_task_ids, handed_out=handed_out)
        names = {unit.id: unit.name for unit in units.list_units(session)}
    return CopyTold(
        tasks=len(copy.tasks),
        items=sum(len(items) for _task, items in copy.tasks),
        assignments=len(copy.assignments),
        left_out=tuple(names[own] for own in sorted(copy.left_out)),
    )


def copy_year(
    store: Store,
    from_year: int,
    to_year: int,
    key_task_ids: Collection[int],
    *,
    handed_out: bool,
    form_id: str | None = None,
) -> Change:
    """Copy key tasks of one year behind those of another, as one act.

    Args:
        store: The books.
        from_year: The year copied from.
        to_year: The year copied to.
        key_task_ids: Which of its key tasks.
        handed_out: Whether what was handed out is handed out again, without results.
        form_id: See `Store.writing`.

    Raises:
        Invalid: By field: `key_tasks`, `to_year`.
    """
    if from_year == to_year:
        raise Invalid({"to_year": "Chọn một năm khác với năm được chép."})
    with store.writing(f"Chép kế hoạch năm {from_year} sang năm {to_year}", form_id) as session:
        copy = _copy(session, from_year, to_year, key_task_ids, handed_out=handed_out)
        if not copy.tasks:
            raise Invalid({"key_tasks": "Chọn ít nhất một nhiệm vụ trọng tâm để chép."})
        new_ids: dict[int, int] = {}
        for task, items in copy.tasks:
            number = plan.next_task_number(session, to_year)
            task_id = plan.save_key_task(session, replace(task, id=None, number=number))
            for item in items:
                kept = replace(item, id=None, key_task_id=task_id)
                new_ids[item.id or 0] = plan.save_item(session, kept)
        assignments.add_assignments(
            session,
            [replace(one, item_id=new_ids[one.item_id]) for one in copy.assignments],
        )
    return session.change


def _copy(
    session: Session,
    from_year: int,
    to_year: int,
    key_task_ids: Collection[int],
    *,
    handed_out: bool,
) -> PlanCopy:
    wanted = [one for one in plan.list_key_tasks(session, from_year) if one.id in key_task_ids]
    known = {unit.id: unit for unit in units.list_units(session)}
    held = assignments.list_assignments(session, from_year) if handed_out else []
    copy = copy_plan(wanted, plan.list_items(session, from_year), to_year, held, known.get)
    return replace(
        copy, assignments=tuple(_with_new_heads(session, copy.assignments, from_year, to_year))
    )


def _with_new_heads(
    session: Session, copied: Collection[Assignment], from_year: int, to_year: int
) -> list[Assignment]:
    """Where the head of a unit answered for it, he who is its head now does."""
    asked = {one.unit_id for one in copied}
    wanted = [unit for unit in units.list_units(session) if unit.id in asked]
    before = receivers.heads_of(session, wanted, day_within(from_year))
    now = receivers.heads_of(session, wanted, day_within(to_year))
    return [
        replace(one, responsible=now[one.unit_id] or one.responsible)
        if one.unit_id and one.responsible in ("", before[one.unit_id])
        else one
        for one in copied
    ]
