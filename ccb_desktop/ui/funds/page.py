"""The page Quỹ Hội: what the treasurer keeps, one tab for each of his books."""

from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.funds.funds_tab import FundsTab
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.tabbed_page import PageTab, TabbedPage

TABS: tuple[type[PageTab], ...] = (FundsTab,)


class FundsPage(TabbedPage):
    """Funds, cash book and vouchers; dues, campaigns and loans."""

    kinds = frozenset().union(*(tab.kinds for tab in TABS))

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(
            desk, store, "Quỹ Hội", "Thu, chi, tồn quỹ của Hội và của các chi hội", TABS
        )
