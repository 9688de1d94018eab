"""The row above each tab: which year, how far it is settled, and the acts that settle it.

Public: `YearBar(desk, store)` with `year`, `show_year(year)`, signal `chosen`.
"""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.emulation.grading import GradingYear, Stage
from ccb_desktop.domain.emulation.labels import STAGE
from ccb_desktop.domain.emulation.stage_words import told_stage
from ccb_desktop.domain.errors import UserError
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.emulation import grading
from ccb_desktop.ui.emulation.overview_dialog import OverviewDialog
from ccb_desktop.ui.emulation.stage_dialogs import agree_dialog, bounds_dialog, unlock_dialog
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.choice_fields import CalmComboBox
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.widgets import FlowLayout, PushButton, button, label, labelled, menu_button

_YEARS_BACK = 6
_AUTUMN = 9  # from this month on the grading of the year itself is what is worked on
_SIGN = {Stage.DRAFT: "○", Stage.AGREED: "✓", Stage.LOCKED: "■"}


def year_in_hand(today: date) -> int:
    """The year whose grading is most likely worked on."""
    return today.year if today.month >= _AUTUMN else today.year - 1


class YearBar(QWidget):
    """One year at a time."""

    chosen = Signal()
    """Another year was chosen."""

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__()
        self._desk = desk
        self._store = store
        self._shown = GradingYear(year=year_in_hand(date.today()))
        self.box = CalmComboBox()
        self.box.setAccessibleName("Năm")
        self.stage = label("", "soft", wrap=False)
        self._offer([])
        self.box.activated.connect(lambda _place: self.chosen.emit())
        self.flow = FlowLayout(self, spacing=12)
        self.flow.addWidget(labelled("Năm", self.box))
        self.flow.addWidget(self.stage)
        self.flow.addWidget(self._opener())
        self.flow.addWidget(button("Các năm…", self._open_years))

    @property
    def year(self) -> int:
        """The year that is chosen."""
        return int(self.box.currentData())

    @property
    def shown(self) -> GradingYear:
        """How far the year that was shown last is settled."""
        return self._shown

    def choose(self, year: int) -> None:
        """Choose a year, as somebody does who comes here for it."""
        self._offer([year])
        self.box.setCurrentIndex(self.box.findData(year))

    def show_year(self, year: GradingYear, known: list[int]) -> None:
        """Say how far the year is settled; `known` are years that hold anything."""
        self._shown = year
        self._offer(known)
        self.stage.setText(f"{_SIGN[year.stage]} {STAGE[year.stage]}")
        self.stage.setToolTip(told_stage(year))
        self.stage.setAccessibleName(told_stage(year))

    def _offer(self, known: list[int]) -> None:
        this_year = date.today().year
        usual = range(this_year - _YEARS_BACK, this_year + 1)
        held = [self.box.itemData(place) for place in range(self.box.count())]
        years = sorted({*usual, *held, *known}, reverse=True)
        if years == held:
            return
        chosen = self.year if held else self._shown.year
        self.box.clear()
        for year in years:
            self.box.addItem(str(year), year)
        self.box.setCurrentIndex(self.box.findData(chosen))

    # Settling

    def _open_years(self) -> None:
        OverviewDialog(self, self._desk, self._store).open()

    def _opener(self) -> PushButton:
        opener, menu = menu_button("Chốt kết quả")
        opener.belong()
        menu.addAction("Thống nhất: ghi ngày họp, biên bản…", self._agree)
        menu.addAction("Khóa bình xét năm này", self._lock)
        menu.addAction("Mở khóa…", self._unlock)
        menu.addSeparator()
        menu.addAction("Ngày chốt danh sách, mức xếp loại…", self._choose_bounds)
        return opener

    def _agree(self) -> None:
        self._open(agree_dialog(self, self._store, self._shown))

    def _lock(self) -> None:
        year = self.year
        messages.ask_before(
            self,
            f"Khóa bình xét năm {year}?\nKết quả hội viên, gia đình văn hóa, xếp loại và điểm của "
            "năm ấy không sửa được nữa, cho tới khi mở khóa có ghi lý do.",
            f"Khóa năm {year}",
            lambda: self._do(lambda: grading.lock_year(self._store, year, date.today())),
        )

    def _unlock(self) -> None:
        year = self.year
        if self._shown.stage is not Stage.LOCKED:
            messages.tell(
                self, f"Bình xét năm {year} đang ở mức {STAGE[self._shown.stage]}, không khóa."
            )
            return
        self._open(unlock_dialog(self, self._store, self._shown))

    def _choose_bounds(self) -> None:
        self._open(bounds_dialog(self, self._store, self._shown))

    def _open(self, dialog: FormDialog) -> None:
        dialog.saved.connect(self._desk.broadcast.send)
        dialog.open()

    def _do(self, act: Callable[[], Change]) -> None:
        try:
            self._desk.broadcast.send(act())
        except UserError as error:
            messages.tell(self, error)
