"""Cash counted: held against the book of its day, a difference explained, nothing booked."""

from datetime import date

import pytest

from ccb_desktop.domain.errors import Invalid, NotFound
from ccb_desktop.domain.funds.cash_counts import CashCount
from ccb_desktop.operations.funds import cash_counts
from tests.ledger import held, open_fund, receive

DAY = date(2026, 3, 31)


def a_count(fund_id, counted, **more):
    values = {"counted_on": DAY, "book_dong": 0, "pieces": {}, **more}
    return CashCount(fund_id=fund_id, counted_dong=counted, **values)


def test_a_count_remembers_what_the_book_said_that_day(store):
    fund = open_fund(store, cash=700_000, bank=50_000)
    receive(store, fund, 1_000, issued_on=date(2026, 4, 1))
    pieces = {500_000: 1, 100_000: 2}
    _change, kept = cash_counts.save_cash_count(store, a_count(fund, 700_000, pieces=pieces))
    assert (kept.book_dong, kept.difference_dong) == (700_000, 0)
    assert cash_counts.list_cash_counts(store, [fund]) == [kept]


def test_a_difference_needs_a_reason_and_changes_no_book(store):
    fund = open_fund(store, cash=700_000)
    with pytest.raises(Invalid) as refused:
        cash_counts.save_cash_count(store, a_count(fund, 690_000))
    assert "reason" in refused.value.fields
    cash_counts.save_cash_count(store, a_count(fund, 690_000, reason="Trả lại nhầm"))
    assert held(store, fund) == (700_000, 0)


@pytest.mark.parametrize(
    ("field", "more"),
    [
        ("counted_on", {"counted_on": date(2100, 1, 1), "reason": "x"}),
        ("counted_dong", {"pieces": {500_000: 2}}),
        ("counted_on", {"counted_on": date(2025, 1, 1), "reason": "x"}),
    ],
)
def test_a_count_that_cannot_be_is_refused(store, field, more):
    fund = open_fund(store, cash=700_000)
    with pytest.raises(Invalid) as refused:
        cash_counts.save_cash_count(store, a_count(fund, 700_000, **more))
    assert field in refused.value.fields


def test_a_count_written_by_mistake_goes(store):
    fund = open_fund(store)
    _change, kept = cash_counts.save_cash_count(store, a_count(fund, 0))
    cash_counts.remove_cash_count(store, kept.id)
    assert cash_counts.list_cash_counts(store) == []
    with pytest.raises(NotFound):
        cash_counts.remove_cash_count(store, kept.id)
