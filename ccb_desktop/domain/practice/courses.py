"""What happened to the members of the practice branch in two years: every kind of event."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from enum import Enum, auto
from itertools import count
from typing import Any

from ccb_desktop.domain.holidays import WorkCalendar
from ccb_desktop.domain.members.memberships import (
    IN_HOI,
    EventKind,
    Membership,
    MembershipEvent,
    standing_on,
    standings,
)
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.practice.calendar import CEREMONIES, FIRST_DAY, MERGED_ON, REFERENCE_DAY
from ccb_desktop.domain.practice.dice import Dice
from ccb_desktop.domain.practice.units import Place


class Course(Enum):
    """The course a membership took."""

    STEADY = auto()
    NEW = auto()
    BACK_AFTER_STRIKING_OFF = auto()
    CAME = auto()
    BACK_FROM_ELSEWHERE = auto()
    EXEMPT = auto()
    EXEMPT_FOR_A_TIME = auto()
    RESUMED = auto()
    SUSPENDED = auto()
    DIED = auto()
    WENT = auto()
    STRUCK_OFF = auto()
    RESIGNED = auto()
    EXPELLED = auto()


_OF_THOSE_HERE = {
    Course.NEW: 6.0,
    Course.BACK_AFTER_STRIKING_OFF: 0.5,
    Course.CAME: 2.0,
    Course.BACK_FROM_ELSEWHERE: 0.5,
    Course.EXEMPT: 5.0,
    Course.EXEMPT_FOR_A_TIME: 1.0,
    Course.RESUMED: 1.0,
    Course.SUSPENDED: 0.5,
}
_OF_THOSE_GONE = {
    Course.DIED: 5.0,
    Course.WENT: 1.5,
    Course.STRUCK_OFF: 1.0,
    Course.RESIGNED: 0.5,
    Course.EXPELLED: 0.3,
}
"""How many of a hundred members took each course; at least one does."""

ENTERED = frozenset({Course.NEW, Course.CAME})
"""Those who were not on the roll when the two years began."""

_ELSEWHERE = ("phường Đông Bình", "phường Hòa Thượng", "xã Phú Mỹ Trung", "xã Tân Khê Đông")


def courses_of_those_here(members: int) -> list[Course]:
    """The courses of all who are members today; at least half of them are steady."""
    turns = _each(_OF_THOSE_HERE, members)[: members // 2]
    return turns + [Course.STEADY] * (members - len(turns))


def courses_of_those_gone(members: int) -> list[Course]:
    """The courses of those who left within the two years."""
    return _each(_OF_THOSE_GONE, members)


def _each(shares: Mapping[Course, float], members: int) -> list[Course]:
    rarest_first = sorted(shares, key=lambda course: shares[course])
    return [c for c in rarest_first for _ in range(max(1, round(shares[c] * members / 100)))]


def turns_of(dice: Dice, course: Course) -> list[MembershipEvent]:
    """What happens in a course, in order: events without membership, unit and decision."""
    return _TURNS[course](dice)


def placed(
    turns: Iterable[MembershipEvent], place: Place, membership: Membership
) -> list[MembershipEvent]:
    """The turns of a membership in the units where they found it, his move added."""
    events = [
        replace(
            turn,
            membership_id=membership.id,
            unit_id=place.unit_on(turn.happened_on.first_day),
            sub_unit_id=place.sub_unit_on(turn.happened_on.first_day),
        )
        for turn in turns
    ]
    return events + _move(place, membership, events)


def _move(
    place: Place, membership: Membership, events: list[MembershipEvent]
) -> list[MembershipEvent]:
    """The move to his present chi hội, when he was in the Hội on the day."""
    if place.before_id is None:
        return []
    before = standing_on(standings(membership, events), place.moved_on - timedelta(days=1))
    if before is None or before.status not in IN_HOI:
        return []
    merged = place.moved_on == MERGED_ON
    return [
        MembershipEvent(
            membership_id=membership.id,
            kind=EventKind.MOVED_UNIT,
            happened_on=PartialDate.of(place.moved_on),
            unit_id=place.unit_id,
            sub_unit_id=place.sub_unit_id,
            from_unit_id=place.before_id,
            reason="Sắp xếp lại chi hội" if merged else "Chuyển nơi ở",
        )
    ]


def _event(kind: EventKind, day: date, **more: Any) -> MembershipEvent:
    return MembershipEvent(kind=kind, happened_on=PartialDate.of(day), **more)


def _in_the_two_years(dice: Dice) -> date:
    return dice.day(FIRST_DAY, REFERENCE_DAY)


def _in_the_beginning(dice: Dice) -> date:
    return dice.day(FIRST_DAY, date(2025, 3, 31))


def _new(dice: Dice) -> list[MembershipEvent]:
    day = dice.pick(CEREMONIES)
    held_on = PartialDate.of(day) if day != CEREMONIES[-1] else None  # the last is yet to be held
    return [_event(EventKind.ADMITTED, day, reason="Đủ tiêu chuẩn", ceremony_on=held_on)]


def _struck_off(
    day: date, reason: str = "Không sinh hoạt, không đóng hội phí 12 tháng liền"
) -> MembershipEvent:
    return _event(EventKind.STRUCK_OFF, day, reason=reason)


def _back_after_striking_off(dice: Dice) -> list[MembershipEvent]:
    """Not before 12 months have passed, and not of those who walked away (rule 3)."""
    off = _in_the_beginning(dice)
    back = off + timedelta(days=dice.number(367, 450))
    return [
        _struck_off(off, reason="Không tiến bộ sau 12 tháng được giúp đỡ"),
        _event(
            EventKind.READMITTED,
            back,
            reason="Đã sửa chữa, tự nguyện xin vào lại",
            ceremony_on=PartialDate.of(back),
        ),
    ]


def _came(dice: Dice) -> list[MembershipEvent]:
    came_from = dice.pick(_ELSEWHERE)
    day = _in_the_two_years(dice)
    letter = _handed_in(day)
    return [_event(EventKind.TRANSFERRED_IN, day, elsewhere=came_from, letter_on=letter)]


def _handed_in(day: date) -> PartialDate | None:
    """When the letter of introduction was handed in; of one in three nothing was heard yet."""
    handed_in = day + timedelta(days=10)
    return PartialDate.of(handed_in) if handed_in <= REFERENCE_DAY and day.day % 3 else None


def _went(dice: Dice, day: date) -> MembershipEvent:
    where = dice.pick(_ELSEWHERE)
    letter = _handed_in(day)
    return _event(
        EventKind.TRANSFERRED_OUT, day, elsewhere=where, reason="Về ở với con", letter_on=letter
    )


def _back_from_elsewhere(dice: Dice) -> list[MembershipEvent]:
    away = _went(dice, _in_the_beginning(dice))
    back = dice.day(date(2025, 7, 2), REFERENCE_DAY)
    letter = _handed_in(back)
    return [
        away,
        _event(EventKind.TRANSFERRED_IN, back, elsewhere=away.elsewhere, letter_on=letter),
    ]


def _exempted(dice: Dice, day: date, **more: Any) -> MembershipEvent:
    reason = dice.pick(("Tuổi cao, sức yếu", "Bệnh nặng, nằm tại nhà", "Vết thương tái phát"))
    return _event(EventKind.EXEMPTED, day, **{"reason": reason, **more})


def _exempt_for_a_time(dice: Dice) -> list[MembershipEvent]:
    day = _in_the_two_years(dice)
    until = PartialDate.of(day + timedelta(days=dice.number(120, 360)))
    return [_exempted(dice, day, until_on=until, reason="Đi làm ăn xa")]


def _resumed(dice: Dice) -> list[MembershipEvent]:
    day = _in_the_beginning(dice)
    back = day + timedelta(days=dice.number(100, 400))
    return [
        _exempted(dice, day, reason="Chữa bệnh dài ngày"),
        _event(EventKind.RESUMED, back, reason="Sức khỏe đã ổn định"),
    ]


def _suspended(dice: Dice) -> list[MembershipEvent]:
    """For 90 working days (rule 7); still going on."""
    day = dice.day(date(2026, 3, 2), date(2026, 5, 29))
    until = PartialDate.of(WorkCalendar().working_day_after(day, 90))
    return [_event(EventKind.SUSPENDED, day, until_on=until, reason="Chờ xem xét kỷ luật")]


def _died(dice: Dice) -> list[MembershipEvent]:
    """A third of them had been exempted before."""
    day = _in_the_two_years(dice)
    death = _event(EventKind.DECEASED, day, reason=dice.pick(("Tuổi già", "Bệnh nặng")))
    ill_on = day - timedelta(days=dice.number(60, 300))
    if ill_on >= FIRST_DAY and dice.chance(33):
        return [_exempted(dice, ill_on), death]
    return [death]


_TURNS: Mapping[Course, Callable[[Dice], list[MembershipEvent]]] = {
    Course.STEADY: lambda dice: [],
    Course.NEW: _new,
    Course.BACK_AFTER_STRIKING_OFF: _back_after_striking_off,
    Course.CAME: _came,
    Course.BACK_FROM_ELSEWHERE: _back_from_elsewhere,
    Course.EXEMPT: lambda dice: [_exempted(dice, _in_the_two_years(dice))],
    Course.EXEMPT_FOR_A_TIME: _exempt_for_a_time,
    Course.RESUMED: _resumed,
    Course.SUSPENDED: _suspended,
    Course.DIED: _died,
    Course.WENT: lambda dice: [_went(dice, _in_the_two_years(dice))],
    Course.STRUCK_OFF: lambda dice: [_struck_off(_in_the_two_years(dice))],
    Course.RESIGNED: lambda dice: [
        _event(EventKind.RESIGNED, _in_the_two_years(dice), reason="Xin ra khỏi Hội vì việc riêng")
    ],
    Course.EXPELLED: lambda dice: [
        _event(EventKind.EXPELLED, _in_the_two_years(dice), reason="Vi phạm Điều lệ Hội")
    ],
}

_DECIDED = frozenset(EventKind) - {
    EventKind.DECEASED,
    EventKind.TRANSFERRED_IN,
    EventKind.MOVED_UNIT,
}
_DECIDED_BEFORE = timedelta(days=7)


def with_decisions(events: Iterable[MembershipEvent]) -> Iterator[MembershipEvent]:
    """The events by day, each that needs one with a decision; numbers begin anew each year."""
    numbers: defaultdict[tuple[int, str], Iterator[int]] = defaultdict(lambda: count(1))
    for event in sorted(events, key=lambda e: e.happened_on.iso):
        if event.kind not in _DECIDED:
            yield event
            continue
        decision_on = event.happened_on.first_day - _DECIDED_BEFORE
        symbol = "GGT-CCB" if event.kind is EventKind.TRANSFERRED_OUT else "QĐ-CCB"
        number = next(numbers[decision_on.year, symbol])
        yield replace(
            event,
            decision_no=f"{number:02}/{symbol}",
            decision_on=PartialDate.of(decision_on),
        )
