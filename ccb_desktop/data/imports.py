"""Imports of the past and remembered columns, in the store."""

import json

from sqlalchemy import select

from ccb_desktop.data import rows
from ccb_desktop.data.store import Session
from ccb_desktop.data.tables import ImportBatchRow, ImportMappingRow
from ccb_desktop.domain.imports.batches import ImportBatch, RememberedColumns


def save_batch(session: Session, batch: ImportBatch) -> int:
    """Note an import; gives its number."""
    return rows.save(session, ImportBatchRow, batch)


def list_batches(session: Session) -> list[ImportBatch]:
    """The imports that stand, newest first."""
    query = select(ImportBatchRow).order_by(ImportBatchRow.id.desc())
    return [rows.value_of(ImportBatch, row) for row in session.scalars(query)]


def load_batch(session: Session, batch_id: int) -> ImportBatch:
    """One import.

    Raises:
        NotFound: There is none of this number, or it was undone.
    """
    gone = f"Không có lần nhập số {batch_id}, hoặc lần nhập đó đã được hoàn tác."
    return rows.load_value(session, ImportBatchRow, ImportBatch, batch_id, gone)


def remember_columns(session: Session, remembered: RememberedColumns) -> None:
    """Keep how the columns of a shape of sheet are matched, in place of what was kept."""
    query = select(ImportMappingRow).where(ImportMappingRow.shape_key == remembered.shape_key)
    row = session.scalar(query) or ImportMappingRow(shape_key=remembered.shape_key)
    row.kind = remembered.kind
    row.columns = json.dumps({str(place): name for place, name in remembered.columns.items()})
    session.add(row)
    session.flush()


def list_remembered_columns(session: Session) -> dict[str, RememberedColumns]:
    """Shape of sheet → how its columns are matched."""
    return {
        row.shape_key: RememberedColumns(
            shape_key=row.shape_key,
            kind=row.kind,
            columns={int(place): name for place, name in json.loads(row.columns).items()},
        )
        for row in session.scalars(select(ImportMappingRow))
    }
