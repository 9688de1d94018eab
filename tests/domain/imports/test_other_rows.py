"""Rows of units, clubs, posts and figures typed in by hand."""

import pytest

from tests.domain.imports.importing import (
    ROSTER,
    UNITS,
    count,
    duplicates,
    no_books,
    outcomes,
    people,
    person,
    problems,
    take,
    unit_of,
)

NAME = "Nguyễn Văn An"
AN = ("1", NAME, "1952", "Chi hội 1", "1990", "")
CLUB = ("Họ và tên", "Ngày sinh", "CLB", "Ngày vào CLB")
POSTS = ("Họ và tên", "Số thẻ", "Chức danh", "Phạm vi", "Tổ chức", "Từ ngày", "Đến ngày")
FIGURES = ("Chỉ tiêu", "Từ ngày", "Đến ngày", "Giá trị", "Nguồn")


def units(books):
    """Code, present name and code of the parent of every unit."""
    found = books.units.by_id
    return {
        u.code: (u.name, found[u.parent_id].code if u.parent_id else None) for u in found.values()
    }


# Units


def test_a_part_may_stand_above_its_chi_hoi():
    books = no_books()
    rows = [
        UNITS,
        ("PH1", "Phân hội 1", "Phân hội", "CH2"),
        ("CH2", "Chi hội 2", "Chi hội", ""),
        ("CLB1", "CLB CQN 1", "CLB CQN", ""),
    ]
    assert outcomes(take(books, rows)) == [["CREATED"] * 3]
    assert units(books) == {
        "CH2": ("Chi hội 2", None),
        "CLB1": ("CLB CQN 1", None),
        "PH1": ("Phân hội 1", "CH2"),
    }
    assert outcomes(take(books, rows)) == [["UNCHANGED"] * 3]


def test_a_part_of_an_unknown_chi_hoi_is_a_problem():
    result = take(no_books(), [UNITS, ("PH1", "Phân hội 1", "Phân hội", "CH9")])
    assert outcomes(result) == [["SKIPPED"]]
    assert problems(result) == [(2, "Thuộc", "Không tìm thấy chi hội CH9 của phân hội này.")]


def test_a_list_of_units_gives_the_codes_that_rosters_did_not_know():
    books = no_books()
    take(books, [ROSTER, AN])
    assert units(books) == {"CH1": ("Chi hội 1", None)}
    assert outcomes(take(books, [UNITS, ("CH01", "CHI HỘI 1", "Chi hội", "")])) == [["CHANGED"]]
    assert list(units(books)) == ["CH01"]
    assert unit_of(books, NAME) == "CHI HỘI 1"


def test_a_code_is_found_as_written_and_names_nothing_else():
    books = no_books()
    take(books, [ROSTER, AN, ("2", "Lê Văn Ba", "1950", "CH05", "", "")])
    assert units(books) == {"CH1": ("Chi hội 1", None), "CH05": ("CH05", None)}
    take(books, [ROSTER, ("3", "Lê Văn Tư", "1950", "Chi hội 5", "", "")])
    assert units(books)["CH5"] == ("Chi hội 5", None)
    take(books, [UNITS, ("CH05", "Chi hội Đông", "Chi hội", "")])
    assert unit_of(books, "Lê Văn Ba") == "Chi hội Đông"


def test_two_units_of_one_name_are_told_apart_by_their_codes():
    books = no_books()
    rows = [UNITS, ("A1", "Chi hội 1", "Chi hội", ""), ("B1", "Chi hội 1", "Chi hội", "")]
    assert outcomes(take(books, rows)) == [["CREATED", "CREATED"]]
    assert outcomes(take(books, rows)) == [["UNCHANGED", "UNCHANGED"]]


def test_one_code_for_two_kinds_is_a_problem():
    rows = [UNITS, ("X1", "Chi hội 1", "Chi hội", ""), ("X1", "CLB 1", "CLB CQN", "")]
    result = take(no_books(), rows)
    assert outcomes(result) == [["CREATED", "SKIPPED"]]
    assert problems(result) == [(3, "Mã", "Mã X1 đang dùng cho Chi hội 1.")]


def test_a_unit_said_twice_is_a_duplicate():
    row = ("CH1", "Chi hội 1", "Chi hội", "")
    result = take(no_books(), [UNITS, row, row])
    assert (outcomes(result), duplicates(result)) == ([["CREATED", "SKIPPED"]], [(3, 2)])


@pytest.mark.parametrize("written", ["Chi hội 5", "CH 5", "5", 5, "CHI HỘI SỐ 05", "chi hoi 5"])
def test_the_same_unit_however_it_is_written(written):
    books = no_books()
    take(books, [UNITS, ("CH05", "Chi hội 5", "Chi hội", "")])
    result = take(books, [ROSTER, (*AN[:3], written, "", "")])
    assert result.sheets[0].new_units == []
    assert unit_of(books, NAME) == "Chi hội 5"


# Clubs


def test_a_member_of_the_hoi_in_a_club_is_one_person():
    books = no_books()
    take(books, [ROSTER, AN])
    rows = [CLUB, (NAME, "1952", "CLB CQN 1", "2010")]
    assert outcomes(take(books, rows)) == [["CREATED"]]
    assert outcomes(take(books, rows)) == [["UNCHANGED"]]
    assert len(people(books)) == 1
    (club,) = (m for m in books.memberships.by_id.values() if m.kind == "CLUB")
    assert (str(club.joined_on), books.units[club.unit_id].name) == ("2010", "CLB CQN 1")


def test_the_note_of_a_club_is_kept_with_the_club():
    books = no_books()
    take(books, [(*CLUB, "Ghi chú"), (NAME, "1952", "CLB CQN 1", "2010", "thủ quỹ")])
    assert person(books, NAME).note == ""
    assert [m.note for m in books.memberships.by_id.values()] == ["thủ quỹ"]


def test_the_same_man_in_two_clubs():
    books = no_books()
    rows = [CLUB, *[(NAME, "1952", f"CLB CQN {n}", "") for n in (1, 2)]]
    take(books, [ROSTER, AN])
    first, second = ([CLUB, row] for row in rows[1:])
    assert count(take(books, first), "CREATED") == 1
    assert count(take(books, second), "CREATED") == 1
    assert len(people(books)) == 1
    assert len(books.memberships.by_id) == 3


# Posts


def test_posts_of_a_member_inside_and_outside_the_hoi():
    books = no_books()
    take(books, [ROSTER, AN])
    rows = [
        POSTS,
        (NAME, "1", "Chi hội trưởng", "Hội", "", "1/2020", ""),
        (NAME, "1", "Bí thư chi bộ", "Đảng", "Chi bộ 1", "2020", "31/12/2025"),
    ]
    assert outcomes(take(books, rows)) == [["CREATED", "CREATED"]]
    assert outcomes(take(books, rows)) == [["UNCHANGED", "UNCHANGED"]]
    found = [(p.title, p.scope.value, str(p.to_on)) for p in books.posts_of(person(books, NAME))]
    assert found == [
        ("Chi hội trưởng", "HOI", "None"),
        ("Bí thư chi bộ", "PARTY", "31/12/2025"),
    ]


def test_a_post_is_completed_not_doubled():
    books = no_books()
    take(books, [ROSTER, AN])
    take(books, [POSTS, (NAME, "1", "Chi hội trưởng", "Hội", "", "", "")])
    ended = (NAME, "1", "CHI HỘI TRƯỞNG", "Hội", "", "2020", "30/6/2025")
    assert outcomes(take(books, [POSTS, ended])) == [["CHANGED"]]
    again = (NAME, "1", "Chi hội trưởng", "Hội", "", "1/2026", "")
    assert outcomes(take(books, [POSTS, again])) == [["CREATED"]]
    assert len(books.posts_of(person(books, NAME))) == 2


def test_the_post_of_a_stranger_is_a_problem():
    result = take(no_books(), [POSTS, ("Người Lạ", "", "Bí thư", "Đảng", "", "", "")])
    assert outcomes(result) == [["SKIPPED"]]
    assert [found[:2] for found in problems(result)] == [(2, "Họ và tên")]


# Figures typed in by hand


def test_figures_by_hand_replace_those_of_their_own_period():
    books = no_books()
    first = ("exemplary_members", "1/1/2024", "31/12/2024", "1494/1504", "Báo cáo 2024")
    assert outcomes(take(books, [FIGURES, first])) == [["CREATED"]]
    assert outcomes(take(books, [FIGURES, first])) == [["UNCHANGED"]]
    corrected = (*first[:3], "1495/1504", "")
    other = ("exemplary_members", "1/1/2023", "31/12/2023", "5/9", "")
    assert outcomes(take(books, [FIGURES, corrected, other])) == [["CHANGED", "CREATED"]]
    kept = list(books.manual_figures.by_id.values())
    assert [(f.value, f.source_note) for f in kept] == [("1495/1504", "Báo cáo 2024"), ("5/9", "")]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (("khong_co", "1/1/2024", "31/12/2024", "5", ""), "Chỉ tiêu"),
        (("dues_due", "31/12/2024", "1/1/2024", "5", ""), "Đến ngày"),
        (("dues_due", "2024", "31/12/2024", "5", ""), "Từ ngày"),
        (("dues_due", "1/1/2024", "31/12/2024", "nhiều", ""), "Giá trị"),
        (("exemplary_members", "1/1/2024", "31/12/2024", "9/5", ""), "Giá trị"),
    ],
)
def test_figures_that_cannot_be_are_problems(row, column):
    books = no_books()
    result = take(books, [FIGURES, row])
    assert [found[:2] for found in problems(result)] == [(2, column)]
    assert books.manual_figures.by_id == {}
