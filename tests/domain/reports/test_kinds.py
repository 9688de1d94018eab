"""Kinds of reports: their periods, titles and what they compare with."""

from datetime import date

import pytest

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.reports.kinds import (
    KIND_LABEL,
    ReportKind,
    period_for,
    same_before_label,
    subject_of,
)


@pytest.mark.parametrize(
    ("kind", "period", "subject"),
    [
        ("month", "2026-03", "tháng 3 năm 2026, phương hướng nhiệm vụ tháng 4 năm 2026"),
        ("quarter", "2026-Q4", "quý IV năm 2026, phương hướng nhiệm vụ quý I năm 2027"),
        (
            *("half-year", "2026-H1"),
            "6 tháng đầu năm 2026, phương hướng nhiệm vụ 6 tháng cuối năm 2026",
        ),
        ("year", "2026", "năm 2026, phương hướng nhiệm vụ năm 2027"),
        (
            *("half-term", "2017-06-01..2020-06-30"),
            "giữa nhiệm kỳ (tháng 6/2017 - tháng 6/2020), phương hướng nhiệm vụ đến hết nhiệm kỳ",
        ),
        (
            *("term", "2025/2030"),
            "nhiệm kỳ 2025 - 2030, phương hướng nhiệm vụ nhiệm kỳ 2030 - 2035",
        ),
        (
            *("range", "2026-01-01..2026-06-05"),
            "từ ngày 01/01/2026 đến ngày 05/06/2026, phương hướng nhiệm vụ thời gian tới",
        ),
        (
            *("range", "2026-01-01..2026-09-30"),
            "9 tháng đầu năm 2026, phương hướng nhiệm vụ 3 tháng cuối năm 2026",
        ),
        (
            *("range", "2026-01-01..2026-12-31"),
            "từ ngày 01/01/2026 đến ngày 31/12/2026, phương hướng nhiệm vụ thời gian tới",
        ),
        (
            *("range", "2025-01-01..2026-09-30"),
            "từ ngày 01/01/2025 đến ngày 30/09/2026, phương hướng nhiệm vụ thời gian tới",
        ),
    ],
)
def test_each_kind_has_its_subject(kind, period, subject):
    wanted = period_for(ReportKind(kind), Period.parse(period))
    assert subject_of(wanted) == f"Kết quả công tác Hội {subject}"


@pytest.mark.parametrize(
    ("kind", "period"),
    [("month", "2026"), ("half-year", "2026-Q2"), ("year", "2026-H1"), ("term", "2026")],
)
def test_a_period_of_another_kind_is_refused(kind, period):
    with pytest.raises(Invalid) as refused:
        period_for(ReportKind(kind), Period.parse(period))
    assert set(refused.value.fields) == {"period"}


def test_a_term_may_be_given_by_its_days_and_a_range_by_anything():
    term = period_for(ReportKind.TERM, Period.parse("2020-05-20..2025-06-10"))
    assert term.name == "nhiệm kỳ 2020 - 2025"
    assert period_for(ReportKind.RANGE, Period.parse("2026-Q1")).name == (
        "từ ngày 01/01/2026 đến ngày 31/03/2026"
    )


def test_every_kind_has_a_name_and_two_compare_years():
    assert set(KIND_LABEL) == set(ReportKind)
    assert [kind for kind in ReportKind if kind.compares_years] == ["half-term", "term"]


@pytest.mark.parametrize(
    ("period", "label"),
    [("2026-H1", "cùng kỳ năm trước"), ("2026", "năm trước"), ("2025/2030", "")],
)
def test_the_period_before_has_its_word(period, label):
    assert same_before_label(Period.parse(period)) == label


def test_a_year_that_has_not_ended_is_held_against_the_same_months():
    year = Period.parse("2026")
    assert same_before_label(year, date(2026, 11, 30)) == "cùng kỳ năm trước"
    assert same_before_label(year, date(2026, 12, 31)) == "năm trước"
