"""What members signed, in the store."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.members.lists import standing_on, unit_names
from ccb_desktop.data.tables import CommitmentRow, MembershipRow, PersonRow, StandingRow
from ccb_desktop.domain.tasks.commitments import Commitment, CommitmentLine


def list_lines(session: Session, year: int, on: date) -> list[CommitmentLine]:
    """The commitments of a year in the order of names, with the units of a day."""
    return _lines(session, on, CommitmentRow.year == year)


def list_lines_of(
    session: Session, person_ids: Sequence[int], on: date, year: int | None = None
) -> list[CommitmentLine]:
    """Those of some people, of one year or of all, the latest year first."""
    of_year = [] if year is None else [CommitmentRow.year == year]
    found = _lines(session, on, CommitmentRow.person_id.in_(person_ids), *of_year)
    return sorted(found, key=lambda line: -line.commitment.year)


def list_years(session: Session) -> list[int]:
    """The years in which somebody signed, the latest first."""
    year = CommitmentRow.year
    return list(session.scalars(select(year).distinct().order_by(year.desc())))


def people_with(session: Session, year: int) -> set[int]:
    """Who has a commitment in a year."""
    query = select(CommitmentRow.person_id).where(CommitmentRow.year == year)
    return set(session.scalars(query))


def load_commitment(session: Session, commitment_id: int) -> Commitment:
    """One commitment.

    Raises:
        NotFound: It is not there any more.
    """
    gone = "Bản đăng ký thi đua này không còn trong sổ. Hãy mở lại danh sách."
    return rows.load_value(session, CommitmentRow, Commitment, commitment_id, gone)


def save_commitment(session: Session, commitment: Commitment) -> int:
    """Insert or overwrite a commitment; gives the id."""
    return rows.save(session, CommitmentRow, commitment)


def delete_commitment(session: Session, commitment_id: int) -> None:
    """Take out a commitment."""
    rows.delete_one(session, CommitmentRow, commitment_id)


def _lines(session: Session, on: date, *wanted: ColumnElement[bool]) -> list[CommitmentLine]:
    names, signed, person = unit_names(session, on), CommitmentRow, PersonRow
    of_hoi = (
        select(MembershipRow.person_id, StandingRow.unit_id)
        .join(StandingRow, StandingRow.membership_id == MembershipRow.id)
        .where(*standing_on(on))
        .subquery()
    )
    query = (
        select(*signed.__table__.columns, person.full_name, of_hoi.c.unit_id)
        .join(person, person.id == signed.person_id)
        .outerjoin(of_hoi, of_hoi.c.person_id == signed.person_id)
        .where(*wanted)
        .order_by(person.sort_key, person.id, signed.id)
    )
    return [
        CommitmentLine(
            commitment=rows.value_of(Commitment, row),
            person_name=row["full_name"],
            unit_id=row["unit_id"],
            unit_name=names.get(row["unit_id"], ""),
        )
        for row in session.execute(query).mappings()
    ]
