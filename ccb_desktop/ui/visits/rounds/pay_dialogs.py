"""The windows in which a round is paid, absentees give back, and a payment is voided."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.money import format_dong, in_words
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.domain.visits.rounds import Handed
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.visits import round_payments
from ccb_desktop.operations.visits.rounds import RoundFile
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.picker_fields import SuggestField, among
from ccb_desktop.ui.kit.posting_dialog import PostingDialog
from ccb_desktop.ui.visits.rounds.lines import RecipientLine

PAY = "Ghi sổ, chi quà"
"""What the button says where a round is paid."""

_STAYS = "Phiếu đã ghi sổ không sửa, không xóa; ghi sai thì hủy bằng phiếu hủy kèm lý do."
_REASONS = ("Ghi nhầm số tiền", "Ghi nhầm quỹ", "Ghi nhầm ngày", "Chưa phát quà")


def pay_dialog(
    parent: QWidget, store: Store, file: RoundFile, some: Sequence[RecipientLine] | None = None
) -> FormDialog:
    """A window that asks for the day, and then once more before it is booked.

    Args:
        parent: The tab it belongs to.
        store: The books.
        file: The round.
        some: Those who came later; everybody who is not absent when `None`.
    """
    lines = [
        one.line
        for one in (file.listed if some is None else some)
        if one.handed is Handed.LISTED or (some is not None and one.handed is Handed.ABSENT)
    ]
    ids = None if some is None else [line.id or 0 for line in lines]
    total = sum(line.amount_dong for line in lines)
    who = lines[0].recipient if len(lines) == 1 else f"{number(len(lines))} người"

    def save(values: dict[str, Any], form_id: str) -> Change:
        change, _payment = round_payments.pay_round(
            store, file.round.id or 0, values["on"], ids, form_id
        )
        return change

    def question(values: dict[str, Any]) -> str:
        day = short_date(values["on"])
        if not total or not file.fund_name:
            return f"Ghi {who} đã nhận quà ngày {day}?\nKhông có phiếu chi nào trong sổ quỹ."
        return (
            f"Ghi sổ chi {format_dong(total)} đồng cho {who}?\n{in_words(total)}. "
            f"{file.fund_name}, ngày {day}. {_STAYS}"
        )

    return PostingDialog(
        parent,
        f"Chi quà: {file.round.title}",
        _day_form("Ngày phát quà", file.round.planned_on),
        save,
        act=PAY,
        question=question,
        intro=_told(file, who, total),
    )


def _told(file: RoundFile, who: str, total: int) -> str:
    said = f"{who}, cộng {format_dong(total)} đồng."
    if file.held_dong is None:
        return f"{said} Đợt này không qua sổ quỹ."
    after = file.held_dong - total
    said += f" {file.fund_name} hiện có {format_dong(file.held_dong)} đồng"
    return f"{said}, " + (
        f"chi xong còn {format_dong(after)} đồng."
        if after >= 0
        else f"THIẾU {format_dong(-after)} đồng."
    )


def absent_dialog(
    parent: QWidget, store: Store, file: RoundFile, paid: Sequence[RecipientLine]
) -> FormDialog:
    """A window that asks for the day on which absentees' money comes back, and once more."""
    total = sum(one.line.amount_dong for one in paid)
    who = paid[0].line.recipient if len(paid) == 1 else f"{number(len(paid))} người"
    first = max(one.listed.visit.visited_on for one in paid if one.listed.visit is not None)

    def save(values: dict[str, Any], form_id: str) -> Change:
        ids = [one.line.id or 0 for one in paid]
        change, _receipts = round_payments.mark_absent(
            store, file.round.id or 0, ids, values["on"], form_id
        )
        return change

    def question(values: dict[str, Any]) -> str:
        return (
            f"Ghi sổ thu lại {format_dong(total)} đồng của {who} vắng mặt?\n"
            f"Ngày {short_date(values['on'])}. Các lượt quà ấy thôi tính từ ngày này. {_STAYS}"
        )

    return PostingDialog(
        parent,
        "Vắng mặt sau khi đã chi",
        _day_form("Ngày hoàn tiền", max(first, file.round.paid_on or first)),
        save,
        act="Ghi sổ, hoàn tiền",
        question=question,
        intro=f"{who} không nhận quà: hoàn {format_dong(total)} đồng về quỹ bằng một phiếu thu.",
    )


def void_dialog(parent: QWidget, store: Store, file: RoundFile) -> FormDialog:
    """A window that asks why everything that a round paid is taken back."""
    sums = file.sums
    form = Form()
    form.add([SuggestField("reason", FIELD["reason"], among(_REASONS), required=True, wide=True)])

    def save(values: dict[str, Any], form_id: str) -> Change:
        return round_payments.void_round(store, file.round.id or 0, values["reason"], form_id)

    return FormDialog(
        parent,
        "Hủy chi cả đợt",
        form,
        save,
        intro=f"Hủy chi {format_dong(sums.received_dong)} đồng của {number(sums.received)} người. "
        "Sổ giữ cả phiếu cũ và phiếu hủy ghi ngược lại; các lượt quà này thôi tính từ hôm nay, "
        "danh sách còn nguyên để chi lại.",
        save_label="Hủy chi",
    )


def _day_form(text: str, usual: date) -> Form:
    form = Form()
    form.add([DayField("on", text, required=True)])
    form.set_values({"on": min(usual, date.today())})
    return form
