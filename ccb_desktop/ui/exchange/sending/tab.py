"""The tab Gửi báo cáo: what was handed up and acknowledged, and the steps to a new package."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.reports.kinds import ReportKind
from ccb_desktop.domain.submissions.labels import WAY
from ccb_desktop.domain.submissions.lines import ANSWER_DAYS, SubmissionLine
from ccb_desktop.domain.submissions.submissions import Way
from ccb_desktop.operations import register
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.submissions import log
from ccb_desktop.operations.submissions.placing import LARGE_MAIL
from ccb_desktop.operations.submissions.sending import Sent
from ccb_desktop.ui.exchange.sending.report_step import ReportChoice
from ccb_desktop.ui.exchange.sending.wizard import SendWizard
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.columns import Act, Column, SeenTable
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.drafts import Draft
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.open_file import open_with_pc
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.tabbed_page import PageTab
from ccb_desktop.ui.kit.table_export import export_seen
from ccb_desktop.ui.kit.text_fields import LongTextField
from ccb_desktop.ui.kit.widgets import FlowLayout, button, column, label

_BEGIN = "Gửi báo cáo"
_ACKNOWLEDGED = "acknowledgement"  # a kind of drafts
_MB = 1024 * 1024


class SendingTab(PageTab):
    """The log of what was sent; a new sending has the tab for itself."""

    id = "sending"
    title = "Gửi báo cáo"
    help_page = "gui-bao-cao"
    kinds = frozenset({"submissions", "documents", "frozen_reports"})
    forms = frozenset({_ACKNOWLEDGED})

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
        self._overdue: frozenset[int] = frozenset()
        self._begin = button(_BEGIN, self.begin, role="main", icon="export", writes=True)
        self.table = self._log_table()
        self.wizard = SendWizard(desk, store)
        self.wizard.left.connect(self._show_log)
        self.wizard.finished.connect(self._finish)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._overview())
        self._stack.addWidget(self.wizard)
        self.body.addWidget(self._stack, 1)

    def _overview(self) -> QWidget:
        holder = QWidget()
        layout = column(holder, spacing=8)
        head = FlowLayout(stretch_first=True)
        head.addWidget(label("Những lần đã gửi", "heading", wrap=False))
        head.addWidget(self._begin)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)
        return holder

    def _log_table(self) -> RecordTable[SubmissionLine]:
        return RecordTable(
            "submissions",
            self._columns(),
            id_of=lambda line: line.submission.id,
            acts=[
                Act("Ghi xác nhận của nơi nhận", self._acknowledge, icon="check", main=True),
                Act("Mở thư mục", self._open_place, icon="open", allowed=_has_place, reads=True),
                Act("Gửi lại", self._send_again, icon="export"),
            ],
            noun="lần gửi",
            empty=EmptyText(
                "Chưa gửi báo cáo nào",
                "Bấm Gửi báo cáo để ghi gói báo cáo ra USB, ra thư mục, hoặc gửi thư điện tử.",
                _BEGIN,
                self.begin,
            ),
            state=self.desk.state,
            on_export=self._export,
        )

    def _columns(self) -> list[Column[SubmissionLine]]:
        return [
            Column(
                "sent_at",
                "Lúc gửi",
                lambda one: f"{one.submission.sent_at:%d/%m/%Y %H:%M}",
                lambda one: one.submission.sent_at,
                width=15,
            ),
            Column("period", "Kỳ báo cáo", lambda one: one.period_name, width=22),
            Column("way", "Cách gửi", lambda one: WAY[one.submission.way], width=11),
            Column("recipient", "Gửi cho", lambda one: one.submission.recipient, width=22),
            Column(
                "acknowledged",
                "Nơi nhận xác nhận",
                self._acknowledged,
                lambda one: one.submission.acknowledged_on or date.min,
                width=24,
                wrong=lambda one: one.submission.id in self._overdue,
            ),
            Column("answer", "Văn bản trả lời", lambda one: one.answer, width=14),
            Column("place", "Ghi vào đâu", lambda one: one.submission.place, width=34),
            Column(
                "password",
                "Mật khẩu",
                lambda one: "Có" if one.submission.encrypted else "Không",
                width=9,
            ),
            Column(
                "files",
                "Số tệp",
                lambda one: str(one.file_count),
                lambda one: one.file_count,
                align="right",
                width=7,
                shown=False,
            ),
            Column("note", "Ghi chú", lambda one: one.submission.note, width=20, shown=False),
        ]

    def _acknowledged(self, line: SubmissionLine) -> str:
        on = line.submission.acknowledged_on
        if on is not None:
            return f"Đã nhận ngày {short_date(on)}"
        if line.submission.id in self._overdue:
            return f"Quá {ANSWER_DAYS} ngày chưa thấy"
        return "Chưa có"

    # Reading

    def refresh(self) -> None:
        """Read the log again."""
        self.desk.background.run(
            lambda _progress: log.read_log(self.store, date.today()),
            self._show,
            label="Đang đọc những lần gửi",
            owner=self,
        )

    def _show(self, found: log.Log) -> None:
        self._overdue = found.overdue
        self.table.set_lines(found.lines)

    def show_place(self, place: Place) -> None:
        """Show a sending, begin one for a frozen report, or open the form that a crash closed."""
        draft = place.filters.get("draft")
        if isinstance(draft, Draft):
            self._open_acknowledgement(draft.subject, draft)
        elif place.filters.get("act") == "send":
            self.begin(_wanted(place))
        elif place.record_id is not None:
            self.table.choose_ids([place.record_id])

    # A new sending

    def begin(self, wanted: ReportChoice | None = None, lists: Sequence[str] = ()) -> None:
        """Open the first step; a sending that is being prepared goes on."""
        if self._stack.currentWidget() is not self.wizard:
            self.wizard.begin(wanted, tuple(lists))
            self._stack.setCurrentWidget(self.wizard)
            self.alone.emit(True)
            self.wizard.take_keyboard()

    def _show_log(self) -> None:
        self._stack.setCurrentIndex(0)
        self.alone.emit(False)
        self._begin.setFocus()
        self.refresh()

    def _finish(self, done: Sent, on_stick: bool) -> None:
        self.desk.broadcast.send(done.change)
        self._show_log()
        draft, place = done.written.draft, done.written.place
        if draft is not None:
            open_with_pc(self, draft)
        names = "\n".join(path.name for path in done.written.paths)
        pull = " Có thể rút USB." if on_stick else ""
        large = ""
        if draft is not None and done.size > LARGE_MAIL:
            large = (
                f"\nGói nặng {done.size // _MB} MB; nhiều hộp thư không nhận thư quá 20 MB. Nếu "
                "thư bị trả lại, hãy gửi bằng USB."
            )
        messages.ask(
            self,
            f"{done.sentence}{pull}\n{names}\nTrong {place.parent}{large}",
            [("Mở thư mục", lambda: open_with_pc(self, place.parent))],
            stay="Đóng",
            drawing="check",
        )

    def _send_again(self, chosen: list[SubmissionLine]) -> None:
        one = chosen[0].submission
        manifest = chosen[0].manifest
        wanted = None
        if manifest is not None and manifest.kind in tuple(ReportKind):
            wanted = ReportChoice(ReportKind(manifest.kind), one.period, one.frozen_report_id)
        self.begin(wanted, log.lists_in(chosen[0]))

    # What is done with a sending

    def _open_place(self, chosen: list[SubmissionLine]) -> None:
        place = Path(chosen[0].submission.place)
        there = place if place.is_dir() else place.parent
        if there.is_dir():
            open_with_pc(self, there)
            return
        messages.tell(
            self,
            f"Không thấy {there}.\nCó thể USB đã rút ra, hoặc thư mục đã đổi tên. Gói đã gửi vẫn "
            "còn trong sổ; muốn có lại thì bấm Gửi lại.",
        )

    def _acknowledge(self, chosen: list[SubmissionLine]) -> None:
        self._open_acknowledgement(chosen[0].submission.id)

    def _open_acknowledgement(self, own: Any, draft: Draft | None = None) -> None:
        lines = log.read_log(self.store, date.today()).lines
        line = next((one for one in lines if one.submission.id == own), None)
        if line is None:
            return
        form = Form()
        form.add(
            [
                DayField("acknowledged_on", "Ngày nơi nhận xác nhận", hint="Trống: chưa xác nhận"),
                ChoiceField(
                    "answer_id",
                    "Văn bản trả lời",
                    register.offered_answers(self.store),
                    none="Không có",
                    wide=True,
                    hint="Văn bản chưa vào sổ thì ghi trước ở trang Báo cáo, thẻ Văn bản đi, đến.",
                ),
                LongTextField("note", "Ghi chú", lines=2),
            ]
        )
        one = line.submission
        form.set_values(
            {
                "acknowledged_on": one.acknowledged_on or date.today(),
                "answer_id": one.answer_id,
                "note": one.note,
            }
        )

        def save(values: dict[str, Any], form_id: str) -> Change:
            return log.acknowledge(
                self.store,
                one.id or 0,
                values["acknowledged_on"],
                values["answer_id"],
                values["note"],
                form_id,
            )

        told = f"Báo cáo {line.period_name}, gửi ngày {short_date(one.sent_at.date())}"
        dialog = FormDialog(self, "Xác nhận của nơi nhận", form, save, intro=told)
        dialog.keep_drafts(self.desk.drafts, page="exchange", kind=_ACKNOWLEDGED, subject=one.id)
        if draft is not None:
            dialog.take_draft(draft)
        self.open_form(dialog)

    def _export(self, seen: SeenTable) -> None:
        export_seen(self, self.desk, self.store, "Những lần gửi báo cáo", seen)


def _has_place(chosen: list[SubmissionLine]) -> bool:
    return chosen[0].submission.way is not Way.EMAIL


def _wanted(place: Place) -> ReportChoice | None:
    """The report that another page wants to be sent."""
    kind, period = place.filters.get("kind"), place.filters.get("period")
    if kind not in tuple(ReportKind) or not isinstance(period, str):
        return None
    return ReportChoice(ReportKind(str(kind)), period, place.record_id)
