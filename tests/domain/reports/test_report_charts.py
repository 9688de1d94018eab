"""Which charts a report has, and what stands in them."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.reports.report_charts import months_of, report_charts
from tests.domain.reports.made_figures import figures

HALF = (date(2026, 1, 1), date(2026, 6, 30))


def test_ages_movements_and_funds_are_drawn():
    counted = figures(
        *HALF, members_age_60_69=5, members_age_80_plus=2, members_admitted=3, members_deceased=1
    )
    charts = report_charts(counted, {}, [("T1", 10), ("T2", 12)])
    [funds] = charts["I.2"]
    ages, moved = charts["I.7"]
    assert funds.bars == (("T1", 10), ("T2", 12))
    assert [value for _label, value in ages.bars] == [0, 5, 0, 2]
    assert moved.bars == (("Kết nạp mới", 3), ("Từ trần", 1))


def test_a_term_draws_its_years():
    of_year = {year: figures(*HALF, members_closing=year - 2000) for year in (2024, 2025)}
    charts = report_charts(figures(*HALF), of_year, [])
    [members] = charts["I.7"]
    assert members.bars == (("Năm 2024", 24), ("Năm 2025", 25))
    assert "I.2" not in charts


def test_nothing_is_drawn_of_nothing():
    assert report_charts(figures(*HALF), {}, []) == {}
    assert report_charts(figures(*HALF, members_deceased=3), {}, [("T1", 0), ("T2", 0)]) == {}


DAYS = st.dates(date(2020, 1, 1), date(2027, 12, 31))


@given(DAYS, DAYS)
def test_months_cover_a_period_and_end_with_it(one, other):
    first, last = sorted((one, other))
    months = months_of(first, last)
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    assert len(months) == (count if 1 < count <= 12 else 0)
    if months:
        days = [day for _label, day in months]
        assert days == sorted(days)
        assert days[-1] == last
        assert first <= days[0]
