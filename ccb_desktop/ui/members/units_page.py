"""The page Đơn vị: chi hội, phân hội and clubs with their members and posts on a day."""

from collections.abc import Callable, Sequence
from datetime import date

from ccb_desktop.domain.charter import charter_on
from ccb_desktop.domain.errors import NotFound, UserError
from ccb_desktop.domain.labels import FIELD, UNIT_KIND
from ccb_desktop.domain.members.lines import UnitLine
from ccb_desktop.domain.members.units import Unit, UnitKind
from ccb_desktop.domain.people_names import sort_key
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.members.units import list_unit_lines
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.columns import Act, Column, SeenTable
from ccb_desktop.ui.kit.day_choice import DayChoice
from ccb_desktop.ui.kit.drafts import Draft
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.page import Desk, Page
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.table_export import export_seen
from ccb_desktop.ui.members.columns import printed
from ccb_desktop.ui.members.unit_changes.address_dialog import AddressDialog
from ccb_desktop.ui.members.unit_changes.end_dialog import EndDialog
from ccb_desktop.ui.members.unit_changes.guide import Guide
from ccb_desktop.ui.members.unit_changes.merge_dialog import MergeDialog
from ccb_desktop.ui.members.unit_changes.split_dialog import SplitDialog
from ccb_desktop.ui.members.unit_changes.ward_dialog import WardDialog
from ccb_desktop.ui.members.unit_dialogs import (
    FoundDialog,
    correct_dialog,
    rename_dialog,
)
from ccb_desktop.ui.members.words import RosterWords, load_words

_PAGE = "units"
_PURPOSE = "Chi hội, phân hội và câu lạc bộ cựu quân nhân"
_NAMED_AT_MOST = 5
_MERGERS = "Gộp, tách"
_STANDING, _ENDED = "STANDING", "ENDED"
_FOUND, _CORRECT, _RENAME = "found", "correct", "rename"  # kinds of drafts


class UnitsPage(Page):
    """Founded, corrected, renamed, ended: units keep their past names and days."""

    duties = (Duty.PEOPLE,)

    kinds = frozenset(
        {
            *("units", "unit_names", "memberships", "membership_events", "posts", "persons"),
            *("funds", "vouchers"),
        }
    )

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, "Đơn vị", _PURPOSE)
        self._store = store
        self._today = date.today()
        self._on: date | None = None
        self._day_choice = DayChoice("Đơn vị tại một ngày")
        self._day_choice.day_chosen.connect(self._show_day)
        self.add_view_choice("Xem tại", self._day_choice)
        self.add_main_button("Lập đơn vị", self.found_unit, icon="add", shortcut="Ctrl+N")
        self.add_main_button("Nhập cả phường cũ", self.bring_ward_in, icon="import")
        self.table: RecordTable[UnitLine] = RecordTable(
            "units",
            _COLUMNS,
            id_of=lambda line: line.unit.id,
            acts=self._acts(),
            noun="đơn vị",
            empty=EmptyText(
                "Chưa có đơn vị nào",
                "Lập các chi hội trước, rồi mới thêm hội viên vào chi hội.",
                "Lập đơn vị",
                self.found_unit,
            ),
            state=desk.state,
            on_export=self._export,
        )
        self.table.add_choice(
            "Xem",
            [(None, "Tất cả"), (_STANDING, "Đang hoạt động"), (_ENDED, "Đã kết thúc")],
            lambda line: _STANDING if line.unit.stands_on(self._day) else _ENDED,
        )
        self.body.addWidget(self.table, 1)

    def refresh(self) -> None:
        """Read the units again, each phân hội behind its chi hội."""
        self._today = date.today()
        found = list_unit_lines(self._store, self._day)
        lines = [line for line in found if self._on is None or _is_founded(line, self._on)]
        self.table.set_lines(in_tree_order(lines))
        self.set_purpose(self._told_of(lines))

    def show_place(self, place: Place) -> None:
        """Choose a unit, bring in a ward, or go on with a form that a crash had closed."""
        draft = place.filters.get("draft")
        if isinstance(draft, Draft):
            self._show(lambda: self._dialog_of(draft), draft)
        elif place.record_id is not None:
            self.table.choose_ids([place.record_id])
        elif place.filters.get("act") == "ward":
            self.bring_ward_in(place.filters.get("files"))

    def _show_day(self, on: date | None) -> None:
        self._on = on
        self.refresh()

    @property
    def _day(self) -> date:
        """The day for which the units are seen."""
        return self._on or self._today

    def _told_of(self, lines: Sequence[UnitLine]) -> str:
        if self._on is not None:
            return (
                f"ĐANG XEM TẠI NGÀY {short_date(self._on)}: tên, số hội viên, chức danh lúc đó. "
                "Chọn “Hôm nay” ở ô Xem tại để trở về và để sửa."
            )
        over = charter_on(self._today).phan_hoi_over
        large = [line.name for line in lines if _could_be_parted(line, lines, over)]
        told = f"Trên {over} hội viên, có thể lập phân hội: {_first_of(large)}"
        return told if large else _PURPOSE

    def _export(self, seen: SeenTable) -> None:
        at = f" tại ngày {short_date(self._on)}" if self._on else ""
        export_seen(self, self.desk, self._store, f"Danh sách đơn vị{at}", seen)

    def found_unit(self) -> None:
        """Ask for a new unit."""
        self._show(self._founding)

    def bring_ward_in(self, files: object = None) -> None:
        """Ask for the books of an old ward; `files` may have come with a package."""

        def build() -> WardDialog:
            dialog = WardDialog(self, self.desk, self._store)
            if isinstance(files, list):
                dialog.take_files(files)
            return dialog

        self._show(build)

    def _acts(self) -> list[Act[UnitLine]]:
        return [
            Act("Xem hội viên", self._show_members, icon="members", main=True, reads=True),
            Act("Sửa", self._correct, icon="edit", allowed=self._is_today),
            Act("Đổi tên", self._rename, allowed=self._stands),
            Act("Lập phân hội", self._found_part, icon="add", allowed=self._can_be_parted),
            Act("Kết thúc", self._end, allowed=self._stands),
            Act(
                "Gộp đơn vị",
                self._merge,
                needs="some",
                icon="units",
                group=_MERGERS,
                allowed=self._can_be_merged,
            ),
            Act("Tách đơn vị", self._split, group=_MERGERS, allowed=self._stands),
            Act("Đổi địa chỉ", self._change_addresses, needs="none", group=_MERGERS),
        ]

    def _stands(self, lines: Sequence[UnitLine]) -> bool:
        return self._on is None and lines[0].unit.ended_on is None

    def _is_today(self, _lines: Sequence[UnitLine]) -> bool:
        return self._on is None

    def _can_be_merged(self, lines: Sequence[UnitLine]) -> bool:
        alike = {(line.unit.kind, line.unit.parent_id) for line in lines}
        standing = all(line.unit.ended_on is None for line in lines)
        return len(lines) > 1 and len(alike) == 1 and standing

    def _can_be_parted(self, lines: Sequence[UnitLine]) -> bool:
        return self._stands(lines) and lines[0].unit.kind is UnitKind.CHI_HOI

    def _show_members(self, lines: Sequence[UnitLine]) -> None:
        unit = lines[0].unit
        filters: dict[str, object] = {"unit": unit.id}
        if unit.kind is UnitKind.CLUB:
            filters = {"status": "CLUBS"}
        filters |= {"on": self._on} if self._on else {}
        self.desk.broadcast.go_to(Place("members", filters=filters))

    def _correct(self, lines: Sequence[UnitLine]) -> None:
        self._show(lambda: self._correcting(lines[0].unit))

    def _rename(self, lines: Sequence[UnitLine]) -> None:
        self._show(lambda: self._renaming(lines[0].unit))

    def _found_part(self, lines: Sequence[UnitLine]) -> None:
        self._show(lambda: self._founding(UnitKind.PHAN_HOI, lines[0].unit.id))

    def _end(self, lines: Sequence[UnitLine]) -> None:
        line = lines[0]
        self._show(
            lambda: EndDialog(self, self.desk, self._store, self._words(), line.unit, line.members)
        )

    def _merge(self, lines: Sequence[UnitLine]) -> None:
        units = [line.unit for line in lines]
        self._show(lambda: MergeDialog(self, self.desk, self._store, self._words(), units))

    def _split(self, lines: Sequence[UnitLine]) -> None:
        unit = lines[0].unit
        self._show(lambda: SplitDialog(self, self.desk, self._store, self._words(), unit))

    def _change_addresses(self, lines: Sequence[UnitLine]) -> None:
        unit_id = lines[0].unit.id if len(lines) == 1 else None
        words = self._words()
        self._show(lambda: AddressDialog(self, self.desk, self._store, words, unit_id))

    def _words(self) -> RosterWords:
        return load_words(self._store, self._today)

    # Forms that are kept as they are typed

    def _founding(self, kind: UnitKind | None = None, parent_id: int | None = None) -> FormDialog:
        dialog = FoundDialog(self, self._store, self._words(), kind=kind, parent_id=parent_id)
        return self._kept(dialog, _FOUND)

    def _correcting(self, unit: Unit) -> FormDialog:
        return self._kept(correct_dialog(self, self._store, self._words(), unit), _CORRECT, unit.id)

    def _renaming(self, unit: Unit) -> FormDialog:
        return self._kept(rename_dialog(self, self._store, unit), _RENAME, unit.id)

    def _kept(self, dialog: FormDialog, kind: str, unit_id: int | None = None) -> FormDialog:
        dialog.keep_drafts(self.desk.drafts, page=_PAGE, kind=kind, subject=unit_id)
        return dialog

    def _dialog_of(self, draft: Draft) -> FormDialog:
        """The form that a draft was typed in."""
        if draft.kind == _FOUND:
            return self._founding()
        unit = self._words().unit(draft.subject)
        if unit is None:
            raise NotFound("Đơn vị này không còn trong sổ.")
        return self._correcting(unit) if draft.kind == _CORRECT else self._renaming(unit)

    def _show(self, build: Callable[[], FormDialog | Guide], draft: Draft | None = None) -> None:
        try:
            dialog = build()
        except UserError as error:
            messages.tell(self, error)
            return
        if draft is not None and isinstance(dialog, FormDialog):
            dialog.take_draft(draft)
        dialog.saved.connect(self.desk.broadcast.send)
        dialog.open()


def in_tree_order(lines: Sequence[UnitLine]) -> list[UnitLine]:
    """Each phân hội behind its chi hội, clubs last, otherwise as they come."""
    rank = {UnitKind.BRANCH: 0, UnitKind.CHI_HOI: 1, UnitKind.PHAN_HOI: 1, UnitKind.CLUB: 2}
    place = {line.unit.id: at for at, line in enumerate(lines)}

    def order(line: UnitLine) -> tuple[int, int, int]:
        head = line.unit.parent_id if line.unit.parent_id in place else line.unit.id
        part = line.unit.kind is UnitKind.PHAN_HOI
        return rank[line.unit.kind], place[head], place[line.unit.id] if part else -1

    return sorted(lines, key=order)


def _is_founded(line: UnitLine, on: date) -> bool:
    return line.unit.founded_on is None or line.unit.founded_on.first_day <= on


def _could_be_parted(line: UnitLine, lines: Sequence[UnitLine], over: int) -> bool:
    has_parts = any(other.unit.parent_id == line.unit.id for other in lines)
    return line.unit.kind is UnitKind.CHI_HOI and line.members > over and not has_parts


def _first_of(names: Sequence[str]) -> str:
    more = len(names) - _NAMED_AT_MOST
    told = ", ".join(names[:_NAMED_AT_MOST])
    return f"{told} và {more} chi hội khác" if more > 0 else told


def _name(line: UnitLine) -> str:
    return f"–  {line.name}" if line.unit.kind is UnitKind.PHAN_HOI else line.name


def _total(lines: Sequence[UnitLine]) -> str:
    return number(sum(line.members for line in lines if line.unit.kind is UnitKind.CHI_HOI))


_COLUMNS: list[Column[UnitLine]] = [
    Column("name", FIELD["name"], _name, lambda line: sort_key(line.name), width=24),
    Column("kind", FIELD["kind"], lambda line: UNIT_KIND[line.unit.kind], width=10),
    Column(
        "members",
        "Hội viên",
        lambda line: number(line.members),
        lambda line: line.members,
        align="right",
        width=9,
        total=_total,
        searched=False,
    ),
    Column(
        "held",
        "Tồn quỹ (đồng)",
        lambda line: "" if line.held_dong is None else number(line.held_dong),
        lambda line: line.held_dong,
        align="right",
        width=13,
        shown=False,
        searched=False,
    ),
    Column("posts", "Ban chấp hành", lambda line: line.posts, width=34),
    Column("contact", FIELD["contact_name"], lambda line: line.unit.contact_name, width=20),
    Column("phone", FIELD["contact_phone"], lambda line: line.unit.contact_phone, width=13),
    Column("code", FIELD["code"], lambda line: line.unit.code, width=8),
    Column("ward", FIELD["former_ward"], lambda line: line.unit.former_ward, width=16),
    Column(
        "founded_on",
        FIELD["founded_on"],
        lambda line: printed(line.unit.founded_on),
        lambda line: line.unit.founded_on,
        width=12,
        shown=False,
    ),
    Column(
        "brought_in_on",
        FIELD["brought_in_on"],
        lambda line: printed(line.unit.brought_in_on),
        lambda line: line.unit.brought_in_on,
        width=14,
        shown=False,
    ),
    Column(
        "ended_on",
        FIELD["ended_on"],
        lambda line: printed(line.unit.ended_on),
        lambda line: line.unit.ended_on,
        width=12,
        shown=False,
    ),
    Column(
        "successor", FIELD["successor_id"], lambda line: line.successor_name, width=20, shown=False
    ),
    Column("note", FIELD["note"], lambda line: line.unit.note, width=20, shown=False),
]
