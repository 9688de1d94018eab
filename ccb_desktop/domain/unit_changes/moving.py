"""Members, posts and households go from one unit to another on a day.

A member's course keeps every day before: one event of that day moves him, and what the books
tell of later days is said of the unit in which he then is.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from ccb_desktop.domain.imports.books import Books
from ccb_desktop.domain.members.memberships import (
    ENTRIES,
    EXITS,
    IN_HOI,
    EventKind,
    Membership,
    MembershipEvent,
    MembershipKind,
    in_order,
    standing_on,
)
from ccb_desktop.domain.members.told_names import told_names
from ccb_desktop.domain.members.units import Post, PostScope, Unit
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.people_names import search_key
from ccb_desktop.domain.unit_changes.plans import PlanMaker

MOVED, CLOSED = "Chuyển đơn vị", "Thôi giữ chức"
FOUNDED, ENDED = "Lập đơn vị", "Kết thúc đơn vị"
_UNIT_TITLES = ("chi hoi", "phan hoi", "chu nhiem", "clb", "cau lac bo")


class Place(NamedTuple):
    """A chi hội or club, and a phân hội of it."""

    unit_id: int
    sub_unit_id: int | None = None


Heirs = Mapping[int, Place]
"""Unit that gives its people away → where they go; a phân hội goes before its chi hội."""


def is_post_of_unit(post: Post) -> bool:
    """Whether a post of the Hội is held in a unit, not on the board of the branch."""
    title = search_key(post.title)
    return post.scope is PostScope.HOI and any(word in title for word in _UNIT_TITLES)


class Moving:
    """Works out in the books what happens on one day, and tells it to a plan."""

    def __init__(self, books: Books, on: date, reason: str) -> None:
        """Begin; `on` is the first day in the new unit, `reason` is written on each move."""
        self.books = books
        self.on = on
        self.eve = on - timedelta(days=1)
        self.plan = PlanMaker()
        self.ways: Counter[tuple[str, str]] = Counter()
        self._reason = reason
        self.names_before = told_names(books.units.by_id.values(), self.eve)

    def move_members(self, heirs: Heirs) -> None:
        """Everybody who is or later comes into a unit that gives its people away."""
        for membership in list(self.books.memberships.by_id.values()):
            if membership.kind is MembershipKind.CLUB:
                self._change_club(membership, heirs)
            else:
                self._move_member(membership, heirs)

    def move_some(self, memberships: Iterable[Membership], heirs: Heirs) -> None:
        """Only these go; whoever comes into the unit later stays in it."""
        for membership in memberships:
            if membership.kind is MembershipKind.CLUB:
                self._change_club(membership, heirs)
            else:
                self._move_member(membership, heirs, only_this_stay=True)

    def _move_member(
        self, membership: Membership, heirs: Heirs, *, only_this_stay: bool = False
    ) -> None:
        standing = standing_on(self.books.standings_of(membership), self.on)
        self._follow_later(membership, heirs, only_this_stay=only_this_stay)
        if standing is None or standing.status not in IN_HOI or standing.unit_id is None:
            return
        here = Place(standing.unit_id, standing.sub_unit_id)
        there = _heir(heirs, *here)
        if there is None or there == here:
            return
        self.books.add_event(
            MembershipEvent(
                membership_id=membership.id,
                kind=EventKind.MOVED_UNIT,
                happened_on=PartialDate.of(self.on),
                unit_id=there.unit_id,
                sub_unit_id=there.sub_unit_id,
                from_unit_id=here.unit_id,
                reason=self._reason,
            )
        )
        self._tell_move(membership, here, there)

    def _follow_later(self, membership: Membership, heirs: Heirs, *, only_this_stay: bool) -> None:
        """What is told of later days is said of the heir."""
        if self._comes_later(membership) and not only_this_stay:
            there = _heir(heirs, membership.unit_id, membership.sub_unit_id)
            if there is not None:
                unit_id, sub_unit_id = there
                moved = replace(membership, unit_id=unit_id, sub_unit_id=sub_unit_id)
                self.books.put_membership(moved)
        for event in in_order(self.books.events_of(membership)):
            if event.happened_on.first_day <= self.on:
                continue
            leaves = event.kind in ENTRIES or event.kind is EventKind.MOVED_UNIT
            if only_this_stay and leaves:
                self.books.events.put(_left_from(event, heirs))
                return
            self.books.events.put(_said_of_heir(event, heirs))
            if only_this_stay and event.kind in EXITS:
                return

    def _comes_later(self, membership: Membership) -> bool:
        """Whether all that is told of him is of days behind the change."""
        told = (event.happened_on for event in self.books.events_of(membership))
        since = membership.on_roll_from
        days = [day.first_day for day in (since, *told) if day is not None]
        return since is not None and min(days) > self.on

    def _change_club(self, membership: Membership, heirs: Heirs) -> None:
        there = _heir(heirs, membership.unit_id, None)
        ended, since = membership.ended_on, membership.joined_on or membership.on_roll_from
        if there is None or (ended is not None and ended.last_day < self.on):
            return
        person = self.books.people[membership.person_id or 0]
        if since is not None and since.first_day >= self.on:
            self.books.put_membership(replace(membership, unit_id=there.unit_id))
        else:
            self._leave_club(membership)
            held = self.books.club_membership(person, there.unit_id)
            if held is None or held.ended_on is not None:
                self.books.add_membership(
                    Membership(
                        person_id=person.id,
                        kind=MembershipKind.CLUB,
                        on_roll_from=PartialDate.of(self.on),
                        unit_id=there.unit_id,
                        ended_on=ended,
                        note=membership.note,
                    )
                )
        self._tell_move(membership, Place(membership.unit_id or 0), there)

    def _leave_club(self, membership: Membership) -> None:
        self.books.put_membership(replace(membership, ended_on=PartialDate.of(self.eve)))

    def leave_clubs(self, club_id: int) -> None:
        """Everybody leaves a club that ends without an heir."""
        for membership in list(self.books.memberships.by_id.values()):
            is_of_it = (membership.kind, membership.unit_id) == (MembershipKind.CLUB, club_id)
            if is_of_it and membership.ended_on is None:
                self._leave_club(membership)
                before = self._before(Place(club_id))
                self.plan.tell(MOVED, self.who(membership.person_id), before, "thôi tham gia")

    def close_posts(
        self, unit_ids: Collection[int], heirs: Heirs, people: Collection[int] | None = None
    ) -> None:
        """The posts in these units end on the eve; those that begin later are of the heir.

        Args:
            unit_ids: The units.
            heirs: Who goes on for them.
            people: Only these people's posts.
        """
        for post in list(self.books.posts.by_id.values()):
            in_them = post.unit_id in unit_ids and is_post_of_unit(post)
            if in_them and (people is None or post.person_id in people):
                self._close_post(post, heirs)

    def _close_post(self, post: Post, heirs: Heirs) -> None:
        if post.to_on is not None and post.to_on.last_day <= self.eve:
            return
        if post.from_on is not None and post.from_on.first_day >= self.on:
            heir = heirs.get(post.unit_id or 0)
            if heir is not None:
                self.books.posts.put(replace(post, unit_id=heir.sub_unit_id or heir.unit_id))
            return
        self.books.posts.put(replace(post, to_on=PartialDate.of(self.eve)))
        unit_name = self.names_before.get(post.unit_id, "")
        held = f"{post.title}, {unit_name}"
        self.plan.tell(CLOSED, self.who(post.person_id), held, f"đến hết {self.eve:%d/%m/%Y}")

    def move_homes(self, heirs: Heirs, home_ids: Collection[int] | None = None) -> None:
        """Households are kept in the unit of their people."""
        for home in list(self.books.households.by_id.values()):
            heir = heirs.get(home.unit_id or 0)
            if heir is not None and (home_ids is None or home.id in home_ids):
                self.books.households.put(replace(home, unit_id=heir.unit_id))

    def found(self, unit: Unit, name: str) -> Unit:
        """Take in a new unit."""
        added: Unit = self.books.units.add(unit)
        self.plan.tell(FOUNDED, name, "", f"mã {added.code}, từ {self.on:%d/%m/%Y}")
        return added

    def end(self, unit: Unit, successor_id: int | None) -> None:
        """Let a unit end on the eve."""
        self.books.units.put(
            replace(unit, ended_on=PartialDate.of(self.eve), successor_id=successor_id)
        )
        name = ", ".join(filter(None, map(self.names_before.get, (unit.id, unit.parent_id))))
        self.plan.tell(ENDED, name, "", f"ngày cuối {self.eve:%d/%m/%Y}")

    def who(self, person_id: int | None) -> str:
        """A person's name with the year of birth."""
        person = self.books.people[person_id or 0]
        return f"{person.full_name} ({person.born_on.year})" if person.born_on else person.full_name

    def _tell_move(self, membership: Membership, here: Place, there: Place) -> None:
        who = self.who(membership.person_id)
        self.plan.tell(MOVED, who, self._before(here), self._after(there))
        ends = [place._replace(sub_unit_id=None) for place in (here, there)]
        if ends[0] == ends[1]:
            ends = [here, there]
        self.ways[self._before(ends[0]), self._after(ends[1])] += 1

    def _before(self, place: Place) -> str:
        names = (self.names_before.get(place.unit_id, ""), self._part(place.sub_unit_id))
        return ", ".join(filter(None, names))

    def _after(self, place: Place) -> str:
        names = (self.books.units[place.unit_id].name, self._part(place.sub_unit_id))
        return ", ".join(filter(None, names))

    def _part(self, part_id: int | None) -> str:
        return "" if part_id is None else self.books.units[part_id].name


def _heir(heirs: Heirs, unit_id: int | None, sub_unit_id: int | None) -> Place | None:
    return heirs.get(sub_unit_id or 0) or heirs.get(unit_id or 0)


def _said_of_heir(event: MembershipEvent, heirs: Heirs) -> MembershipEvent:
    there = _heir(heirs, event.unit_id, event.sub_unit_id)
    if there is not None:
        keeps_part = event.sub_unit_id is not None or event.kind in (*ENTRIES, EventKind.MOVED_UNIT)
        sub_unit_id = there.sub_unit_id if keeps_part else None
        event = replace(event, unit_id=there.unit_id, sub_unit_id=sub_unit_id)
    return _left_from(event, heirs)


def _left_from(event: MembershipEvent, heirs: Heirs) -> MembershipEvent:
    left = heirs.get(event.from_unit_id or 0)
    return event if left is None else replace(event, from_unit_id=left.unit_id)
