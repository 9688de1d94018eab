"""The table of usual amounts on a real store."""

from dataclasses import replace
from datetime import date

import pytest

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.visits.rounds import UsualAmount
from ccb_desktop.operations.visits import usual

SICK = UsualAmount(occasion="SICK", amount_dong=300_000, from_on=date(2026, 1, 1))


def test_an_amount_is_kept_corrected_and_taken_out(store):
    usual.save_usual_amount(store, SICK)
    (kept,) = usual.list_usual_amounts(store)
    usual.save_usual_amount(store, replace(kept, amount_dong=0, goods=" một giỏ quà "))
    (kept,) = usual.list_usual_amounts(store)
    assert (kept.amount_dong, kept.goods) == (0, "một giỏ quà")
    usual.remove_usual_amount(store, kept)
    assert usual.list_usual_amounts(store) == []


def test_the_same_day_is_not_told_twice(store):
    usual.save_usual_amount(store, SICK)
    with pytest.raises(Invalid):
        usual.save_usual_amount(store, replace(SICK, amount_dong=1))
    assert len(usual.list_usual_amounts(store)) == 1
