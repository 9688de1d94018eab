"""What a report says: its sentences, section by section, and the officer's own texts."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ccb_desktop.domain.reports.outline import TEXT_SECTIONS
from ccb_desktop.domain.reports.report import PeriodicReport, ReportSection
from ccb_desktop.ui.kit.text_fields import LongTextField
from ccb_desktop.ui.kit.widgets import button, column, label

SaveText = Callable[[str, str], object]


class TextsTab(QWidget):
    """The draft as it reads, with a box for own words under each section."""

    def __init__(self, save: SaveText) -> None:
        super().__init__()
        self._save = save
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setAccessibleName("Lời văn của báo cáo")
        column(self, margin=12).addWidget(self._area)

    def show_report(self, report: PeriodicReport) -> None:
        """Show the draft of a report."""
        ground = QWidget()
        layout = column(ground, spacing=14)
        layout.addWidget(label(f"BÁO CÁO\n{report.subject}", "heading"))
        for sentence in report.opening:
            layout.addWidget(label(sentence))
        for section in report.sections:
            layout.addWidget(self._section(section))
        layout.addWidget(label(report.closing))
        layout.addStretch(1)
        self._area.setWidget(ground)

    def _section(self, section: ReportSection) -> QWidget:
        holder = QWidget()
        layout = column(holder, spacing=6)
        layout.addWidget(label(section.heading, "heading"))
        for paragraph in section.paragraphs:
            layout.addWidget(label(" ".join(line.text for line in paragraph)))
        if section.key in TEXT_SECTIONS:
            field = LongTextField("text", "Lời của Hội viết thêm", lines=2)
            field.set_value(section.own_text)
            layout.addWidget(field)
            save = partial(self._save_text, section.key, field)
            layout.addWidget(button("Lưu lời viết thêm", save, icon="save"))
        return holder

    def _save_text(self, key: str, field: LongTextField) -> None:
        self._save(key, field.value())
