"""Statistics of the policy bank's groups, kept and corrected."""

from dataclasses import replace
from datetime import date

import pytest

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.funds.loans import BankLoanCount
from ccb_desktop.operations.funds import bank_loans

COUNT = BankLoanCount(
    counted_on=date(2026, 3, 31), group_name="Tổ An Bình", households=30, balance_dong=900
)


def test_a_count_is_kept_corrected_and_taken_out(store):
    bank_loans.save_bank_count(store, COUNT)
    (kept,) = bank_loans.list_bank_counts(store)
    bank_loans.save_bank_count(store, replace(kept, balance_dong=800))
    (kept,) = bank_loans.list_bank_counts(store)
    assert kept.balance_dong == 800
    bank_loans.remove_bank_count(store, kept)
    assert bank_loans.list_bank_counts(store) == []


def test_a_group_has_one_count_a_day(store):
    bank_loans.save_bank_count(store, COUNT)
    with pytest.raises(Invalid) as caught:
        bank_loans.save_bank_count(store, replace(COUNT, group_name="tổ  an bình"))
    assert list(caught.value.fields) == ["counted_on"]
