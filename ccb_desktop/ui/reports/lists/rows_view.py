"""The rows of a list as it would be printed, a tab for each of its tables."""

from collections.abc import Sequence

from PySide6.QtWidgets import QTabWidget, QWidget

from ccb_desktop.domain.papers import Align, ListPaper, PaperTable, row_texts
from ccb_desktop.ui.kit.columns import Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.widgets import column

_BELOW_TABS = 10
_MOST_LETTERS = 34

Line = tuple[int, tuple[str, ...]]


class RowsView(QTabWidget):
    """The tables of one list at a time."""

    def show_paper(self, paper: ListPaper) -> None:
        """Show the tables of a list."""
        while self.count():
            gone = self.widget(0)
            self.removeTab(0)
            if gone is not None:
                gone.deleteLater()
        for place, table in enumerate(paper.tables):
            self.addTab(_table(table), table.title or _names(paper)[place])
        self.tabBar().setVisible(len(paper.tables) > 1)


def _table(table: PaperTable) -> QWidget:
    """A table of a paper, to be looked through on the screen."""
    lines: list[Line] = list(enumerate(row_texts(table)))
    shown: RecordTable[Line] = RecordTable(
        "paper",
        _columns(table),
        id_of=lambda line: line[0],
        noun="dòng",
        empty=EmptyText("Không có dòng nào", table.note),
    )
    shown.set_lines(lines)
    ground = QWidget()
    layout = column(ground)
    layout.setContentsMargins(0, _BELOW_TABS, 0, 0)
    layout.addWidget(shown)
    return ground


def _names(paper: ListPaper) -> list[str]:
    """What tables without a title are called."""
    return ["Danh sách", *(f"Bảng {place}" for place in range(2, len(paper.tables) + 1))]


def _columns(table: PaperTable) -> Sequence[Column[Line]]:
    return [
        Column(
            str(place),
            f"{one.group} – {one.label}" if one.group else one.label,
            lambda line, place=place: line[1][place] if place < len(line[1]) else "",  # type: ignore[misc]  # (mypy infers no default)
            lambda line: line[0],
            align="right" if one.stands is Align.RIGHT else "left",
            width=min(_MOST_LETTERS, max(6, round(one.width / 2.2))),
        )
        for place, one in enumerate(table.columns)
    ]
