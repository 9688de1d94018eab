"""Puts the records of an act back as they were, like changes in a row by one statement."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection

from ccb_desktop.data.tables import Row
from ccb_desktop.domain.errors import Conflict

Values = dict[str, Any]

_AT_ONCE = 500
_UNSET = (None, "")
# A column that came with a later schema begins empty in records made before.


class Line(NamedTuple):
    """One changed record: before and after, `None` where it did not exist."""

    table: str
    record_id: int
    before: Values | None
    after: Values | None

    @property
    def likeness(self) -> tuple[str, bool, tuple[str, ...]]:
        """What lines have in common that one statement can put back."""
        return self.table, self.after is None, tuple(self.before or ())

    @property
    def is_emptied(self) -> bool:
        """Whether an erasure took out what it said."""
        return self.before == {} or self.after == {}


def read_line(kind: str, record_id: int, before: str | None, after: str | None) -> Line:
    """A line of the history as it stands in the store."""
    return Line(Row.metadata.tables[kind].name, record_id, _read(before), _read(after))


def _read(values: str | None) -> Values | None:
    return None if values is None else json.loads(values)


def put_back(connection: Connection, lines: Sequence[Line]) -> list[tuple[str, Values]]:
    """Put records back, in the order of the lines: newest change first.

    Returns:
        The records put back: table and the whole record as the act had left it, or as it
        was before it was taken out, `id` included.

    Raises:
        Conflict: A record is not any more as the act left it.
        IntegrityError: Another record is in the way.
    """
    touched: list[tuple[str, Values]] = []
    for run in _runs(lines):
        now = as_stored(connection, run[0].table, [line.record_id for line in run])
        _see_that_all_are_as_left(now, run)
        _write(connection, run)
        touched += [(line.table, _whole(now.get(line.record_id), line)) for line in run]
    return touched


def _whole(now: Values | None, line: Line) -> Values:
    return {**(now or {}), **(line.before or {}), **(line.after or {}), "id": line.record_id}


def _runs(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Lines in a row that are alike, each of another record."""
    run: list[Line] = []
    there: set[int] = set()
    for line in lines:
        if run and (line.likeness != run[0].likeness or line.record_id in there):
            yield run
            run, there = [], set()
        run.append(line)
        there.add(line.record_id)
    if run:
        yield run


def _see_that_all_are_as_left(now: Mapping[int, Values], run: Sequence[Line]) -> None:
    if not all(_is_as_left(now.get(line.record_id), line) for line in run):
        raise Conflict(
            "Số liệu này đã được sửa tiếp sau đó, nên chưa hoàn tác được. Số liệu vẫn nguyên. "
            "Hãy hoàn tác việc sau trước, hoặc sửa lại bằng tay."
        )


def as_stored(connection: Connection, table: str, ids: Sequence[int]) -> dict[int, Values]:
    """Some rows of a table as the driver gives them, by id; those that are gone are left out."""
    found: dict[int, Values] = {}
    for start in range(0, len(ids), _AT_ONCE):
        some = tuple(ids[start : start + _AT_ONCE])
        marks = ", ".join("?" * len(some))
        rows = connection.exec_driver_sql(f"SELECT * FROM {table} WHERE id IN ({marks})", some)
        names = tuple(rows.keys())
        for row in rows:
            values = dict(zip(names, row, strict=True))
            found[values["id"]] = values
    return found


def _is_as_left(now: Values | None, line: Line) -> bool:
    after = line.after
    if now is None or after is None:
        return now is None and after is None
    left_empty = now.keys() - after.keys() - {"id"} if line.before is None else set()
    return all(now[column] == value for column, value in after.items()) and all(
        now[column] in _UNSET for column in left_empty
    )


def _write(connection: Connection, run: Sequence[Line]) -> None:
    first, ids = run[0], [(line.record_id,) for line in run]
    values = [tuple((line.before or {}).values()) for line in run]
    if first.before is None:
        statement, bound = f"DELETE FROM {first.table} WHERE id=?", ids
    elif first.after is None:
        names = ", ".join([*first.before, "id"])
        marks = ", ".join("?" * (len(first.before) + 1))
        statement = f"INSERT INTO {first.table} ({names}) VALUES ({marks})"
        bound = [(*kept, *own) for kept, own in zip(values, ids, strict=True)]
    else:
        sets = ", ".join(f"{column}=?" for column in first.before)
        statement = f"UPDATE {first.table} SET {sets} WHERE id=?"
        bound = [(*kept, *own) for kept, own in zip(values, ids, strict=True)]
    connection.exec_driver_sql(statement, bound)
