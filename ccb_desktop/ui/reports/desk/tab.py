"""The tab Lập báo cáo: figures and draft of a periodic report, written to Word and Excel."""

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
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.page_tabs import PageTabs
from ccb_desktop.ui.kit.tabbed_page import PageTab
from ccb_desktop.ui.kit.widgets import FlowLayout, button, label
from ccb_desktop.ui.reports.books import KINDS
from ccb_desktop.ui.reports.desk.draft import DeskReport, read_desk_report
from ccb_desktop.ui.reports.desk.figures_tab import FiguresTab
from ccb_desktop.ui.reports.desk.period_choice import PeriodChoice
from ccb_desktop.ui.reports.desk.texts_tab import TextsTab


class DeskTab(PageTab):
    """The report desk."""

    id = "desk"
    title = "Lập báo cáo"
    kinds = KINDS

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
        self._choice = PeriodChoice()
        self._choice.changed.connect(self.refresh)
        self._problem = label("", "problem")
        self._figures = FiguresTab(desk, store)
        self._texts = TextsTab(self._save_texts)
        self._tabs = PageTabs()
        self._tabs.addTab(self._figures, "Số liệu")
        self._tabs.addTab(self._texts, "Lời văn")
        acts = FlowLayout()
        acts.addWidget(
            button("Viết báo cáo", self.write, role="main", icon="print", shortcut="Ctrl+P")
        )
        self.body.addWidget(self._choice)
        self.body.addLayout(acts)
        self.body.addWidget(self._problem)
        self.body.addWidget(self._tabs, 1)

    def refresh(self) -> None:
        """Work the draft out again, in the background."""
        self._choice.offer_terms(_terms(self.store))
        try:
            kind, period, cut_off = self._choice.kind, self._choice.period, self._choice.cut_off
        except UserError as error:
            self._tell_problem(str(error))
            return
        self._tell_problem("")
        self.desk.background.run(
            lambda _progress: read_desk_report(self.store, kind, period, cut_off),
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
            files = reports.report_files(self.store, *wanted, folder)
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
            lambda _progress: reports.write_report(self.store, kind, period, cut_off, folder),
            lambda paths: tell_written(self, paths),
            label="Đang viết báo cáo",
            owner=self,
        )

    def _save_texts(self, kind: ReportKind, period: Period, texts: Mapping[str, str]) -> bool:
        try:
            change = reports.save_report_texts(self.store, kind, period, texts)
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
