"""Amounts are read as officers type them, and told with their measure."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.printing import number
from ccb_desktop.domain.tasks.quantities import read_quantity, told_quantity


@given(st.decimals(-(10**9), 10**9, places=2))
def test_what_is_printed_is_read_back(value):
    assert read_quantity(number(value)) == value


@pytest.mark.parametrize("text", ["", "năm", "1.2", "1,2,3", "12.34.567", "--3", "٣"])
def test_what_is_no_amount_is_none(text):
    assert read_quantity(text) is None


def test_an_amount_is_told_with_its_measure():
    assert told_quantity(Decimal("1200.5"), "buổi") == "1.200,5 buổi"
    assert told_quantity(Decimal(3), "") == "3"
    assert told_quantity(None, "buổi") == ""
