"""Days of the lunar calendar as officers write them."""

import pytest

from ccb_desktop.domain.visits.care_checks import lunar_day_fault


@pytest.mark.parametrize("text", ["", "15/7", "1/1", " 30/12 ", "15/7 nhuận"])
def test_a_day_and_a_month_can_be_read(text):
    assert lunar_day_fault(text) == ""


@pytest.mark.parametrize("text", ["31/7", "1/13", "0/5", "rằm tháng bảy", "15-7", "15/7/2020"])
def test_anything_else_is_told(text):
    assert lunar_day_fault(text)
