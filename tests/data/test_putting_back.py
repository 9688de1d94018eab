"""Putting an act back: record by record checked, like ones together, in the order of doing."""

import pytest
from sqlalchemy import text

from ccb_desktop.domain.errors import Conflict
from ccb_desktop.operations import undo
from tests.books import add_member, add_unit, contents


@pytest.fixture
def members(store):
    unit = add_unit(store)
    for number in range(6):
        add_member(store, f"Lê Văn {number}", unit, citizen_id=f"{number:012}")
    return store


def act(store, *statements):
    with store.writing("Việc thử") as session:
        for statement in statements:
            session.execute(text(statement))
    return session.change.action_id


def persons(store):
    return contents(store)["persons"]


def test_a_record_changed_twice_in_one_act_goes_back_to_the_beginning(members):
    before = persons(members)
    done = act(
        members,
        "UPDATE persons SET phone='1'",
        "UPDATE persons SET phone='2' WHERE id<4",
        "UPDATE persons SET phone='3', note='x' WHERE id=2",
    )
    undo.undo(members, done)
    assert persons(members) == before


def test_numbers_that_went_round_come_back_in_the_order_of_doing(members):
    before = persons(members)
    done = act(
        members,
        "UPDATE persons SET citizen_id=NULL WHERE id=1",
        "UPDATE persons SET citizen_id='000000000000' WHERE id=2",
        "UPDATE persons SET citizen_id='000000000001' WHERE id=1",
    )
    undo.undo(members, done)
    assert persons(members) == before


def test_one_of_many_changed_since_keeps_all_as_they_are(members):
    done = act(members, "UPDATE persons SET phone='1'")
    act(members, "UPDATE persons SET phone='2' WHERE id=5")
    before = contents(members)
    with pytest.raises(Conflict, match="đã được sửa tiếp"):
        undo.undo(members, done)
    assert contents(members) == before


def test_what_was_added_goes_and_what_was_taken_out_comes_back(members):
    before = persons(members)
    done = act(
        members,
        "INSERT INTO posts (person_id, title, scope, organisation, note) "
        "SELECT id, 'Ủy viên', 'HOI', '', '' FROM persons",
        "DELETE FROM posts WHERE person_id=3",
        "UPDATE persons SET phone='1' WHERE id=3",
    )
    undone = undo.undo(members, done)
    assert contents(members)["posts"] == []
    assert persons(members) == before
    undo.undo(members, undone.action_id)
    assert [row[0] for row in contents(members)["posts"]] == [1, 2, 4, 5, 6]
