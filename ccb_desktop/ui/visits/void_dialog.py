"""Voiding the payment of a visit: why, and what goes with it."""

from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.money import format_dong
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.visits.lines import VisitLine
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.visits import visits
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.picker_fields import SuggestField, among

_REASONS = ("Ghi nhầm số tiền", "Ghi nhầm người", "Ghi trùng", "Không đi thăm", "Trả lại tiền")


def void_dialog(parent: QWidget, store: Store, line: VisitLine) -> FormDialog:
    """A window that asks for the reason, and tells all that was paid by the same voucher.

    Raises:
        Conflict, NotFound: As `operations.visits.visits.sharing_payment`.
    """
    visit_id = line.visit.id or 0
    along = visits.sharing_payment(store, visit_id)
    total = sum(visit.amount_dong for visit in along)
    form = Form()
    form.add([SuggestField("reason", FIELD["reason"], among(_REASONS), required=True, wide=True)])

    def save(values: dict[str, Any], form_id: str) -> Change:
        return visits.void_visit(store, visit_id, values["reason"], form_id)

    return FormDialog(
        parent,
        "Hủy phiếu chi thăm hỏi",
        form,
        save,
        intro=f"Hủy phiếu {line.payment}, {format_dong(total)} đồng của {number(len(along))} lượt "
        "thăm. Sổ giữ cả phiếu cũ và phiếu hủy ghi ngược lại; tiền trở về quỹ, các lượt thăm này "
        "thôi tính từ hôm nay.",
        save_label="Hủy phiếu chi",
    )
