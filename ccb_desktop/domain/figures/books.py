"""What the figures are counted from: every book as one frozen value, and what is asked."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property, lru_cache
from typing import NamedTuple

from ccb_desktop.domain.figures.money_book import MoneyBook
from ccb_desktop.domain.figures.welfare_book import WelfareBook
from ccb_desktop.domain.figures.work_book import WorkBook
from ccb_desktop.domain.manual_figures import ManualFigure
from ccb_desktop.domain.members.households import Household
from ccb_desktop.domain.members.memberships import (
    ENTRIES,
    IN_HOI,
    EventKind,
    Standing,
    standing_on,
)
from ccb_desktop.domain.members.people import AgeRule, Policy, Sex
from ccb_desktop.domain.members.units import Post, Unit
from ccb_desktop.domain.partial_dates import PartialDate

_JOINS = frozenset({*ENTRIES, EventKind.MOVED_UNIT})
_DAYS_AT_HAND = 3  # the last day of a period, its eve, and the end of a year in it


class RosterMember(NamedTuple):
    """What figures need of one who is or was a member of the Hội.

    Attributes:
        course: How he stood through time.
        entered: Whether his course begins with an event of entry.
    """

    membership_id: int
    person_id: int
    full_name: str
    sex: Sex | None
    born_on: PartialDate | None
    ethnicity: str
    periods: frozenset[str]
    party_joined_on: PartialDate | None
    household_id: int | None
    course: tuple[Standing, ...]
    entered: bool


class RosterEvent(NamedTuple):
    """One event of the roster."""

    membership_id: int
    kind: EventKind
    happened_on: PartialDate
    unit_id: int | None
    sub_unit_id: int | None
    from_unit_id: int | None


class ClubMember(NamedTuple):
    """One who is or was in a club.

    Attributes:
        on_roll_from: Since when a list names him, where it does not say when he joined.
    """

    person_id: int
    full_name: str
    unit_id: int | None
    joined_on: PartialDate | None
    on_roll_from: PartialDate | None
    ended_on: PartialDate | None

    def belongs_on(self, day: date) -> bool:
        """Whether he is in the club on a day (bounds inclusive)."""
        since = self.joined_on or self.on_roll_from
        begun = since is None or since.first_day <= day
        return begun and (self.ended_on is None or day <= self.ended_on.last_day)


class Present(NamedTuple):
    """A member with how he stands on the day asked for."""

    member: RosterMember
    standing: Standing


@dataclass(frozen=True, kw_only=True)
class RosterBook:
    """The roster with its whole past, so that any number of periods is counted from it.

    Attributes:
        members: In Vietnamese order.
        events: In the order of their days.
        clubs: Who is or was in a club, in Vietnamese order.
        policies: By person.
        posts: By person.
        households: By id.
        age_rule: How the branch reckons age (rule 15).
    """

    members: tuple[RosterMember, ...] = ()
    events: tuple[RosterEvent, ...] = ()
    clubs: tuple[ClubMember, ...] = ()
    units: tuple[Unit, ...] = ()
    policies: Mapping[int, tuple[Policy, ...]]
    posts: Mapping[int, tuple[Post, ...]]
    households: Mapping[int, Household]
    age_rule: AgeRule

    @cached_property
    def member_of(self) -> Mapping[int, RosterMember]:
        """Membership → member."""
        return {member.membership_id: member for member in self.members}

    @cached_property
    def events_of(self) -> Mapping[int, Sequence[RosterEvent]]:
        """Membership → its events, in the order of their days."""
        found: dict[int, list[RosterEvent]] = {}
        for event in self.events:
            found.setdefault(event.membership_id, []).append(event)
        return found

    def first_event_of(self, member: RosterMember) -> RosterEvent | None:
        """The first that happened to a member."""
        return next(iter(self.events_of.get(member.membership_id, ())), None)

    def records_events_by(self, day: date) -> bool:
        """Whether events had begun to be written down by a day."""
        return any(event.happened_on.first_day <= day for event in self.events)

    def present_on(self, day: date, unit: Unit | None = None, *beside: Unit) -> Sequence[Present]:
        """The members of the Hội on a day (rule 14), of one unit, of several, or of all."""
        everybody = self._everybody_on(day)
        if unit is None:
            return everybody
        asked = {one.id for one in (unit, *beside)}
        return [
            one
            for one in everybody
            if one.standing.unit_id in asked or one.standing.sub_unit_id in asked
        ]

    @cached_property
    def _everybody_on(self) -> Callable[[date], Sequence[Present]]:
        """Walks through all courses once for each of the few days that a query asks for."""

        @lru_cache(maxsize=_DAYS_AT_HAND)
        def everybody_on(day: date) -> Sequence[Present]:
            stood = ((member, standing_on(member.course, day)) for member in self.members)
            return tuple(
                Present(member, standing)
                for member, standing in stood
                if standing is not None and standing.status in IN_HOI
            )

        return everybody_on

    def units_of(self, event: RosterEvent) -> tuple[int | None, int | None]:
        """The unit and sub-unit an event belongs to: joined by an entry, else stood in.

        Older records may not say it; then it is where he stood before, and on the day itself
        for one who came and went in one day.
        """
        if event.kind in ENTRIES:
            return event.unit_id, event.sub_unit_id
        unit_id, sub_unit_id = self.place_before(event) or self._place_on(event) or (None, None)
        if event.unit_id not in (None, unit_id):
            return event.unit_id, event.sub_unit_id
        return unit_id, event.sub_unit_id or sub_unit_id

    def place_before(self, event: RosterEvent) -> tuple[int | None, int | None] | None:
        """The unit and sub-unit in which an event found him; `None` where he stood in none.

        Whoever came or moved earlier on the same day stood there, as when a ward is brought
        in and its units are merged on one day.
        """
        day, joined = event.happened_on.first_day, None
        for one in self.events_of[event.membership_id]:
            if one is event:
                break
            if one.kind in _JOINS and one.happened_on.first_day == day:
                joined = one
        if joined is not None:
            return joined.unit_id, joined.sub_unit_id
        return self._place_on(event, days_before=1)

    def _place_on(
        self, event: RosterEvent, days_before: int = 0
    ) -> tuple[int | None, int | None] | None:
        day = event.happened_on.first_day - timedelta(days=days_before)
        standing = standing_on(self.member_of[event.membership_id].course, day)
        return None if standing is None else (standing.unit_id, standing.sub_unit_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Books:
    """Everything that figures are counted from."""

    roster: RosterBook
    money: MoneyBook = field(default_factory=MoneyBook)
    welfare: WelfareBook = field(default_factory=WelfareBook)
    work: WorkBook = field(default_factory=WorkBook)
    manual: tuple[ManualFigure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureQuery:
    """Which figures are wanted.

    Attributes:
        from_on: First day of the period.
        to_on: Last day, the cut-off; figures hold up to and including it (rule 20).
        unit: Only this unit; the branch when `None`.
        beside: More units that are counted together with it, as those of a former ward; who
            belongs to several of them is counted once.
        named_to_on: Last day of the period as it is named, where counting stops before it;
            figures typed in by hand are of the period as named.
        codes: Which indicators; all when `None`.
        with_records: Whether to give the records behind each figure.
        looks_back: The period is only laid beside another one: where it ends before the
            first event on record, its events are not known, rather than none.
    """

    from_on: date
    to_on: date
    unit: Unit | None = None
    beside: tuple[Unit, ...] = ()
    named_to_on: date | None = None
    codes: frozenset[str] | None = None
    with_records: bool = False
    looks_back: bool = False

    @property
    def eve(self) -> date:
        """The day before the period."""
        return self.from_on - timedelta(days=1)

    def holds(self, day: PartialDate | None) -> bool:
        """Whether an event of that day belongs to the period; it counts by its first day."""
        return day is not None and self.from_on <= day.first_day <= self.to_on

    def wants(self, codes: Collection[str]) -> bool:
        """Whether any of these figures is asked for."""
        return self.codes is None or not self.codes.isdisjoint(codes)

    @property
    def asked_ids(self) -> frozenset[int | None] | None:
        """The units asked for; `None` where the whole branch is."""
        if self.unit is None:
            return None
        return frozenset(one.id for one in (self.unit, *self.beside))

    def asks_for(self, *unit_ids: int | None) -> bool:
        """Whether the branch is asked for, or one of these units."""
        asked = self.asked_ids
        return asked is None or not asked.isdisjoint(unit_ids)

    def covers(self, unit: Unit) -> bool:
        """Whether a unit belongs to what is asked: it itself, or a part of it."""
        return self.asks_for(unit.id, unit.parent_id)
