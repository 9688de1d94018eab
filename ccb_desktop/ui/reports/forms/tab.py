"""The tab Giấy tờ, biểu mẫu: every form in one place, for one or for many into one file."""

from ccb_desktop.domain.reports.form_kinds import FORM_GROUP
from ccb_desktop.domain.reports.form_table import FORM_KINDS
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.drafts import Draft
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.tabbed_page import PageTab
from ccb_desktop.ui.reports.books import KINDS
from ccb_desktop.ui.reports.catalogue import Catalogue, Entry
from ccb_desktop.ui.reports.forms.sheet import FormSheet, draft_kind


class FormsTab(PageTab):
    """First what there is, then the one that was opened."""

    id = "forms"
    title = "Giấy tờ, biểu mẫu"
    help_page = "giay-to"
    kinds = KINDS | {"saved_views"}
    forms = frozenset(draft_kind(kind.name) for kind in FORM_KINDS.values() if kind.asked)

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
        self.catalogue = Catalogue(desk, "forms", _entries(), "mẫu giấy tờ")
        self.sheet = FormSheet(desk, store)
        self.body.addWidget(self.catalogue, 1)
        self.body.addWidget(self.sheet, 1)
        self.sheet.hide()
        self.catalogue.chosen.connect(self.open_form_of)
        self.sheet.left.connect(self._choose)

    def refresh(self) -> None:
        """Read again for whom the form that is open can be made."""
        if not self.sheet.isHidden():
            self.sheet.refresh()

    def show_place(self, place: Place) -> None:
        """Somebody wants a certain form, or a crash closed the window of one."""
        draft = place.filters.get("draft")
        if isinstance(draft, Draft):
            name = next(name for name in FORM_KINDS if draft_kind(name) == draft.kind)
            self.open_form_of(name)
            self.sheet.open_texts(draft)
            return
        name = str(place.filters.get("form"))
        if name in FORM_KINDS:
            self.open_form_of(name)

    def open_form_of(self, name: str) -> None:
        """Show a form by its name."""
        self.catalogue.hide()
        self.sheet.show()
        self.catalogue.note_use(name)
        self.sheet.open_form(name)

    def _choose(self) -> None:
        self.sheet.hide()
        self.catalogue.show()
        self.catalogue.table.filters.search.setFocus()


def _entries() -> list[Entry]:
    return [
        Entry(kind.name, kind.label, FORM_GROUP[kind.group], kind.purpose)
        for kind in FORM_KINDS.values()
    ]
