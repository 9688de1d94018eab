"""Figures of others beside ours: what is no figure is none."""

from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.submissions.compared_figures import compared

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)


def one(theirs, ours):
    lines = compared({"members_closing": theirs}, {"members_closing": ours})
    return (lines[0].theirs, lines[0].ours, lines[0].told) if lines else None


def test_numbers_are_held_against_each_other():
    assert one(30, 30) == ("30", "30", "Khớp")
    assert one(1862, 1861) == ("1.862", "1.861", "Khác nhau")
    assert one(5, None) == ("5", "…", "Chỉ một bên có")


def test_shares_are_held_against_part_and_whole_not_percentage():
    theirs = {"2025": {"n": 9, "N": 10, "percent": "90.00"}}
    ours = {"2025": {"n": 9, "N": 10, "percent": None}}
    assert one(theirs, ours)[2] == "Khớp"
    assert one(theirs, ours)[1] == "2025: 9/10"


def test_entries_of_nothing_say_the_same_as_none():
    assert one({"Giấy khen": 3, "Bằng khen": 0}, {"Giấy khen": 3})[2] == "Khớp"


@given(JSON)
def test_whatever_comes_as_a_figure_can_be_shown(value):
    compared({"members_closing": value, "lạ": value}, {"members_closing": 3})
