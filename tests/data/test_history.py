"""The history: no write escapes it, nobody changes it, and whoever does is found out."""

import json

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import inspect

from ccb_desktop.data import history
from ccb_desktop.data.engine import connection_to, set_pragmas
from ccb_desktop.data.tables import CONTENTS, DERIVED, HISTORY, Row
from ccb_desktop.operations.undo import list_actions, list_changes
from tests.books import add_member, add_unit

TRACKED = sorted(set(Row.metadata.tables) - DERIVED - HISTORY - CONTENTS)
GUARDED = ("record_changes", "actions")
GROWING = {"personal_exports", "erasures"}


def some_value(column, mark):
    if column.foreign_keys:
        return None if column.nullable else mark
    kind = column.type.python_type if hasattr(column.type, "python_type") else str
    if kind.__name__ == "date":
        return "2025-01-02"
    if kind.__name__ == "datetime":
        return "2025-01-02 03:04:05.000000"
    return mark if kind in (int, bool) else f"{column.name} {mark}"


def a_row(table, mark=1):
    row = {c.name: some_value(c, mark) for c in table.columns if c.name != "id"}
    return {**row, "posted_at": None} if "posted_at" in row else row  # drafts may be changed


def lines(connection, kind):
    query = "SELECT before, after FROM record_changes WHERE kind=? ORDER BY id"
    found = connection.execute(query, (kind,)).fetchall()
    return [tuple(json.loads(side) if side else None for side in line) for line in found]


@pytest.fixture
def raw(data_folder):
    """A connection as the engine makes it, inside an act."""
    with connection_to(data_folder.store) as connection:
        set_pragmas(connection)
        history.install_triggers(connection)
        connection.execute("PRAGMA foreign_keys=OFF")  # rows of one table at a time
        connection.execute(
            "INSERT INTO actions (label, done_at, done_by, kinds, chain_hash) "
            "VALUES ('thử', '2026-01-01 00:00:00.000000', '', '', '')"
        )
        connection.execute("INSERT INTO present_action SELECT max(id) FROM actions")
        yield connection


@pytest.mark.parametrize("name", TRACKED)
def test_every_write_to_every_table_leaves_its_line(raw, name):
    table = Row.metadata.tables[name]
    row, columns = a_row(table), [c.name for c in table.columns if c.name != "id"]
    names, marks = ", ".join(f'"{c}"' for c in columns), ", ".join("?" * len(columns))
    before = len(lines(raw, name))

    added = raw.execute(f"INSERT INTO {name} ({names}) VALUES ({marks})", list(row.values()))
    row_id = added.lastrowid
    assert lines(raw, name)[before:] == [(None, {c: v for c, v in row.items() if v is not None})]

    if name in GROWING:
        return
    other = a_row(table, 2)
    sets = ", ".join(f'"{c}"=?' for c in columns)
    raw.execute(f"UPDATE {name} SET {sets} WHERE id=?", [*other.values(), row_id])
    changed = {c for c in columns if row[c] != other[c]}
    assert lines(raw, name)[before + 1 :] == [
        ({c: row[c] for c in changed}, {c: other[c] for c in changed})
    ]

    raw.execute(f"UPDATE {name} SET {sets} WHERE id=?", [*other.values(), row_id])
    assert len(lines(raw, name)) == before + 2  # the same values again are no change

    raw.execute(f"DELETE FROM {name} WHERE id=?", (row_id,))
    assert lines(raw, name)[-1] == ({c: v for c, v in other.items() if v is not None}, None)


@pytest.mark.parametrize("name", sorted(set(TRACKED) - GROWING))
def test_a_row_that_is_replaced_leaves_both_lines(raw, name):
    table = Row.metadata.tables[name]
    columns = ["id", *(c.name for c in table.columns if c.name != "id")]
    names, marks = ", ".join(f'"{c}"' for c in columns), ", ".join("?" * len(columns))
    for mark in (1, 2):
        values = [900, *a_row(table, mark).values()]
        raw.execute(f"INSERT OR REPLACE INTO {name} ({names}) VALUES ({marks})", values)
    kinds = [(before is None, after is None) for before, after in lines(raw, name)[-3:]]
    assert kinds == [(True, False), (False, True), (True, False)]


def test_every_table_has_its_own_number_never_used_again():
    for table in Row.metadata.tables.values():
        assert [c.name for c in inspect(table).primary_key] == ["id"]
        if table.name not in DERIVED:
            assert table.dialect_options["sqlite"]["autoincrement"], table.name


BREACHES = {
    "update": "UPDATE {t} SET {c}='x' WHERE id={id}",
    "update of id": "UPDATE {t} SET id=id+1000 WHERE id={id}",
    "delete": "DELETE FROM {t} WHERE id={id}",
    "delete all": "DELETE FROM {t}",
    "replace": "REPLACE INTO {t} SELECT * FROM {t} WHERE id={id}",
    "insert or replace": "INSERT OR REPLACE INTO {t} SELECT * FROM {t} WHERE id={id}",
    "update or replace": "UPDATE OR REPLACE {t} SET id={id} WHERE id={id}+1",
    "upsert": "INSERT INTO {t} SELECT * FROM {t} WHERE id={id} ON CONFLICT DO UPDATE SET {c}='x'",
    "upsert by id": "INSERT INTO {t} SELECT * FROM {t} WHERE id={id} "
    "ON CONFLICT (id) DO UPDATE SET {c}='x'",
}


@pytest.mark.parametrize("recursive", [True, False])
@pytest.mark.parametrize("breach", BREACHES)
@pytest.mark.parametrize("table", GUARDED)
def test_no_statement_changes_the_history(store, table, breach, recursive):
    add_unit(store)
    column = "label" if table == "actions" else "kind"
    with connection_to(store.path) as connection:
        connection.execute(f"PRAGMA recursive_triggers={int(recursive)}")
        before = connection.execute(f"SELECT * FROM {table}").fetchall()
        first = connection.execute(f"SELECT min(id) FROM {table}").fetchone()[0]
        statement = BREACHES[breach].format(t=table, c=column, id=first)
        with pytest.raises(sqlcipher.DatabaseError, match="never changed"):
            connection.execute(statement)
        assert connection.execute(f"SELECT * FROM {table}").fetchall() == before


def test_no_line_is_added_to_a_sealed_act(data_folder):
    with (
        connection_to(data_folder.store) as connection,
        pytest.raises(sqlcipher.DatabaseError, match="never changed"),
    ):
        connection.execute(
            "INSERT INTO record_changes (action_id, kind, record_id) VALUES (1, 'persons', 1)"
        )


def test_an_act_is_not_replaced_by_its_form(store):
    add_member(store, form_id="form-1")
    with (
        connection_to(store.path) as connection,
        pytest.raises(sqlcipher.DatabaseError, match="never changed"),
    ):
        connection.execute(
            "INSERT OR REPLACE INTO actions (label, done_at, done_by, form_id, kinds, chain_hash)"
            " VALUES ('x', '2026-01-01', '', 'form-1', '', '')"
        )


def test_the_acts_are_told_newest_first_and_those_of_a_record_too(store):
    add_unit(store)
    add_member(store)
    told = [action.label for action in list_actions(store)]
    assert told == ["Thêm hội viên: Nguyễn Văn An", "Ghi đơn vị Chi hội 1", "Lập sổ của Hội"]
    (change,) = list_changes(store, [("persons", 1)])
    assert change.before is None
    assert change.after is not None
    assert change.after["full_name"] == "Nguyễn Văn An"
