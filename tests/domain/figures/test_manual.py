"""Hand-made figures: understood, of exactly their period, never before what the books say."""

from datetime import date

import pytest

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.figures.books import FigureQuery
from ccb_desktop.domain.figures.count import count_figures
from ccb_desktop.domain.figures.manual import check_manual_figure, understood
from ccb_desktop.domain.figures.values import Share
from ccb_desktop.domain.manual_figures import ManualFigure
from ccb_desktop.domain.members.households import Household, HouseholdYear
from tests.domain.figures.rosters import UNITS, a_member, books_of

FROM, TO = date(2025, 1, 1), date(2025, 12, 31)


def typed(indicator, value, from_on=FROM, to_on=TO):
    return ManualFigure(indicator=indicator, from_on=from_on, to_on=to_on, value=value)


def figures_with(*manual, from_on=FROM, to_on=TO, members=(), **query):
    books = books_of(*members, manual=manual)
    return count_figures(books, FigureQuery(from_on=from_on, to_on=to_on, **query))


@pytest.mark.parametrize(
    ("indicator", "value", "meant"),
    [
        ("members_closing", "131", 131),
        ("news_attendance", "1.862", 1862),
        ("dues_due", "4392000", 4_392_000),
        ("fund_base_total", "71.000.000 đồng", 71_000_000),
        ("fund_base_total", "1,2 triệu", 1_200_000),
        ("exemplary_members", "1494/1504", {"2025": Share(1494, 1504)}),
        ("exemplary_members", "1.849 / 1.862", {"2025": Share(1849, 1862)}),
    ],
)
def test_what_is_typed_in_is_understood(indicator, value, meant):
    assert understood(typed(indicator, value)) == meant
    check_manual_figure(typed(indicator, value))


@pytest.mark.parametrize(
    ("indicator", "value", "field"),
    [
        ("members_closing", "nhiều", "value"),
        ("members_closing", "98,5", "value"),
        ("members_closing", "-3", "value"),
        ("exemplary_members", "98", "value"),
        ("exemplary_members", "11/10", "value"),
        ("contributions_by_campaign", "5", "value"),
        ("campaign_target_rate", "5/10", "value"),
        ("no_such_figure", "5", "indicator"),
    ],
)
def test_what_cannot_be_used_is_refused_and_never_counted(indicator, value, field):
    with pytest.raises(Invalid) as refused:
        check_manual_figure(typed(indicator, value))
    assert set(refused.value.fields) == {field}
    assert understood(typed(indicator, value)) is None


def test_a_period_must_not_end_before_it_begins():
    with pytest.raises(Invalid) as refused:
        check_manual_figure(typed("members_closing", "5", TO, FROM))
    assert set(refused.value.fields) == {"to_on"}


def test_it_stands_where_no_book_is_kept():
    figures = figures_with(typed("visits_total", "118"))
    assert figures["visits_total"] == 118
    assert not figures.by_code["visits_total"].differs


@pytest.mark.parametrize(
    ("from_on", "to_on"),
    [
        (FROM, date(2025, 12, 30)),
        (date(2025, 1, 2), TO),
        (date(2024, 1, 1), TO),
        (date(2025, 7, 1), TO),
    ],
)
def test_it_is_of_its_own_period_alone(from_on, to_on):
    figures = figures_with(typed("visits_total", "118"), from_on=from_on, to_on=to_on)
    assert figures["visits_total"] is None


def test_a_report_closed_early_still_has_the_period_it_is_named_by():
    figures = figures_with(typed("visits_total", "118"), to_on=date(2025, 12, 5), named_to_on=TO)
    assert figures["visits_total"] == 118


def test_the_books_win_and_the_difference_is_known():
    figures = figures_with(typed("members_closing", "131"), members=[a_member(1)])
    figure = figures.by_code["members_closing"]
    assert figure.value == 1
    assert figure.entered == 131
    assert figures.differing() == [figure]
    same = figures_with(typed("members_closing", "1"), members=[a_member(1)])
    assert same.differing() == []


def test_years_are_filled_in_one_by_one():
    home = Household(
        id=1, head_name="Chủ hộ", years=(HouseholdYear(year=2025, cultural_family=True),)
    )
    manual = (
        typed("cultural_families", "90/100", date(2024, 1, 1), date(2024, 12, 31)),
        typed("cultural_families", "5/9"),
    )
    books = books_of(a_member(1, household_id=1), households={1: home}, manual=manual)
    query = FigureQuery(from_on=date(2024, 6, 1), to_on=TO)
    figure = count_figures(books, query).by_code["cultural_families"]
    assert figure.value == {"2024": Share(90, 100), "2025": Share(1, 1)}
    assert figure.differs


def test_years_without_gradings_are_left_out():
    manual = typed("exemplary_members", "110/116")
    year = figures_with(manual)
    next_half = figures_with(manual, from_on=date(2026, 1, 1), to_on=date(2026, 6, 30))
    assert year["exemplary_members"] == {"2025": Share(110, 116)}
    assert next_half["exemplary_members"] is None


def test_a_single_unit_has_no_figures_of_the_branch():
    assert figures_with(typed("visits_total", "118"), unit=UNITS[0])["visits_total"] is None
