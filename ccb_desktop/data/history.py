"""One line per changed record, before and after, at the one place every write passes.

Temporary triggers on each connection write the lines, so that bulk work is in the history
too and no caller can forget it. Each act is sealed with a hash that covers the one before.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import chain
from typing import Any

from sqlalchemy import Table, func, select, text
from sqlalchemy.orm import Session

from ccb_desktop.data.tables import DERIVED, HISTORY, ActionRow, RecordChangeRow, Row
from ccb_desktop.domain.changes import Action, Change, RecordChange
from ccb_desktop.domain.errors import AlreadyDone, Conflict, NotFound

UNTRACKED = DERIVED | HISTORY
Values = dict[str, Any]


def install_triggers(connection: Any) -> None:
    """Give a raw connection the triggers by which its writes are recorded."""
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS present_action (id INTEGER)")
    for table in Row.metadata.tables.values():
        if table.name not in UNTRACKED:
            for statement in _triggers(table):
                connection.execute(statement)


def _triggers(table: Table) -> Iterable[str]:
    name = table.name
    columns = [column.name for column in table.columns if column.name != "id"]
    whole_new, whole_old = _json(columns, "NEW"), _json(columns, "OLD")
    changed = [f"NEW.{c} IS NOT OLD.{c}" for c in columns]
    before = _json(columns, "OLD", "WHERE NEW.{c} IS NOT OLD.{c}")
    after = _json(columns, "NEW", "WHERE NEW.{c} IS NOT OLD.{c}")
    yield _trigger(name, "INSERT", "", "NEW", "NULL", whole_new)
    yield _trigger(name, "UPDATE", f"WHEN {' OR '.join(changed)}", "NEW", before, after)
    yield _trigger(name, "DELETE", "", "OLD", whole_old, "NULL")


def _trigger(table: str, verb: str, when: str, side: str, before: str, after: str) -> str:
    return (
        f"CREATE TEMP TRIGGER IF NOT EXISTS history_{verb.lower()}_{table} "
        f"AFTER {verb} ON main.{table} {when} BEGIN "
        f"INSERT INTO main.record_changes (action_id, kind, record_id, before, after) "
        f"VALUES ((SELECT id FROM temp.present_action), '{table}', {side}.id, "
        f"{before}, {after}); END"
    )


def _json(columns: Sequence[str], side: str, where: str = "WHERE {side}.{c} IS NOT NULL") -> str:
    parts = " UNION ALL ".join(
        f"SELECT '{c}' AS k, {side}.{c} AS v {where.format(side=side, c=c)}" for c in columns
    )
    return f"(SELECT json_group_object(k, v) FROM ({parts}))"


def begin_action(session: Session, label: str, done_by: str, form_id: str | None) -> int:
    """Open the act under which everything written until `finish_action` is recorded.

    Raises:
        AlreadyDone: A form with this id was saved before.
    """
    if form_id is not None:
        earlier = session.scalar(select(ActionRow).where(ActionRow.form_id == form_id))
        if earlier is not None:
            raise AlreadyDone(
                f"Nội dung này đã ghi lúc {earlier.done_at:%H:%M ngày %d/%m/%Y}. "
                "Không ghi thêm lần nữa."
            )
    action = ActionRow(
        label=label,
        done_at=datetime.now().replace(microsecond=0),
        done_by=done_by,
        form_id=form_id,
        kinds="",
        chain_hash="",
    )
    session.add(action)
    session.flush()
    session.execute(text("DELETE FROM temp.present_action"))
    session.execute(text("INSERT INTO temp.present_action VALUES (:id)"), {"id": action.id})
    return action.id


def finish_action(session: Session, action_id: int) -> Change:
    """Seal the act; an act that changed nothing leaves no trace."""
    session.flush()
    action = session.get_one(ActionRow, action_id)
    kinds = session.scalars(
        select(RecordChangeRow.kind).where(RecordChangeRow.action_id == action_id).distinct()
    ).all()
    if not kinds:
        session.delete(action)
        session.flush()
        return Change(0, action.label, frozenset())
    action.kinds = ";".join(sorted(kinds))
    session.flush()
    action.chain_hash = _seal(session, action)
    session.flush()
    return Change(action_id, action.label, frozenset(kinds))


def _seal(session: Session, action: ActionRow) -> str:
    """Hash of the act, its changes and the hash of the act before."""
    previous = session.scalar(
        select(ActionRow.chain_hash)
        .where(ActionRow.id < action.id)
        .order_by(ActionRow.id.desc())
        .limit(1)
    )
    # As the driver gives them: every later check reads the same plain values.
    act = session.execute(text(f"{_ACTS} WHERE id=:id"), {"id": action.id}).one()
    lines = session.execute(text(f"{_LINES} WHERE action_id=:id ORDER BY id"), {"id": action.id})
    return _hash(previous or "", tuple(act), map(tuple, lines))


def _hash(previous: str, act: tuple[Any, ...], lines: Iterable[tuple[Any, ...]]) -> str:
    digest = hashlib.sha256(previous.encode())
    for values in chain([act], lines):
        digest.update(json.dumps(values).encode())
    return digest.hexdigest()


_ACTS = "SELECT id, label, done_at, done_by, form_id, kinds, undoes FROM actions"
_LINES = 'SELECT id, action_id, kind, record_id, "before", "after" FROM record_changes'
_LOOKED_AT_WHEN_OPENED = 5000


def is_last_act_sealed(connection: Any) -> bool:
    """Whether the newest act is as it was sealed; the look at opening.

    Of a very large act, such as a first import, only the presence of its seal is looked at:
    hashing it would hold the officer up each time until his next act.
    """
    newest = connection.execute(f"{_ACTS} ORDER BY id DESC LIMIT 1").fetchone()
    if newest is None:
        return True
    seals = connection.execute("SELECT chain_hash FROM actions ORDER BY id DESC LIMIT 2").fetchall()
    lines = connection.execute(
        f"{_LINES} WHERE action_id=? ORDER BY id LIMIT ?", (newest[0], _LOOKED_AT_WHEN_OPENED)
    ).fetchall()
    if len(lines) == _LOOKED_AT_WHEN_OPENED:
        return bool(seals[0][0])
    previous = seals[1][0] if len(seals) > 1 else ""
    return bool(seals[0][0] == _hash(previous, newest, lines))


def broken_links(connection: Any) -> list[int]:
    """The acts whose seal does not fit what stands in the history now.

    Reads the history once from a raw connection, line by line, so that its length does not
    matter. A line of an act that is not there counts against the act that comes after it.
    """
    seals = connection.cursor().execute("SELECT chain_hash FROM actions ORDER BY id")
    acts = connection.cursor().execute(f"{_ACTS} ORDER BY id")
    lines = connection.cursor().execute(f"{_LINES} ORDER BY action_id, id")
    waiting = lines.fetchone()
    previous, broken = "", []

    def lines_up_to(action_id: int) -> Iterator[tuple[Any, ...]]:
        nonlocal waiting
        while waiting is not None and waiting[1] <= action_id:
            yield waiting
            waiting = lines.fetchone()

    for act, (seal,) in zip(acts, seals, strict=True):
        if seal != _hash(previous, act, lines_up_to(act[0])):
            broken.append(act[0])
        previous = seal
    if waiting is not None:
        broken.append(waiting[1])
    return broken


def holds(connection: Any, action_id: int, chain_hash: str) -> bool:
    """Whether an act noted elsewhere (in a manifest, on paper) stands in the history as it did.

    A history cut off or written anew from end to end fits in itself; only this shows it.
    """
    found = connection.execute("SELECT chain_hash FROM actions WHERE id=?", (action_id,)).fetchone()
    return found is not None and found[0] == chain_hash


def list_actions(session: Session, limit: int = 200) -> list[Action]:
    """The newest acts first, as "Việc vừa làm" shows them."""
    counts = (
        select(RecordChangeRow.action_id, func.count().label("n"))
        .group_by(RecordChangeRow.action_id)
        .subquery()
    )
    query = (
        select(ActionRow, counts.c.n)
        .join(counts, counts.c.action_id == ActionRow.id)
        .order_by(ActionRow.id.desc())
        .limit(limit)
    )
    return [
        Action(row.id, row.label, row.done_at, row.done_by, row.undone_by, count)
        for row, count in session.execute(query)
    ]


def label_of(session: Session, action_id: int) -> str:
    """What an act was.

    Raises:
        NotFound: There is no such act.
    """
    return _load_action(session, action_id).label


def list_changes(session: Session, records: Sequence[tuple[str, int]]) -> list[RecordChange]:
    """Every recorded change of some records (table, id), newest first."""
    found: list[RecordChange] = []
    for kind, record_id in records:
        query = (
            select(RecordChangeRow, ActionRow)
            .join(ActionRow, ActionRow.id == RecordChangeRow.action_id)
            .where(RecordChangeRow.kind == kind, RecordChangeRow.record_id == record_id)
        )
        found += [
            RecordChange(
                action.id,
                action.label,
                action.done_at,
                action.done_by,
                kind,
                record_id,
                _read(line.before),
                _read(line.after),
            )
            for line, action in session.execute(query)
        ]
    return sorted(found, key=lambda change: change.action_id, reverse=True)


def deleted_ids(session: Session, kind: str, column: str, owner_ids: Sequence[int]) -> list[int]:
    """Records of a table that were taken out and had belonged to some owner.

    Args:
        session: Any session.
        kind: The table.
        column: Its column that names the owner.
        owner_ids: The owners' ids.
    """
    lines = session.execute(
        select(RecordChangeRow.record_id, RecordChangeRow.before).where(
            RecordChangeRow.kind == kind, RecordChangeRow.after.is_(None)
        )
    )
    owners = set(owner_ids)
    return sorted({line.record_id for line in lines if _of(line.before, column) in owners})


def _of(values: str | None, column: str) -> object:
    return (_read(values) or {}).get(column)


def _read(values: str | None) -> Values | None:
    return None if values is None else json.loads(values)


def play_back(session: Session, action_id: int, undoing_id: int) -> list[tuple[str, Values]]:
    """Put every record an act changed back as it was before; the act is marked undone.

    Args:
        session: A writing session whose present act is the undoing one.
        action_id: The act to undo.
        undoing_id: The present act.

    Returns:
        The records put back: table and the values concerned, `id` included.

    Raises:
        NotFound: There is no such act.
        Conflict: It is undone already, or a record was changed since.
    """
    action = _load_action(session, action_id)
    if action.undone_by is not None:
        raise Conflict("Việc này đã được hoàn tác trước đây rồi.")
    session.execute(text("PRAGMA defer_foreign_keys=ON"))
    lines = session.scalars(
        select(RecordChangeRow)
        .where(RecordChangeRow.action_id == action_id)
        .order_by(RecordChangeRow.id.desc())
    ).all()
    touched = [_put_back(session, line) for line in lines]
    action.undone_by = undoing_id
    undoing = session.get_one(ActionRow, undoing_id)
    undoing.undoes = action_id
    if action.undoes is not None:
        session.get_one(ActionRow, action.undoes).undone_by = None
    session.flush()
    return touched


def _load_action(session: Session, action_id: int) -> ActionRow:
    action = session.get(ActionRow, action_id)
    if action is None:
        raise NotFound("Không tìm thấy việc này trong nhật ký.")
    return action


def _put_back(session: Session, line: RecordChangeRow) -> tuple[str, Values]:
    table = Row.metadata.tables[line.kind].name
    before, after = _read(line.before), _read(line.after)
    now = _as_stored(session, table, line.record_id)
    if not _is_as_left(now, line):
        raise Conflict(
            "Số liệu này đã được sửa tiếp sau đó, nên không hoàn tác được nữa. "
            "Hãy hoàn tác việc sau trước, hoặc sửa lại bằng tay."
        )
    if before is None:
        session.execute(text(f"DELETE FROM {table} WHERE id=:id"), {"id": line.record_id})
    elif after is None:
        _insert(session, table, line.record_id, before)
    else:
        sets = ", ".join(f"{column}=:{column}" for column in before)
        values = {**before, "id": line.record_id}
        session.execute(text(f"UPDATE {table} SET {sets} WHERE id=:id"), values)
    return table, {"id": line.record_id, **(before or {}), **(after or {})}


def _as_stored(session: Session, table: str, record_id: int) -> Values | None:
    row = session.execute(text(f"SELECT * FROM {table} WHERE id=:id"), {"id": record_id})
    found = row.mappings().first()
    return None if found is None else dict(found)


def _is_as_left(now: Values | None, line: RecordChangeRow) -> bool:
    after = _read(line.after)
    if now is None or after is None:
        return now is None and after is None
    left_empty = now.keys() - after.keys() - {"id"} if line.before is None else set()
    return all(now[column] == value for column, value in after.items()) and all(
        now[column] is None for column in left_empty
    )


def _insert(session: Session, table: str, record_id: int, values: Values) -> None:
    names = ", ".join(["id", *values])
    marks = ", ".join([":id", *(f":{column}" for column in values)])
    session.execute(
        text(f"INSERT INTO {table} ({names}) VALUES ({marks})"), {**values, "id": record_id}
    )
