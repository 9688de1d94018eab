"""The figures that the sentences of a section say, each with the way to its names."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.figures.figure_text import printed
from ccb_desktop.domain.figures.values import Figure
from ccb_desktop.domain.reports.report import PeriodicReport, ReportSection
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.list_dialog import ListDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.reports.desk.figure_names import show_names


@dataclass(frozen=True, slots=True)
class SaidFigure:
    """A figure, and the sentence that says it first."""

    place: int
    figure: Figure
    sentence: str


class SentenceFiguresDialog(ListDialog):
    """The list; Enter shows who or what was counted."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        store: Store,
        report: PeriodicReport,
        section: ReportSection,
    ) -> None:
        """Build it; show it with `open()`.

        Args:
            parent: The tab.
            desk: What the tab was given.
            store: The books.
            report: The draft.
            section: Of which section.
        """
        super().__init__(parent, f"Các con số của mục {section.heading}")
        self.table: RecordTable[SaidFigure] = RecordTable(
            "sentence_figures",
            _columns(),
            id_of=lambda one: one.figure.indicator.code,
            acts=[
                Act(
                    "Xem tên",
                    lambda chosen: show_names(
                        self, desk, store, report.figures, chosen[0].figure.indicator.code
                    ),
                    icon="members",
                    main=True,
                    allowed=lambda chosen: chosen[0].figure.computed is not None,
                    reads=True,
                )
            ],
            noun="con số",
            state=desk.state,
        )
        note = "Chọn một con số rồi gõ Enter để xem tên những người, những khoản đã được tính."
        self.show_list(self.table, list(said_figures(report, section)), note, letters=(64, 32))


def said_figures(report: PeriodicReport, section: ReportSection) -> Iterator[SaidFigure]:
    """The figures in the order in which they are said, each once."""
    said: dict[str, str] = {}
    for line in section.lines:
        for code in line.codes:
            said.setdefault(code, line.text)
    for place, (code, sentence) in enumerate(said.items()):
        yield SaidFigure(place, report.figures.by_code[code], sentence)


def _columns() -> list[Column[SaidFigure]]:
    return [
        Column(
            "label",
            "Chỉ tiêu",
            lambda one: one.figure.indicator.label,
            lambda one: one.place,
            width=26,
        ),
        Column(
            "value",
            "Kỳ này",
            lambda one: printed(one.figure),
            lambda one: one.place,
            align="right",
            width=14,
            tooltip=lambda one: printed(one.figure),
        ),
        Column(
            "sentence",
            "Câu trong báo cáo",
            lambda one: one.sentence,
            lambda one: one.place,
            tooltip=lambda one: one.sentence,
            width=60,
        ),
    ]
