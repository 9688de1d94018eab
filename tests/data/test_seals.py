"""Whoever changes the history behind our back is found out."""

import pytest

from ccb_desktop.data import seals
from ccb_desktop.data.engine import connection_to
from tests.books import add_unit, fill


def without_guards(connection):
    found = connection.execute("SELECT name FROM sqlite_master WHERE type='trigger'").fetchall()
    for (name,) in found:
        connection.execute(f"DROP TRIGGER {name}")


TAMPERED = {
    "an act is told otherwise": "UPDATE actions SET label='khác' WHERE id={id}",
    "an act is redated": "UPDATE actions SET done_at='2020-01-01 00:00:00.000000' WHERE id={id}",
    "an act gets another form": "UPDATE actions SET form_id='khác' WHERE id={id}",
    "a line is changed": "UPDATE record_changes SET after='{{}}' WHERE action_id={id}",
    "a line is gone": "DELETE FROM record_changes WHERE id="
    "(SELECT min(id) FROM record_changes WHERE action_id={id})",
    "a line is added": "INSERT INTO record_changes (action_id, kind, record_id) "
    "VALUES ({id}, 'persons', 1)",
    "an act is gone": "DELETE FROM actions WHERE id={id}",
    "an act without seal is added": "INSERT INTO actions (label, done_at, done_by, kinds, "
    "chain_hash) VALUES ('x', '2026-01-01 00:00:00.000000', '', '', '')",
}


@pytest.mark.parametrize("how", TAMPERED)
def test_what_was_changed_behind_our_back_shows(store, how):
    fill(store, members=4)
    for act in (2, 4):
        with connection_to(store.path) as connection:
            connection.execute("PRAGMA foreign_keys=OFF")
            assert seals.broken_links(connection) == []
            connection.execute("BEGIN")
            without_guards(connection)
            connection.execute(TAMPERED[how].format(id=act))
            assert seals.broken_links(connection) != []
            connection.execute("ROLLBACK")


def test_a_history_cut_off_shows_by_the_number_noted_elsewhere(store):
    add_unit(store)
    with connection_to(store.path) as connection:
        noted = connection.execute("SELECT id, chain_hash FROM actions WHERE id=2").fetchone()
        assert seals.holds(connection, *noted)
        without_guards(connection)
        connection.execute("DELETE FROM record_changes WHERE action_id=2")
        connection.execute("DELETE FROM actions WHERE id=2")
        assert seals.broken_links(connection) == []
        assert not seals.holds(connection, *noted)


def test_a_line_behind_the_last_act_shows(store):
    with connection_to(store.path) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute(
            "INSERT INTO record_changes (action_id, kind, record_id) VALUES (99, 'persons', 1)"
        )
        assert seals.broken_links(connection) == [99]


def test_the_look_at_opening_sees_the_last_act_only(store, monkeypatch):
    add_unit(store)
    with connection_to(store.path) as connection:
        assert seals.is_last_act_sealed(connection)
        without_guards(connection)
        connection.execute("UPDATE actions SET label='khác' WHERE id=1")
        assert seals.is_last_act_sealed(connection)
        connection.execute("UPDATE record_changes SET record_id=9 WHERE action_id=2")
        assert not seals.is_last_act_sealed(connection)
        monkeypatch.setattr(seals, "_LOOKED_AT_WHEN_OPENED", 1)
        assert seals.is_last_act_sealed(connection)  # a very large act is left to `check`
        connection.execute("UPDATE actions SET chain_hash='' WHERE id=2")
        assert not seals.is_last_act_sealed(connection)


def test_a_store_without_an_act_is_sealed(store):
    with connection_to(store.path) as connection:
        without_guards(connection)
        connection.execute("DELETE FROM record_changes")
        connection.execute("DELETE FROM actions")
        assert seals.is_last_act_sealed(connection)
