"""Books and lists: chosen, looked at, written to Excel or Word."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.papers import Align, ListPaper, PaperTable, row_texts
from ccb_desktop.operations import papers
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.choice_fields import ChoiceField, YesNoField
from ccb_desktop.ui.kit.columns import Column
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.file_dialogs import EXCEL_OUT, WORD_OUT, choose_target
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.open_file import tell_written
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.widgets import FlowLayout, button, clear, column, label

Line = tuple[int, tuple[str, ...]]


class ListsTab(QWidget):
    """One list at a time, as it would be printed."""

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__()
        self._desk = desk
        self._store = store
        self._form = Form()
        self._form.add(
            [
                ChoiceField("name", "Sổ, danh sách", list(papers.LIST_NAMES.items())),
                DayField("on", "Tính đến ngày", required=True),
                DayField("from_on", "Từ ngày", hint="Cho sổ và danh sách theo kỳ"),
                YesNoField("masked", "Che bớt số CCCD và điện thoại"),
            ]
        )
        self._form.set_values(
            {"name": "roster", "on": date.today(), "from_on": None, "masked": True}
        )
        self._title = label("", "heading")
        self._ground = QVBoxLayout()
        layout = column(self, margin=12, spacing=10)
        layout.addWidget(self._form)
        layout.addLayout(self._buttons())
        layout.addWidget(self._title)
        layout.addLayout(self._ground, 1)

    def _buttons(self) -> FlowLayout:
        row = FlowLayout()
        row.addWidget(button("Xem trước", self.refresh, icon="refresh"))
        row.addWidget(button("Ghi ra Excel", lambda: self._choose(".xlsx"), icon="export"))
        row.addWidget(button("Ghi ra Word", lambda: self._choose(".docx"), icon="print"))
        return row

    def refresh(self) -> None:
        """Show the chosen list as it would be printed."""
        order = self._order()
        self._desk.background.run(
            lambda _progress: papers.list_rows(self._store, order),
            self._show,
            label="Đang lập danh sách",
            owner=self,
        )

    def _order(self) -> papers.ListOrder:
        values = self._form.values()
        return papers.ListOrder(
            name=values["name"] or "roster",
            on=values["on"] or date.today(),
            from_on=values["from_on"],
            masked=values["masked"] is not False,
        )

    def _show(self, paper: ListPaper) -> None:
        self._title.setText(paper.title.replace("\n", " "))
        clear(self._ground)
        for table in paper.tables:
            self._ground.addWidget(_table(table))

    def _choose(self, ending: str) -> None:
        order = self._order()
        try:
            name = papers.suggested_name(self._store, order, ending)
        except UserError as error:
            messages.tell(self, error)
            return
        kinds = EXCEL_OUT if ending == ".xlsx" else WORD_OUT
        choose_target(self, "Ghi vào đâu", name, kinds, lambda out: self._write(order, out))

    def _write(self, order: papers.ListOrder, out: Path) -> None:
        self._desk.background.run(
            lambda _progress: papers.write_list(self._store, order, out),
            lambda path: tell_written(self, [path]),
            label="Đang ghi danh sách",
            owner=self,
        )


def _table(table: PaperTable) -> QWidget:
    """A table of a paper, to be looked through on the screen."""
    lines: list[Line] = list(enumerate(row_texts(table)))
    shown: RecordTable[Line] = RecordTable(
        "paper", _columns(table), id_of=lambda line: line[0], noun="dòng"
    )
    shown.set_lines(lines)
    if not table.title:
        return shown
    frame = QFrame()
    layout = column(frame, spacing=4)
    layout.addWidget(label(table.title, "heading"))
    layout.addWidget(shown, 1)
    return frame


def _columns(table: PaperTable) -> Sequence[Column[Line]]:
    return [
        Column(
            str(place),
            f"{one.group} – {one.label}" if one.group else one.label,
            lambda line, place=place: line[1][place] if place < len(line[1]) else "",  # type: ignore[misc]  # (mypy infers no default)
            lambda line: line[0],
            align="right" if one.stands is Align.RIGHT else "left",
            width=max(6, round(one.width / 2.2)),
        )
        for place, one in enumerate(table.columns)
    ]
