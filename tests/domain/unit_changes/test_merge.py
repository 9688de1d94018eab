"""Units merged: every day before stays as it was, and nobody is lost on the day."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.members.memberships import EventKind, MembershipEvent
from ccb_desktop.domain.members.units import Post, PostScope, UnitKind
from ccb_desktop.domain.unit_changes.merge import merge_units
from ccb_desktop.domain.unit_changes.moving import CLOSED, ENDED, FOUNDED, MOVED
from ccb_desktop.domain.unit_changes.orders import MergeOrder, NewUnit, Parts
from tests.domain.figures.rosters import LAST
from tests.domain.unit_changes.made_books import (
    AT_RANDOM,
    UNITS,
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
TODAY = LAST
EAST = NewUnit("Chi hội Đông", "CH9")


def order(unit_ids=(1, 2), on=ON, into=EAST, **more):
    return MergeOrder(unit_ids=unit_ids, on=on, into=into, **more)


def refused(books, asked, today=TODAY):
    with pytest.raises(Invalid) as refusal:
        merge_units(books, asked, today)
    return set(refusal.value.fields)


def told(plan, tells):
    return [(line.who, line.before, line.after) for line in plan.lines if line.tells == tells]


def by_code(books, code):
    return next(unit for unit in books.units.by_id.values() if unit.code == code)


@given(
    rosters(),
    merger_days,
    st.sets(st.sampled_from([1, 2, 3]), min_size=1),
    st.sampled_from([1, 2, 3, EAST]),
    st.sampled_from(Parts),
)
@AT_RANDOM
def test_any_merger_leaves_every_day_before_as_it_was(books, on, unit_ids, into, parts):
    if unit_ids == {into}:
        return
    assume(identities(books, on) == [])
    eve = on - timedelta(days=1)
    before = figures_to(books, eve)
    members = {one.member.membership_id for one in roster_book(books).present_on(LAST)}
    merge_units(books, order(tuple(sorted(unit_ids)), on, into, parts=parts), TODAY)
    assert figures_to(books, eve) == before
    assert identities(books, on) == []
    present = roster_book(books).present_on(LAST)
    assert {one.member.membership_id for one in present} == members
    for one in present:
        assert books.units[one.standing.unit_id].stands_on(LAST)
        part = one.standing.sub_unit_id
        assert part is None or books.units[part].parent_id == one.standing.unit_id


def test_people_go_to_a_new_unit_and_the_plan_names_them():
    books = make_books([on_roll(1, 1), on_roll(2, 2), on_roll(3, 3)])
    plan = merge_units(books, order(), TODAY)
    east = by_code(books, "CH9")
    assert names_in(books, east.id, ON) == [1, 2]
    assert (names_in(books, 1, EVE), names_in(books, 1, ON)) == ([1], [])
    assert told(plan, MOVED) == [
        ("Trần Văn Bình 1 (1941)", "Chi hội 1", "Chi hội Đông"),
        ("Trần Văn Bình 2 (1942)", "Chi hội 2", "Chi hội Đông"),
    ]
    assert [one[0] for one in told(plan, ENDED)] == [
        *("Phân hội 1, Chi hội 1", "Phân hội 2, Chi hội 1", "Chi hội 1", "Chi hội 2")
    ]
    assert plan.label == "Gộp Chi hội 1, Chi hội 2 thành Chi hội Đông"
    assert (
        "2 hội viên chuyển: Chi hội 1 → Chi hội Đông: 1; Chi hội 2 → Chi hội Đông: 1"
        in (plan.told[1])
    )
    assert (books.units[1].ended_on, books.units[1].successor_id) == (day("30/6/2021"), east.id)
    assert books.households[1].unit_id == east.id


def test_one_of_them_takes_the_others_in():
    books = make_books([on_roll(1, 1), on_roll(2, 2)])
    merge_units(books, order(into=2), TODAY)
    assert names_in(books, 2, ON) == [1, 2]
    assert books.units[2].ended_on is None
    assert [event.reason for event in books.events.new] == [
        "Gộp Chi hội 1, Chi hội 2 thành Chi hội 2"
    ]


def test_phan_hoi_go_along_and_are_told_apart():
    books = make_books([on_roll(1, 1, sub_unit_id=4), on_roll(2, 1)])
    plan = merge_units(books, order(into=2), TODAY)
    founded = [unit for unit in books.units.new if unit.kind is UnitKind.PHAN_HOI]
    assert [(u.name, u.parent_id, u.founded_on) for u in founded] == [
        ("Phân hội 1", 2, day("1/7/2021")),
        ("Phân hội 2", 2, day("1/7/2021")),
    ]
    assert names_in(books, founded[0].id, ON) == [1]
    assert books.units[4].successor_id == founded[0].id
    assert ("Phân hội 1, Chi hội 2", "", "mã CH2-PH1, từ 01/07/2021") in told(plan, FOUNDED)
    again = merge_units(books, order((3,), date(2021, 8, 1), into=2), TODAY)
    assert told(again, FOUNDED) == []


def test_phan_hoi_of_one_name_get_the_old_chi_hoi_behind_it():
    other = UNITS[3].__class__(
        id=8,
        code="CH2-PH1",
        kind=UnitKind.PHAN_HOI,
        names=UNITS[3].names,
        parent_id=2,
    )
    books = make_books([on_roll(1, 1, sub_unit_id=4)], units=(*UNITS, other))
    merge_units(books, order(into=2), TODAY)
    assert [unit.name for unit in books.units.new] == ["Phân hội 1 (Chi hội 1)", "Phân hội 2"]


@pytest.mark.parametrize(
    ("parts", "names"),
    [(Parts.DISSOLVE, []), (Parts.ONE_EACH, ["Chi hội 1", "Chi hội 2"])],
)
def test_what_becomes_of_phan_hoi_can_be_chosen(parts, names):
    books = make_books([on_roll(1, 1, sub_unit_id=4), on_roll(2, 2)])
    merge_units(books, order(parts=parts), TODAY)
    made = [unit for unit in books.units.new if unit.kind is UnitKind.PHAN_HOI]
    assert [unit.name for unit in made] == names
    assert [names_in(books, unit.id, ON) for unit in made] == [[1], [2]][: len(names)]


def test_clubs_merge_too_and_nobody_is_a_new_member_by_that():
    books = make_books(
        [in_club(1, 6, joined_on=day("2015")), in_club(2, 7), in_club(3, 7, person_id=1)]
    )
    before = figures_to(books, EVE)
    plan = merge_units(books, order((6, 7), into=7), TODAY)
    assert figures_to(books, EVE) == before
    assert books.memberships[1].ended_on == day("30/6/2021")
    assert books.memberships.new == []
    assert len(told(plan, MOVED)) == 1


def test_somebody_of_one_club_only_goes_over():
    books = make_books([in_club(1, 6, joined_on=day("2015"))])
    merge_units(books, order((6,), into=7), TODAY)
    (there,) = books.memberships.new
    assert (there.unit_id, there.joined_on, there.on_roll_from) == (7, None, day("1/7/2021"))


def test_posts_of_ended_units_close_and_those_of_the_board_go_on():
    posts = [
        Post(id=1, person_id=1, title="Chi hội trưởng", unit_id=1),
        Post(id=2, person_id=1, title="Chủ tịch", unit_id=1),
        Post(id=3, person_id=1, title="Chi hội trưởng", scope=PostScope.MASS_ORG, unit_id=1),
        Post(id=4, person_id=1, title="Chi hội phó", unit_id=1, to_on=day("2020")),
        Post(id=5, person_id=1, title="Chi hội phó", unit_id=1, from_on=day("1/9/2021")),
        Post(id=6, person_id=1, title="Chi hội trưởng", unit_id=3),
    ]
    books = make_books([on_roll(1, 1)], posts=posts)
    plan = merge_units(books, order(), TODAY)
    ends = {post.id: post.to_on for post in books.posts.by_id.values()}
    assert ends == {1: day("30/6/2021"), 2: None, 3: None, 4: day("2020"), 5: None, 6: None}
    assert books.posts[5].unit_id == by_code(books, "CH9").id
    assert told(plan, CLOSED) == [
        ("Trần Văn Bình 1 (1941)", "Chi hội trưởng, Chi hội 1", "đến hết 30/06/2021")
    ]


def test_what_is_told_of_later_days_is_said_of_the_merged_unit():
    later = [
        MembershipEvent(
            membership_id=1, kind=EventKind.DECEASED, happened_on=day("1/9/2021"), unit_id=1
        ),
        MembershipEvent(
            membership_id=2,
            kind=EventKind.MOVED_UNIT,
            happened_on=day("2/9/2021"),
            unit_id=3,
            from_unit_id=2,
        ),
        MembershipEvent(
            membership_id=3, kind=EventKind.ADMITTED, happened_on=day("3/9/2021"), unit_id=1
        ),
    ]
    newcomer = on_roll(3, 1)
    books = make_books([on_roll(1, 1), on_roll(2, 2), newcomer, on_roll(4, 2, "1/8/2021")], later)
    merge_units(books, order(), TODAY)
    east = by_code(books, "CH9").id
    assert [books.events[number].unit_id for number in (1, 2, 3)] == [east, 3, east]
    assert books.events[2].from_unit_id == east
    assert books.memberships[4].unit_id == east
    assert identities(books, ON) == []


@pytest.mark.parametrize(
    ("asked", "fields"),
    [
        (order((1, 4)), {"unit_ids"}),
        (order((1, 6)), {"unit_ids"}),
        (order((1,), into=1), {"into"}),
        (order(into=6), {"into"}),
        (order(on=date(2023, 1, 1)), {"on"}),
        (order(on=date(1990, 1, 1)), {"on"}),
        (order(into=NewUnit("", "")), {"name", "code"}),
        (order(into=NewUnit("Chi hoi 3", "ch1")), {"name", "code"}),
    ],
)
def test_what_cannot_be_is_refused(asked, fields):
    books = make_books([on_roll(1, 1)])
    assert refused(books, asked) == fields
    assert (books.units.new, books.units.changed, books.events.new) == ([], [], [])


def test_the_name_of_a_merged_unit_is_free_again():
    books = make_books([on_roll(1, 1)])
    merge_units(books, order(into=NewUnit("Chi hội 1", "CH9")), TODAY)
    assert by_code(books, "CH9").name == "Chi hội 1"


def test_a_unit_that_has_ended_is_not_merged_again():
    books = make_books([on_roll(1, 1)])
    merge_units(books, order(), TODAY)
    assert refused(books, order(into=3, on=date(2021, 8, 1))) == {"on"}


def test_phan_hoi_of_one_chi_hoi_become_one():
    books = make_books([on_roll(1, 1, sub_unit_id=4), on_roll(2, 1, sub_unit_id=5)])
    merge_units(books, order((4, 5), into=4), TODAY)
    assert names_in(books, 4, ON) == [1, 2]
    assert names_in(books, 1, ON) == [1, 2]


def test_an_event_of_an_uncertain_day_before_the_merger_keeps_its_unit():
    member = on_roll(1, 1, "12/2021", sub_unit_id=4)
    left = MembershipEvent(
        membership_id=1, kind=EventKind.STRUCK_OFF, happened_on=day("2021"), unit_id=1
    )
    books = make_books([member], [left])
    before = figures_to(books, EVE)
    merge_units(books, order((1,)), TODAY)
    assert figures_to(books, EVE) == before
    assert books.memberships[1] == member
