"""The page Nhiệm vụ: the yearly plan and its following up, one tab for each way to look at it."""

from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.tabbed_page import PageTab, TabbedPage
from ccb_desktop.ui.tasks.checklists.tab import ChecklistTab
from ccb_desktop.ui.tasks.commitments.tab import CommitmentsTab
from ccb_desktop.ui.tasks.follow_up.matrix_tab import MatrixTab
from ccb_desktop.ui.tasks.follow_up.schedule_tab import ScheduleTab
from ccb_desktop.ui.tasks.inspections.tab import InspectionsTab
from ccb_desktop.ui.tasks.plan.tab import PlanTab

TABS: tuple[type[PageTab], ...] = (
    PlanTab,
    MatrixTab,
    ChecklistTab,
    ScheduleTab,
    InspectionsTab,
    CommitmentsTab,
)


class TasksPage(TabbedPage):
    """What the branch means to do in a year, and how far everybody is with it."""

    duties = (Duty.WORK,)

    kinds = frozenset().union(*(tab.kinds for tab in TABS))

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(
            desk, store, "Nhiệm vụ", "Kế hoạch năm, giao việc và theo dõi từng đơn vị", TABS
        )
