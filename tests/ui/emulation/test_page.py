"""Every tab of gradings can be read whole and named by a screen reader, at every size of text."""

import pytest

from ccb_desktop.domain.emulation.grading import Rating
from ccb_desktop.operations.emulation import grading, ratings, scores
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.page_tabs import PageTabs
from tests.operations.emulation.test_grading import TODAY
from tests.ui import pictures
from tests.ui.hands import settle

TITLES = {
    "member-results": "Bình xét hội viên",
    "cultural-families": "Gia đình văn hóa",
    "unit-ratings": "Xếp loại đơn vị",
}


@pytest.mark.parametrize("tab", TITLES)
def test_a_tab_is_led_to_and_fits_an_office_screen(page, store, look, tab):
    grading.grade_everybody(store, 2025, grading.load_grading(store, 2025, TODAY).members)
    scores.begin_sheet(store, 2025)
    units = ratings.load_table(store, 2025, TODAY).units
    ratings.set_rating(store, 2025, units, Rating.EXCELLENT)
    grading.agree_year(store, 2025, TODAY, "Biên bản họp Ban Chấp hành mở rộng số 05")
    page.show_place(Place("emulation", filters={"tab": tab, "year": 2025}))
    settle()
    assert page.findChild(PageTabs).currentWidget().title == TITLES[tab]
    for size in pictures.SIZES:
        pictures.take(page.frame, look, f"emulation-{tab}", sizes=(size,))
        assert pictures.cut_off(page) == []
        assert pictures.nameless(page) == []
