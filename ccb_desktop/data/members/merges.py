"""Whom a person's record has taken up."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from ccb_desktop.data.tables import PersonMergeRow


def absorbed_by(session: Session, person_id: int) -> list[int]:
    """The ids that people taken up into this one had."""
    query = select(PersonMergeRow.absorbed_id).where(PersonMergeRow.kept_id == person_id)
    return list(session.scalars(query))


def merges_of(session: Session, person_id: int) -> list[int]:
    """The ids under which those merges stand in the books."""
    query = select(PersonMergeRow.id).where(PersonMergeRow.kept_id == person_id)
    return list(session.scalars(query))
