"""What a voucher must say, and how its number reads."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.funds.vouchers import (
    SERIES,
    Voucher,
    VoucherKind,
    VoucherNumber,
    check_voucher,
    parse_number,
)

TODAY = date(2026, 6, 5)
RECEIPT = Voucher(
    kind=VoucherKind.RECEIPT, issued_on=TODAY, fund_id=1, amount_dong=36_000, content="Hội phí"
)
TRANSFER = replace(
    RECEIPT, kind=VoucherKind.TRANSFER, to_fund_id=1, to_place=MoneyPlace.BANK, content="Gửi NH"
)


def faults(voucher):
    with pytest.raises(Invalid) as raised:
        check_voucher(voucher, TODAY)
    return set(raised.value.fields)


@given(st.sampled_from(VoucherKind), st.integers(1, 99_999), st.integers(2000, 2100))
def test_a_number_is_read_as_it_was_written(kind, number, year):
    posted = replace(
        RECEIPT, kind=kind, number=number, issued_on=date(year, 1, 1), posted_at=datetime.now()
    )
    assert parse_number(f" {posted.number_text.lower()} ") == VoucherNumber(kind, year, number)


def test_a_draft_has_no_number():
    assert (RECEIPT.number_text, RECEIPT.is_posted) == ("", False)


@pytest.mark.parametrize("text", ["", "PT-2026", "XX-2026-0001", "PT2026-1", "0001"])
def test_other_texts_are_no_numbers(text):
    assert parse_number(text) is None


def test_each_kind_has_its_own_series():
    assert len(set(SERIES.values())) == len(VoucherKind)


def test_what_a_voucher_must_say():
    check_voucher(RECEIPT, TODAY)
    check_voucher(TRANSFER, TODAY)
    check_voucher(replace(RECEIPT, kind=VoucherKind.OPENING, amount_dong=0), TODAY)
    assert faults(replace(RECEIPT, amount_dong=0)) == {"amount_dong"}
    with pytest.raises(Invalid, match="quá lớn"):
        check_voucher(replace(RECEIPT, amount_dong=10**15), TODAY)
    assert faults(replace(RECEIPT, issued_on=date(2026, 6, 6))) == {"issued_on"}
    assert faults(replace(RECEIPT, content="  ")) == {"content"}
    assert faults(replace(RECEIPT, kind=VoucherKind.REVERSAL)) == {"reason"}


def test_a_transfer_goes_somewhere_else():
    assert faults(replace(TRANSFER, to_place=MoneyPlace.CASH)) == {"to_fund_id"}
    assert faults(replace(TRANSFER, to_fund_id=None)) == {"to_fund_id"}
