"""What a rule of the charter finds, and the books it looks into."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from ccb_desktop.domain.charter import Charter, charter_on, months_after
from ccb_desktop.domain.emulation.discipline_book import DisciplineLine
from ccb_desktop.domain.holidays import WorkCalendar
from ccb_desktop.domain.members.memberships import (
    IN_HOI,
    EventKind,
    MembershipEvent,
    Status,
    in_order,
)
from ccb_desktop.domain.members.units import Post, Term, Unit
from ccb_desktop.domain.partial_dates import PartialDate

LOOK_BACK_MONTHS = 12
"""Admissions and transfers longer ago are no longer asked after."""


class Urgency(StrEnum):
    """How pressing a finding is."""

    OVERDUE = "OVERDUE"
    DUE = "DUE"
    ADVICE = "ADVICE"
    """Something to be looked at, without a day."""


class Act(StrEnum):
    """What an officer can write down at once to deal with a finding."""

    CEREMONY = "CEREMONY"
    LETTER = "LETTER"
    REPORT = "REPORT"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One person or unit that a rule points to.

    Attributes:
        rule: Id of the rule.
        name: Who or what it is.
        unit_name: The chi hội of a person.
        evidence: What the books say.
        since: From when it runs.
        due_on: The day by which something has to be done.
        advice: What to do.
        paper: Name of the form to print (`member_papers.decisions`); empty for none.
    """

    rule: str
    name: str
    evidence: str
    advice: str
    urgency: Urgency = Urgency.ADVICE
    person_id: int | None = None
    membership_id: int | None = None
    event_id: int | None = None
    unit_id: int | None = None
    unit_name: str = ""
    since: PartialDate | None = None
    due_on: date | None = None
    paper: str = ""

    @property
    def key(self) -> tuple[object, ...]:
        """What tells it from the other findings of its rule, whatever day it is."""
        return self.rule, self.person_id, self.event_id, self.unit_id, self.name


class Watched(NamedTuple):
    """A member of the Hội, now or once, with the events of his membership.

    Attributes:
        since: From when his status holds.
        unit_name: Of the day.
    """

    person_id: int
    membership_id: int
    full_name: str
    status: Status
    since: date
    unit_id: int | None
    sub_unit_id: int | None
    unit_name: str
    events: tuple[MembershipEvent, ...] = ()

    @property
    def is_member(self) -> bool:
        """Whether he is in the Hội on the day."""
        return self.status in IN_HOI

    def latest(self, *kinds: EventKind) -> MembershipEvent | None:
        """His last event of some kinds."""
        return next((e for e in reversed(in_order(self.events)) if e.kind in kinds), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchBooks:
    """Everything the rules look into, as at a day.

    Attributes:
        members: By name, those who stood on the roll by the day, or had left, as far as a rule
            may point to them: the exempt, the suspended, who holds a post, and everybody to
            whom something happened that is still asked after.
        members_by_unit: How many members stand in each chi hội on the day.
        reports: Membership → days of reports during exemption.
        paid_on: Membership → last day for which dues were paid, or on which they were, the day
            of the books for whoever owes none; `None` while there is no such book.
        dues_since: Since when the book of dues is kept; nothing before is held against anybody.
        attended_on: Membership → last meeting attended; `None` while no attendance list is kept.
        roll_since: Chi hội → the first meeting of which an attendance list is kept.
        disciplines: What was decided lately short of expulsion, which is an event.
        met_on: Unit → its last meeting, the board under `None`; `None` while there is no
            such book.
    """

    on: date
    members: tuple[Watched, ...] = ()
    members_by_unit: Mapping[int | None, int] = field(default_factory=dict)
    units: tuple[Unit, ...] = ()
    posts: tuple[Post, ...] = ()
    terms: tuple[Term, ...] = ()
    calendar: WorkCalendar = field(default_factory=WorkCalendar)
    reports: Mapping[int, tuple[PartialDate, ...]] = field(default_factory=dict)
    paid_on: Mapping[int, date] | None = None
    dues_since: date = date.min
    attended_on: Mapping[int, date] | None = None
    roll_since: Mapping[int, date] = field(default_factory=dict)
    met_on: Mapping[int | None, date] | None = None
    disciplines: tuple[DisciplineLine, ...] = ()

    @property
    def charter(self) -> Charter:
        """The charter of the day."""
        return charter_on(self.on)

    @property
    def present(self) -> list[Watched]:
        """The members of the day among them."""
        return [member for member in self.members if member.is_member]

    @property
    def size(self) -> int:
        """How many members the Hội has on the day."""
        return sum(self.members_by_unit.values())

    def is_recent(self, day: date) -> bool:
        """Whether something of that day is still asked after."""
        return day <= self.on <= months_after(day, LOOK_BACK_MONTHS)

    def urgency(self, due_on: date) -> Urgency:
        """How pressing something is that is due on a day."""
        return Urgency.OVERDUE if due_on < self.on else Urgency.DUE


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule of the charter.

    Attributes:
        id: Its name in the store, in places and in files.
        number: Of `rules.md`.
        label: What officers call it.
        says: The rule in words, with the numbers of a charter.
        find: Those it points to.
        overdue: Said after a count of findings past their day: `người quá hạn lễ kết nạp`.
        waiting: Said after a count of the others.
        lacks: Which books are missing, so that it can find nobody; empty when none.
        act: What can be written down for those it finds.
        paper: Name of the form that can be printed for some of them.
        of_units: Whether it finds units, not people.
        in_working_days: Whether its terms run in working days.
    """

    id: str
    number: int
    label: str
    says: Callable[[Charter], str]
    find: Callable[[WatchBooks], Iterable[Finding]]
    overdue: str
    waiting: str
    lacks: Callable[[WatchBooks], str] = lambda _books: ""
    act: Act | None = None
    paper: str = ""
    of_units: bool = False
    in_working_days: bool = False


def of_member(rule: Rule, member: Watched, event: MembershipEvent | None, **said: Any) -> Finding:
    """A finding about a member and the event behind it; `said` are the other fields."""
    return Finding(
        rule=rule.id,
        name=member.full_name,
        person_id=member.person_id,
        membership_id=member.membership_id,
        event_id=event.id if event else None,
        unit_name=member.unit_name,
        **said,
    )


def not_written_down(
    books: WatchBooks, members: Iterable[Watched], kinds: Iterable[EventKind], field_name: str
) -> Iterator[tuple[Watched, MembershipEvent]]:
    """Members whose last event of some kinds is still asked after and lacks a day."""
    for member in members:
        event = member.latest(*kinds)
        if event is None or getattr(event, field_name) is not None:
            continue
        if books.is_recent(decided_on(event)):
            yield member, event


def entered(member: Watched, day: date) -> PartialDate:
    """A day as far as the event behind it knows it."""
    known = (e.happened_on for e in member.events if e.happened_on.first_day == day)
    return next(known, PartialDate.of(day))


def decision_of(event: MembershipEvent) -> str:
    """`Quyết định 12/QĐ-CCB ngày 12/05/2026`, as far as it is known."""
    said = f"Quyết định {event.decision_no}" if event.decision_no else "Quyết định"
    return f"{said} ngày {event.decision_on or event.happened_on}"


def decided_on(event: MembershipEvent) -> date:
    """The day from which terms run: the last possible day of the decision, else of the event."""
    return (event.decision_on or event.happened_on).last_day
