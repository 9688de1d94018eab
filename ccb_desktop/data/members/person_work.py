"""The records of work and emulation that name a person, whichever book they stand in."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from ccb_desktop.data.tables import Row


def ids_of_people(session: Session, kind: str, person_ids: Sequence[int]) -> list[int]:
    """The records of one table that name some people in its column `person_id`, by id."""
    table = Row.metadata.tables[kind]
    query = select(table.c.id).where(table.c.person_id.in_(person_ids)).order_by(table.c.id)
    return list(session.scalars(query))
