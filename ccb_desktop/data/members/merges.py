"""Under which ids the merges of a person stand in the books."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from ccb_desktop.data.tables import PersonMergeRow


def merges_of(session: Session, person_id: int) -> list[int]:
    """The ids under which those merges stand in the books."""
    query = select(PersonMergeRow.id).where(PersonMergeRow.kept_id == person_id)
    return list(session.scalars(query))
