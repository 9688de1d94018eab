"""A run ends with the year asked for and has no gap."""

from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.emulation.runs import run_ending


@given(st.sets(st.integers(2000, 2030)), st.integers(2000, 2030))
def test_a_run_is_the_longest_without_a_gap_up_to_its_last_year(years, last):
    length = run_ending(years, last)
    assert {last - back for back in range(length)} <= years
    assert last - length not in years
