"""The page Báo cáo: reports, books, lists and forms, one tab for each desk of papers."""

from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.tabbed_page import PageTab, TabbedPage
from ccb_desktop.ui.reports.desk.tab import DeskTab
from ccb_desktop.ui.reports.forms.tab import FormsTab
from ccb_desktop.ui.reports.frozen.tab import FrozenTab
from ccb_desktop.ui.reports.lists.tab import ListsTab
from ccb_desktop.ui.reports.register.tab import RegisterTab
from ccb_desktop.ui.reports.superior_forms.tab import SuperiorFormsTab
from ccb_desktop.ui.reports.templates.tab import TemplatesTab

TABS: tuple[type[PageTab], ...] = (
    DeskTab,
    FrozenTab,
    ListsTab,
    FormsTab,
    SuperiorFormsTab,
    RegisterTab,
    TemplatesTab,
)


class ReportsPage(TabbedPage):
    """Whatever the branch writes, from its figures to its papers."""

    duties = (Duty.PAPERS,)

    kinds = frozenset().union(*(tab.kinds for tab in TABS))

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(
            desk, store, "Báo cáo", "Báo cáo của kỳ, sổ, danh sách và giấy tờ của Hội", TABS
        )
