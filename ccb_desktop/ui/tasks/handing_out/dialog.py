"""The window Giao việc: choose items and units, look through the list, hand all out at once."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.tasks.handing_out import told_count
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.domain.tasks.overlaps import told_overlaps
from ccb_desktop.domain.tasks.plan import TaskItem
from ccb_desktop.domain.tasks.recipients import Receiver
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.tasks import handing_out
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.page import Desk, ask_for_help
from ccb_desktop.ui.kit.payer_field import load_payers
from ccb_desktop.ui.kit.widgets import FlowLayout, button, column, fit_window, label
from ccb_desktop.ui.tasks.handing_out.grid import HandOutGrid
from ccb_desktop.ui.tasks.handing_out.grid_model import assignments_of
from ccb_desktop.ui.tasks.handing_out.whom_form import WhomForm

_WIDE = 76  # letters
_TOLD_AT_MOST = 2  # overlaps
_HINT = "Cột có dấu ✎ sửa được. Chọn nhiều ô trong một cột, bấm Ctrl+D để ghi giống ô đầu."


class HandOutDialog(QDialog):
    """Two steps: whom and what; then the list, to be looked through before it is kept."""

    saved = Signal(object)
    """The `Change` of handing out."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        store: Store,
        year: int,
        items: Sequence[TaskItem],
        chosen: Sequence[int],
    ) -> None:
        """Build the window; show it with `open()`.

        Args:
            parent: The tab it belongs to.
            desk: What the tab was given.
            store: The books.
            year: The year of the plan.
            items: Every item of the plan.
            chosen: The items that are ticked at first.
        """
        super().__init__(parent)
        self._store, self._year = store, year
        self._form_id = uuid4().hex
        self._known: list[TaskLine] = []
        self.whom = WhomForm(items, chosen, handing_out.list_receivers(store, year))
        self.grid = HandOutGrid()
        self._title = label("", "title")
        self._warning = label("", "problem")
        self._refused = label("", "problem")
        self._steps = QStackedWidget()
        self.setWindowTitle("Giao việc")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        QShortcut(QKeySequence.StandardKey.HelpContents, self, partial(ask_for_help, self))
        load_payers(self.whom.member, desk, store, date.today())
        self._build()
        self.grid.rows.altered.connect(self._tell)
        self.grid.rows.refused.connect(self._refused.setText)

    # Building

    def _build(self) -> None:
        layout = column(self, margin=20, spacing=12)
        self._title.setText(f"Giao việc năm {self._year}")
        layout.addWidget(self._title)
        layout.addWidget(self._steps, 1)
        self._steps.addWidget(self._first_step())
        self._steps.addWidget(self._second_step())
        fit_window(self, _WIDE)
        self.resize(self.width(), round(self.screen().availableSize().height() * 0.92))

    def _first_step(self) -> QWidget:
        ground = QWidget()
        layout = column(ground, spacing=12)
        layout.addWidget(self.whom.form, 1)
        row = self._button_row(layout)
        row.addWidget(button("Bỏ", self.reject))
        self.look_button = button("Xem danh sách sẽ giao", self.look, role="main", icon="next")
        row.addWidget(self.look_button)
        self.whom.form.lead_on(self.look_button)
        return ground

    def _second_step(self) -> QWidget:
        ground = QWidget()
        layout = column(ground, spacing=10)
        layout.addWidget(self._warning)
        layout.addWidget(label(_HINT, "soft"))
        tools = FlowLayout(spacing=10)
        tools.addWidget(button("Điền xuống", self.grid.fill_down, shortcut="Ctrl+D"))
        tools.addWidget(button("Điền cả cột", self.grid.fill_all))
        tools.addWidget(button("Bỏ dòng đang chọn", self.grid.take_out, icon="delete"))
        layout.addLayout(tools)
        layout.addWidget(self.grid, 1)
        layout.addWidget(self._refused)
        row = self._button_row(layout)
        row.addWidget(button("Chọn lại", self.back, icon="back"))
        row.addWidget(button("Bỏ", self.reject))
        self.hand_out_button = button(
            "Giao việc", self.hand_out, role="main", icon="check", shortcut="Ctrl+S"
        )
        row.addWidget(self.hand_out_button)
        return ground

    @staticmethod
    def _button_row(layout: QVBoxLayout) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        layout.addLayout(row)
        return row

    # Acts

    def look(self) -> None:
        """Go on to the list."""
        if self.whom.problem():
            return
        try:
            proposed = handing_out.propose(
                self._store, self._year, self.whom.item_ids, self._receivers()
            )
            self._known = handing_out.known_lines(self._store, self._year)
        except UserError as error:
            messages.tell(self, error)
            return
        if not proposed:
            messages.tell(
                self,
                "Các đơn vị này đã được giao đủ những việc này\nKhông có việc nào để giao thêm. "
                "Muốn sửa việc đã giao, đóng cửa sổ này rồi bấm “Xem việc đã giao”.",
            )
            return
        self._refused.setText("")
        self.grid.rows.show(proposed)
        self._steps.setCurrentIndex(1)
        self.grid.begin()

    def back(self) -> None:
        """Go back to the choice; what was typed into the list is proposed anew."""
        self._title.setText(f"Giao việc năm {self._year}")
        self._steps.setCurrentIndex(0)

    def hand_out(self) -> None:
        """Keep the list as one act, and close."""
        if self._steps.currentIndex() == 0:
            return
        handed = assignments_of(self.grid.rows.proposed)
        try:
            change = handing_out.hand_out(self._store, self._year, handed, self._form_id)
        except UserError as error:
            messages.tell(self, error)
            return
        self.saved.emit(change)
        self.accept()

    def reject(self) -> None:
        """Leave; once the list is there, ask."""
        if self._steps.currentIndex() == 0:
            super().reject()
            return
        messages.ask(
            self,
            "Danh sách này chưa được giao.",
            [("Giao việc", self.hand_out), ("Bỏ, không giao", super().reject)],
            stay="Xem tiếp",
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        """The cross of the window is the same as `Bỏ`."""
        if self._steps.currentIndex() and self.isVisible():
            event.ignore()
            self.reject()
        else:
            super().closeEvent(event)

    def _receivers(self) -> list[Receiver]:
        member_id = self.whom.member_id
        more = [handing_out.member_receiver(self._store, member_id)] if member_id else []
        return [*self.whom.whom(), *more]

    def _tell(self) -> None:
        """Say how much goes to how many, and what overlaps."""
        rows = self.grid.rows.proposed
        self._title.setText(f"Năm {self._year}: {told_count(assignments_of(rows))}")
        self._refused.setText("")
        self.hand_out_button.setText(f"Giao {number(len(rows))} việc")
        self.hand_out_button.setEnabled(bool(rows))
        found = told_overlaps(handing_out.warnings(self._known, self._year, rows))
        self._warning.setText(_warned(found))
        self._warning.setVisible(bool(found))


def _warned(found: Sequence[str]) -> str:
    """The first overlaps in words, and how many more there are."""
    told = [f"! Trùng việc: {one}" for one in found[:_TOLD_AT_MOST]]
    more = len(found) - len(told)
    if more:
        told[-1] += f" (và {number(more)} chỗ nữa)"
    return "\n".join(told)
