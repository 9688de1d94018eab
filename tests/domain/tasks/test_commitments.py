"""What members sign: checked, and nobody signs twice for a year."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.tasks.commitments import (
    Commitment,
    Pledge,
    check_commitment,
    commitments_of,
)

TODAY = date(2026, 11, 29)
people = st.lists(st.integers(1, 20), max_size=15)


@given(people, people)
def test_each_who_has_none_yet_gets_one(asked, already):
    made = commitments_of(Pledge(year=2026, person_ids=tuple(asked), content=" x "), already)
    assert {one.person_id for one in made} == set(asked) - set(already)
    assert len({one.person_id for one in made}) == len(made)
    assert all((one.year, one.content) == (2026, "x") for one in made)


def test_a_commitment_says_something_and_is_signed_on_a_day_that_has_come():
    good = Commitment(person_id=1, year=2026, content="Sinh hoạt đều", signed_on=TODAY)
    check_commitment(good, TODAY)
    bad = Commitment(person_id=1, year=2026, content=" ", signed_on=TODAY + timedelta(1))
    with pytest.raises(Invalid) as refused:
        check_commitment(bad, TODAY)
    assert set(refused.value.fields) == {"content", "signed_on"}
