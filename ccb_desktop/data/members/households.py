"""Households in the store, with what was found about them year by year."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.tables import HouseholdRow, HouseholdYearRow
from ccb_desktop.domain.errors import NotFound
from ccb_desktop.domain.members.households import Household, HouseholdYear
from ccb_desktop.domain.people_names import search_key


def list_households(session: Session) -> list[Household]:
    """Every household with its years."""
    found = select(HouseholdYearRow.__table__).order_by(HouseholdYearRow.year)
    years = rows.list_by_owner(session, HouseholdYear, found, "household_id")
    homes = select(HouseholdRow.__table__).order_by(HouseholdRow.id)
    return rows.list_with_parts(session, Household, homes, years=years)


def load_household(session: Session, household_id: int) -> Household:
    """One household.

    Raises:
        NotFound: There is none of this id.
    """
    row = session.get(HouseholdRow, household_id)
    if row is None:
        raise NotFound("Không tìm thấy hộ gia đình này. Hãy mở lại danh sách.")
    query = select(HouseholdYearRow).where(HouseholdYearRow.household_id == household_id)
    years = [rows.value_of(HouseholdYear, y) for y in session.scalars(query)]
    return rows.value_of(Household, row, years=tuple(sorted(years, key=lambda y: y.year)))


def save_household(session: Session, household: Household) -> int:
    """Insert or overwrite a household and its years; gives the id."""
    head_key = search_key(household.head_name)
    household_id = rows.save(session, HouseholdRow, household, head_key=head_key)
    save_years(session, household_id, household.years)
    return household_id


def save_years(session: Session, household_id: int, years: Sequence[HouseholdYear]) -> None:
    """Make the findings about a household exactly these."""
    known = {
        row.year: row
        for row in session.scalars(
            select(HouseholdYearRow).where(HouseholdYearRow.household_id == household_id)
        )
    }
    for year in set(known) - {finding.year for finding in years}:
        session.delete(known[year])
    for finding in years:
        row = known.get(finding.year) or HouseholdYearRow(household_id=household_id)
        for name, value in rows.columns_of(finding, HouseholdYearRow).items():
            setattr(row, name, value)
        session.add(row)
    session.flush()


def list_year_ids(session: Session, household_id: int) -> list[int]:
    """The ids under which the findings of a household stand in the history."""
    query = select(HouseholdYearRow.id).where(HouseholdYearRow.household_id == household_id)
    return list(session.scalars(query))


def delete_household(session: Session, household_id: int) -> None:
    """Delete a household nobody points to any more, with its years."""
    rows.save_parts(session, HouseholdYearRow, "household_id", household_id, ())
    rows.delete_one(session, HouseholdRow, household_id)
