"""Everything that was ever done to one person's records, those taken out included."""

from collections.abc import Iterable

from ccb_desktop.data import history
from ccb_desktop.data.members.attached_files import list_files
from ccb_desktop.data.members.doubles import absorbed_by
from ccb_desktop.data.members.households import list_year_ids
from ccb_desktop.data.members.own_fields import list_own_entries
from ccb_desktop.data.members.person_work import ids_of_people
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.changes import RecordChange
from ccb_desktop.domain.users.seeing import seen_change
from ccb_desktop.operations.members.people import PersonFile, load_person_file

_EMULATION = "trang Thi đua"
BOOK_OF_WORK = {
    "member_results": _EMULATION,
    "awards": _EMULATION,
    "disciplines": _EMULATION,
    "nominations": _EMULATION,
    "commitments": "trang Nhiệm vụ, thẻ Đăng ký thi đua",
}
"""Table → where its records are mended; no person's file holds them."""


def list_person_changes(store: Store, person_id: int) -> list[RecordChange]:
    """What happened to a person, his memberships, events, posts and household, newest first.

    With it what he was found to be, was awarded, put forward for, disciplined for and signed.
    Of a person who was entered twice, what happened to both records before they were merged.

    Raises:
        NotFound: Nobody has this id.
    """
    file = load_person_file(store, person_id)
    with store.reading() as session:
        records = [*records_of(session, file), *_work_of(session, person_id)]
        found = history.list_changes(session, records)
    return [seen_change(store.user, change) for change in found]


def _work_of(session: Session, person_id: int) -> Iterable[tuple[str, int]]:
    """The records of other books that name him; they are not put back with his file."""
    people = [person_id, *absorbed_by(session, person_id)]
    for kind in BOOK_OF_WORK:
        yield from _ever(session, kind, "person_id", people, ids_of_people(session, kind, people))


def records_of(session: Session, file: PersonFile) -> Iterable[tuple[str, int]]:
    """Every record of a person, of his merged doubles, and of his household."""
    person_id = file.person.id or 0
    people = [person_id, *absorbed_by(session, person_id)]
    yield from (("persons", one) for one in people)
    yield from _records(session, file, people)


def _records(session: Session, file: PersonFile, me: list[int]) -> Iterable[tuple[str, int]]:
    """The records that hang on him, and those that did until they were taken out."""
    person = file.person
    yield from _ever(session, "policies", "person_id", me, [p.id for p in person.policies])
    yield from _ever(session, "posts", "person_id", me, [post.id for post in file.posts])
    entries = [entry.id for entry in list_own_entries(session, me)]
    yield from _ever(session, "own_values", "person_id", me, entries)
    files = [one.id for one in list_files(session, me)]
    yield from _ever(session, "attached_files", "person_id", me, files)
    held = [*_ever(session, "memberships", "person_id", me, [m.id for m in file.memberships])]
    yield from held
    owners, events = [record_id for _, record_id in held], [event.id for event in file.events]
    yield from _ever(session, "membership_events", "membership_id", owners, events)
    if person.household_id is not None:
        home = person.household_id
        yield "households", home
        years = list_year_ids(session, home)
        yield from _ever(session, "household_years", "household_id", [home], years)


def _ever(
    session: Session, kind: str, column: str, owners: list[int], now: Iterable[int | None]
) -> Iterable[tuple[str, int]]:
    """Records of one table that belong to some owners, or did."""
    yield from ((kind, record_id) for record_id in now if record_id is not None)
    gone = history.deleted_ids(session, kind, column, owners)
    yield from ((kind, record_id) for record_id in gone)
