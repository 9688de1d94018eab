"""Asking whose data is erased and by what decision, with all that goes and all that stays."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.people_names import Query, match_key
from ccb_desktop.domain.personal_data.erasure import GOES, STAYS, Departed
from ccb_desktop.domain.printing import number
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.personal_data import erasing
from ccb_desktop.operations.personal_data.erasing import ErasurePlan
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.picker_fields import PickerField, Provider, SuggestField, Suggestion, among
from ccb_desktop.ui.kit.text_fields import TextField
from ccb_desktop.ui.kit.widgets import label

_REASONS = ("Theo đề nghị của gia đình", "Theo đơn của người đã chuyển đi", "Theo đơn xin ra Hội")
_FIRST = "Chọn người đã rời Hội, rồi đọc ở dưới: điều gì mất hẳn, điều gì giữ lại."


def erase_dialog(parent: QWidget, store: Store, people: Sequence[Departed]) -> FormDialog:
    """A window in which somebody's data is erased; what binds him still is told there."""
    picker = PickerField(
        "person",
        FIELD["full_name"],
        _provider(people),
        what="người",
        required=True,
        hint="Gõ vài chữ của tên rồi chọn",
        wide=True,
    )
    form = Form()
    form.add(
        [
            picker,
            TextField("decision_no", "Số quyết định, số đơn", required=True, hint="15/QĐ-CCB"),
            SuggestField("reason", FIELD["reason"], among(_REASONS), required=True, wide=True),
        ]
    )

    note = label("")
    form.add_widget(note)

    def save(values: dict[str, Any], form_id: str) -> Change:
        return erasing.erase(
            store, values["person"], values["decision_no"], values["reason"], form_id
        )

    dialog = FormDialog(
        parent,
        "Xóa dữ liệu cá nhân",
        form,
        save,
        intro=_FIRST,
        save_label="Xóa dữ liệu, không lấy lại được",
        can_come_back=False,
    )

    def tell() -> None:
        person_id = picker.value()
        note.setText("" if person_id is None else told(_plan(store, person_id)))

    picker.changed.connect(tell)
    return dialog


def _provider(people: Sequence[Departed]) -> Provider:
    names = [one.name for one in people]
    keys = [match_key(name) for name in names]

    def provide(typed: str) -> list[Suggestion]:
        return [_suggestion(people[place]) for place in Query(typed).select(keys, names)]

    return provide


def _suggestion(one: Departed) -> Suggestion:
    return Suggestion(one.person_id, one.name, f"sinh {one.born_on}" if one.born_on else "")


def _plan(store: Store, person_id: int) -> ErasurePlan | str:
    try:
        return erasing.plan_erasure(store, person_id)
    except UserError as error:
        return str(error)


def told(plan: ErasurePlan | str) -> str:
    """What an erasure does, in plain words; or why it cannot be done."""
    if isinstance(plan, str):
        return plan
    if plan.bonds:
        return "\n".join(("CHƯA XÓA ĐƯỢC:", *(f"- {bond}" for bond in plan.bonds)))
    counted = (
        f"{number(plan.files)} ảnh, giấy tờ; tên của {number(plan.relatives)} thân nhân; "
        f"{number(plan.lines)} dòng nhật ký"
    )
    goes = "\n".join(f"- {one}" for one in GOES)
    stays = "\n".join(f"- {one}" for one in STAYS)
    return (
        f"{plan.name} sẽ mang tên “{plan.becomes}”.\n"
        f"MẤT HẲN ({counted}):\n{goes}\nGIỮ LẠI:\n{stays}"
    )
