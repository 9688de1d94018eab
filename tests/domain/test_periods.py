"""Reporting periods: reading, names, bounds, and the periods before and after."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ccb_desktop.domain.periods import Period, PeriodKind, PeriodProblem

DAY = timedelta(days=1)
some = settings(deadline=None, max_examples=150)
years = st.integers(1950, 2090)
days = st.dates(date(1950, 1, 1), date(2090, 12, 31))
parts_of_years = st.one_of(
    st.builds(Period.of_month, years, st.integers(1, 12)),
    st.builds(Period.of_quarter, years, st.integers(1, 4)),
    st.builds(Period.of_half_year, years, st.integers(1, 2)),
    st.builds(Period.of_year, years),
)
terms = st.builds(lambda year, length: Period.of_term(year, year + length), years, st.just(5))
ranges = st.lists(days, min_size=2, max_size=2).map(lambda two: Period.of_range(*sorted(two)))


@pytest.mark.parametrize(
    ("text", "kind", "from_on", "to_on", "name", "file_name"),
    [
        (
            *("2026-03", "MONTH", "2026-03-01", "2026-03-31"),
            *("tháng 3 năm 2026", "T03-2026"),
        ),
        ("2024-02", "MONTH", "2024-02-01", "2024-02-29", "tháng 2 năm 2024", "T02-2024"),
        ("2026-12", "MONTH", "2026-12-01", "2026-12-31", "tháng 12 năm 2026", "T12-2026"),
        ("2026-Q2", "QUARTER", "2026-04-01", "2026-06-30", "quý II năm 2026", "Q2-2026"),
        ("2026-Q4", "QUARTER", "2026-10-01", "2026-12-31", "quý IV năm 2026", "Q4-2026"),
        ("2026-H1", "HALF_YEAR", "2026-01-01", "2026-06-30", "6 tháng đầu năm 2026", "6T-2026"),
        ("2026-H2", "HALF_YEAR", "2026-07-01", "2026-12-31", "6 tháng cuối năm 2026", "6TC-2026"),
        ("2026", "YEAR", "2026-01-01", "2026-12-31", "năm 2026", "N-2026"),
        (
            *("2025/2030", "TERM", "2025-01-01", "2030-12-31"),
            *("nhiệm kỳ 2025 - 2030", "NK-2025-2030"),
        ),
        (
            *("2017-06-01..2020-06-30", "RANGE", "2017-06-01", "2020-06-30"),
            *("từ ngày 01/06/2017 đến ngày 30/06/2020", "2017-06-01_2020-06-30"),
        ),
    ],
)
def test_periods_of_the_command_line(text, kind, from_on, to_on, name, file_name):
    period = Period.parse(text)
    assert period == Period(
        PeriodKind(kind), date.fromisoformat(from_on), date.fromisoformat(to_on)
    )
    assert period.code == text
    assert period.name == name
    assert period.file_name == file_name


def test_other_spellings_of_the_same():
    assert Period.parse(" 2026-q2 ") == Period.of_quarter(2026, 2)
    assert Period.parse("2025-2030") == Period.of_term(2025, 2030)
    assert Period.parse("01/06/2017 .. 30/06/2020") == Period.parse("2017-06-01..2020-06-30")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "không phải là kỳ báo cáo"),
        ("26", "không phải là kỳ báo cáo"),
        ("2026-13", "không phải là kỳ báo cáo"),
        ("2026-00", "không phải là kỳ báo cáo"),
        ("2026-Q5", "không phải là kỳ báo cáo"),
        ("2026-H3", "không phải là kỳ báo cáo"),
        ("0026", "không phải là kỳ báo cáo"),
        ("2026-03-01", "không phải là kỳ báo cáo"),
        ("2026..2027..2028", "không phải là kỳ báo cáo"),
        ("2026..2027", "đủ ngày, tháng, năm"),
        ("2026-02-30..2026-03-01", "không có ngày"),
        ("2020-06-30..2017-06-01", "trước khi bắt đầu"),
        ("2030/2025", "trước khi bắt đầu"),
    ],
)
def test_refuses_with_a_sentence(text, said):
    with pytest.raises(PeriodProblem, match=said):
        Period.parse(text)


@pytest.mark.parametrize(
    ("kind", "from_on", "to_on"),
    [
        (PeriodKind.MONTH, date(2026, 3, 2), date(2026, 3, 31)),
        (PeriodKind.MONTH, date(2024, 2, 1), date(2024, 2, 28)),
        (PeriodKind.QUARTER, date(2026, 2, 1), date(2026, 4, 30)),
        (PeriodKind.HALF_YEAR, date(2026, 4, 1), date(2026, 9, 30)),
        (PeriodKind.YEAR, date(2026, 7, 1), date(2027, 6, 30)),
    ],
)
def test_a_part_of_a_year_has_its_own_bounds(kind, from_on, to_on):
    with pytest.raises(ValueError):
        Period(kind, from_on, to_on)


@given(st.one_of(parts_of_years, terms, ranges))
@some
def test_the_code_reads_back_and_names_are_fit_for_files(period):
    assert Period.parse(period.code) == period
    assert period.file_name.isascii()
    assert " " not in period.file_name and "/" not in period.file_name


@given(ranges)
@some
def test_a_half_term_is_a_range_with_a_name(period):
    half_term = period.as_half_term()
    assert half_term.kind is PeriodKind.HALF_TERM
    assert Period.parse(half_term.code) == period
    first, last = period.from_on.year, period.to_on.year
    assert half_term.name == f"nửa nhiệm kỳ {first} - {last}"
    assert half_term.file_name == f"NNK-{first}-{last}"


@given(years)
@some
def test_months_quarters_and_halves_fill_the_year(year):
    whole = Period.of_year(year)
    for make, count in ((Period.of_month, 12), (Period.of_quarter, 4), (Period.of_half_year, 2)):
        parts = [make(year, number) for number in range(1, count + 1)]
        assert parts[0].from_on == whole.from_on
        assert parts[-1].to_on == whole.to_on
        assert [part.following() for part in parts[:-1]] == parts[1:]
        assert parts[-1].following() == make(year + 1, 1)
        assert [part.previous() for part in parts] == [
            make(year - 1, number) for number in range(1, count + 1)
        ]
    assert whole.previous() == Period.of_year(year - 1)
    assert whole.following() == Period.of_year(year + 1)


@given(terms)
@some
def test_terms_meet_in_the_year_of_a_congress(term):
    before = term.previous()
    assert before == Period.of_term(term.from_on.year - 5, term.from_on.year)
    assert before.following() == term


def test_a_term_with_its_own_days():
    term = Period(PeriodKind.TERM, date(2022, 6, 15), date(2027, 6, 14))
    assert term.previous() == Period(PeriodKind.TERM, date(2017, 6, 15), date(2022, 6, 14))
    assert term.following() == Period(PeriodKind.TERM, date(2027, 6, 15), date(2032, 6, 14))
    assert term.name == "nhiệm kỳ 2022 - 2027"


@given(ranges)
@some
def test_the_range_before_has_the_same_days_of_the_nearest_years_without_overlap(period):
    before = period.previous()
    assert before.to_on < period.from_on
    back = period.from_on.year - before.from_on.year
    assert back == period.to_on.year - before.to_on.year >= 1
    assert before.from_on.month == period.from_on.month
    assert before.to_on.month == period.to_on.month
    # Up to two days are left for an end of February that gains or loses the 29th.
    one_year_less = (before.to_on.year + 1, before.to_on.month, before.to_on.day + 2)
    assert one_year_less > (period.from_on.year, period.from_on.month, period.from_on.day)


@given(ranges)
@some
def test_the_range_after_begins_on_the_next_day(period):
    after = period.following()
    assert after.from_on == period.to_on + DAY
    if period.from_on.day > 1:
        assert after.to_on - after.from_on == period.to_on - period.from_on


@pytest.mark.parametrize(
    ("period", "before", "after"),
    [
        ("2017-06-01..2020-06-30", "2013-06-01..2016-06-30", "2020-07-01..2023-07-31"),
        ("2026-01-01..2026-05-31", "2025-01-01..2025-05-31", "2026-06-01..2026-10-31"),
        ("2012-02-29..2013-02-28", "2010-02-28..2011-02-28", "2013-03-01..2014-03-01"),
        ("2017-06-01..2020-05-31", "2014-06-01..2017-05-31", "2020-06-01..2023-05-31"),
        ("2024-02-29..2024-03-05", "2023-02-28..2023-03-05", "2024-03-06..2024-03-11"),
        ("2025-01-01..2025-02-28", "2024-01-01..2024-02-29", "2025-03-01..2025-04-30"),
        ("2026-05-06..2026-05-06", "2025-05-06..2025-05-06", "2026-05-07..2026-05-07"),
        ("2024-02", "2023-02", "2024-03"),
        ("2025-02", "2024-02", "2025-03"),
    ],
)
def test_ranges_before_and_after(period, before, after):
    assert Period.parse(period).previous().code == before
    assert Period.parse(period).following().code == after


@given(st.one_of(parts_of_years, terms, ranges))
@some
def test_bounds_are_inside_and_years_are_those_touched(period):
    assert period.from_on in period and period.to_on in period
    assert period.from_on - DAY not in period and period.to_on + DAY not in period
    assert list(period.years) == list(range(period.from_on.year, period.to_on.year + 1))
