"""The events of two memberships that become one: which are kept, and what speaks against it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from ccb_desktop.domain.members.memberships import MembershipEvent
from ccb_desktop.domain.merging.courses import Asked
from ccb_desktop.domain.merging.fields import Side
from ccb_desktop.ui.kit.widgets import clear, column, label

_OF = {Side.KEPT: "hồ sơ giữ lại", Side.OTHER: "hồ sơ kia", Side.BOTH: "cả hai hồ sơ"}


class CompareEvents(QWidget):
    """One box to tick for each event."""

    changed = Signal()

    def __init__(self, say: Callable[[MembershipEvent], str]) -> None:
        super().__init__()
        self._say = say
        self._boxes: dict[int, QCheckBox] = {}
        self._body = column(self, spacing=2)

    @property
    def left_out(self) -> set[int]:
        """The events that are not kept."""
        return {event_id for event_id, box in self._boxes.items() if not box.isChecked()}

    def ask(self, asked: Sequence[Asked]) -> None:
        """Show these events; what was ticked before stays."""
        before = {event_id: box.isChecked() for event_id, box in self._boxes.items()}
        clear(self._body)
        self._boxes = {}
        for one in asked:
            event_id = one.event.id or 0
            box = QCheckBox(f"Giữ: {self._say(one.event)} ({_OF[one.side]})")
            box.setAccessibleName(box.text())
            box.setChecked(before.get(event_id, one.keep))
            box.toggled.connect(self.changed)
            self._boxes[event_id] = box
            self._body.addWidget(box)
            if one.doubt:
                self._body.addWidget(label(one.doubt, "warning"))
        self.setVisible(bool(asked))
