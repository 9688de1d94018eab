"""Where people live, read and changed for many at once."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.members.units import list_units
from ccb_desktop.data.tables import MembershipRow, PersonRow, StandingRow
from ccb_desktop.domain.members.memberships import MembershipKind
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.unit_changes.addresses import AddressChange, Resident


def list_residents(session: Session) -> list[Resident]:
    """Everybody in the books, in Vietnamese order, with the units in which he stands last."""
    wards = {unit.id: unit.former_ward for unit in list_units(session)}
    units = _units_of(session)
    found = []
    query = select(PersonRow.__table__).order_by(PersonRow.sort_key, PersonRow.id)
    for row in session.execute(query).mappings():
        own = frozenset(units.get(row["id"], ()))
        ward_names = frozenset(wards.get(unit_id, "") for unit_id in own)
        found.append(Resident(rows.value_of(Person, row), own, ward_names))
    return found


def _units_of(session: Session) -> dict[int, set[int]]:
    """Person → the chi hội and phân hội in which he stands last, and his clubs."""
    last = select(MembershipRow.person_id, StandingRow.unit_id, StandingRow.sub_unit_id).join(
        StandingRow, StandingRow.membership_id == MembershipRow.id
    )
    clubs = select(MembershipRow.person_id, MembershipRow.unit_id, MembershipRow.sub_unit_id)
    found: dict[int, set[int]] = defaultdict(set)
    for query in (
        last.where(StandingRow.to_on.is_(None)),
        clubs.where(MembershipRow.kind == MembershipKind.CLUB, MembershipRow.ended_on.is_(None)),
    ):
        for person_id, *unit_ids in session.execute(query):
            found[person_id].update(unit_id for unit_id in unit_ids if unit_id is not None)
    return found


def save_addresses(session: Session, changes: Sequence[AddressChange]) -> None:
    """Write the addresses of many people by one statement."""
    if changes:
        columns = [
            {
                "id": change.person_id,
                "address": change.address,
                "street_group": change.street_group,
                "old_address": change.old_address,
            }
            for change in changes
        ]
        session.execute(update(PersonRow), columns)
