"""Voiding the receipts behind gifts: why, and what goes with them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.money import format_dong
from ccb_desktop.domain.printing import number
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.funds import contributions
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.picker_fields import SuggestField, among

_REASONS = ("Ghi nhầm số tiền", "Ghi nhầm người", "Ghi nhầm đợt", "Ghi trùng", "Trả lại tiền")


def void_dialog(parent: QWidget, store: Store, gift_ids: Sequence[int]) -> FormDialog:
    """A window that asks for the reason, and tells all that stands on the same receipts.

    Raises:
        NotFound: Some gifts are not there any more.
    """
    along = contributions.sharing_receipts(store, gift_ids)
    receipts = {gift.voucher_id for gift in along}
    total = sum(gift.amount_dong for gift in along)
    form = Form()
    form.add([SuggestField("reason", FIELD["reason"], among(_REASONS), required=True, wide=True)])

    def save(values: dict[str, Any], form_id: str) -> Change:
        return contributions.void_contributions(store, gift_ids, values["reason"], form_id)

    return FormDialog(
        parent,
        "Hủy phiếu thu ủng hộ",
        form,
        save,
        intro=f"Hủy {number(len(receipts))} phiếu thu, {format_dong(total)} đồng của "
        f"{number(len(along))} người. Sổ giữ cả phiếu cũ và phiếu hủy ghi ngược lại; các khoản "
        "này thôi tính từ hôm nay.",
        save_label="Hủy phiếu thu",
    )
