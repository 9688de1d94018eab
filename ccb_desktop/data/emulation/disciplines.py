"""Discipline in the store: listed with names and terms of complaint, kept, taken out."""

from datetime import date

from sqlalchemy import ColumnElement, select, true
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.charter import load_calendar
from ccb_desktop.data.emulation.awards import stays_of, unit_on
from ccb_desktop.data.members.lists import unit_names
from ccb_desktop.data.tables import DisciplineRow, PersonRow
from ccb_desktop.domain.emulation.awards import Discipline
from ccb_desktop.domain.emulation.discipline_book import DisciplineLine, complaint_term


def list_disciplines(
    session: Session, from_on: date | None = None, to_on: date | None = None
) -> list[DisciplineLine]:
    """What was decided on some days, or ever, the latest first."""
    wanted: ColumnElement[bool] = true()
    if from_on is not None:
        wanted = wanted & (DisciplineRow.decided_on >= from_on)
    if to_on is not None:
        wanted = wanted & (DisciplineRow.decided_on <= to_on)
    return _lines(session, wanted)


def list_of_person(session: Session, person_id: int) -> list[DisciplineLine]:
    """What was decided of one member, the latest first."""
    return _lines(session, DisciplineRow.person_id == person_id)


def load_discipline(session: Session, discipline_id: int) -> Discipline:
    """One measure.

    Raises:
        NotFound: It is not there any more.
    """
    gone = "Kỷ luật này không còn trong sổ. Hãy mở lại danh sách."
    return rows.load_value(session, DisciplineRow, Discipline, discipline_id, gone)


def save_discipline(session: Session, discipline: Discipline) -> int:
    """Insert or overwrite a measure; gives the id."""
    return rows.save(session, DisciplineRow, discipline)


def delete_discipline(session: Session, discipline_id: int) -> None:
    """Take a measure out."""
    rows.delete_one(session, DisciplineRow, discipline_id)


def _lines(session: Session, wanted: ColumnElement[bool]) -> list[DisciplineLine]:
    names, calendar = unit_names(session, date.today()), load_calendar(session)
    query = (
        select(DisciplineRow, PersonRow.full_name, PersonRow.born_on)
        .join(PersonRow, PersonRow.id == DisciplineRow.person_id)
        .where(wanted)
        .order_by(DisciplineRow.decided_on.desc(), DisciplineRow.id.desc())
    )
    read = [
        (rows.value_of(Discipline, row), name, born) for row, name, born in session.execute(query)
    ]
    stays = stays_of(session, {one.person_id for one, _name, _born in read})
    found = []
    for one, full_name, born_on in read:
        last, answer_days = complaint_term(one.decided_on, calendar)
        unit_id = unit_on(stays.get(one.person_id, []), one.decided_on)
        found.append(
            DisciplineLine(
                discipline=one,
                full_name=full_name,
                born_on=born_on,
                unit_id=unit_id,
                unit_name=names.get(unit_id, ""),
                complain_by_on=last,
                answer_days=answer_days,
            )
        )
    return found
