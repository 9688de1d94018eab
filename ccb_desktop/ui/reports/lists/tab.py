"""Books and lists: chosen, looked at, written to Excel or Word."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QTabWidget, QWidget

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.papers import Align, ListPaper, PaperTable, row_texts
from ccb_desktop.operations import papers
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit.choice_fields import ChoiceField, YesNoField
from ccb_desktop.ui.kit.columns import Column
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.field_row import FieldRow
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.tabbed_page import PageTab
from ccb_desktop.ui.kit.table_export import write_list
from ccb_desktop.ui.kit.text_fields import TextField
from ccb_desktop.ui.kit.widgets import FlowLayout, button, column, label
from ccb_desktop.ui.reports.books import KINDS

_BELOW_TABS = 10
_FROM_HINT = "Trống: từ đầu năm"

Line = tuple[int, tuple[str, ...]]


class ListsTab(PageTab):
    """One list at a time, as it would be printed."""

    id = "lists"
    title = "Sổ, danh sách"
    kinds = KINDS

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
        self._name = ChoiceField(
            "name", "Sổ, danh sách", list(papers.LIST_NAMES.items()), required=True, none="Chọn"
        )
        self._from_on = DayField("from_on", "Từ ngày", hint=_FROM_HINT)
        self._on = DayField("on", "Tính đến ngày", required=True)
        self._filter = TextField("filter", "Chỉ lấy", hint="Ví dụ: Chi hội 3")
        self._masked = YesNoField("masked", "Che bớt số CCCD, điện thoại")
        self._row = FieldRow(
            [
                *((self._name, 14), (self._from_on, 10), (self._on, 10)),
                *((self._filter, 7), (self._masked, 11)),
            ]
        )
        self._name.set_value("roster")
        self._on.set_value(date.today())
        self._masked.set_value(True)
        self._title = label("", "heading")
        self._tables = QTabWidget()
        self.body.addWidget(self._row)
        self.body.addLayout(self._buttons())
        self.body.addWidget(self._title)
        self.body.addWidget(self._tables, 1)
        for field in (self._name, self._from_on, self._on, self._masked):
            field.changed.connect(self._changed)
        self._filter.line.returnPressed.connect(self.refresh)

    def _buttons(self) -> FlowLayout:
        row = FlowLayout()
        row.addWidget(button("Xem trước", self.refresh, icon="refresh"))
        row.addWidget(button("Ghi ra Excel", lambda: self._choose(".xlsx"), icon="export"))
        row.addWidget(button("Ghi ra Word", lambda: self._choose(".docx"), icon="print"))
        return row

    def refresh(self) -> None:
        """Show the chosen list as it would be printed."""
        order = self._order()
        if order is None:
            return
        self.desk.background.run(
            lambda _progress: papers.list_rows(self.store, order),
            self._show,
            label="Đang lập danh sách",
            owner=self,
        )

    def _changed(self) -> None:
        """Follow what is chosen; a day that is being typed is waited for."""
        if not (self._on.problem() or self._from_on.problem()):
            self.refresh()

    def _order(self) -> papers.ListOrder | None:
        """What is asked for; None where something stands beside a field to be mended."""
        try:
            self._row.check()
        except Invalid:
            return None
        return papers.ListOrder(
            name=self._name.value(),
            on=self._on.value() or date.today(),
            from_on=self._from_on.value(),
            filter=self._filter.value() or "",
            masked=self._masked.value() is not False,
        )

    def _show(self, paper: ListPaper) -> None:
        self._title.setText(paper.title.replace("\n", " "))
        self._tables.clear()
        for place, table in enumerate(paper.tables):
            self._tables.addTab(_table(table), table.title or _names(paper)[place])
        self._tables.tabBar().setVisible(len(paper.tables) > 1)

    def _choose(self, ending: str) -> None:
        order = self._order()
        if order is not None:
            write_list(self, self.desk, self.store, order, ending)


def _table(table: PaperTable) -> QWidget:
    """A table of a paper, to be looked through on the screen."""
    lines: list[Line] = list(enumerate(row_texts(table)))
    shown: RecordTable[Line] = RecordTable(
        "paper", _columns(table), id_of=lambda line: line[0], noun="dòng"
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
            width=max(6, round(one.width / 2.2)),
        )
        for place, one in enumerate(table.columns)
    ]
