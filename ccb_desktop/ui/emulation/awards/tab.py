"""The tab Khen thưởng: the book of awards, one decision for many, sums by form."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from ccb_desktop.domain.emulation.award_book import AwardLine, sums_by_form
from ccb_desktop.domain.emulation.labels import AWARD_RECIPIENT
from ccb_desktop.domain.emulation.labels import FIELD as OWN_FIELD
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.members.units import natural_order
from ccb_desktop.domain.people_names import sort_key
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.emulation import awards
from ccb_desktop.operations.papers import ListOrder
from ccb_desktop.ui.emulation.awards.award_dialog import KIND, AwardDialog
from ccb_desktop.ui.emulation.awards.charts_dialog import AwardChartsDialog
from ccb_desktop.ui.emulation.awards.columns import award_columns
from ccb_desktop.ui.emulation.words import UNIT
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.columns import Act, SeenTable
from ccb_desktop.ui.kit.drafts import Draft
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.span_choice import SpanChoice
from ccb_desktop.ui.kit.tabbed_page import PageTab
from ccb_desktop.ui.kit.table_export import export_seen, write_list
from ccb_desktop.ui.kit.widgets import label

_ALL = (None, "Tất cả")
_AWARD = "award"  # kind of drafts
_PRINT = "In sổ"
Lines = Sequence[AwardLine]


@dataclass(frozen=True, slots=True)
class _Read:
    """What the worker has read."""

    lines: list[AwardLine]
    latest: date | None


class AwardsTab(PageTab):
    """Who was commended in some days."""

    id = "awards"
    title = "Khen thưởng"
    help_page = "khen-thuong"
    kinds = frozenset({"awards", "persons", "units", "unit_names", "membership_events", "codes"})
    forms = frozenset({_AWARD})

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
        self._span = SpanChoice()
        self._span.changed.connect(self.refresh)
        self._sums = label("")
        self.table: RecordTable[AwardLine] = RecordTable(
            "awards",
            award_columns(),
            id_of=lambda line: line.award.id,
            acts=self._acts(),
            noun="khen thưởng",
            empty=EmptyText(
                "Không có khen thưởng nào trong khoảng thời gian này",
                "Chọn khoảng thời gian khác ở trên, hoặc ghi một quyết định khen thưởng.",
                "Ghi khen thưởng",
                self.begin,
            ),
            state=desk.state,
            on_export=self._export,
        )
        self.table.add_choice(OWN_FIELD["form"], [_ALL], lambda line: line.award.form)
        self.table.add_choice(OWN_FIELD["giver"], [_ALL], lambda line: line.award.giver, more=True)
        self.table.add_choice(UNIT, [_ALL], lambda line: line.unit_name, more=True)
        kinds = [_ALL, *AWARD_RECIPIENT.items()]
        self.table.add_choice(KIND, kinds, lambda line: line.award.recipient_kind, more=True)
        self.table.seen_changed.connect(self._tell_sums)
        self.body.addWidget(self._span)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._sums)

    def _acts(self) -> list[Act[AwardLine]]:
        def paper(ending: str) -> Callable[[Lines], None]:
            return lambda _none: self._write_book(ending)

        return [
            Act("Ghi khen thưởng", lambda _none: self.begin(), "none", "add", shortcut="Ctrl+N"),
            Act("Sửa", self._correct, icon="edit", main=True),
            Act("Bỏ", self._remove, "some", "delete", shortcut="Delete"),
            Act("Sổ 4 ra Word", paper(".docx"), "none", "print", group=_PRINT, reads=True),
            Act("Sổ 4 ra Excel", paper(".xlsx"), "none", "print", group=_PRINT, reads=True),
            Act("Biểu đồ", lambda _none: self._show_charts(), "none", "reports", reads=True),
        ]

    # Reading

    def refresh(self) -> None:
        """Read the awards again."""
        days = self.days()
        if days is not None:
            self.desk.background.run(
                lambda _progress: _Read(
                    awards.list_awards(self.store, *days), awards.latest_day(self.store)
                ),
                self._show,
                label="Đang đọc sổ khen thưởng",
                owner=self,
            )

    def days(self) -> tuple[date, date] | None:
        """The first and the last day that are chosen; nothing while they cannot be read."""
        try:
            return self._span.span
        except Invalid:
            return None

    def show_place(self, place: Place) -> None:
        """Show an award, or go on with a form that a crash had closed."""
        draft = place.filters.get("draft")
        if isinstance(draft, Draft):
            self.safely(lambda: self._reopen(draft))
        elif place.record_id is not None:
            wanted = place.record_id
            self.safely(lambda: self._lead_to(wanted))

    def _lead_to(self, award_id: int) -> None:
        day = awards.load_award(self.store, award_id).awarded_on
        days = self.days()
        if days is None or not days[0] <= day <= days[1]:
            self._span.set_span(day, max(day, date.today()))
        self.table.show_all()
        self.table.choose_ids([award_id])
        self.refresh()

    def _show(self, found: _Read) -> None:
        if self._span.follow(found.latest):
            return
        lines = found.lines
        for text, values in (
            (OWN_FIELD["form"], {line.award.form for line in lines}),
            (OWN_FIELD["giver"], {line.award.giver for line in lines}),
        ):
            ordered = sorted(values, key=lambda one: sort_key(one, by_first_word=True))
            self.table.filters.set_choices(text, [_ALL, *((one, one) for one in ordered)])
        units = sorted({line.unit_name for line in lines if line.unit_name}, key=natural_order)
        self.table.filters.set_choices(UNIT, [_ALL, *((one, one) for one in units)])
        self.table.set_lines(lines)
        self._tell_sums()

    def _tell_sums(self) -> None:
        """How often each form was given, of what is seen."""
        sums = sums_by_form(line.award for line in self.table.seen_lines())
        told = " · ".join(f"{one.form} {number(one.whole)}" for one in sums)
        self._sums.setText(f"Số lượt: {told}." if told else "")

    # Acts

    def begin(self) -> None:
        """Ask for a new decision."""
        self.safely(lambda: self._opened(self._dialog()))

    def _correct(self, lines: Lines) -> None:
        line = lines[0]
        self.safely(lambda: self._opened(self._dialog(line), line.award.id))

    def _remove(self, lines: Lines) -> None:
        ids = [line.award.id or 0 for line in lines]
        self.do(lambda: awards.remove_awards(self.store, ids))

    def _write_book(self, ending: str) -> None:
        days = self.days()
        if days is not None:
            order = ListOrder(name="awards", on=days[1], from_on=days[0])
            write_list(self, self.desk, self.store, order, ending)

    def _show_charts(self) -> None:
        days = self.days()
        if days is not None:
            AwardChartsDialog(self, self.desk, self.store, *days).open()

    # Windows

    def _dialog(self, line: AwardLine | None = None) -> AwardDialog:
        words = awards.load_award_words(self.store, date.today())
        award = line.award if line is not None else None
        return AwardDialog(self, self.desk, self.store, words, award)

    def _reopen(self, draft: Draft) -> None:
        line = None
        if draft.subject is not None:
            line = AwardLine(awards.load_award(self.store, draft.subject))
        self._opened(self._dialog(line), draft.subject).take_draft(draft)

    def _opened(self, dialog: AwardDialog, subject: int | None = None) -> AwardDialog:
        dialog.keep_drafts(self.desk.drafts, page="emulation", kind=_AWARD, subject=subject)
        self.open_form(dialog)
        return dialog

    def _export(self, seen: SeenTable) -> None:
        days = self.days()
        if days is not None:
            title = f"Khen thưởng từ {short_date(days[0])} đến {short_date(days[1])}"
            export_seen(self, self.desk, self.store, title, seen)
