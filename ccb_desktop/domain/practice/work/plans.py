"""Three yearly plans of the practice branch, handed out to units and to the inspectors."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ccb_desktop.domain.members.units import Unit
from ccb_desktop.domain.practice.calendar import REFERENCE_DAY
from ccb_desktop.domain.practice.work.book import PracticeWork, add, next_id
from ccb_desktop.domain.practice.work.plan_items import (
    CLUB_ROAD,
    ITEMS,
    ROAD,
    TITLES,
    UPPER_TASKS,
    PlannedItem,
)
from ccb_desktop.domain.practice.work.scene import Scene, place_of
from ccb_desktop.domain.tasks.assignments import Assignment
from ccb_desktop.domain.tasks.handing_out import propose
from ccb_desktop.domain.tasks.overlaps import SettledOverlap, pair_key
from ccb_desktop.domain.tasks.plan import KeyTask, TaskItem
from ccb_desktop.domain.tasks.recipients import Receiver

_SAME_ROAD = {2025: (0, 1), 2026: (2, 3)}
"""Year → the places of two chi hội that both registered the road of the second."""

_SETTLED_YEAR = 2025
_ROAD_OF_CLUB = 4  # the place of the chi hội whose road the last club wants to sweep as well
_WITHOUT_HEAD, _WITHOUT_PLACE = (6, 9), (5, 7)
_INSPECTORS = ("Trưởng ban Kiểm tra", "Ủy viên BKT")


class Handed(NamedTuple):
    """What was handed to one unit or inspector, and the plan's words for it."""

    year: int
    planned: PlannedItem
    assignment: Assignment
    unit: Unit | None


def make_plans(work: PracticeWork, scene: Scene) -> list[Handed]:
    """Enter the plans and what was handed out of them."""
    handed: list[Handed] = []
    for year in TITLES:
        tasks = [
            add(
                work.key_tasks,
                KeyTask(
                    id=next_id(work.key_tasks),
                    year=year,
                    number=number,
                    title=title,
                    upper_task=UPPER_TASKS[number - 1].format(year=year),
                ),
            )
            for number, title in enumerate(TITLES[year], 1)
        ]
        for planned in ITEMS:
            if year in planned.years:
                item = _add_item(work, planned, tasks[planned.task - 1])
                handed += _hand_out(work, scene, year, planned, item)
    _settle(work, handed)
    return handed


def _add_item(work: PracticeWork, planned: PlannedItem, task: KeyTask) -> TaskItem:
    siblings = sum(one.key_task_id == task.id for one in work.items)
    return add(
        work.items,
        TaskItem(
            id=next_id(work.items),
            key_task_id=task.id or 0,
            number=siblings + 1,
            what=planned.what,
            measure=planned.measure,
            target=None if planned.target is None else Decimal(planned.target),
            expected=planned.expected,
            recurrence=planned.recurrence,
        ),
    )


def _hand_out(
    work: PracticeWork, scene: Scene, year: int, planned: PlannedItem, item: TaskItem
) -> Iterator[Handed]:
    receivers = [_spoilt(scene, year, planned, one) for one in _RECEIVERS[planned.to](scene)]
    for made in propose(year, [item], receivers, ()):
        due_on = date(year, *planned.due) if planned.due else made.assignment.due_on
        kept = add(
            work.assignments,
            replace(
                made.assignment,
                id=next_id(work.assignments),
                due_on=due_on,
                registered_on=date(year, 1, 22),
            ),
        )
        yield Handed(year, planned, kept, made.receiver.unit)


def _spoilt(scene: Scene, year: int, planned: PlannedItem, receiver: Receiver) -> Receiver:
    """The receiver with what somebody forgot to write, or with the road of another."""
    unit, units = receiver.unit, scene.standing
    if unit is None:
        return receiver
    place = units.index(unit) if unit in units else None
    if planned.what in (ROAD, CLUB_ROAD):
        return replace(receiver, place=_road_of(scene, year, unit))
    if year == REFERENCE_DAY.year and planned.due == (4, 30) and place in _WITHOUT_HEAD:
        return replace(receiver, responsible="")
    if year == REFERENCE_DAY.year and planned.due == (11, 30) and place in _WITHOUT_PLACE:
        return replace(receiver, place="")
    return receiver


def _road_of(scene: Scene, year: int, unit: Unit) -> str:
    units = scene.standing
    if unit in scene.clubs:
        wanted = unit == scene.clubs[-1] and len(units) > _ROAD_OF_CLUB
        return _road(units[_ROAD_OF_CLUB]) if wanted else f"Đường quanh {place_of(unit).lower()}"
    pair = _SAME_ROAD.get(year)
    if pair and len(units) > pair[1] and unit == units[pair[0]]:
        return _road(units[pair[1]])
    return _road(unit)


def _road(unit: Unit) -> str:
    return f"Đường số {unit.code.removeprefix('CH')}"


def _settle(work: PracticeWork, handed: list[Handed]) -> None:
    """What two chi hội had both registered last year was shared out between them."""
    on_road: dict[str, int] = {}
    for one in handed:
        if one.year == _SETTLED_YEAR and one.planned.what == ROAD:
            own, where = one.assignment.id or 0, one.assignment.place
            if where in on_road:
                first, second = pair_key(on_road[where], own)
                work.settled.append(
                    SettledOverlap(
                        first_assignment_id=first,
                        second_assignment_id=second,
                        decision="Hai chi hội cùng làm, mỗi chi hội nhận một bên đường",
                        settled_on=date(_SETTLED_YEAR, 2, 12),
                    )
                )
            on_road[where] = own


def _unit_receivers(units: list[Unit]) -> list[Receiver]:
    return [
        Receiver(unit=one, name=one.name, responsible=one.contact_name, place=place_of(one))
        for one in units
    ]


def _inspectors(scene: Scene) -> list[Receiver]:
    posts = scene.books.posts.by_id.values()
    held = [post for post in posts if post.title in _INSPECTORS and post.held_on(REFERENCE_DAY)]
    people = [scene.books.people[post.person_id or 0] for post in held[:2]]
    return [
        Receiver(
            person_id=one.id,
            name=one.full_name,
            responsible=one.full_name,
            place="UBND phường Thực Hành",
        )
        for one in people
    ]


_RECEIVERS: dict[str, Callable[[Scene], list[Receiver]]] = {
    "chi_hoi": lambda scene: _unit_receivers(scene.chi_hoi),
    "clubs": lambda scene: _unit_receivers(scene.clubs),
    "both": lambda scene: _unit_receivers([*scene.chi_hoi, *scene.clubs]),
    "first_two": lambda scene: _unit_receivers(scene.standing[:2]),
    "inspectors": _inspectors,
}
