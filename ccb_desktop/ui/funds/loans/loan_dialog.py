"""One loan, whole: what was agreed, its schedule, and everything that came of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.funds import loan_state
from ccb_desktop.domain.funds.loan_lines import LoanLine
from ccb_desktop.domain.funds.vouchers import Voucher
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.funds.loans import void_repayment, vouchers_of
from ccb_desktop.ui.funds.loans.debt_dialogs import void_dialog
from ccb_desktop.ui.funds.loans.loan_table import rate
from ccb_desktop.ui.funds.loans.schedule_table import ScheduleTable
from ccb_desktop.ui.funds.voucher_acts import VoucherActs
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.money_columns import money_column
from ccb_desktop.ui.kit.page import Desk, ask_for_help
from ccb_desktop.ui.kit.page_tabs import PageTabs
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.widgets import button, column, label, size_in_letters

_ROWS = 6
_LETTERS = (50, 30)  # width and height, in heights of the text


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that came of a loan.

    Attributes:
        repayment_id: Where it is a repayment that stands.
        left_dong: Principal owed at the end of its day, by what counts on the day seen.
    """

    number: int
    on: date
    what: str
    voucher: str = ""
    voucher_id: int | None = None
    principal_dong: int = 0
    interest_dong: int = 0
    left_dong: int = 0
    repayment_id: int | None = None
    voided: bool = False


class LoanDialog(QDialog):
    """A window to look through; a repayment that was entered wrongly is taken back here."""

    changed = Signal(object)
    """The `Change` by which a repayment was taken back."""

    def __init__(self, parent: QWidget, desk: Desk, store: Store, line: LoanLine) -> None:
        """Build the window; show it with `open()`.

        Args:
            parent: The tab it belongs to.
            desk: What the tab was given.
            store: The books.
            line: The loan, as on the day seen.
        """
        super().__init__(parent)
        self._store = store
        self._line = line
        self._vouchers = VoucherActs(self, desk, store)
        loan = line.file.loan
        self.setWindowTitle(f"Khoản vay {loan.code}: {loan.borrower}")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        QShortcut(QKeySequence.StandardKey.HelpContents, self, partial(ask_for_help, self))
        self.schedule = ScheduleTable(_ROWS, progress=True)
        self.history: RecordTable[Step] = RecordTable(
            "loan-history",
            _HISTORY,
            id_of=lambda step: step.number,
            acts=[
                Act(
                    "Xem phiếu",
                    lambda chosen: self._vouchers.view(chosen[0].voucher_id or 0),
                    icon="open",
                    main=True,
                    allowed=lambda chosen: chosen[0].voucher_id is not None,
                    reads=True,
                ),
                Act(
                    "Hủy lần trả này…",
                    self._void,
                    icon="undo",
                    allowed=lambda chosen: chosen[0].repayment_id is not None,
                    duties=(Duty.VOIDS,),
                ),
            ],
            noun="lần",
            brief=_ROWS,
        )
        self._build()
        self.schedule.set_lines(loan_state.part_states(line.file, line.on))
        self.history.set_lines(steps(line, vouchers_of(store, line.file)))

    def _build(self) -> None:
        layout = column(self, margin=20, spacing=10)
        layout.addWidget(label(self.windowTitle(), "title"))
        for text in facts(self._line):
            layout.addWidget(label(text))
        tabs = PageTabs()
        for title, table in (("Vay, trả", self.history), ("Lịch trả", self.schedule)):
            ground = QWidget()
            column(ground, margin=10).addWidget(table)
            tabs.addTab(ground, title)
        layout.addWidget(tabs, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(button("Đóng", self.reject, role="main", icon="close"))
        layout.addLayout(foot)
        size_in_letters(self, *_LETTERS)

    def _void(self, chosen: list[Step]) -> None:
        step, loan_id = chosen[0], self._line.file.loan.id or 0
        dialog = void_dialog(
            self,
            "Hủy lần trả",
            f"Phiếu {step.voucher} ở lại trong sổ với dấu ĐÃ HỦY; phiếu hủy ghi ngày hôm nay, "
            "tiền ra khỏi quỹ và người vay lại nợ số ấy.",
            lambda reason, form_id: void_repayment(
                self._store, loan_id, step.repayment_id or 0, reason, form_id
            ),
        )
        dialog.saved.connect(self._voided)
        dialog.open()

    def _voided(self, change: Change) -> None:
        self.changed.emit(change)
        self.accept()


def facts(line: LoanLine) -> list[str]:
    """What was agreed, and where it stands."""
    loan = line.file.loan
    lent = f"Vay {number(loan.principal_dong)} đồng của {line.fund_name} ngày "
    agreed = [f"{lent}{short_date(loan.lent_on)}", rate(line).lower()]
    if line.due_on is not None:
        agreed.append(f"hạn trả {short_date(line.due_on)}")
    if loan.purpose:
        agreed.append(f"mục đích: {loan.purpose}")
    due = line.interest_due_dong
    stands = [f"Đến ngày {short_date(line.on)}: {line.says[0].lower()}{line.says[1:]}"]
    stands.append(f"còn nợ gốc {number(line.outstanding_dong)} đồng")
    if due:
        stands.append(f"lãi chưa thu {number(due)} đồng")
    more = [
        f"{name}: {text}"
        for name, text in (
            ("Người bảo lãnh", loan.guarantor),
            ("Nghị quyết, quyết định", loan.decision_no),
            ("Ghi chú", loan.note),
        )
        if text
    ]
    return [", ".join(agreed) + ".", ", ".join(stands) + ".", *([". ".join(more)] if more else [])]


def steps(line: LoanLine, vouchers: Mapping[int, Voucher]) -> list[Step]:
    """Everything that came of a loan by the day seen, in its order."""
    file, loan = line.file, line.file.loan

    def text_of(voucher_id: int) -> str:
        found = vouchers.get(voucher_id)
        return found.number_text if found is not None else ""

    found: list[tuple[date, Step]] = []

    def add(on: date, what: str, **more: object) -> None:
        left = loan_state.outstanding_dong(file, on)
        step = Step(number=len(found), on=on, what=what, left_dong=left, **more)  # type: ignore[arg-type]  # (names of fields)
        found.append((on, step))

    lent_back = loan.voided_on is not None and loan.voided_on <= line.on
    lent = "Cho vay - ĐÃ HỦY" if lent_back else "Cho vay"
    add(
        loan.lent_on,
        lent,
        voucher=text_of(loan.voucher_id),
        voucher_id=loan.voucher_id,
        voided=lent_back,
    )
    for paid in file.repayments:
        if paid.paid_on > line.on:
            continue
        back = paid.voided_on is not None and paid.voided_on <= line.on
        add(
            paid.paid_on,
            "Trả nợ - ĐÃ HỦY" if back else "Trả nợ",
            voucher=text_of(paid.voucher_id),
            voucher_id=paid.voucher_id,
            principal_dong=paid.principal_dong,
            interest_dong=paid.interest_dong,
            repayment_id=None if paid.voided_on is not None else paid.id,
            voided=back,
        )
    for later in file.extensions:
        if later.extended_on <= line.on:
            add(later.extended_on, f"Gia hạn đến {short_date(later.due_on)}")
    if line.written_off_dong and loan.written_off_on is not None:
        words = f"Xóa nợ, {loan.write_off_decision}"
        add(loan.written_off_on, words, principal_dong=line.written_off_dong)
    return [step for _on, step in sorted(found, key=lambda pair: pair[0])]


_HISTORY: list[Column[Step]] = [
    Column("on", "Ngày", lambda step: short_date(step.on), lambda step: step.on, width=10),
    Column("what", "Việc", lambda step: step.what, width=20, wrong=lambda step: step.voided),
    Column("voucher", "Số phiếu", lambda step: step.voucher, width=12),
    money_column("principal", "Gốc", lambda step: step.principal_dong, summed=False, width=11),
    money_column("interest", "Lãi", lambda step: step.interest_dong, summed=False, width=10),
    money_column(
        "left", "Còn nợ gốc", lambda step: step.left_dong, summed=False, zero="0", width=11
    ),
]
