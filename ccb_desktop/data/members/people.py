"""People in the store: one person whole, saved with his policies."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.tables import PersonRow, PolicyRow
from ccb_desktop.domain.errors import NotFound
from ccb_desktop.domain.members.people import Person, Policy, keys_of
from ccb_desktop.domain.people_names import search_key


def load_person(session: Session, person_id: int) -> Person:
    """One person with his policies.

    Raises:
        NotFound: Nobody has this id.
    """
    people = load_people(session, [person_id])
    if not people:
        raise NotFound("Không tìm thấy hồ sơ này. Có thể hồ sơ đã được hoàn tác hoặc gộp.")
    return people[0]


def load_people(session: Session, person_ids: Sequence[int] | None = None) -> list[Person]:
    """Some people, or all, with their policies; in the order of their ids."""
    query = select(PersonRow.__table__).order_by(PersonRow.id)
    policies = select(PolicyRow.__table__).order_by(PolicyRow.id)
    if person_ids is not None:
        query = query.where(PersonRow.id.in_(person_ids))
        policies = policies.where(PolicyRow.person_id.in_(person_ids))
    held = rows.list_by_owner(session, Policy, policies, "person_id")
    return rows.list_with_parts(session, Person, query, policies=held)


def save_person(session: Session, person: Person) -> int:
    """Insert or overwrite a person and his policies; gives the id."""
    person_id = rows.save(session, PersonRow, person, **keys_of(person))
    rows.save_parts(session, PolicyRow, "person_id", person_id, person.policies)
    return person_id


def delete_person(session: Session, person_id: int) -> None:
    """Delete a person and his policies; his memberships and posts must be gone before."""
    rows.save_parts(session, PolicyRow, "person_id", person_id, ())
    rows.delete_one(session, PersonRow, person_id)


def find_by_citizen_id(session: Session, citizen_id: str) -> int | None:
    """The person with this CCCD or CMND."""
    return session.scalar(select(PersonRow.id).where(PersonRow.citizen_id == citizen_id))


def find_by_name(session: Session, full_name: str) -> list[Person]:
    """The people of this name, written with marks or without."""
    query = select(PersonRow.id).where(PersonRow.name_key == search_key(full_name))
    return load_people(session, session.scalars(query).all())


def list_of_household(session: Session, household_id: int) -> list[Person]:
    """Everybody who lives in a household."""
    query = select(PersonRow.id).where(PersonRow.household_id == household_id)
    return load_people(session, session.scalars(query).all())


def names_of(session: Session, person_ids: Iterable[int]) -> dict[int, str]:
    """Id → full name."""
    query = select(PersonRow.id, PersonRow.full_name).where(PersonRow.id.in_(list(person_ids)))
    return {row.id: row.full_name for row in session.execute(query)}


def put_into_household(session: Session, person_id: int, household_id: int | None) -> None:
    """Let a person live in another household."""
    row = session.get_one(PersonRow, person_id)
    row.household_id = household_id
    session.flush()
