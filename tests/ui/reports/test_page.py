"""The page Báo cáo and its tabs."""

from ccb_desktop.ui.reports.page import ReportsPage
from tests.ui import hands, pictures


def test_nothing_is_cut_off(qt_app, look, store, tmp_path):
    page = hands.show_page(ReportsPage(hands.make_desk(tmp_path / "drafts"), store))
    for place in range(page._tabs.count()):
        page._tabs.setCurrentIndex(place)
        hands.settle()
        pictures.take(page.window(), look, f"reports-{place + 1}", size=(1180, 700))
        look.set_percent(150)
        hands.settle()
        assert pictures.cut_off(page.window()) == []
        look.set_percent(100)
