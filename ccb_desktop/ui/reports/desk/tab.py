"""The tab Lập báo cáo: figures and draft of a periodic report, written to Word and Excel."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.periods import Period, PeriodKind
from ccb_desktop.domain.reports.kinds import ReportKind
from ccb_desktop.domain.reports.report_charts import CHARTS, WANTED
from ccb_desktop.operations import reports
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.members import units
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.file_dialogs import choose_folder
from ccb_desktop.ui.kit.open_file import tell_written
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.page_tabs import PageTabs
from ccb_desktop.ui.kit.paper_view import PaperView
from ccb_desktop.ui.kit.tabbed_page import PageTab
from ccb_desktop.ui.kit.widgets import button, column, label
from ccb_desktop.ui.reports.books import KINDS
from ccb_desktop.ui.reports.desk.calendar_dialog import CalendarDialog
from ccb_desktop.ui.reports.desk.draft import DeskReport, read_desk_report
from ccb_desktop.ui.reports.desk.figures_tab import FiguresTab
from ccb_desktop.ui.reports.desk.freeze import freeze_dialog
from ccb_desktop.ui.reports.desk.period_choice import PeriodChoice
from ccb_desktop.ui.reports.desk.sentence_figures import SentenceFiguresDialog
from ccb_desktop.ui.reports.desk.texts_tab import TextsTab
from ccb_desktop.ui.reports.writing import ask_before_writing_over

_BELOW_BUTTONS = 2


class DeskTab(PageTab):
    """The report desk."""

    id = "desk"
    title = "Lập báo cáo"
    kinds = KINDS

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
        self._shown: DeskReport | None = None
        self._seen: DeskReport | None = None  # of which the pages are shown
        self._choice = PeriodChoice(with_calendar=True)
        self._choice.changed.connect(self.refresh)
        self._choice.calendar_wanted.connect(self._open_calendar)
        self._problem = label("", "problem")
        self._figures = FiguresTab(desk, store)
        self._texts = TextsTab(self._save_texts)
        self._texts.figures_wanted.connect(self._show_figures_of)
        self._tabs = PageTabs()
        self._tabs.addTab(self._figures, "Số liệu")
        self._tabs.addTab(self._texts, "Lời văn")
        self._pages = PaperView(desk, store)
        self._charts = QCheckBox("Kèm biểu đồ: hội viên theo độ tuổi, biến động, chân quỹ")
        self._charts.clicked.connect(self._want_charts)
        ground = QWidget()
        layout = column(ground, margin=12)
        layout.addWidget(self._charts)
        layout.addWidget(self._pages, 1)
        self._tabs.addTab(ground, "Xem trước")
        self._tabs.currentChanged.connect(self._change_tab)
        self._tabs.setCornerWidget(self._buttons())
        self.body.addWidget(self._choice)
        self.body.addWidget(self._problem)
        self.body.addWidget(self._tabs, 1)

    def _buttons(self) -> QWidget:
        """Beside the inner tabs, so that they take no row of their own."""
        ground = QWidget()
        row = QHBoxLayout(ground)
        row.setContentsMargins(0, 0, 0, _BELOW_BUTTONS)
        row.addWidget(button("Chốt báo cáo…", self.freeze, icon="lock", writes=True))
        row.addWidget(
            button("Viết báo cáo", self.write, role="main", icon="print", shortcut="Ctrl+P")
        )
        return ground

    def set_low(self, is_low: bool) -> None:
        """Where few lines fit, the choice of the period takes one of them."""
        super().set_low(is_low)
        self._choice.set_low(is_low)

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
        """Somebody wants a certain kind of report, of a certain period where one is named."""
        kind = place.filters.get("kind")
        if kind in tuple(ReportKind):
            self._tabs.setCurrentWidget(self._figures)
            self._choice.choose(ReportKind(str(kind)), str(place.filters.get("period", "")))

    def _open_calendar(self) -> None:
        self.safely(lambda: self.open_form(CalendarDialog(self, self.store)))

    def _tell_problem(self, sentence: str) -> None:
        if sentence:
            self._shown = None
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _show(self, shown: DeskReport) -> None:
        self._shown = shown
        self._figures.show_report(shown)
        self._texts.show_report(shown)
        self._charts.setChecked(shown.typed.get(CHARTS) == WANTED)
        self._seen = None
        self._show_pages()

    def _show_figures_of(self, key: str) -> None:
        """The figures in the sentences of a section."""
        if self._shown is not None:
            report = self._shown.report
            section = next(one for one in report.sections if one.key == key)
            SentenceFiguresDialog(self, self.desk, self.store, report, section).open()

    def _change_tab(self) -> None:
        """Pages want all the room there is."""
        self._choice.setVisible(not self._pages.isVisibleTo(self))
        self._show_pages()

    def _want_charts(self, wanted: bool) -> None:
        """Charts are wanted in this report, or no more."""
        if self._shown is not None:
            report = self._shown.report
            self._save_texts(report.kind, report.period, {CHARTS: WANTED if wanted else ""})

    def _show_pages(self) -> None:
        """The pages of the very file that would be written, where they are looked at."""
        shown = self._shown
        if shown is None or shown is self._seen or not self._pages.isVisibleTo(self):
            return
        self._seen = shown
        name = f"Báo cáo {shown.report.period.name}"
        self._pages.show_made(lambda out: reports.write_draft(shown.report, out), name)

    def freeze(self) -> None:
        """Freeze the report that is shown, with everything typed into it."""
        if self._shown is None:
            self.refresh()
            return
        if self._texts.save_all():
            report = self._shown.report
            self.safely(lambda: freeze_dialog(self, self.desk, self.store, report).open())

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
        ask_before_writing_over(self, there, lambda: self._write_now(*wanted, folder))

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
