"""The tab Các quỹ: what every fund holds on a day, of the branch and of its chi hội."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QHBoxLayout

from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.funds.funds import Fund, MoneyPlace
from ccb_desktop.domain.funds.labels import FIELD as MONEY_FIELD
from ccb_desktop.domain.funds.labels import FUND_PURPOSE, PLACE_OF_MONEY
from ccb_desktop.domain.funds.loan_state import outstanding_by_fund
from ccb_desktop.domain.funds.vouchers import VoucherKind
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.people_names import sort_key
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.funds.funds import FundBalance, list_balances, remove_fund
from ccb_desktop.operations.funds.loans import list_loans
from ccb_desktop.ui.funds.cash_count_dialog import CashCountDialog, CashCountsDialog
from ccb_desktop.ui.funds.fund_dialogs import correct_fund_dialog, open_fund_dialog
from ccb_desktop.ui.funds.voucher_acts import VoucherActs
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.columns import Act, Column, SeenTable
from ccb_desktop.ui.kit.day_choice import DayChoice
from ccb_desktop.ui.kit.drafts import Draft
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.fund_words import OF_BRANCH, FundWords, load_fund_words
from ccb_desktop.ui.kit.money_columns import money_column
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.tabbed_page import PageTab
from ccb_desktop.ui.kit.table_export import export_seen
from ccb_desktop.ui.kit.widgets import label, labelled

_BRANCH, _CHI_HOI, _CLOSED = "BRANCH", "CHI_HOI", "CLOSED"
_FORM = "fund"  # kind of drafts
_MORE, _COUNT = "Sửa quỹ", "Kiểm kê quỹ"


@dataclass(frozen=True, slots=True)
class FundLine:
    """A fund with what it holds, and whose it is."""

    held: FundBalance
    level: str
    lent_dong: int = 0

    @property
    def fund(self) -> Fund:
        """The fund."""
        return self.held.fund

    @property
    def total_dong(self) -> int:
        """Cash, bank, and what is lent."""
        return self.held.total_dong + self.lent_dong


class FundsTab(PageTab):
    """Funds with their balances; from here money is taken in, paid out, moved and counted."""

    id = "funds"
    title = "Các quỹ"
    kinds = frozenset({"funds", "vouchers", "loans", "units", "unit_names"})
    forms = frozenset({_FORM})

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
        self._on: date | None = None
        self._vouchers = VoucherActs(self, desk, store)
        self._day = DayChoice("Tồn quỹ tại một ngày")
        self._day.day_chosen.connect(self._show_day)
        self._day.setAccessibleName("Xem tại")
        self._sums = label("")
        self.table: RecordTable[FundLine] = RecordTable(
            "funds",
            _COLUMNS,
            id_of=lambda line: line.fund.id,
            acts=self._acts(),
            noun="quỹ",
            empty=EmptyText(
                "Chưa có quỹ nào",
                "Mở từng quỹ với số tiền đang có, rồi ghi phiếu thu, phiếu chi.",
                "Mở quỹ",
                self.open_fund,
            ),
            state=desk.state,
            on_export=self._export,
        )
        self._offer_filters()
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(labelled("Xem tại", self._day))
        head.addWidget(self._sums, 1)
        self.body.addLayout(head)
        self.body.addWidget(self.table, 1)

    def _offer_filters(self) -> None:
        self.table.add_choice(
            "Xem",
            [
                (None, "Tất cả"),
                (_BRANCH, "Quỹ của Hội"),
                (_CHI_HOI, "Quỹ của chi hội"),
                (_CLOSED, "Quỹ đã đóng"),
            ],
            self._kinds_of,
        )

    def _kinds_of(self, line: FundLine) -> list[str]:
        level = _BRANCH if line.fund.unit_id is None else _CHI_HOI
        return [level] if line.fund.is_open_on(self._day_seen) else [level, _CLOSED]

    @property
    def _day_seen(self) -> date:
        return self._on or date.today()

    # Reading

    def refresh(self) -> None:
        """Read the balances of the day again."""
        on = self._day_seen
        self.desk.background.run(
            lambda _progress: _read(self.store, on),
            self._show,
            label="Đang tính tồn quỹ",
            owner=self,
        )

    def show_place(self, place: Place) -> None:
        """Choose a fund, or go on with a form that a crash had closed."""
        draft = place.filters.get("draft")
        if isinstance(draft, Draft):
            self._open(lambda: open_fund_dialog(self, self.store, self._now()), draft)
        elif place.record_id is not None:
            self.table.choose_ids([place.record_id])

    def _show_day(self, on: date | None) -> None:
        self._on = on
        self.refresh()

    def _show(self, lines: Sequence[FundLine]) -> None:
        self.table.set_lines(lines)
        self._sums.setText(_told_sums(lines, self._on))

    # Acts

    def _acts(self) -> list[Act[FundLine]]:
        return [
            Act("Sổ quỹ", self._show_book, icon="open", main=True, reads=True),
            Act("Thu", self._act_of(VoucherKind.RECEIPT), icon="add", allowed=self._is_usable),
            Act("Chi", self._act_of(VoucherKind.PAYMENT), icon="minus", allowed=self._is_usable),
            Act("Chuyển quỹ", self._act_of(VoucherKind.TRANSFER), allowed=self._is_usable),
            Act(
                "Kiểm kê",
                self._count,
                icon="check",
                group=_COUNT,
                allowed=self._is_usable,
                duties=(Duty.MONEY, Duty.INSPECTION),
            ),
            Act(
                "Các lần kiểm kê",
                lambda _none: self._show_counts(),
                needs="none",
                icon="history",
                group=_COUNT,
                reads=True,
            ),
            Act("Mở quỹ", lambda _none: self.open_fund(), needs="none", icon="add"),
            Act("Sửa quỹ", self._correct, icon="edit", group=_MORE),
            Act("Đóng quỹ", self._close, group=_MORE, allowed=self._is_usable),
            Act("Bỏ quỹ ghi nhầm", self._remove, icon="delete", group=_MORE),
        ]

    def _act_of(self, kind: VoucherKind) -> Callable[[Sequence[FundLine]], None]:
        return lambda lines: self._vouchers.write(kind, lines[0].fund.id)

    def _is_usable(self, lines: Sequence[FundLine]) -> bool:
        return lines[0].fund.is_open_on(date.today())

    def _show_book(self, lines: Sequence[FundLine]) -> None:
        where: dict[str, object] = {"tab": "cash_book"}
        self.desk.broadcast.go_to(Place("funds", lines[0].fund.id, where))

    def _count(self, lines: Sequence[FundLine]) -> None:
        fund_id = lines[0].fund.id
        self._open(lambda: CashCountDialog(self, self.store, self._now(), fund_id))

    def _show_counts(self) -> None:
        CashCountsDialog(self, self.desk, self.store, self._now()).open()

    def open_fund(self) -> None:
        """Ask for a new fund."""
        self._open(lambda: open_fund_dialog(self, self.store, self._now()))

    def _correct(self, lines: Sequence[FundLine]) -> None:
        fund = lines[0].fund
        self._open(lambda: correct_fund_dialog(self, self.store, self._now(), fund))

    def _close(self, lines: Sequence[FundLine]) -> None:
        fund = lines[0].fund
        self._open(lambda: correct_fund_dialog(self, self.store, self._now(), fund, closing=True))

    def _remove(self, lines: Sequence[FundLine]) -> None:
        try:
            self.desk.broadcast.send(remove_fund(self.store, lines[0].fund.id or 0))
        except UserError as error:
            messages.tell(self, error)

    def _now(self) -> FundWords:
        return load_fund_words(self.store, date.today())

    def _open(self, build: Callable[[], FormDialog], draft: Draft | None = None) -> None:
        dialog = build()
        if dialog.windowTitle() == "Mở quỹ":
            dialog.keep_drafts(self.desk.drafts, page="funds", kind=_FORM)
        if draft is not None:
            dialog.take_draft(draft)
        dialog.saved.connect(self.desk.broadcast.send)
        dialog.open()

    def _export(self, seen: SeenTable) -> None:
        title = f"Tồn quỹ đến ngày {short_date(self._day_seen)}"
        export_seen(self, self.desk, self.store, title, seen)


def _read(store: Store, on: date) -> list[FundLine]:
    """The funds opened by a day, with what they hold and have lent at its end."""
    words = load_fund_words(store, on)
    lent = outstanding_by_fund(list_loans(store), on)
    return [
        FundLine(held, words.level(held.fund), lent.get(held.fund.id or 0, 0))
        for held in list_balances(store, on)
    ]


def _told_sums(lines: Sequence[FundLine], on: date | None) -> str:
    """Branch and chi hội apart and together (rule 18)."""
    of_branch = sum(line.total_dong for line in lines if line.fund.unit_id is None)
    of_units = sum(line.total_dong for line in lines if line.fund.unit_id is not None)
    lent = sum(line.lent_dong for line in lines)
    told = f"Quỹ của Hội: {number(of_branch)} đồng"
    if any(line.fund.unit_id is not None for line in lines):
        told += f" · Quỹ của chi hội: {number(of_units)} đồng"
        told += f" · Cộng: {number(of_branch + of_units)} đồng"
    told += f" · Trong đó đang cho vay: {number(lent)} đồng" if lent else ""
    return f"ĐẾN HẾT NGÀY {short_date(on)}: {told}" if on else told


def _level_key(line: FundLine) -> tuple[bool, str]:
    return line.level != OF_BRANCH, sort_key(line.level)


_COLUMNS: list[Column[FundLine]] = [
    Column("name", "Tên quỹ", lambda line: line.fund.name, width=24),
    Column("level", "Quỹ của", lambda line: line.level, _level_key, width=13),
    Column(
        "purpose", MONEY_FIELD["purpose"], lambda line: FUND_PURPOSE[line.fund.purpose], width=10
    ),
    money_column(
        "cash",
        PLACE_OF_MONEY[MoneyPlace.CASH],
        lambda line: line.held.by_place[MoneyPlace.CASH],
        zero="0",
    ),
    money_column(
        "bank",
        PLACE_OF_MONEY[MoneyPlace.BANK],
        lambda line: line.held.by_place[MoneyPlace.BANK],
        zero="0",
    ),
    money_column("lent", "Đang cho vay", lambda line: line.lent_dong, width=10),
    money_column("total", "Cộng", lambda line: line.total_dong, zero="0", width=10),
    Column(
        "opened_on",
        MONEY_FIELD["opened_on"],
        lambda line: short_date(line.fund.opened_on),
        lambda line: line.fund.opened_on,
        width=11,
        shown=False,
    ),
    Column(
        "closed_on",
        MONEY_FIELD["closed_on"],
        lambda line: short_date(line.fund.closed_on) if line.fund.closed_on else "",
        lambda line: line.fund.closed_on,
        width=12,
        shown=False,
    ),
    Column(
        "bank_account",
        MONEY_FIELD["bank_account"],
        lambda line: line.fund.bank_account,
        width=20,
        shown=False,
    ),
    Column("note", FIELD["note"], lambda line: line.fund.note, width=20, shown=False),
]
