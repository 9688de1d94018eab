"""The page Quỹ Hội leads to its tabs."""

from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.page_tabs import PageTabs


def test_a_place_leads_to_its_tab(page):
    page.show_place(Place("funds", filters={"tab": "funds"}))
    assert page.findChild(PageTabs).currentWidget().title == "Các quỹ"
