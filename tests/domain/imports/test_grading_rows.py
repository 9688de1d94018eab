"""Rows of *Bình xét* and *Xếp loại đơn vị*: once a year each, and nothing in a locked year."""

from datetime import date

from ccb_desktop.domain.emulation.grading import Rating
from ccb_desktop.domain.imports.stored_work import StoredWork
from ccb_desktop.domain.imports.work_books import WorkBooks
from tests.domain.imports.importing import (
    RATINGS,
    RESULTS,
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
    ("2", "Lê Thị Ba", "1955", "Chi hội 2", "1990", ""),
)


def result(name="Nguyễn Văn An", said="CCB gương mẫu", year=2025, unit=""):
    return (year, name, "", "", unit, said)


def grades(books):
    return [
        (one.person_id, one.year, books.units[one.unit_id].code, one.grade)
        for one in books.work.member_results.by_id.values()
    ]


def test_what_was_found_is_matched_to_the_list_and_stands_where_he_stood():
    books = no_books()
    rows = [
        result(said="CCB GƯƠNG MẪU"),
        result(said="gương mẫu", year=2024),
        result("Lê Thị Ba", "không đạt", unit="CH1"),
        result("Lê Thị Ba", "Hoàn thành khá", year=2024),
    ]
    done = take(books, TWO_UNITS, PEOPLE, (RESULTS, *rows))
    assert not problems(done)
    assert grades(books) == [
        (1, 2025, "CH1", "EXEMPLARY"),
        (1, 2024, "CH1", "EXEMPLARY"),
        (2, 2025, "CH1", "NOT_REACHED"),
        (2, 2024, "CH2", "Hoàn thành khá"),
    ]
    assert [one.label for one in books.work.codes.new] == ["Hoàn thành khá"]


def test_a_later_row_of_the_same_year_corrects_the_first():
    books = no_books()
    take(books, TWO_UNITS, PEOPLE, (RESULTS, result()))
    again = take(books, (RESULTS, result(said="Không đạt"), result(said="Không đạt")))
    assert outcomes(again) == [["CHANGED", "SKIPPED"]]
    (change,) = again.sheets[0].rows[0].changes
    assert (change.before, change.after) == ("CCB gương mẫu", "Không đạt")
    assert len(books.work.member_results.by_id) == 1


def test_whoever_is_not_found_is_a_problem_and_adds_nothing_to_the_list():
    books = no_books()
    done = take(books, TWO_UNITS, PEOPLE, (RESULTS, result("Trần Văn Tư", "Tốt lắm")))
    assert [column for _row, column, _text in problems(done)] == ["Họ và tên"]
    assert not books.work.codes.new


def test_units_of_every_kind_are_rated_once_a_year():
    books = no_books()
    rows = [
        (2025, "Chi hội 1", "Hoàn thành xuất sắc"),
        (2025, "Phân hội 1 - Chi hội 2", "Hoàn thành tốt nhiệm vụ"),
        (2025, "CLB1", "HT"),
        (2025, "CH1", "Không hoàn thành"),
        (2025, "Hội", "Hoàn thành"),
    ]
    done = take(books, TWO_UNITS, (RATINGS, *rows))
    assert outcomes(done)[1] == ["CREATED", "CREATED", "CREATED", "CHANGED", "SKIPPED"]
    found = books.work.unit_ratings.by_id.values()
    assert [(books.units[one.unit_id].code, one.rating) for one in found] == [
        ("CH1", Rating.NOT_DONE),
        ("CH2-PH1", Rating.GOOD),
        ("CLB1", Rating.DONE),
    ]


def test_no_unit_is_made_of_words_that_mean_all_units():
    books = no_books()
    done = take(books, TWO_UNITS, (RATINGS, (2025, "Tất cả chi hội", "Hoàn thành")))
    ((_row, column, said),) = problems(done)
    assert column == "Đơn vị" and "một đơn vị" in said
    assert "Tất cả chi hội" not in [unit.name for unit in books.units.by_id.values()]
    assert not books.work.unit_ratings.by_id


def test_a_year_to_come_is_not_graded():
    books = no_books()
    year = date.today().year
    rows = [result(year=year + 1), result(year=year)]
    done = take(books, TWO_UNITS, PEOPLE, (RESULTS, *rows), (RATINGS, (year + 1, "CH1", "HT")))
    assert outcomes(done)[2:] == [["SKIPPED", "CREATED"], ["SKIPPED"]]
    assert all("chưa tới" in said for _row, _column, said in problems(done))


def test_a_locked_year_takes_only_what_it_says_already():
    books = no_books()
    rating = (2025, "CH1", "Hoàn thành tốt")
    take(books, TWO_UNITS, PEOPLE, (RESULTS, result()), (RATINGS, rating))
    work = books.work
    books.work = WorkBooks(
        StoredWork(
            member_results=list(work.member_results.by_id.values()),
            unit_ratings=list(work.unit_ratings.by_id.values()),
            locked_years=frozenset({2025}),
        )
    )
    same = take(books, (RESULTS, result()), (RATINGS, rating))
    assert outcomes(same) == [["UNCHANGED"], ["UNCHANGED"]]
    rows = [result(said="Không đạt"), result("Lê Thị Ba"), result(year=2024)]
    other = take(books, (RESULTS, *rows), (RATINGS, (2025, "CH1", "Hoàn thành")))
    assert outcomes(other) == [["SKIPPED", "SKIPPED", "CREATED"], ["SKIPPED"]]
    assert all("đã khóa" in text for _row, _column, text in problems(other))
