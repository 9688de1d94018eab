"""The tab Xếp loại đơn vị, at the year 2025."""

import pytest

from ccb_desktop.ui.emulation.ratings.tab import RatingsTab
from ccb_desktop.ui.kit.broadcast import Place
from tests.ui.hands import settle


@pytest.fixture
def tab(page):
    page.show_place(Place("emulation", filters={"tab": "unit-ratings", "year": 2025}))
    settle()
    return page.tab(RatingsTab)
