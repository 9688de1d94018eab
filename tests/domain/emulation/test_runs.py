"""A run ends with the year asked for and has no gap."""

from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.emulation.awards import AwardRecipient
from ccb_desktop.domain.emulation.runs import latest_run, longest_run, run_ending, runs_of


@given(st.sets(st.integers(2000, 2030)), st.integers(2000, 2030))
def test_a_run_is_the_longest_without_a_gap_up_to_its_last_year(years, last):
    length = run_ending(years, last)
    assert {last - back for back in range(length)} <= years
    assert last - length not in years


YEARS = st.sets(st.integers(2000, 2030))


@given(YEARS)
def test_the_longest_run_is_whole_and_none_is_longer(years):
    found = longest_run(years)
    if not years:
        assert found is None
        return
    first, last = found
    assert set(range(first, last + 1)) <= years
    assert first - 1 not in years
    assert last + 1 not in years
    length = last - first + 1
    assert all(run_ending(years, year) <= length for year in years)
    assert all(run_ending(years, year) < length for year in years if year > last)


@given(YEARS, st.integers(2000, 2030))
def test_a_year_that_is_not_over_breaks_no_run(years, year):
    settled = latest_run(years, year, is_settled=True)
    assert settled == run_ending(years, year)
    open_run = latest_run(years, year, is_settled=False)
    assert open_run == (settled or run_ending(years, year - 1))


def test_runs_of_two_years_and_more_in_order():
    member, unit = AwardRecipient.MEMBER, AwardRecipient.UNIT
    reached = {
        (member, 1, "Trần Văn An", "Chi hội 1", "CCB gương mẫu"): {2023, 2024, 2025},
        (member, 2, "Lê Văn Ba", "Chi hội 2", "CCB gương mẫu"): {2019, 2020, 2021, 2025},
        (member, 3, "Võ Văn Năm", "Chi hội 2", "CCB gương mẫu"): {2021, 2023, 2025},
        (unit, 1, "Chi hội 1", "Chi hội 1", "Giấy khen"): {2024, 2025, 2026},
    }
    found = runs_of(reached, {"CCB gương mẫu"}, 2025)
    assert [(one.name, one.years, one.longest) for one in found] == [
        ("Trần Văn An", 3, (2023, 2025)),
        ("Chi hội 1", 2, (2024, 2025)),
        ("Lê Văn Ba", 1, (2019, 2021)),
    ]
