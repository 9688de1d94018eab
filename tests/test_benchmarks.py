"""What the benchmarks say of a result, and the data they make; nothing is timed here."""

from datetime import date

import pytest

from benchmarks.__main__ import PAGE
from benchmarks.cases import CASES
from benchmarks.made_data import COLUMNS, made_rows
from benchmarks.results import HEADS, MISSED, Result, amount, machine, plain_table, write_page


def a_result(**more):
    values = {
        "case": "read a list",
        "floor": "calamine alone",
        "floor_took": 0.5,
        "we_took": 1.25,
        "goal": 3,
    }
    return Result(**(values | more))


def test_a_line_says_floor_ours_ratio_goal_and_memory():
    cells = a_result(memory_mb=103.6).cells()
    assert cells == ("read a list", "calamine alone", "500 ms", "1.25 s", "2.50", "≤ 3", "104")
    assert len(cells) == len(HEADS)


@pytest.mark.parametrize(
    ("more", "is_met"),
    [
        ({}, True),
        ({"goal": 2.5}, True),
        ({"goal": 2.4}, False),
        ({"most": 1.25}, True),
        ({"most": 1.2}, False),
        ({"most": 1.3, "worst": 1.4}, False),
    ],
)
def test_a_goal_is_met_within_the_ratio_and_the_bound_on_a_single_turn(more, is_met):
    result = a_result(**more)
    assert result.is_met is is_met
    assert (MISSED in result.cells()[5]) is not is_met


def test_the_worst_turn_stands_beside_the_median():
    cells = a_result(we_took=0.0125, floor_took=0.01, most=0.05, worst=0.061).cells()
    assert cells[3:6] == ("12.5 ms, worst 61.0 ms", "1.25", "≤ 3, 50.0 ms, missed")


@pytest.mark.parametrize(
    ("number", "unit", "said"),
    [
        (0.00026, "s", "0.26 ms"),
        (0.0083, "s", "8.30 ms"),
        (0.17, "s", "170 ms"),
        (2.414, "s", "2.41 s"),
        (9.5, "s", "9.50 s"),
        (33.25, "s", "33.2 s"),
        (240.4, "s", "240 s"),
        (58.2, "MB", "58.2 MB"),
    ],
)
def test_amounts_have_three_figures(number, unit, said):
    assert amount(number, unit) == said


def test_columns_of_the_terminal_stand_under_each_other():
    table = plain_table([a_result().cells(), a_result(case="import a long list").cells()])
    heads, *lines = table.splitlines()
    assert {line.index("calamine") for line in lines} == {heads.index("floor")}


def test_the_page_names_what_was_missed_and_no_machine(tmp_path):
    page = tmp_path / "benchmarks.md"
    write_page(page, {"lists": [a_result(), a_result(case="too slow", goal=1)]}, ["lists"])
    text = page.read_text("utf-8")
    assert "| lists | read a list | calamine alone | 500 ms | 1.25 s | 2.50 | ≤ 3 |" in text
    assert text.endswith("Goals missed: too slow.\n")
    assert f"Measured with {machine()}." in text


def lines_of(page):
    return [line for line in page.read_text("utf-8").splitlines() if line.startswith("| ")][2:]


def test_a_part_measured_again_changes_its_lines_alone(tmp_path):
    page, order = tmp_path / "benchmarks.md", ["first", "second", "third"]
    write_page(page, {"third": [a_result(case="c")], "first": [a_result(case="a")]}, order)
    first, third = lines_of(page)
    write_page(page, {"second": [a_result(case="b", goal=1)]}, order)
    assert lines_of(page)[::2] == [first, third]
    write_page(page, {"first": [a_result(case="another")], "second": []}, order)
    assert [line.split(" | ")[1] for line in lines_of(page)] == ["another", "c"]
    assert page.read_text("utf-8").endswith("Every goal is met.\n")
    write_page(page, {}, ["third"])
    assert lines_of(page) == [third]  # a part that there is no more goes


def test_lines_of_another_machine_do_not_stay(tmp_path):
    page = tmp_path / "benchmarks.md"
    write_page(page, {"first": [a_result()]}, ["first", "second"])
    page.write_text(page.read_text("utf-8").replace(machine(), "Windows, 4 cores"), "utf-8")
    write_page(page, {"second": [a_result()]}, ["first", "second"])
    assert [line.split(" | ")[0] for line in lines_of(page)] == ["| second"]


def test_the_page_of_the_documentation_is_the_programs_own(tmp_path):
    page = tmp_path / "benchmarks.md"
    page.write_text(PAGE.read_text("utf-8"), "utf-8")
    kept = page.read_text("utf-8")
    if f"Measured with {machine()}." not in kept:
        pytest.skip("it was measured on another machine")
    write_page(page, {}, list(CASES))
    assert page.read_text("utf-8") == kept


def test_made_people_are_the_same_each_time_and_nobody_is_there_twice():
    rows = list(made_rows(3_000))
    assert rows == list(made_rows(3_000))
    assert {len(row) for row in rows} == {len(COLUMNS)} == {30}
    for column in ("Số thẻ", "CCCD", "Điện thoại"):
        place = COLUMNS.index(column)
        assert len({row[place] for row in rows}) == len(rows)


def test_made_people_lived_in_the_right_order():
    born, enlisted, discharged = (
        COLUMNS.index(name) for name in ("Ngày sinh", "Nhập ngũ", "Xuất ngũ")
    )
    for row in made_rows(500):
        assert date(1935, 1, 1) <= row[born] < row[enlisted] < row[discharged]
