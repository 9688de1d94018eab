"""The page Thi đua: what members, families and units came to, one tab for each book."""

from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.emulation.awards.tab import AwardsTab
from ccb_desktop.ui.emulation.discipline.tab import DisciplineTab
from ccb_desktop.ui.emulation.families_tab import FamiliesTab
from ccb_desktop.ui.emulation.members_tab import MembersTab
from ccb_desktop.ui.emulation.nominations.tab import NominationsTab
from ccb_desktop.ui.emulation.ratings.tab import RatingsTab
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.tabbed_page import PageTab, TabbedPage

TABS: tuple[type[PageTab], ...] = (
    MembersTab,
    FamiliesTab,
    RatingsTab,
    AwardsTab,
    DisciplineTab,
    NominationsTab,
)


class EmulationPage(TabbedPage):
    """Gradings, ratings, awards."""

    duties = (Duty.WORK,)

    kinds = frozenset().union(*(tab.kinds for tab in TABS))

    def __init__(self, desk: Desk, store: Store) -> None:
        purpose = "Bình xét hội viên, gia đình, đơn vị; khen thưởng, kỷ luật"
        super().__init__(desk, store, "Thi đua", purpose, TABS)
