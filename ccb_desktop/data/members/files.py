"""Everything the store knows of some people, in a few statements however many they are."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.members import attached_files, own_fields, people, units
from ccb_desktop.data.tables import (
    HouseholdRow,
    HouseholdYearRow,
    MembershipEventRow,
    MembershipRow,
)
from ccb_desktop.domain.attached_files import AttachedFile, AttachedKind
from ccb_desktop.domain.errors import NotFound
from ccb_desktop.domain.member_papers.member_sheet import MemberFile
from ccb_desktop.domain.members.households import Household, HouseholdYear
from ccb_desktop.domain.members.memberships import Membership, MembershipEvent

_AT_ONCE = 500
Record = TypeVar("Record")


def load_member_files(session: Session, person_ids: Sequence[int]) -> list[MemberFile]:
    """The files of some people, in the order asked for.

    Raises:
        NotFound: One of them is not in the books.
    """
    files: dict[int, MemberFile] = {}
    for begin in range(0, len(person_ids), _AT_ONCE):
        ids = list(person_ids[begin : begin + _AT_ONCE])
        files |= {file.person.id or 0: file for file in _load_some(session, ids)}
    if any(person_id not in files for person_id in person_ids):
        raise NotFound("Không tìm thấy một hồ sơ đã chọn. Hãy mở lại danh sách rồi chọn lại.")
    return [files[person_id] for person_id in person_ids]


def _load_some(session: Session, ids: list[int]) -> Iterator[MemberFile]:
    found = people.load_people(session, ids)
    homes = _households(session, [person.household_id or 0 for person in found])
    held = _by(session, Membership, MembershipRow, MembershipRow.person_id, ids)
    membership_ids = [m.id or 0 for memberships in held.values() for m in memberships]
    events = _by(
        session,
        MembershipEvent,
        MembershipEventRow,
        MembershipEventRow.membership_id,
        membership_ids,
    )
    posts: dict[int | None, list[Any]] = {}
    for post in units.list_posts(session, ids):
        posts.setdefault(post.person_id, []).append(post)
    own_texts = own_fields.load_own_texts(session, ids)
    attached: dict[int | None, list[AttachedFile]] = {}
    for file in attached_files.list_files(session, ids):
        attached.setdefault(file.person_id, []).append(file)
    for person in found:
        own = held.get(person.id or 0, [])
        files = attached.get(person.id, [])
        yield MemberFile(
            person=person,
            memberships=tuple(own),
            events=tuple(event for m in own for event in events.get(m.id or 0, ())),
            posts=tuple(posts.get(person.id, ())),
            household=homes.get(person.household_id),
            own=own_texts.get(person.id or 0, {}),
            photo=_photo(session, files),
            attached=tuple(files),
        )


def _photo(session: Session, files: Sequence[AttachedFile]) -> bytes | None:
    photos = [file for file in files if file.kind is AttachedKind.PHOTO]
    return attached_files.load_content(session, photos[-1]) if photos else None


def _households(session: Session, ids: list[int]) -> dict[int | None, Household]:
    years = _by(session, HouseholdYear, HouseholdYearRow, HouseholdYearRow.household_id, ids)
    query = select(HouseholdRow.__table__).where(HouseholdRow.id.in_(ids))
    return {
        row["id"]: rows.value_of(Household, row, years=tuple(years.get(row["id"], ())))
        for row in session.execute(query).mappings()
    }


def _by(
    session: Session, kind: type[Record], table: Any, owner: Any, owner_ids: list[int]
) -> dict[int, list[Record]]:
    """Records of a table by their owner."""
    found: dict[int, list[Record]] = {}
    query = select(table.__table__).where(owner.in_(owner_ids)).order_by(table.id)
    for row in session.execute(query).mappings():
        found.setdefault(row[owner.key], []).append(rows.value_of(kind, row))
    return found
