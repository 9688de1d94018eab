"""Houses: how far they are, what lacks, what is counted in a period."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.visits.housing import (
    HousingKind,
    HousingPayment,
    HousingSource,
    HousingStage,
    HousingSupport,
    check_housing,
    housing_sums,
    payment_voucher,
)

TODAY = date(2026, 6, 30)
HOUSE = HousingSupport(
    head_name="Nguyễn Văn An",
    kind=HousingKind.NEW,
    started_on=date(2026, 2, 1),
    handed_over_on=date(2026, 5, 1),
    cost_dong=100,
    branch_dong=40,
    sources=(HousingSource(source="Mặt trận", amount_dong=35),),
)


def test_a_house_comes_from_plan_to_family_and_what_lacks_is_told():
    assert [HOUSE.stage(date(2026, month, 1)) for month in (1, 2, 5)] == [
        HousingStage.PLANNED,
        HousingStage.STARTED,
        HousingStage.HANDED_OVER,
    ]
    voided = replace(HOUSE, voided_on=date(2026, 5, 20))
    assert voided.stage(date(2026, 5, 19)) is HousingStage.HANDED_OVER
    assert voided.stage(date(2026, 5, 20)) is HousingStage.VOIDED
    assert HOUSE.lacking_dong == 25
    assert replace(HOUSE, cost_dong=0).lacking_dong == 0


def test_sums_keep_kinds_and_money_apart():
    houses = [
        HOUSE,
        replace(HOUSE, kind=HousingKind.REPAIR, branch_dong=7),
        replace(HOUSE, voided_on=date(2026, 6, 1)),
        replace(HOUSE, handed_over_on=None),
        replace(HOUSE, handed_over_on=date(2025, 5, 1), started_on=None),
    ]
    sums = housing_sums(houses, date(2026, 1, 1), TODAY)
    assert (sums.handed_over, sums.new, sums.repaired, sums.under_way) == (2, 1, 1, 1)
    assert (sums.branch_dong, sums.sources_dong) == (47, 70)
    assert housing_sums(houses, date(2026, 1, 1), date(2026, 5, 15)).handed_over == 3


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"head_name": " "}, "head_name"),
        ({"cost_dong": -1}, "cost_dong"),
        ({"handed_over_on": date(2026, 1, 31)}, "handed_over_on"),
        ({"started_on": date(2026, 7, 1), "handed_over_on": None}, "started_on"),
        ({"sources": (HousingSource(source="", amount_dong=5),)}, "sources"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(change, field):
    check_housing(HOUSE, TODAY)
    with pytest.raises(Invalid) as refused:
        check_housing(replace(HOUSE, **change), TODAY)
    assert list(refused.value.fields) == [field]


def test_the_payment_says_what_is_done_for_whom():
    voucher = payment_voucher(HOUSE, HousingPayment(3, TODAY), "xây mới nhà ở")
    assert voucher.content == "Hỗ trợ xây mới nhà ở cho gia đình Nguyễn Văn An"
    assert (voucher.amount_dong, voucher.category) == (40, "Hỗ trợ nhà ở")


_DAYS = st.dates(date(2025, 1, 1), date(2026, 12, 31))


@given(
    st.lists(
        st.builds(
            HousingSupport,
            head_name=st.just("An"),
            kind=st.sampled_from([None, *HousingKind]),
            handed_over_on=st.none() | _DAYS,
            branch_dong=st.integers(0, 99),
            voided_on=st.none() | _DAYS,
        )
    )
)
def test_two_halves_of_a_year_are_the_year(houses):
    whole = housing_sums(houses, date(2026, 1, 1), date(2026, 12, 31))
    halves = [
        housing_sums(houses, date(2026, 1, 1), date(2026, 6, 30)),
        housing_sums(houses, date(2026, 7, 1), date(2026, 12, 31)),
    ]
    for name in ("handed_over", "new", "repaired", "branch_dong"):
        assert getattr(whole, name) == sum(getattr(half, name) for half in halves)


def test_what_is_voided_later_is_taken_off_on_that_day_and_what_was_reported_stays():
    voided = [replace(HOUSE, voided_on=date(2026, 8, 3))]
    first = housing_sums(voided, date(2026, 1, 1), TODAY)
    second = housing_sums(voided, date(2026, 7, 1), date(2026, 12, 31))
    assert (first.handed_over, first.new, first.branch_dong, first.sources_dong) == (1, 1, 40, 35)
    assert (second.handed_over, second.new, second.branch_dong) == (-1, -1, -40)
    assert (first.taken_off_told, second.taken_off) == ("", 1)
