"""Packages and workbooks that came, and the branches that signed them, in the store."""

import json
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import aliased

from ccb_desktop.data import rows
from ccb_desktop.data.store import Session
from ccb_desktop.data.tables import (
    ActionRow,
    ImportBatchRow,
    PackageSignerRow,
    ReceivedPackageRow,
    RecordChangeRow,
)
from ccb_desktop.domain.imports.batches import ImportBatch
from ccb_desktop.domain.submissions.submissions import PackageSigner, ReceivedPackage

_BATCHES, _PACKAGES = ImportBatchRow.__tablename__, ReceivedPackageRow.__tablename__


def save_received(session: Session, received: ReceivedPackage) -> int:
    """Note that something came; gives its id."""
    return rows.save(session, ReceivedPackageRow, received)


def list_received(session: Session) -> list[ReceivedPackage]:
    """Everything that came, newest first."""
    query = select(ReceivedPackageRow).order_by(ReceivedPackageRow.id.desc())
    return [rows.value_of(ReceivedPackage, row) for row in session.scalars(query)]


class TakenBack(NamedTuple):
    """Records that an act had put in and that are gone since it was undone.

    Attributes:
        action_id: The act that had put them in.
        on: When it was undone.
    """

    action_id: int
    on: date
    batches: list[ImportBatch]
    packages: list[ReceivedPackage]


def list_taken_back(session: Session) -> list[TakenBack]:
    """What came and was taken out of the books again, as the history keeps it."""
    undoing = aliased(ActionRow)
    query = (
        select(RecordChangeRow, undoing.done_at)
        .join(ActionRow, ActionRow.id == RecordChangeRow.action_id)
        .join(undoing, undoing.id == ActionRow.undone_by)
        .where(RecordChangeRow.kind.in_([_BATCHES, _PACKAGES]), RecordChangeRow.before.is_(None))
        .order_by(RecordChangeRow.id)
    )
    found: dict[int, TakenBack] = {}
    for line, undone_at in session.execute(query):
        fresh = TakenBack(line.action_id, undone_at.date(), [], [])
        of = found.setdefault(line.action_id, fresh)
        values = json.loads(line.after or "{}") | {"id": line.record_id}
        if line.kind == _BATCHES:
            imported_at = datetime.fromisoformat(values["imported_at"])
            of.batches.append(ImportBatch(**values | {"imported_at": imported_at}))
        else:
            received_at = datetime.fromisoformat(values["received_at"])
            of.packages.append(ReceivedPackage(**values | {"received_at": received_at}))
    return list(found.values())


def list_signers(session: Session) -> list[PackageSigner]:
    """The branches whose packages came, in the order in which they were met."""
    query = select(PackageSignerRow).order_by(PackageSignerRow.id)
    return [rows.value_of(PackageSigner, row) for row in session.scalars(query)]


def signer_with_key(session: Session, public_key: str) -> PackageSigner | None:
    """The branch that signs with a key."""
    row = session.scalar(select(PackageSignerRow).where(PackageSignerRow.public_key == public_key))
    return None if row is None else rows.value_of(PackageSigner, row)


def save_signer(session: Session, signer: PackageSigner) -> int:
    """Keep a branch that signs; gives its id."""
    return rows.save(session, PackageSignerRow, signer)
