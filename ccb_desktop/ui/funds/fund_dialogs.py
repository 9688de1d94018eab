"""Opening a fund with what it holds, correcting it, closing it."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.funds.funds import Fund, MoneyPlace
from ccb_desktop.domain.funds.labels import FIELD as MONEY_FIELD
from ccb_desktop.domain.funds.labels import FUND_PURPOSE
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.funds.funds import open_fund, save_fund
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.fund_words import FundWords
from ccb_desktop.ui.kit.text_fields import AmountField, TextField

_KEPT = ("name", "purpose", "unit_id", "bank_account", "note")
_OPENING = {MoneyPlace.CASH: "cash_dong", MoneyPlace.BANK: "bank_dong"}


def open_fund_dialog(parent: QWidget, store: Store, words: FundWords) -> FormDialog:
    """A window to open a fund; what it holds is booked as an opening voucher for each place."""
    name, purpose, level, account, note = _fields(words)
    form = Form()
    form.add([name, purpose, level, DayField("opened_on", "Mở từ ngày", required=True)])
    form.add(
        [
            AmountField("cash_dong", "Tồn đầu tiền mặt", hint="Tiền thật có khi bắt đầu ghi ở đây"),
            AmountField("bank_dong", "Tồn đầu tiền gửi ngân hàng"),
            account,
            note,
        ],
        heading="Tiền có sẵn",
    )
    form.set_values({"opened_on": date(words.on.year, 1, 1)})

    def keep(values: dict[str, Any], form_id: str) -> Change:
        opening = {place: values[field] or 0 for place, field in _OPENING.items()}
        fund = Fund(opened_on=values["opened_on"], **{name: values[name] for name in _KEPT})
        return open_fund(store, fund, opening, form_id)

    return FormDialog(parent, "Mở quỹ", form, keep, save_label="Mở quỹ", more=True)


def correct_fund_dialog(
    parent: QWidget, store: Store, words: FundWords, fund: Fund, *, closing: bool = False
) -> FormDialog:
    """A window to correct what is known of a fund, or to close it.

    Args:
        parent: The tab it belongs to.
        store: The books.
        words: The chi hội there are.
        fund: The fund.
        closing: Whether the last day is asked for, and nothing else.
    """
    last = DayField(
        "closed_on",
        MONEY_FIELD["closed_on"],
        required=closing,
        hint="Sau ngày này không ghi phiếu nào nữa. Quỹ phải hết tiền.",
    )
    form = Form()
    form.add([last] if closing else [*_fields(words), last])
    if not closing and fund.closed_on is None:
        last.hide()
    form.set_values({name: getattr(fund, name) for name in (*_KEPT, "closed_on")})
    if closing:
        form.set_values({"closed_on": words.on})

    def keep(values: dict[str, Any], form_id: str) -> Change:
        return save_fund(store, replace(fund, **values), form_id)

    if closing:
        return FormDialog(parent, f"Đóng {fund.name}", form, keep, save_label="Đóng quỹ")
    return FormDialog(parent, f"Sửa {fund.name}", form, keep)


def _fields(words: FundWords) -> list[Field]:
    """Name, purpose, level, bank account, note."""
    return [
        TextField("name", "Tên quỹ", required=True, longest=120),
        ChoiceField(
            "purpose",
            MONEY_FIELD["purpose"],
            list(FUND_PURPOSE.items()),
            required=True,
            none="Chọn mục đích",
            hint="Quỹ mục đích “Chân quỹ” được tính vào số chân quỹ của Hội",
        ),
        ChoiceField("unit_id", "Quỹ của", words.unit_choices(), none="Hội (cấp cơ sở)"),
        TextField("bank_account", MONEY_FIELD["bank_account"]),
        TextField("note", FIELD["note"]),
    ]
