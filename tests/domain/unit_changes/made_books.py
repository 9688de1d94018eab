"""Books made in memory: three chi hội, two phân hội, two clubs, and random lives in them."""

from collections import defaultdict
from dataclasses import replace
from datetime import date

from hypothesis import Phase, settings
from hypothesis import strategies as st

from ccb_desktop.domain.figures import books as figure_books
from ccb_desktop.domain.figures.books import ClubMember, FigureQuery, RosterBook
from ccb_desktop.domain.figures.count import count_figures
from ccb_desktop.domain.imports.books import Books
from ccb_desktop.domain.members.households import Household, HouseholdYear
from ccb_desktop.domain.members.memberships import (
    Membership,
    MembershipEvent,
    MembershipKind,
)
from ccb_desktop.domain.members.people import AgeRule, Person
from ccb_desktop.domain.members.units import Post, PostScope, Unit, UnitKind, UnitName
from ccb_desktop.domain.partial_dates import PartialDate
from tests.domain.figures.rosters import (
    LAST,
    as_read,
    can_follow,
    days,
    kinds,
    partial_days,
    with_units,
)

AT_RANDOM = settings(
    max_examples=40, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate]
)
"""Without shrinking: each example counts all figures of every unit, and that takes its time."""

CHI_HOI, PARTS, CLUBS = (1, 2, 3), (4, 5), (6, 7)


def day(text):
    return PartialDate.parse(text)


def a_unit(unit_id, code, kind, name, **more):
    return Unit(id=unit_id, code=code, kind=kind, names=(UnitName(name),), **more)


UNITS = (
    a_unit(1, "CH1", UnitKind.CHI_HOI, "Chi hội 1", founded_on=day("1990")),
    a_unit(2, "CH2", UnitKind.CHI_HOI, "Chi hội 2"),
    a_unit(3, "CH3", UnitKind.CHI_HOI, "Chi hội 3"),
    a_unit(4, "CH1-PH1", UnitKind.PHAN_HOI, "Phân hội 1", parent_id=1),
    a_unit(5, "CH1-PH2", UnitKind.PHAN_HOI, "Phân hội 2", parent_id=1),
    a_unit(6, "CLB1", UnitKind.CLUB, "CLB Một"),
    a_unit(7, "CLB2", UnitKind.CLUB, "CLB Hai"),
)


def a_person(number, **more):
    return Person(
        id=number,
        full_name=f"Trần Văn Bình {number}",
        born_on=day(str(1940 + number)),
        household_id=number,
        **more,
    )


def on_roll(number, unit_id, since="1990", **more):
    """A membership of a person of the same number."""
    return Membership(id=number, person_id=number, unit_id=unit_id, on_roll_from=day(since), **more)


def in_club(number, unit_id, person_id=None, **more):
    return Membership(
        id=number,
        person_id=person_id or number,
        kind=MembershipKind.CLUB,
        unit_id=unit_id,
        **more,
    )


def make_books(memberships, events=(), posts=(), units=UNITS, **more):
    """Books of these memberships, one person with a household for each of them."""
    numbers = sorted({membership.person_id for membership in memberships})
    people = more.pop("people", [a_person(number) for number in numbers])
    homes = [
        Household(
            id=number,
            head_name=f"Hộ {number}",
            unit_id=1,
            years=(HouseholdYear(year=2018, poverty="POOR", cultural_family=True),),
        )
        for number in numbers
    ]
    return Books(
        units=units,
        people=people,
        memberships=memberships,
        events=[replace(event, id=place) for place, event in enumerate(events, 1)],
        posts=posts,
        households=homes,
        manual_figures=more.pop("manual_figures", ()),
        next_ids=defaultdict(lambda: 1000),
    )


@st.composite
def lives(draw, number):
    """A membership in one of the chi hội, its phân hội too, with events that can follow."""
    place = draw(_places)
    since = draw(st.none() | partial_days)
    membership = Membership(
        id=number, person_id=number, on_roll_from=since, unit_id=place[0], sub_unit_id=place[1]
    )
    events = []
    drawn = draw(st.lists(st.tuples(kinds, partial_days, _places), max_size=5))
    for kind, on, (unit_id, sub_unit_id) in sorted(drawn, key=lambda step: step[1].first_day):
        event = MembershipEvent(
            id=len(events) + 1,
            membership_id=number,
            kind=kind,
            happened_on=on,
            unit_id=unit_id,
            sub_unit_id=sub_unit_id,
        )
        event = with_units(membership, events, event)
        if event.unit_id != unit_id:
            event = replace(event, sub_unit_id=None)
        if can_follow(membership, events, event):
            events.append(event)
    return membership, events


_places = st.sampled_from([(1, None), (1, 4), (1, 5), (2, None), (3, None)])


@st.composite
def rosters(draw, most=5):
    """Books of random lives, with some people in clubs and some posts."""
    drawn = [draw(lives(number)) for number in range(1, draw(st.integers(1, most)) + 1)]
    clubs = [
        in_club(100 + number, club, number, joined_on=draw(st.none() | partial_days))
        for number, club in enumerate(draw(st.lists(st.sampled_from(CLUBS), max_size=3)), 1)
        if number <= len(drawn)
    ]
    posts = [
        Post(id=1, person_id=1, title="Chi hội trưởng", unit_id=draw(st.sampled_from(CHI_HOI))),
        Post(id=2, person_id=1, title="Bí thư chi bộ", scope=PostScope.PARTY),
    ]
    memberships = [membership for membership, _events in drawn]
    events = [event for _membership, own in drawn for event in own]
    return make_books([*memberships, *clubs], events, posts)


merger_days = days.filter(lambda on: on > date(2019, 1, 1))


def roster_book(books):
    """The roster as the figures see it."""
    members, events = [], []
    for membership in books.memberships.by_id.values():
        if membership.kind is MembershipKind.HOI:
            person = books.people[membership.person_id]
            member, own = as_read(
                membership,
                books.events_of(membership),
                full_name=person.full_name,
                born_on=person.born_on,
                household_id=person.household_id,
            )
            members.append(member._replace(person_id=membership.person_id))
            events += own
    posts = defaultdict(tuple)
    for post in books.posts.by_id.values():
        posts[post.person_id] += (post,)
    return RosterBook(
        members=tuple(members),
        events=tuple(sorted(events, key=lambda event: event.happened_on.first_day)),
        clubs=tuple(_club_members(books)),
        units=tuple(books.units.by_id.values()),
        policies={},
        posts=posts,
        households=books.households.by_id,
        age_rule=AgeRule(),
    )


def _club_members(books):
    for membership in books.memberships.by_id.values():
        if membership.kind is MembershipKind.CLUB:
            yield ClubMember(
                membership.person_id,
                books.people[membership.person_id].full_name,
                membership.unit_id,
                membership.joined_on,
                membership.on_roll_from,
                membership.ended_on,
            )


def count(book, from_on, to_on, unit=None):
    query = FigureQuery(from_on=from_on, to_on=to_on, unit=unit)
    return count_figures(figure_books.Books(roster=book), query)


def figures_to(books, to_on, units=UNITS):
    """Every figure of the time up to a day and of the year before, of the branch and each unit."""
    book = roster_book(books)
    periods = (
        (date(2019, 1, 1), to_on),
        (date(to_on.year - 1, 1, 1), date(to_on.year - 1, 12, 31)),
    )
    return {
        (from_on, unit and unit.id): {
            code: figure.value for code, figure in count(book, from_on, last, unit).by_code.items()
        }
        for from_on, last in periods
        if from_on <= last
        for unit in (None, *units)
    }


def identities(books, since):
    """Rule 14 for the whole time and for the time since a day, of the branch and each unit."""
    book = roster_book(books)
    asked = [(first, unit) for first in (date(2019, 1, 1), since) for unit in (None, *book.units)]
    found = [(first, unit, count(book, first, LAST, unit).identity) for first, unit in asked]
    return [(first, unit, one) for first, unit, one in found if one and not one.holds]


def names_in(books, unit_id, on):
    """Membership ids of those who stand in a unit on a day."""
    book = roster_book(books)
    unit = books.units[unit_id]
    return sorted(one.member.membership_id for one in book.present_on(on, unit))
