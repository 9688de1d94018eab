"""Between frozen values and mapped rows: fields and columns of one name belong together."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from operator import itemgetter
from typing import Any, TypeVar

from sqlalchemy import Connection, RowMapping, Select, delete, select, text
from sqlalchemy import Row as ResultRow
from sqlalchemy.orm import Session

from ccb_desktop.data.tables import Row
from ccb_desktop.domain.errors import NotFound

Value = TypeVar("Value")
Columns = dict[str, Any]

EMPTY_AS_NULL = frozenset({"citizen_id", "card_no"})
# Unique texts: an empty one is no number at all, and many people have none.


def columns_of(value: Any, table: type[Row], **more: Any) -> Columns:
    """The columns of a table that a value fills, `more` replacing or adding some."""
    found = {name: getattr(value, name) for name in _shared(type(value), table)} | more
    for name in EMPTY_AS_NULL & found.keys():
        found[name] = found[name] or None
    return found


def value_of(kind: type[Value], row: Row | RowMapping, **more: Any) -> Value:
    """A frozen value from a row (mapped or a mapping), `more` filling what is no column."""
    if isinstance(row, RowMapping):
        found = {name: row[name] for name in _fields(kind) if name in row}
    else:
        found = {name: getattr(row, name) for name in _shared(kind, type(row))}
    for name in EMPTY_AS_NULL & found.keys():
        found[name] = found[name] or ""
    return kind(**(found | more))


def load_value(
    session: Session, table: type[Row], kind: type[Value], row_id: int, gone: str
) -> Value:
    """The frozen value of one row.

    Args:
        session: A session.
        table: Whose row.
        kind: Of what kind the value is.
        row_id: Its id.
        gone: What is told where it is not there any more.

    Raises:
        NotFound: It is not there any more.
    """
    row = session.get(table, row_id)
    if row is None:
        raise NotFound(gone)
    return value_of(kind, row)


def list_values(session: Session, kind: type[Value], query: Select[Any]) -> list[Value]:
    """A frozen value of each row; columns that are no field are passed over.

    What a row holds is looked up once for all of them, and nothing is mapped.
    """
    return [kind(**found) for _row, found in _read(session, kind, query)]


def list_by_owner(
    session: Session, kind: type[Value], query: Select[Any], owner: str
) -> dict[int, list[Value]]:
    """The same by the column that names their owner, in the order of the rows."""
    values: dict[int, list[Value]] = {}
    for row, found in _read(session, kind, query):
        values.setdefault(getattr(row, owner), []).append(kind(**found))
    return values


def list_with_parts(
    session: Session,
    kind: type[Value],
    query: Select[Any],
    **parts: Mapping[int, Sequence[Any]],
) -> list[Value]:
    """The same with what belongs to each: by field, the parts of every id."""
    return [
        kind(**found, **{name: tuple(of.get(found["id"], ())) for name, of in parts.items()})
        for _row, found in _read(session, kind, query)
    ]


def _read(
    session: Session, kind: type[Any], query: Select[Any]
) -> Iterator[tuple[ResultRow[Any], Columns]]:
    session.flush()
    result = raw(session).execute(query)
    columns = list(result.keys())
    names = [name for name in _fields(kind) if name in columns]
    values_of_row = itemgetter(*(columns.index(name) for name in names))
    never_null = EMPTY_AS_NULL.intersection(names)
    for row in result.all():
        found = dict(zip(names, values_of_row(row), strict=True))
        for name in never_null:
            found[name] = found[name] or ""
        yield row, found


_known: dict[tuple[type[Any], type[Any] | None], tuple[str, ...]] = {}


def _shared(kind: type[Any], table: type[Row]) -> tuple[str, ...]:
    """The names that are both a field of a value and a column of a table, looked up once."""
    if (kind, table) not in _known:
        columns = table.__table__.columns.keys()
        _known[kind, table] = tuple(name for name in _fields(kind) if name in columns)
    return _known[kind, table]


def _fields(kind: type[Any]) -> tuple[str, ...]:
    if (kind, None) not in _known:
        _known[kind, None] = tuple(field.name for field in fields(kind))
    return _known[kind, None]


def save(session: Session, table: type[Row], value: Any, **more: Any) -> int:
    """Insert a value without id, or write it over the row of its id; gives the id.

    Raises:
        NotFound: The row is no longer there.
    """
    columns = columns_of(value, table, **more)
    row_id = columns.pop("id", None)
    if row_id is None:
        row = table(**columns)
        session.add(row)
        session.flush()
        return row.id
    found = session.get(table, row_id)
    if found is None:
        raise NotFound("Hồ sơ này không còn trong sổ. Hãy mở lại danh sách.")
    for name, column in columns.items():
        setattr(found, name, column)
    session.flush()
    return int(row_id)


def save_parts(
    session: Session, table: type[Row], owner: str, owner_id: int, parts: Sequence[Any], **more: Any
) -> None:
    """Make the rows that belong to one owner exactly these parts, keeping the ids they have."""
    kept = {part.id for part in parts if getattr(part, "id", None) is not None}
    owner_column = table.__table__.columns[owner]
    for row in session.scalars(select(table).where(owner_column == owner_id)).all():
        if row.id not in kept:
            session.delete(row)
    session.flush()
    for part in parts:
        save(session, table, part, **{owner: owner_id}, **more)


def insert_many(session: Session, table: type[Row], rows: Sequence[Columns]) -> None:
    """Insert many rows by one prepared statement; all of them bring the same columns.

    Going past the mapper here makes large imports several times faster.
    """
    if not rows:
        return
    session.flush()
    connection, names = raw(session), tuple(rows[0])
    places = ", ".join("?" * len(names))
    statement = f"INSERT INTO {table.__tablename__} ({', '.join(names)}) VALUES ({places})"
    converters = _converters(connection, table, names)
    values_of_row = itemgetter(*names)
    bound = []
    for row in rows:
        values = list(values_of_row(row))
        for place, convert in converters:
            values[place] = convert(values[place])
        bound.append(tuple(values))
    connection.exec_driver_sql(statement, bound)


def update_many(session: Session, table: type[Row], changes: Mapping[int, Columns]) -> None:
    """Write some columns over many rows by one prepared statement; all bring the same columns.

    Args:
        session: A writing session.
        table: Whose rows.
        changes: By id of the row.
    """
    if not changes:
        return
    session.flush()
    connection, names = raw(session), tuple(next(iter(changes.values())))
    sets = ", ".join(f"{name}=?" for name in names)
    statement = f"UPDATE {table.__tablename__} SET {sets} WHERE id=?"
    converters = _converters(connection, table, names)
    bound = []
    for row_id, columns in changes.items():
        values = [columns[name] for name in names]
        for place, convert in converters:
            values[place] = convert(values[place])
        bound.append((*values, row_id))
    connection.exec_driver_sql(statement, bound)
    session.expire_all()


def _converters(
    connection: Connection, table: type[Row], names: Iterable[str]
) -> list[tuple[int, Callable[[Any], Any]]]:
    """For the columns that need one: their place, and what makes a value of the store's kind."""
    columns = table.__table__.columns
    found = [
        (place, columns[name].type.dialect_impl(connection.dialect).bind_processor)
        for place, name in enumerate(names)
    ]
    made = [(place, make(connection.dialect)) for place, make in found]
    return [(place, convert) for place, convert in made if convert is not None]


def delete_one(session: Session, table: type[Row], row_id: int) -> None:
    """Delete one row; nothing happens when it is gone already."""
    session.execute(delete(table).where(table.id == row_id))
    session.expire_all()


def free_ids(session: Session, table: type[Row], count: int) -> range:
    """Ids that no row of the table ever had, for `insert_many`."""
    name = table.__tablename__
    used = session.scalar(text("SELECT seq FROM sqlite_sequence WHERE name=:n"), {"n": name})
    first = int(used or 0) + 1
    return range(first, first + count)


def raw(session: Session) -> Connection:
    """The connection of a session, for statements in SQL."""
    return session.connection()
