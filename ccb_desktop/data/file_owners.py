"""Whose a file is that an act touched: the duty that it needs is that of its record."""

import json
from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from ccb_desktop.data.tables import AttachedFileRow, RecordChangeRow

FILES = AttachedFileRow.__tablename__

OWNERS: Mapping[str, str] = {
    column.name: key.column.table.name
    for column in AttachedFileRow.__table__.columns
    for key in column.foreign_keys
}
"""The column that names what a file is attached to → the kind of that record."""


def with_owners(session: Session, action_id: int, kinds: frozenset[str]) -> frozenset[str]:
    """The kinds of records that an act touched, each file counted as what it is attached to."""
    if FILES not in kinds:
        return kinds
    lines = session.execute(
        select(RecordChangeRow.record_id, RecordChangeRow.before, RecordChangeRow.after).where(
            RecordChangeRow.action_id == action_id, RecordChangeRow.kind == FILES
        )
    )
    owners: set[str] = set()
    for file_id, before, after in lines.all():
        said = json.loads(before or "{}") | json.loads(after or "{}")
        named = OWNERS.keys() & said.keys()
        if not named:  # only its words were corrected
            row = session.get(AttachedFileRow, file_id)
            if row is None:  # erased, from the history too
                owners.add(FILES)
                continue
            named = {name for name in OWNERS if getattr(row, name) is not None}
        owners |= {OWNERS[name] for name in named}
    return kinds - {FILES} | owners
