"""The tab Sinh hoạt chi hội: how regularly units and the board meet, month by month."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from ccb_desktop.domain.activities.activities import Activity, ActivityKind
from ccb_desktop.domain.activities.proposing import proposed_name
from ccb_desktop.domain.activities.regularity import REGULARITY, Regularity, UnitYear
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.operations.activities.regularity import meetings_of_year
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.papers import ListOrder
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.choice_fields import CalmComboBox
from ccb_desktop.ui.kit.columns import Act, Column, SeenTable
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.tabbed_page import PageTab
from ccb_desktop.ui.kit.table_export import export_seen, write_list
from ccb_desktop.ui.kit.widgets import label, labelled

_YEARS = 6
_NAMED = 8
_STATE = "Nền nếp"
_BOARD = 0  # stands for the board, which is no unit
_TROUBLED = frozenset({Regularity.TOO_RARE, Regularity.NEVER})


class MeetingsTab(PageTab):
    """A row for the board and for each chi hội and phân hội, a column for each month."""

    id = "meetings"
    title = "Sinh hoạt chi hội"
    kinds = frozenset(
        {
            *("activities", "attendances", "units", "unit_names"),
            *("memberships", "membership_events"),
        }
    )

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
        this_year = date.today().year
        self.year = CalmComboBox()
        self.year.setAccessibleName("Năm")
        for year in range(this_year, this_year - _YEARS, -1):
            self.year.addItem(str(year), year)
        self.year.currentIndexChanged.connect(self.refresh)
        self._told = label("", wrap=True)
        self.table: RecordTable[UnitYear] = RecordTable(
            "meetings",
            _columns(),
            id_of=lambda one: one.unit_id or _BOARD,
            acts=self._acts(),
            noun="đơn vị",
            empty=EmptyText(
                "Chưa có chi hội nào", "Thêm chi hội ở trang Đơn vị, rồi ghi buổi sinh hoạt."
            ),
            state=desk.state,
            on_export=self._export,
        )
        choices = [(None, "Tất cả"), *REGULARITY.items()]
        self.table.add_choice(_STATE, choices, lambda one: one.state)
        self.table.filters.bar.put_first((labelled("Năm", self.year),))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._told)

    def refresh(self) -> None:
        """Read the year again."""
        year = self._chosen_year
        self.desk.background.run(
            lambda _progress: meetings_of_year(self.store, year, date.today()),
            self._show,
            label="Đang đọc các buổi sinh hoạt",
            owner=self,
        )

    @property
    def _chosen_year(self) -> int:
        return int(self.year.currentData())

    def show_place(self, place: Place) -> None:
        """Show one unit."""
        if place.record_id is not None:
            self.table.show_all()
            self.table.choose_ids([place.record_id])

    def _show(self, found: Sequence[UnitYear]) -> None:
        self.table.set_lines(found)
        troubled = [one.name for one in found if one.state in _TROUBLED]
        kept = len(found) - len(troubled)
        told = f"{number(kept)}/{number(len(found))} nơi sinh hoạt, họp đúng kỳ theo Điều lệ."
        if troubled:
            more = len(troubled) - _NAMED
            told += f" Cần nhắc: {', '.join(troubled[:_NAMED])}"
            told += f" và {number(more)} nơi nữa." if more > 0 else "."
        self._told.setText(told if found else "")

    def _acts(self) -> list[Act[UnitYear]]:
        return [
            Act(
                "Ghi buổi sinh hoạt",
                lambda chosen: self._begin(chosen[0]),
                icon="add",
                shortcut="Ctrl+N",
                main=True,
            ),
            Act(
                "In điểm danh trống",
                lambda chosen: self._write_sheet(chosen[0]),
                icon="print",
                allowed=lambda chosen: chosen[0].unit_id is not None,
                reads=True,
            ),
            *(
                Act(
                    text,
                    partial(self._write, ending),
                    needs="none",
                    icon="print",
                    group="In bảng",
                    reads=True,
                )
                for text, ending in (("Ghi ra Word", ".docx"), ("Ghi ra Excel", ".xlsx"))
            ),
        ]

    def _begin(self, unit: UnitYear) -> None:
        today, kind = date.today(), ActivityKind.UNIT_MEETING
        if unit.unit_id is None:
            kind = ActivityKind.BOARD_MEETING
        name = "" if unit.unit_id is None else unit.name
        proposed = Activity(
            held_on=today,
            kind=kind.value,
            name=proposed_name(kind.value, "", name, today),
            unit_id=unit.unit_id,
        )
        self.desk.broadcast.go_to(Place("activities", None, {"tab": "book", "write": proposed}))

    def _write_sheet(self, unit: UnitYear) -> None:
        order = ListOrder(name="attendance", on=date.today(), filter=unit.name)
        write_list(self, self.desk, self.store, order, ".docx")

    def _write(self, ending: str, _none: Sequence[UnitYear]) -> None:
        on = min(date.today(), date(self._chosen_year, 12, 31))
        write_list(self, self.desk, self.store, ListOrder(name="meetings", on=on), ending)

    def _export(self, seen: SeenTable) -> None:
        title = f"Nền nếp sinh hoạt năm {self._chosen_year}"
        export_seen(self, self.desk, self.store, title, seen)


def _columns() -> list[Column[UnitYear]]:
    return [
        Column("name", "Đơn vị", lambda one: one.name, width=16, named=True),
        Column(
            "state",
            _STATE,
            lambda one: one.state_told,
            lambda one: one.due_on or date.min,
            width=24,
            wrong=lambda one: one.state in _TROUBLED,
        ),
        Column(
            "sessions",
            "Cả năm",
            lambda one: number(one.sessions),
            lambda one: one.sessions,
            align="right",
            width=7,
        ),
        *(_month_column(month) for month in range(1, 13)),
        Column("rate", "Hội viên dự / phải dự", lambda one: one.rate_told, _rate, width=20),
        Column(
            "last_on",
            "Lần cuối",
            lambda one: short_date(one.last_on) if one.last_on else "",
            lambda one: one.last_on,
            width=10,
        ),
    ]


def _rate(one: UnitYear) -> float | None:
    return one.present / one.expected if one.expected else None


def _month_column(month: int) -> Column[UnitYear]:
    return Column(
        f"month_{month}",
        f"T{month}",
        lambda one: one.month_told(month),
        lambda one: one.months[month - 1].sessions,
        align="center",
        tooltip=lambda one: one.months[month - 1].rate_told,
        width=4,
        searched=False,
    )
