"""The tab Kỷ luật: what was decided of whom, and until when it can be complained of."""

from collections.abc import Callable, Sequence
from datetime import date

from ccb_desktop.domain.charter import charter_on
from ccb_desktop.domain.emulation.awards import DisciplineForm
from ccb_desktop.domain.emulation.discipline_book import DisciplineLine
from ccb_desktop.domain.emulation.labels import DISCIPLINE_FORM, LABELS
from ccb_desktop.domain.emulation.labels import FIELD as OWN_FIELD
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.members.units import natural_order
from ccb_desktop.domain.people_names import sort_key
from ccb_desktop.domain.printing import short_date
from ccb_desktop.operations import disciplines
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.papers import ListOrder
from ccb_desktop.ui.emulation.discipline.dialogs import discipline_dialog, lift_dialog
from ccb_desktop.ui.emulation.words import UNIT
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.columns import Act, Column, SeenTable
from ccb_desktop.ui.kit.drafts import Draft
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.names_dialog import person_place
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.tabbed_page import PageTab
from ccb_desktop.ui.kit.table_export import export_seen, write_list
from ccb_desktop.ui.kit.widgets import label

_DISCIPLINE = "discipline"  # kind of drafts
_FORM = LABELS["disciplines", "form"]
_PRINT = "In sổ"
Lines = Sequence[DisciplineLine]


class DisciplineTab(PageTab):
    """All measures of discipline there ever were; few, so no days are chosen."""

    id = "disciplines"
    title = "Kỷ luật"
    kinds = frozenset({"disciplines", "persons", "units", "membership_events", "holidays"})
    forms = frozenset({_DISCIPLINE})

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
        self.table: RecordTable[DisciplineLine] = RecordTable(
            "disciplines",
            _columns(),
            id_of=lambda line: line.discipline.id,
            acts=self._acts(),
            noun="quyết định kỷ luật",
            empty=EmptyText(
                "Chưa ghi kỷ luật nào",
                "Ghi quyết định kỷ luật khi có; khai trừ thì biến động được ghi cùng lúc.",
                "Ghi kỷ luật",
                self.begin,
            ),
            state=desk.state,
            on_export=self._export,
        )
        forms = [(None, "Tất cả"), *DISCIPLINE_FORM.items()]
        self.table.add_choice(_FORM, forms, lambda line: line.discipline.form)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(label(_rule(), "soft"))

    def _acts(self) -> list[Act[DisciplineLine]]:
        def paper(ending: str) -> Callable[[Lines], None]:
            return lambda _none: self._write_book(ending)

        return [
            Act("Ghi kỷ luật", lambda _none: self.begin(), "none", "add", shortcut="Ctrl+N"),
            Act("Sửa", self._correct, icon="edit", main=True),
            Act("Hết hiệu lực", self._lift, icon="check", allowed=_can_be_lifted),
            Act("Mở hồ sơ", self._see_person, icon="open", reads=True),
            Act("Bỏ", self._remove, icon="delete", shortcut="Delete"),
            Act("Sổ 4 ra Word", paper(".docx"), "none", "print", group=_PRINT, reads=True),
            Act("Sổ 4 ra Excel", paper(".xlsx"), "none", "print", group=_PRINT, reads=True),
        ]

    def refresh(self) -> None:
        """Read the book again."""
        self.desk.background.run(
            lambda _progress: disciplines.list_disciplines(self.store),
            self.table.set_lines,
            label="Đang đọc sổ kỷ luật",
            owner=self,
        )

    def show_place(self, place: Place) -> None:
        """Show a measure, or go on with a form that a crash had closed."""
        draft = place.filters.get("draft")
        if isinstance(draft, Draft):
            self.safely(lambda: self._reopen(draft))
        elif place.record_id is not None:
            self.table.show_all()
            self.table.choose_ids([place.record_id])

    # Acts

    def begin(self) -> None:
        """Ask for a new decision."""
        self.safely(lambda: self._opened(discipline_dialog(self, self.desk, self.store)))

    def _correct(self, lines: Lines) -> None:
        one, name = lines[0].discipline, lines[0].full_name
        self.safely(
            lambda: self._opened(discipline_dialog(self, self.desk, self.store, one, name), one.id)
        )

    def _reopen(self, draft: Draft) -> None:
        known, name = None, ""
        if draft.subject is not None:
            known, name = disciplines.load_discipline(self.store, draft.subject)
        made = discipline_dialog(self, self.desk, self.store, known, name)
        self._opened(made, draft.subject).take_draft(draft)

    def _opened(self, dialog: FormDialog, subject: int | None = None) -> FormDialog:
        dialog.keep_drafts(self.desk.drafts, page="emulation", kind=_DISCIPLINE, subject=subject)
        return self._open(dialog)

    def _open(self, dialog: FormDialog) -> FormDialog:
        self.open_form(dialog)
        return dialog

    def _lift(self, lines: Lines) -> None:
        self.safely(lambda: self._open(lift_dialog(self, self.store, lines[0])))

    def _see_person(self, lines: Lines) -> None:
        self.desk.broadcast.go_to(person_place(lines[0].discipline.person_id))

    def _remove(self, lines: Lines) -> None:
        own = lines[0].discipline.id or 0
        self.do(lambda: disciplines.remove_discipline(self.store, own))

    def _write_book(self, ending: str) -> None:
        order = ListOrder(name="awards", on=date.today())
        write_list(self, self.desk, self.store, order, ending)

    def _export(self, seen: SeenTable) -> None:
        export_seen(self, self.desk, self.store, "Kỷ luật", seen)


def _can_be_lifted(lines: Lines) -> bool:
    one = lines[0].discipline
    return one.ended_on is None and one.form is not DisciplineForm.EXPULSION


def _rule() -> str:
    days, answer_days = charter_on(date.today()).complaint_days
    return (
        f"Người bị kỷ luật được khiếu nại trong {days} ngày làm việc; Hội cơ sở trả lời trong "
        f"{answer_days} ngày (hướng dẫn Điều lệ, mục XII)."
    )


def _columns() -> list[Column[DisciplineLine]]:
    return [
        Column(
            "decided_on",
            OWN_FIELD["decided_on"],
            lambda one: short_date(one.discipline.decided_on),
            lambda one: one.discipline.decided_on,
            width=11,
        ),
        Column(
            "name",
            FIELD["full_name"],
            lambda one: one.full_name,
            lambda one: sort_key(one.full_name),
            width=22,
            named=True,
        ),
        Column("form", _FORM, lambda one: DISCIPLINE_FORM[one.discipline.form], width=13),
        Column(
            "state", "Tình trạng", lambda one: one.state_on(date.today()), width=34, searched=False
        ),
        Column(
            "decision_no", FIELD["decision_no"], lambda one: one.discipline.decision_no, width=12
        ),
        Column("reason", FIELD["reason"], lambda one: one.discipline.reason, width=30),
        Column(
            "unit",
            UNIT,
            lambda one: one.unit_name,
            lambda one: natural_order(one.unit_name) or None,
            width=12,
        ),
        Column("note", FIELD["note"], lambda one: one.discipline.note, width=16, shown=False),
    ]
