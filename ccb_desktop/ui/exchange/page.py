"""The page Gửi – nhận: what comes from the chi hội, and what goes up to the superior."""

from dataclasses import replace

from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.exchange.receiving.tab import ReceivingTab
from ccb_desktop.ui.exchange.sending.tab import SendingTab
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.tabbed_page import PageTab, TabbedPage

TABS: tuple[type[PageTab], ...] = (ReceivingTab, SendingTab)


class ExchangePage(TabbedPage):
    """What leaves the branch for others, and what others bring."""

    duties = (Duty.PAPERS,)

    kinds = frozenset().union(*(tab.kinds for tab in TABS))

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(
            desk,
            store,
            "Gửi – nhận",
            "Nhập danh sách của các chi hội vào sổ, gửi báo cáo lên cấp trên",
            TABS,
        )

    def show_place(self, place: Place) -> None:
        """Show the tab somebody came here for; who wants to import comes for what is received."""
        if place.filters.get("act") == "import":
            place = replace(place, filters={**place.filters, "tab": ReceivingTab.id})
        super().show_place(place)
