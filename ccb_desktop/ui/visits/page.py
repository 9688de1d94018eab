"""The page Thăm hỏi: what the Hội does for people, one tab for each of its books."""

from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.tabbed_page import PageTab, TabbedPage
from ccb_desktop.ui.visits.deaths.tab import DeathsTab
from ccb_desktop.ui.visits.due.tab import DueTab
from ccb_desktop.ui.visits.housing.tab import HousingTab
from ccb_desktop.ui.visits.rounds.tab import RoundsTab
from ccb_desktop.ui.visits.visits_tab import VisitsTab

TABS: tuple[type[PageTab], ...] = (
    VisitsTab,
    RoundsTab,
    DueTab,
    DeathsTab,
    HousingTab,
)


class VisitsPage(TabbedPage):
    """Visits and gifts, and what else is done for people."""

    duties = (Duty.VISITS, Duty.MONEY)

    kinds = frozenset().union(*(tab.kinds for tab in TABS))

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store, "Thăm hỏi", "Thăm hỏi, tặng quà và việc tình nghĩa", TABS)
