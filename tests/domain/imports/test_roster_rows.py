"""Rows of a roster: who is new, what changes, what is left alone."""

from datetime import date

import pytest

from ccb_desktop.domain.members.units import PostScope
from tests.domain.imports.importing import (
    AS_OF,
    EVENTS,
    ROSTER,
    duplicates,
    events,
    no_books,
    outcomes,
    people,
    person,
    problems,
    standing,
    take,
    unit_of,
)

NAME = "Nguyễn Văn An"
AN = ("1", NAME, "19/5/1952", "Chi hội 1", "5/1990", "001052000001")


@pytest.fixture
def books():
    begun = no_books()
    take(begun, [ROSTER, AN])
    return begun


def with_columns(**cells):
    """A roster of one row with more columns."""
    return [(*ROSTER, *cells), (*AN, *cells.values())]


def test_on_the_roll_since_joining_else_since_the_day_of_the_list(books):
    take(books, [ROSTER, ("2", "Lê Văn Ba", "1950", "Chi hội 1", "", "")])
    assert standing(books, NAME).from_on == date(1990, 5, 1)
    assert standing(books, "Lê Văn Ba").from_on == AS_OF


def test_blank_cells_never_overwrite(books):
    before = people(books), list(books.memberships.by_id.values())
    blank = ("1", NAME, "1952", "Chi hội 1", "", "")
    assert outcomes(take(books, [ROSTER, blank])) == [["UNCHANGED"]]
    assert (people(books), list(books.memberships.by_id.values())) == before


def test_a_correction_is_told_field_by_field(books):
    result = take(books, [(*ROSTER, "Quê quán"), (*AN[:4], "6/1990", "", "Huế")])
    (row,) = result.sheets[0].rows
    assert [(c.field, c.before, c.after) for c in row.changes] == [
        ("Quê quán", "", "Huế"),
        ("Ngày vào Hội", "5/1990", "6/1990"),
    ]
    assert standing(books, NAME).from_on == date(1990, 6, 1)


def test_a_day_of_joining_after_events_is_a_problem_of_its_cell(books):
    exempt = ("10/3/2025", NAME, "", "1", "", "Miễn sinh hoạt", "")
    take(books, [EVENTS, exempt])
    result = take(books, [(*ROSTER, "Quê quán"), (*AN[:4], "2026", "", "Huế")])
    assert [found[:2] for found in problems(result)] == [(2, "Ngày vào Hội")]
    assert outcomes(result) == [["CHANGED"]]
    assert person(books, NAME).home_town == "Huế"
    assert str(books.hoi_membership(person(books, NAME)).joined_on) == "5/1990"


def test_another_unit_in_a_later_list_is_a_move(books):
    moved = (*AN[:3], "Chi hội 2", "", "")
    result = take(books, [ROSTER, moved], as_of=date(2026, 3, 1))
    assert outcomes(result) == [["CHANGED"]]
    assert result.sheets[0].new_units == ["Chi hội 2"]
    assert unit_of(books, NAME, date(2026, 2, 28)) == "Chi hội 1"
    assert unit_of(books, NAME, date(2026, 3, 1)) == "Chi hội 2"
    assert events(books) == [("MOVED_UNIT", "01/03/2026")]


def test_another_unit_of_one_who_only_stands_since_that_list_is_a_correction():
    books = no_books()
    row = ("1", NAME, "1952", "Chi hội 1", "", "")
    take(books, [ROSTER, row])
    take(books, [ROSTER, (*row[:3], "Chi hội 2", "", "")])
    assert (unit_of(books, NAME), events(books)) == ("Chi hội 2", [])


def test_a_list_does_not_bring_back_one_who_left(books):
    take(books, [EVENTS, ("10/3/2025", NAME, "", "1", "", "Từ trần", "")])
    assert outcomes(take(books, [ROSTER, (*AN[:3], "Chi hội 2", "", "")])) == [["UNCHANGED"]]
    assert len(events(books)) == 1


def test_the_same_person_twice_in_one_list_is_shown(books):
    result = take(no_books(), [ROSTER, AN, (*AN[:4], "", "")])
    assert outcomes(result) == [["CREATED", "SKIPPED"]]
    assert duplicates(result) == [(3, 2)]


def test_a_part_of_a_chi_hoi_is_looked_for_within_it():
    books = no_books()
    header = ("Họ và tên", "Ngày sinh", "Chi hội", "Phân hội")
    rows = [
        ("Lê Văn Một", "1950", "Chi hội 1", "Phân hội 1"),
        ("Lê Văn Hai", "1950", "Chi hội 2", "Phân hội 1"),
        ("Lê Văn Ba", "1950", "CH 1", "PH 1"),
    ]
    take(books, [header, *rows])
    parts = [standing(books, name).sub_unit_id for name, *_ in rows]
    assert parts[0] == parts[2] != parts[1]
    assert [books.units[p].parent_id for p in parts] == [
        standing(books, name).unit_id for name, *_ in rows
    ]
    assert outcomes(take(books, [header, *rows])) == [["UNCHANGED"] * 3]


def test_a_member_of_a_club_who_joins_is_the_same_person():
    books = no_books()
    take(books, [("Họ và tên", "Ngày sinh", "CLB"), (NAME, "1952", "CLB CQN 1")])
    assert outcomes(take(books, [ROSTER, AN])) == [["CREATED"]]
    assert len(people(books)) == 1
    kinds = {m.kind.value for m in books.memberships.by_id.values()}
    assert kinds == {"HOI", "CLUB"}


def test_posts_of_the_roster_are_given_once(books):
    rows = with_columns(**{"Chức vụ Hội": "Chi hội trưởng; Ủy viên BCH"})
    take(books, rows)
    take(books, rows)
    posts = books.posts_of(person(books, NAME))
    assert [post.title for post in posts] == ["Chi hội trưởng", "Ủy viên BCH"]
    assert {post.scope for post in posts} == {PostScope.HOI}


@pytest.mark.parametrize("said", ["Hội viên", "HV", "không"])
def test_to_be_a_plain_member_is_no_post(books, said):
    assert outcomes(take(books, with_columns(**{"Chức vụ Hội": said}))) == [["UNCHANGED"]]
    assert books.posts_of(person(books, NAME)) == []


def test_policies_are_added_and_never_taken_away(books):
    take(books, with_columns(**{"Diện chính sách": "Thương binh 3/4; Da cam", "Tỷ lệ %": "41"}))
    take(books, with_columns(**{"Diện chính sách": "Thân nhân liệt sĩ"}))
    found = {p.kind: (p.grade, p.rate_percent) for p in person(books, NAME).policies}
    assert found == {
        "CHAT_DOC_DA_CAM": ("", None),
        "THUONG_BINH": ("3/4", 41),
        "THAN_NHAN_LIET_SI": ("", None),
    }
    result = take(books, with_columns(**{"Diện chính sách": "Thương binh"}))
    assert outcomes(result) == [["UNCHANGED"]]


def test_a_problem_in_an_optional_cell_leaves_only_that_cell_out(books):
    result = take(books, with_columns(**{"Huy hiệu Đảng": "33", "Quê quán": "Huế"}))
    assert [found[:2] for found in problems(result)] == [(2, "Huy hiệu Đảng")]
    assert person(books, NAME).home_town == "Huế"
    assert person(books, NAME).party_badge is None
