"""The tab Nhận về on its page."""

import pytest

from ccb_desktop.ui.exchange.page import ExchangePage
from ccb_desktop.ui.exchange.receiving.tab import ReceivingTab
from tests.ui import hands


@pytest.fixture
def shown_tab(qt_app, store):
    """Shows the page with a desk; gives its tab."""

    def show(desk):
        page = hands.show(ExchangePage(desk, store), 1180, 700)
        tab = page.tab(ReceivingTab)
        tab.whole_page = page  # Python lets go of a window nobody holds
        return tab

    return show
