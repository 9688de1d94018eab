"""The list of pages stays narrow, whatever the branch is called."""

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
