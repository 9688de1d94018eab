"""What a new activity is called before anybody has typed."""

from datetime import date

import pytest

from ccb_desktop.domain.activities.proposing import proposed_name

DAY = date(2026, 11, 5)


@pytest.mark.parametrize(
    ("kind", "kind_name", "unit", "day", "name"),
    [
        ("UNIT_MEETING", "Sinh hoạt chi hội", "Chi hội 3", DAY, "Sinh hoạt Chi hội 3 tháng 11"),
        ("UNIT_MEETING", "Sinh hoạt chi hội", "", None, "Sinh hoạt chi hội"),
        ("BOARD_MEETING", "Họp BCH/BTV", "", DAY, "Họp Ban Chấp hành tháng 11"),
        ("SECURITY", "An ninh trật tự", "Chi hội 2", DAY, "An ninh trật tự Chi hội 2 tháng 11"),
        ("OTHER", "Khác", "", DAY, "Khác tháng 11"),
    ],
)
def test_kind_unit_and_month_make_the_name(kind, kind_name, unit, day, name):
    assert proposed_name(kind, kind_name, unit, day) == name
