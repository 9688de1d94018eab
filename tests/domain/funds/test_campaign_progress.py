"""Progress by unit and as a whole, targets per head, and the figures of reports."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.funds.campaign_progress import (
    campaign_target_rate,
    contributions_by_campaign,
    contributions_total,
    progress,
    targets_per_head,
    together,
)
from ccb_desktop.domain.funds.campaigns import Campaign, CampaignTarget, Contribution, DonorKind
from ccb_desktop.domain.members.units import Unit, UnitKind, UnitName

FIRST, LAST = date(2026, 1, 1), date(2026, 6, 30)
CAMPAIGN = Campaign(id=1, name="Đền ơn đáp nghĩa")
UNITS = [
    Unit(id=10, code="CH1", kind=UnitKind.CHI_HOI, names=(UnitName("Chi hội 1"),)),
    Unit(id=20, code="CH2", kind=UnitKind.CHI_HOI, names=(UnitName("Chi hội 2"),)),
    Unit(id=11, code="PH1", kind=UnitKind.PHAN_HOI, names=(UnitName("Phân hội 1"),), parent_id=10),
]


def a_gift(amount=100, **more):
    values = {"campaign_id": 1, "given_on": date(2026, 3, 5), "donor": "Trần Văn Bình"}
    return Contribution(**{**values, "amount_dong": amount, **more})


def targets(**by_unit):
    pairs = ((int(name[1:]), amount) for name, amount in by_unit.items())
    return [CampaignTarget(campaign_id=1, unit_id=own, target_dong=sum_) for own, sum_ in pairs]


def seen(found):
    return [(line.unit_id, line.collected.total_dong) for line in found.units]


def test_units_stand_in_their_order_and_what_came_from_outside_last():
    gifts = [a_gift(5), a_gift(7, unit_id=20), a_gift(3, unit_id=10)]
    found = progress(CAMPAIGN, targets(u20=14), gifts, UNITS, LAST)
    assert seen(found) == [(10, 3), (20, 7), (None, 5)]
    assert [line.collected.percent for line in found.units] == [None, Decimal("50.00"), None]
    assert (found.whole.total_dong, found.whole.target_dong) == (15, 14)
    assert found.whole.percent == Decimal("107.14")


def test_a_phan_hoi_gives_for_its_chi_hoi_unless_it_was_asked_itself():
    gifts = [a_gift(4, unit_id=11), a_gift(6, unit_id=10)]
    assert seen(progress(CAMPAIGN, targets(u10=50), gifts, UNITS, LAST)) == [(10, 10)]
    asked = targets(u10=50, u11=20)
    assert seen(progress(CAMPAIGN, asked, gifts, UNITS, LAST)) == [(10, 6), (11, 4)]


def test_money_outside_the_book_stands_apart():
    gifts = [
        a_gift(8, through_book=True, goods="gạo", goods_value_dong=2),
        a_gift(5, donor_kind=DonorKind.OUTSIDER),
        a_gift(0, goods="chăn", goods_value_dong=3),
    ]
    whole = progress(CAMPAIGN, [], gifts, UNITS, LAST).whole
    assert (whole.money_in_book_dong, whole.goods_in_book_dong) == (8, 2)
    assert (whole.money_off_book_dong, whole.goods_off_book_dong) == (5, 3)
    assert (whole.off_book_dong, whole.total_dong, whole.gifts) == (8, 18, 3)


def test_what_came_later_was_voided_or_is_another_campaigns_is_left_out():
    gifts = [
        a_gift(1, given_on=date(2026, 7, 1)),
        a_gift(2, voided_on=date(2026, 5, 1)),
        a_gift(4, campaign_id=2),
    ]
    assert progress(CAMPAIGN, [], gifts, UNITS, LAST).units == ()


GIFTS = st.lists(
    st.builds(
        a_gift,
        st.integers(1, 10**9),
        unit_id=st.sampled_from([None, 10, 11, 20, 99]),
        through_book=st.booleans(),
        goods=st.just("gạo"),
        goods_value_dong=st.integers(0, 10**6),
        given_on=st.dates(FIRST, date(2026, 12, 31)),
        voided_on=st.none() | st.dates(date(2026, 12, 31), date(2027, 2, 1)),
        campaign_id=st.sampled_from([1, 2]),
    )
)


@given(GIFTS, st.dates(FIRST, date(2027, 2, 1)))
def test_the_whole_is_what_all_units_brought_and_what_the_figures_say(gifts, day):
    found = progress(CAMPAIGN, [], gifts, UNITS, day)
    assert found.whole == together(line.collected for line in found.units)
    by_name = contributions_by_campaign(gifts, [CAMPAIGN], None, day)
    assert by_name.get(CAMPAIGN.name, 0) == found.whole.total_dong


@given(GIFTS, st.dates(FIRST, LAST))
def test_two_halves_of_a_period_add_up_to_it(gifts, middle):
    after = date.fromordinal(middle.toordinal() + 1)
    for off_book_only in (False, True):
        parts = [(FIRST, middle), (after, date(2027, 2, 1))]
        halves = [contributions_total(gifts, *part, off_book_only=off_book_only) for part in parts]
        whole = contributions_total(gifts, FIRST, parts[1][1], off_book_only=off_book_only)
        assert sum(halves) == whole


def test_rates_leave_out_campaigns_without_target_or_without_anything_collected():
    others = [Campaign(id=2, name="Không chỉ tiêu"), Campaign(id=3, name="Chưa có gì")]
    asked = [*targets(u10=30, u20=10), CampaignTarget(campaign_id=3, unit_id=10, target_dong=5)]
    gifts = [a_gift(25), a_gift(9, campaign_id=2)]
    rates = campaign_target_rate(gifts, [CAMPAIGN, *others], asked, LAST)
    assert rates == {CAMPAIGN.name: (25, 40)}


def test_targets_per_head_follow_the_members_of_each_unit():
    assert targets_per_head(50_000, [10, 10, 20, None]) == {10: 100_000, 20: 50_000}
