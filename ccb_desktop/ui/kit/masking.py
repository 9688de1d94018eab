"""Whether numbers leave masked: a tick beside what writes, or a question before it is written.

    ask_masking(self, store, "In phiếu hội viên", lambda masked: …)

Public: `mask_tick(store)`, `ask_masking(page, store, title, then)`, and `see_withdrawn(page,
names, then)` before sensitive data of people leaves who took their consent back.
"""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from ccb_desktop.domain.masking import MASK_HINT, MASK_TICK, WHOLE_ADVICE
from ccb_desktop.domain.members.consent import withdrawal_warning
from ccb_desktop.domain.users.seeing import sees_all
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit import messages
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
    withdrawn: Sequence[str] = (),
) -> None:
    """Ask, anew every time; for who only reads they are masked without a question.

    Args:
        page: The page, or dialog, it belongs to.
        store: The books.
        title: What is written, as `In phiếu hội viên`.
        then: Gets whether numbers are masked.
        hint: What the tick hides besides.
        withdrawn: Names of those in it who took their consent back.
    """
    if withdrawn:
        see_withdrawn(page, withdrawn, lambda: ask_masking(page, store, title, then, hint=hint))
        return
    if not sees_all(store.user):
        then(True)
        return
    form = Form()
    form.add([YesNoField("masked", MASK_TICK, hint=hint, wide=True)])
    form.set_values({"masked": True})

    def go_on(values: dict[str, Any], _form_id: str) -> None:
        then(values["masked"] is not False)

    FormDialog(page, title, form, go_on, intro=WHOLE_ADVICE, save_label="Tiếp tục").open()


def see_withdrawn(page: QWidget, names: Sequence[str], then: Callable[[], object]) -> None:
    """Where somebody took his consent back, say who, and go on only if that is wanted."""
    if not names:
        then()
        return
    messages.ask(
        page,
        f"Có người đã rút đồng ý.\n{withdrawal_warning(names)}",
        [("Vẫn ghi", then)],
        stay="Thôi, không ghi",
        stay_is_usual=True,
        drawing="warning",
    )
