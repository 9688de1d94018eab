"""Deaths in the store: who died, what was done, and what of the person is still open."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.funds import loans
from ccb_desktop.data.members import people, units
from ccb_desktop.data.members.lists import standing_on, unit_names
from ccb_desktop.data.tables import (
    DeathCaseRow,
    HouseholdRow,
    MembershipEventRow,
    MembershipRow,
    PersonRow,
    RelativeRow,
    StandingRow,
    VisitRow,
)
from ccb_desktop.domain.funds.loan_state import outstanding_dong
from ccb_desktop.domain.members.households import Household
from ccb_desktop.domain.members.memberships import (
    IN_HOI,
    EventKind,
    Membership,
    MembershipEvent,
    MembershipKind,
    Status,
)
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.members.units import Post
from ccb_desktop.domain.visits.care import DeathCase, Relative
from ccb_desktop.domain.visits.deaths import DeathFile, is_condolence
from ccb_desktop.domain.visits.visits import Occasion, Visit

_AT_ONCE = 500
Kept = TypeVar("Kept")


def list_dead(session: Session) -> list[int]:
    """Ids of those who have died as far as the books know, and of whom a case was begun."""
    begun = select(DeathCaseRow.person_id)
    query = select(PersonRow.id).where(or_(PersonRow.died_on.is_not(None), PersonRow.id.in_(begun)))
    return list(session.scalars(query.order_by(PersonRow.id)))


def list_open_cases(session: Session) -> list[int]:
    """Ids of the people whose cases were begun and are not closed."""
    query = select(DeathCaseRow.person_id).where(DeathCaseRow.closed_on.is_(None))
    return list(session.scalars(query))


def load_files(session: Session, person_ids: Sequence[int], on: date) -> list[DeathFile]:
    """All that the books say of some deaths, as at a day; dues are not looked at here."""
    found: list[DeathFile] = []
    names = unit_names(session, on)
    for start in range(0, len(person_ids), _AT_ONCE):
        ids = list(person_ids[start : start + _AT_ONCE])
        found += _Reader(session, ids, on, names).files()
    return found


class _Reader:
    """Reads some people in a few statements however many they are."""

    def __init__(
        self, session: Session, ids: list[int], on: date, names: dict[int | None, str]
    ) -> None:
        self._names, self._on = names, on
        self._people = people.load_people(session, ids)
        self._cases = _by_person(session, DeathCase, _of(DeathCaseRow, ids))
        self._relatives = _by_person(session, Relative, _of(RelativeRow, ids))
        self._visits = _by_person(session, Visit, _funerals(ids))
        of_hoi = _of(MembershipRow, ids).where(MembershipRow.kind == MembershipKind.HOI)
        self._memberships = _by_person(session, Membership, of_hoi)
        held = [one.id or 0 for some in self._memberships.values() for one in some]
        event = MembershipEventRow
        dying = select(event.__table__).where(
            event.membership_id.in_(held), event.kind == EventKind.DECEASED
        )
        self._events = rows.list_by_owner(session, MembershipEvent, dying, "membership_id")
        self._standings = self._read_standings(session, held)
        self._posts: dict[int | None, list[Post]] = {}
        for post in units.list_posts(session, ids):
            self._posts.setdefault(post.person_id, []).append(post)
        homes = [one.household_id for one in self._people if one.household_id]
        home = select(HouseholdRow.__table__).where(HouseholdRow.id.in_(homes))
        self._homes = {one.id: one for one in rows.list_values(session, Household, home)}
        self._owed = self._read_owed(session, set(ids))

    def files(self) -> list[DeathFile]:
        """The files, in the order of the people."""
        return [self._file(person) for person in self._people]

    def _file(self, person: Person) -> DeathFile:
        own = person.id or 0
        membership = next(iter(self._memberships.get(own, ())), None)
        events = self._events.get(membership.id or 0, ()) if membership else ()
        status, unit_id = self._standings.get(membership.id if membership else None, (None, None))
        unit_id = unit_id or (membership.unit_id if membership else None)
        visits = self._visits.get(own, ())
        return DeathFile(
            case=next(iter(self._cases.get(own, ())), DeathCase(person_id=own)),
            person=person,
            membership=membership,
            event=next(iter(events), None),
            is_member=status in IN_HOI,
            unit_id=unit_id,
            unit_name=self._names.get(unit_id, ""),
            condolences=tuple(one for one in visits if is_condolence(one, person.died_on)),
            relatives=tuple(self._relatives.get(own, ())),
            posts=tuple(self._posts.get(own, ())),
            household=self._homes.get(person.household_id),
            owed_dong=self._owed[own],
        )

    def _read_standings(
        self, session: Session, held: list[int]
    ) -> dict[int | None, tuple[Status | None, int | None]]:
        standing = StandingRow
        query = select(standing.membership_id, standing.status, standing.unit_id).where(
            standing.membership_id.in_(held), *standing_on(self._on)
        )
        return {row[0]: (row[1], row[2]) for row in session.execute(query)}

    def _read_owed(self, session: Session, ids: set[int]) -> Counter[int]:
        owed: Counter[int] = Counter()
        for file in loans.list_loans(session):
            if file.loan.person_id in ids:
                owed[file.loan.person_id or 0] += outstanding_dong(file, self._on)
        return owed


def _by_person(session: Session, kind: type[Kept], query: Select[Any]) -> dict[int, list[Kept]]:
    return rows.list_by_owner(session, kind, query, "person_id")


def _of(table: Any, ids: list[int]) -> Select[Any]:
    return select(table.__table__).where(table.person_id.in_(ids)).order_by(table.id)


def _funerals(ids: list[int]) -> Select[Any]:
    return _of(VisitRow, ids).where(
        VisitRow.occasion == Occasion.FUNERAL, VisitRow.voided_on.is_(None)
    )


def save_case(session: Session, case: DeathCase) -> int:
    """Insert or overwrite a case; gives the id."""
    return rows.save(session, DeathCaseRow, case)


def save_relatives(session: Session, person_id: int, relatives: Sequence[Relative]) -> None:
    """Make the relatives of a person exactly these, keeping the ids they have."""
    rows.save_parts(session, RelativeRow, "person_id", person_id, list(relatives))


def delete_case(session: Session, case_id: int) -> None:
    """Take out a case; what it has written elsewhere stays."""
    rows.delete_one(session, DeathCaseRow, case_id)
