"""Set one field of many people: which, to what, and the list of what will change."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.bulk.edits import SETS, BulkEdit, BulkPlan, Subject, Way, plan_edit
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.printing import number
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.members.bulk import edit_many
from ccb_desktop.ui.kit.background import Background
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.members.bulk_fields import WAYS, chosen_value, said, value_fields
from ccb_desktop.ui.members.columns import printed
from ccb_desktop.ui.members.many_dialog import (
    ManyDialog,
    Outlook,
    PlanLine,
    counted,
    refused_lines,
)
from ccb_desktop.ui.members.words import RosterWords

_FIELD, _WAY = "_field", "_way"
_INTRO = "Đang chọn {} người. Để trống giá trị mới là xóa ô ấy."


class BulkEditDialog(ManyDialog):
    """Asks for a field and its new value, and shows old and new of everybody."""

    def __init__(
        self,
        parent: QWidget,
        store: Store,
        words: RosterWords,
        subjects: Sequence[Subject],
        field: str,
        background: Background,
    ) -> None:
        """Build the window; show it with `open()`.

        Args:
            parent: The page it belongs to.
            store: The books.
            words: Code lists and the day of today.
            subjects: The people chosen.
            field: The field that is chosen at first; empty for none.
            background: Saves while the window waits.
        """
        self._store = store
        self._words = words
        self._subjects = subjects
        self._values = {one.name: one for one in value_fields(words)}
        choices = [(one.name, one.text) for one in self._values.values()]
        self._which = ChoiceField(
            _FIELD, "Mục cần sửa", choices, none="Chọn một mục", required=True
        )
        self._way = ChoiceField(_WAY, "Cách sửa", WAYS, none="Chọn cách sửa", required=True)
        self._way.set_value(Way.ADD)
        form = Form()
        form.add([self._which, self._way])
        form.add(list(self._values.values()))
        self._which.set_value(field or None)
        self._which.changed.connect(self._ask)
        self._ask()
        intro = _INTRO.format(number(len(subjects)))
        title = "Sửa một mục của nhiều người"
        super().__init__(parent, title, form, background, intro=intro, save_label="Sửa")

    def _ask(self) -> None:
        """Show the editor of the chosen field only."""
        chosen = self._which.value()
        for name, one in self._values.items():
            one.setVisible(name == chosen)
        self._way.setVisible(chosen in SETS)

    def _plan(self) -> BulkPlan | None:
        chosen = self._values.get(self._which.value() or "")
        if chosen is None or chosen.problem():
            return None
        way = (self._way.value() or Way.ADD) if chosen.name in SETS else Way.SET
        own = self._words.own_field(chosen.name)
        edit = BulkEdit(chosen.name, chosen_value(chosen), way, own)
        return plan_edit(edit, self._subjects, self._words.on)

    def _outlook(self, values: dict[str, Any]) -> Outlook:
        plan = self._plan()
        if plan is None:
            return Outlook("Chọn mục và ghi giá trị mới")
        name = plan.edit.field
        changed = [
            PlanLine(
                one.subject.person.id or 0,
                one.subject.person.full_name,
                printed(one.subject.person.born_on),
                said(name, one.before, self._words),
                said(name, one.after, self._words),
            )
            for one in plan.changes
        ]
        sentence = counted(
            (len(changed), "Sẽ sửa {} người"),
            (plan.unchanged, "{} người đã đúng như vậy"),
            (len(plan.refusals), "{} người không sửa được"),
        )
        lines = [*refused_lines(plan.refusals, "Không sửa được"), *changed]
        return Outlook(sentence, lines, f"Sửa {number(len(changed))} người" if changed else "")

    def _act(self, values: dict[str, Any], form_id: str) -> Callable[[], Change]:
        plan = self._plan()
        if plan is None:
            raise Invalid({_FIELD: "Chọn mục cần sửa."})
        if not plan.changes:
            raise Invalid({plan.edit.field: "Không có ai thay đổi. Xem lại giá trị mới."})
        return partial(edit_many, self._store, plan, form_id)
