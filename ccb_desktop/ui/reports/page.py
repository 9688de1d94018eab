"""Báo cáo: figures, the draft of a periodic report, books and lists; written to Word, Excel."""

from pathlib import Path

from PySide6.QtWidgets import QTabWidget

from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.reports.report import PeriodicReport
from ccb_desktop.operations import reports
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.file_dialogs import choose_folder
from ccb_desktop.ui.kit.open_file import tell_written
from ccb_desktop.ui.kit.page import Desk, Page
from ccb_desktop.ui.kit.widgets import label
from ccb_desktop.ui.reports.figures_tab import FiguresTab
from ccb_desktop.ui.reports.lists_tab import ListsTab
from ccb_desktop.ui.reports.period_choice import PeriodChoice
from ccb_desktop.ui.reports.texts_tab import TextsTab


class ReportsPage(Page):
    """The report desk."""

    kinds = frozenset(
        {
            "persons",
            "memberships",
            "membership_events",
            "units",
            "posts",
            "households",
            "policies",
            "manual_figures",
            "report_texts",
            "settings",
        }
    )

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(
            desk, "Báo cáo", "Số liệu của kỳ, báo cáo Word kèm phụ lục Excel, sổ và danh sách"
        )
        self._store = store
        self.add_main_button("Viết báo cáo", self.write, icon="print", shortcut="Ctrl+P")
        self._choice = PeriodChoice()
        self._choice.changed.connect(self.refresh_soon)
        self._problem = label("", "problem")
        self._figures = FiguresTab(desk, store)
        self._texts = TextsTab(self._save_text)
        self._lists = ListsTab(desk, store)
        self._tabs = QTabWidget()
        self._tabs.addTab(self._figures, "Số liệu")
        self._tabs.addTab(self._texts, "Lời văn")
        self._tabs.addTab(self._lists, "Sổ và danh sách")
        self._tabs.currentChanged.connect(self._change_tab)
        self.body.addWidget(self._choice)
        self.body.addWidget(self._problem)
        self.body.addWidget(self._tabs, 1)

    def _change_tab(self) -> None:
        """Lists have a period of their own."""
        self._choice.setVisible(self._tabs.currentWidget() is not self._lists)
        self.refresh_soon()

    def refresh(self) -> None:
        """Work the draft out again, in the background."""
        if self._tabs.currentWidget() is self._lists:
            self._lists.refresh()
            return
        try:
            kind, period, cut_off = self._choice.kind, self._choice.period, self._choice.cut_off
        except UserError as error:
            self._tell_problem(str(error))
            return
        self._tell_problem("")
        self.desk.background.run(
            lambda _progress: reports.draft_report(self._store, kind, period, cut_off),
            self._show,
            lambda error: self._tell_problem(str(error)),
            label="Đang tính số liệu",
            owner=self,
        )

    def _tell_problem(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _show(self, report: PeriodicReport) -> None:
        self._figures.show_report(report)
        self._texts.show_report(report)

    def write(self) -> None:
        """Ask for a folder and write the report with its annex there."""
        choose_folder(self, "Ghi báo cáo vào thư mục nào", self._write_to)

    def _write_to(self, folder: Path) -> None:
        try:
            kind, period, cut_off = self._choice.kind, self._choice.period, self._choice.cut_off
        except UserError as error:
            messages.tell(self, error)
            return
        self.desk.background.run(
            lambda _progress: reports.write_report(self._store, kind, period, cut_off, folder),
            lambda paths: tell_written(self, paths),
            label="Đang viết báo cáo",
            owner=self,
        )

    def _save_text(self, section: str, text: str) -> None:
        try:
            change = reports.save_report_text(
                self._store, self._choice.kind, self._choice.period, section, text
            )
        except UserError as error:
            messages.tell(self, error)
        else:
            self.desk.broadcast.send(change)
