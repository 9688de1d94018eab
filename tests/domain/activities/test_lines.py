"""How the cost of an activity stands in the cash book, in words."""

from datetime import date

import pytest

from ccb_desktop.domain.activities.activities import Activity
from ccb_desktop.domain.activities.lines import ActivityLine


@pytest.mark.parametrize(
    ("cost", "payment", "voided_on", "told", "is_paid"),
    [
        (0, "", None, "", False),
        (5, "", None, "Chưa có phiếu chi", False),
        (5, "PC-2026-0001", None, "PC-2026-0001", True),
        (5, "PC-2026-0001", date(2026, 3, 9), "PC-2026-0001 ĐÃ HỦY 09/03/2026", False),
    ],
)
def test_a_voided_payment_is_none(cost, payment, voided_on, told, is_paid):
    activity = Activity(held_on=date(2026, 3, 5), kind="OTHER", name="Việc", cost_dong=cost)
    line = ActivityLine(activity=activity, payment=payment, payment_voided_on=voided_on)
    assert (line.payment_told, line.is_paid) == (told, is_paid)
