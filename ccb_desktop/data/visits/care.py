"""Illnesses and relatives of people in the store."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.tables import IllnessRow, RelativeRow
from ccb_desktop.domain.visits.care import Illness, Relative


def list_illnesses_of(session: Session, person_id: int) -> list[Illness]:
    """The illnesses of a person, the latest first."""
    ill = IllnessRow
    query = select(ill.__table__).where(ill.person_id == person_id)
    return rows.list_values(session, Illness, query.order_by(ill.from_on.desc(), ill.id.desc()))


def list_relatives_of(session: Session, person_id: int) -> list[Relative]:
    """The relatives of a person, in the order of entering."""
    of = RelativeRow
    query = select(of.__table__).where(of.person_id == person_id).order_by(of.id)
    return rows.list_values(session, Relative, query)


def save_illness(session: Session, illness: Illness) -> int:
    """Insert or overwrite an illness; gives the id."""
    return rows.save(session, IllnessRow, illness)


def delete_illness(session: Session, illness_id: int) -> None:
    """Take out an illness."""
    rows.delete_one(session, IllnessRow, illness_id)


def save_relative(session: Session, relative: Relative) -> int:
    """Insert or overwrite a relative; gives the id."""
    return rows.save(session, RelativeRow, relative)


def delete_relative(session: Session, relative_id: int) -> None:
    """Take out a relative."""
    rows.delete_one(session, RelativeRow, relative_id)
