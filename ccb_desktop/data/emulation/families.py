"""Cultural families in the store: the findings of households, year by year."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ccb_desktop.data.members.lists import of_members_on, unit_names
from ccb_desktop.data.tables import HouseholdRow, HouseholdYearRow, PersonRow, StandingRow
from ccb_desktop.domain.emulation.families import FamilyLine, cultural_share
from ccb_desktop.domain.people_names import sort_key


def list_families(session: Session, year: int, on: date) -> list[FamilyLine]:
    """Households in which members live on a day, in the Vietnamese order of their heads.

    Others do not count in the figures, whatever was found of them (`household_figures`).
    """
    names = unit_names(session, on)
    homes = _member_homes(session, on)
    found = {this: _findings(session, this) for this in (year, year - 1)}
    household = HouseholdRow
    query = select(household.id, household.head_name, household.address, household.unit_id)
    lines = []
    for own, head, address, kept_by in session.execute(query):
        count, lived_in = homes.get(own, (0, None))
        if not count:
            continue
        unit_id = lived_in or kept_by
        lines.append(
            FamilyLine(
                household_id=own,
                head_name=head,
                sort_key=sort_key(head),
                address=address,
                unit_id=unit_id,
                unit_name=names.get(unit_id, ""),
                members=count,
                is_cultural=found[year].get(own),
                was_cultural=found[year - 1].get(own),
            )
        )
    return sorted(lines, key=lambda line: (line.sort_key, line.household_id))


def _member_homes(session: Session, on: date) -> dict[int, tuple[int, int | None]]:
    """Household → how many members live in it, and the chi hội of one of them."""
    query = of_members_on(
        select(PersonRow.household_id, func.count(), func.min(StandingRow.unit_id)), on
    )
    found = session.execute(query.group_by(PersonRow.household_id))
    return {home: (count, unit_id) for home, count, unit_id in found if home is not None}


def _findings(session: Session, year: int) -> dict[int, bool]:
    finding = HouseholdYearRow
    query = select(finding.household_id, finding.cultural_family).where(finding.year == year)
    return {home: value for home, value in session.execute(query) if value is not None}


def set_findings(
    session: Session, year: int, household_ids: Sequence[int], is_cultural: bool | None
) -> None:
    """Write what was found of some households; what else is known of the year stays."""
    finding = HouseholdYearRow
    known = {
        row.household_id: row
        for row in session.scalars(
            select(finding).where(finding.year == year, finding.household_id.in_(household_ids))
        )
    }
    for household_id in household_ids:
        row = known.get(household_id) or finding(
            household_id=household_id, year=year, poverty="", house_state=""
        )
        row.cultural_family = is_cultural
        if is_cultural is not None or row.poverty or row.house_state:
            session.add(row)
        elif household_id in known:
            session.delete(row)
    session.flush()


def counts_by_year(session: Session, today: date) -> dict[int, tuple[int, int]]:
    """Year → cultural families, households assessed, by the members at the year's end."""
    finding = HouseholdYearRow
    query = select(finding.year).where(finding.cultural_family.is_not(None)).distinct()
    counts: dict[int, tuple[int, int]] = {}
    for year in sorted(session.scalars(query)):
        homes = _member_homes(session, min(date(year, 12, 31), today))
        found = _findings(session, year)
        counts[year] = cultural_share(found.get(home) for home in homes)
    return {year: count for year, count in counts.items() if count[1]}
