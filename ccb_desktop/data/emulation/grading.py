"""Gradings of years in the store: how far settled, and what was found of members."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, delete, func, select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.members.lists import standing_on, unit_names
from ccb_desktop.data.tables import (
    CriterionRow,
    GradingYearRow,
    MemberResultRow,
    MembershipRow,
    PersonRow,
    StandingRow,
    UnitRatingRow,
)
from ccb_desktop.domain.emulation.grading import Grade, GradingYear, MemberResult
from ccb_desktop.domain.emulation.member_grading import GradedMember
from ccb_desktop.domain.members.memberships import IN_HOI, MembershipKind

_STATUS = 5
"""Where the status stands in a row of `_people`."""


def load_year(session: Session, year: int) -> GradingYear:
    """The grading of a year; a draft with the usual bounds where nothing was chosen yet."""
    row = session.scalars(select(GradingYearRow).where(GradingYearRow.year == year)).first()
    return GradingYear(year=year) if row is None else rows.value_of(GradingYear, row)


def save_year(session: Session, grading: GradingYear) -> int:
    """Insert or overwrite the grading of a year; gives the id."""
    return rows.save(session, GradingYearRow, grading)


def list_years(session: Session) -> list[int]:
    """The years of which anything was graded, rated or prepared, the latest first."""
    tables = (GradingYearRow, MemberResultRow, UnitRatingRow, CriterionRow)
    return sorted({y for one in tables for y in session.scalars(select(one.year).distinct())})[::-1]


def list_results(session: Session, year: int) -> list[MemberResult]:
    """What was found of members in a year."""
    query = select(MemberResultRow.__table__).where(MemberResultRow.year == year)
    return rows.list_values(session, MemberResult, query.order_by(MemberResultRow.id))


def list_results_of(session: Session, person_id: int) -> list[MemberResult]:
    """What was found of one member, the latest year first."""
    query = select(MemberResultRow.__table__).where(MemberResultRow.person_id == person_id)
    return rows.list_values(session, MemberResult, query.order_by(MemberResultRow.year.desc()))


def save_results(session: Session, results: Iterable[MemberResult]) -> None:
    """Insert results without an id, and write the others over the rows they have."""
    new: list[rows.Columns] = []
    old: dict[int, rows.Columns] = {}
    for result in results:
        columns = rows.columns_of(result, MemberResultRow)
        result_id = columns.pop("id")
        if result_id is None:
            new.append(columns)
        else:
            old[result_id] = columns
    rows.insert_many(session, MemberResultRow, new)
    rows.update_many(session, MemberResultRow, old)


def delete_results(session: Session, result_ids: Sequence[int]) -> None:
    """Take results out."""
    session.execute(delete(MemberResultRow).where(MemberResultRow.id.in_(result_ids)))
    session.expire_all()


def counts_by_year(session: Session) -> dict[int, tuple[int, int]]:
    """Year → exemplary members, members graded."""
    result = MemberResultRow
    exemplary = func.count().filter(result.grade == Grade.EXEMPLARY)
    query = select(result.year, exemplary, func.count()).group_by(result.year)
    return {year: (n, whole) for year, n, whole in session.execute(query.order_by(result.year))}


def list_graded(session: Session, year: int, on: date) -> list[GradedMember]:
    """The members of a day, and whoever else has a result of the year, in Vietnamese order.

    Args:
        session: A session.
        year: The year that is graded.
        on: The day whose roster is graded.
    """
    names = unit_names(session, on)
    results = {one.person_id: one for one in list_results(session, year)}
    before = {one.person_id: one.grade for one in list_results(session, year - 1)}
    found = [row for row in _people(session, on) if row[_STATUS] in IN_HOI or row[0] in results]
    missing = set(results) - {row[0] for row in found}
    if missing:
        found += _strangers(session, missing)
        found.sort(key=lambda row: (row[2], row[0]))
    return [_told(row, names, results.get(row[0]), before.get(row[0], "")) for row in found]


def _people(session: Session, on: date) -> list[tuple[Any, ...]]:
    """The first fields of `GradedMember` of everybody who has stood on the roll by a day."""
    query: Select[*tuple[Any, ...]] = (
        select(
            PersonRow.id,
            PersonRow.full_name,
            PersonRow.sort_key,
            PersonRow.born_on,
            func.coalesce(MembershipRow.card_no, ""),
            StandingRow.status,
            StandingRow.unit_id,
        )
        .select_from(StandingRow)
        .join(MembershipRow, MembershipRow.id == StandingRow.membership_id)
        .join(PersonRow, PersonRow.id == MembershipRow.person_id)
        .where(MembershipRow.kind == MembershipKind.HOI, *standing_on(on))
        .order_by(PersonRow.sort_key, PersonRow.id)
    )
    session.flush()
    return [tuple(row) for row in rows.raw(session).execute(query)]


def _strangers(session: Session, person_ids: Collection[int]) -> list[tuple[Any, ...]]:
    """The same of people who stood on no roll by the day, and have a result all the same."""
    person = PersonRow
    query = select(person.id, person.full_name, person.sort_key, person.born_on)
    found = session.execute(query.where(person.id.in_(person_ids)))
    return [(*row, "", None, None) for row in found]


def _told(
    row: tuple[Any, ...],
    names: dict[int | None, str],
    result: MemberResult | None,
    grade_before: str,
) -> GradedMember:
    *who, unit_id = row
    result_id, grade, note = None, "", ""
    if result is not None:
        unit_id = result.unit_id or unit_id
        result_id, grade, note = result.id, result.grade, result.note
    told = (unit_id, names.get(unit_id, ""), result_id, grade, grade_before, note)
    return GradedMember._make((*who, *told))
