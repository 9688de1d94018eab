"""The log of exports and the list of erasures; both only grow."""

import json
from collections.abc import Iterable
from datetime import date

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from ccb_desktop.data.tables import ErasureRow, PersonalExportRow, VoucherRow
from ccb_desktop.domain.personal_data.erasure import Erasure
from ccb_desktop.domain.personal_data.exports import PersonalExport, ids_as_text, ids_of_text


def add_export(session: Session, export: PersonalExport) -> None:
    """Enter a file that left."""
    session.add(
        PersonalExportRow(
            made_at=export.made_at,
            done_by=export.done_by,
            what=export.what,
            file_name=export.file_name,
            people=export.people,
            person_ids=ids_as_text(export.person_ids),
            masked=export.masked,
        )
    )
    session.flush()


def list_exports(
    session: Session, from_on: date | None = None, to_on: date | None = None
) -> list[PersonalExport]:
    """The files that left in a time, the newest first."""
    query = select(PersonalExportRow).order_by(PersonalExportRow.id.desc())
    return [
        export
        for row in session.scalars(query)
        if _is_within((export := _export(row)).made_at.date(), from_on, to_on)
    ]


def list_exports_of(session: Session, person_id: int) -> list[PersonalExport]:
    """The files in which somebody certainly stood, the oldest first."""
    found = list_exports(session)
    return [export for export in reversed(found) if person_id in export.person_ids]


def _export(row: PersonalExportRow) -> PersonalExport:
    return PersonalExport(
        id=row.id,
        made_at=row.made_at,
        done_by=row.done_by,
        what=row.what,
        file_name=row.file_name,
        people=row.people,
        person_ids=ids_of_text(row.person_ids),
        masked=row.masked,
    )


def _is_within(day: date, from_on: date | None, to_on: date | None) -> bool:
    return (from_on or day) <= day <= (to_on or day)


def list_erasures(session: Session) -> list[Erasure]:
    """Whose data was erased, the oldest first."""
    rows: Iterable[ErasureRow] = session.scalars(select(ErasureRow).order_by(ErasureRow.id))
    return [
        Erasure(
            id=row.id,
            person_id=row.person_id,
            erased_on=row.erased_on,
            decision_no=row.decision_no,
            reason=row.reason,
            emptied=len(json.loads(row.lines)),
        )
        for row in rows
    ]


def is_erased(session: Session, person_id: int) -> bool:
    """Whether somebody's data was erased."""
    query = select(ErasureRow.id).where(ErasureRow.person_id == person_id)
    return session.scalar(query) is not None


def next_erasure(session: Session) -> int:
    """The number that the next erasure gets."""
    query = text("SELECT coalesce(max(id), 0) + 1 FROM erasures")
    return int(session.scalar(query) or 1)


def count_drafts_of(session: Session, person_id: int) -> int:
    """How many vouchers that are not posted name somebody."""
    query = select(func.count()).where(
        VoucherRow.person_id == person_id, VoucherRow.posted_at.is_(None)
    )
    return session.scalar(query) or 0
