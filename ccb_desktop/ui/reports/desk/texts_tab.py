"""What a report says: its sentences, section by section, and the officer's own texts."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.reports.kinds import ReportKind
from ccb_desktop.domain.reports.outline import OPENING, TEXT_SECTIONS
from ccb_desktop.domain.reports.report import ReportSection
from ccb_desktop.ui.kit.widgets import button, clear, column, label
from ccb_desktop.ui.reports.desk.draft import DeskReport
from ccb_desktop.ui.reports.desk.own_text import SectionView

SaveTexts = Callable[[ReportKind, Period, Mapping[str, str]], bool]
"""Keeps texts by section; tells whether they were kept."""


@dataclass(frozen=True, slots=True)
class _Part:
    """What stands in one section."""

    key: str
    heading: str
    sentences: str
    has_figures: bool = False


class TextsTab(QWidget):
    """The draft as it reads, with a box for own words under each section.

    Words are kept when their box is left, when another report is chosen, and when the window
    is closed: nothing typed is lost.
    """

    figures_wanted = Signal(str)
    """The figures in the sentences of a section shall be shown; carries its key."""

    def __init__(self, save: SaveTexts) -> None:
        super().__init__()
        self._save = save
        self._shown: DeskReport | None = None
        self._views: dict[str, SectionView] = {}
        self._subject = label("", "heading")
        self._closing = label("")
        self._all = button("Lấy mọi lời của kỳ trước", self._take_all, icon="undo", writes=True)
        layout = column(self, margin=12, spacing=14)
        layout.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeft)
        self._layout = column(spacing=14)
        layout.addLayout(self._layout)

    def show_report(self, shown: DeskReport) -> None:
        """Show the draft of a report; the same report keeps its place and what is typed."""
        parts = list(_parts(shown))
        if self._is_another(shown, parts):
            self.save_all()
            self._build(parts)
        self._shown = shown
        self._subject.setText(f"BÁO CÁO\n{shown.report.subject}")
        self._closing.setText(shown.report.closing)
        for part in parts:
            own, earlier = shown.typed.get(part.key, ""), shown.earlier.get(part.key, "")
            view = self._views[part.key]
            view.show_section(part.sentences, own, earlier, has_figures=part.has_figures)
        self._all.setVisible(any(view.offers_earlier for view in self._views.values()))

    def _take_all(self) -> None:
        """Write what stood in each empty section the last time, as one act."""
        for view in self._views.values():
            if view.offers_earlier:
                view.take_earlier()
        self.save_all()

    def save_all(self) -> bool:
        """Keep everything that was typed; tells whether nothing is left unsaved."""
        typed = {key: view.unsaved for key, view in self._views.items()}
        texts = {key: text for key, text in typed.items() if text is not None}
        if not texts or self._shown is None:
            return True
        report = self._shown.report
        saved = self._save(report.kind, report.period, texts)
        for key in texts if saved else ():
            self._views[key].settle()
        return saved

    def _is_another(self, shown: DeskReport, parts: list[_Part]) -> bool:
        if self._shown is None or [part.key for part in parts] != list(self._views):
            return True
        before, now = self._shown.report, shown.report
        return (before.kind, before.period) != (now.kind, now.period)

    def _build(self, parts: list[_Part]) -> None:
        clear(self._layout)
        self._subject, self._closing = label("", "heading"), label("")
        self._layout.addWidget(self._subject)
        self._views = {}
        for part in parts:
            view = SectionView(part.heading, has_box=part.key in TEXT_SECTIONS)
            view.save_wanted.connect(self.save_all)
            view.figures_wanted.connect(partial(self.figures_wanted.emit, part.key))
            self._views[part.key] = view
            self._layout.addWidget(view)
        self._layout.addWidget(self._closing)
        self._layout.addStretch(1)

    def showEvent(self, event: QShowEvent) -> None:
        """Know when the window is about to close."""
        super().showEvent(event)
        self.window().installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another tab or page: what was typed is kept."""
        super().hideEvent(event)
        if self.window().isVisible():
            self.save_all()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window closes: what was typed is kept while the books are still open."""
        if event.type() == QEvent.Type.Close:
            self.save_all()
        return super().eventFilter(watched, event)


def _parts(shown: DeskReport) -> Iterator[_Part]:
    yield _Part(OPENING, "Mở đầu", shown.report.opening[-1])
    for section in shown.report.sections:
        has_figures = any(line.codes for line in section.lines)
        yield _Part(section.key, section.heading, _sentences(section), has_figures)


def _sentences(section: ReportSection) -> str:
    return "\n".join(" ".join(line.text for line in lines) for lines in section.paragraphs)
