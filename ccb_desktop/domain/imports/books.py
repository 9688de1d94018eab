"""The roster in memory while an import is worked out, with the ways to find things in it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from ccb_desktop.domain.exchange.unit_names import tidy_unit, unit_key
from ccb_desktop.domain.imports.money_books import MoneyBooks
from ccb_desktop.domain.imports.shelf import Shelf
from ccb_desktop.domain.imports.unit_shelf import UnitShelf
from ccb_desktop.domain.imports.work_books import WorkBooks
from ccb_desktop.domain.manual_figures import ManualFigure
from ccb_desktop.domain.members.households import Household
from ccb_desktop.domain.members.memberships import (
    Membership,
    MembershipEvent,
    MembershipKind,
    Standing,
    standings,
)
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.members.units import Post, Unit, UnitKind, UnitName
from ccb_desktop.domain.own_fields import OwnEntry
from ccb_desktop.domain.people_names import search_key

_CODE = re.compile(r"[A-Za-z]+[-.]?[0-9]+[A-Za-z]?")
"""A unit written like this is its code: `CH05`."""

HouseholdKey = tuple[str, int | None, str]


class Books:
    """Everything that an import reads or writes."""

    def __init__(
        self,
        *,
        units: Iterable[Unit],
        people: Iterable[Person],
        memberships: Iterable[Membership],
        events: Iterable[MembershipEvent],
        posts: Iterable[Post],
        households: Iterable[Household],
        manual_figures: Iterable[ManualFigure],
        next_ids: Mapping[str, int],
        own_entries: Iterable[OwnEntry] = (),
    ) -> None:
        self.money = MoneyBooks()
        """The books of money; empty until somebody needs them."""

        self.work = WorkBooks()
        """The books of tasks, activities and emulation; empty until somebody needs them."""

        self.units = UnitShelf(units, next_ids["units"])
        self.people = Shelf(people, next_ids["persons"])
        self.memberships = Shelf(memberships, next_ids["memberships"])
        self.events = Shelf(events, next_ids["membership_events"])
        self.posts = Shelf(posts, next_ids["posts"])
        self.households = Shelf(households, next_ids["households"])
        self.manual_figures = Shelf(manual_figures, next_ids["manual_figures"])
        self.own_entries = Shelf(own_entries, next_ids.get("own_values", 1))
        self._index()

    def _index(self) -> None:
        self._people_by_name: dict[tuple[str, int | None], list[int]] = defaultdict(list)
        self._person_by_citizen_id: dict[str, int] = {}
        self._hoi_by_person: dict[int, int] = {}
        self._clubs_by_person: dict[int, list[int]] = defaultdict(list)
        self._hoi_by_card: dict[str, int] = {}
        self._events_by_membership: dict[int, list[int]] = defaultdict(list)
        self._posts_by_person: dict[int, list[int]] = defaultdict(list)
        self._households: dict[HouseholdKey, int] = {}
        for person in self.people.by_id.values():
            self._index_person(person)
        for membership in self.memberships.by_id.values():
            self._index_membership(membership)
        for event in self.events.by_id.values():
            self._events_by_membership[event.membership_id or 0].append(event.id or 0)
        for post in self.posts.by_id.values():
            self._posts_by_person[post.person_id or 0].append(post.id or 0)
        for household in self.households.by_id.values():
            self._households[household_key(household)] = household.id or 0
        entries = self.own_entries.by_id.values()
        self._own = {(entry.person_id, entry.field_id): entry.id or 0 for entry in entries}

    def _index_person(self, person: Person) -> None:
        key, own = search_key(person.full_name), person.id or 0
        self._people_by_name[key, None].append(own)
        if person.born_on is not None:
            self._people_by_name[key, person.born_on.year].append(own)
        if person.citizen_id:
            self._person_by_citizen_id[person.citizen_id] = person.id or 0

    def _index_membership(self, membership: Membership) -> None:
        person_id, own = membership.person_id or 0, membership.id or 0
        if membership.kind is MembershipKind.CLUB:
            self._clubs_by_person[person_id].append(own)
            return
        self._hoi_by_person[person_id] = own
        if membership.card_no:
            self._hoi_by_card[membership.card_no] = own

    # Finding

    def people_named(self, full_name: str, year: int | None = None) -> list[Person]:
        """Everyone whose name reads the same without marks, in the order of entering.

        Args:
            full_name: The name, with its marks or without.
            year: Only those of whom this was known as the year of birth.
        """
        ids = dict.fromkeys(self._people_by_name.get((search_key(full_name), year), ()))
        return [self.people[i] for i in ids]

    def person_with_citizen_id(self, citizen_id: str) -> Person | None:
        """The person with this CCCD or CMND."""
        found = self._person_by_citizen_id.get(citizen_id)
        return None if found is None else self.people[found]

    def person_with_card(self, card_no: str) -> Person | None:
        """The person with this card number."""
        found = self._hoi_by_card.get(card_no)
        return None if found is None else self.people[self.memberships[found].person_id or 0]

    def hoi_membership(self, person: Person) -> Membership | None:
        """A person's membership of the Hội."""
        found = self._hoi_by_person.get(person.id or 0)
        return None if found is None else self.memberships[found]

    def club_membership(self, person: Person, club_id: int) -> Membership | None:
        """A person's membership of one club."""
        held = (self.memberships[i] for i in self._clubs_by_person.get(person.id or 0, ()))
        return next((m for m in held if m.unit_id == club_id), None)

    def events_of(self, membership: Membership) -> list[MembershipEvent]:
        """The events of a membership."""
        ids = self._events_by_membership.get(membership.id or 0, ())
        return [self.events[i] for i in ids if i in self.events.by_id]

    def standings_of(self, membership: Membership) -> list[Standing]:
        """How a membership stood through time."""
        return standings(membership, self.events_of(membership))

    def posts_of(self, person: Person) -> list[Post]:
        """The posts of a person."""
        return [self.posts[i] for i in self._posts_by_person.get(person.id or 0, ())]

    def own_entry(self, person_id: int, field_id: int) -> OwnEntry | None:
        """What a field of the branch's own says of a person."""
        found = self._own.get((person_id, field_id))
        return None if found is None else self.own_entries[found]

    def household_like(self, household: Household) -> Household | None:
        """The household of the same head, unit and address."""
        found = self._households.get(household_key(household))
        return None if found is None else self.households[found]

    def unit_ids_of(self, person: Person, on: date | None = None) -> set[int | None]:
        """Every unit and club in which a person stands now, or stood last.

        Args:
            person: Somebody of the books.
            on: A day on which something happened; then where he stood on it and on its eve.
        """
        found: set[int | None] = set()
        membership = self.hoi_membership(person)
        if membership is not None:
            course = self.standings_of(membership)
            found = {standing.unit_id for standing in _around(course, on) or course[-1:]}
            found |= set() if course else {membership.unit_id}
        clubs = self._clubs_by_person.get(person.id or 0, ())
        return found | {self.memberships[i].unit_id for i in clubs}

    def unit_named(self, text: str, kind: UnitKind, parent_id: int | None = None) -> Unit | None:
        """The unit of a kind meant by a code or a name; phân hội within their chi hội."""
        return self.units.named(text, kind, parent_id)

    def unit_of_code(self, code: str) -> Unit | None:
        """The unit with this code."""
        return self.units.of_code(code)

    # Writing

    def add_unit(self, text: str, kind: UnitKind, parent: Unit | None = None) -> Unit:
        """Make a unit known only by the name a list gives it."""
        code = self._free_code(text, kind, parent)
        unit = Unit(
            code=code,
            kind=kind,
            names=(UnitName(tidy_unit(text)),),
            parent_id=parent.id if parent else None,
        )
        return self.units.add(unit)

    def _free_code(self, text: str, kind: UnitKind, parent: Unit | None) -> str:
        taken = {unit.code.casefold() for unit in self.units.by_id.values()}
        if _CODE.fullmatch(text) and text.casefold() not in taken:
            return text
        key = unit_key(text)
        start = {UnitKind.CHI_HOI: "CH", UnitKind.PHAN_HOI: "PH", UnitKind.CLUB: "CLB"}[kind]
        code = start + "".join(part for part in key.upper().split() if part != "CLB")
        code = f"{parent.code}-{code}" if parent else code
        tries = (code, *(f"{code}-{n}" for n in range(2, len(taken) + 3)))
        return next(one for one in tries if one.casefold() not in taken)

    def add_person(self, person: Person) -> Person:
        """Take in a new person."""
        added: Person = self.people.add(person)
        self._index_person(added)
        return added

    def put_person(self, person: Person) -> bool:
        """Overwrite a person; tells whether anything differs."""
        differs = self.people.put(person)
        if differs:
            self._index_person(person)
        return differs

    def add_membership(self, membership: Membership) -> Membership:
        """Take in a new membership."""
        added: Membership = self.memberships.add(membership)
        self._index_membership(added)
        return added

    def put_membership(self, membership: Membership) -> bool:
        """Overwrite a membership; tells whether anything differs."""
        differs = self.memberships.put(membership)
        if differs:
            self._index_membership(membership)
        return differs

    def add_event(self, event: MembershipEvent) -> MembershipEvent:
        """Take in a new event."""
        added: MembershipEvent = self.events.add(event)
        self._events_by_membership[added.membership_id or 0].append(added.id or 0)
        return added

    def add_post(self, post: Post) -> Post:
        """Take in a new post."""
        added: Post = self.posts.add(post)
        self._posts_by_person[added.person_id or 0].append(added.id or 0)
        return added

    def add_household(self, household: Household) -> Household:
        """Take in a new household."""
        added: Household = self.households.add(household)
        self._households[household_key(added)] = added.id or 0
        return added

    def put_own_entry(self, entry: OwnEntry) -> None:
        """Take in what a field of the branch's own says of a person, or overwrite it."""
        if entry.id is not None:
            self.own_entries.put(entry)
        else:
            added: OwnEntry = self.own_entries.add(entry)
            self._own[added.person_id, added.field_id] = added.id or 0

    def put_unit(self, unit: Unit, renamed: str) -> bool:
        """Overwrite a unit, its present name corrected to `renamed`."""
        names = (*unit.names[:-1], replace(unit.names[-1], name=renamed))
        return self.units.put(replace(unit, names=names))


def empty_books() -> Books:
    """Books in which nothing stands yet; ids begin at 1."""
    return Books(
        units=(),
        people=(),
        memberships=(),
        events=(),
        posts=(),
        households=(),
        manual_figures=(),
        next_ids=defaultdict(lambda: 1),
    )


def _around(course: Iterable[Standing], on: date | None) -> list[Standing]:
    """The standings that hold on a day or on its eve."""
    if on is None:
        return []
    return [s for s in course if s.from_on <= on and (s.to_on is None or on <= s.to_on)]


def household_key(household: Household) -> HouseholdKey:
    """By what households are told apart (`exchange.md`, meaning 10)."""
    return search_key(household.head_name), household.unit_id, search_key(household.address)
