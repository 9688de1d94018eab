"""Records put back as they once were: their states read from the history, written as stored."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from ccb_desktop.data.history import ERASED
from ccb_desktop.data.tables import HISTORY, RecordChangeRow, Row
from ccb_desktop.domain.errors import Conflict

Values = dict[str, Any]

_IN_THE_WAY = (
    "Chưa đưa về như trước được: số thẻ, số CCCD hoặc đơn vị của lúc đó nay đã thuộc hồ sơ "
    "khác hoặc không còn trong sổ, hoặc đã có mục ghi sau gắn vào. Số liệu vẫn nguyên. "
    "Hãy sửa lại bằng tay."
)


def stored(session: Session, kind: str, record_id: int) -> Values | None:
    """A record as it is stored now, without its id; None where there is none."""
    table = Row.metadata.tables[kind].name
    found = session.execute(text(f"SELECT * FROM {table} WHERE id=:id"), {"id": record_id})
    row = found.mappings().first()
    return None if row is None else {name: row[name] for name in row if name != "id"}


def state_before(session: Session, kind: str, record_id: int, action_id: int) -> Values | None:
    """A record as it was stored before an act; None where it was not there yet.

    Raises:
        Conflict: An erasure took out what was known of it.
    """
    state = stored(session, kind, record_id)
    since = (
        select(RecordChangeRow)
        .where(
            RecordChangeRow.kind == kind,
            RecordChangeRow.record_id == record_id,
            RecordChangeRow.action_id >= action_id,
        )
        .order_by(RecordChangeRow.id.desc())
    )
    for line in session.scalars(since):
        if line.erased_hash is not None:
            raise Conflict(ERASED)
        if line.before is None:
            state = None
        else:
            empty = dict.fromkeys(_columns(kind)) if line.after is None else {}
            state = {**(state or {}), **empty, **json.loads(line.before)}
    return state


def _columns(kind: str) -> list[str]:
    """A whole record stands in the history without its empty columns."""
    return [column.name for column in Row.metadata.tables[kind].columns if column.name != "id"]


def put(session: Session, kind: str, record_id: int, state: Values | None) -> bool:
    """Make a record be in a state, or not be there at all; tells whether anything changed.

    Raises:
        Conflict: Another record has its unique number by now.
    """
    now = stored(session, kind, record_id)
    session.execute(text("PRAGMA defer_foreign_keys=ON"))
    try:
        changed = _put(session, kind, record_id, now, state)
    except IntegrityError as error:
        raise Conflict(_IN_THE_WAY) from error
    session.expire_all()
    return changed


def _put(
    session: Session, kind: str, record_id: int, now: Values | None, state: Values | None
) -> bool:
    table = Row.metadata.tables[kind].name
    of_record = {"id": record_id}
    if state is None:
        if now is not None:
            session.execute(text(f"DELETE FROM {table} WHERE id=:id"), of_record)
        return now is not None
    if now is None:
        filled = {"id": record_id, **{n: value for n, value in state.items() if value is not None}}
        marks = ", ".join(f":{name}" for name in filled)
        session.execute(text(f"INSERT INTO {table} ({', '.join(filled)}) VALUES ({marks})"), filled)
        return True
    changed = {
        name: value
        for name, value in state.items()
        if now[name] != value and not (value is None and now[name] == "")
    }
    if changed:
        sets = ", ".join(f"{name}=:{name}" for name in changed)
        session.execute(text(f"UPDATE {table} SET {sets} WHERE id=:id"), {**changed, **of_record})
    return bool(changed)


def see_that_nothing_hangs(session: Session, kinds: Iterable[str]) -> None:
    """See that these records point to records that are there, and others to them.

    Raises:
        Conflict: Something hangs.
    """
    touched = set(kinds)
    for table in Row.metadata.tables.values():
        points_there = any(key.column.table.name in touched for key in table.foreign_keys)
        if (points_there or table.name in touched) and table.name not in HISTORY:
            hanging = session.execute(text(f"PRAGMA foreign_key_check({table.name})"))
            if hanging.first() is not None:
                raise Conflict(_IN_THE_WAY)
