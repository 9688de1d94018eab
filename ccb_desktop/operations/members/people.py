"""Enter, correct and read people with everything that hangs on them."""

from dataclasses import dataclass
from datetime import date

from ccb_desktop.data.members import (
    households,
    lists,
    memberships,
    own_fields,
    people,
    units,
)
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.members.checks import check_membership, check_person
from ccb_desktop.domain.members.households import Household
from ccb_desktop.domain.members.lines import ClubLine, MemberLine, MovementLine
from ccb_desktop.domain.members.memberships import (
    Membership,
    MembershipEvent,
    Standing,
    check_course,
    standing_on,
    standings,
)
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.members.units import Post
from ccb_desktop.domain.own_fields import OwnTexts
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.users.seeing import seen_line, seen_person
from ccb_desktop.operations.emulation.locks import keeping_locked


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFile:
    """Everything the books say of one person."""

    person: Person
    memberships: tuple[Membership, ...]
    events: tuple[MembershipEvent, ...]
    posts: tuple[Post, ...]
    household: Household | None

    def standing_on(self, day: date) -> Standing | None:
        """How he stands in the Hội on a day; `None` when he never was on the roll by then."""
        for membership in self.memberships:
            own = [e for e in self.events if e.membership_id == membership.id]
            found = standing_on(standings(membership, own), day)
            if found is not None:
                return found
        return None


def load_person_file(store: Store, person_id: int) -> PersonFile:
    """Everything about one person.

    Raises:
        NotFound: Nobody has this id.
    """
    with store.reading() as session:
        person = people.load_person(session, person_id)
        held = memberships.list_memberships(session, person_id)
        return PersonFile(
            person=seen_person(store.user, person),
            memberships=tuple(held),
            events=tuple(e for m in held for e in memberships.list_events(session, m.id or 0)),
            posts=tuple(units.list_posts(session, [person_id])),
            household=_household_of(session, person),
        )


def _household_of(session: Session, person: Person) -> Household | None:
    if person.household_id is None:
        return None
    return households.load_household(session, person.household_id)


def find_namesakes(
    store: Store, full_name: str, born_on: PartialDate | None
) -> list[tuple[Person, Membership | None]]:
    """People of this name who can be born on this day, each with what he is a member of.

    For a form that is about to enter somebody new: nobody is to be in the books twice.
    """
    with store.reading() as session:
        return [
            (person, next(iter(memberships.list_memberships(session, person.id or 0)), None))
            for person in people.find_by_name(session, full_name)
            if born_on is None or person.born_on is None or born_on.agrees_with(person.born_on)
        ]


def list_people_of_household(store: Store, household_id: int) -> list[Person]:
    """Everybody in the books who lives in a household."""
    with store.reading() as session:
        return people.list_of_household(session, household_id)


def leave_household(store: Store, person: Person) -> Change:
    """Take a person out of the household; the household stays in the books."""
    with store.writing(f"Đưa {person.full_name} ra khỏi hộ") as session:
        people.put_into_household(session, person.id or 0, None)
    return session.change


def list_households(store: Store) -> list[Household]:
    """Every household with its years."""
    with store.reading() as session:
        return households.list_households(session)


def list_members(store: Store, on: date, first: int | None = None) -> list[MemberLine]:
    """Everyone who stood on the roll by a day, those who had left included; or the first ones."""
    with store.reading() as session:
        found = lists.list_members(session, on, first)
    return [seen_line(store.user, line) for line in found] if store.user else found


def list_club_members(store: Store, on: date | None = None) -> list[ClubLine]:
    """Everyone who is or was in a club, by a day if one is given."""
    with store.reading() as session:
        found = lists.list_club_members(session, on)
    return [seen_line(store.user, line) for line in found] if store.user else found


def list_movements(
    store: Store, from_on: date | None = None, to_on: date | None = None
) -> list[MovementLine]:
    """The events of the roster within two days, inclusive."""
    with store.reading() as session:
        return lists.list_movements(session, from_on, to_on)


def list_event_days(store: Store) -> dict[tuple[int, date], PartialDate]:
    """By membership and first possible day: the days of events as they were entered."""
    with store.reading() as session:
        return lists.list_event_days(session)


def save_person(
    store: Store,
    person: Person,
    membership: Membership | None = None,
    form_id: str | None = None,
    own: OwnTexts | None = None,
) -> Change:
    """Correct a person, and with him what his card, membership and the branch's own fields say.

    Raises:
        Invalid: By field; also a citizen id or card number that somebody else has.
    """
    check_person(person, date.today())
    if membership is not None:
        check_membership(membership, person)
    with store.writing(f"Sửa hồ sơ {person.full_name}", form_id) as session:
        check_unique(session, person, membership)
        people.save_person(session, person)
        if membership is not None:
            check_course(membership, memberships.list_events(session, membership.id or 0))
            memberships.save_membership(session, membership)
        own_fields.save_own_texts(session, person.id or 0, own or {})
    return session.change


def check_unique(session: Session, person: Person, membership: Membership | None) -> None:
    """See that no other person has the same CCCD or card number.

    Raises:
        Invalid: Under `citizen_id` or `card_no`, naming the other person.
    """
    faults: dict[str, str] = {}
    if person.citizen_id:
        other = people.find_by_citizen_id(session, person.citizen_id)
        if other is not None and other != person.id:
            faults["citizen_id"] = f"Số CCCD này đang ghi cho {_name(session, other)}."
    if membership is not None and membership.card_no:
        held = memberships.find_by_card_no(session, membership.card_no)
        if held is not None and held.id != membership.id:
            faults["card_no"] = f"Số thẻ này đang ghi cho {_name(session, held.person_id or 0)}."
    if faults:
        raise Invalid(faults)


def _name(session: Session, person_id: int) -> str:
    return people.load_person(session, person_id).full_name


def save_household(
    store: Store, household: Household, person_id: int, form_id: str | None = None
) -> Change:
    """Keep a household and put a person into it.

    Raises:
        Invalid: The household has no head.
        Conflict: It would change whether it was a cultural family in a locked year.
    """
    if not household.head_name.strip():
        raise Invalid({"head_name": "Ghi họ tên chủ hộ."})
    with store.writing(f"Sửa hộ gia đình {household.head_name}", form_id) as session:
        person = people.load_person(session, person_id)
        with keeping_locked(session):
            household_id = households.save_household(session, household)
        if person.household_id != household_id:
            people.put_into_household(session, person_id, household_id)
    return session.change
