"""The question within how many days somebody sick shall be visited."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.operations.branch import Store, load_branch, save_branch
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.text_fields import NumberField


def ask_for_sick_days(parent: QWidget, desk: Desk, store: Store) -> None:
    """Ask, and keep the answer for the whole branch."""
    form = Form()
    form.add(
        [
            NumberField(
                "sick_visit_days",
                "Thăm người ốm trong vòng (ngày)",
                least=1,
                most=365,
                required=True,
                hint="Chưa thăm lần nào, hay lần gần nhất đã quá số ngày này, thì được nhắc",
            )
        ]
    )
    form.set_values({"sick_visit_days": load_branch(store).sick_visit_days})

    def keep(values: dict[str, Any], _form_id: str) -> Change:
        return save_branch(store, replace(load_branch(store), **values))

    dialog = FormDialog(parent, "Hạn thăm người ốm", form, keep)
    dialog.saved.connect(desk.broadcast.send)
    dialog.open()
