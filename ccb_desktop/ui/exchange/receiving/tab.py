"""The tab Nhận về: lists from chi hội taken in, forms for them written out."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QWidget

from ccb_desktop.domain.exchange.sheet_kinds import (
    MONEY_KINDS,
    READABLE_NOW,
    ROSTER_KINDS,
    SHEET_KINDS,
    WELFARE_KINDS,
    WORK_KINDS,
)
from ccb_desktop.operations import import_workbook, papers
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.import_workbook import ImportDone
from ccb_desktop.operations.submissions import received
from ccb_desktop.operations.submissions.received import ReceivedLine
from ccb_desktop.operations.withdrawn import withdrawn_among
from ccb_desktop.ui.exchange.receiving import kept_import
from ccb_desktop.ui.exchange.receiving.arrival_acts import see_received
from ccb_desktop.ui.exchange.receiving.signers_dialog import SignersDialog
from ccb_desktop.ui.exchange.receiving.wizard import ImportWizard, told
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.drafts import Draft
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.file_dialogs import EXCEL_OUT, choose_target
from ccb_desktop.ui.kit.masking import ask_masking
from ccb_desktop.ui.kit.open_file import tell_written
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.tabbed_page import PageTab
from ccb_desktop.ui.kit.widgets import FlowLayout, button, column, label

_RECEIVE = "Nhận tệp, nhập từ Excel"
_TEMPLATE_NAME = "Mau-nhap-so-lieu.xlsx"
_MORE = "Việc khác"
_MASKED = "Tệp che số khi nhập lại không làm mất số trong sổ; đem sang máy khác thì số bị thiếu"
_MOST_WAYS = 2  # that a question after an import offers beside staying: more do not fit
_SEEN_ON = (
    ("Xem Hội viên", "members", ROSTER_KINDS),
    ("Xem Quỹ Hội", "funds", MONEY_KINDS),
    ("Xem Thăm hỏi", "visits", WELFARE_KINDS),
    ("Xem Nhiệm vụ", "tasks", frozenset({"tasks"})),
    ("Xem Hoạt động", "activities", frozenset({"activities"})),
    ("Xem Thi đua", "emulation", WORK_KINDS - {"tasks", "activities"}),
)
"""What the question after an import offers to see, on which page, after sheets of which kinds."""


class ReceivingTab(PageTab):
    """What came, the wizard for a new one, and the Excel forms."""

    id = "receiving"
    title = "Nhận về"
    kinds = frozenset({"import_batches", "received_packages", "package_signers"})
    forms = frozenset({kept_import.KIND})

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
        self._begin = button(
            _RECEIVE, self.begin_import, role="main", icon="import", shortcut="Ctrl+I", writes=True
        )
        self._table = self._log()
        self.wizard = ImportWizard(desk, store)
        self.wizard.left.connect(self._show_batches)
        self.wizard.finished.connect(self._finish)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._overview())
        self._stack.addWidget(self.wizard)
        self.body.addWidget(self._stack, 1)

    def _overview(self) -> QWidget:
        holder = QWidget()
        layout = column(holder, spacing=8)
        head = FlowLayout(stretch_first=True)
        head.addWidget(label("Những lần đã nhận", "heading", wrap=False))
        head.addWidget(self._begin)
        head.addWidget(button("Tạo mẫu Excel", self.write_template, icon="export"))
        layout.addLayout(head)
        layout.addWidget(self._table, 1)
        return holder

    def _log(self) -> RecordTable[ReceivedLine]:
        return RecordTable(
            "received-log",
            _COLUMNS,
            id_of=lambda line: line.id,
            acts=[
                Act(
                    "Bỏ lần nhập này",
                    self._undo,
                    icon="undo",
                    shortcut="Delete",
                    allowed=lambda chosen: chosen[0].can_be_undone,
                ),
                Act(
                    "Xem gói",
                    self._see_package,
                    icon="search",
                    main=True,
                    allowed=lambda chosen: chosen[0].package is not None,
                    reads=True,
                ),
                Act("Nơi gửi đã biết", self._see_signers, needs="none", group=_MORE, reads=True),
                Act(
                    "Mẫu Excel có sẵn số liệu",
                    lambda _chosen: self.write_template(filled=True),
                    needs="none",
                    group=_MORE,
                    reads=True,
                ),
            ],
            noun="lần nhận",
            empty=EmptyText(
                "Chưa nhận tệp nào",
                f"Bấm {_RECEIVE} rồi chọn các tệp, gói mà chi hội hay nơi khác gửi. "
                "Chương trình cho xem trước, chưa ghi gì khi bác chưa đồng ý.",
                _RECEIVE,
                self.begin_import,
            ),
            state=self.desk.state,
        )

    def refresh(self) -> None:
        """Read the log again."""
        self._table.set_lines(received.list_lines(self.store))

    def show_place(self, place: Place) -> None:
        """Somebody wants to import, or to go on with an import that a crash had closed."""
        draft = place.filters.get("draft")
        if isinstance(draft, Draft):
            self.wizard.take_draft(draft)
            self._show_wizard(wanted=True)
        elif place.filters.get("act") == "import":
            self.begin_import()

    def begin_import(self) -> None:
        """Open the wizard at its first step; an import that is being prepared goes on."""
        if self._stack.currentWidget() is not self.wizard:
            self.wizard.begin()
            self._show_wizard(wanted=True)

    def write_template(self, *, filled: bool = False) -> None:
        """Write the Excel form, empty or filled."""

        def ask_target(masked: bool) -> None:
            write = partial(self._write_template, filled=filled, masked=masked)
            choose_target(self, "Ghi mẫu Excel vào đâu", _TEMPLATE_NAME, EXCEL_OUT, write)

        if filled:
            ask_masking(
                self,
                self.store,
                "Mẫu Excel có sẵn số liệu",
                ask_target,
                hint=_MASKED,
                withdrawn=withdrawn_among(self.store),
            )
        else:
            ask_target(masked=True)

    def _write_template(self, target: Path, *, filled: bool, masked: bool) -> None:
        kinds = [kind.name for kind in SHEET_KINDS if kind.name in READABLE_NOW]
        self.desk.background.run(
            lambda _progress: papers.write_template(
                self.store, kinds, filled, target, masked=masked
            ),
            lambda path: tell_written(self, [path]),
            label="Đang ghi mẫu Excel",
            owner=self,
        )

    def _see_package(self, chosen: list[ReceivedLine]) -> None:
        package = chosen[0].package
        if package is not None:
            see_received(self, self.desk, self.store, package)

    def _see_signers(self, _chosen: list[ReceivedLine]) -> None:
        SignersDialog(self, self.desk, self.store).open()

    def _undo(self, chosen: list[ReceivedLine]) -> None:
        batch = chosen[0].batch
        if batch is None or not chosen[0].can_be_undone:
            return
        batch_id = batch.id or 0
        self.desk.background.run(
            lambda _progress: import_workbook.count_booked(self.store, batch_id),
            lambda booked: self._ask_to_undo(batch_id, booked),
            label="Đang xem lần nhập",
            owner=self,
        )

    def _ask_to_undo(self, batch_id: int, booked: int) -> None:
        """Undo at once what can be undone again; ask before reversals are written."""
        if not booked:
            self._undo_now(batch_id)
            return
        messages.ask_before(
            self,
            f"Bỏ lần nhập số {batch_id}?\nLần nhập này đã ghi {booked} phiếu vào sổ quỹ. Phiếu đã "
            "ghi sổ không xóa được: mỗi phiếu sẽ có một phiếu hủy cùng ngày, số dư mọi ngày trở "
            "về như trước khi nhập. Các quỹ đã có phiếu, cùng đơn vị của quỹ ấy, vẫn ở lại. "
            "Người, hội phí, ủng hộ, khoản vay, lần thăm hỏi của lần nhập này thì bỏ.",
            f"Bỏ lần nhập, ghi {booked} phiếu hủy",
            lambda: self._undo_now(batch_id),
        )

    def _undo_now(self, batch_id: int) -> None:
        self.desk.background.run(
            lambda _progress: import_workbook.undo_import(self.store, batch_id),
            self.desk.broadcast.send,
            label="Đang bỏ lần nhập",
            owner=self,
        )

    def _finish(self, done: ImportDone) -> None:
        self._show_batches()
        read = {sheet.sheet.kind for sheet in done.result.sheets}
        to = [(text, page) for text, page, kinds in _SEEN_ON if read & kinds][:_MOST_WAYS]
        messages.ask(
            self,
            f"{told(done)}\nNếu nhầm, chọn lần nhập ở danh sách này rồi bấm Bỏ lần nhập này.",
            [(name, partial(self.desk.broadcast.go_to, Place(page))) for name, page in to],
            stay="Ở lại trang này",
        )

    def _show_batches(self) -> None:
        self._show_wizard(wanted=False)
        self.refresh()

    def _show_wizard(self, *, wanted: bool) -> None:
        """The wizard has the tab for itself, or the imports of the past have."""
        self._stack.setCurrentIndex(1 if wanted else 0)
        self.alone.emit(wanted)
        if wanted:
            self.wizard.take_keyboard()
        else:
            self._begin.setFocus()


def _number_of(line: ReceivedLine) -> str:
    return str(line.batch.id) if line.batch is not None else ""


def _order_of(line: ReceivedLine) -> int | None:
    return line.batch.id if line.batch is not None else None


_COLUMNS: list[Column[ReceivedLine]] = [
    Column(
        "at",
        "Ngày giờ",
        lambda line: f"{line.at:%d/%m/%Y %H:%M}",
        lambda line: line.at,
        width=16,
    ),
    Column("file", "Tệp", lambda line: line.file_name, width=22),
    Column("sender", "Từ đâu", lambda line: line.sender, width=20),
    Column("period", "Kỳ", lambda line: line.period, width=17),
    Column("summary", "Kết quả", lambda line: line.told, width=44),
    Column("id", "Lần", _number_of, _order_of, align="right", width=6),
]
