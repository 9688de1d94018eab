"""The tab Tiền: dues, loans, gifts and vouchers of a person, to be seen only."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.funds import loan_state
from ccb_desktop.domain.funds.dues_arrears import YearOfDues
from ccb_desktop.domain.funds.labels import VOUCHER_KIND
from ccb_desktop.domain.funds.lines import VoucherLine
from ccb_desktop.domain.funds.loans import LoanFile
from ccb_desktop.domain.funds.person_money import (
    PersonGift,
    PersonMoney,
    dues_words,
    gift_words,
    loan_words,
    summary,
    voided_words,
)
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.funds.person_money import load_person_money
from ccb_desktop.operations.members.people import PersonFile
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.widgets import label
from ccb_desktop.ui.members.person_tab import LatePersonTab
from ccb_desktop.ui.members.words import RosterWords

_NOTHING = "Sổ quỹ chưa ghi khoản tiền nào của người này."
_ROWS = 4


class MoneyTab(LatePersonTab):
    """Read when it is first looked at; what is shown is corrected on the page Quỹ Hội."""

    def __init__(self, desk: Desk, store: Store, words: RosterWords, file: PersonFile) -> None:
        super().__init__(desk, store, words, file)
        self._told = label("", wrap=True)
        self.dues = self._table("person-dues", _DUES, lambda year: year.year, "năm")
        self.loans = self._table("person-loans", _loan_columns(words), _loan_id, "khoản vay")
        self.gifts = self._table(
            "person-gifts", _gift_columns(words), lambda one: one.gift.id, "lần ủng hộ"
        )
        self.vouchers = self._table(
            "person-vouchers",
            _VOUCHERS,
            lambda line: line.voucher.id,
            "phiếu",
            Act("Mở phiếu", self._open_voucher, icon="open", main=True, reads=True),
        )
        self.body.addWidget(self._told)
        self._parts: list[tuple[QWidget, RecordTable[Any]]] = []
        for heading, table in (
            ("Hội phí từng năm", self.dues),
            ("Vay vốn", self.loans),
            ("Ủng hộ các đợt vận động", self.gifts),
            ("Phiếu thu, phiếu chi", self.vouchers),
        ):
            title = label(heading, "heading")
            self.body.addWidget(title)
            self.body.addWidget(table)
            self._parts.append((title, table))

    def _table(
        self,
        name: str,
        columns: list[Column[Any]],
        id_of: Callable[[Any], int | None],
        noun: str,
        *acts: Act[Any],
    ) -> RecordTable[Any]:
        return RecordTable(name, columns, id_of=id_of, acts=acts, noun=noun, brief=_ROWS)

    def read(self) -> None:
        """Read the book, and show what it says."""
        money = load_person_money(self.store, self.person_id, self.words.on)
        self._told.setText(_NOTHING if money.is_empty else summary(money))
        self._told.setVisible(bool(self._told.text()))
        self._fill(money)

    def _fill(self, money: PersonMoney) -> None:
        self.dues.set_lines(list(reversed(money.dues)))
        self.loans.set_lines(list(reversed(money.loans)))
        self.gifts.set_lines(money.gifts)
        self.vouchers.set_lines(money.vouchers)
        filled = (money.dues, money.loans, money.gifts, money.vouchers)
        for (title, table), lines in zip(self._parts, filled, strict=True):
            title.setVisible(bool(lines))
            table.setVisible(bool(lines))
            table.view.set_room(min(_ROWS, len(lines)))

    def _open_voucher(self, chosen: list[VoucherLine]) -> None:
        self.leave_for(Place("funds", chosen[0].voucher.id, {"tab": "vouchers"}))


def _loan_id(file: LoanFile) -> int | None:
    return file.loan.id


def _money(id_: str, text: str, of: Callable[[Any], int], width: int = 12) -> Column[Any]:
    return Column(id_, text, lambda one: number(of(one)), of, align="right", width=width)


_DUES: list[Column[YearOfDues]] = [
    Column("year", "Năm", lambda one: str(one.year), lambda one: one.year, width=8),
    _money("due", "Phải nộp", lambda one: one.due_dong),
    _money("paid", "Đã nộp", lambda one: one.paid_dong),
    _money("lacking", "Còn thiếu", lambda one: one.lacking_dong),
    Column("state", "Tình trạng", dues_words, width=20),
]


def _loan_columns(words: RosterWords) -> list[Column[LoanFile]]:
    on = words.on
    return [
        Column("code", "Mã vay", lambda f: f.loan.code, width=11),
        Column(
            "lent_on", "Ngày vay", lambda f: short_date(f.loan.lent_on), lambda f: f.loan.lent_on
        ),
        _money("principal", "Tiền gốc", lambda f: f.loan.principal_dong),
        _money("repaid", "Đã trả gốc", lambda f: loan_state.repaid_dong(f, on)),
        _money("owed", "Còn nợ", lambda f: loan_state.outstanding_dong(f, on)),
        Column("state", "Tình trạng", lambda f: loan_words(f, on), width=18),
    ]


def _gift_columns(words: RosterWords) -> list[Column[PersonGift]]:
    return [
        Column(
            "given_on", "Ngày", lambda one: short_date(one.gift.given_on), lambda o: o.gift.given_on
        ),
        Column("campaign", "Đợt vận động", lambda one: one.campaign_name, width=26),
        _money("amount", "Số tiền", lambda one: one.gift.amount_dong),
        _money("goods", "Giá trị hiện vật", lambda one: one.gift.goods_value_dong, 13),
        Column("note", "Ghi chú", lambda one: gift_words(one.gift, words.on), width=20),
    ]


_VOUCHERS: list[Column[VoucherLine]] = [
    Column("number", "Số phiếu", lambda one: one.voucher.number_text, width=13),
    Column(
        "issued_on",
        "Ngày",
        lambda one: short_date(one.voucher.issued_on),
        lambda one: one.voucher.issued_on,
    ),
    Column("kind", "Loại", lambda one: VOUCHER_KIND[one.voucher.kind], width=10),
    _money("amount", "Số tiền", lambda one: one.voucher.amount_dong),
    Column("content", "Nội dung", lambda one: one.voucher.content, width=24),
    Column("voided", "Ghi chú", voided_words, width=18),
]
