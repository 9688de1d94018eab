"""The window Gửi phiếu việc: on paper or as forms that come back, to whom."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.tasks.checklists import Checklist
from ccb_desktop.operations.tasks.checklists import Key
from ccb_desktop.ui.kit.choice_fields import ChecklistField, ChoiceField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.widgets import FlowLayout, button

FORM, PAPER = "form", "paper"
"""An Excel form for each; one Word file with a paper for each."""

_KINDS = (
    (FORM, "Phiếu Excel: điền trên máy rồi gửi lại, mỗi đơn vị một tệp"),
    (PAPER, "Phiếu giấy: một tệp Word để in, điền bằng bút"),
)
_KIND, _WHOM = "kind", "whom"

Then = Callable[[str, list[Key]], object]
"""Gets the kind and whose checklists are wanted."""


class SendDialog(FormDialog):
    """Asks; where the files are written is asked after it."""

    def __init__(
        self, parent: QWidget, found: Sequence[Checklist], seen: Key | None, then: Then
    ) -> None:
        """Build the window; show it with `open()`.

        Args:
            parent: The tab it belongs to.
            found: All checklists of the period; at least one.
            seen: Whose is seen just now.
            then: What is done with the choice.
        """
        self._then = then
        kind = ChoiceField(_KIND, "Loại phiếu", list(_KINDS), required=True, wide=True)
        kind.set_value(FORM)
        self._keys = [one.recipient.key for one in found]
        self._whom = ChecklistField(
            _WHOM,
            "Của đơn vị nào",
            [
                (place, f"{one.recipient.name} ({len(one.lines)} việc)")
                for place, one in enumerate(found)
            ],
            required=True,
        )
        form = Form()
        form.add([kind])
        form.add_widget(self._quick_choices(seen))
        form.add([self._whom])
        self._tick(range(len(self._keys)))
        form.settle()
        super().__init__(
            parent,
            f"Gửi phiếu việc {found[0].span.name}",
            form,
            self._send,
            intro="Phiếu có việc đến hạn trong kỳ, việc kéo dài qua kỳ, việc trước đó chưa xong.",
            save_label="Chọn nơi ghi…",
        )

    def _quick_choices(self, seen: Key | None) -> QWidget:
        ground = QWidget()
        flow = FlowLayout(ground, spacing=10)
        flow.addWidget(button("Tất cả", lambda: self._tick(range(len(self._keys)))))
        if seen in self._keys:
            own = self._keys.index(seen)
            flow.addWidget(button("Chỉ đơn vị đang xem", lambda: self._tick([own])))
        flow.addWidget(button("Bỏ chọn hết", lambda: self._tick([])))
        return ground

    def _tick(self, places: Sequence[int]) -> None:
        self._whom.set_value(list(places))

    def _send(self, values: dict[str, Any], _form_id: str) -> None:
        self._then(values[_KIND], [self._keys[place] for place in values[_WHOM]])
