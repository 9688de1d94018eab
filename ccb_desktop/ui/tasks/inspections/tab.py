"""The tab Kiểm tra: visits of inspection and supervision, lessons, and what is to be mended."""

from collections.abc import Sequence
from datetime import date

from ccb_desktop.domain.activities.activities import Activity
from ccb_desktop.domain.activities.inspections import (
    FIX_STATE,
    FixState,
    fix_state,
    fix_told,
)
from ccb_desktop.domain.activities.labels import ACTIVITY_ROLE
from ccb_desktop.domain.activities.labels import FIELD as ACTIVITY_FIELD
from ccb_desktop.domain.activities.lines import ActivityLine
from ccb_desktop.domain.attached_files import FileOwner
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.members.units import natural_order
from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.operations.activities import activities, inspections
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.choice_fields import CalmComboBox
from ccb_desktop.ui.kit.columns import Act, Column, SeenTable
from ccb_desktop.ui.kit.drafts import Draft
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.papers_list import PapersDialog
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.tabbed_page import PageTab
from ccb_desktop.ui.kit.table_export import export_seen
from ccb_desktop.ui.kit.widgets import FlowLayout, labelled
from ccb_desktop.ui.tasks.inspections.dialogs import fixed_dialog, inspection_dialog

_YEAR, _UNIT, _STATE = "Năm", "Đơn vị", "Khắc phục"
_ALL = (None, "Tất cả")
_DRAFT = "inspection"  # kind of draft
_OPEN = "open"
_STATES = (
    _ALL,
    (_OPEN, "Chưa xong"),
    *((state, FIX_STATE[state]) for state in (FixState.OVERDUE, FixState.FIXED)),
)


class InspectionsTab(PageTab):
    """What is still to be mended is shown whatever year is chosen."""

    duties = (Duty.WORK, Duty.INSPECTION)

    id = "inspections"
    title = "Kiểm tra"
    kinds = frozenset({"activities", "attached_files", "units", "unit_names", "codes"})
    forms = frozenset({_DRAFT})

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
        self._year = CalmComboBox()
        self._year.setAccessibleName(_YEAR)
        self.table: RecordTable[ActivityLine] = RecordTable(
            "inspections",
            _columns(),
            id_of=lambda line: line.activity.id,
            acts=self._acts(),
            noun="lần kiểm tra",
            empty=EmptyText(
                "Không có lần kiểm tra, giám sát nào trong năm này",
                "Chọn năm khác ở trên, hoặc ghi một lần kiểm tra, giám sát.",
                "Ghi kiểm tra, giám sát",
                self.begin,
            ),
            state=desk.state,
            on_export=self._export,
        )
        self.table.add_choice(_UNIT, [_ALL], _unit)
        self.table.add_choice(_STATE, _STATES, lambda line: set(_tags(line.activity)))
        head = FlowLayout(spacing=12)
        head.addWidget(labelled(_YEAR, self._year))
        self.body.addLayout(head)
        self.body.addWidget(self.table, 1)
        self._offer_years([])
        self._year.activated.connect(lambda _place: self.refresh())

    def _acts(self) -> list[Act[ActivityLine]]:
        return [
            Act(
                "Ghi kiểm tra, giám sát",
                lambda _none: self.begin(),
                needs="none",
                icon="add",
                shortcut="Ctrl+N",
            ),
            Act("Sửa", self._correct, icon="edit", main=True),
            Act("Đã khắc phục", self._fix, "some", "check", allowed=_to_be_fixed),
            Act("Biên bản, giấy tờ", self._show_papers, icon="folder", reads=True),
            Act("Bỏ", self._remove, needs="some", icon="delete", shortcut="Delete"),
        ]

    # Reading

    @property
    def year(self) -> int:
        """The year that is seen."""
        return int(self._year.currentData())

    def refresh(self) -> None:
        """Read the visits again."""
        year = self.year
        first, last = date(year, 1, 1), date(year, 12, 31)
        self.desk.background.run(
            lambda _progress: (
                inspections.list_inspections(self.store, first, last),
                inspections.list_years(self.store),
            ),
            lambda found: self._show(*found),
            label="Đang đọc sổ kiểm tra",
            owner=self,
        )

    def show_place(self, place: Place) -> None:
        """Show what is still to be mended, one visit, or a form that a crash had closed."""
        draft = place.filters.get("draft")
        if isinstance(draft, Draft):
            self.safely(lambda: self._reopen(draft))
            return
        self.table.show_all()
        if place.filters.get("state") == _OPEN:
            self.table.filters.choose(_STATE, _OPEN)
        if place.record_id is not None:
            self.table.choose_ids([place.record_id])
            self._lead_to(place.record_id)

    def _lead_to(self, activity_id: int) -> None:
        try:
            year = activities.load_activity(self.store, activity_id).held_on.year
        except UserError as error:
            messages.tell(self, error)
            return
        self._offer_years([year])
        self._year.setCurrentIndex(self._year.findData(year))
        self.refresh()

    def _show(self, lines: list[ActivityLine], years: list[int]) -> None:
        self._offer_years(years)
        units = sorted({_unit(line) for line in lines}, key=natural_order)
        self.table.filters.set_choices(_UNIT, [_ALL, *((name, name) for name in units)])
        self.table.set_lines(lines)

    def _offer_years(self, known: Sequence[int]) -> None:
        this = date.today().year
        chosen = self._year.currentData() or this
        self._year.clear()
        for year in sorted({*known, this, chosen}, reverse=True):
            self._year.addItem(str(year), year)
        self._year.setCurrentIndex(self._year.findData(chosen))

    # Acts

    def begin(self) -> None:
        """Ask for a new visit."""
        self._open_form(None)

    def _correct(self, chosen: Sequence[ActivityLine]) -> None:
        self._open_form(chosen[0].activity)

    def _open_form(self, known: Activity | None) -> FormDialog:
        dialog = inspection_dialog(self, self.store, known)
        subject = known.id if known else None
        dialog.keep_drafts(self.desk.drafts, page="tasks", kind=_DRAFT, subject=subject)
        self.open_form(dialog)
        return dialog

    def _reopen(self, draft: Draft) -> None:
        known = None
        if draft.subject is not None:
            known = activities.load_activity(self.store, draft.subject)
        self._open_form(known).take_draft(draft)

    def _fix(self, chosen: Sequence[ActivityLine]) -> None:
        self.open_form(fixed_dialog(self, self.store, chosen))

    def _remove(self, chosen: Sequence[ActivityLine]) -> None:
        ids = [line.activity.id or 0 for line in chosen]
        self.do(lambda: activities.remove_activities(self.store, ids))

    def _show_papers(self, chosen: Sequence[ActivityLine]) -> None:
        one = chosen[0].activity
        owner, example = FileOwner(activity_id=one.id), "Biên bản, kết luận, ảnh chụp…"
        PapersDialog(self, self.desk, self.store, owner, one.name, example=example).open()

    def _export(self, seen: SeenTable) -> None:
        export_seen(self, self.desk, self.store, f"Kiểm tra, giám sát năm {self.year}", seen)


def _to_be_fixed(chosen: Sequence[ActivityLine]) -> bool:
    return all(line.activity.lessons and line.activity.fixed_on is None for line in chosen)


def _tags(activity: Activity) -> list[object]:
    """Under which of the states of mending a visit is found."""
    state = fix_state(activity, date.today())
    return [state, _OPEN] if state in (FixState.OPEN, FixState.OVERDUE) else [state]


def _columns() -> list[Column[ActivityLine]]:
    return [
        Column(
            "held_on",
            ACTIVITY_FIELD["held_on"],
            lambda line: short_date(line.activity.held_on),
            lambda line: line.activity.held_on,
            width=9,
        ),
        Column("unit", _UNIT, _unit, width=12),
        Column("name", "Việc kiểm tra, giám sát", lambda line: line.activity.name, width=26),
        Column(
            "lessons",
            ACTIVITY_FIELD["lessons"],
            lambda line: _flat(line.activity.lessons),
            width=28,
        ),
        Column(
            "fixed",
            _STATE,
            lambda line: fix_told(line.activity, date.today()),
            lambda line: line.activity.fix_by_on,
            width=32,
            wrong=lambda line: fix_state(line.activity, date.today()) is FixState.OVERDUE,
        ),
        Column("kind", "Loại", lambda line: line.kind_name, width=9),
        Column("result", "Kết quả, nhận xét", lambda line: _flat(line.activity.result), width=24),
        Column("role", "Vai trò", lambda line: ACTIVITY_ROLE[line.activity.role], width=9),
        Column(
            "papers",
            "Giấy tờ",
            lambda line: f"{line.papers} tệp" if line.papers else "",
            lambda line: line.papers,
            width=8,
        ),
    ]


def _unit(line: ActivityLine) -> str:
    """Which unit was inspected; the branch inspects others than its own units too."""
    return line.unit_name if line.activity.unit_id is not None else "Nơi khác"


def _flat(text: str) -> str:
    return " ".join(text.split())
