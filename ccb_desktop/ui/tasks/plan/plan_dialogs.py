"""Small forms of the plan: a key task, an item."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.tasks.labels import FIELD as TASK_FIELD
from ccb_desktop.domain.tasks.labels import LABELS, RECURRENCE
from ccb_desktop.domain.tasks.plan import KeyTask, TaskItem
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.tasks import plan
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.picker_fields import SuggestField, among
from ccb_desktop.ui.kit.text_fields import LongTextField, NumberField, TextField

_MEASURES = ("buổi", "cuộc", "hội viên", "hộ", "suất", "nhà", "lượt", "ý kiến", "bài", "đồng", "%")


def key_task_dialog(parent: QWidget, store: Store, task: KeyTask) -> FormDialog:
    """A window on a key task; one without an id is new."""
    form = Form()
    form.add(
        [
            TextField("title", LABELS["key_tasks", "title"], required=True, wide=True),
            LongTextField(
                "upper_task",
                TASK_FIELD["upper_task"],
                lines=2,
                hint="Nhiệm vụ này góp vào việc nào của cấp trên, của phường; trống nếu không có",
            ),
            LongTextField("note", FIELD["note"], lines=2),
        ]
    )
    form.set_values({name: getattr(task, name) for name in form.fields})

    def save(values: dict[str, Any], form_id: str) -> Change:
        return plan.save_key_task(store, replace(task, **values), form_id)

    title = "Thêm nhiệm vụ trọng tâm" if task.id is None else "Sửa nhiệm vụ trọng tâm"
    return FormDialog(parent, f"{title} năm {task.year}", form, save, more=task.id is None)


def item_dialog(
    parent: QWidget, store: Store, tasks: Sequence[KeyTask], item: TaskItem
) -> FormDialog:
    """A window on an item of one of these key tasks; one without an id is new."""
    form = Form()
    form.add(
        [
            ChoiceField(
                "key_task_id",
                LABELS["key_tasks", "title"],
                [(task.id, f"{task.number}. {task.title}") for task in tasks],
                required=True,
                wide=True,
            ),
            TextField(
                "what",
                LABELS["task_items", "what"],
                required=True,
                wide=True,
                hint="Ví dụ: Sinh hoạt chi hội định kỳ; Vận động quỹ tình nghĩa",
            ),
            ChoiceField(
                "recurrence", TASK_FIELD["recurrence"], list(RECURRENCE.items()), required=True
            ),
            NumberField(
                "target",
                TASK_FIELD["target"],
                decimals=2,
                hint="Của mỗi đơn vị, mỗi kỳ; trống nếu chỉ xong hay chưa",
            ),
            SuggestField("measure", TASK_FIELD["measure"], among(_MEASURES)),
            LongTextField("expected", TASK_FIELD["expected"], lines=2),
            LongTextField("note", FIELD["note"], lines=2),
        ]
    )
    form.set_values({name: getattr(item, name) for name in form.fields})

    def save(values: dict[str, Any], form_id: str) -> Change:
        target = values["target"]
        exact = {"target": None if target is None else Decimal(target)}
        return plan.save_item(store, replace(item, **(values | exact)), form_id)

    title = "Thêm việc vào kế hoạch" if item.id is None else "Sửa việc trong kế hoạch"
    return FormDialog(parent, title, form, save, more=item.id is None)
