"""A unit that was renamed bears the name of the day on every paper of that day."""

from datetime import date

import pytest

from ccb_desktop.domain.papers import row_texts
from ccb_desktop.domain.periods import Period
from ccb_desktop.operations import papers, reports
from ccb_desktop.operations.members import units
from tests.books import add_event, add_member, add_unit, day

BEFORE, SINCE = date(2025, 6, 30), date(2025, 7, 1)


@pytest.fixture
def renamed(store):
    """A chi hội with people, Chi hội Đông since 1 July 2025."""
    first = add_unit(store)
    for number in range(1, 4):
        add_member(store, f"Trần Văn Bình {number}", first)
    add_event(store, 1, "DECEASED", "1/3/2025")
    add_event(store, 2, "DECEASED", "1/9/2025")
    (unit,) = units.list_units(store)
    units.rename_unit(store, unit, "Chi hội Đông", day("1/7/2025"))
    return store


def words(tables):
    """Everything that stands in some tables."""
    found = [text for table in tables for row in row_texts(table) for text in row]
    return " | ".join([*found, *(table.title for table in tables)])


@pytest.mark.parametrize("name", ["roster", "units", "movements"])
@pytest.mark.parametrize(
    ("on", "here", "not_here"),
    [(BEFORE, "Chi hội 1", "Chi hội Đông"), (SINCE, "Chi hội Đông", "Chi hội 1")],
)
def test_lists(renamed, name, on, here, not_here):
    order = papers.ListOrder(name=name, on=date(2025, 12, 31) if on == SINCE else on, from_on=on)
    if on == BEFORE:
        order = papers.ListOrder(name=name, on=on, from_on=date(2025, 1, 1))
    said = words(papers.list_rows(renamed, order).tables)
    assert here in said
    assert not_here not in said


@pytest.mark.parametrize(
    ("period", "here", "not_here"),
    [("2025-H1", "Chi hội 1", "Chi hội Đông"), ("2025-Q4", "Chi hội Đông", "Chi hội 1")],
)
def test_the_annex_of_a_report(renamed, period, here, not_here):
    kind = "half-year" if "H" in period else "quarter"
    report = reports.draft_report(renamed, kind, Period.parse(period))
    said = words(report.annexes[1].tables)
    assert here in said
    assert not_here not in said
