"""What can still be read from a damaged store."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from ccb_desktop.data.engine import OPEN_KEY, connection_to
from ccb_desktop.data.tables import CONTENTS, DERIVED, HISTORY, Row
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.store_health import LostAct

MOST_ACTS = 200
_AT_ONCE = 512


def acts_after(
    path: Path, action_id: int, chain_hash: str, key: str = OPEN_KEY
) -> list[LostAct] | None:
    """The acts of a damaged store after one that a backup ends with, newest first.

    Returns:
        At most 200 acts; `None` when the file does not tell, or never had that act.
    """
    known = "SELECT count(*) FROM actions WHERE id=? AND chain_hash=?"
    query = "SELECT label, done_at FROM actions WHERE id>? ORDER BY id DESC LIMIT ?"
    try:
        with connection_to(path, key, mode="ro") as connection:
            if not connection.execute(known, (action_id, chain_hash)).fetchone()[0]:
                return None
            rows = connection.execute(query, (action_id, MOST_ACTS)).fetchall()
    except (UserError, sqlcipher.Error):
        return None
    return [LostAct(label, datetime.fromisoformat(done_at)) for label, done_at in rows]


def readable_tables(path: Path, key: str = OPEN_KEY) -> list[str]:
    """The tables of a damaged store from which something can be read; none when its head is."""
    tables = [name for name in Row.metadata.tables if name not in DERIVED | HISTORY | CONTENTS]
    return [table for table in tables if next(readable_rows(path, table, key), None) is not None]


def columns_of(table: str) -> list[str]:
    """The columns in the order of `readable_rows`."""
    return [column.name for column in Row.metadata.tables[table].columns]


def readable_rows(path: Path, table: str, key: str = OPEN_KEY) -> Iterator[tuple[Any, ...]]:
    """Every row of a table that can be read, by id; damaged places are stepped over."""
    columns = ", ".join(f'"{name}"' for name in columns_of(table))
    query = f"SELECT {columns} FROM {table} WHERE id BETWEEN ? AND ? ORDER BY id"
    try:
        with connection_to(path, key, mode="ro") as connection:
            yield from _rows_between(connection, query, 1, _last_id(connection, table))
    except (UserError, sqlcipher.Error):
        return


def _rows_between(connection: Any, query: str, first: int, last: int) -> Iterator[tuple[Any, ...]]:
    """Read in blocks; a block that fails is halved until only the damaged rows are left out."""
    waiting = [
        (start, min(start + _AT_ONCE - 1, last)) for start in range(first, last + 1, _AT_ONCE)
    ]
    waiting.reverse()
    while waiting:
        start, end = waiting.pop()
        try:
            found = connection.execute(query, (start, end)).fetchall()
        except sqlcipher.Error:
            middle = (start + end) // 2
            if start < end:
                waiting += [(middle + 1, end), (start, middle)]
            continue
        yield from found


def _last_id(connection: Any, table: str) -> int:
    """The highest id ever given, from whichever place can be read."""
    for query in (
        f"SELECT seq FROM sqlite_sequence WHERE name='{table}'",
        f"SELECT max(id) FROM {table}",
    ):
        try:
            found = connection.execute(query).fetchone()
        except sqlcipher.Error:
            continue
        if found is not None and found[0] is not None:
            return int(found[0])
    return 0
