"""Whole tables in memory and back, for imports: few statements, however many rows."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.tables import Row
from ccb_desktop.domain.imports.shelf import Shelf

Value = TypeVar("Value")
Piece = TypeVar("Piece")
Keys = Callable[[Any], dict[str, str]]
"""The folded texts that stand beside those of a record."""

Pulse = Callable[[], object]
"""Called between two pieces of work; may raise to stop, and then nothing is to be kept."""

_AT_ONCE = 2000


def _no_keys(_record: Any) -> dict[str, str]:
    return {}


def read_all(session: Session, table: type[Row], kind: type[Value]) -> list[Value]:
    """Every record of a table, in the order of entering."""
    return rows.list_values(session, kind, select(table.__table__).order_by(table.id))


def next_ids(session: Session, tables: Iterable[type[Row]]) -> dict[str, int]:
    """Table → the id its next record may bear."""
    return {one.__tablename__: rows.free_ids(session, one, 1)[0] for one in tables}


def write_shelf(
    session: Session,
    table: type[Row],
    shelf: Shelf[Any],
    keys: Keys = _no_keys,
    pulse: Pulse = lambda: None,
) -> None:
    """Write what is new on a shelf, under the ids it was given, and what changed."""
    for new in in_pieces(shelf.new, pulse):
        insert_records(session, table, new, keys)
    for changed in in_pieces(shelf.changed, pulse):
        columns = [rows.columns_of(record, table, **keys(record)) for record in changed]
        rows.update_many(session, table, {one.pop("id"): one for one in columns})


def insert_records(
    session: Session, table: type[Row], records: Iterable[Any], keys: Keys = _no_keys
) -> None:
    """Insert records under the ids they were given."""
    columns = [rows.columns_of(record, table, **keys(record)) for record in records]
    rows.insert_many(session, table, columns)


def in_pieces(whole: Sequence[Piece], pulse: Pulse) -> Iterator[Sequence[Piece]]:
    """A long list piece by piece, with a pulse before each."""
    for start in range(0, len(whole), _AT_ONCE):
        pulse()
        yield whole[start : start + _AT_ONCE]
