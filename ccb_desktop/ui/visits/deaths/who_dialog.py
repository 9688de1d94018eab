"""Asking whose death it is, before the guided window opens."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.payer_field import PayerField, load_payers


def who_dialog(
    parent: QWidget, desk: Desk, store: Store, then: Callable[[int], object]
) -> FormDialog:
    """A window that asks for somebody in the books, and goes on with his id."""
    field = PayerField(
        "full_name",
        FIELD["full_name"],
        required=True,
        hint="Gõ vài chữ của tên rồi chọn",
        wide=True,
    )
    form = Form()
    form.add([field])

    def go_on(_values: dict[str, Any], _form_id: str) -> None:
        if field.person_id is None:
            raise Invalid({"full_name": "Chọn một người trong danh sách hiện ra khi gõ tên."})
        dialog.accepted.connect(lambda person_id=field.person_id: then(person_id))

    dialog = FormDialog(
        parent,
        "Ghi việc tang",
        form,
        go_on,
        intro="Chọn người từ trần trong danh sách hội viên, thành viên CLB, thân nhân đã có hồ sơ.",
        save_label="Tiếp tục",
    )
    load_payers(field, desk, store, date.today())
    return dialog
