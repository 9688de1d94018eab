"""The tab Sổ quỹ: one fund over some days, with what it holds behind each voucher."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.funds.cash_book import CashBook, CashBookLine
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.funds.labels import FIELD as MONEY_FIELD
from ccb_desktop.domain.funds.ledger import PeriodLock
from ccb_desktop.domain.member_papers.order import ListOrder
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.funds.locks import list_locks
from ccb_desktop.operations.funds.voucher_lists import latest_day, load_cash_book
from ccb_desktop.ui.funds.locks_dialog import LocksDialog, told_locks
from ccb_desktop.ui.funds.voucher_acts import VoucherActs
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.field_row import FieldRow
from ccb_desktop.ui.kit.fund_words import FundWords, load_fund_words
from ccb_desktop.ui.kit.money_columns import money_column
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.span_choice import SpanChoice
from ccb_desktop.ui.kit.tabbed_page import PageTab
from ccb_desktop.ui.kit.table_export import write_list
from ccb_desktop.ui.kit.widgets import FlowLayout, label

_PRINT = "In sổ quỹ"
_FURTHER = {
    "disclosure": "Công khai quỹ này (Word)",
    "year-summary": "Tổng hợp thu, chi các quỹ (Word)",
}
_OF_ALL = frozenset({"year-summary"})  # lists of all funds, whichever is seen
_PLACES = {MoneyPlace.CASH: "Tiền mặt", MoneyPlace.BANK: "Ngân hàng"}


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read for the tab at once."""

    words: FundWords
    locks: Sequence[PeriodLock]
    book: CashBook | None
    latest: date | None


class CashBookTab(PageTab):
    """Voided vouchers stay where they stood, marked, and their reversals below."""

    id = "cash_book"
    title = "Sổ quỹ"
    kinds = frozenset({"vouchers", "funds", "period_locks"})

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
        self._vouchers = VoucherActs(self, desk, store)
        self._wanted: int | None = None
        self._words = FundWords(on=date.today())
        self._fund = ChoiceField("fund", MONEY_FIELD["fund_id"], [], none="Chọn quỹ")
        self._place = ChoiceField("place", "Nơi để tiền", list(_PLACES.items()), none="Tất cả")
        self._span = SpanChoice()
        self._sums = label("")
        self.table: RecordTable[CashBookLine] = RecordTable(
            "cash-book",
            _COLUMNS,
            id_of=lambda line: line.booked.voucher_id,
            acts=self._acts(),
            noun="dòng",
            empty=EmptyText(
                "Quỹ này không có thu, chi trong khoảng thời gian này",
                "Chọn quỹ hoặc khoảng thời gian khác ở trên.",
            ),
            state=desk.state,
        )
        self._build()

    def _build(self) -> None:
        head = FlowLayout(spacing=10, at_top=True)
        head.addWidget(FieldRow([(self._fund, 11), (self._place, 8)]))
        head.addWidget(self._span)
        for field in (self._fund, self._place, self._span):
            field.changed.connect(self.refresh)
        self.body.addLayout(head)
        self.body.addWidget(self._sums)
        self.body.addWidget(self.table, 1)

    def set_low(self, is_low: bool) -> None:
        """Where few lines fit, the book is chosen in one row."""
        super().set_low(is_low)
        self._span.set_brief(is_low)

    # Reading

    def refresh(self) -> None:
        """Read the book again."""
        try:
            first, last = self._span.span
        except Invalid:
            return
        fund_id, place = self._wanted or self._fund.value(), self._place.value()
        self.desk.background.run(
            lambda _progress: _read(self.store, fund_id, first, last, place),
            self._show,
            label="Đang đọc sổ quỹ",
            owner=self,
        )

    def show_place(self, place: Place) -> None:
        """Show the book of a fund."""
        if place.record_id is not None:
            self._wanted = place.record_id
            self.refresh()

    def _show(self, found: _Read) -> None:
        if self._span.follow(found.latest):
            return
        self._words = found.words
        self._fund.set_choices(found.words.fund_choices(with_closed=True))
        self._wanted = None
        if found.book is None:
            self._sums.setText("")
            self.table.set_lines(())
            return
        self._fund.set_value(found.book.fund_id)
        locked = told_locks(found.locks, found.book.from_on, found.book.to_on)
        self._sums.setText(f"{_told(found.book)} · {locked}")
        self.table.set_lines(found.book.lines)

    # Acts

    def _acts(self) -> list[Act[CashBookLine]]:
        return [
            Act("Xem phiếu", self._view, icon="open", main=True, reads=True),
            Act(
                "In sổ (Word)",
                lambda _none: self._write("cash-book", ".docx"),
                needs="none",
                icon="print",
                group=_PRINT,
                reads=True,
            ),
            Act(
                "Xuất sổ (Excel)",
                lambda _none: self._write("cash-book", ".xlsx"),
                needs="none",
                icon="export",
                group=_PRINT,
                reads=True,
            ),
            *(
                Act(
                    text,
                    partial(self._write_of, name),
                    needs="none",
                    icon="print",
                    group=_PRINT,
                    reads=True,
                )
                for name, text in _FURTHER.items()
            ),
            Act("Khóa sổ", lambda _none: self._show_locks(), needs="none", icon="lock", reads=True),
        ]

    def _view(self, lines: Sequence[CashBookLine]) -> None:
        self._vouchers.view(lines[0].booked.voucher_id)

    def _show_locks(self) -> None:
        LocksDialog(self, self.desk, self.store).open()

    def _write_of(self, name: str, _none: Sequence[CashBookLine]) -> None:
        self._write(name, ".docx")

    def _write(self, name: str, ending: str) -> None:
        """Write the book of the fund that is seen, or another list of its money and days."""
        try:
            first, last = self._span.span
        except Invalid:
            return
        order = ListOrder(
            name=name,
            on=last,
            from_on=first,
            fund="" if name in _OF_ALL else self._words.fund_name(self._fund.value()),
            place=self._place.value(),
        )
        write_list(self, self.desk, self.store, order, ending)


def _read(
    store: Store, fund_id: int | None, first: date, last: date, place: MoneyPlace | None
) -> _Read:
    """The book of the fund, or of the first one where none was chosen yet."""
    words = load_fund_words(store, date.today())
    known = [fund.id for fund in words.funds]
    wanted = fund_id if fund_id in known else next(iter(known), None)
    book = load_cash_book(store, wanted, first, last, place) if wanted is not None else None
    return _Read(words, list_locks(store), book, latest_day(store))


def _told(book: CashBook) -> str:
    """Opening, sums, closing."""
    opened = f" · Tồn đầu ghi sổ: {number(book.opened_dong)}" if book.opened_dong else ""
    return (
        f"Trước ngày {short_date(book.from_on)}: {number(book.opening_dong)}{opened} · "
        f"Thu: {number(book.in_dong)} · Chi: {number(book.out_dong)} · "
        f"Tồn đến hết ngày {short_date(book.to_on)}: {number(book.closing_dong)} đồng"
    )


def _day(line: CashBookLine) -> date:
    return line.happened_on


_COLUMNS: list[Column[CashBookLine]] = [
    Column("happened_on", "Ngày", lambda line: short_date(line.happened_on), _day, width=9),
    Column("receipt_no", "Số phiếu thu", lambda line: line.receipt_no, width=12),
    Column("payment_no", "Số phiếu chi", lambda line: line.payment_no, width=12),
    Column("content", "Diễn giải", lambda line: line.words, width=24),
    money_column("in", "Thu", lambda line: line.in_dong + line.opened_dong, width=10),
    money_column("out", "Chi", lambda line: line.out_dong, width=10),
    money_column(
        "balance", "Tồn", lambda line: line.balance_dong, summed=False, zero="0", width=10
    ),
    Column("payer", MONEY_FIELD["payer"], lambda line: line.booked.payer, width=13),
    Column("category", MONEY_FIELD["category"], lambda line: line.booked.category, shown=False),
]
