"""The menu of the tab Hội phí: what was handed in, who lacks what, what goes up, rates."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.papers import ListOrder
from ccb_desktop.ui.funds.dues.arrears_list import open_arrears
from ccb_desktop.ui.funds.dues.exemptions_list import open_exemptions
from ccb_desktop.ui.funds.dues.hand_ins_list import HandInsList
from ccb_desktop.ui.funds.dues.hand_over_dialog import HandOverDialog
from ccb_desktop.ui.funds.dues.outside_list import OutsideList
from ccb_desktop.ui.funds.dues.rates_list import RatesList
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.table_export import write_list
from ccb_desktop.ui.kit.widgets import PushButton, menu_button


class DuesBooks(QObject):
    """Opens the windows around the grid."""

    again_wanted = Signal(object)
    """A voided handing in shall be ticked again; carries the `DuesHandIn`."""

    def __init__(self, tab: QWidget, desk: Desk, store: Store, year: Callable[[], int]) -> None:
        """Build it; `year` tells which year the tab shows."""
        super().__init__(tab)
        self._tab = tab
        self._desk = desk
        self._store = store
        self._year = year

    def opener(self) -> PushButton:
        """The button that opens the menu."""
        made, menu = menu_button("Sổ hội phí", "more")
        for text, act in (
            ("Các lần nộp trong năm", self._show_hand_ins),
            ("Hội phí ghi ngoài sổ quỹ", self._show_outside),
            ("Hội viên còn nợ hội phí", lambda: self.show_arrears()),
            ("Nộp lên cấp trên", self._show_hand_over),
            ("Mức hội phí và tỷ lệ trích", self.show_rates),
            ("Người được miễn hội phí", self._show_exemptions),
            ("Ghi bảng thu của năm ra Excel", lambda: self._write(".xlsx")),
            ("Ghi bảng thu của năm ra Word", lambda: self._write(".docx")),
        ):
            menu.addAction(text, act)
        return made

    def show_arrears(self, unit_id: object = ...) -> None:
        """Who lacks what today, in all chi hội or in one; `None` is no chi hội."""
        open_arrears(self._tab, self._desk, self._store, unit_id)

    def show_rates(self) -> None:
        """What members owe, from when on, and who keeps how much of it."""
        RatesList(self._tab, self._desk, self._store).open()

    def _show_hand_ins(self) -> None:
        made = HandInsList(self._tab, self._desk, self._store, self._year())
        made.again_wanted.connect(self.again_wanted)
        made.open()

    def _show_outside(self) -> None:
        OutsideList(self._tab, self._desk, self._store, self._year()).open()

    def _show_hand_over(self) -> None:
        HandOverDialog(self._tab, self._desk, self._store).open()

    def _show_exemptions(self) -> None:
        open_exemptions(self._tab, self._desk, self._store)

    def _write(self, ending: str) -> None:
        """Write the grids of the year: as at its end, or as at today."""
        today = date.today()
        on = today if self._year() == today.year else date(self._year(), 12, 31)
        write_list(self._tab, self._desk, self._store, ListOrder(name="dues", on=on), ending)
