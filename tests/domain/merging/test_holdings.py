"""Cards, clubs, posts and households of two records that are one person."""

from datetime import date

import pytest

from ccb_desktop.domain.members.households import Household, HouseholdYear
from ccb_desktop.domain.members.memberships import (
    EventKind,
    Membership,
    MembershipEvent,
    MembershipKind,
)
from ccb_desktop.domain.members.units import Post
from ccb_desktop.domain.merging.courses import Holding
from ccb_desktop.domain.merging.fields import Agreement, Side
from ccb_desktop.domain.merging.holdings import (
    chosen_membership,
    followed,
    join_clubs,
    join_households,
    membership_pairs,
    posts_told_twice,
)
from ccb_desktop.domain.partial_dates import PartialDate

TODAY = date(2026, 11, 20)


def day(text):
    return PartialDate.parse(text)


def hoi(number, *events, **more):
    membership = Membership(id=number, unit_id=number, on_roll_from=day("1990"), **more)
    return Holding(membership, events)


def test_the_card_that_one_has_is_proposed_and_notes_are_joined():
    kept, other = hoi(1, note="a"), hoi(2, card_no="B7", joined_on=day("1990"), note="b")
    pairs = membership_pairs(kept, other, TODAY)
    assert followed(pairs, {}) is Side.KEPT
    assert followed(pairs, {"unit": Side.OTHER}) is Side.OTHER
    chosen = chosen_membership(
        Membership(unit_id=9), kept.membership, other.membership, pairs, {"joined_on": Side.KEPT}
    )
    assert (chosen.id, chosen.unit_id, chosen.card_no) == (1, 9, "B7")
    assert (chosen.joined_on, chosen.note) == (None, "a; b")


@pytest.mark.parametrize("kind", [EventKind.STRUCK_OFF, EventKind.TRANSFERRED_OUT])
def test_the_unit_of_the_one_who_is_still_in_is_proposed(kind):
    left = hoi(1, MembershipEvent(id=1, kind=kind, happened_on=day("2025"), unit_id=1))
    unit = membership_pairs(left, hoi(2), TODAY)[0]
    assert (unit.agreement, unit.proposed) == (Agreement.DIFFERENT, Side.OTHER)
    assert membership_pairs(hoi(1), hoi(2), TODAY)[0].proposed is Side.KEPT


def club(number, unit, joined, ended=None):
    return Membership(
        id=number,
        person_id=number,
        kind=MembershipKind.CLUB,
        unit_id=unit,
        joined_on=joined and day(joined),
        ended_on=ended and day(ended),
    )


@pytest.mark.parametrize(
    ("mine", "his", "joined", "ended"),
    [
        (("2020", None), ("2018", "2019"), "2018", None),
        (("2020", "2021"), ("2018", "2019"), "2018", "2021"),
        (("2018", None), ("5/2018", None), "5/2018", None),
        ((None, None), ("2018", None), "2018", None),
    ],
)
def test_a_club_that_both_are_in(mine, his, joined, ended):
    (saved,), gone = join_clubs([club(1, 7, *mine)], [club(2, 7, *his)], 1)
    assert gone == [2]
    assert (saved.id, saved.joined_on) == (1, day(joined))
    assert saved.ended_on == (day(ended) if ended else None)


def test_a_club_of_the_other_is_his_now():
    saved, gone = join_clubs([club(1, 7, "2020")], [club(2, 8, "2018")], 1)
    assert gone == []
    assert [(m.id, m.person_id, m.unit_id) for m in saved] == [(1, 1, 7), (2, 1, 8)]


def test_posts_told_twice_are_found_whatever_is_noted_of_them():
    mine = [Post(id=1, person_id=1, title="Chi hội trưởng", unit_id=3, from_on=day("2020"))]
    his = [
        Post(id=5, person_id=2, title="Chi hội trưởng", unit_id=3, from_on=day("2020"), note="x"),
        Post(id=6, person_id=2, title="Chi hội trưởng", unit_id=3, from_on=day("2015")),
    ]
    assert posts_told_twice(mine, his) == [5]


def test_a_household_with_what_the_other_entry_knows():
    kept = Household(
        id=1,
        head_name="Lê Ba",
        years=(HouseholdYear(year=2025, poverty="POOR"),),
    )
    left = Household(
        id=2,
        head_name="LE BA",
        address="12 Bờ Sông",
        years=(
            HouseholdYear(year=2024, poverty="NEAR_POOR"),
            HouseholdYear(year=2025, poverty="AVERAGE", house_state="SOLID", cultural_family=False),
        ),
    )
    joined = join_households(kept, left)
    assert (joined.id, joined.head_name, joined.address) == (1, "Lê Ba", "12 Bờ Sông")
    assert [(y.year, y.poverty, y.house_state, y.cultural_family) for y in joined.years] == [
        (2024, "NEAR_POOR", "", None),
        (2025, "POOR", "SOLID", False),
    ]
