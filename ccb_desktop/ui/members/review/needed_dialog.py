"""The dialog in which the officer ticks what every record should have."""

from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.record_gaps.needed import CHOOSABLE
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.record_gaps import choose_needed, needed_fields
from ccb_desktop.ui.kit.choice_fields import ChecklistField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog

_HEIGHT = 27  # in heights of a line of text


def needed_dialog(parent: QWidget, store: Store) -> FormDialog:
    """The dialog, filled in with what is asked for now."""
    form = Form()
    choices = [(name, FIELD[name]) for name in CHOOSABLE]
    form.add([ChecklistField("needed", "Hồ sơ nào cũng cần có", choices)])
    form.set_values({"needed": needed_fields(store)})

    def keep(values: dict[str, Any], form_id: str) -> Change:
        return choose_needed(store, values["needed"], form_id)

    dialog = FormDialog(
        parent,
        "Chọn mục cần có",
        form,
        keep,
        intro="Hồ sơ thiếu một trong các mục được đánh dấu thì kể là còn thiếu. "
        "Ngày chính thức chỉ hỏi ở đảng viên.",
    )
    _make_higher(dialog)
    return dialog


def _make_higher(dialog: FormDialog) -> None:
    """Room for the rows into which the boxes flow, which a form does not foresee."""
    most = round(dialog.screen().availableSize().height() * 0.92)
    dialog.resize(dialog.width(), min(dialog.fontMetrics().height() * _HEIGHT, most))
