"""The plan is written, ordered and taken back; what was begun stays."""

from datetime import date
from decimal import Decimal

import pytest

from ccb_desktop.data.tasks import assignments
from ccb_desktop.domain.errors import Conflict, Invalid
from ccb_desktop.domain.tasks.assignments import Progress
from ccb_desktop.domain.tasks.plan import KeyTask, TaskItem
from ccb_desktop.operations.tasks import plan
from ccb_desktop.operations.undo import undo
from tests.books import add_unit
from tests.plans import a_task, an_item, hand_out


def whats(store, year=2026):
    return [line.item.what for line in plan.list_plan(store, year) if line.item]


def test_tasks_and_items_stand_in_the_order_of_entering(store):
    first, second = a_task(store), a_task(store, "Giúp nhau giảm nghèo")
    an_item(store, second, "Cho vay vốn")
    an_item(store, first, "Sinh hoạt chi hội")
    an_item(store, first, "Kết nạp hội viên")
    assert (first.number, second.number) == (1, 2)
    assert whats(store) == ["Sinh hoạt chi hội", "Kết nạp hội viên", "Cho vay vốn"]
    assert plan.list_years(store) == [2026]


def test_a_task_without_items_is_seen(store):
    task = a_task(store)
    (line,) = plan.list_plan(store, 2026)
    assert (line.key_task, line.item) == (task, None)


def test_what_has_no_words_is_refused(store):
    task = a_task(store)
    with pytest.raises(Invalid) as told:
        plan.save_key_task(store, KeyTask(year=2026, number=0, title="  "))
    assert set(told.value.fields) == {"title"}
    with pytest.raises(Invalid) as told:
        plan.save_item(store, TaskItem(key_task_id=task.id, number=0, what=" ", target=Decimal(0)))
    assert set(told.value.fields) == {"what", "target", "measure"}


def test_items_and_tasks_are_moved_and_moved_back(store):
    first, second = a_task(store), a_task(store, "Giúp nhau giảm nghèo")
    for what in ("Một", "Hai", "Ba"):
        an_item(store, first, what)
    last = plan.list_plan(store, 2026)[2]
    change = plan.move(store, last, -1)
    assert whats(store) == ["Một", "Ba", "Hai"]
    plan.move(store, plan.list_plan(store, 2026)[0], -1)
    assert whats(store) == ["Một", "Ba", "Hai"]
    undo(store, change.action_id)
    assert whats(store) == ["Một", "Hai", "Ba"]
    plan.move_key_task(store, second.id, -1)
    assert [task.title for task in plan.list_key_tasks(store, 2026)] == [second.title, first.title]


def test_an_item_handed_to_another_task_stands_last_there(store):
    first, second = a_task(store), a_task(store, "Giúp nhau giảm nghèo")
    an_item(store, second, "Một")
    item = an_item(store, first, "Hai")
    kept = TaskItem(id=item.id, key_task_id=second.id, number=item.number, what="Hai")
    plan.save_item(store, kept)
    assert whats(store) == ["Một", "Hai"]


def test_taking_out_takes_what_was_handed_out_along(store):
    task, unit = a_task(store), add_unit(store)
    item = an_item(store, task)
    hand_out(store, item, unit)
    (line,) = plan.list_handed_out(store, 2026)
    assert (line.who, line.item, line.key_task) == ("Chi hội 1", item, task)
    change = plan.remove_items(store, [item.id])
    assert plan.list_handed_out(store) == []
    undo(store, change.action_id)
    assert plan.list_handed_out(store, 2026) == [line]
    plan.remove_key_task(store, task.id)
    assert plan.list_plan(store, 2026) == []


def test_what_was_begun_is_not_taken_out(store):
    task, unit = a_task(store), add_unit(store)
    item = an_item(store, task)
    own = hand_out(store, item, unit)
    with store.writing("Ghi tiến độ") as session:
        assignments.save_progress(
            session, Progress(assignment_id=own, reported_on=date(2026, 3, 1), amount=Decimal(1))
        )
    for take_out in (
        lambda: plan.remove_items(store, [item.id]),
        lambda: plan.remove_key_task(store, task.id),
    ):
        with pytest.raises(Conflict):
            take_out()
    (line,) = plan.list_handed_out(store, 2026)
    assert line.result_by(date(2026, 3, 1)) == 1
    assert line.result_by(date(2026, 2, 28)) is None
