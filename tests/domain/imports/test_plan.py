"""A whole import: every row accounted for, nothing twice, whatever the lists say."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ccb_desktop.domain.errors import Stopped
from ccb_desktop.domain.imports.context import Context
from ccb_desktop.domain.imports.outcome import Outcome
from ccb_desktop.domain.imports.plan import work_out
from ccb_desktop.domain.members.memberships import IN_HOI, MembershipKind, check_course
from tests.domain.imports.importing import (
    AS_OF,
    EVENTS,
    ROSTER,
    UNITS,
    count,
    events,
    no_books,
    outcomes,
    take,
    unit_of,
)

NAMES = st.sampled_from(["Nguyễn Văn An", "Lê Thị Ba", "Trần Văn Tư"])
UNIT_NAMES = st.sampled_from(["Chi hội 1", "CH 2", "Chi hội 3"])
DAYS = st.sampled_from(["1/2/2024", "5/2024", "1/9/2024", "3/4/2025", "2025", "31/12/2025"])
MEMBER = st.tuples(
    st.sampled_from(["", "1", "2", "3"]),
    NAMES,
    st.sampled_from(["1950", "3/5/1950", "1951", "31/2/1950", ""]),
    UNIT_NAMES,
    st.sampled_from(["", "1990", "5/1991", "khoảng 1990"]),
    st.sampled_from(["", "", "001050000001", "123"]),
    st.sampled_from(["", "Đang sinh hoạt", "Miễn sinh hoạt"]),
)
EVENT = st.tuples(
    DAYS,
    NAMES,
    st.sampled_from(["1950", "1951", ""]),
    st.sampled_from(["", "1", "2"]),
    st.sampled_from(["", "Chi hội 1", "CH 2"]),
    st.sampled_from(
        ["Kết nạp", "Chuyển đi", "Chuyển đến", "Chuyển chi hội", "Từ trần", "Miễn sinh hoạt"]
    ),
    st.sampled_from(["", "Chi hội 3"]),
)
LISTS = st.tuples(st.lists(MEMBER, max_size=6), st.lists(EVENT, max_size=5))


def sheets(members, happened):
    return [(*ROSTER, "Trạng thái"), *members], [EVENTS, *happened]


@given(LISTS)
@settings(deadline=None, max_examples=80)
def test_every_row_has_one_outcome(lists):
    result = take(no_books(), *sheets(*lists))
    for sheet, rows in zip(result.sheets, lists, strict=True):
        assert sorted(row.row for row in sheet.rows) == list(range(2, len(rows) + 2))
        refused = {p.row for p in sheet.problems if not p.row_kept}
        repeated = {d.row for d in sheet.duplicates}
        skipped = {row.row for row in sheet.rows if row.outcome is Outcome.SKIPPED}
        assert skipped == refused | repeated


@given(LISTS, LISTS)
@settings(deadline=None, max_examples=80)
def test_whatever_is_brought_in_the_events_of_each_can_follow_each_other(first, second):
    books = no_books()
    take(books, *sheets(*first))
    take(books, *sheets(*second), as_of=date(2026, 3, 1))
    for membership in books.memberships.by_id.values():
        assert membership.kind is MembershipKind.HOI
        check_course(membership, books.events_of(membership))


SOUND_MEMBER = st.tuples(
    st.sampled_from(["1950", "3/5/1950"]),
    UNIT_NAMES,
    st.sampled_from(["", "1990", "5/1991"]),
    st.just(""),
    st.sampled_from(["", "Đang sinh hoạt", "Miễn sinh hoạt"]),
)
SOUND_EVENT = st.tuples(
    DAYS,
    st.sampled_from(["", "Chi hội 1", "CH 2"]),
    st.sampled_from(["Kết nạp", "Chuyển đi", "Chuyển chi hội", "Từ trần", "Miễn sinh hoạt"]),
)


@given(st.lists(st.tuples(SOUND_MEMBER, st.none() | SOUND_EVENT), max_size=3))
@settings(deadline=None, max_examples=100)
def test_sound_lists_change_nothing_when_they_come_again(told):
    people = [(str(n), f"Trần Văn {['An', 'Ba', 'Tư'][n]}") for n in range(len(told))]
    members = [(*who, *cells) for who, (cells, _) in zip(people, told, strict=True)]
    happened = [
        (event[0], who[1], "", who[0], *event[1:], "Chi hội 3")
        for who, (_, event) in zip(people, told, strict=True)
        if event
    ]
    books = no_books()
    assert take(books, *sheets(members, happened)).problems == 0
    before = [list(shelf.by_id.values()) for shelf in (books.people, books.events, books.units)]
    again = take(books, *sheets(members, happened))
    assert count(again, "UNCHANGED") == len(members) + len(happened)
    assert before == [list(s.by_id.values()) for s in (books.people, books.events, books.units)]


def test_sheets_are_taken_in_the_order_of_references():
    books = no_books()
    result = take(
        books,
        [EVENTS, ("1/3/2025", "Lê Thị Ba", "1950", "", "", "Từ trần", "")],
        [ROSTER, ("", "Lê Thị Ba", "1950", "CH01", "1990", "")],
        [UNITS, ("CH01", "Chi hội 1", "Chi hội", "")],
    )
    assert [sheet.sheet.kind for sheet in result.sheets] == ["units", "members", "events"]
    assert outcomes(result) == [["CREATED"]] * 3
    assert unit_of(books, "Lê Thị Ba", date(2025, 2, 1)) == "Chi hội 1"


def test_a_part_may_stand_in_an_earlier_file_than_its_chi_hoi():
    books = no_books()
    result = take(
        books,
        [UNITS, ("PH01", "Phân hội 1", "Phân hội", "CH05"), ("CH04", "Chi hội 4", "Chi hội", "")],
        [UNITS, ("CH05", "Chi hội 5", "Chi hội", "")],
    )
    assert result.problems == 0
    assert outcomes(result) == [["CREATED", "CREATED"], ["CREATED"]]
    part, parent = (books.unit_of_code(code) for code in ("PH01", "CH05"))
    assert part.parent_id == parent.id


def test_events_of_several_files_are_taken_in_by_their_days():
    books = no_books()
    roster = [ROSTER, ("1", "Lê Thị Ba", "1950", "Chi hội 1", "1990", "")]
    later = [EVENTS, ("1/9/2025", "Lê Thị Ba", "1950", "", "", "Từ trần", "")]
    earlier = [EVENTS, ("1/2/2025", "Lê Thị Ba", "1950", "", "", "Miễn sinh hoạt", "")]
    result = take(books, roster, later, earlier)
    assert result.problems == 0
    assert events(books) == [("EXEMPTED", "01/02/2025"), ("DECEASED", "01/09/2025")]
    assert [row.row for sheet in result.sheets for row in sheet.rows] == [2, 2, 2]


def test_a_row_that_is_refused_leaves_no_unit_behind():
    books = no_books()
    take(books, [ROSTER, ("1", "Lê Thị Ba", "1950", "Chi hội 1", "", "001050000001")])
    take(books, [ROSTER, ("1", "Lê Thị Ba", "1950", "Chi hội 9", "", "001050000002")])
    assert [unit.name for unit in books.units.by_id.values()] == ["Chi hội 1"]


def test_being_stopped_is_passed_on():
    def stop(_done, _total):
        raise Stopped("Đã dừng.")

    with pytest.raises(Stopped):
        work_out(Context(no_books(), AS_OF, {}, frozenset()), [], [], stop)


def test_what_is_counted_is_what_would_be_written():
    books = no_books()
    result = take(books, [ROSTER, ("1", "Lê Thị Ba", "1950", "Chi hội 1", "", "")])
    assert result.changes_anything
    assert result.problems == 0
    again = take(books, [ROSTER, ("1", "Lê Thị Ba", "1950", "Chi hội 1", "", "")])
    assert not again.changes_anything
    (membership,) = books.memberships.new
    assert books.standings_of(membership)[-1].status in IN_HOI
