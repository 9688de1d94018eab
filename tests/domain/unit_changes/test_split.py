"""A unit split: those who were chosen go, the others stay, and every day before is as it was."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.members.memberships import EventKind, MembershipEvent
from ccb_desktop.domain.members.units import Post, UnitKind
from ccb_desktop.domain.unit_changes.moving import CLOSED, FOUNDED, MOVED
from ccb_desktop.domain.unit_changes.orders import NewUnit, Share, SplitOrder
from ccb_desktop.domain.unit_changes.split import members_of, split_unit
from tests.domain.figures.rosters import LAST
from tests.domain.unit_changes.made_books import (
    AT_RANDOM,
    day,
    figures_to,
    identities,
    in_club,
    make_books,
    merger_days,
    names_in,
    on_roll,
    roster_book,
    rosters,
)

ON = date(2021, 7, 1)
EVE = date(2021, 6, 30)
WEST = NewUnit("Chi hội Tây", "CH8")
PART = NewUnit("Phân hội 3", "CH1-PH3", UnitKind.PHAN_HOI)


def order(*shares, unit_id=1, on=ON, **more):
    return SplitOrder(unit_id=unit_id, on=on, shares=shares, **more)


def refused(books, asked):
    with pytest.raises(Invalid) as refusal:
        split_unit(books, asked, LAST)
    return set(refusal.value.fields)


def made(books, code):
    return next(unit for unit in books.units.by_id.values() if unit.code == code)


@given(rosters(), merger_days, st.sampled_from([2, WEST, PART, 4]), st.booleans(), st.data())
@AT_RANDOM
def test_any_split_leaves_every_day_before_as_it_was(books, on, into, all_go, data):
    there = [member.id for member in members_of(books, books.units[1], on)]
    assume(there and identities(books, on) == [])
    chosen = there if all_go else data.draw(st.sets(st.sampled_from(there), min_size=1))
    is_part = into in (PART, 4)
    eve = on - timedelta(days=1)
    before, last = figures_to(books, eve), len(roster_book(books).present_on(LAST))
    share = Share(into, tuple(sorted(chosen)))
    split_unit(books, order(share, on=on, ends=all_go and not is_part), LAST)
    assert figures_to(books, eve) == before
    assert identities(books, on) == []
    assert len(roster_book(books).present_on(LAST)) == last
    goal = into if isinstance(into, int) else made(books, into.code).id
    assert set(chosen) <= set(names_in(books, goal, on))


def test_the_chosen_go_each_to_his_unit_and_the_others_stay():
    books = make_books([on_roll(number, 1) for number in (1, 2, 3)])
    plan = split_unit(books, order(Share(WEST, (1,)), Share(2, (2,))), LAST)
    west = made(books, "CH8")
    assert [names_in(books, unit, ON) for unit in (west.id, 2, 1)] == [[1], [2], [3]]
    assert names_in(books, 1, EVE) == [1, 2, 3]
    assert [line.after for line in plan.lines if line.tells == MOVED] == [
        "Chi hội Tây",
        "Chi hội 2",
    ]
    assert [line.who for line in plan.lines if line.tells == FOUNDED] == ["Chi hội Tây"]
    assert plan.label == "Tách Chi hội 1: Chi hội Tây, Chi hội 2"
    assert "Chi hội 1 còn 1 hội viên." in plan.told
    assert [books.households[number].unit_id for number in (1, 2, 3)] == [west.id, 2, 1]


def test_phan_hoi_are_formed_within_the_chi_hoi():
    books = make_books([on_roll(1, 1), on_roll(2, 1, sub_unit_id=4)])
    split_unit(books, order(Share(PART, (1, 2))), LAST)
    part = made(books, "CH1-PH3")
    assert part.parent_id == 1
    assert names_in(books, part.id, ON) == [1, 2]
    assert names_in(books, 1, ON) == [1, 2]
    assert names_in(books, 4, ON) == []


def test_a_phan_hoi_gives_people_to_another_of_its_chi_hoi():
    books = make_books([on_roll(1, 1, sub_unit_id=4), on_roll(2, 1, sub_unit_id=4)])
    split_unit(books, order(Share(5, (1,)), unit_id=4), LAST)
    assert (names_in(books, 4, ON), names_in(books, 5, ON)) == ([2], [1])


def test_a_post_in_the_unit_ends_for_those_who_go():
    posts = [
        Post(id=1, person_id=1, title="Chi hội phó", unit_id=1),
        Post(id=2, person_id=2, title="Chi hội trưởng", unit_id=1),
    ]
    books = make_books([on_roll(1, 1), on_roll(2, 1)], posts=posts)
    plan = split_unit(books, order(Share(WEST, (1,))), LAST)
    assert [books.posts[number].to_on for number in (1, 2)] == [day("30/6/2021"), None]
    assert len([line for line in plan.lines if line.tells == CLOSED]) == 1


def test_later_days_are_told_of_the_new_unit_until_he_leaves_it():
    def event(kind, on, **more):
        return MembershipEvent(membership_id=1, kind=kind, happened_on=day(on), **more)

    later = [
        event(EventKind.EXEMPTED, "1/8/2021", unit_id=1),
        event(EventKind.MOVED_UNIT, "1/9/2021", unit_id=3, from_unit_id=1),
        event(EventKind.MOVED_UNIT, "1/10/2021", unit_id=1, from_unit_id=3),
        event(EventKind.DECEASED, "1/11/2021", unit_id=1),
    ]
    books = make_books([on_roll(1, 1)], later)
    split_unit(books, order(Share(2, (1,))), LAST)
    assert [books.events[number].unit_id for number in (1, 2, 3, 4)] == [2, 3, 1, 1]
    assert [books.events[number].from_unit_id for number in (2, 3)] == [2, 3]
    assert identities(books, ON) == []


def test_a_club_is_split_too():
    books = make_books([in_club(1, 6), in_club(2, 6)])
    split_unit(books, order(Share(7, (1,)), unit_id=6), LAST)
    assert [one.unit_id for one in books.memberships.new] == [7]
    assert books.memberships[1].ended_on == day("30/6/2021")
    assert books.memberships[2].ended_on is None


@pytest.mark.parametrize(
    ("asked", "fields"),
    [
        (order(), {"shares"}),
        (order(Share(2, (1,)), Share(3, (1,))), {"shares"}),
        (order(Share(2, (9,))), {"shares"}),
        (order(Share(2, (1,)), ends=True), {"ends"}),
        (order(Share(6, (1,))), {"into"}),
        (order(Share(1, (1,))), {"into"}),
        (order(Share(NewUnit("Chi hội 2", "CH2"), (1,))), {"name", "code"}),
        (order(Share(WEST, (1,)), Share(NewUnit("Khác", "ch8"), (2,))), {"code"}),
        (order(Share(2, (1,)), on=date(2023, 1, 1)), {"on"}),
    ],
)
def test_what_cannot_be_is_refused(asked, fields):
    books = make_books([on_roll(1, 1), on_roll(2, 1), on_roll(9, 2)])
    assert refused(books, asked) == fields
    assert (books.units.new, books.events.new) == ([], [])
