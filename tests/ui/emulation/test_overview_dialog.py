"""The pictures of the years say in their titles how the last one stands to the one before."""

import pytest

from ccb_desktop.operations.emulation import grading
from ccb_desktop.ui.emulation.overview_dialog import OverviewDialog, message
from tests.operations.emulation.test_grading import TODAY
from tests.ui.hands import settle


@pytest.mark.parametrize(
    ("shares", "told"),
    [
        ({}, "CCB gương mẫu"),
        ({2025: (1, 2)}, "CCB gương mẫu năm 2025: 50,00 %"),
        ({2024: (1, 4), 2025: (1, 2)}, "50,00 %, tăng so với năm 2024 (25,00 %)"),
        ({2024: (3, 4), 2025: (1, 2)}, "50,00 %, giảm so với năm 2024 (75,00 %)"),
        ({2023: (1, 2), 2025: (2, 4)}, "50,00 %, bằng năm 2023 (50,00 %)"),
    ],
)
def test_a_title_is_the_message(shares, told):
    assert message("CCB gương mẫu", shares).endswith(told)


def test_nothing_is_said_in_one_sentence_and_years_are_drawn(page, store):
    dialog = OverviewDialog(page, page.desk, store)
    dialog.open()
    settle()
    assert dialog._nothing.isVisible()
    assert not any(chart.isVisible() for chart in dialog.charts)
    dialog.reject()
    members = grading.load_grading(store, 2024, TODAY).members
    grading.grade_everybody(store, 2024, members)
    dialog = OverviewDialog(page, page.desk, store)
    dialog.open()
    settle()
    assert [chart.isVisible() for chart in dialog.charts] == [True, False, False, False]
