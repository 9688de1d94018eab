"""Overlaps on which the branch has decided, in the store."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.tables import SettledOverlapRow
from ccb_desktop.domain.tasks.overlaps import SettledOverlap


def list_settled(session: Session) -> list[SettledOverlap]:
    """What was decided, in the order of deciding."""
    query = select(SettledOverlapRow.__table__).order_by(SettledOverlapRow.id)
    return rows.list_values(session, SettledOverlap, query)


def save_settled(session: Session, settled: SettledOverlap) -> int:
    """Insert or overwrite a decision; gives the id."""
    return rows.save(session, SettledOverlapRow, settled)


def delete_settled(session: Session, settled_id: int) -> None:
    """Take a decision back."""
    rows.delete_one(session, SettledOverlapRow, settled_id)
