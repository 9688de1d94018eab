"""The years are counted; what was typed in stands where nothing is."""

from datetime import date

from ccb_desktop.domain.emulation.grading import Rating
from ccb_desktop.domain.manual_figures import ManualFigure
from ccb_desktop.operations.emulation import grading, ratings
from ccb_desktop.operations.emulation.overview import load_overview
from ccb_desktop.operations.figures import save_manual_figure
from tests.books import add_member, add_unit
from tests.operations.emulation.test_grading import TODAY


def type_in(store, indicator, year, value):
    first, last = date(year, 1, 1), date(year, 12, 31)
    one = ManualFigure(indicator=indicator, from_on=first, to_on=last, value=value)
    save_manual_figure(store, one)


def test_counted_years_and_typed_ones_stand_in_their_order(store):
    add_unit(store)
    add_unit(store, "CH2", "Chi hội 2")
    add_member(store)
    grading.grade_everybody(store, 2025, grading.load_grading(store, 2025, TODAY).members)
    table = ratings.load_table(store, 2025, TODAY)
    ratings.set_rating(store, 2025, table.units[:1], Rating.GOOD)
    ratings.set_rating(store, 2025, table.units[1:], Rating.EXCELLENT)
    type_in(store, "exemplary_members", 2019, "1494/1504")
    type_in(store, "exemplary_members", 2025, "1/9")
    type_in(store, "cultural_families", 2024, "88/90")
    found = load_overview(store, TODAY)
    assert list(found.exemplary.items()) == [(2019, (1494, 1504)), (2025, (1, 1))]
    assert dict(found.cultural) == {2024: (88, 90)}
    assert dict(found.excellent) == {2025: (1, 2)}
    assert dict(found.good) == {2025: (2, 2)}
