"""Who is graded, who waits, who is left out; n/N over any members."""

from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.emulation.grading import Grade
from ccb_desktop.domain.emulation.member_grading import (
    GradedMember,
    GradeTally,
    by_unit,
    tally,
    tally_before,
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


@given(MEMBERS)
def test_the_units_together_are_the_whole(members):
    units = by_unit(members, [2, 1])
    assert sum((unit.now for unit in units), GradeTally()) == tally(members)
    before = sum((unit.before for unit in units), GradeTally())
    assert before == tally_before(members)
    places = [unit.unit_id for unit in units]
    assert places == [own for own in (2, 1, None) if own in {one.unit_id for one in members}]
