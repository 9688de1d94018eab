"""The tab Cho vay: the loans of the funds on a day, chân quỹ, and the policy bank's groups."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QStackedWidget

from ccb_desktop.domain.fund_papers.loan_forms import CONTRACT, REMINDER
from ccb_desktop.domain.funds.loan_lines import OWED, LoanBook, LoanLine
from ccb_desktop.domain.funds.loan_state import LoanStanding
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.funds.loan_lists import load_loan_book
from ccb_desktop.operations.funds.loans import free_code, void_loan
from ccb_desktop.ui.funds.loans import debt_dialogs
from ccb_desktop.ui.funds.loans.bank_view import BankView
from ccb_desktop.ui.funds.loans.lend_dialog import LEND_DRAFT, LendDialog
from ccb_desktop.ui.funds.loans.loan_dialog import LoanDialog
from ccb_desktop.ui.funds.loans.loan_print import print_form, print_list
from ccb_desktop.ui.funds.loans.loan_table import (
    LATE_ONES,
    OVERDUE_ONES,
    OWED_ONES,
    SHOWN,
    SOON_ONES,
    loans_table,
    show_loans,
)
from ccb_desktop.ui.funds.loans.repay_dialog import RepayDialog
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.choice_fields import CalmComboBox
from ccb_desktop.ui.kit.columns import Act
from ccb_desktop.ui.kit.day_choice import DayChoice
from ccb_desktop.ui.kit.drafts import Draft
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.fund_words import FundWords, load_fund_words
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.tabbed_page import PageTab
from ccb_desktop.ui.kit.table_export import export_seen
from ccb_desktop.ui.kit.widgets import FlowLayout, label, labelled

_VIEWS = ("Cho vay từ quỹ Hội", "Ngân hàng chính sách")
_MORE = "Việc khác"
_PRINT = "In"
_LISTS = {
    "loans": "Sổ theo dõi vay vốn",
    "loans-overdue": "Danh sách nợ quá hạn",
    "bank-loans": "Bảng vốn NHCSXH",
}
_FILTERS = frozenset({OWED_ONES, OVERDUE_ONES, LATE_ONES, SOON_ONES})


@dataclass(frozen=True, slots=True)
class _Read:
    """What the worker has read."""

    book: LoanBook
    words: FundWords


class LoansTab(PageTab):
    """Loans are given, taken back, put off and given up here."""

    id = "loans"
    title = "Cho vay"
    help_page = "loans"
    kinds = frozenset(
        {
            *("loans", "repayments", "loan_extensions", "bank_loan_counts", "vouchers"),
            *("funds", "units", "unit_names", "memberships", "membership_events"),
        }
    )
    forms = frozenset({LEND_DRAFT})

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
        self._on: date | None = None
        self._found: _Read | None = None
        self._wanted: int | None = None
        self._draft: Draft | None = None
        self._base = label("")
        self._day = DayChoice("Xem các khoản vay tại ngày")
        self._view = CalmComboBox()
        self._stack = QStackedWidget()
        self.table = loans_table(
            self._acts(),
            desk.state,
            EmptyText("Đang đọc các khoản vay…", ""),
            lambda seen: export_seen(self, self.desk, self.store, "Các khoản cho vay", seen),
        )
        self.bank = BankView(desk, store)
        self._build()
        self._day.day_chosen.connect(self._choose_day)
        self._view.currentIndexChanged.connect(self._stack.setCurrentIndex)
        self._view.currentIndexChanged.connect(lambda place: self._base.setVisible(place == 0))

    @property
    def on(self) -> date:
        """The day for which everything is shown."""
        return self._on or date.today()

    # Building

    def _build(self) -> None:
        self._view.addItems(_VIEWS)
        self._view.setAccessibleName("Xem loại vốn")
        self._day.setAccessibleName("Tại ngày")
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.bank)
        head = FlowLayout(spacing=12)
        head.addWidget(labelled("Vốn", self._view))
        head.addWidget(labelled("Tại ngày", self._day))
        self.body.addLayout(head)
        self.body.addWidget(self._base)
        self.body.addWidget(self._stack, 1)

    def _acts(self) -> list[Act[LoanLine]]:
        def owed(chosen: list[LoanLine]) -> bool:
            return chosen[0].standing in OWED

        def stands(chosen: list[LoanLine]) -> bool:
            return chosen[0].file.loan.voided_on is None

        return [
            Act("Cho vay", lambda _none: self.lend(), needs="none", icon="add"),
            Act("Thu nợ", self._repay, icon="check", allowed=lambda chosen: chosen[0].owes),
            Act("Mở", self._look, icon="open", main=True, reads=True),
            *self._printing(),
            Act("Gia hạn…", self._extend, group=_MORE, allowed=owed),
            Act("Xóa nợ…", self._write_off, group=_MORE, allowed=owed),
            Act("Sửa người vay, mục đích…", self._correct, group=_MORE, allowed=stands),
            Act("Hủy khoản vay…", self._void, group=_MORE, allowed=stands, duties=(Duty.VOIDS,)),
        ]

    def _printing(self) -> list[Act[LoanLine]]:
        def form(name: str) -> Callable[[list[LoanLine]], object]:
            return lambda chosen: print_form(self, self.desk, self.store, name, chosen, self.on)

        def paper(name: str, ending: str) -> Callable[[list[LoanLine]], object]:
            return lambda _none: print_list(self, self.desk, self.store, name, self.on, ending)

        def owed(chosen: list[LoanLine]) -> bool:
            return all(line.standing in OWED for line in chosen)

        return [
            Act(
                "Giấy vay vốn", form(CONTRACT), needs="some", icon="print", group=_PRINT, reads=True
            ),
            Act(
                "Giấy nhắc nợ", form(REMINDER), needs="some", group=_PRINT, allowed=owed, reads=True
            ),
            *(
                Act(
                    f"{label}, {program}",
                    paper(name, ending),
                    needs="none",
                    group=_PRINT,
                    reads=True,
                )
                for name, label in _LISTS.items()
                for program, ending in (("Word", ".docx"), ("Excel", ".xlsx"))
            ),
        ]

    # Reading

    def refresh(self) -> None:
        """Read everything of the day again."""
        on = self.on
        self.desk.background.run(
            lambda _progress: _Read(
                load_loan_book(self.store, on), load_fund_words(self.store, date.today())
            ),
            self._show,
            label="Đang đọc các khoản vay",
            owner=self,
        )

    def show_place(self, place: Place) -> None:
        """Show the loan or the filter that somebody came here for, or go on with a draft."""
        draft = place.filters.get("draft")
        if isinstance(draft, Draft):
            self._draft = draft
        if place.filters.get("view") == "bank":
            self._view.setCurrentIndex(1)
            return
        self._view.setCurrentIndex(0)
        asked = place.filters.get("show")
        shown = asked if asked in _FILTERS else None
        if shown is not None or place.record_id is not None:
            self.table.show_all()
            self.table.filters.choose(SHOWN, shown)
        self._wanted = place.record_id
        if self._found is not None:
            self._show(self._found)

    def _show(self, found: _Read) -> None:
        self._found = found
        book = found.book
        self._base.setText(base_words(book))
        self.table.set_empty(self._empty())
        show_loans(self.table, book.lines)
        self.bank.show_counts(book.bank_counts, book.on)
        if self._wanted is not None:
            self.table.choose_ids({self._wanted})
            self._wanted = None
        if self._draft is not None:
            draft, self._draft = self._draft, None
            self.lend(draft)

    def _empty(self) -> EmptyText:
        if self._on is not None:
            return EmptyText("Đến ngày này chưa cho ai vay", "Chọn ngày khác để xem.")
        if self._found is not None and not self._found.words.fund_choices():
            return EmptyText(
                "Chưa có khoản vay nào", "Mở quỹ ở thẻ Các quỹ trước, rồi mới cho vay được."
            )
        return EmptyText(
            "Chưa có khoản vay nào",
            "Hội viên vay vốn của quỹ thì ghi ở đây: chương trình giữ lịch trả và nhắc nợ.",
            "Ghi khoản vay đầu tiên",
            self.lend,
        )

    def _choose_day(self, on: date | None) -> None:
        self._on = on
        self.refresh()

    # Acts

    def lend(self, draft: Draft | None = None) -> None:
        """Give a loan, or go on with one that a crash had closed."""
        if self._found is None:
            return
        lines = self._found.book.lines
        code = free_code([line.file for line in lines], date.today().year)
        dialog = LendDialog(self, self.desk, self.store, self._found.words, code, lines)
        if draft is not None:
            dialog.take_draft(draft)
        self._open(dialog)

    def _repay(self, chosen: list[LoanLine]) -> None:
        self._open(RepayDialog(self, self.store, chosen[0], date.today()))

    def _look(self, chosen: list[LoanLine]) -> None:
        dialog = LoanDialog(self, self.desk, self.store, chosen[0])
        dialog.changed.connect(self.desk.broadcast.send)
        dialog.open()

    def _extend(self, chosen: list[LoanLine]) -> None:
        self._open(debt_dialogs.extend_dialog(self, self.store, chosen[0], date.today()))

    def _write_off(self, chosen: list[LoanLine]) -> None:
        self._open(debt_dialogs.write_off_dialog(self, self.store, chosen[0], date.today()))

    def _correct(self, chosen: list[LoanLine]) -> None:
        if self._found is not None:
            words, loan = self._found.words, chosen[0].file.loan
            self._open(debt_dialogs.correct_dialog(self, self.desk, self.store, words, loan))

    def _void(self, chosen: list[LoanLine]) -> None:
        loan = chosen[0].file.loan
        self._open(
            debt_dialogs.void_dialog(
                self,
                f"Hủy khoản vay {loan.code}",
                f"{loan.borrower} coi như chưa vay: phiếu chi {number(loan.principal_dong)} đồng ở "
                "lại trong sổ với dấu ĐÃ HỦY, tiền trở lại quỹ bằng phiếu hủy ghi ngày hôm nay.",
                lambda reason, form_id: void_loan(self.store, loan.id or 0, reason, form_id),
            )
        )

    def _open(self, dialog: FormDialog) -> None:
        dialog.saved.connect(self.desk.broadcast.send)
        dialog.open()


def base_words(book: LoanBook) -> str:
    """Chân quỹ on the day, both levels apart and together (rule 17); what presses, if anything."""
    base = book.base
    both = base.both
    told = [
        f"Chân quỹ {number(both.total_dong)} đồng: tiền mặt và ngân hàng {number(both.held_dong)}, "
        f"đang cho vay {number(both.lent_dong)}",
        f"cấp Hội {number(base.branch.total_dong)}, chi hội {number(base.chi_hoi.total_dong)}",
    ]
    head = book.base_per_member_dong
    if head is not None:
        told.append(f"bình quân {number(head)} đồng/hội viên ({number(book.members)} hội viên)")
    overdue = [line for line in book.lines if line.standing is LoanStanding.OVERDUE]
    pressing = ""
    if overdue:
        owed = number(sum(line.overdue_dong for line in overdue))
        pressing = f" Quá hạn: {number(len(overdue))} khoản, {owed} đồng."
    return f"{'; '.join(told)}.{pressing}"
