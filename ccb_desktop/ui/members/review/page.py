"""The page Rà soát: what the books lack, who stands in them twice, what the charter asks."""

from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.tabbed_page import PageTab, TabbedPage
from ccb_desktop.ui.members.review.changes_tab import ChangesTab
from ccb_desktop.ui.members.review.charter_tab import CharterTab
from ccb_desktop.ui.members.review.doubles_tab import DoublesTab
from ccb_desktop.ui.members.review.missing_tab import MissingTab

TABS: tuple[type[PageTab], ...] = (MissingTab, DoublesTab, CharterTab, ChangesTab)


class ReviewPage(TabbedPage):
    """What is to be looked through, one tab for each kind."""

    duties = (Duty.PEOPLE,)

    kinds = frozenset().union(*(tab.kinds for tab in TABS))

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(
            desk, store, "Rà soát", "Những điều trong sổ cần xem lại, và cách xử lý", TABS
        )
