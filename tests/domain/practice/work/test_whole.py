"""Work of the practice branch: every record can be kept, and there is something of everything."""

from collections import Counter
from dataclasses import replace

import pytest

from ccb_desktop.domain.activities.activities import ActivityKind, Presence, check_activity
from ccb_desktop.domain.activities.inspections import FixState, check_inspection, fix_state
from ccb_desktop.domain.emulation.awards import (
    DisciplineForm,
    NominationStage,
    check_award,
    check_discipline,
)
from ccb_desktop.domain.emulation.grading import Grade, Rating, Stage, check_bounds
from ccb_desktop.domain.emulation.score_sheets import check_points, sum_of
from ccb_desktop.domain.members.memberships import IN_HOI, Status
from ccb_desktop.domain.members.units import UnitKind
from ccb_desktop.domain.practice.branch import make_practice_branch
from ccb_desktop.domain.practice.calendar import REFERENCE_DAY
from ccb_desktop.domain.practice.welfare.whole import make_money_and_welfare
from ccb_desktop.domain.practice.work.whole import make_work
from ccb_desktop.domain.tasks.assignments import (
    Clear,
    TaskState,
    clears_lacking,
    result_by,
    state_on,
)
from ccb_desktop.domain.tasks.commitments import check_commitment
from ccb_desktop.domain.tasks.handing_out import check_assignment, identity
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.domain.tasks.overlaps import check_settled, overlaps, pair_key, similar_overlaps
from ccb_desktop.domain.tasks.plan import check_item, check_key_task

THIS_YEAR = REFERENCE_DAY.year


def made(members, seed=1):
    books = make_practice_branch(members, seed).books
    money, _welfare = make_money_and_welfare(books, members, seed)
    return books, money, make_work(books, money, members, seed)


@pytest.fixture(scope="module")
def branch():
    return made(320)


@pytest.fixture(scope="module")
def books(branch):
    return branch[0]


@pytest.fixture(scope="module")
def work(branch):
    return branch[2]


def by_id(shelf):
    return {one.id: one for one in shelf}


def lines_of(work, year):
    items, tasks = by_id(work.items), by_id(work.key_tasks)
    lines = [
        TaskLine(
            assignment=one,
            item=items[one.item_id],
            key_task=tasks[items[one.item_id].key_task_id],
            progress=(),
        )
        for one in work.assignments
    ]
    return [line for line in lines if line.year == year]


@pytest.mark.parametrize("members", [1, 8, 320])
def test_every_record_can_be_kept_and_names_what_is_there(members):
    books, money, work = made(members, seed=3)
    see_plan(work)
    see_activities(work, money)
    see_emulation(work, books)


def see_plan(work):
    items, tasks, handed = by_id(work.items), by_id(work.key_tasks), by_id(work.assignments)
    for task in work.key_tasks:
        check_key_task(task)
    for item in work.items:
        check_item(item)
    for one in work.assignments:
        check_assignment(one, tasks[items[one.item_id].key_task_id].year, REFERENCE_DAY)
    assert len({identity(one) for one in work.assignments}) == len(work.assignments)
    assert all(step.assignment_id in handed for step in work.progress)
    assert all(step.reported_on <= REFERENCE_DAY for step in work.progress)
    for settled in work.settled:
        check_settled(settled, REFERENCE_DAY)
    for one in work.commitments:
        check_commitment(one, REFERENCE_DAY)


def see_activities(work, money):
    handed = by_id(work.assignments)
    for one in work.activities:
        check_activity(one, REFERENCE_DAY)
        check_inspection(one)
        if one.voucher_id is not None:
            voucher = money.vouchers[one.voucher_id]
            assert (one.held_on, one.cost_dong) == (voucher.issued_on, voucher.amount_dong)
        if one.assignment_id is not None:
            assert handed[one.assignment_id].unit_id == one.unit_id
    assert [one.id for one in work.activities] == list(range(1, len(work.activities) + 1))


def see_emulation(work, books):
    for one in work.awards:
        check_award(one, REFERENCE_DAY)
    for one in work.disciplines:
        check_discipline(one, REFERENCE_DAY)
        assert one.person_id in books.people.by_id
    for one in work.grading_years:
        check_bounds(one, REFERENCE_DAY)
    graded = Counter((one.year, one.person_id) for one in work.member_results)
    assert set(graded.values()) == {1}


def test_the_plan_of_this_year_stands_in_every_state(work):
    told = {step.assignment_id for step in work.progress}
    states = Counter(
        state_on(one.assignment, THIS_YEAR, REFERENCE_DAY, begun=one.id in told, soon_days=15)
        for one in lines_of(work, THIS_YEAR)
    )
    assert all(states[state] for state in TaskState)
    assert states[TaskState.OVERDUE] < states[TaskState.DONE] / 5
    for year in (THIS_YEAR - 2, THIS_YEAR - 1, THIS_YEAR):
        assert len({line.key_task.id for line in lines_of(work, year)}) == 3


def test_each_chi_hoi_and_club_has_its_part(work, books):
    asked = {line.assignment.unit_id for line in lines_of(work, THIS_YEAR)}
    kinds = (UnitKind.CHI_HOI, UnitKind.CLUB)
    there = {
        unit.id
        for unit in books.units.by_id.values()
        if unit.kind in kinds and unit.stands_on(REFERENCE_DAY)
    }
    assert asked == {*there, None}
    people = {line.assignment.person_id for line in lines_of(work, THIS_YEAR)} - {None}
    assert len(people) == 2


def test_two_overlaps_wait_and_one_of_last_year_is_settled(work):
    lines = lines_of(work, THIS_YEAR)
    assert len(overlaps(lines)) == 1
    assert len(similar_overlaps(lines)) == 1
    before = [one.key for one in overlaps(lines_of(work, THIS_YEAR - 1))]
    (settled,) = work.settled
    assert before == [pair_key(settled.first_assignment_id, settled.second_assignment_id)]


def test_some_of_the_four_clears_lack(work):
    lacking = Counter(
        clear
        for line in lines_of(work, THIS_YEAR)
        for clear in clears_lacking(line.assignment, line.item.what, line.item.expected)
    )
    assert lacking[Clear.WHO] == 2
    assert lacking[Clear.WHERE] == 2
    assert lacking[Clear.RESULT] == 2
    assert lacking[Clear.WHAT] == 0


def test_what_is_done_reached_its_target(work):
    steps = {}
    for step in work.progress:
        steps.setdefault(step.assignment_id, []).append(step)
    for one in work.assignments:
        if one.done_on is not None:
            assert one.done_on <= REFERENCE_DAY
            reached = result_by(steps[one.id], REFERENCE_DAY)
            assert one.target is None or reached >= one.target


def test_all_kinds_of_activities_were_held(work):
    kinds = {one.kind for one in work.activities}
    assert kinds == set(ActivityKind)
    assert any(one.voucher_id is not None for one in work.activities)
    states = {fix_state(one, REFERENCE_DAY) for one in work.activities}
    assert states >= {FixState.FIXED, FixState.NOTHING}
    assert states & {FixState.OPEN, FixState.OVERDUE}


def test_who_is_on_an_attendance_list_stood_in_the_unit(work, books):
    activities = by_id(work.activities)
    there = Counter()
    for one in work.attendances:
        meeting = activities[one.activity_id]
        membership = books.hoi_membership(books.people[one.person_id])
        (standing,) = [
            it
            for it in books.standings_of(membership)
            if it.from_on <= meeting.held_on and (it.to_on is None or meeting.held_on < it.to_on)
        ]
        assert standing.unit_id == meeting.unit_id
        assert standing.status in IN_HOI
        there[one.activity_id] += one.presence is Presence.PRESENT
    for activity_id, count in there.items():
        assert activities[activity_id].members_present == count
    assert {one.presence for one in work.attendances} == set(Presence)


def test_who_has_stopped_paying_dues_stays_away(branch):
    _books, money, work = branch
    paid = Counter(one.person_id for one in money.dues_payments if one.year >= 2024)
    before = {one.person_id for one in money.dues_payments} - set(paid)
    came = {one.person_id for one in work.attendances if one.presence is Presence.PRESENT}
    exempt = {one.person_id for one in work.attendances if one.presence is Presence.EXCUSED}
    called = {one.person_id for one in work.attendances}
    away = before & called
    assert away
    assert not away & came - exempt


def test_one_chi_hoi_has_not_met_for_too_long(work, books):
    last = {}
    for one in work.activities:
        if one.kind == ActivityKind.UNIT_MEETING:
            last[one.unit_id] = max(one.held_on, last.get(one.unit_id, one.held_on))
    standing = [
        unit.id
        for unit in books.units.by_id.values()
        if unit.kind is UnitKind.CHI_HOI and unit.stands_on(REFERENCE_DAY)
    ]
    rare = [own for own in standing if (REFERENCE_DAY - last[own]).days > 92]
    assert len(rare) == 1


def test_three_years_are_graded_without_the_exempt(work, books):
    assert {one.year: one.stage for one in work.grading_years} == {
        2023: Stage.LOCKED,
        2024: Stage.LOCKED,
        2025: Stage.AGREED,
    }
    ends = {one.year: one.graded_on for one in work.grading_years}
    for one in work.member_results:
        standings = books.standings_of(books.hoi_membership(books.people[one.person_id]))
        day = ends[one.year]
        (found,) = [
            it for it in standings if it.from_on <= day and (it.to_on is None or day < it.to_on)
        ]
        assert (found.status, found.unit_id) == (Status.ACTIVE, one.unit_id)
    assert {one.grade for one in work.member_results} == {grade.value for grade in Grade}
    chi_hoi = {u.id for u in books.units.by_id.values() if u.kind is UnitKind.CHI_HOI}
    for year in ends:
        ratings = Counter(
            one.rating for one in work.unit_ratings if one.year == year and one.unit_id in chi_hoi
        )
        assert ratings[Rating.EXCELLENT]
        assert ratings[Rating.GOOD]


def test_the_score_sheet_of_the_last_year_comes_to_its_ratings(work):
    criteria = by_id(work.criteria)
    points = {}
    for score in work.scores:
        check_points(criteria[score.criterion_id], score.points)
        points.setdefault(score.unit_id, {})[score.criterion_id] = score.points
    (grading,) = [one for one in work.grading_years if one.year == 2025]
    ratings = {one.unit_id: one.rating for one in work.unit_ratings if one.year == 2025}
    for unit_id, given in points.items():
        assert ratings[unit_id] is grading.proposed(sum_of(criteria.values(), given))


def test_awards_discipline_and_nominations_fit_together(work, books):
    people = [one.person_id for one in work.awards if one.person_id is not None]
    blamed = {one.person_id for one in work.disciplines}
    assert not blamed & set(people)
    assert {one.form for one in work.disciplines} == {
        DisciplineForm.REPRIMAND,
        DisciplineForm.EXPULSION,
    }
    medals = Counter(one.person_id for one in work.awards if one.form == "Kỷ niệm chương")
    assert medals
    assert set(medals.values()) == {1}
    for one in work.awards:
        if one.form == "Kỷ niệm chương":
            assert books.people[one.person_id].medal_year == one.awarded_on.year
    stages = {one.stage for one in work.nominations}
    assert stages == set(NominationStage)
    assert all(one.year == THIS_YEAR for one in work.nominations)
    won = [one for one in work.nominations if one.stage is NominationStage.AWARDED]
    awards = by_id(work.awards)
    assert [awards[one.award_id].person_id for one in won] == [one.person_id for one in won]
    assert replace(won[0], id=1).award_id in awards


def test_the_same_seed_gives_the_same_work_and_another_another():
    first, same, other = (made(40, seed)[2] for seed in (5, 5, 6))
    assert list(first.shelves()) == list(same.shelves())
    assert first.activities != other.activities
