"""Whether numbers leave masked: a tick beside what writes, or a question before it is written.

    ask_masking(self, store, "In phiếu hội viên", lambda masked: …)

Public: `mask_tick(store)`, `ask_masking(page, store, title, then)`.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from ccb_desktop.domain.masking import MASK_HINT, MASK_TICK, WHOLE_ADVICE
from ccb_desktop.domain.users.seeing import sees_all
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit.choice_fields import YesNoField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog


def mask_tick(store: Store) -> QCheckBox:
    """The tick, set; who only reads cannot take it away."""
    tick = QCheckBox(MASK_TICK)
    tick.setChecked(True)
    let_read_only_be(tick, store)
    return tick


def let_read_only_be(tick: QCheckBox, store: Store) -> None:
    """Who only reads sees the tick set, and why it stays so."""
    may = sees_all(store.user)
    tick.setEnabled(may)
    tick.setToolTip("" if may else "Người xem chỉ ghi được giấy tờ che số.")


def ask_masking(
    page: QWidget,
    store: Store,
    title: str,
    then: Callable[[bool], None],
    *,
    hint: str = MASK_HINT,
) -> None:
    """Ask, anew every time; for who only reads they are masked without a question.

    Args:
        page: The page, or dialog, it belongs to.
        store: The books.
        title: What is written, as `In phiếu hội viên`.
        then: Gets whether numbers are masked.
        hint: What the tick hides besides.
    """
    if not sees_all(store.user):
        then(True)
        return
    form = Form()
    form.add([YesNoField("masked", MASK_TICK, hint=hint, wide=True)])
    form.set_values({"masked": True})

    def go_on(values: dict[str, Any], _form_id: str) -> None:
        then(values["masked"] is not False)

    FormDialog(page, title, form, go_on, intro=WHOLE_ADVICE, save_label="Tiếp tục").open()
