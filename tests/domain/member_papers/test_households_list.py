"""Poor households and frail houses: each household once, however many members live in it."""

from ccb_desktop.domain.member_papers.households_list import households
from ccb_desktop.domain.papers import Band
from tests.paper_values import a_line, a_source


def test_a_household_of_two_members_is_one_row():
    lines = [
        a_line("Lê An", 1, household_id=7, household_head="Lê An", poverty="POOR"),
        a_line("Lê Ba", 2, household_id=7, household_head="Lê An", poverty="POOR"),
        a_line("Lê Tư", 3, poverty="NEAR_POOR", house_state="DILAPIDATED", phone="0912345678"),
        a_line("Lê Vũ", 4, house_state="DILAPIDATED"),
        a_line("Lê Sáu", 5, house_state="SOLID"),
    ]
    (table,) = households(a_source("households"), lines).tables
    assert [row.label if isinstance(row, Band) else row[:3] for row in table.rows] == [
        "Hộ nghèo (1 hộ)",
        (1, "Lê An", "Lê An, Lê Ba"),
        "Hộ cận nghèo (1 hộ)",
        (2, "Lê Tư", "Lê Tư"),
        "Hộ khác ở nhà tạm, dột nát (1 hộ)",
        (3, "Lê Vũ", "Lê Vũ"),
    ]
    assert table.rows[3][5] == "0912•••678"
    assert table.note == (
        "Tổng cộng: 3 hộ: hộ nghèo 1, hộ cận nghèo 1, hộ khác ở nhà tạm, dột nát 1. "
        "Nhà tạm, dột nát cả thảy 2 hộ."
    )
