"""Gradings and awards counted: shares by year with both parts, awards by form."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.emulation.grading import Rating
from ccb_desktop.domain.figures.books import FigureQuery
from ccb_desktop.domain.figures.count import count_figures
from ccb_desktop.domain.figures.values import Share
from ccb_desktop.domain.manual_figures import ManualFigure
from tests.domain.figures.rosters import UNITS, a_member
from tests.domain.figures.works import (
    YEAR,
    a_rating,
    a_result,
    an_award,
    count_work,
    work_books,
)

CH1, CH2, PH1 = UNITS
GRADES = st.sampled_from(["EXEMPLARY", "REACHED", "NOT_REACHED", "Khá"])


def test_each_book_speaks_for_itself():
    nothing = count_work()
    codes = ("exemplary_members", "units_excellent", "units_good_or_better", "awards_by_form")
    assert [nothing[code] for code in codes] == [None] * 4
    members = count_work(graded=(a_result(year=2024),))
    assert [members[code] for code in codes] == [{}, None, None, None]
    units = count_work(rated=(a_rating(),))
    assert [units[code] is None for code in codes] == [True, False, False, True]


@given(st.lists(st.tuples(st.sampled_from([2024, 2025]), GRADES), min_size=1))
def test_members_are_counted_by_year_over_those_graded(told):
    graded = tuple(a_result(n, grade, year=year) for n, (year, grade) in enumerate(told))
    found = count_work(graded=graded, asked={"from_on": date(2024, 7, 1)})
    shares = found.shares("exemplary_members")
    assert set(shares) == {str(year) for year, _grade in told}
    for year, share in shares.items():
        of_year = [grade for own, grade in told if str(own) == year]
        assert share == Share(of_year.count("EXEMPLARY"), len(of_year))


def test_only_chi_hoi_are_counted_among_the_units():
    rated = (
        a_rating(CH1.id, Rating.EXCELLENT),
        a_rating(CH2.id, Rating.DONE),
        a_rating(PH1.id, Rating.EXCELLENT),
        a_rating(99, Rating.EXCELLENT),
    )
    found = count_work(rated=rated, asked={"with_records": True})
    assert found.shares("units_excellent") == {"2025": Share(1, 2)}
    assert found.shares("units_good_or_better") == {"2025": Share(1, 2)}
    assert [one.key for one in found.by_code["units_excellent"].records] == ["CH1"]
    of_one = count_work(rated=rated, asked={"unit": CH2})
    assert of_one.shares("units_good_or_better") == {"2025": Share(0, 1)}


def test_a_year_reported_before_stands_beside_the_years_of_the_books():
    typed = ManualFigure(
        indicator="exemplary_members",
        from_on=date(2024, 1, 1),
        to_on=date(2024, 12, 31),
        value="90/100",
    )
    asked = {"from_on": date(2024, 1, 1)}
    found = count_work(graded=(a_result(),), manual=[typed], asked=asked)
    assert found.shares("exemplary_members") == {"2024": Share(90, 100), "2025": Share(1, 1)}


def test_awards_are_counted_by_form_and_belong_where_the_member_stood():
    awards = (
        an_award("Giấy khen", person_id=10),
        an_award("Bằng khen", person_id=20, id=2),
        an_award("Giấy khen", unit_id=CH1.id, id=3),
        an_award("Cờ thi đua", id=4),
        an_award("Giấy khen", awarded_on=date(2026, 1, 1), id=5),
    )
    books = work_books(a_member(1, unit_id=1), a_member(2, unit_id=2), awards=awards)
    whole = count_figures(books, FigureQuery(**YEAR))
    assert whole.numbers("awards_by_form") == {"Bằng khen": 1, "Cờ thi đua": 1, "Giấy khen": 2}
    of_one = count_figures(books, FigureQuery(**YEAR, unit=CH1, with_records=True))
    assert of_one.numbers("awards_by_form") == {"Giấy khen": 2}
    assert [one.key for one in of_one.by_code["awards_by_form"].records] == ["1", "3"]
