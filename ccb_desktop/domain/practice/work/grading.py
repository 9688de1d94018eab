"""Three years of grading: members, units, and the score sheet of the last year."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from ccb_desktop.domain.activities.activities import ActivityKind
from ccb_desktop.domain.emulation.grading import (
    Grade,
    GradingYear,
    MemberResult,
    Rating,
    Stage,
    UnitRating,
)
from ccb_desktop.domain.emulation.score_sheets import most_of, sum_of, usual_criteria
from ccb_desktop.domain.emulation.scores import Criterion, CriterionKind, Evidence, Score
from ccb_desktop.domain.members.memberships import Status
from ccb_desktop.domain.members.units import Unit
from ccb_desktop.domain.practice.dice import Dice
from ccb_desktop.domain.practice.work.book import PracticeWork, add
from ccb_desktop.domain.practice.work.scene import Scene
from ccb_desktop.domain.tasks.assignments import ends_on, is_done_by

YEARS = (2023, 2024, 2025)
SCORED_YEAR = YEARS[-1]

_GRADES = {Grade.EXEMPLARY: 95.5, Grade.REACHED: 3.5, Grade.NOT_REACHED: 1.0}
_WHY_NOT = "Vắng sinh hoạt nhiều buổi không lý do"
_STRENGTH = {Rating.EXCELLENT: "STRONG_EXCELLENT", Rating.GOOD: "STRONG", Rating.DONE: "FAIR"}
_QUARTERS = 4
_BONUS_EVERY = 6
"""One chi hội in so many is ahead of the others, and has found a new way of doing things."""


Rates = Mapping[int, tuple[int, int]]
"""Unit → part and whole."""


def make_gradings(dice: Dice, work: PracticeWork, scene: Scene) -> None:
    """Grade all members and units of three years; the last year is agreed, not locked yet."""
    for year in YEARS:
        _grade_members(dice, work, scene, year)
        grading = _grading_year(year)
        work.grading_years.append(grading)
        on = date(year, 12, 31)
        chi_hoi = [unit for unit in scene.chi_hoi if unit.stands_on(on)]
        if year == SCORED_YEAR:
            _score(dice, work, grading, chi_hoi)
        else:
            for place, unit in enumerate(dice.shuffled(chi_hoi)):
                _rate(work, year, unit, _by_place(place, len(chi_hoi)))
        for club in scene.clubs:
            if club.stands_on(on):
                _rate(work, year, club, Rating.GOOD)


def _grading_year(year: int) -> GradingYear:
    is_last = year == SCORED_YEAR
    return GradingYear(
        year=year,
        stage=Stage.AGREED if is_last else Stage.LOCKED,
        graded_on=date(year, 12, 31),
        agreed_on=date(year + 1, 1, 9),
        agreed_by=f"Hội nghị Ban Chấp hành, biên bản số 0{1 + year % 3}/BB-CCB",
        locked_on=None if is_last else date(year + 1, 1, 31),
    )


def _grade_members(dice: Dice, work: PracticeWork, scene: Scene, year: int) -> None:
    """Everybody on the roll of the last day but the exempt and the suspended (rule 4)."""
    blamed = {one.person_id for one in work.disciplines if one.decided_on.year == year}
    for unit in scene.chi_hoi:
        for called in scene.called(unit.id, date(year, 12, 31)):
            if called.status is Status.ACTIVE:
                person_id = called.person.id or 0
                grade = Grade.NOT_REACHED if person_id in blamed else dice.weighted(_GRADES)
                work.member_results.append(
                    MemberResult(
                        year=year,
                        person_id=person_id,
                        unit_id=unit.id,
                        grade=grade.value,
                        note=_WHY_NOT if grade is Grade.NOT_REACHED else "",
                    )
                )


def _by_place(place: int, count: int) -> Rating:
    """One in six is excellent, one in six has done what was asked, the others well."""
    if place < max(1, count // 6):
        return Rating.EXCELLENT
    return Rating.DONE if place >= count - count // 6 else Rating.GOOD


def _rate(work: PracticeWork, year: int, unit: Unit, rating: Rating) -> None:
    work.unit_ratings.append(
        UnitRating(
            year=year, unit_id=unit.id or 0, rating=rating, strength=_STRENGTH.get(rating, "")
        )
    )


def _score(dice: Dice, work: PracticeWork, grading: GradingYear, units: list[Unit]) -> None:
    """Points of each unit by the sheet, and the rating that they come to."""
    criteria = [
        add(work.criteria, replace(one, id=number))
        for number, one in enumerate(usual_criteria(grading.year), 1)
    ]
    known = {
        Evidence.MEETINGS_HELD: _quarters_met(work, grading.year),
        Evidence.TASKS_DONE: _tasks_done(work, grading.year),
        Evidence.EXEMPLARY_SHARE: _exemplary(work, grading.year),
    }
    for place, unit in enumerate(units):
        own, points = unit.id or 0, dict[int, Decimal]()
        for one in criteria:
            rate = known.get(one.evidence, {}).get(own)
            points[one.id or 0] = _points(dice, one, place, rate)
            work.scores.append(
                Score(criterion_id=one.id or 0, unit_id=own, points=points[one.id or 0])
            )
        total = sum_of(criteria, points) or Decimal()
        _rate(work, grading.year, unit, grading.proposed(min(total, most_of(criteria))))


def _points(dice: Dice, criterion: Criterion, place: int, rate: tuple[int, int] | None) -> Decimal:
    """By what the books say where they say it, else about three quarters; whole or half points."""
    most = criterion.most_points
    if criterion.kind is CriterionKind.BONUS:
        return Decimal(3) if _leads(place) else Decimal()
    if criterion.kind is CriterionKind.DEDUCTION:
        return Decimal()
    if rate is not None:
        part, whole = rate
        return _halves(most * part / whole)
    fewest, best = (84, 98) if _leads(place) else (58, 88)
    return _halves(most * dice.number(fewest, best) / 100)


def _leads(place: int) -> bool:
    return place % _BONUS_EVERY == 1


def _halves(points: Decimal) -> Decimal:
    return (points * 2).quantize(Decimal(1)) / 2


def _quarters_met(work: PracticeWork, year: int) -> Rates:
    met: defaultdict[int, set[int]] = defaultdict(set)
    for one in work.activities:
        if one.kind == ActivityKind.UNIT_MEETING and one.held_on.year == year:
            met[one.unit_id or 0].add((one.held_on.month + 2) // 3)
    return {unit: (len(quarters), _QUARTERS) for unit, quarters in met.items()}


def _tasks_done(work: PracticeWork, year: int) -> Rates:
    tasks = {one.id for one in work.key_tasks if one.year == year}
    items = {one.id for one in work.items if one.key_task_id in tasks}
    done: defaultdict[int, list[bool]] = defaultdict(list)
    for one in work.assignments:
        if one.item_id in items and ends_on(one, year).year == year:
            done[one.unit_id or 0].append(is_done_by(one, date(year, 12, 31)))
    return {unit: (sum(them), len(them)) for unit, them in done.items()}


def _exemplary(work: PracticeWork, year: int) -> Rates:
    found: defaultdict[int, list[bool]] = defaultdict(list)
    for one in work.member_results:
        if one.year == year:
            found[one.unit_id or 0].append(one.grade == Grade.EXEMPLARY)
    return {unit: (sum(them), len(them)) for unit, them in found.items()}
