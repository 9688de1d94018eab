"""Báo cáo: figures, the draft of a periodic report, books and lists; written to Word, Excel."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.periods import Period, PeriodKind
from ccb_desktop.domain.reports.kinds import ReportKind
from ccb_desktop.operations import reports
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.members import units
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.file_dialogs import choose_folder
from ccb_desktop.ui.kit.open_file import tell_written
from ccb_desktop.ui.kit.page import Desk, Page
from ccb_desktop.ui.kit.page_tabs import PageTabs
from ccb_desktop.ui.kit.widgets import label
from ccb_desktop.ui.reports.draft import DeskReport, read_desk_report
from ccb_desktop.ui.reports.figures_tab import FiguresTab
from ccb_desktop.ui.reports.lists_tab import ListsTab
from ccb_desktop.ui.reports.period_choice import PeriodChoice
from ccb_desktop.ui.reports.texts_tab import TextsTab


class ReportsPage(Page):
    """The report desk."""

    kinds = frozenset(
        {
            *("persons", "memberships", "membership_events", "units", "posts", "policies"),
            *("households", "household_years", "manual_figures", "report_texts", "settings"),
            *("terms", "codes", "funds", "vouchers", "dues_rates", "dues_exemptions"),
            *("dues_payments", "campaigns", "campaign_targets", "contributions", "loans"),
            *("repayments", "loan_extensions", "bank_loan_counts", "visits", "housing_supports"),
            *("housing_sources", "key_tasks", "task_items", "assignments", "progress_steps"),
            *("activities", "member_results", "unit_ratings", "awards"),
        }
    )

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(
            desk, "Báo cáo", "Số liệu của kỳ, báo cáo Word kèm phụ lục Excel, sổ và danh sách"
        )
        self._store = store
        self._write = self.add_main_button(
            "Viết báo cáo", self.write, icon="print", shortcut="Ctrl+P"
        )
        self._choice = PeriodChoice()
        self._choice.changed.connect(self.refresh_soon)
        self._problem = label("", "problem")
        self._figures = FiguresTab(desk, store)
        self._texts = TextsTab(self._save_texts)
        self._lists = ListsTab(desk, store)
        self._tabs = PageTabs()
        self._tabs.addTab(self._figures, "Số liệu")
        self._tabs.addTab(self._texts, "Lời văn")
        self._tabs.addTab(self._lists, "Sổ và danh sách")
        self._tabs.currentChanged.connect(self._change_tab)
        self.body.addWidget(self._choice)
        self.body.addWidget(self._problem)
        self.body.addWidget(self._tabs, 1)

    def _change_tab(self) -> None:
        """Lists have a period of their own, and buttons of their own to write them."""
        lists = self._tabs.currentWidget() is self._lists
        self._choice.setVisible(not lists)
        self._write.setVisible(not lists)
        self.refresh_soon()

    def refresh(self) -> None:
        """Work the draft out again, in the background."""
        if self._tabs.currentWidget() is self._lists:
            self._tell_problem("")
            self._lists.refresh()
            return
        self._choice.offer_terms(_terms(self._store))
        try:
            kind, period, cut_off = self._choice.kind, self._choice.period, self._choice.cut_off
        except UserError as error:
            self._tell_problem(str(error))
            return
        self._tell_problem("")
        self.desk.background.run(
            lambda _progress: read_desk_report(self._store, kind, period, cut_off),
            self._show,
            lambda error: self._tell_problem(str(error)),
            label="Đang tính số liệu",
            owner=self,
        )

    def show_place(self, place: Place) -> None:
        """Somebody wants a certain kind of report."""
        kind = place.filters.get("kind")
        if kind in tuple(ReportKind):
            self._tabs.setCurrentWidget(self._figures)
            self._choice.choose(ReportKind(str(kind)))

    def _tell_problem(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _show(self, shown: DeskReport) -> None:
        self._figures.show_report(shown)
        self._texts.show_report(shown)

    def write(self) -> None:
        """Ask for a folder and write the report with its annex there."""
        if self._texts.save_all():
            choose_folder(self, "Ghi báo cáo vào thư mục nào", self._write_to)

    def _write_to(self, folder: Path) -> None:
        """Write there; a report that stands there may have been worked on, so ask first."""
        try:
            wanted = self._choice.kind, self._choice.period, self._choice.cut_off
            files = reports.report_files(self._store, *wanted, folder)
        except UserError as error:
            messages.tell(self, error)
            return
        there = [file.name for file in files if file.exists()]
        if not there:
            self._write_now(*wanted, folder)
            return
        messages.ask(
            self,
            "Thư mục này đã có báo cáo của kỳ này.\n"
            + "\n".join(there)
            + "\nGhi đè thì mất những chỗ đã sửa tay trong tệp cũ.",
            [
                ("Chọn thư mục khác", self.write),
                ("Ghi đè", lambda: self._write_now(*wanted, folder)),
            ],
        )

    def _write_now(
        self, kind: ReportKind, period: Period, cut_off: date | None, folder: Path
    ) -> None:
        self.desk.background.run(
            lambda _progress: reports.write_report(self._store, kind, period, cut_off, folder),
            lambda paths: tell_written(self, paths),
            label="Đang viết báo cáo",
            owner=self,
        )

    def _save_texts(self, kind: ReportKind, period: Period, texts: Mapping[str, str]) -> bool:
        try:
            change = reports.save_report_texts(self._store, kind, period, texts)
        except UserError as error:
            messages.tell(self, error)
            return False
        self.desk.broadcast.send(change)
        return True


def _terms(store: Store) -> list[Period]:
    """The terms that the branch has entered with both their days, the latest first."""
    return [
        Period(PeriodKind.TERM, term.from_on.first_day, term.to_on.last_day)
        for term in reversed(units.list_terms(store))
        if term.to_on is not None
    ]
