"""The first step of handing out: which items, to whom."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.members.units import UnitKind
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.tasks.plan import TaskItem
from ccb_desktop.domain.tasks.recipients import ALL_UNITS, Receiver
from ccb_desktop.operations.tasks.handing_out import Receivers
from ccb_desktop.ui.kit.choice_fields import ChecklistField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.payer_field import PayerField
from ccb_desktop.ui.kit.widgets import FlowLayout, button

_UNITS, _BOARD, _ITEMS, _MEMBER = "units", "board", "items", "member"


class WhomForm:
    """The form with what is chosen in it."""

    def __init__(
        self, items: Sequence[TaskItem], chosen: Sequence[int], receivers: Receivers
    ) -> None:
        """Build the form.

        Args:
            items: Every item of the plan.
            chosen: The items that are ticked at first.
            receivers: Who can be asked.
        """
        self.form = Form()
        self._receivers = receivers
        self._items = ChecklistField(
            _ITEMS, "Giao việc nào", [(one.id, one.what) for one in items], required=True
        )
        self._items.set_value([one.id for one in items if one.id in chosen])
        self._units = ChecklistField(
            _UNITS,
            "Giao cho đơn vị",
            [(one.unit.id, one.name) for one in receivers.units if one.unit],
        )
        self._board = ChecklistField(
            _BOARD, "Giao cho cán bộ Hội", [(one.person_id, one.name) for one in receivers.board]
        )
        self.member = PayerField(
            _MEMBER, "Giao cho hội viên khác", hint="Gõ tên rồi chọn; trống nếu không có", wide=True
        )
        self.form.add([self._items])
        self.form.add_widget(self._quick_choices())
        self.form.add([self._units])
        if receivers.board:
            self.form.add([self._board])
        self.form.add([self.member])
        self._tick_all(UnitKind.CHI_HOI)
        self.form.settle()

    def problem(self) -> str:
        """What must be chosen first, or nothing; it is shown beside its field."""
        faults = self.form.problems()
        if not faults and self.member.value() and self.member.person_id is None:
            faults = {_MEMBER: "Gõ tên rồi chọn hội viên trong danh sách hiện ra."}
        if not faults and not (self._units.value() or self._board.value() or self.member_id):
            faults = {_UNITS: "Chọn ít nhất một đơn vị hoặc một hội viên để giao việc."}
        self.form.mark(faults)
        return next(iter(faults.values()), "")

    @property
    def item_ids(self) -> tuple[int, ...]:
        """The items that are ticked."""
        return self._items.value()

    @property
    def member_id(self) -> int | None:
        """The member beside the ticked ones, where one was chosen."""
        return self.member.person_id if self.member.value() else None

    def whom(self) -> list[Receiver]:
        """The ticked units and officers."""
        units, board = self._units.value(), self._board.value()
        return [
            *(one for one in self._receivers.units if one.unit and one.unit.id in units),
            *(one for one in self._receivers.board if one.person_id in board),
        ]

    def _quick_choices(self) -> QWidget:
        ground = QWidget()
        flow = FlowLayout(ground, spacing=10)
        for kind, text in ALL_UNITS.items():
            count = len(self._of(kind))
            if count:
                told = f"{text} ({number(count)})"
                flow.addWidget(button(told, partial(self._tick_all, kind)))
        flow.addWidget(button("Bỏ chọn các đơn vị", lambda: self._tick([])))
        return ground

    def _of(self, kind: UnitKind) -> list[int]:
        units = (one.unit for one in self._receivers.units)
        return [unit.id or 0 for unit in units if unit is not None and unit.kind is kind]

    def _tick_all(self, kind: UnitKind) -> None:
        """All of a kind beside what is ticked of other kinds."""
        self._tick([*self._units.value(), *self._of(kind)])

    def _tick(self, unit_ids: Sequence[int]) -> None:
        self._units.set_value(unit_ids)
        self.form.changed.emit()
