"""One line per changed record, before and after, at the one place every write passes.

Temporary triggers on each connection write the lines, so that bulk work is in the history
too and no caller can forget it. Each act is sealed with a hash that covers the one before.
"""

import json
import secrets
from collections.abc import Iterable, Sequence, Set
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Table, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from ccb_desktop.data import seals
from ccb_desktop.data.putting_back import Line, as_stored, put_back, read_line
from ccb_desktop.data.tables import (
    CONTENTS,
    DERIVED,
    HISTORY,
    ActionRow,
    RecordChangeRow,
    Row,
    VoucherRow,
)
from ccb_desktop.domain.changes import Beside, Change, RecordChange
from ccb_desktop.domain.errors import AlreadyDone, Conflict, NotFound
from ccb_desktop.domain.funds.vouchers import VoucherKind

UNTRACKED = DERIVED | HISTORY | CONTENTS
Values = dict[str, Any]


def install_triggers(connection: Any) -> None:
    """Give a raw connection the triggers by which its writes are recorded."""
    connection.executescript(_all_triggers())


@cache
def _all_triggers() -> str:
    made = ["CREATE TEMP TABLE IF NOT EXISTS present_action (id INTEGER)"]
    for table in Row.metadata.tables.values():
        if table.name not in UNTRACKED:
            made += _triggers(table)
    return ";".join(["BEGIN", *made, "COMMIT"])


def _triggers(table: Table) -> Iterable[str]:
    columns = [column.name for column in table.columns if column.name != "id"]
    changed = " OR ".join(f"NEW.{c} IS NOT OLD.{c}" for c in columns)
    whole = "json_group_object(c, v)"
    new, old = _listed(columns, "NEW.{c}"), _listed(columns, "OLD.{c}")
    both = _listed(columns, "NEW.{c}", "OLD.{c}")
    update = f"NEW.id, json_group_object(c, before), {whole} {both} WHERE v IS NOT before"
    yield _trigger(table.name, "INSERT", f"NEW.id, NULL, {whole} {new} WHERE v IS NOT NULL")
    yield _trigger(table.name, "UPDATE", update, f"WHEN {changed}")
    yield _trigger(table.name, "DELETE", f"OLD.id, {whole}, NULL {old} WHERE v IS NOT NULL")


def _listed(columns: Sequence[str], *values: str) -> str:
    """The columns of a record as rows: its name `c`, its value `v`, and what it was `before`."""
    names = ", ".join(["c", "v", "before"][: len(values) + 1])
    rows = ", ".join(f"('{c}', {', '.join(values).format(c=c)})" for c in columns)
    return f"FROM (WITH of_column({names}) AS (VALUES {rows}) SELECT * FROM of_column)"


def _trigger(table: str, verb: str, line: str, when: str = "") -> str:
    return (
        f"CREATE TEMP TRIGGER IF NOT EXISTS history_{verb.lower()}_{table} "
        f"AFTER {verb} ON main.{table} {when} BEGIN "
        f"INSERT INTO main.record_changes (action_id, salt, kind, record_id, before, after) "
        f"SELECT (SELECT id FROM temp.present_action), lower(hex(randomblob(16))), '{table}', "
        f"{line}; END"
    )


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
        seal_form=seals.FORM,
        salt=secrets.token_hex(16),
    )
    session.add(action)
    session.flush()
    session.execute(text("DELETE FROM temp.present_action"))
    session.execute(text("INSERT INTO temp.present_action VALUES (:id)"), {"id": action.id})
    return action.id


def finish_action(session: Session, action_id: int, beside: Beside | None = None) -> Change:
    """Seal the act; an act that changed nothing leaves no trace.

    Args:
        session: A writing session.
        action_id: Its act.
        beside: What it changed beside the records, which alone is worth a line.
    """
    session.flush()
    action = session.get_one(ActionRow, action_id)
    kinds = set(
        session.scalars(
            select(RecordChangeRow.kind).where(RecordChangeRow.action_id == action_id).distinct()
        )
    )
    if beside is not None:
        kinds.add(beside.value)
    if not kinds:
        session.delete(action)
        session.flush()
        return Change(0, action.label, frozenset())
    action.kinds = ";".join(sorted(kinds))
    session.flush()
    action.chain_hash = seals.seal_of(session, action_id)
    session.flush()
    return Change(action_id, action.label, frozenset(kinds))


def only_voids(session: Session, action_id: int) -> bool:
    """Whether an act put vouchers in, and each of them reverses another one."""
    added = select(RecordChangeRow.record_id).where(
        RecordChangeRow.action_id == action_id,
        RecordChangeRow.kind == VoucherRow.__tablename__,
        RecordChangeRow.before.is_(None),
    )
    kinds = set(session.scalars(select(VoucherRow.kind).where(VoucherRow.id.in_(added))))
    return kinds == {VoucherKind.REVERSAL}


def label_and_kinds(session: Session, action_id: int) -> tuple[str, frozenset[str]]:
    """What an act was, and the kinds of records it touched.

    Raises:
        NotFound: There is no such act.
    """
    action = _load_action(session, action_id)
    return action.label, frozenset(action.kinds.split(";"))


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


def act_that_added(session: Session, kind: str, record_id: int) -> int | None:
    """The newest act that put a record in; `None` where there is no such record now."""
    if record_id not in as_stored(session.connection(), kind, [record_id]):
        return None
    return session.scalar(
        select(RecordChangeRow.action_id)
        .where(
            RecordChangeRow.kind == kind,
            RecordChangeRow.record_id == record_id,
            RecordChangeRow.before.is_(None),
        )
        .order_by(RecordChangeRow.id.desc())
    )


def acts_upon(
    session: Session, action_id: int, before_id: int | None = None
) -> list[tuple[str, datetime]]:
    """What was done since with records of an act and still stands: label and time, newest first.

    Args:
        session: Any session.
        action_id: The act.
        before_id: An act from which on nothing counts, as the one that is being written.
    """
    of_act = select(RecordChangeRow.kind, RecordChangeRow.record_id).where(
        RecordChangeRow.action_id == action_id
    )
    touched = {(row.kind, row.record_id) for row in session.execute(of_act)}
    since = (
        select(RecordChangeRow.kind, RecordChangeRow.record_id, ActionRow)
        .join(ActionRow, ActionRow.id == RecordChangeRow.action_id)
        .where(ActionRow.id > action_id, ActionRow.undone_by.is_(None), ActionRow.undoes.is_(None))
        .order_by(ActionRow.id.desc())
    )
    if before_id is not None:
        since = since.where(ActionRow.id < before_id)
    acts = {
        act.id: (act.label, act.done_at)
        for kind, record_id, act in session.execute(since)
        if (kind, record_id) in touched
    }
    return list(acts.values())


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


def play_back(
    session: Session, action_id: int, undoing_id: int, staying: Set[tuple[str, int]] = frozenset()
) -> list[tuple[str, Values]]:
    """Put every record an act changed back as it was before; the act is marked undone.

    Args:
        session: A writing session whose present act is the undoing one.
        action_id: The act to undo.
        undoing_id: The present act.
        staying: Records (table, id) that are left as they are.

    Returns:
        The records put back: table and the whole record as the act had left it, or as it
        was before it was taken out, `id` included.

    Raises:
        NotFound: There is no such act.
        Conflict: It is undone already, a record was changed since, or data was erased.
    """
    action = _load_action(session, action_id)
    if action.undone_by is not None:
        raise Conflict("Việc này đã được hoàn tác trước đây rồi.")
    kept = lines_of(session, action_id)
    if any(line.is_emptied for line in kept):
        raise Conflict(ERASED)
    session.execute(text("PRAGMA defer_foreign_keys=ON"))
    lines = [line for line in kept if (line.table, line.record_id) not in staying]
    try:
        touched = put_back(session.connection(), lines)
    except IntegrityError as error:
        raise Conflict(_IN_THE_WAY) from error
    except Conflict as changed:
        raise Conflict(_since(acts_upon(session, action_id, undoing_id))) from changed
    _see_that_nothing_hangs(session, {line.table for line in lines if line.before is None})
    action.undone_by = undoing_id
    undoing = session.get_one(ActionRow, undoing_id)
    undoing.undoes = action_id
    if action.undoes is not None:
        session.get_one(ActionRow, action.undoes).undone_by = None
    session.flush()
    return touched


def lines_of(session: Session, action_id: int) -> list[Line]:
    """What an act changed, newest first."""
    of_line = RecordChangeRow
    found = session.execute(
        select(of_line.kind, of_line.record_id, of_line.before, of_line.after)
        .where(of_line.action_id == action_id)
        .order_by(of_line.id.desc())
    )
    return [read_line(*columns) for columns in found]


def _see_that_nothing_hangs(session: Session, emptied: set[str]) -> None:
    """See that no record points to one that was taken out again."""
    for table in Row.metadata.tables.values():
        points_there = any(key.column.table.name in emptied for key in table.foreign_keys)
        if points_there and table.name not in HISTORY:
            hanging = session.execute(text(f"PRAGMA foreign_key_check({table.name})"))
            if hanging.first() is not None:
                raise Conflict(_IN_THE_WAY)


def _since(later: Sequence[tuple[str, datetime]]) -> str:
    """That records were changed since, and by what, as far as that still stands."""
    which = ""
    if later:
        label, at = later[0]
        more = f", và {len(later) - 1} việc nữa" if len(later) > 1 else ""
        which = f": “{label}” lúc {at:%H:%M} ngày {at:%d/%m/%Y}{more}"
    return (
        f"Số liệu này đã được sửa tiếp sau đó{which}, nên chưa hoàn tác được. Số liệu vẫn "
        "nguyên. Hãy hoàn tác việc sau trước, hoặc sửa lại bằng tay."
    )


ERASED = (
    "Việc này có dữ liệu cá nhân đã xóa theo quyết định, nên không hoàn tác, không đưa về như "
    "trước được nữa. Số liệu vẫn nguyên. Nếu ghi nhầm điều gì, hãy sửa lại bằng tay."
)

_IN_THE_WAY = (
    "Đã có hồ sơ ghi sau gắn với việc này hoặc dùng lại số của nó, nên chưa hoàn tác được. "
    "Số liệu vẫn nguyên. Hãy hoàn tác việc ghi sau trước, hoặc sửa lại bằng tay."
)


def _load_action(session: Session, action_id: int) -> ActionRow:
    action = session.get(ActionRow, action_id)
    if action is None:
        raise NotFound("Không tìm thấy việc này trong nhật ký.")
    return action
