"""How somebody stands to the keeping of his data, and of whom two records were kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.members.consent import (
    Consent,
    ConsentLine,
    consent_of,
    joined_consent,
)
from tests.books import day

DAYS = st.sampled_from([None, *map(day, ("2025", "11/2025", "30/11/2025", "2026", "5/6/2026"))])
LINES = st.builds(
    ConsentLine,
    given_on=DAYS,
    paper=st.sampled_from(["", "phiếu 1", "phiếu 2"]),
    withdrawn_on=DAYS,
    reason=st.sampled_from(["", "theo đơn"]),
    note=st.sampled_from(["", "ký ở nhà", "ký ở nhà; hai bản"]),
)


@pytest.mark.parametrize(
    ("given_on", "withdrawn_on", "state"),
    [
        (None, None, Consent.NONE),
        ("2026", None, Consent.GIVEN),
        (None, "5/6/2026", Consent.WITHDRAWN),
        ("1/2/2026", "5/6/2026", Consent.WITHDRAWN),
        ("5/6/2026", "5/6/2026", Consent.WITHDRAWN),  # signed and taken back on one day
        ("2026", "5/6/2026", Consent.WITHDRAWN),  # nobody knows which came first
        ("6/6/2026", "5/6/2026", Consent.GIVEN),
        ("7/2026", "6/2026", Consent.GIVEN),
    ],
)
def test_how_somebody_stands(given_on, withdrawn_on, state):
    days = (one and day(one) for one in (given_on, withdrawn_on))
    assert consent_of(*days) is state


def test_of_two_records_the_later_day_holds_with_its_own_words():
    kept = ConsentLine(day("1/2/2026"), "phiếu 7", None, "", "ký ở nhà")
    other = ConsentLine(day("1/3/2025"), "phiếu 3", day("5/6/2025"), "theo đơn", "")
    joined = joined_consent(kept, other)
    assert joined == ConsentLine(
        day("1/2/2026"), "phiếu 7", day("5/6/2025"), "theo đơn", "ký ở nhà"
    )
    assert joined.state is Consent.GIVEN


@given(LINES, LINES)
def test_no_withdrawal_is_lost_and_joining_again_changes_nothing(kept, other):
    joined = joined_consent(kept, other)
    withdrawn = [one.withdrawn_on for one in (kept, other) if one.withdrawn_on is not None]
    assert (joined.withdrawn_on in withdrawn) if withdrawn else joined.withdrawn_on is None
    if joined.state is Consent.GIVEN:
        later = [one.last_day for one in withdrawn]
        assert all(joined.given_on.first_day > one for one in later)
    assert joined_consent(joined, other) == joined
    swapped = joined_consent(other, kept)
    assert swapped.state is joined.state
