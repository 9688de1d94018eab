"""The migrations together make exactly the schema that `tables` describes."""

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from ccb_desktop.data.migrations import steps
from ccb_desktop.data.tables import Row


def by_steps():
    connection = sqlcipher.connect(":memory:", isolation_level=None)
    for statements in steps.STEPS:
        for statement in statements:
            connection.execute(statement)
    return connection


def by_tables():
    from sqlalchemy import create_engine
    from sqlalchemy.pool import StaticPool

    connection = sqlcipher.connect(":memory:", isolation_level=None)
    engine = create_engine(
        "sqlite://", creator=lambda: connection, module=sqlcipher, poolclass=StaticPool
    )
    Row.metadata.create_all(engine)
    return connection


def described(connection, table):
    """Columns, references and indexes of a table, whatever their order and their names."""
    columns = connection.execute(f"PRAGMA table_xinfo({table})").fetchall()
    references = connection.execute(f"PRAGMA foreign_key_list({table})").fetchall()
    indexes = connection.execute(f"PRAGMA index_list({table})").fetchall()
    return {
        "columns": {
            (name, kind, must, default, key) for _, name, kind, must, default, key, *_ in columns
        },
        "references": {tuple(reference[2:]) for reference in references},
        "indexes": {
            (
                tuple(c[2] for c in connection.execute(f"PRAGMA index_info({name})")),
                unique,
                name if origin == "c" else origin,
            )
            for _, name, unique, origin, *_ in indexes
        },
    }


def test_both_have_the_same_tables():
    query = "SELECT name FROM sqlite_master WHERE type='table' AND name != 'sqlite_sequence'"
    found = {name for (name,) in by_steps().execute(query)}
    assert found == set(Row.metadata.tables) == {name for (name,) in by_tables().execute(query)}


@pytest.mark.parametrize("table", sorted(Row.metadata.tables))
def test_each_table_is_the_same(table):
    assert described(by_steps(), table) == described(by_tables(), table)


@pytest.mark.parametrize("table", sorted(Row.metadata.tables))
def test_ids_are_given_in_the_same_way(table):
    query = "SELECT sql LIKE '%AUTOINCREMENT%' FROM sqlite_master WHERE name=?"
    ours, described = (c.execute(query, (table,)).fetchone() for c in (by_steps(), by_tables()))
    assert ours == described
