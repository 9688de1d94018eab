"""Awards of the practice branch, by decision."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple, TypeVar

from ccb_desktop.domain.emulation.awards import Award, AwardRecipient
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.practice.dice import Dice
from ccb_desktop.domain.practice.work.book import PracticeWork, next_id
from ccb_desktop.domain.practice.work.scene import Scene

Chosen = TypeVar("Chosen")

MEDAL = "Kỷ niệm chương"
_BRANCH_NAME = "Hội CCB phường Thực Hành"
_PROVINCE, _WARD, _CENTRE = "Hội CCB tỉnh", "UBND phường", "Trung ương Hội"


class Decision(NamedTuple):
    """One decision, and how many it commends."""

    on: date
    form: str
    giver: str
    number: str
    content: str
    people: int = 0
    units: int = 0
    branch: bool = False


_EXEMPLARY = "Thành tích trong phong trào thi đua CCB gương mẫu"
_DECISIONS = (
    Decision(date(2024, 5, 19), "Giấy khen", _WARD, "41/QĐ-UBND", _EXEMPLARY, people=5, units=1),
    Decision(date(2024, 12, 6), MEDAL, _CENTRE, "512/QĐ-CCB", "Công lao xây dựng Hội", people=6),
    Decision(
        date(2025, 1, 14), "Biểu dương", "Hội CCB cơ sở", "02/QĐ-CCB", "Gương mẫu năm 2024", 8, 2
    ),
    Decision(
        date(2025, 1, 20), "Cờ thi đua", _PROVINCE, "07/QĐ-CCB", "Dẫn đầu năm 2024", branch=True
    ),
    Decision(date(2025, 5, 19), "Giấy khen", _WARD, "58/QĐ-UBND", _EXEMPLARY, people=6, units=1),
    Decision(
        date(2025, 8, 27),
        "Giấy khen",
        _PROVINCE,
        "119/QĐ-CCB",
        "Thành tích xây dựng Hội sau sáp nhập phường",
        people=2,
        units=1,
    ),
    Decision(date(2025, 12, 6), MEDAL, _CENTRE, "640/QĐ-CCB", "Công lao xây dựng Hội", people=6),
    Decision(
        date(2026, 1, 12), "Biểu dương", "Hội CCB cơ sở", "03/QĐ-CCB", "Gương mẫu năm 2025", 8, 2
    ),
    Decision(
        date(2026, 1, 22), "Bằng khen", "UBND tỉnh", "166/QĐ-UBND", "Thành tích 2025", branch=True
    ),
    Decision(date(2026, 5, 19), "Giấy khen", _WARD, "63/QĐ-UBND", _EXEMPLARY, people=5, units=1),
)
_SERVED_SINCE = 2005
"""Who joined later has not earned the Kỷ niệm chương yet."""


def make_awards(dice: Dice, work: PracticeWork, scene: Scene) -> None:
    """Enter the awards of every decision; nobody is commended who was blamed."""
    blamed = {one.person_id for one in work.disciplines}
    steady = dice.shuffled([one for one in scene.steady() if one.id not in blamed])
    fresh, units = list(steady), dice.shuffled(scene.standing)
    for decision in _DECISIONS:
        if decision.form == MEDAL:
            _give_medals(work, scene, decision, steady)
            continue
        for person in fresh[: decision.people]:
            _award(work, decision, AwardRecipient.MEMBER, person.full_name, person_id=person.id)
        for unit in units[: decision.units]:
            name = unit.name_on(decision.on)
            _award(work, decision, AwardRecipient.UNIT, name, unit_id=unit.id)
        if decision.branch:
            _award(work, decision, AwardRecipient.BRANCH, _BRANCH_NAME)
        fresh, units = _turned(fresh, decision.people), _turned(units, decision.units)


def _turned(those: Sequence[Chosen], count: int) -> list[Chosen]:
    """Whoever was commended waits until all others have been."""
    return [*those[count:], *those[:count]]


def _award(
    work: PracticeWork,
    decision: Decision,
    kind: AwardRecipient,
    name: str,
    *,
    person_id: int | None = None,
    unit_id: int | None = None,
) -> None:
    work.awards.append(
        Award(
            id=next_id(work.awards),
            awarded_on=decision.on,
            recipient_kind=kind,
            recipient=name,
            person_id=person_id,
            unit_id=unit_id,
            form=decision.form,
            giver=decision.giver,
            decision_no=decision.number,
            content=decision.content,
        )
    )


def _give_medals(
    work: PracticeWork, scene: Scene, decision: Decision, steady: Sequence[Person]
) -> None:
    """To those who have been members longest and have none; each notes the year of his."""
    given = 0
    for one in steady:
        person = scene.books.people[one.id or 0]
        if given < decision.people and _is_due(scene, person):
            scene.books.people.put(replace(person, medal_year=decision.on.year))
            _award(work, decision, AwardRecipient.MEMBER, person.full_name, person_id=person.id)
            given += 1


def _is_due(scene: Scene, person: Person) -> bool:
    membership = scene.books.hoi_membership(person)
    joined_on = membership.joined_on if membership else None
    return not person.medal_year and joined_on is not None and joined_on.year <= _SERVED_SINCE
