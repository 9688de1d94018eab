"""Annex 5 and section 9: units and items with what was handed, done and brought together."""

from datetime import date
from decimal import Decimal

from ccb_desktop.domain.figures.books import FigureQuery
from ccb_desktop.domain.figures.count import count_figures
from ccb_desktop.domain.figures.work_book import Step
from ccb_desktop.domain.papers import Band
from ccb_desktop.domain.reports.task_annex import (
    TO_PEOPLE,
    items_table,
    tasks_annex,
    tasks_of_period,
)
from tests.domain.figures.works import YEAR, an_assignment, work_books

FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)


def steps(amount):
    return (Step(None, Decimal(amount)),)


FLAGS = {"what": "Treo cờ", "item_id": 2, "measure": "cờ", "target": Decimal(20)}
WORK = (
    an_assignment(id=1, unit_id=2, done_on=date(2025, 6, 1)),
    an_assignment(id=2, unit_id=1, due_on=date(2025, 3, 1), done_on=date(2025, 4, 1)),
    an_assignment(id=3, unit_id=1, steps=steps(15), **FLAGS),
    an_assignment(id=4, unit_id=2, steps=steps(20), done_on=date(2025, 5, 1), **FLAGS),
    an_assignment(id=5, unit_id=None, person_id=10),
    an_assignment(id=6, unit_id=1, year=2024),
)


def annex():
    return tasks_annex(tasks_of_period(work_books(assignments=WORK), FIRST, LAST))


def test_without_work_there_is_no_annex():
    assert tasks_of_period(work_books(), FIRST, LAST) is None
    done = an_assignment(year=2024, done_on=date(2024, 1, 1))
    assert tasks_of_period(work_books(assignments=(done,)), FIRST, LAST) is None


def test_units_stand_in_their_order_with_what_they_were_handed():
    units, _items = annex().tables
    assert [row[1:] for row in units.rows] == [
        ("Chi hội 1", 2, 1, 1, 1, Decimal("50.00"), 1),
        ("Chi hội 2", 2, 2, 0, 0, Decimal("100.00"), 0),
        (TO_PEOPLE, 1, 0, 0, 1, Decimal("0.00"), 0),
    ]
    assert units.totals == ((None, "Cộng", 5, 3, 1, 2, Decimal("60.00"), 1),)


def test_the_sums_are_the_figures_of_the_period():
    figures = count_figures(work_books(assignments=WORK), FigureQuery(**YEAR))
    (total,) = annex().tables[0].totals
    assert total[2:4] == (figures["tasks_items"], figures["tasks_done"])
    assert total[-1] == figures["tasks_overdue"]


def test_each_item_shows_what_each_unit_brought_together():
    _units, items = annex().tables
    cleaning, flags = "Vệ sinh đường phố", "Treo cờ"
    assert [row[1:] for row in items.rows] == [
        (cleaning, "Chi hội 1", "", 1, 1, None, None, None),
        (cleaning, "Chi hội 2", "", 1, 1, None, None, None),
        (cleaning, TO_PEOPLE, "", 1, 0, None, None, None),
        (flags, "Chi hội 1", "cờ", 1, 0, 20, 15, Decimal("75.00")),
        (flags, "Chi hội 2", "cờ", 1, 1, 20, 20, Decimal("100.00")),
    ]


def test_section_9_has_each_key_task_with_its_items():
    table = items_table(tasks_of_period(work_books(assignments=WORK), FIRST, LAST))
    assert table.rows == [
        Band("Giữ gìn an ninh"),
        (1, "Vệ sinh đường phố", "", 3, 2, None, None, None),
        (2, "Treo cờ", "cờ", 2, 1, 40, 35, Decimal("87.50")),
    ]
