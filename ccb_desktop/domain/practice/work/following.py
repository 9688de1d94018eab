"""How far what was handed out has got, and what was held for it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from ccb_desktop.domain.activities.activities import Activity, ActivityKind
from ccb_desktop.domain.practice.calendar import REFERENCE_DAY
from ccb_desktop.domain.practice.dice import Dice
from ccb_desktop.domain.practice.work.book import PracticeWork, add, next_id
from ccb_desktop.domain.practice.work.plan_items import MEETINGS
from ccb_desktop.domain.practice.work.plans import Handed
from ccb_desktop.domain.practice.work.scene import Scene
from ccb_desktop.domain.tasks.assignments import Assignment, Progress, ends_on

_LATE_EVERY = 21
_STUCK_EVERY = {2025: 61, 2026: 14}
"""Year → one in so many stuck half way; one in `_LATE_EVERY` was done late, all others in time."""

_LATEST_BEFORE = 25  # days before its end on which something is done
_CHECKED = 35
_HALF_WAY = ("Đang làm, còn chờ hội viên", "Mới làm được một phần", "Đã phân công, đang làm")
_MONEY = "triệu đồng"


def follow(dice: Dice, work: PracticeWork, scene: Scene, handed: Sequence[Handed]) -> None:
    """Enter progress up to the last day of the books, and the activities behind it."""
    meetings = _meetings_of(work)
    for one in handed:
        if one.planned.what == MEETINGS:
            _follow_meetings(work, one, meetings)
        else:
            _follow_one(dice, work, scene, one)


def _meetings_of(work: PracticeWork) -> dict[int, list[Activity]]:
    found: dict[int, list[Activity]] = {}
    for activity in work.activities:
        if activity.kind == ActivityKind.UNIT_MEETING:
            found.setdefault(activity.unit_id or 0, []).append(activity)
    return found


def _follow_meetings(
    work: PracticeWork, handed: Handed, meetings: dict[int, list[Activity]]
) -> None:
    """Each meeting of the quarter counts; the first one does what was asked for."""
    one, year = handed.assignment, handed.year
    first, last = one.period.first_on(year), one.period.last_on(year)
    held = [it for it in meetings.get(one.unit_id or 0, ()) if first <= it.held_on <= last]
    for meeting in held:
        _step(work, one, meeting.held_on, Decimal(1), meeting.name)
        work.activities[(meeting.id or 0) - 1] = replace(meeting, assignment_id=one.id)
    if held:
        _put(work, replace(one, done_on=held[0].held_on))


def _follow_one(dice: Dice, work: PracticeWork, scene: Scene, handed: Handed) -> None:
    one, year = handed.assignment, handed.year
    begins, ends = one.period.first_on(year), ends_on(one, year)
    if begins > REFERENCE_DAY:
        return
    place = one.id or 0
    before = dice.day(max(begins, ends - timedelta(days=_LATEST_BEFORE)), ends)
    if ends > REFERENCE_DAY:
        if dice.chance(45):
            _half_way(dice, work, one, dice.day(begins, REFERENCE_DAY))
    elif year in _STUCK_EVERY and place % _STUCK_EVERY[year] == 0:
        _half_way(dice, work, one, before)
    elif place % _LATE_EVERY == 0:
        _finish(dice, work, scene, handed, ends + timedelta(days=dice.number(3, 20)))
    else:
        _finish(dice, work, scene, handed, before)


def _half_way(dice: Dice, work: PracticeWork, one: Assignment, day: date) -> None:
    amount = None
    if one.target is not None and one.target > 1:
        amount = (one.target * dice.number(3, 7) / 10).quantize(Decimal(1))
    _step(work, one, day, amount, dice.pick(_HALF_WAY))


def _finish(dice: Dice, work: PracticeWork, scene: Scene, handed: Handed, done_on: date) -> None:
    """Done as asked for or with a little more; in two steps where it is money."""
    one = handed.assignment
    if done_on > REFERENCE_DAY:
        _half_way(dice, work, one, REFERENCE_DAY - timedelta(days=dice.number(1, 9)))
        return
    done = replace(one, done_on=done_on)
    amount = one.target
    if amount is not None and dice.chance(25):
        amount += max(Decimal(1), (amount / 10).quantize(Decimal(1)))
    if amount is not None and handed.planned.measure == _MONEY:
        first = max(one.period.first_on(handed.year), done_on - timedelta(days=40))
        _step(work, one, first, Decimal(1), "Đợt đầu")
        _step(work, one, done_on, amount - 1, "Đợt sau, nộp đủ")
    else:
        _step(work, one, done_on, amount, "")
    if dice.chance(_CHECKED):
        checked_on = min(done_on + timedelta(days=dice.number(2, 12)), REFERENCE_DAY)
        done = replace(
            done,
            checked_by="Ban Kiểm tra",
            checked_on=checked_on,
            check_note="Đúng như chi hội báo cáo",
        )
    _put(work, done)
    if handed.planned.kind is not None and handed.unit is not None:
        add(work.activities, _held(dice, work, scene, handed, done))


def _held(
    dice: Dice, work: PracticeWork, scene: Scene, handed: Handed, done: Assignment
) -> Activity:
    """What the unit did, as the book of activities has it."""
    planned, unit, day = handed.planned, handed.unit, done.done_on
    if unit is None or day is None or planned.kind is None:
        raise ValueError("only what a unit has done")
    there = max(3, scene.count(unit.id, day) * dice.number(35, 70) // 100)
    held = Activity(
        id=next_id(work.activities),
        held_on=day,
        kind=planned.kind,
        name=f"{planned.what} - {unit.name_on(day)}",
        unit_id=unit.id,
        place=done.place,
        members_present=there,
        assignment_id=done.id,
    )
    if planned.kind is ActivityKind.TRADITION_TALK:
        return replace(held, youth_present=dice.number(30, 120), members_present=min(there, 6))
    if planned.kind is ActivityKind.SECURITY:
        return replace(held, sessions=2, members_present=dice.number(5, 9))
    if planned.kind is ActivityKind.COMMUNITY_WORK:
        people = dice.number(8, 40)
        return replace(held, people_present=people, quantity=done.target, measure=planned.measure)
    return held


def _step(work: PracticeWork, one: Assignment, on: date, amount: Decimal | None, note: str) -> None:
    add(
        work.progress,
        Progress(assignment_id=one.id or 0, reported_on=on, amount=amount, note=note),
    )


def _put(work: PracticeWork, assignment: Assignment) -> None:
    work.assignments[(assignment.id or 0) - 1] = assignment
