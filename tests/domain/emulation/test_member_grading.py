"""Who is graded, who waits, who is left out; n/N over any members."""

from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.emulation.grading import Grade, MemberResult
from ccb_desktop.domain.emulation.member_grading import (
    GradedMember,
    GradeTally,
    by_unit,
    tallies_of,
    tally,
    to_be_graded,
)
from ccb_desktop.domain.members.memberships import IN_HOI, Status

GRADES = st.sampled_from(["", *Grade, "KHA"])
MEMBERS = st.lists(
    st.builds(
        GradedMember,
        person_id=st.integers(1, 999),
        full_name=st.just("Trần Văn Bình"),
        sort_key=st.just("binh"),
        born_on=st.none(),
        card_no=st.just(""),
        status=st.sampled_from([*Status, None]),
        unit_id=st.sampled_from([1, 2, None]),
        grade=GRADES,
        grade_before=GRADES,
    )
)


@given(MEMBERS)
def test_whoever_has_a_result_is_graded_and_nobody_else(members):
    found = tally(members)
    assert found.graded == sum(bool(one.grade) for one in members)
    assert found.exemplary == sum(one.grade == "EXEMPLARY" for one in members)
    assert found.graded + found.waiting == sum(not one.is_left_out for one in members)


@given(MEMBERS)
def test_the_exempt_and_those_who_have_left_are_left_out_unless_they_have_a_result(members):
    for one in members:
        may = one.status in IN_HOI and one.status is not Status.EXEMPT
        assert one.is_left_out == (not one.grade and not may)


@given(MEMBERS)
def test_all_at_once_takes_in_those_that_wait_but_nobody_suspended(members):
    chosen = to_be_graded(members)
    assert all(one.waits and one.status is Status.ACTIVE for one in chosen)
    suspended = sum(one.waits and one.status is Status.SUSPENDED for one in members)
    assert len(chosen) + suspended == tally(members).waiting


RESULTS = st.lists(
    st.builds(
        MemberResult,
        year=st.just(2024),
        person_id=st.integers(1, 999),
        unit_id=st.sampled_from([1, 3, None]),
        grade=st.sampled_from([*Grade, "KHA"]),
    )
)


@given(MEMBERS, RESULTS)
def test_the_units_together_are_the_whole_of_both_years(members, results):
    before = tallies_of(results)
    units = by_unit(members, before, [2, 1], {1: "Chi hội 1"})
    assert sum((unit.now for unit in units), GradeTally()) == tally(members)
    whole = sum((unit.before for unit in units), GradeTally())
    assert whole == GradeTally(sum(one.grade == "EXEMPLARY" for one in results), len(results))
    own = {one.unit_id for one in (*members, *results)}
    assert {unit.unit_id for unit in units} == own
    assert [unit.unit_id for unit in units if unit.unit_id in (1, 2)] == [
        one for one in (2, 1) if one in own
    ]
