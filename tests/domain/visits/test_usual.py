"""Usual amounts: age goes first, then the kind of recipient, then the latest day."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.visits.rounds import UsualAmount
from ccb_desktop.domain.visits.usual import check_usual, usual_on
from ccb_desktop.domain.visits.visits import RecipientKind

AMOUNTS = st.builds(
    UsualAmount,
    occasion=st.sampled_from(["SICK", "FUNERAL"]),
    recipient_kind=st.sampled_from([None, RecipientKind.MEMBER, RecipientKind.RELATIVE]),
    from_age=st.sampled_from([None, 70, 80]),
    amount_dong=st.integers(1, 9),
    from_on=st.dates(date(2024, 1, 1), date(2024, 1, 9)),
)


AGES = st.sampled_from([None, 69, 70, 79, 80, 99])


@given(st.lists(AMOUNTS), st.dates(date(2023, 12, 30), date(2024, 1, 12)), AGES)
def test_the_nearest_amount_is_found(amounts, day, age):
    found = usual_on(amounts, "SICK", RecipientKind.MEMBER, day, age)
    holding = [
        one
        for one in amounts
        if one.occasion == "SICK"
        and one.from_on <= day
        and one.recipient_kind is not RecipientKind.RELATIVE
        and (one.from_age or 0) <= (age or 0)
    ]
    highest = max((one.from_age or 0 for one in holding), default=0)
    holding = [one for one in holding if (one.from_age or 0) == highest]
    own = [one for one in holding if one.recipient_kind is RecipientKind.MEMBER]
    if not holding:
        assert found is None
    else:
        assert found in (own or holding)
        assert found.from_on == max(one.from_on for one in own or holding)


def test_what_says_nothing_is_refused():
    amount = UsualAmount(occasion="", from_on=date(2026, 1, 1))
    with pytest.raises(Invalid) as told:
        check_usual(amount, [])
    assert set(told.value.fields) == {"occasion", "amount_dong"}
    check_usual(replace(amount, occasion="SICK", goods="hoa"), [])


def test_an_amount_stands_once_for_each_age():
    first = UsualAmount(id=1, occasion="LONGEVITY", amount_dong=2, from_on=date(2026, 1, 1))
    check_usual(replace(first, id=None, from_age=80), [first])
    for age, name in ((None, "from_on"), (0, "from_age"), (131, "from_age")):
        with pytest.raises(Invalid) as told:
            check_usual(replace(first, id=None, from_age=age), [first])
        assert list(told.value.fields) == [name]
