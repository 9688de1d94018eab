"""The grid of a year: what lacks, what is ticked, amounts spread over months."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.funds.dues_sheet import DuesLine, DuesSheet, Ticks

DUES = st.lists(st.sampled_from((0, 3_000, 5_000)), min_size=12, max_size=12).map(tuple)
PAID = st.dictionaries(st.none() | st.integers(1, 12), st.integers(1, 20_000), max_size=5)
LINES = st.builds(DuesLine, st.just(1), st.just("Nguyễn Văn An"), st.none(), DUES, PAID)
YEAR = (3_000,) * 12


def line(person_id=1, due=YEAR, paid=None):
    return DuesLine(person_id, f"Trần Văn Bình {person_id}", None, due, paid or {})


def ticks(*lines, monthly=True):
    return Ticks(DuesSheet(unit_id=1, year=2026, monthly=monthly, lines=lines))


@given(LINES)
def test_what_lacks_by_month_comes_to_what_lacks(one):
    assert all(
        0 <= part <= due for part, due in zip(one.lacking_by_month, one.due_by_month, strict=True)
    )
    assert sum(one.lacking_by_month) == one.lacking_dong


@given(LINES, st.integers(0, 100_000))
def test_an_amount_is_spread_whole_over_the_earliest_months(one, amount):
    paying = one.spread(amount)

    assert sum(paying.values()) == amount
    full = [m for m, part in paying.items() if m and part == one.lacking_by_month[m - 1]]
    partial = [m for m, part in paying.items() if m and part < one.lacking_by_month[m - 1]]
    assert len(partial) <= 1
    assert all(month > max(full, default=0) for month in partial)
    assert None not in paying or paying[None] == amount - one.lacking_dong


def test_a_month_is_ticked_only_as_far_as_it_lacks():
    chosen = ticks(line(paid={1: 3_000, 2: 1_000}))
    for month in (1, 2, 3):
        chosen.tick(1, month, True)
    assert chosen.of(1) == {2: 2_000, 3: 3_000}
    chosen.tick(1, 3, False)
    assert (chosen.amount_dong, chosen.people) == (2_000, 1)
    chosen.tick(1, 2, False)
    assert (chosen.amount_dong, chosen.people) == (0, 0)


def test_a_row_is_ticked_as_far_as_something_is_owed():
    chosen = ticks(line(1), line(2, due=(0,) * 12))
    chosen.tick_row(1, True)
    chosen.tick_row(2, True)
    assert chosen.amount_dong == 36_000
    assert chosen.people == 1
    chosen.tick_row(1, False)
    assert chosen.people == 0


def test_payments_are_what_is_ticked():
    chosen = ticks(line(1), line(2), monthly=False)
    chosen.tick(2, None, True)
    chosen.set_amount(1, 50_000)

    payments = list(chosen.payments(date(2026, 3, 1)))

    assert [(one.person_id, one.month, one.amount_dong) for one in payments] == [
        (1, None, 50_000),
        (2, None, 36_000),
    ]
    assert {(one.year, one.unit_id, one.paid_on) for one in payments} == {
        (2026, 1, date(2026, 3, 1))
    }


def test_what_was_ticked_is_taken_up_as_far_as_it_still_lacks():
    chosen = ticks(line(1, paid={1: 3_000, 2: 1_000}), line(2, paid={None: 36_000}))
    chosen.resume(1, {1: 3_000, 2: 3_000, 3: 3_000})
    chosen.resume(2, {1: 3_000})
    chosen.resume(7, {1: 3_000})
    assert chosen.of(1) == {2: 2_000, 3: 3_000}
    assert chosen.people == 1


def test_months_ticked_earlier_are_a_sum_where_dues_are_told_by_year():
    chosen = ticks(line(1), line(2, paid={None: 36_000}), monthly=False)
    chosen.resume(1, {1: 3_000, None: 5_000})
    chosen.resume(2, {None: 5_000})
    assert (chosen.of(1), chosen.of(2)) == ({None: 8_000}, {})
