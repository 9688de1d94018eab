"""A member's years are told with their share and the run up to the last one."""

from datetime import date

from ccb_desktop.domain.emulation.person_years import told_years
from ccb_desktop.operations.emulation import grading
from ccb_desktop.operations.emulation.person import load_years_of
from tests.books import add_member


def test_years_are_told_the_latest_first(store):
    add_member(store)
    assert told_years(load_years_of(store, 1)) == ""
    for year, grade in ((2022, "EXEMPLARY"), (2023, "REACHED"), (2024, "EXEMPLARY")):
        members = grading.load_grading(store, year, date(2026, 1, 1)).members
        grading.set_grade(store, year, members, grade)
    years = load_years_of(store, 1)
    assert [(one.year, one.label, one.unit_name) for one in years] == [
        (2024, "CCB gương mẫu", "Chi hội 1"),
        (2023, "Đạt", "Chi hội 1"),
        (2022, "CCB gương mẫu", "Chi hội 1"),
    ]
    assert told_years(years) == "CCB gương mẫu 2/3 (66,67 %) năm được bình xét."
    assert told_years([years[0], years[2]]).endswith("năm được bình xét.")


def test_a_run_of_years_is_told(store):
    add_member(store)
    for year in (2023, 2024):
        members = grading.load_grading(store, year, date(2026, 1, 1)).members
        grading.set_grade(store, year, members, "EXEMPLARY")
    assert told_years(load_years_of(store, 1)).endswith(", 2 năm liền đến 2024.")
