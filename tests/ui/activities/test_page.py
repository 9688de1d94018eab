"""The page Hoạt động leads to its tabs."""

from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.page_tabs import PageTabs


def test_a_place_leads_to_its_tab(page):
    page.show_place(Place("activities", filters={"tab": "meetings"}))
    assert page.findChild(PageTabs).currentWidget().title == "Sinh hoạt chi hội"
