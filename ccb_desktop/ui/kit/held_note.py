"""A line that says what a fund holds and what will be left, while money is being entered.

Public: `HeldNote(store, words)` with `tell(fund_id, place, day, change_dong)` and `forget()`.
"""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.funds.labels import PLACE_OF_MONEY
from ccb_desktop.domain.money import format_dong
from ccb_desktop.domain.printing import short_date
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.funds.voucher_lists import balance_on
from ccb_desktop.ui.kit.fund_words import FundWords
from ccb_desktop.ui.kit.widgets import give_role, label


class HeldNote(QWidget):
    """Red where money lacks; the balance is read once for each fund, place and day."""

    def __init__(self, store: Store, words: FundWords) -> None:
        super().__init__()
        self._store = store
        self._words = words
        self._held: tuple[Any, int] = (None, 0)
        self._told = label("", "soft")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._told)

    def text(self) -> str:
        """What is said."""
        return self._told.text()

    def forget(self) -> None:
        """Something was posted: read again."""
        self._held = (None, 0)

    def tell(
        self, fund_id: int | None, place: MoneyPlace | None, day: date | None, change_dong: int
    ) -> None:
        """Say what is there, and what will be when `change_dong` has come, or gone if below 0."""
        if fund_id is None or place is None or day is None:
            self._told.setText("")
            return
        asked = (fund_id, place, day)
        if self._held[0] != asked:
            self._held = (asked, balance_on(self._store, fund_id, MoneyPlace(place), day))
        held, after = self._held[1], self._held[1] + change_dong
        where = PLACE_OF_MONEY[place].lower()
        name = self._words.fund_name(fund_id)
        told = f"{name}, {where}: có {format_dong(held)} đồng đến hết ngày {short_date(day)}."
        lacks = change_dong < 0 and after < 0
        if lacks:
            told += f" Thiếu {format_dong(-after)} đồng nên không ghi sổ được."
        elif change_dong:
            told += f" Ghi sổ xong còn {format_dong(after)} đồng."
        give_role(self._told, "problem" if lacks else "soft")
        self._told.setText(told)
