"""Whom a row means: card number, else citizen ID, else name, year of birth and unit."""

import pytest

from tests.domain.imports.importing import (
    EVENTS,
    ROSTER,
    events,
    no_books,
    outcomes,
    people,
    person,
    problems,
    take,
    unit_of,
)

AN = ("1", "Nguyễn Văn An", "1952", "Chi hội 1", "1990", "001052000001")


@pytest.fixture
def books():
    begun = no_books()
    take(begun, [ROSTER, AN])
    return begun


@pytest.mark.parametrize(
    "row",
    [
        ("1", "Nguyễn Văn Anh", "1953", "Chi hội 2", "", ""),  # by card
        ("", "Nguyễn Văn Anh", "1953", "Chi hội 2", "", "1052000001"),  # by CCCD
        ("", "NGUYEN VAN AN", "19/5/1952", "Chi hội 2", "", ""),  # by name and year
        ("1", "Nguyễn Văn An", "1952", "Chi hội 1", "", "001052000001"),
    ],
)
def test_the_same_person(books, row):
    assert outcomes(take(books, [ROSTER, row]))[0] != ["CREATED"]
    assert len(people(books)) == 1


@pytest.mark.parametrize(
    "row",
    [
        ("2", "Nguyễn Văn An", "1952", "Chi hội 1", "", ""),  # another card
        ("", "Nguyễn Văn An", "1952", "Chi hội 1", "", "001052000002"),  # another CCCD
        ("", "Nguyễn Văn An", "1953", "Chi hội 1", "", ""),  # another year
        ("", "Nguyễn Văn Anh", "1952", "Chi hội 1", "", ""),  # another name
    ],
)
def test_another_person(books, row):
    assert outcomes(take(books, [ROSTER, row])) == [["CREATED"]]
    assert len(people(books)) == 2


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (("1", "Nguyễn Văn An", "1952", "Chi hội 1", "", "001052000002"), "Số thẻ"),
        (("2", "Nguyễn Văn An", "1952", "Chi hội 1", "", "001052000001"), "CCCD"),
        (("1", "Nguyễn Văn An", "1952", "Chi hội 1", "", "001060000009"), "Số thẻ"),
    ],
)
def test_numbers_that_contradict_each_other_are_a_problem(books, row, column):
    take(books, [ROSTER, ("9", "Lê Văn Ba", "1960", "Chi hội 1", "", "001060000009")])
    before = people(books)
    result = take(books, [ROSTER, row])
    assert outcomes(result) == [["SKIPPED"]]
    assert [found[:2] for found in problems(result)] == [(2, column)]
    assert people(books) == before


def test_the_new_card_of_a_citizen_takes_the_place_of_his_old_one():
    books = no_books()
    old = ("", "Nguyễn Văn An", "1952", "Chi hội 1", "1990", "012345678")
    take(books, [ROSTER, old])
    assert outcomes(take(books, [ROSTER, (*old[:5], "001052000001")])) == [["CHANGED"]]
    assert person(books, "Nguyễn Văn An").citizen_id == "001052000001"
    assert outcomes(take(books, [ROSTER, old])) == [["UNCHANGED"]]
    assert person(books, "Nguyễn Văn An").citizen_id == "001052000001"


def test_a_name_without_its_marks_does_not_replace_the_full_one(books):
    take(books, [ROSTER, ("1", "NGUYEN VAN AN", "1952", "Chi hội 1", "", "")])
    assert [one.full_name for one in people(books)] == ["Nguyễn Văn An"]
    take(books, [ROSTER, ("1", "Nguyễn Văn Ân", "1952", "Chi hội 1", "", "")])
    assert [one.full_name for one in people(books)] == ["Nguyễn Văn Ân"]


def test_a_full_date_of_birth_decides_between_namesakes():
    books = no_books()
    one = ("1", "Lê Văn Ba", "3/2/1950", "Chi hội 1", "1990", "")
    other = ("2", "Lê Văn Ba", "4/5/1950", "Chi hội 1", "1990", "")
    take(books, [ROSTER, one, other])
    row = ("1/2/2025", "Lê Văn Ba", "4/5/1950", "", "", "Từ trần", "")
    assert outcomes(take(books, [EVENTS, row])) == [["CREATED"]]
    assert [str(found.died_on) for found in people(books)] == ["None", "01/02/2025"]


NAMESAKES = [
    ROSTER,
    ("1", "Lê Văn Ba", "1950", "Chi hội 2", "1990", ""),
    ("2", "Lê Văn Ba", "1950", "Chi hội 3", "1990", ""),
]


def test_the_unit_decides_between_namesakes():
    books = no_books()
    take(books, NAMESAKES)
    row = ("1/2/2025", "Lê Văn Ba", "1950", "", "CH 3", "Từ trần", "")
    assert outcomes(take(books, [EVENTS, row])) == [["CREATED"]]
    assert [str(found.died_on) for found in people(books)] == ["None", "01/02/2025"]


def test_namesakes_who_cannot_be_told_apart_are_a_problem():
    books = no_books()
    take(books, NAMESAKES)
    row = ("1/2/2025", "Lê Văn Ba", "1950", "", "", "Từ trần", "")
    result = take(books, [EVENTS, row])
    assert outcomes(result) == [["SKIPPED"]]
    assert "Có 2 người cùng tên" in problems(result)[0][2]


def test_a_move_tells_its_man_by_the_unit_he_came_to_and_again_later():
    books = no_books()
    take(books, NAMESAKES)
    move = ("1/2/2025", "Lê Văn Ba", "1950", "", "Chi hội 1", "Chuyển chi hội", "Chi hội 2")
    assert outcomes(take(books, [EVENTS, move])) == [["CREATED"]]
    assert outcomes(take(books, [EVENTS, move])) == [["UNCHANGED"]]
    assert [unit_of(books, one) for one in people(books)] == ["Chi hội 2", "Chi hội 3"]


def test_one_who_moved_into_the_unit_later_is_not_meant_by_an_older_event():
    books = no_books()
    take(books, NAMESAKES)
    away = ("1/2/2025", "Lê Văn Ba", "1950", "1", "Chi hội 2", "Chuyển chi hội", "Chi hội 4")
    after = ("1/9/2025", "Lê Văn Ba", "1950", "2", "Chi hội 3", "Chuyển chi hội", "Chi hội 2")
    take(books, [EVENTS, away, after])
    without_card = (*away[:3], "", *away[4:])
    assert outcomes(take(books, [EVENTS, without_card])) == [["UNCHANGED"]]
    assert len(events(books)) == 2


def test_namesakes_of_one_list_in_two_units_are_two_and_stay_two():
    books = no_books()
    rows = [ROSTER, *[("", "Lê Văn Ba", "1950", f"Chi hội {n}", "", "") for n in (1, 2)]]
    assert outcomes(take(books, rows)) == [["CREATED", "CREATED"]]
    assert outcomes(take(books, rows)) == [["UNCHANGED", "UNCHANGED"]]


def test_a_list_with_a_name_only_finds_nobody_in_the_books_of_strangers():
    result = take(
        no_books(), [EVENTS, ("1/2/2025", "Người Lạ", "", "", "Chi hội 1", "Từ trần", "")]
    )
    assert outcomes(result) == [["SKIPPED"]]
    assert "Không tìm thấy Người Lạ" in problems(result)[0][2]
