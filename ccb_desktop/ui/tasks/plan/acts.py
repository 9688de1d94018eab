"""What is done with a plan beyond writing it: handed out, looked through, copied, printed."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.reports.form_kinds import FormOrder
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.domain.tasks.plan_lines import PlanLine
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.tasks import plan
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.form_writing import write_form
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.tasks.handing_out.assigned_dialog import AssignedDialog
from ccb_desktop.ui.tasks.handing_out.clears_dialog import ClearsDialog
from ccb_desktop.ui.tasks.handing_out.dialog import HandOutDialog
from ccb_desktop.ui.tasks.overlaps.dialog import OverlapsDialog
from ccb_desktop.ui.tasks.plan.copy_dialog import CopyDialog


class PlanActs:
    """The windows that the tab of the plan opens; each may raise a `UserError`."""

    def __init__(self, tab: QWidget, desk: Desk, store: Store, year: Callable[[], int]) -> None:
        """Take what the tab was given.

        Args:
            tab: The tab, over which the windows open.
            desk: What it was given.
            store: The books.
            year: Gives the year whose plan is seen.
        """
        self._tab, self._desk, self._store, self._year = tab, desk, store, year

    def hand_out(self, lines: list[PlanLine], chosen: list[PlanLine]) -> None:
        """Ask to whom items go; those chosen are ticked at first."""
        items = [line.item for line in lines if line.item]
        if not items:
            messages.tell(self._tab, "Kế hoạch năm này chưa có việc\nBấm “Thêm việc” để ghi trước.")
            return
        ids = [line.item.id or 0 for line in chosen if line.item]
        dialog = HandOutDialog(self._tab, self._desk, self._store, self._year(), items, ids)
        dialog.saved.connect(self._desk.broadcast.send)
        dialog.open()

    def show_assigned(self, chosen: list[PlanLine]) -> None:
        """Show what was handed out of the chosen items, else of the year."""
        ids = {line.item.id for line in chosen if line.item}
        title = f"Việc đã giao năm {self._year()}"
        if len(chosen) == 1 and chosen[0].item:
            title = f"Việc đã giao: {chosen[0].item.what}"
        self.open_assigned(title, lambda line: not ids or line.item.id in ids)

    def open_assigned(
        self, title: str, holds: Callable[[TaskLine], bool], *, only_lacking: bool = False
    ) -> None:
        """Show the assignments of the year that belong to something, to be mended."""
        year = self._year()

        def read() -> list[TaskLine]:
            return [one for one in plan.list_handed_out(self._store, year) if holds(one)]

        dialog = AssignedDialog(
            self._tab, self._desk, self._store, title, read, only_lacking=only_lacking
        )
        dialog.open()

    def show_clears(self) -> None:
        """Count the four clears by unit, key task and item."""
        lines = plan.list_handed_out(self._store, self._year())
        ClearsDialog(
            self._tab,
            self._desk,
            self._year(),
            lines,
            lambda title, holds: self.open_assigned(title, holds, only_lacking=True),
        ).open()

    def show_overlaps(self) -> None:
        """Show the overlaps of the year."""
        OverlapsDialog(self._tab, self._desk, self._store, self._year()).open()

    def begin_copy(self) -> None:
        """Ask which year's plan shall be copied into this one."""
        years = [one for one in plan.list_years(self._store) if one != self._year()]
        if not years:
            messages.tell(self._tab, "Chưa có kế hoạch của năm nào khác để chép.")
            return
        dialog = CopyDialog(self._tab, self._store, self._year(), years)
        dialog.saved.connect(self._desk.broadcast.send)
        dialog.open()

    def print_plan(self) -> None:
        """Write the plan of the year as a Word file."""
        order = FormOrder(name="year-plan", on=date.today(), year=self._year())
        write_form(self._tab, self._desk, self._store, order)
