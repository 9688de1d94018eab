"""The tab Sổ thăm hỏi: visits and gifts of some days, and what is done with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.domain.visits.labels import FIELD as VISIT_FIELD
from ccb_desktop.domain.visits.labels import PAID_BY, RECIPIENT_KIND
from ccb_desktop.domain.visits.lines import VisitLine
from ccb_desktop.domain.visits.sums import sums_by_level
from ccb_desktop.domain.visits.visits import Visit
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.papers import ListOrder
from ccb_desktop.operations.visits import visits
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.columns import Act, SeenTable
from ccb_desktop.ui.kit.drafts import Draft
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.span_choice import SpanChoice
from ccb_desktop.ui.kit.tabbed_page import PageTab
from ccb_desktop.ui.kit.table_export import export_seen, write_list
from ccb_desktop.ui.kit.widgets import label
from ccb_desktop.ui.visits.charts_dialog import ChartsDialog
from ccb_desktop.ui.visits.usual_list import UsualList
from ccb_desktop.ui.visits.visit_columns import visit_columns
from ccb_desktop.ui.visits.visit_dialog import VisitDialog
from ccb_desktop.ui.visits.void_dialog import void_dialog
from ccb_desktop.ui.visits.words import VisitWords, load_visit_words

_VISIT = "visit"  # kind of draft
_PAGE = "visits"
_OCCASION, _LEVEL, _KIND = (VISIT_FIELD[name] for name in ("occasion", "paid_by", "recipient_kind"))
_ALL = (None, "Tất cả")


@dataclass(frozen=True, slots=True)
class _Read:
    """What the worker has read."""

    lines: list[VisitLine]
    words: VisitWords
    latest: date | None


class VisitsTab(PageTab):
    """The visit book: whoever is visited, by the branch or a chi hội."""

    id = "visits"
    title = "Sổ thăm hỏi"
    kinds = frozenset(
        {"visits", "vouchers", "funds", "units", "unit_names", "codes", "gift_rounds"}
    )
    forms = frozenset({_VISIT})

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
        self._span = SpanChoice()
        self._span.changed.connect(self.refresh)
        self._sums = label("", wrap=True)
        self.table: RecordTable[VisitLine] = RecordTable(
            "visits",
            visit_columns(),
            id_of=lambda line: line.visit.id,
            acts=self._acts(),
            noun="lượt",
            empty=EmptyText(
                "Không có lần thăm hỏi nào trong khoảng thời gian này",
                "Chọn khoảng thời gian khác ở trên, hoặc ghi một lần thăm hỏi.",
                "Ghi thăm hỏi",
                self.begin_visit,
            ),
            state=desk.state,
            on_export=self._export,
        )
        self.table.add_choice(_OCCASION, [_ALL], lambda line: line.visit.occasion)
        self.table.add_choice(_LEVEL, [_ALL, *PAID_BY.items()], lambda line: line.visit.paid_by)
        self.table.add_choice(
            _KIND,
            [_ALL, *RECIPIENT_KIND.items()],
            lambda line: line.visit.recipient_kind,
            more=True,
        )
        self.table.seen_changed.connect(self._tell_sums)
        self.body.addWidget(self._span)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._sums)

    # Reading

    def refresh(self) -> None:
        """Read the visits again."""
        try:
            first, last = self._span.span
        except Invalid:
            return
        self.desk.background.run(
            lambda _progress: _Read(
                visits.list_visits(self.store, first, last),
                load_visit_words(self.store, date.today()),
                visits.latest_day(self.store),
            ),
            self._show,
            label="Đang đọc sổ thăm hỏi",
            owner=self,
        )

    def show_place(self, place: Place) -> None:
        """Show a visit, enter a proposed one, or go on with a form that a crash had closed."""
        draft, proposed = place.filters.get("draft"), place.filters.get("write")
        if isinstance(draft, Draft):
            self.safely(lambda: self._reopen(draft))
        elif isinstance(proposed, Visit):
            line = VisitLine(visit=proposed)
            self.safely(lambda: self._opened(self._dialog(line)))
        elif place.record_id is not None:
            wanted = place.record_id
            self.safely(lambda: self._lead_to(wanted))

    def _lead_to(self, visit_id: int) -> None:
        day = visits.load_visit(self.store, visit_id).visited_on
        first, last = self._span.span
        if not first <= day <= last:
            self._span.set_span(day, max(day, last))
        self.table.show_all()
        self.table.choose_ids([visit_id])
        self.refresh()

    def _show(self, found: _Read) -> None:
        if self._span.follow(found.latest):
            return
        self.table.filters.set_choices(_OCCASION, [_ALL, *found.words.occasions])
        self.table.set_lines(found.lines)
        self._tell_sums()

    def _tell_sums(self) -> None:
        """Each level, and both, of the visits that are seen."""
        try:
            first, last = self._span.span
        except Invalid:
            return
        sums = sums_by_level(self.table.seen_lines(), first, last)
        self._sums.setText(". ".join(one.told for one in sums) + ".")

    # Acts

    def _acts(self) -> list[Act[VisitLine]]:
        return [
            Act(
                "Ghi thăm hỏi",
                lambda _none: self.begin_visit(),
                needs="none",
                icon="add",
                shortcut="Ctrl+N",
            ),
            Act("Sửa", self._correct, icon="edit", main=True, allowed=_not_paid),
            Act(
                "Bỏ",
                self._remove,
                needs="some",
                icon="delete",
                shortcut="Delete",
                allowed=_not_paid,
            ),
            Act(
                "Xem phiếu chi",
                self._see_payment,
                icon="open",
                group="Phiếu chi",
                allowed=_paid,
                reads=True,
            ),
            Act(
                "Hủy phiếu chi",
                self._void,
                icon="delete",
                group="Phiếu chi",
                allowed=_can_be_voided,
                duties=(Duty.VOIDS,),
            ),
            *self._reading_acts(),
        ]

    def _reading_acts(self) -> list[Act[VisitLine]]:
        return [
            Act(
                "Mức chi thường lệ",
                lambda _none: self._usual(),
                needs="none",
                icon="settings",
                reads=True,
            ),
            Act(
                "Ghi ra Word",
                lambda _none: self._write(".docx"),
                needs="none",
                icon="print",
                group="In sổ",
                reads=True,
            ),
            Act(
                "Ghi ra Excel",
                lambda _none: self._write(".xlsx"),
                needs="none",
                icon="print",
                group="In sổ",
                reads=True,
            ),
            Act("Biểu đồ", lambda _none: self._charts(), needs="none", icon="reports", reads=True),
        ]

    def begin_visit(self) -> None:
        """Ask for a new visit."""
        self.safely(lambda: self._opened(self._dialog()))

    def _dialog(self, line: VisitLine | None = None) -> VisitDialog:
        words = load_visit_words(self.store, date.today())
        known = line.visit if line is not None else None
        return VisitDialog(self, self.desk, self.store, words, known)

    def _correct(self, lines: Sequence[VisitLine]) -> None:
        self.safely(lambda: self._opened(self._dialog(lines[0]), lines[0].visit.id))

    def _remove(self, lines: Sequence[VisitLine]) -> None:
        ids = [line.visit.id or 0 for line in lines]
        self.do(lambda: visits.remove_visits(self.store, ids))

    def _void(self, lines: Sequence[VisitLine]) -> None:
        def ask() -> None:
            dialog = void_dialog(self, self.store, lines[0])
            dialog.saved.connect(self.desk.broadcast.send)
            dialog.open()

        self.safely(ask)

    def _see_payment(self, lines: Sequence[VisitLine]) -> None:
        place = Place("funds", lines[0].visit.voucher_id, {"tab": "vouchers"})
        self.desk.broadcast.go_to(place)

    def _usual(self) -> None:
        UsualList(self, self.desk, self.store).open()

    def _charts(self) -> None:
        try:
            first, last = self._span.span
        except Invalid:
            return
        ChartsDialog(self, self.desk, self.store, first, last).open()

    def _write(self, ending: str) -> None:
        """Book 6 of the days that are chosen."""
        try:
            first, last = self._span.span
        except Invalid:
            return
        order = ListOrder(name="visits", on=last, from_on=first)
        write_list(self, self.desk, self.store, order, ending)

    # Windows

    def _reopen(self, draft: Draft) -> None:
        line = None
        if draft.subject is not None:
            line = VisitLine(visit=visits.load_visit(self.store, draft.subject))
        self._opened(self._dialog(line), draft.subject).take_draft(draft)

    def _opened(self, dialog: FormDialog, subject: int | None = None) -> FormDialog:
        dialog.keep_drafts(self.desk.drafts, page=_PAGE, kind=_VISIT, subject=subject)
        self.open_form(dialog)
        return dialog

    def _export(self, seen: SeenTable) -> None:
        first, last = self._span.span
        title = f"Thăm hỏi, tặng quà từ {short_date(first)} đến {short_date(last)}"
        export_seen(self, self.desk, self.store, title, seen)


def _not_paid(lines: Sequence[VisitLine]) -> bool:
    return all(line.visit.voucher_id is None for line in lines)


def _paid(lines: Sequence[VisitLine]) -> bool:
    return lines[0].visit.voucher_id is not None


def _can_be_voided(lines: Sequence[VisitLine]) -> bool:
    return _paid(lines) and lines[0].visit.voided_on is None
