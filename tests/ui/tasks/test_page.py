"""The page Nhiệm vụ leads to its tabs."""

from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.page_tabs import PageTabs


def test_a_place_leads_to_its_tab(page):
    page.show_place(Place("tasks", filters={"tab": "plan"}))
    assert page.findChild(PageTabs).currentWidget().title == "Kế hoạch năm"
