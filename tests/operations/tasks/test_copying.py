"""Last year's plan is copied in one act, with or without what was handed out."""

import pytest

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.members.units import Post
from ccb_desktop.operations.members import units
from ccb_desktop.operations.tasks import copying, handing_out, plan
from ccb_desktop.operations.undo import undo
from tests.books import add_unit, day
from tests.plans import a_task, an_item, hand_out


@pytest.fixture
def books(filled):
    """A plan of 2025, handed to a chi hội that stands and to one that ended."""
    first, _second = a_task(filled, "Đại hội năm 2025", 2025), a_task(filled, "Giảm nghèo", 2025)
    item = an_item(filled, first, "Sinh hoạt năm 2025")
    gone = add_unit(filled, "CH9", "Chi hội 9", ended_on=day("30/6/2025"))
    hand_out(filled, item, 1, responsible="Lê Văn Tám")
    hand_out(filled, item, gone)
    return filled


def ids(store, year=2025):
    return [task.id for task in plan.list_key_tasks(store, year)]


def test_the_plan_comes_with_what_was_handed_out(books):
    told = copying.told_copy(books, 2025, 2026, ids(books), handed_out=True)
    assert (told.tasks, told.items, told.assignments) == (2, 1, 1)
    assert told.left_out == ("Chi hội 9",)
    change = copying.copy_year(books, 2025, 2026, ids(books), handed_out=True)
    assert [task.title for task in plan.list_key_tasks(books, 2026)] == [
        "Đại hội năm 2026",
        "Giảm nghèo",
    ]
    (line,) = plan.list_handed_out(books, 2026)
    assert (line.item.what, line.who) == ("Sinh hoạt năm 2026", "Chi hội 1")
    assert line.assignment.responsible == "Lê Văn Tám"
    assert len(plan.list_handed_out(books, 2025)) == 2
    undo(books, change.action_id)
    assert plan.list_plan(books, 2026) == []


def test_chosen_tasks_come_alone_behind_those_that_stand(books):
    a_task(books, "Đã có", 2026)
    copying.copy_year(books, 2025, 2026, ids(books)[1:], handed_out=False)
    assert [(task.number, task.title) for task in plan.list_key_tasks(books, 2026)] == [
        (1, "Đã có"),
        (2, "Giảm nghèo"),
    ]
    assert plan.list_handed_out(books, 2026) == []


def test_a_new_head_answers_where_the_old_one_did(books):
    units.save_post(books, Post(person_id=5, title="Chi hội trưởng", unit_id=1, to_on=day("2025")))
    units.save_post(
        books, Post(person_id=6, title="Chi hội trưởng", unit_id=1, from_on=day("2026"))
    )
    item = next(line.item for line in plan.list_plan(books, 2025) if line.item)
    hand_out(books, item, 2, responsible="")
    (first,) = [line for line in plan.list_handed_out(books, 2025) if line.unit_code == "CH1"]
    handing_out.mend_many(books, [first.id], responsible="Trần Văn Bình 5")
    copying.copy_year(books, 2025, 2026, ids(books), handed_out=True)
    lines = plan.list_handed_out(books, 2026)
    told = {line.unit_code: line.assignment.responsible for line in lines}
    assert told == {"CH1": "Trần Văn Bình 6", "CH2": ""}


def test_nothing_and_the_same_year_are_refused(books):
    for to_year, wanted in ((2026, []), (2025, ids(books))):
        with pytest.raises(Invalid):
            copying.copy_year(books, 2025, to_year, wanted, handed_out=False)
