"""Figures on one line."""

import pytest

from ccb_desktop.domain.figures.figure_text import value_text
from ccb_desktop.domain.figures.registry import INDICATOR
from ccb_desktop.domain.figures.values import Gift, Share


@pytest.mark.parametrize(
    ("code", "value", "text"),
    [
        ("members_closing", 1862, "1.862"),
        ("members_closing", 0, "0"),
        ("visits_total", None, "…"),
        ("exemplary_members", {"2019": Share(1849, 1862)}, "1.849/1.862 (99,30 %)"),
        (
            "exemplary_members",
            {"2018": Share(1, 2), "2019": Share(0, 3)},
            "2018: 1/2 (50,00 %); 2019: 0/3 (0,00 %)",
        ),
        ("exemplary_members", {}, ""),
        ("units_excellent", {"2019": Share(0, 0)}, "0/0"),
        ("awards_by_form", {"Giấy khen": 10, "Bằng khen": 1}, "Giấy khen: 10; Bằng khen: 1"),
        ("reunion_gifts", {"Vị Xuyên": Gift(15, 1_800_000)}, "Vị Xuyên: 15 người, 1.800.000 đồng"),
    ],
)
def test_a_value_prints_on_one_line(code, value, text):
    assert value_text(INDICATOR[code], value) == text
