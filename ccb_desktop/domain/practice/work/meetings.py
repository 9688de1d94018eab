"""Meetings of each chi hội with attendance lists, and those of the board."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from ccb_desktop.domain.activities.activities import (
    Activity,
    ActivityKind,
    Attendance,
    Presence,
)
from ccb_desktop.domain.activities.proposing import proposed_name
from ccb_desktop.domain.funds.vouchers import Voucher
from ccb_desktop.domain.members.units import Unit
from ccb_desktop.domain.practice.calendar import REFERENCE_DAY
from ccb_desktop.domain.practice.dice import Dice
from ccb_desktop.domain.practice.posts import board_titles
from ccb_desktop.domain.practice.work.book import PracticeWork, add, next_id
from ccb_desktop.domain.practice.work.scene import FIRST_YEAR, LAST_YEAR, Called, Scene, place_of

LISTS_SINCE = date(LAST_YEAR, 1, 1)
"""Since the beginning of this year attendance lists are kept."""

_RARE, _RARE_UNTIL = 7, date(2026, 2, 28)
"""The place of the chi hội that has not met for too long, and since when."""

_STANDING_COMMITTEE_OVER = 100  # members: rule 10 gives smaller branches none
_COMMITTEE = 4
_BOARD_MEETING = "Họp Ban Chấp hành quý"
_GATHERING = {
    "Gặp mặt ngày thành lập Hội 6/12": (ActivityKind.OTHER, 30),
    "Tổng kết công tác Hội năm": (ActivityKind.CONFERENCE, 25),
}
"""Content of a payment → kind of what was paid, and how many of a hundred members came."""

_EXCUSED = 10
"""So many of a hundred cannot come, and say so."""

_RESULTS = (
    *("Phổ biến nghị quyết, bàn việc tháng sau", "Thông qua kế hoạch, phân công hội viên"),
    *("Đánh giá việc đã làm, biểu dương hội viên", "Bàn việc giúp hội viên khó khăn", "", ""),
)


def make_meetings(
    dice: Dice, work: PracticeWork, scene: Scene, vouchers: Sequence[Voucher]
) -> None:
    """Enter the meetings of three years, the last half year among them."""
    rare = scene.standing[_RARE].id if len(scene.standing) > _RARE else None
    for unit in scene.chi_hoi:
        for day in _days_of(dice, unit):
            if unit.id != rare or day <= _RARE_UNTIL:
                _meet(dice, work, scene, unit, day)
    if scene.members > _STANDING_COMMITTEE_OVER:
        for day in _past_days(FIRST_YEAR, range(1, 13), 5):
            add(work.activities, _of_committee(dice, work, day))
    for place, voucher in enumerate(vouchers):
        if voucher.issued_on.year >= FIRST_YEAR:
            _paid_meeting(dice, work, scene, place, voucher)


def _past_days(first_year: int, months: Sequence[int], day: int) -> Iterator[date]:
    for year in range(first_year, LAST_YEAR + 1):
        for month in months:
            if date(year, month, day) <= REFERENCE_DAY:
                yield date(year, month, day)


def _days_of(dice: Dice, unit: Unit) -> Iterator[date]:
    """The days on which a chi hội met: some every month, others every second."""
    step = dice.number(1, 2)
    first = dice.number(1, step)
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        for month in range(first, 13, step):
            day = date(year, month, dice.number(6, 26))
            if day <= REFERENCE_DAY and unit.stands_on(day):
                yield day


def _meet(dice: Dice, work: PracticeWork, scene: Scene, unit: Unit, day: date) -> None:
    called = list(scene.called(unit.id, day))
    if not called:
        return
    roll = [_presence(dice, scene, one) for one in called] if day >= LISTS_SINCE else []
    there = sum(one is Presence.PRESENT for one in roll)
    if not roll:
        there = max(1, len(called) * dice.number(72, 92) // 100)
    kept = add(
        work.activities,
        Activity(
            id=next_id(work.activities),
            held_on=day,
            kind=ActivityKind.UNIT_MEETING,
            name=proposed_name(ActivityKind.UNIT_MEETING, "", unit.name_on(day), day),
            unit_id=unit.id,
            place=place_of(unit),
            members_present=there,
            opinions=dice.number(1, 6) if dice.chance(40) else None,
            result=dice.pick(_RESULTS),
        ),
    )
    work.attendances += [
        Attendance(activity_id=kept.id or 0, person_id=one.person.id or 0, presence=presence)
        for one, presence in zip(called, roll, strict=False)
    ]


def _presence(dice: Dice, scene: Scene, called: Called) -> Presence:
    """Most come; of the exempt hardly anybody does; one in twelve never excuses himself."""
    if called.is_active and called.person.id in scene.silent:
        return Presence.ABSENT
    if not called.is_active:
        return Presence.PRESENT if dice.chance(10) else Presence.EXCUSED
    luck, is_careless = dice.number(1, 100), (called.person.id or 0) % 12 == 5
    if luck > (65 if is_careless else 98):
        return Presence.ABSENT
    return Presence.EXCUSED if luck <= _EXCUSED else Presence.PRESENT


def _of_committee(dice: Dice, work: PracticeWork, day: date) -> Activity:
    return Activity(
        id=next_id(work.activities),
        held_on=day,
        kind=ActivityKind.BOARD_MEETING,
        name=f"Họp Ban Thường vụ tháng {day.month}",
        place="Văn phòng Hội",
        members_present=_COMMITTEE - dice.chance(15),
        result="Kiểm điểm tháng trước, phân công việc tháng này",
    )


def _paid_meeting(
    dice: Dice, work: PracticeWork, scene: Scene, place: int, voucher: Voucher
) -> None:
    """A meeting whose payment stands in the cash book already."""
    day, content = voucher.issued_on, voucher.content
    meeting = Activity(
        id=next_id(work.activities),
        held_on=day,
        kind=ActivityKind.BOARD_MEETING,
        name=f"{_BOARD_MEETING} {(day.month + 2) // 3}/{day.year}",
        place="Hội trường UBND phường",
        cost_dong=voucher.amount_dong,
        voucher_id=place,
    )
    if content == _BOARD_MEETING:
        there = max(1, len(board_titles(scene.members)) - dice.number(0, 2))
        decided = "Thông qua kết quả quý và việc trọng tâm quý sau"
        add(work.activities, replace(meeting, members_present=there, result=decided))
    elif content in _GATHERING:
        kind, percent = _GATHERING[content]
        there = max(1, scene.members * percent // 100)
        name = f"{content} {day.year - (kind is ActivityKind.CONFERENCE)}"
        add(work.activities, replace(meeting, kind=kind, name=name, members_present=there))
