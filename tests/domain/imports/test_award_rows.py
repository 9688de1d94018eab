"""Rows of *Khen thưởng*: who was commended, by whom, and which award is told of again."""

from tests.domain.imports.importing import (
    AWARDS,
    ROSTER,
    TWO_UNITS,
    no_books,
    outcomes,
    problems,
    take,
)

PEOPLE = (
    ROSTER,
    ("1", "Nguyễn Văn An", "1950", "Chi hội 1", "1990", ""),
    ("2", "Lê Thị Ba", "1955", "Chi hội 1", "1990", ""),
    ("3", "Lê Thị Ba", "1957", "Chi hội 2", "1990", ""),
)


def award(name="Nguyễn Văn An", kind="Hội viên", form="Giấy khen", giver="UBND phường", **more):
    """A row of the sheet."""
    return (
        *(more.get("day", "19/5/2025"), kind, name, more.get("born", ""), more.get("card", "")),
        *(form, giver, more.get("number", ""), more.get("content", "")),
    )


def awards(books):
    return list(books.work.awards.by_id.values())


def test_members_units_and_the_branch_are_commended():
    books = no_books()
    rows = [
        award("nguyễn văn an", form="giấy KHEN"),
        award("Lê Thị Ba", born="1957"),
        award("CH 1", "Chi hội"),
        award("Phân hội 1 - Chi hội 2", "Chi hội"),
        award("Hội CCB phường An Bình", "Hội", form="Cờ thi đua", giver="Hội CCB thành phố"),
    ]
    done = take(books, TWO_UNITS, PEOPLE, (AWARDS, *rows))
    assert not problems(done)
    found = [(one.recipient, one.person_id, one.unit_id, one.form) for one in awards(books)]
    assert found == [
        ("Nguyễn Văn An", 1, None, "Giấy khen"),
        ("Lê Thị Ba", 3, None, "Giấy khen"),
        ("Chi hội 1", None, 1, "Giấy khen"),
        ("Phân hội 1 - Chi hội 2", None, 4, "Giấy khen"),
        ("Hội CCB phường An Bình", None, None, "Cờ thi đua"),
    ]


def test_a_member_must_be_found_a_unit_may_stand_by_its_name():
    books = no_books()
    rows = [award("Trần Văn Tư"), award("Lê Thị Ba"), award("Tổ bảo vệ dân phố", "Chi hội")]
    done = take(books, TWO_UNITS, PEOPLE, (AWARDS, *rows))
    assert [(row, column) for row, column, _text in problems(done)] == [
        (2, "Tên"),
        (3, "Tên"),
        (4, "Tên"),
    ]
    assert [(one.recipient, one.unit_id) for one in awards(books)] == [("Tổ bảo vệ dân phố", None)]


def test_the_year_of_a_medal_stands_on_the_person_but_never_over_one_that_is_known():
    books = no_books()
    rows = [
        award(form="Kỷ niệm chương CCB Việt Nam", giver="Trung ương Hội"),
        award("Lê Thị Ba", born="1955"),
        award("Lê Thị Ba", born="1957", form="Kỷ niệm chương", day="3/2/2024"),
        award("Lê Thị Ba", born="1957", form="Kỷ niệm chương", day="3/2/2025", number="8"),
    ]
    assert not problems(take(books, TWO_UNITS, PEOPLE, (AWARDS, *rows)))
    years = [one.medal_year for one in books.people.by_id.values()]
    assert years == [2025, None, 2024]


def test_new_forms_and_givers_join_their_lists():
    books = no_books()
    row = award(form="Thư khen", giver="Hội CCB phường")
    done = take(books, TWO_UNITS, PEOPLE, (AWARDS, row, award(form="THƯ KHEN", number="7")))
    assert done.sheets[2].new_entries == [
        "Thư khen (Hình thức khen thưởng)",
        "Hội CCB phường (Cấp khen thưởng)",
    ]
    assert [(one.list_name, one.label) for one in books.work.codes.new] == [
        ("AWARD_FORM", "Thư khen"),
        ("AWARD_GIVER", "Hội CCB phường"),
    ]
    assert {one.form for one in awards(books)} == {"Thư khen"}


def test_the_same_file_again_changes_nothing_and_a_missing_number_is_filled_in():
    books = no_books()
    rows = [award(number="21/QĐ-KT"), award(number="22/QĐ-KT"), award("Lê Thị Ba", card="3")]
    take(books, TWO_UNITS, PEOPLE, (AWARDS, *rows))
    assert outcomes(take(books, (AWARDS, *rows))) == [["UNCHANGED"] * 3]
    later = award("Lê Thị Ba", card="3", number="23/QĐ-KT", content="Thành tích năm 2024")
    assert outcomes(take(books, (AWARDS, later))) == [["CHANGED"]]
    assert [one.decision_no for one in awards(books)] == ["21/QĐ-KT", "22/QĐ-KT", "23/QĐ-KT"]
    other = award(number="30/QĐ-KT")
    assert outcomes(take(books, (AWARDS, other))) == [["CREATED"]]


def test_a_day_that_has_not_come_gives_no_award():
    books = no_books()
    done = take(books, TWO_UNITS, PEOPLE, (AWARDS, award(day="1/1/2099", form="Thư khen")))
    assert [column for _row, column, _text in problems(done)] == ["Ngày"]
    assert not books.work.codes.new
