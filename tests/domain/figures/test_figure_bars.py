"""Pictures of a figure: what stands in each, and what its title says."""

from datetime import date

from ccb_desktop.domain.figures.figure_bars import FigureBar, bars_message, figure_bars
from ccb_desktop.domain.figures.registry import INDICATOR
from ccb_desktop.domain.manual_figures import ManualFigure
from tests.domain.figures.rosters import a_member
from tests.domain.figures.works import (
    a_result,
    an_activity,
    an_assignment,
    an_award,
    work_books,
)

FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)
PEOPLE = (a_member(1, unit_id=1), a_member(2, unit_id=2))


def bars(code, *, manual=(), **work):
    return figure_bars(work_books(*PEOPLE, manual=manual, **work), code, FIRST, LAST)


def values(found):
    return [(bar.label, bar.value) for bar in found]


def test_a_number_is_drawn_by_unit_and_by_year_those_reported_before_too():
    held = (an_activity(unit_id=1), an_activity(unit_id=1, id=2))
    typed = ManualFigure(
        indicator="unit_meetings", from_on=date(2023, 1, 1), to_on=date(2023, 12, 31), value="5"
    )
    found = bars("unit_meetings", activities=held, manual=[typed])
    assert values(found.by_unit) == [("Chi hội 1", 2), ("Chi hội 2", 0)]
    assert values(found.by_year) == [("2023", 5), ("2025", 2)]
    assert found.by_name == ()


def test_awards_are_drawn_by_form_the_most_first_and_added_up_by_unit():
    awards = (
        an_award("Bằng khen", person_id=20),
        an_award("Giấy khen", person_id=10, id=2),
        an_award("Giấy khen", unit_id=1, id=3),
    )
    found = bars("awards_by_form", awards=awards)
    assert values(found.by_name) == [("Giấy khen", 2), ("Bằng khen", 1)]
    assert values(found.by_unit) == [("Chi hội 1", 2), ("Chi hội 2", 1)]


def test_a_share_is_drawn_by_its_per_cent_with_both_parts():
    graded = (a_result(10), a_result(20, "REACHED", unit_id=2), a_result(30, unit_id=2))
    found = bars("exemplary_members", graded=graded)
    assert found.by_unit == (
        FigureBar("Chi hội 1", 100.0, "1/1 (100,00 %)"),
        FigureBar("Chi hội 2", 50.0, "1/2 (50,00 %)"),
    )
    assert found.by_name == ()


def test_rates_of_items_are_not_laid_side_by_side_by_unit():
    found = bars("tasks_target_rate", assignments=(an_assignment(target=2, unit_id=1),))
    assert values(found.by_name) == [("Vệ sinh đường phố", 0)]
    assert found.by_unit == ()


def test_without_a_book_nothing_is_drawn():
    found = bars("unit_meetings")
    assert (found.by_name, found.by_unit, found.by_year) == ((), (), ())


def test_the_title_names_the_most_where_there_is_one():
    meetings, exemplary = INDICATOR["unit_meetings"], INDICATOR["exemplary_members"]
    two = [FigureBar("2024", 62, "62"), FigureBar("2025", 33, "33")]
    told = bars_message(meetings, two, "qua các năm")
    assert told == "Sinh hoạt chi hội qua các năm: nhiều nhất 2024, 62"
    assert ": cao nhất 2024" in bars_message(exemplary, two, "qua các năm")
    alike = [FigureBar("A", 6, "6"), FigureBar("B", 6, "6")]
    for same in (alike, two[:1]):
        assert bars_message(meetings, same, "theo đơn vị") == "Sinh hoạt chi hội theo đơn vị"
