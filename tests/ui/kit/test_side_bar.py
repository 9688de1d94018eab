"""The list of pages stays narrow, whatever the branch is called."""

import pytest

from ccb_desktop.ui.kit.side_bar import SideBar
from tests.ui import hands, pictures

LONG = "Hội Cựu chiến binh phường Thực Hành (thực hành, số liệu hư cấu)"


def test_the_name_of_a_branch_goes_on_in_new_lines(qt_app):
    side = SideBar("Hội")
    side.add_page("home", "Trang chủ", "home")
    hands.show(side, 600, 500)
    before = side.sizeHint().width()
    side.set_title(LONG)
    side.resize(before, 500)
    hands.settle()
    assert side.sizeHint().width() == before < side.fontMetrics().horizontalAdvance(LONG) / 2
    assert pictures.cut_off(side) == []


@pytest.mark.parametrize(("percent", "height", "named"), [(100, 660, True), (150, 640, False)])
def test_all_pages_are_seen_at_once_and_the_name_where_it_fits(
    qt_app, look, percent, height, named
):
    look.set_percent(percent)
    side = SideBar("Hội")
    for page in range(12):
        side.add_page(str(page), f"Trang {page}", "home")
    side.set_title(LONG)
    hands.show(side, side.sizeHint().width(), height)
    assert side.verticalScrollBar().maximum() == 0
    assert side._title.isVisible() is named
    assert pictures.cut_off(side) == []
