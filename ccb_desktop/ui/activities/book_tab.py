"""The tab Sổ hoạt động: what was done on some days, and what is done with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from ccb_desktop.domain.activities.activities import Activity
from ccb_desktop.domain.activities.lines import ActivityLine
from ccb_desktop.domain.activities.sums import sum_up
from ccb_desktop.domain.attached_files import FileOwner
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.printing import short_date
from ccb_desktop.operations.activities import activities, attendance, payments
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.papers import ListOrder
from ccb_desktop.ui.activities import roll_papers
from ccb_desktop.ui.activities.activity_dialog import ActivityDialog
from ccb_desktop.ui.activities.book_acts import book_acts
from ccb_desktop.ui.activities.book_columns import KIND, UNIT, book_columns
from ccb_desktop.ui.activities.charts_dialog import ChartsDialog
from ccb_desktop.ui.activities.pay_dialogs import link_dialog, pay_dialog
from ccb_desktop.ui.activities.roll_dialog import RollDialog
from ccb_desktop.ui.activities.words import OF_BRANCH, ActivityWords, load_activity_words
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.columns import SeenTable
from ccb_desktop.ui.kit.drafts import Draft
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.papers_list import PapersDialog
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.span_choice import SpanChoice
from ccb_desktop.ui.kit.tabbed_page import PageTab
from ccb_desktop.ui.kit.table_export import export_seen, write_list
from ccb_desktop.ui.kit.widgets import label

_ACTIVITY, _ROLL = "activity", "roll_call"  # kinds of drafts
_PAGE = "activities"
_ALL = (None, "Tất cả")
_BRANCH = "BRANCH"  # stands for the branch itself, whose unit is none

Lines = Sequence[ActivityLine]


@dataclass(frozen=True, slots=True)
class _Read:
    """What the worker has read."""

    lines: list[ActivityLine]
    words: ActivityWords
    latest: date | None


class BookTab(PageTab):
    """The book of activities of the branch and its units."""

    id = "book"
    title = "Sổ hoạt động"
    kinds = frozenset(
        {
            *("activities", "attendances", "attached_files", "vouchers", "funds"),
            *("units", "unit_names", "codes"),
        }
    )
    forms = frozenset({_ACTIVITY, _ROLL})

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
        self._span = SpanChoice()
        self._span.changed.connect(self.refresh)
        self._sums = label("", wrap=True)
        self.table: RecordTable[ActivityLine] = RecordTable(
            "activities",
            book_columns(),
            id_of=lambda line: line.activity.id,
            acts=book_acts(self),
            noun="hoạt động",
            empty=EmptyText(
                "Không có hoạt động nào trong khoảng thời gian này",
                "Chọn khoảng thời gian khác ở trên, hoặc ghi một hoạt động.",
                "Ghi hoạt động",
                self.begin_activity,
            ),
            state=desk.state,
            on_export=self._export,
        )
        self.table.add_choice(KIND, [_ALL], lambda line: line.activity.kind)
        self.table.add_choice(UNIT, [_ALL], lambda line: line.activity.unit_id or _BRANCH)
        self.table.seen_changed.connect(self._tell_sums)
        self.body.addWidget(self._span)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._sums)

    # Reading

    def refresh(self) -> None:
        """Read the activities again."""
        days = self.days()
        if days is not None:
            self.desk.background.run(
                lambda _progress: _Read(
                    activities.list_activities(self.store, *days),
                    load_activity_words(self.store, date.today()),
                    activities.latest_day(self.store),
                ),
                self._show,
                label="Đang đọc sổ hoạt động",
                owner=self,
            )

    def days(self) -> tuple[date, date] | None:
        """The first and the last day that are chosen; nothing while they cannot be read."""
        try:
            return self._span.span
        except Invalid:
            return None

    def show_place(self, place: Place) -> None:
        """Show an activity, enter a proposed one, or go on with a form that a crash had closed."""
        draft, proposed = place.filters.get("draft"), place.filters.get("write")
        if isinstance(draft, Draft):
            self.safely(lambda: self._reopen(draft))
        elif isinstance(proposed, Activity):
            self.safely(lambda: self._opened(self._dialog(ActivityLine(activity=proposed))))
        elif place.record_id is not None:
            wanted = place.record_id
            self.safely(lambda: self._lead_to(wanted))

    def _lead_to(self, activity_id: int) -> None:
        day = activities.load_activity(self.store, activity_id).held_on
        days = self.days()
        if days is None or not days[0] <= day <= days[1]:
            self._span.set_span(day, max(day, date.today()))
        self.table.show_all()
        self.table.choose_ids([activity_id])
        self.refresh()

    def _show(self, found: _Read) -> None:
        if self._span.follow(found.latest):
            return
        units = found.words.unit_choices()
        self.table.filters.set_choices(KIND, [_ALL, *found.words.kinds])
        self.table.filters.set_choices(UNIT, [_ALL, (_BRANCH, OF_BRANCH), *units])
        self.table.set_lines(found.lines)
        self._tell_sums()

    def _tell_sums(self) -> None:
        """Each measure of the activities that are seen, for itself."""
        told = sum_up(self.table.seen_lines()).told
        self._sums.setText(f"Cộng: {told}." if told else "")

    # Acts

    def begin_activity(self) -> None:
        """Ask for a new activity."""
        self.safely(lambda: self._opened(self._dialog()))

    def correct(self, lines: Lines) -> None:
        """Correct one."""
        self.safely(lambda: self._opened(self._dialog(lines[0]), lines[0].activity.id))

    def remove(self, lines: Lines) -> None:
        """Take some out."""
        ids = [line.activity.id or 0 for line in lines]
        self.do(partial(activities.remove_activities, self.store, ids))

    def call_roll(self, lines: Lines) -> None:
        """Call the roll of a meeting."""
        self._call_roll_of(lines[0].activity)

    def drop_roll(self, lines: Lines) -> None:
        """Take out the attendance list of a meeting."""
        own = lines[0].activity.id or 0
        self.do(partial(attendance.drop_roll_call, self.store, own))

    def write_sheet(self, lines: Lines) -> None:
        """The attendance sheets of some meetings, filled in as far as they are kept."""
        ids = [line.activity.id or 0 for line in lines]
        self.safely(lambda: roll_papers.write_sheets(self, self.desk, self.store, ids))

    def write_minutes(self, lines: Lines) -> None:
        """The minutes of some meetings."""
        ids = [line.activity.id or 0 for line in lines]
        self.safely(lambda: roll_papers.write_minutes(self, self.desk, self.store, ids))

    def pay(self, lines: Lines) -> None:
        """Pay the cost out of a fund."""
        words = load_activity_words(self.store, date.today())
        self.safely(lambda: self.open_form(pay_dialog(self, self.store, words, lines[0])))

    def link(self, lines: Lines) -> None:
        """Tie to a payment of the cash book."""
        self.safely(lambda: self.open_form(link_dialog(self, self.store, lines[0])))

    def unlink(self, lines: Lines) -> None:
        """Let it be without its payment."""
        own = lines[0].activity.id or 0
        self.do(partial(payments.unlink_payment, self.store, own))

    def see_payment(self, lines: Lines) -> None:
        """Go to the payment in the cash book."""
        place = Place("funds", lines[0].activity.voucher_id, {"tab": "vouchers"})
        self.desk.broadcast.go_to(place)

    def show_papers(self, lines: Lines) -> None:
        """The papers of one: added, seen, given out."""
        PapersDialog(
            self,
            self.desk,
            self.store,
            FileOwner(activity_id=lines[0].activity.id),
            f"Giấy tờ của {lines[0].activity.name}",
            example="Biên bản, ảnh chụp, danh sách ký tên, hóa đơn…",
        ).open()

    def show_charts(self) -> None:
        """Pictures by kind and by year."""
        days = self.days()
        if days is not None:
            ChartsDialog(self, self.desk, self.store, *days).open()

    def write_book(self, ending: str) -> None:
        """Book 8 of the days that are chosen."""
        days = self.days()
        if days is not None:
            order = ListOrder(name="activities", on=days[1], from_on=days[0])
            write_list(self, self.desk, self.store, order, ending)

    # Windows

    def _dialog(self, line: ActivityLine | None = None) -> ActivityDialog:
        words = load_activity_words(self.store, date.today())
        return ActivityDialog(
            self, self.store, words, self.desk.state, line, call_roll=self._call_roll_of
        )

    def _call_roll_of(self, activity: Activity) -> None:
        own = activity.id or 0
        self.safely(lambda: self._open_roll(own))

    def _open_roll(self, activity_id: int) -> FormDialog:
        roll = attendance.load_roll_call(self.store, activity_id)
        return self._opened(RollDialog(self, self.store, roll), activity_id, _ROLL)

    def _reopen(self, draft: Draft) -> None:
        if draft.kind == _ROLL and draft.subject is not None:
            self._open_roll(draft.subject).take_draft(draft)
            return
        line = None
        if draft.subject is not None:
            line = activities.load_line(self.store, draft.subject)
        self._opened(self._dialog(line), draft.subject).take_draft(draft)

    def _opened(
        self, dialog: FormDialog, subject: int | None = None, kind: str = _ACTIVITY
    ) -> FormDialog:
        dialog.keep_drafts(self.desk.drafts, page=_PAGE, kind=kind, subject=subject)
        self.open_form(dialog)
        return dialog

    def _export(self, seen: SeenTable) -> None:
        days = self.days()
        if days is not None:
            title = f"Hoạt động từ {short_date(days[0])} đến {short_date(days[1])}"
            export_seen(self, self.desk, self.store, title, seen)
