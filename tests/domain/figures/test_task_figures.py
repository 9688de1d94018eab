"""Tasks counted: by deadline or period, done by the cut-off, rates by the name of the item."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.figures.books import FigureQuery
from ccb_desktop.domain.figures.count import count_figures
from ccb_desktop.domain.figures.registry import INDICATOR, Book
from ccb_desktop.domain.figures.values import Share
from ccb_desktop.domain.figures.work_book import Step
from ccb_desktop.domain.tasks.periods import Recurrence, TaskPeriod, periods_of
from tests.domain.figures.rosters import UNITS, a_member
from tests.domain.figures.works import an_assignment, count_work, work_books

CODES = {code for code, one in INDICATOR.items() if one.book is Book.TASKS}
CH1, CH2, _PH1 = UNITS
PERIODS = st.sampled_from([one for kind in Recurrence for one in periods_of(kind)])
DAYS = st.dates(date(2024, 6, 1), date(2026, 6, 30))


def count(*assignments, **more):
    return count_work(assignments=assignments, **more)


def told(*steps):
    return tuple(Step(on, Decimal(amount)) for on, amount in steps)


def test_without_a_plan_nothing_is_said():
    assert {count()[code] for code in CODES} == {None}
    found = count(an_assignment(year=2024, done_on=date(2024, 6, 1)))
    assert (found["tasks_items"], found["tasks_overdue"]) == (0, 0)
    assert found["tasks_target_rate"] == {}


@given(st.lists(st.tuples(PERIODS, st.none() | DAYS, st.none() | DAYS), min_size=1, max_size=8))
def test_each_belongs_to_the_range_of_its_end_and_done_counts_to_the_cut_off(plan):
    ones = [an_assignment(period=period, due_on=due, done_on=done) for period, due, done in plan]
    cut_off = date(2025, 6, 30)
    found = count(*ones, asked={"to_on": cut_off})
    within = [one for one in ones if date(2025, 1, 1) <= one.ends_on <= cut_off]
    assert found["tasks_items"] == len(within)
    assert found["tasks_done"] == sum(
        one.done_on is not None and one.done_on <= cut_off for one in within
    )
    assert found["tasks_overdue"] == sum(
        one.ends_on < cut_off and (one.done_on is None or one.done_on > cut_off) for one in ones
    )


def test_overdue_looks_at_all_years():
    old = an_assignment(year=2023, due_on=date(2023, 5, 1))
    ends_today = an_assignment(due_on=date(2025, 12, 31))
    found = count(old, ends_today)
    assert (found["tasks_items"], found["tasks_overdue"]) == (1, 1)


def test_rates_are_summed_by_item_over_what_has_a_target():
    first = TaskPeriod(Recurrence.HALF, 1)
    found = count(
        an_assignment("Treo cờ", target=Decimal(20), measure="cờ", steps=told((None, 15))),
        an_assignment("treo CỜ", target=Decimal(20), year=2025, period=first),
        an_assignment("Treo cờ", steps=told((None, 99))),
        an_assignment("Tuần tra", target=Decimal("1.5"), steps=told((date(2025, 2, 1), "0.75"))),
    )
    assert found.shares("tasks_target_rate") == {
        "Treo cờ": Share(15, 40),
        "Tuần tra": Share(Decimal("0.75"), Decimal("1.5")),
    }
    assert found.shares("tasks_target_rate")["Tuần tra"].percent == 50


def test_what_was_added_after_the_cut_off_is_not_counted_yet():
    steps = told((date(2025, 3, 1), 2), (date(2025, 8, 1), 5), (None, 1))
    one = an_assignment(target=Decimal(10), steps=steps, due_on=date(2025, 5, 1))
    half = count(one, asked={"to_on": date(2025, 6, 30)})
    assert half.shares("tasks_target_rate")["Vệ sinh đường phố"] == Share(3, 10)
    assert count(one).shares("tasks_target_rate")["Vệ sinh đường phố"] == Share(8, 10)


def test_items_of_one_name_in_different_measures_stand_apart():
    found = count(
        an_assignment("Trồng cây", target=Decimal(10), measure="cây"),
        an_assignment("Trồng cây", target=Decimal(3), measure="ha"),
    )
    assert set(found.shares("tasks_target_rate")) == {"Trồng cây (cây)", "Trồng cây (ha)"}


def test_of_one_unit_are_its_own_and_those_of_its_members():
    ones = (
        an_assignment(unit_id=CH1.id),
        an_assignment(unit_id=CH2.id, id=2),
        an_assignment(unit_id=None, person_id=10, id=3),
        an_assignment(unit_id=None, person_id=20, id=4),
    )
    books = work_books(a_member(1, unit_id=1), a_member(2, unit_id=2), assignments=ones)
    query = FigureQuery(
        from_on=date(2025, 1, 1), to_on=date(2025, 12, 31), unit=CH1, with_records=True
    )
    found = count_figures(books, query).by_code["tasks_items"]
    assert [(one.key, one.label) for one in found.records] == [
        ("1", "Vệ sinh đường phố – Chi hội 1"),
        ("3", "Vệ sinh đường phố – Trần Văn Bình 1"),
    ]
