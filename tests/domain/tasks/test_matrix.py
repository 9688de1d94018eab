"""Units × items: what a cell says, and that sums of rows and columns are sums of cells."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.tasks.assignments import TaskState
from ccb_desktop.domain.tasks.matrix import matrix_of, tally, within
from tests.task_lines import a_line

TODAY = date(2026, 7, 10)
SOON = 14


lines = st.lists(
    st.builds(
        a_line,
        unit=st.integers(1, 12),
        item=st.integers(1, 4),
        month=st.integers(1, 12),
        result=st.none() | st.integers(1, 9).map(Decimal),
        target=st.none() | st.integers(1, 9).map(Decimal),
        done_on=st.none() | st.dates(date(2026, 1, 1), TODAY),
        person=st.none() | st.integers(1, 3),
    ),
    max_size=30,
)


@given(lines)
def test_cells_sum_up_to_rows_columns_and_the_whole(some):
    found = matrix_of(some, TODAY, SOON)
    cells = {
        (who.key, item.id): found.tally(who, item)
        for who in found.recipients
        for item in found.items
    }
    whole = found.tally()
    assert whole.handed == len(some) == sum(cell.handed for cell in cells.values())
    assert whole.done == sum(cell.done for cell in cells.values())
    for item in found.items:
        column = [cell for (_who, of), cell in cells.items() if of == item.id]
        summed = found.tally(item=item)
        assert summed.done == sum(cell.done for cell in column)
        aimed = [cell.target for cell in column if cell.target is not None]
        assert summed.target == (sum(aimed) if aimed else None)
        assert summed.result == sum(cell.result for cell in column)
    assert whole.target is None


@given(lines)
def test_a_cell_is_as_bad_as_its_worst(some):
    of = tally(some, TODAY, SOON)
    if TaskState.OVERDUE in of.states:
        assert of.state is TaskState.OVERDUE
    elif of.states and of.done == of.handed:
        assert of.state in (TaskState.DONE, TaskState.DONE_LATE)
    assert (of.state is None) == (not some)
    assert of.sign.endswith(f"{of.done}/{of.handed}") == bool(some)


@given(lines, st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_each_line_belongs_to_one_side_of_a_day(some, day):
    first = within(some, date(2026, 1, 1), day)
    rest = within(some, date.fromordinal(day.toordinal() + 1), date(2026, 12, 31))
    assert len(first) + len(rest) == len(some)


def test_units_stand_in_the_order_of_their_numbers_and_people_behind_them():
    some = [a_line(unit=10), a_line(unit=2), a_line(person=3), a_line(unit=1)]
    names = [who.name for who in matrix_of(some, TODAY, SOON).recipients]
    assert names == ["Chi hội 1", "Chi hội 2", "Chi hội 10", "Lê Văn 3"]


def test_signs_and_words_say_the_same():
    late = tally([a_line(month=6), a_line(month=7, done_on=TODAY)], TODAY, SOON)
    assert late.sign == "✘ 1/2"
    assert late.told == "Quá hạn: xong 1 trong 2 việc, quá hạn 1"
    done = tally([a_line(done_on=TODAY, result=Decimal(3), target=Decimal(4))], TODAY, SOON)
    assert (done.sign, done.short_reached) == ("✔ 1/1", "✔ 3/4")
    assert done.told == "Xong muộn: xong 1 trong 1 việc; đạt 3/4 (75,00 %)"
    assert (tally([], TODAY, SOON).told, tally([], TODAY, SOON).short_reached) == ("Không giao", "")
    assert tally([a_line(month=12)], TODAY, SOON).sign == "– 0/1"
    assert tally([a_line(month=7)], TODAY, 30).sign == "! 0/1"
    assert tally([a_line(month=12, result=Decimal(1))], TODAY, SOON).short_reached == "… 0/1"
