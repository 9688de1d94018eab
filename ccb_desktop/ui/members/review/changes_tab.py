"""The tab Thay đổi: what changed between two days, by chi hội and with names."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QStackedWidget

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.labels import EVENT_KIND, FIELD
from ccb_desktop.domain.member_papers.changes_list import RosterChanges
from ccb_desktop.domain.member_papers.named_changes import GROUP_LABEL, NamedChange
from ccb_desktop.domain.member_papers.roster_changes import (
    DECREASES,
    INCREASES,
    UnitChanges,
)
from ccb_desktop.domain.people_names import sort_key
from ccb_desktop.domain.printing import number
from ccb_desktop.operations import papers
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.members.changes import after_last_report, read_changes
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.span_choice import SpanChoice
from ccb_desktop.ui.kit.tabbed_page import PageTab
from ccb_desktop.ui.kit.table_export import write_list
from ccb_desktop.ui.kit.widgets import label
from ccb_desktop.ui.members.columns import printed
from ccb_desktop.ui.members.person_acts import PersonActs

Line = tuple[int, NamedChange]

_ALL = (None, "Tất cả")
_READING = EmptyText("Đang đọc…", "")
_NOTHING = EmptyText("Không có thay đổi nào", "Chọn khoảng thời gian khác ở trên.")


class ChangesTab(PageTab):
    """Names in one list, the numbers of every chi hội in another; each leads to the other."""

    id = "changes"
    title = "Thay đổi"
    kinds = frozenset({"persons", "memberships", "membership_events", "units", "unit_names"})

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
        self._people = PersonActs(self, desk, store)
        self._span = SpanChoice()
        self._says = label("")
        self.names = self._names_table()
        self.units = self._units_table()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.names)
        self._stack.addWidget(self.units)
        self.body.addWidget(self._span)
        self.body.addWidget(self._says)
        self.body.addWidget(self._stack, 1)
        self._span.changed.connect(self.refresh)

    # Building

    def _names_table(self) -> RecordTable[Line]:
        table: RecordTable[Line] = RecordTable(
            "roster-changes",
            _NAMES,
            id_of=lambda line: line[0],
            acts=[
                Act("Mở hồ sơ", self._open, icon="open", main=True, reads=True),
                Act("Xem theo chi hội", self._show_units, needs="none", icon="units", reads=True),
                *(
                    Act(
                        f"Ghi ra {program}",
                        partial(self._choose, ending),
                        needs="none",
                        icon="export",
                        group="Ghi ra tệp",
                        reads=True,
                    )
                    for program, ending in (("Excel", ".xlsx"), ("Word", ".docx"))
                ),
            ],
            noun="thay đổi",
            empty=_READING,
            state=self.desk.state,
        )
        table.add_choice("Chi hội", [_ALL], lambda line: line[1].unit_id)
        groups = [_ALL, *((group, text) for group, text in GROUP_LABEL.items())]
        table.add_choice("Thay đổi", groups, lambda line: line[1].group, more=True)
        events = [_ALL, *((kind, text) for kind, text in EVENT_KIND.items())]
        table.add_choice("Biến động", events, lambda line: line[1].kind, more=True)
        return table

    def _units_table(self) -> RecordTable[UnitChanges]:
        return RecordTable(
            "unit-changes",
            _UNITS,
            id_of=lambda unit: unit.unit_id,
            acts=[
                Act("Xem tên", self._show_names_of, icon="members", main=True, reads=True),
                Act("Xem tất cả tên", self._show_names, needs="none", reads=True),
            ],
            noun="chi hội",
            empty=_READING,
            state=self.desk.state,
        )

    # Reading

    def refresh(self) -> None:
        """Read what changed between the days chosen."""
        try:
            first, last = self._span.span
        except Invalid:
            return
        self._say_when_empty(_READING)
        self.desk.background.run(
            lambda _progress: (
                read_changes(self.store, first, last),
                after_last_report(self.store, date.today()),
            ),
            lambda found: self._show(*found),
            label="Đang so hai ngày",
            owner=self,
        )

    def _show(self, found: RosterChanges, after_report: date | None) -> None:
        self._span.offer(date.today(), after_report)
        self._says.setText(found.sentence())
        self._say_when_empty(_NOTHING)
        units = [(unit.unit_id, unit.unit_name) for unit in found.units]
        self.names.filters.set_choices("Chi hội", [_ALL, *units])
        self.names.set_lines(enumerate(found.named))
        self.units.set_lines(found.units)

    def _say_when_empty(self, text: EmptyText) -> None:
        for table in (self.names, self.units):
            table.set_empty(text)

    # Acts

    def _open(self, lines: Sequence[Line]) -> None:
        self._people.open_person(lines[0][1].person_id)

    def _show_units(self, _lines: Sequence[Line]) -> None:
        self._stack.setCurrentWidget(self.units)
        self.units.view.setFocus()

    def _show_names(self, _units: Sequence[UnitChanges]) -> None:
        self.names.show_all()
        self._stack.setCurrentWidget(self.names)
        self.names.view.setFocus()

    def _show_names_of(self, units: Sequence[UnitChanges]) -> None:
        self._show_names(units)
        self.names.filters.choose("Chi hội", units[0].unit_id)

    def _choose(self, ending: str, _lines: Sequence[Line]) -> None:
        try:
            first, last = self._span.span
        except Invalid:
            return
        order = papers.ListOrder(name="changes", from_on=first, on=last)
        write_list(self, self.desk, self.store, order, ending)


_NAMES: list[Column[Line]] = [
    Column(
        "name",
        FIELD["full_name"],
        lambda line: line[1].full_name,
        lambda line: line[1].sort_key,
        width=20,
        named=True,
    ),
    Column(
        "born_on",
        FIELD["born_on"],
        lambda line: printed(line[1].born_on),
        lambda line: line[1].born_on,
        width=10,
        searched=False,
    ),
    Column(
        "unit",
        FIELD["unit"],
        lambda line: line[1].unit_name,
        lambda line: sort_key(line[1].unit_name),
        width=16,
    ),
    Column("what", "Thay đổi", lambda line: line[1].what, width=24),
    Column(
        "on",
        FIELD["happened_on"],
        lambda line: printed(line[1].on),
        lambda line: line[1].on,
        width=10,
    ),
    Column("elsewhere", FIELD["elsewhere"], lambda line: line[1].elsewhere, width=16),
    Column("decision_no", FIELD["decision_no"], lambda line: line[1].decision_no, width=14),
    Column("reason", FIELD["reason"], lambda line: line[1].reason, width=18),
]


def _came(unit: UnitChanges) -> int:
    return sum(unit.events.get(kind, 0) for kind in INCREASES) + unit.unrecorded


def _went(unit: UnitChanges) -> int:
    return sum(unit.events.get(kind, 0) for kind in DECREASES)


def _counted(name: str, text: str, count: Callable[[UnitChanges], int]) -> Column[UnitChanges]:
    return Column(
        name,
        text,
        lambda unit: number(count(unit)),
        count,
        align="right",
        width=12,
        total=lambda units: number(sum(map(count, units))),
        searched=False,
    )


_UNITS: list[Column[UnitChanges]] = [
    Column(
        "unit",
        FIELD["unit"],
        lambda unit: unit.unit_name,
        lambda u: sort_key(u.unit_name),
        width=20,
    ),
    _counted("opening", "Đầu kỳ", lambda unit: unit.opening),
    _counted("came", "+ Vào Hội", _came),
    _counted("moved_in", "+ Chi hội khác đến", lambda unit: unit.moved_in),
    _counted("went", "− Ra khỏi Hội", _went),
    _counted("moved_out", "− Sang chi hội khác", lambda unit: unit.moved_out),
    _counted("closing", "= Cuối kỳ", lambda unit: unit.closing),
]
