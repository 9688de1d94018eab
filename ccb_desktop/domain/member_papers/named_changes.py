"""What changed in the roster over a period, with names: who came, who went, who moved, by unit."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Self

from ccb_desktop.domain.labels import EVENT_KIND, STATUS
from ccb_desktop.domain.members.lines import MemberLine, MovementLine
from ccb_desktop.domain.members.memberships import ENTRIES, EXITS, IN_HOI, PAUSES, EventKind
from ccb_desktop.domain.members.units import natural_order
from ccb_desktop.domain.partial_dates import PartialDate


class ChangeGroup(StrEnum):
    """What a change does to the number of members of a unit."""

    CAME = "CAME"
    ON_ROLL = "ON_ROLL"
    MOVED_IN = "MOVED_IN"
    WENT = "WENT"
    MOVED_OUT = "MOVED_OUT"
    STATUS = "STATUS"


GROUP_LABEL = {
    ChangeGroup.CAME: "Vào Hội",
    ChangeGroup.ON_ROLL: "Có tên, chưa ghi biến động",
    ChangeGroup.MOVED_IN: "Chi hội khác đến",
    ChangeGroup.WENT: "Ra khỏi Hội",
    ChangeGroup.MOVED_OUT: "Sang chi hội khác",
    ChangeGroup.STATUS: "Đổi trạng thái, phân hội",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedChange:
    """One change of one member in one unit; a move stands in both units.

    Attributes:
        unit_id: The chi hội in whose number it counts.
        what: `Kết nạp`, `Sang Chi hội 3`, `Hết hạn miễn sinh hoạt`.
        on: The day as it was entered; None where nobody has written it down.
        kind: The event; None where no event says it.
    """

    person_id: int
    membership_id: int
    full_name: str
    sort_key: str
    born_on: PartialDate | None
    unit_id: int | None
    unit_name: str
    group: ChangeGroup
    what: str
    on: PartialDate | None = None
    kind: EventKind | None = None
    elsewhere: str = ""
    decision_no: str = ""
    reason: str = ""

    @classmethod
    def of(cls, person: MemberLine | MovementLine, **more: object) -> Self:
        """A change of a person of some list."""
        names = ("person_id", "membership_id", "full_name", "sort_key", "born_on")
        known = {name: getattr(person, name) for name in names}
        return cls(**(known | more))


Place = tuple[int | None, str]


def named_changes(
    opening: Iterable[MemberLine],
    closing: Iterable[MemberLine],
    movements: Iterable[MovementLine],
    from_on: date,
    to_on: date,
) -> tuple[NamedChange, ...]:
    """Every change of the period, by unit, then by day.

    Args:
        opening: The roster of the day before the period.
        closing: The roster of its last day.
        movements: Every event up to the last day, those before the period too: an exemption
            may have ended by itself in it.
        from_on: First day of the period.
        to_on: Its last day.
    """
    by_day = sorted(movements, key=lambda m: (m.happened_on.first_day, m.event_id))
    ended = list(_ended_by_themselves(by_day, from_on, to_on))
    course = _Course(opening, closing)
    steps: list[tuple[date, int, MovementLine | None, MovementLine]] = [
        (m.happened_on.first_day, m.event_id, m, m)
        for m in by_day
        if m.happened_on.first_day >= from_on
    ]
    steps += [(day, 0, None, pause) for day, pause in ended]
    for day, _order, event, about in sorted(steps, key=lambda step: step[:2]):
        course.follow(event) if event else course.end_pause(about, day)
    return tuple(sorted(course.finish(), key=_by_unit))


def _by_unit(change: NamedChange) -> tuple[object, ...]:
    day = change.on.first_day if change.on else date.min
    return natural_order(change.unit_name), list(ChangeGroup).index(change.group), day


def _ended_by_themselves(
    by_day: Sequence[MovementLine], from_on: date, to_on: date
) -> Iterator[tuple[date, MovementLine]]:
    """Exemptions and suspensions whose last day passed, with the day of return."""
    pause_of: dict[int, MovementLine] = {}
    for event in by_day:
        pause = pause_of.get(event.membership_id)
        if event.kind is EventKind.MOVED_UNIT:
            continue
        if pause is not None and _back_on(pause) < event.happened_on.first_day:
            yield from _within(pause, from_on, to_on)
        pause_of.pop(event.membership_id, None)
        if event.kind in PAUSES and event.until_on is not None:
            pause_of[event.membership_id] = event
    for pause in pause_of.values():
        yield from _within(pause, from_on, to_on)


def _within(pause: MovementLine, from_on: date, to_on: date) -> Iterator[tuple[date, MovementLine]]:
    if from_on <= _back_on(pause) <= to_on:
        yield _back_on(pause), pause


def _back_on(pause: MovementLine) -> date:
    until = pause.until_on or pause.happened_on
    return until.last_day + timedelta(days=1)


class _Course:
    """Follows everybody from the opening on, and notes what happens."""

    def __init__(self, opening: Iterable[MemberLine], closing: Iterable[MemberLine]) -> None:
        self._closing = [line for line in closing if line.status in IN_HOI]
        self._found: list[NamedChange] = []
        self._now: dict[int, Place] = {}
        self._names: dict[int | None, str] = {}
        for line in opening:
            if line.status in IN_HOI:
                self._now[line.membership_id] = line.unit_id, line.unit_name
                self._names[line.unit_id] = line.unit_name
        self._names |= {line.unit_id: line.unit_name for line in self._closing}

    def follow(self, event: MovementLine) -> None:
        """Note what an event does."""
        here = event.unit_id, self._name(event.unit_id, event.unit_name)
        if event.kind in ENTRIES:
            self._note(event, here, ChangeGroup.CAME, EVENT_KIND[event.kind])
            self._now[event.membership_id] = here
            return
        before = self._before(event, here)
        if event.kind in EXITS:
            self._note(event, before, ChangeGroup.WENT, EVENT_KIND[event.kind])
            del self._now[event.membership_id]
        elif event.kind is EventKind.MOVED_UNIT:
            self._move(event, before, here)
        else:
            self._note(event, before, ChangeGroup.STATUS, EVENT_KIND[event.kind])

    def _before(self, event: MovementLine, here: Place) -> Place:
        """Where he stood; who stood nowhere yet must have been put on the roll meanwhile."""
        if event.membership_id not in self._now:
            self._found.append(_on_roll(event, here, None))
            self._now[event.membership_id] = here
        return self._now[event.membership_id]

    def _move(self, event: MovementLine, before: Place, here: Place) -> None:
        if before[0] == here[0]:
            self._note(event, here, ChangeGroup.STATUS, "Chuyển phân hội")
            return
        self._note(event, before, ChangeGroup.MOVED_OUT, f"Sang {here[1]}")
        self._note(event, here, ChangeGroup.MOVED_IN, f"Từ {before[1]} đến")
        self._now[event.membership_id] = here

    def end_pause(self, pause: MovementLine, day: date) -> None:
        """Note that an exemption or suspension ended by itself."""
        here = pause.unit_id, self._name(pause.unit_id, pause.unit_name)
        unit_id, unit_name = self._now.get(pause.membership_id, here)
        what = f"Hết hạn {STATUS[PAUSES[pause.kind]].lower()}"
        self._found.append(
            NamedChange.of(
                pause,
                unit_id=unit_id,
                unit_name=unit_name,
                group=ChangeGroup.STATUS,
                what=what,
                on=PartialDate.of(day),
            )
        )

    def finish(self) -> list[NamedChange]:
        """What was noted, and who stands on the roll although no event let him in."""
        known = self._now.keys()
        self._found += [
            _on_roll(line, (line.unit_id, line.unit_name), PartialDate.of(line.since))
            for line in self._closing
            if line.membership_id not in known
        ]
        return self._found

    def _name(self, unit_id: int | None, name: str) -> str:
        return self._names.setdefault(unit_id, name) or name

    def _note(self, event: MovementLine, place: Place, group: ChangeGroup, what: str) -> None:
        self._found.append(
            NamedChange.of(
                event,
                unit_id=place[0],
                unit_name=place[1],
                group=group,
                what=what,
                on=event.happened_on,
                kind=event.kind,
                elsewhere=event.elsewhere,
                decision_no=event.decision_no,
                reason=event.reason,
            )
        )


def _on_roll(
    person: MemberLine | MovementLine, place: Place, on: PartialDate | None
) -> NamedChange:
    return NamedChange.of(
        person,
        unit_id=place[0],
        unit_name=place[1],
        group=ChangeGroup.ON_ROLL,
        what="Có tên trong danh sách, chưa ghi biến động",
        on=on,
    )


def by_unit(changes: Iterable[NamedChange]) -> Mapping[int | None, list[NamedChange]]:
    """Unit → its changes, in their order."""
    found: dict[int | None, list[NamedChange]] = {}
    for change in changes:
        found.setdefault(change.unit_id, []).append(change)
    return found
