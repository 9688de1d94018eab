"""Memberships and their dated events: status and unit on any day follow from them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.partial_dates import PartialDate


class MembershipKind(StrEnum):
    """What one is a member of: the Hội, or a club of ex-servicemen (CLB-CQN)."""

    HOI = "HOI"
    CLUB = "CLUB"


class EventKind(StrEnum):
    """Biến động: the kinds of events in the life of a membership of the Hội."""

    ADMITTED = "ADMITTED"
    READMITTED = "READMITTED"
    TRANSFERRED_IN = "TRANSFERRED_IN"
    TRANSFERRED_OUT = "TRANSFERRED_OUT"
    MOVED_UNIT = "MOVED_UNIT"
    EXEMPTED = "EXEMPTED"
    RESUMED = "RESUMED"
    SUSPENDED = "SUSPENDED"
    STRUCK_OFF = "STRUCK_OFF"
    RESIGNED = "RESIGNED"
    EXPELLED = "EXPELLED"
    DECEASED = "DECEASED"


class Status(StrEnum):
    """Trạng thái of a membership on a day."""

    ACTIVE = "ACTIVE"
    EXEMPT = "EXEMPT"
    SUSPENDED = "SUSPENDED"
    TRANSFERRED_OUT = "TRANSFERRED_OUT"
    STRUCK_OFF = "STRUCK_OFF"
    RESIGNED = "RESIGNED"
    EXPELLED = "EXPELLED"
    DECEASED = "DECEASED"


IN_HOI = frozenset({Status.ACTIVE, Status.EXEMPT, Status.SUSPENDED})
ENTRIES = frozenset({EventKind.ADMITTED, EventKind.READMITTED, EventKind.TRANSFERRED_IN})
EXITS = {
    EventKind.TRANSFERRED_OUT: Status.TRANSFERRED_OUT,
    EventKind.STRUCK_OFF: Status.STRUCK_OFF,
    EventKind.RESIGNED: Status.RESIGNED,
    EventKind.EXPELLED: Status.EXPELLED,
    EventKind.DECEASED: Status.DECEASED,
}
PAUSES = {EventKind.EXEMPTED: Status.EXEMPT, EventKind.SUSPENDED: Status.SUSPENDED}


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipEvent:
    """One dated event of a membership.

    Attributes:
        unit_id: Entry and move: the unit joined. Other kinds: the unit he stood in.
        from_unit_id: The unit left by a move.
        elsewhere: The branch he came from or went to.
        until_on: Last day of an exemption or suspension that ends by itself.
        ceremony_on: Admission and readmission: the day of the ceremony.
        letter_on: Transfers: the day on which the letter of introduction was handed in.
    """

    id: int | None = None
    membership_id: int | None = None
    kind: EventKind
    happened_on: PartialDate
    unit_id: int | None = None
    sub_unit_id: int | None = None
    from_unit_id: int | None = None
    elsewhere: str = ""
    until_on: PartialDate | None = None
    decision_no: str = ""
    decision_on: PartialDate | None = None
    reason: str = ""
    note: str = ""
    ceremony_on: PartialDate | None = None
    letter_on: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """One person's membership of the Hội or of one club.

    Attributes:
        on_roll_from: Since when he stands on the roll without an entry event (*có tên đầu
            kỳ*); ignored as soon as his first event is an entry.
        unit_id: Hội: the unit on `on_roll_from`. Club: the club.
        ended_on: Club only: last day in the club.
    """

    id: int | None = None
    person_id: int | None = None
    kind: MembershipKind = MembershipKind.HOI
    admission_category: int | None = None
    joined_on: PartialDate | None = None
    card_no: str = ""
    card_issued_on: PartialDate | None = None
    card_reissued_on: PartialDate | None = None
    on_roll_from: PartialDate | None = None
    unit_id: int | None = None
    sub_unit_id: int | None = None
    ended_on: PartialDate | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a membership stands from one day up to, not including, another."""

    from_on: date
    to_on: date | None
    status: Status
    unit_id: int | None
    sub_unit_id: int | None


def in_order(events: Iterable[MembershipEvent]) -> list[MembershipEvent]:
    """Events by day; those of one day in the order in which they were entered."""
    return sorted(events, key=lambda e: (e.happened_on.first_day, e.id is None, e.id or 0))


def is_on_roll_without_entry(events: Sequence[MembershipEvent]) -> bool:
    """Whether the opening entry counts: the first event, if any, is not an entry."""
    return not events or events[0].kind not in ENTRIES


def standings(membership: Membership, events: Iterable[MembershipEvent]) -> list[Standing]:
    """How a membership of the Hội stood through time, without gaps from its first day.

    A partial date begins on its first possible day; an exemption or suspension with a last
    day ends by itself after it (`exchange.md`, meanings 3 and 7).
    """
    ordered = in_order(events)
    course = _Course()
    if is_on_roll_without_entry(ordered) and membership.on_roll_from is not None:
        unit, sub_unit = _unit_before_first_move(membership, ordered)
        course.turn(membership.on_roll_from.first_day, Status.ACTIVE, unit, sub_unit)
    for event in ordered:
        course.follow(event)
    return course.finish()


def _unit_before_first_move(
    membership: Membership, ordered: Sequence[MembershipEvent]
) -> tuple[int | None, int | None]:
    """The unit at the opening: what the first move or exit says was left, else the roster's.

    The roster tells the unit of today, also of one who left another unit and came back.
    """
    for event in ordered:
        if event.kind in ENTRIES:
            break
        left = event.from_unit_id if event.kind is EventKind.MOVED_UNIT else None
        left = event.unit_id if event.kind in EXITS else left
        if left is not None:
            return left, membership.sub_unit_id if left == membership.unit_id else None
    return membership.unit_id, membership.sub_unit_id


class _Course:
    """Builds the standings of one membership while its events pass by."""

    def __init__(self) -> None:
        self._turns: list[Standing] = []
        self._pause_ends: date | None = None

    def turn(self, day: date, status: Status, unit_id: int | None, sub_unit_id: int | None) -> None:
        """From this day on the membership stands like this."""
        if self._turns:
            last = self._turns.pop()
            if last.from_on < day:
                ended = Standing(last.from_on, day, last.status, last.unit_id, last.sub_unit_id)
                self._turns.append(ended)
        self._turns.append(Standing(day, None, status, unit_id, sub_unit_id))

    def follow(self, event: MembershipEvent) -> None:
        """Apply one event."""
        day = event.happened_on.first_day
        self._end_pause_before(day)
        now = self._turns[-1] if self._turns else None
        unit, sub_unit = (now.unit_id, now.sub_unit_id) if now else (event.unit_id, None)
        status = now.status if now else Status.ACTIVE
        if event.kind in ENTRIES:
            status, unit, sub_unit = Status.ACTIVE, event.unit_id or unit, event.sub_unit_id
        elif event.kind is EventKind.MOVED_UNIT:
            unit, sub_unit = event.unit_id, event.sub_unit_id
        elif event.kind is EventKind.RESUMED:
            status = Status.ACTIVE
        else:
            status = PAUSES.get(event.kind) or EXITS[event.kind]
        if event.kind is not EventKind.MOVED_UNIT:
            self._pause_ends = None
        if event.kind in PAUSES and event.until_on is not None:
            self._pause_ends = event.until_on.last_day
        self.turn(day, status, unit, sub_unit)

    def finish(self) -> list[Standing]:
        """The standings, the last one open."""
        self._end_pause_before(date.max)
        return self._turns

    def _end_pause_before(self, day: date) -> None:
        if self._pause_ends is None or self._pause_ends >= day or not self._turns:
            return
        now = self._turns[-1]
        back_on = max(self._pause_ends + timedelta(days=1), now.from_on)
        self._pause_ends = None
        if back_on <= day:
            self.turn(back_on, Status.ACTIVE, now.unit_id, now.sub_unit_id)


def standing_on(course: Iterable[Standing], day: date) -> Standing | None:
    """The standing that holds on a day, `None` before the first."""
    for standing in course:
        if standing.from_on <= day and (standing.to_on is None or day < standing.to_on):
            return standing
    return None


def check_course(membership: Membership, events: Iterable[MembershipEvent]) -> None:
    """See that the events can follow each other, so that rule 14's identity holds.

    Raises:
        Invalid: An entry while he is in the Hội or after his death, anything else while he is
            not in it, or an event before the day he stands on the roll; under `happened_on`.
    """
    ordered = in_order(events)
    without_entry = is_on_roll_without_entry(ordered)
    is_in = without_entry and membership.on_roll_from is not None
    since = membership.on_roll_from.first_day if is_in and membership.on_roll_from else None
    last: MembershipEvent | None = None
    for event in ordered:
        entering = event.kind in ENTRIES
        if last is not None and last.kind is EventKind.DECEASED and entering:
            raise Invalid({"happened_on": _after_death(event, last)})
        if entering == is_in:
            raise Invalid({"happened_on": _cannot_follow(event, is_in)})
        if since is not None and event.happened_on.last_day < since:
            raise Invalid({"happened_on": _before_roll(event, membership)})
        is_in = entering or (is_in and event.kind not in EXITS)
        last = event


def _after_death(event: MembershipEvent, death: MembershipEvent) -> str:
    return (
        f"Người này đã từ trần ({death.happened_on}), nên không ghi vào Hội ngày "
        f"{event.happened_on} được. Nếu ghi từ trần nhầm người thì bỏ biến động ấy trước."
    )


def _cannot_follow(event: MembershipEvent, is_in: bool) -> str:
    day = str(event.happened_on)
    if is_in:
        return f"Đến ngày {day} người này đang là hội viên, không ghi vào Hội lần nữa được."
    return f"Đến ngày {day} người này không có tên trong Hội, nên không ghi biến động này được."


def _before_roll(event: MembershipEvent, membership: Membership) -> str:
    return (
        f"Biến động ngày {event.happened_on} đứng trước ngày vào Hội "
        f"({membership.on_roll_from}). Xem lại một trong hai ngày."
    )
