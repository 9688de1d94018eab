"""Awards in the store: listed with their names, kept, taken out."""

from collections.abc import Collection, Iterable
from datetime import date

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.members.lists import unit_names
from ccb_desktop.data.tables import (
    AwardRow,
    MembershipRow,
    NominationRow,
    PersonRow,
    StandingRow,
)
from ccb_desktop.domain.emulation.award_book import AwardLine, is_medal
from ccb_desktop.domain.emulation.awards import Award, NominationStage
from ccb_desktop.domain.members.memberships import MembershipKind

Stay = tuple[date, int | None]
"""From when somebody stood in a unit."""


def list_awards(session: Session, from_on: date, to_on: date) -> list[AwardLine]:
    """The awards of some days, the latest first."""
    return _lines(session, AwardRow.awarded_on.between(from_on, to_on))


def list_of_person(session: Session, person_id: int) -> list[Award]:
    """The awards of one member, the latest first."""
    return [line.award for line in _lines(session, AwardRow.person_id == person_id)]


def list_up_to(session: Session, on: date) -> list[Award]:
    """Every award up to a day, in the order of their days."""
    row = AwardRow
    query = select(row.__table__).where(row.awarded_on <= on).order_by(row.awarded_on, row.id)
    return rows.list_values(session, Award, query)


def latest_day(session: Session) -> date | None:
    """The day of the latest award; nothing where there is none."""
    return session.scalar(select(func.max(AwardRow.awarded_on)))


def load_award(session: Session, award_id: int) -> Award:
    """One award.

    Raises:
        NotFound: It is not there any more.
    """
    gone = "Khen thưởng này không còn trong sổ. Hãy mở lại danh sách."
    return rows.load_value(session, AwardRow, Award, award_id, gone)


def save_award(session: Session, award: Award) -> int:
    """Insert or overwrite an award; gives the id."""
    return rows.save(session, AwardRow, award)


def delete_award(session: Session, award_id: int) -> None:
    """Take out an award; the nomination it came of stands as sent again."""
    query = select(NominationRow).where(NominationRow.award_id == award_id)
    for row in session.scalars(query).all():
        row.award_id, row.stage = None, NominationStage.SENT
    session.flush()
    rows.delete_one(session, AwardRow, award_id)


def medal_years(session: Session, person_ids: Collection[int]) -> dict[int, list[int]]:
    """Person → the years of his awards of Kỷ niệm chương in the book."""
    row = AwardRow
    query = select(row.person_id, row.form, row.awarded_on).where(row.person_id.in_(person_ids))
    found: dict[int, list[int]] = {}
    for person_id, form, awarded_on in session.execute(query.order_by(row.awarded_on)):
        if person_id is not None and is_medal(form):
            found.setdefault(person_id, []).append(awarded_on.year)
    return found


def stays_of(session: Session, person_ids: Iterable[int] | None = None) -> dict[int, list[Stay]]:
    """Person → since when he stood in which unit of the Hội, in order."""
    query = (
        select(MembershipRow.person_id, StandingRow.from_on, StandingRow.unit_id)
        .join(StandingRow, StandingRow.membership_id == MembershipRow.id)
        .where(MembershipRow.kind == MembershipKind.HOI)
        .order_by(StandingRow.from_on, StandingRow.id)
    )
    if person_ids is not None:
        query = query.where(MembershipRow.person_id.in_(list(person_ids)))
    stays: dict[int, list[Stay]] = {}
    for person_id, from_on, unit_id in session.execute(query):
        stays.setdefault(person_id, []).append((from_on, unit_id))
    return stays


def unit_on(stays: list[Stay], day: date) -> int | None:
    """Where somebody stood on a day; of a day before his first, where he stood then."""
    past = [unit_id for from_on, unit_id in stays if from_on <= day and unit_id is not None]
    if past:
        return past[-1]
    return next((unit_id for _from_on, unit_id in stays if unit_id is not None), None)


def _lines(session: Session, wanted: ColumnElement[bool]) -> list[AwardLine]:
    names, stays = unit_names(session, date.today()), stays_of(session)
    query = (
        select(AwardRow, PersonRow.born_on)
        .outerjoin(PersonRow, PersonRow.id == AwardRow.person_id)
        .where(wanted)
        .order_by(AwardRow.awarded_on.desc(), AwardRow.id.desc())
    )
    found = []
    for row, born_on in session.execute(query):
        award = rows.value_of(Award, row)
        unit_id = award.unit_id
        if award.person_id is not None:
            unit_id = unit_on(stays.get(award.person_id, []), award.awarded_on)
        found.append(AwardLine(award, born_on, unit_id, names.get(unit_id, "")))
    return found
