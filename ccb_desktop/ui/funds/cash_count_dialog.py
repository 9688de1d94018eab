"""Counting the cash of a fund, held against its book; and what was counted before."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.funds.cash_counts import CashCount, sum_of_pieces
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.funds.labels import FIELD as MONEY_FIELD
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.money import format_dong
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.funds.cash_counts import (
    list_cash_counts,
    remove_cash_count,
    save_cash_count,
)
from ccb_desktop.operations.funds.voucher_lists import balance_on
from ccb_desktop.ui.funds.pieces_field import PiecesField
from ccb_desktop.ui.funds.word_print import print_cash_counts
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.fund_words import FundWords
from ccb_desktop.ui.kit.list_dialog import ListDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.text_fields import AmountField, TextField
from ccb_desktop.ui.kit.widgets import give_role, label


class CashCountDialog(FormDialog):
    """Notes are counted, or only their sum is written; the difference is seen at once."""

    def __init__(
        self, parent: QWidget, store: Store, words: FundWords, fund_id: int | None = None
    ) -> None:
        """Build the dialog; show it with `open()`.

        Args:
            parent: The tab it belongs to.
            store: The books.
            words: The funds there are.
            fund_id: The fund, where it is known.
        """
        self._store = store
        self._told = label("")
        self._pieces = PiecesField("pieces", "Số tờ từng loại tiền")
        self._counted = AmountField(
            "counted_dong",
            MONEY_FIELD["counted_dong"],
            required=True,
            hint="Ghi số tờ ở dưới thì tự cộng",
        )
        form = Form()
        form.add([*_head(words), self._counted])
        form.add_widget(self._told)
        form.add([self._pieces])
        form.add(_foot())
        form.set_values({"fund_id": fund_id, "counted_on": words.on})
        super().__init__(parent, "Kiểm kê quỹ", form, self._keep, save_label="Ghi biên bản kiểm kê")
        self._pieces.changed.connect(self._add_up)
        form.changed.connect(self._compare)
        self.renewed.connect(self._compare)
        self._compare()

    def _add_up(self) -> None:
        self._counted.set_value(sum_of_pieces(self._pieces.value()))
        self._compare()

    def _compare(self) -> None:
        """What the book says, and how far the counted cash is from it."""
        values = self.form.values()
        fund_id, day, counted = values["fund_id"], values["counted_on"], values["counted_dong"]
        if fund_id is None or day is None:
            self._told.setText("")
            return
        book = balance_on(self._store, fund_id, MoneyPlace.CASH, day)
        told = f"Tồn tiền mặt theo sổ đến hết ngày {short_date(day)}: {number(book)} đồng."
        if counted is not None:
            told += f" {difference_told(counted - book)}"
        give_role(self._told, "problem" if counted not in (None, book) else "")
        self._told.setText(told)

    def _keep(self, values: dict[str, Any], form_id: str) -> Change:
        return save_cash_count(self._store, CashCount(book_dong=0, **values), form_id)[0]


def difference_told(difference_dong: int) -> str:
    """`Khớp sổ.`, `Thừa 5.000 đồng so với sổ.`, `Thiếu …`."""
    if not difference_dong:
        return "Khớp sổ."
    which = "Thừa" if difference_dong > 0 else "Thiếu"
    return f"{which} {format_dong(abs(difference_dong))} đồng so với sổ."


def _head(words: FundWords) -> list[ChoiceField | DayField]:
    return [
        ChoiceField(
            "fund_id",
            MONEY_FIELD["fund_id"],
            words.fund_choices(),
            required=True,
            none="Chọn quỹ",
        ),
        DayField("counted_on", MONEY_FIELD["counted_on"], required=True),
    ]


def _foot() -> list[TextField]:
    return [
        TextField("counted_by", MONEY_FIELD["counted_by"]),
        TextField("witness", MONEY_FIELD["witness"]),
        TextField(
            "reason",
            "Lý do chênh lệch",
            wide=True,
            hint="Phải ghi khi tiền đếm được khác sổ. Kiểm kê không tự sửa sổ.",
        ),
    ]


class CashCountsDialog(ListDialog):
    """What was counted so far, of one fund or of all."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        store: Store,
        words: FundWords,
    ) -> None:
        """Build the window; show it with `open()`.

        Args:
            parent: The tab it belongs to.
            desk: Where acts are told.
            store: The books.
            words: The funds there are.
        """
        super().__init__(parent, "Các lần kiểm kê quỹ")
        self._desk = desk
        self._store = store
        self.table: RecordTable[CashCount] = RecordTable(
            "cash-counts",
            _columns(words),
            id_of=lambda count: count.id,
            acts=[
                Act("In biên bản", self._print, needs="some", icon="print", main=True, reads=True),
                Act(
                    "Bỏ lần kiểm kê",
                    self._remove,
                    icon="delete",
                    shortcut="Delete",
                    duties=(Duty.MONEY, Duty.INSPECTION),
                ),
            ],
            noun="lần kiểm kê",
            empty=EmptyText("Chưa kiểm kê lần nào", "Bấm “Kiểm kê” ở thẻ Các quỹ."),
            state=desk.state,
        )
        self.show_list(self.table, list_cash_counts(store))

    def _print(self, chosen: Sequence[CashCount]) -> None:
        print_cash_counts(self, self._desk, self._store, [count.id or 0 for count in chosen])

    def _remove(self, chosen: Sequence[CashCount]) -> None:
        try:
            change = remove_cash_count(self._store, chosen[0].id or 0)
        except UserError as error:
            messages.tell(self, error)
            return
        self._desk.broadcast.send(change)
        self.table.set_lines(list_cash_counts(self._store))


def _day(count: CashCount) -> date:
    return count.counted_on


def _columns(words: FundWords) -> list[Column[CashCount]]:
    def money(name: str, text: str, dong_of: Callable[[CashCount], int]) -> Column[CashCount]:
        return Column(
            name, text, lambda count: number(dong_of(count)), dong_of, align="right", width=12
        )

    return [
        Column(
            "counted_on",
            MONEY_FIELD["counted_on"],
            lambda count: short_date(count.counted_on),
            _day,
            width=11,
        ),
        Column("fund", MONEY_FIELD["fund_id"], lambda c: words.fund_name(c.fund_id), width=22),
        money("book", MONEY_FIELD["book_dong"], lambda count: count.book_dong),
        money("counted", MONEY_FIELD["counted_dong"], lambda count: count.counted_dong),
        money("difference", "Chênh lệch", lambda count: count.difference_dong),
        Column("counted_by", MONEY_FIELD["counted_by"], lambda count: count.counted_by, width=18),
        Column("reason", FIELD["reason"], lambda count: count.reason, width=22),
    ]
