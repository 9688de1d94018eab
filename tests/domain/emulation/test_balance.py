"""Whoever has about his part of the nominations is not warned of; nobody is lost or doubled."""

from hypothesis import assume, given
from hypothesis import strategies as st

from ccb_desktop.domain.emulation.balance import UnitShare, balance, told_balance

COUNTS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 12)), min_size=1, max_size=8)


def shares_of(counts):
    units = [(own, f"Chi hội {own}") for own in range(len(counts))]
    members = {own: members for own, (members, _nominated) in enumerate(counts)}
    return balance(units, members, {own: chosen for own, (_m, chosen) in enumerate(counts)})


@given(COUNTS)
def test_the_parts_make_the_whole(counts):
    shares = shares_of(counts)
    assert sum(one.members for one in shares) == sum(members for members, _n in counts)
    assert sum(one.nominated for one in shares) == sum(chosen for _m, chosen in counts)
    assert sum(one.least for one in shares) <= sum(one.nominated for one in shares)


@given(COUNTS)
def test_a_unit_is_warned_of_only_when_a_whole_person_is_off(counts):
    for one in shares_of(counts):
        exact = one.members * one.all_nominated / one.all_members if one.all_members else 0
        off = abs(one.nominated - exact)
        if one.all_members and off < 1:
            assert one.warning == ""
        if one.all_members and off > 1:
            assert one.warning[0] == ("▲" if one.nominated > exact else "▼")


@given(st.lists(st.integers(1, 60), min_size=1, max_size=8), st.integers(0, 5))
def test_equal_parts_are_balanced(members, each):
    assume(len(set(members)) == 1)
    assert told_balance(shares_of([(one, each) for one in members])) == ""


def test_what_is_told():
    shares = shares_of([(40, 0), (10, 5)])
    assert [one.told_members for one in shares] == ["80,00 %", "20,00 %"]
    assert told_balance(shares) == (
        "Chưa cân đối: Chi hội 0 ▼ ít hơn phần theo hội viên 4 người; "
        "Chi hội 1 ▲ nhiều hơn phần theo hội viên 4 người."
    )
    assert UnitShare(1, "", 0, 0, 0, 0).told_members == ""
