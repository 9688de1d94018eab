"""Parts of a plan: their days and their names."""

from datetime import date, timedelta
from itertools import pairwise

from ccb_desktop.domain.tasks.periods import Recurrence
from ccb_desktop.domain.tasks.spans import ALL_PERIODS, PlanSpan, named_span


def test_a_year_is_cut_without_gaps_by_every_kind_of_period():
    for kind in Recurrence:
        spans = [PlanSpan(2026, one) for one in ALL_PERIODS if one.recurrence is kind]
        assert (spans[0].from_on, spans[-1].to_on) == (date(2026, 1, 1), date(2026, 12, 31))
        for first, second in pairwise(spans):
            assert second.from_on == first.to_on + timedelta(1)


def test_names_are_those_of_reports():
    names = {one.code: PlanSpan(2026, one).name for one in ALL_PERIODS}
    told = [names[code] for code in ("Y1", "H1", "Q3", "M2")]
    assert told == ["năm 2026", "6 tháng đầu năm 2026", "quý III năm 2026", "tháng 2 năm 2026"]


def test_two_days_are_named_where_they_bound_a_period():
    assert named_span(date(2026, 7, 1), date(2026, 9, 30)) == "quý III năm 2026"
    assert named_span(date(2026, 7, 1), date(2026, 9, 29)).startswith("từ ngày 01/07/2026")
