"""Chân quỹ: funds of purpose BASE only, both levels apart, a head rounded down."""

from datetime import date

from ccb_desktop.domain.funds.base_fund import base_fund, per_member_dong
from ccb_desktop.domain.funds.funds import Fund, FundPurpose


def a_fund(own, purpose=FundPurpose.BASE, unit_id=None):
    return Fund(
        id=own, name=f"Quỹ {own}", purpose=purpose, unit_id=unit_id, opened_on=date(2025, 1, 1)
    )


def test_cash_bank_and_loans_of_base_funds_by_level():
    funds = [a_fund(1), a_fund(2, unit_id=5), a_fund(3, FundPurpose.DUES), a_fund(4, unit_id=6)]
    found = base_fund(funds, {1: 100, 2: 20, 3: 9999}, {1: 7, 3: 5, 4: 3})
    assert (found.branch.held_dong, found.branch.lent_dong) == (100, 7)
    assert (found.chi_hoi.held_dong, found.chi_hoi.lent_dong) == (20, 3)
    assert found.both.total_dong == 130


def test_a_head_is_rounded_down_and_nobody_has_none():
    assert per_member_dong(139_987_292, 126) == 1_111_010
    assert per_member_dong(100, 0) is None
