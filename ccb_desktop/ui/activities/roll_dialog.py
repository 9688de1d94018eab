"""Calling the roll of a meeting: everybody is there until he is marked otherwise."""

from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.activities.roll_call import everybody_present
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.printing import short_date
from ccb_desktop.operations.activities import attendance
from ccb_desktop.operations.activities.attendance import RollCall
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.activities.roll_field import ROLL, RollField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.widgets import give_role

_OF_SCREEN = 0.95  # how much of its height the window takes


class RollDialog(FormDialog):
    """The sentence above the list tells at once whether enough are there."""

    def __init__(self, parent: QWidget, store: Store, roll: RollCall) -> None:
        """Build the dialog; show it with `open()`.

        Args:
            parent: The tab it belongs to.
            store: The books.
            roll: The meeting and whom it names.
        """
        self._store = store
        self._activity = roll.line.activity
        called = roll.called if roll.is_kept else everybody_present(roll.called)
        self.roll = RollField(called)
        form = Form()
        form.add([self.roll])
        form.let_grow(ROLL)
        super().__init__(
            parent,
            f"Điểm danh: {self._activity.name} ({short_date(self._activity.held_on)})",
            form,
            self._write,
            save_label="Lưu điểm danh",
        )
        give_role(self._intro, "heading")
        self.resize(self.width(), round(self.screen().availableSize().height() * _OF_SCREEN))
        form.changed.connect(self._tell)
        self.renewed.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        self.set_intro(self.roll.quorum.brief)
        self._intro.setToolTip(self.roll.quorum.told)

    def _write(self, values: dict[str, Any], form_id: str) -> Change:
        return attendance.save_roll_call(self._store, self._activity.id or 0, values[ROLL], form_id)
