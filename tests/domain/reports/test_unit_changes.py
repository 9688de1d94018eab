"""Annex 2 and the figures are counted from one book and say the same."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from ccb_desktop.domain.figures.books import FigureQuery
from ccb_desktop.domain.figures.count import count_figures
from ccb_desktop.domain.member_papers.roster_changes import sum_of
from ccb_desktop.domain.members.memberships import EventKind
from ccb_desktop.domain.reports.unit_changes import roster_changes
from tests.domain.figures.rosters import UNITS, a_member, an_event, books_of, courses, day

FROM, TO = date(2020, 1, 1), date(2021, 6, 30)
CODES = {
    EventKind.ADMITTED: "members_admitted",
    EventKind.READMITTED: "members_readmitted",
    EventKind.TRANSFERRED_IN: "members_transferred_in",
    EventKind.TRANSFERRED_OUT: "members_transferred_out",
    EventKind.DECEASED: "members_deceased",
    EventKind.STRUCK_OFF: "members_struck_off",
    EventKind.RESIGNED: "members_resigned",
    EventKind.EXPELLED: "members_expelled",
}


def changes(*members):
    return {unit.unit_name: unit for unit in roster_changes(books_of(*members).roster, FROM, TO)}


def test_each_unit_has_its_own_opening_events_and_closing():
    found = changes(
        a_member(1),
        a_member(2, an_event("DECEASED", "1/2/2020", unit_id=1)),
        a_member(3, an_event("ADMITTED", "30/6/2021", unit_id=2), on_roll_from=None),
        a_member(4, an_event("MOVED_UNIT", "1/1/2020", unit_id=2, from_unit_id=1)),
    )
    first, second = found["Chi hội 1"], found["Chi hội 2"]
    assert (first.opening, first.events, first.moved_out, first.closing) == (
        *(3, {EventKind.DECEASED: 1}, 1, 1),
    )
    assert (second.opening, second.events, second.moved_in, second.closing) == (
        *(0, {EventKind.ADMITTED: 1}, 1, 2),
    )


def test_what_happens_outside_the_period_is_not_counted():
    found = changes(
        a_member(1, an_event("DECEASED", "31/12/2019", unit_id=1)),
        a_member(2, an_event("DECEASED", "1/7/2021", unit_id=1)),
    )
    assert (found["Chi hội 1"].opening, found["Chi hội 1"].closing) == (1, 1)
    assert found["Chi hội 1"].events == {}


def test_a_unit_of_a_merged_ward_is_told_apart_from_one_that_ended_in_the_period():
    own, second, part = UNITS
    ended = replace(own, former_ward="Bến Chùa", ended_on=day("31/12/2020"))
    brought = replace(own, id=9, code="CH9", former_ward="An Thịnh", brought_in_on=day("1/1/2021"))
    book = books_of(
        a_member(1, an_event("MOVED_UNIT", "1/1/2021", unit_id=2, from_unit_id=1)),
        a_member(2, an_event("TRANSFERRED_IN", "1/1/2021", unit_id=9), on_roll_from=None),
        units=(ended, second, part, brought),
    ).roster
    assert [unit.unit_name for unit in roster_changes(book, FROM, TO)] == [
        *("Chi hội 1 (Bến Chùa)", "Chi hội 1 (An Thịnh)", "Chi hội 2")
    ]
    assert [unit.unit_name for unit in roster_changes(book, FROM, date(2020, 12, 31))] == [
        "Chi hội 1"
    ]


def test_a_branch_without_members_has_no_changes():
    assert changes() == {}


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_the_sum_of_the_units_is_what_the_figures_say(data):
    books = books_of(*(data.draw(courses(number)) for number in range(1, 5)))
    figures = count_figures(books, FigureQuery(from_on=FROM, to_on=TO))
    units = roster_changes(books.roster, FROM, TO)
    total = sum_of(units)
    assert total.opening == figures.number("members_opening")
    assert total.closing == figures.number("members_closing")
    assert {kind: total.events.get(kind, 0) for kind in CODES} == {
        kind: figures.number(code) for kind, code in CODES.items()
    }
    assert total.moved_in == total.moved_out
    assert sum(unit.unrecorded for unit in units) == total.unrecorded
