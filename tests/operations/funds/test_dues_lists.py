"""The lists of dues from a real store, and as Excel."""

from datetime import date

import openpyxl
import pytest

from ccb_desktop.domain.funds.dues import DuesPayment, DuesPeriod, DuesRate
from ccb_desktop.domain.papers import row_texts
from ccb_desktop.operations import papers
from ccb_desktop.operations.funds import dues
from ccb_desktop.operations.papers import ListOrder
from tests.books import add_member, add_unit

ON = date(2026, 6, 30)


@pytest.fixture
def roster(store):
    """Two chi hội of two and one, where one has paid half a year."""
    first, second = add_unit(store), add_unit(store, "CH2", "Chi hội 2")
    add_member(store, "Nguyễn Văn An", first)
    add_member(store, "Trần Văn Bình", first)
    add_member(store, "Lê Văn Chín", second)
    dues.save_rate(store, DuesRate(from_on=date(2025, 7, 1), amount_dong=36_000))
    dues.record_payments(
        store, [DuesPayment(person_id=1, year=2025, amount_dong=18_000, paid_on=date(2025, 8, 1))]
    )
    return store


def paper(store, name, **more):
    return papers.list_rows(store, ListOrder(name=name, on=ON, **more))


def test_arrears_are_told_by_person_and_by_unit(roster):
    people, units = paper(roster, "arrears").tables

    assert [(row[1], row[6], row[7]) for row in row_texts(people)] == [
        ("Nguyễn Văn An", "18.000", "2026: 18.000"),
        ("Trần Văn Bình", "36.000", "2025: 18.000; 2026: 18.000"),
        ("Lê Văn Chín", "36.000", "2025: 18.000; 2026: 18.000"),
    ]
    assert [row[1:] for row in row_texts(units)] == [
        ("Chi hội 1", "2", "2", "72.000", "18.000", "54.000"),
        ("Chi hội 2", "1", "1", "36.000", "0", "36.000"),
    ]


def test_arrears_of_one_unit_are_summed_by_themselves(roster):
    people, units = paper(roster, "arrears", filter="Chi hội 2").tables

    assert people.totals[0][4:7] == (36_000, 0, 36_000)
    assert len(list(row_texts(units))) == 1


def test_the_grid_of_the_year_has_a_table_for_each_unit(roster):
    tables = paper(roster, "dues").tables

    assert [table.title for table in tables] == ["Chi hội 1", "Chi hội 2"]
    assert [row[1:] for row in row_texts(tables[1])] == [
        ("Lê Văn Chín", "1952", "36.000", "0", "36.000")
    ]


def test_the_grid_by_month_shows_what_of_each_month_is_covered(roster):
    dues.save_rate(
        roster, DuesRate(from_on=date(2026, 1, 1), period=DuesPeriod.MONTH, amount_dong=3_000)
    )
    day = date(2026, 2, 2)
    dues.record_payments(
        roster,
        [
            DuesPayment(person_id=1, year=2026, month=3, amount_dong=3_000, paid_on=day),
            DuesPayment(person_id=1, year=2026, amount_dong=4_000, paid_on=day),
        ],
    )

    table = paper(roster, "dues", filter="An").tables[0]

    [row] = row_texts(table)
    assert row[4:8] == ("3.000", "1.000", "3.000", "")


def test_without_a_rate_the_list_says_so(store):
    add_member(store)
    assert "Chưa ghi mức hội phí" in paper(store, "arrears").tables[0].note


def test_both_are_written_as_excel(roster, tmp_path):
    for name in ("dues", "arrears"):
        out = papers.write_list(roster, ListOrder(name=name, on=ON), tmp_path / f"{name}.xlsx")
        assert len(openpyxl.load_workbook(out).worksheets) == 2


@pytest.mark.parametrize(("name", "table"), [("dues", 0), ("arrears", 1)])
def test_what_is_owed_without_a_rate_is_never_told_as_nothing(store, name, table):
    add_member(store, "Nguyễn Văn An", add_unit(store))
    dues.record_payments(
        store, [DuesPayment(person_id=1, year=2026, amount_dong=18_000, paid_on=date(2026, 2, 1))]
    )
    found = paper(store, name).tables
    [row] = row_texts(found[table])
    assert (row[-3], row[-2], row[-1]) == ("…", "18.000", "…")
    assert found[table].totals[0][-3:] == ("…", 18_000, "…")
    assert "Chưa ghi mức hội phí" in found[0].note
