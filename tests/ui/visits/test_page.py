"""The page Thăm hỏi leads to its tabs."""

from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.page_tabs import PageTabs


def test_a_place_leads_to_its_tab(page):
    page.show_place(Place("visits", filters={"tab": "visits"}))
    assert page.findChild(PageTabs).currentWidget().title == "Sổ thăm hỏi"
