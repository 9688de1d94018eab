"""The yearly plan: written, ordered, taken back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from ccb_desktop.data.store import Session, Store
from ccb_desktop.data.tasks import assignments, plan
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Conflict
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.domain.tasks.plan import KeyTask, TaskItem, check_item, check_key_task
from ccb_desktop.domain.tasks.plan_lines import PlanLine, plan_lines

T = TypeVar("T")


def list_years(store: Store) -> list[int]:
    """The years that have a plan, the newest first."""
    with store.reading() as session:
        return plan.list_years(session)


def list_plan(store: Store, year: int) -> list[PlanLine]:
    """The plan of a year with what was handed out of it."""
    with store.reading() as session:
        return plan_lines(
            plan.list_key_tasks(session, year),
            plan.list_items(session, year),
            assignments.list_lines(session, date(year, 12, 31), year),
        )


def list_key_tasks(store: Store, year: int) -> list[KeyTask]:
    """The key tasks of a year in their order."""
    with store.reading() as session:
        return plan.list_key_tasks(session, year)


def place_of_item(store: Store, item_id: int) -> PlanLine:
    """An item with its key task, which says in which year's plan it stands.

    Raises:
        NotFound: It is not in the plan any more.
    """
    with store.reading() as session:
        item = plan.load_item(session, item_id)
        return PlanLine(key_task=plan.load_key_task(session, item.key_task_id), item=item)


def list_handed_out(store: Store, year: int | None = None) -> list[TaskLine]:
    """What was handed out of a year's plan, or of all, in the order of the plan."""
    with store.reading() as session:
        return assignments.list_lines(session, date.today(), year)


def save_key_task(store: Store, task: KeyTask, form_id: str | None = None) -> Change:
    """Enter a key task at the end of its year, or correct one.

    Raises:
        Invalid: By field: `title`.
        NotFound: It is not there any more.
    """
    task = replace(task, title=task.title.strip(), upper_task=task.upper_task.strip())
    check_key_task(task)
    with store.writing(f"Ghi nhiệm vụ trọng tâm: {task.title}", form_id) as session:
        if task.id is None:
            task = replace(task, number=plan.next_task_number(session, task.year))
        plan.save_key_task(session, task)
    return session.change


def save_item(store: Store, item: TaskItem, form_id: str | None = None) -> Change:
    """Enter an item at the end of its key task, or correct one.

    What was handed out keeps its own targets and days.

    Raises:
        Invalid: By field: `what`, `target`, `measure`.
        NotFound: It, or its key task, is not there any more.
    """
    item = replace(item, what=item.what.strip(), measure=item.measure.strip())
    check_item(item)
    with store.writing(f"Ghi việc: {item.what}", form_id) as session:
        plan.load_key_task(session, item.key_task_id)
        before = None if item.id is None else plan.load_item(session, item.id)
        if before is None or before.key_task_id != item.key_task_id:
            item = replace(item, number=plan.next_item_number(session, item.key_task_id))
        plan.save_item(session, item)
    return session.change


def remove_items(store: Store, item_ids: Sequence[int]) -> Change:
    """Take items out of the plan, with what was handed out of them.

    Raises:
        Conflict: Something was done of one of them already.
        NotFound: One is not there any more.
    """
    with store.writing(f"Bỏ {len(item_ids)} việc khỏi kế hoạch") as session:
        for item_id in item_ids:
            _remove_item(session, plan.load_item(session, item_id))
    return session.change


def remove_key_task(store: Store, key_task_id: int) -> Change:
    """Take a key task out of the plan, with all its items.

    Raises:
        Conflict: Something was done of one of its items already.
        NotFound: It is not there any more.
    """
    with store.reading() as session:
        title = plan.load_key_task(session, key_task_id).title
    with store.writing(f"Bỏ nhiệm vụ trọng tâm: {title}") as session:
        year = plan.load_key_task(session, key_task_id).year
        for item in plan.list_items(session, year):
            if item.key_task_id == key_task_id:
                _remove_item(session, item)
        plan.delete_key_task(session, key_task_id)
    return session.change


def _remove_item(session: Session, item: TaskItem) -> None:
    handed_out = [one for one in assignments.list_assignments(session) if one.item_id == item.id]
    withdraw(session, [one.id or 0 for one in handed_out])
    plan.delete_item(session, item.id or 0)


def withdraw(session: Session, assignment_ids: Sequence[int]) -> None:
    """Take back what was handed out and not begun, within the act of the caller.

    Raises:
        Conflict: Something was done of one of them already.
        NotFound: One is not there any more.
    """
    progress = assignments.list_progress(session)
    for assignment_id in assignment_ids:
        one = assignments.load_assignment(session, assignment_id)
        if one.done_on is not None or one.checked_on is not None or progress.get(assignment_id):
            what = plan.load_item(session, one.item_id).what
            raise Conflict(
                f"Việc “{what}” đã có đơn vị báo kết quả nên không bỏ được. Sổ không đổi. Nếu "
                "giao nhầm, hãy bỏ các kết quả đã báo trước, hoặc sửa lời của việc."
            )
    assignments.delete_assignments(session, assignment_ids)


def move(store: Store, line: PlanLine, by: int) -> Change:
    """Put an item, or a key task that has none, one place up (-1) or down (1).

    An item stays within its key task. At the end of the list nothing changes.

    Raises:
        NotFound: It is not there any more.
    """
    if line.item is None:
        return move_key_task(store, line.key_task.id or 0, by)
    with store.writing(f"Xếp lại thứ tự việc: {line.item.what}") as session:
        kept = plan.load_item(session, line.item.id or 0)
        own = [
            one
            for one in plan.list_items(session, line.key_task.year)
            if one.key_task_id == kept.key_task_id
        ]
        for number, one in enumerate(_moved(own, own.index(kept), by), start=1):
            plan.save_item(session, replace(one, number=number))
    return session.change


def move_key_task(store: Store, key_task_id: int, by: int) -> Change:
    """Put a key task one place up (-1) or down (1) within its year.

    Raises:
        NotFound: It is not there any more.
    """
    with store.reading() as session:
        title = plan.load_key_task(session, key_task_id).title
    with store.writing(f"Xếp lại thứ tự nhiệm vụ: {title}") as session:
        kept = plan.load_key_task(session, key_task_id)
        own = plan.list_key_tasks(session, kept.year)
        for number, one in enumerate(_moved(own, own.index(kept), by), start=1):
            plan.save_key_task(session, replace(one, number=number))
    return session.change


def _moved(values: list[T], place: int, by: int) -> list[T]:
    moved = values.pop(place)
    values.insert(max(0, place + by), moved)
    return values
