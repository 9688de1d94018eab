"""The cost of an activity: paid out of a fund, or tied to a payment of the cash book."""

from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.activities.lines import ActivityLine
from ccb_desktop.domain.activities.payments import check_payable
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.funds.labels import FIELD as MONEY_FIELD
from ccb_desktop.domain.funds.labels import MONEY_PLACE
from ccb_desktop.domain.funds.lines import VoucherLine
from ccb_desktop.domain.money import format_dong, in_words
from ccb_desktop.domain.printing import short_date
from ccb_desktop.operations.activities import payments
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.activities.words import ActivityWords
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.held_note import HeldNote
from ccb_desktop.ui.kit.posting_dialog import PostingDialog
from ccb_desktop.ui.kit.text_fields import TextField

POST = "Ghi sổ, lập phiếu chi"


def pay_dialog(
    parent: QWidget, store: Store, words: ActivityWords, line: ActivityLine
) -> FormDialog:
    """A window that asks for fund and payee, and posts the payment.

    Raises:
        Invalid, Conflict: As `check_payable`.
    """
    check_payable(line)
    activity, money = line.activity, words.money
    held = HeldNote(store, money)
    form = _pay_form(words, line)
    form.add_widget(held)

    def tell() -> None:
        values = form.values()
        held.tell(values["fund_id"], values["place"], values["issued_on"], -activity.cost_dong)

    def save(values: dict[str, Any], form_id: str) -> Change:
        change, _posted = payments.pay_activity(store, activity.id or 0, form_id=form_id, **values)
        return change

    def question(values: dict[str, Any]) -> str:
        return (
            f"Ghi sổ {format_dong(activity.cost_dong)} đồng chi “{activity.name}”?\n"
            f"{in_words(activity.cost_dong)}. {money.fund_name(values['fund_id'])}, ngày "
            f"{short_date(values['issued_on'])}.\nPhiếu đã ghi sổ không sửa, không xóa; ghi sai "
            "thì hủy bằng phiếu hủy kèm lý do."
        )

    form.changed.connect(tell)
    tell()
    return PostingDialog(
        parent,
        "Chi kinh phí hoạt động",
        form,
        save,
        act=POST,
        question=question,
        intro=f"{activity.name}, {format_dong(activity.cost_dong)} đồng.",
    )


def _pay_form(words: ActivityWords, line: ActivityLine) -> Form:
    """Asks for fund, place, payee and day; a unit most likely pays out of its own fund."""
    activity, offered = line.activity, words.money.fund_choices()
    form = Form()
    form.add(
        [
            ChoiceField("fund_id", MONEY_FIELD["fund_id"], offered, required=True),
            ChoiceField("place", MONEY_FIELD["place"], list(MONEY_PLACE.items()), required=True),
            TextField("payee", "Người nhận tiền", required=True),
            DayField("issued_on", "Ngày chi", required=True),
        ]
    )
    own = [fund.id for fund in words.money.funds if fund.unit_id == activity.unit_id]
    likely = [fund_id for fund_id, _name in offered if fund_id in own]
    form.set_values(
        {
            "fund_id": likely[0] if len(likely) == 1 else None,
            "place": MoneyPlace.CASH,
            "issued_on": activity.held_on,
        }
    )
    return form


def link_dialog(parent: QWidget, store: Store, line: ActivityLine) -> FormDialog:
    """A window that offers the payments around the day of an activity.

    Raises:
        Conflict: It is paid already.
    """
    activity = line.activity
    if activity.cost_dong or line.is_paid:
        check_payable(line)
    offered = payments.list_payments_near(store, activity)
    form = Form()
    form.add(
        [
            ChoiceField(
                "voucher_id",
                "Phiếu chi trong sổ quỹ",
                [(one.voucher.id, voucher_told(one)) for one in offered],
                required=True,
                none="Chọn phiếu chi" if offered else "Không có phiếu chi nào gần ngày ấy",
                wide=True,
            )
        ]
    )

    def save(values: dict[str, Any], form_id: str) -> Change:
        return payments.link_payment(store, activity.id or 0, values["voucher_id"], form_id)

    return FormDialog(
        parent,
        "Gắn phiếu chi có sẵn",
        form,
        save,
        intro=f"{activity.name}. Các phiếu chi trong ba tháng trước và sau ngày "
        f"{short_date(activity.held_on)}; phiếu đúng số tiền đứng trước. Gắn phiếu không ghi thêm "
        "gì vào sổ quỹ.",
        save_label="Gắn phiếu",
    )


def voucher_told(line: VoucherLine) -> str:
    """`PC-2026-0012 · 05/03/2026 · 2.000.000 đồng · Hội nghị tổng kết`."""
    voucher = line.voucher
    return " · ".join(
        (
            voucher.number_text,
            short_date(voucher.issued_on),
            f"{format_dong(voucher.amount_dong)} đồng",
            voucher.content,
        )
    )
