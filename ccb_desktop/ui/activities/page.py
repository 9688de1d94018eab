"""The page Hoạt động: what the Hội does, and how regularly its units meet."""

from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.activities.book_tab import BookTab
from ccb_desktop.ui.activities.meetings_tab import MeetingsTab
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.tabbed_page import PageTab, TabbedPage

TABS: tuple[type[PageTab], ...] = (
    BookTab,
    MeetingsTab,
)


class ActivitiesPage(TabbedPage):
    """Meetings, talks, supervision, clean-ups."""

    duties = (Duty.WORK, Duty.INSPECTION)

    kinds = frozenset().union(*(tab.kinds for tab in TABS))

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(
            desk, store, "Hoạt động", "Sinh hoạt, hội họp và các hoạt động của Hội", TABS
        )
