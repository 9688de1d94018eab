"""Hội viên còn nợ hội phí: by person and unit, as at today, all years together."""

from datetime import date

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.fund_papers.dues_words import NO_RATE, NO_UNIT, years_said
from ccb_desktop.domain.funds.dues_arrears import MemberArrears
from ccb_desktop.domain.labels import FIELD, STATUS
from ccb_desktop.domain.money import format_dong
from ccb_desktop.domain.people_names import sort_key
from ccb_desktop.domain.printing import number, share, short_date
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.funds.dues import Arrears, load_arrears
from ccb_desktop.operations.papers import ListOrder
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.list_dialog import ListDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.table_export import export_seen, write_list


class ArrearsList(ListDialog):
    """Who lacks dues of any year up to the last full month."""

    def __init__(self, parent: QWidget | None, desk: Desk, store: Store, found: Arrears) -> None:
        super().__init__(parent, f"Hội viên còn nợ hội phí đến ngày {short_date(found.on)}")
        self._desk = desk
        self._store = store
        self._found = found
        self.table: RecordTable[MemberArrears] = RecordTable(
            "dues-arrears",
            self._columns(),
            id_of=lambda one: one.person_id,
            acts=[
                Act("Mở hồ sơ", self._open_person, icon="open", main=True, reads=True),
                Act(
                    "In ra Word",
                    lambda _none: self._write(".docx"),
                    "none",
                    icon="print",
                    reads=True,
                ),
                Act(
                    "Ghi ra Excel",
                    lambda _none: self._write(".xlsx"),
                    "none",
                    icon="export",
                    reads=True,
                ),
            ],
            noun="người",
            empty=EmptyText("Không ai còn nợ hội phí", "" if found.has_rates else NO_RATE),
            state=desk.state,
            on_export=lambda seen: export_seen(self, desk, store, self.windowTitle(), seen),
        )
        behind = found.behind
        self._offer(behind)
        total = format_dong(sum(one.lacking_dong for one in behind))
        note = "Tính những tháng đã qua hết, sau khi trừ số đã nộp của từng năm. "
        if found.members:
            counted = share(len(behind), len(found.members))
            note += f"Còn nợ: {counted} hội viên, {total} đồng."
        self.show_list(self.table, behind, note, (68, 36))

    def _columns(self) -> list[Column[MemberArrears]]:
        return [
            Column(
                "name",
                FIELD["full_name"],
                lambda one: one.full_name,
                lambda one: sort_key(one.full_name),
                width=24,
                named=True,
            ),
            Column("born", FIELD["born_on"], lambda one: str(one.born_on or ""), width=10),
            Column("unit", FIELD["unit"], self._unit, width=16),
            Column("status", FIELD["status"], lambda one: STATUS[one.status], shown=False),
            _money("due", "Phải nộp", "due_dong"),
            _money("paid", "Đã nộp", "paid_dong"),
            _money("lacking", "Còn thiếu", "lacking_dong"),
            Column("years", "Thiếu của năm", years_said, width=26),
        ]

    def _unit(self, one: MemberArrears) -> str:
        return self._found.unit_names.get(one.unit_id) or NO_UNIT

    def _offer(self, behind: list[MemberArrears]) -> None:
        """Filters: the units and years that occur."""
        units = {one.unit_id: self._unit(one) for one in behind}
        named = sorted(units.values(), key=sort_key)
        years = sorted({year for one in behind for year in one.lacking_years}, reverse=True)
        self.table.add_choice(
            FIELD["unit"], [(None, "Tất cả"), *((name, name) for name in named)], self._unit
        )
        self.table.add_choice(
            "Năm",
            [(None, "Tất cả"), *((year, str(year)) for year in years)],
            lambda one: one.lacking_years,
        )

    def show_unit(self, unit_id: object) -> None:
        """Show only those of one chi hội; `None` is no chi hội."""
        names = (name for own, name in self._found.unit_names.items() if own == unit_id)
        self.table.filters.choose(FIELD["unit"], next(names, NO_UNIT))

    def _open_person(self, chosen: list[MemberArrears]) -> None:
        self.accept()
        self._desk.broadcast.go_to(Place("members", chosen[0].person_id))

    def _write(self, ending: str) -> None:
        order = ListOrder(name="arrears", on=self._found.on)
        write_list(self, self._desk, self._store, order, ending)


def _money(name: str, text: str, field: str) -> Column[MemberArrears]:
    """A column of an amount, summed at the foot."""
    return Column(
        name,
        text,
        lambda one: format_dong(getattr(one, field)),
        lambda one: getattr(one, field),
        align="right",
        width=12,
        total=lambda seen: number(sum(getattr(one, field) for one in seen)),
        searched=False,
    )


def open_arrears(tab: QWidget, desk: Desk, store: Store, unit_id: object = ...) -> None:
    """Reckon in the background, then show the list: of all chi hội, or of one."""
    today = date.today()

    def show(found: Arrears) -> None:
        made = ArrearsList(tab, desk, store, found)
        if unit_id is not ...:
            made.show_unit(unit_id)
        made.open()

    desk.background.run(
        lambda _progress: load_arrears(store, today),
        show,
        label="Đang tính hội phí còn nợ",
        owner=tab,
    )
