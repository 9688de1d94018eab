"""The tab Văn bản đi, đến: the register of documents with both its lists."""

from ccb_desktop.operations import register
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.drafts import Draft
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.page_tabs import PageTabs
from ccb_desktop.ui.kit.tabbed_page import PageTab
from ccb_desktop.ui.reports.register.lists import (
    IN_FORM,
    KEPT_FORM,
    OUT_FORM,
    DocumentsList,
    InList,
    OutList,
)


class RegisterTab(PageTab):
    """What went out and what came in."""

    id = "register"
    title = "Văn bản đi, đến"
    help_page = "van-ban"
    kinds = frozenset({"documents", "attached_files", "codes", "settings", "terms"})
    forms = frozenset({OUT_FORM, KEPT_FORM, IN_FORM})

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
        self.out_list = OutList(desk, store)
        self.in_list = InList(desk, store, self._answer)
        self._tabs = PageTabs()
        for one in (self.out_list, self.in_list):
            self._tabs.addTab(one, one.title)
        self.body.addWidget(self._tabs, 1)

    def refresh(self) -> None:
        """Read both lists again."""
        self.out_list.refresh()
        self.in_list.refresh()

    def show_place(self, place: Place) -> None:
        """Show a document, what waits, or go on with a form that a crash had closed."""
        draft = place.filters.get("draft")
        if isinstance(draft, Draft):
            self._show(self.in_list if draft.kind == IN_FORM else self.out_list).reopen(draft)
        elif place.filters.get("show") == "waiting":
            self._tabs.setCurrentWidget(self.in_list)
            self.in_list.show_waiting()
        elif place.record_id is not None:
            wanted = place.record_id
            self.safely(lambda: self._lead_to(wanted))

    def _show(self, shown: DocumentsList) -> DocumentsList:
        self._tabs.setCurrentWidget(shown)
        return shown

    def _lead_to(self, document_id: int) -> None:
        direction = register.load_document(self.store, document_id).direction
        lists = (self.out_list, self.in_list)
        self._show(next(one for one in lists if one.direction is direction)).lead_to(document_id)

    def _answer(self, document_id: int) -> None:
        self._tabs.setCurrentWidget(self.out_list)
        self.out_list.answer(document_id)
