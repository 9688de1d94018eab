"""Small forms of what was handed out: one assignment, the same for many."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.tasks.labels import FIELD as TASK_FIELD
from ccb_desktop.domain.tasks.labels import LABELS
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.domain.tasks.periods import Recurrence, periods_of
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.tasks import handing_out
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.text_fields import LongTextField, NumberField, TextField

_PERIODS = [(period, period.label) for kind in Recurrence for period in periods_of(kind)]


def assignment_dialog(parent: QWidget, store: Store, line: TaskLine) -> FormDialog:
    """A window on one assignment: who answers, where, until when, how much."""
    form = Form()
    form.add(
        [
            *_fields(line.item.measure),
            ChoiceField("period", LABELS["assignments", "period"], _PERIODS, required=True),
            DayField("registered_on", TASK_FIELD["registered_on"]),
            LongTextField("note", FIELD["note"], lines=2),
        ]
    )
    form.set_values({name: getattr(line.assignment, name) for name in form.fields})

    def save(values: dict[str, Any], form_id: str) -> Change:
        exact = values | {"target": _exact(values["target"])}
        return handing_out.save_assignment(store, replace(line.assignment, **exact), form_id)

    expected = f" Kết quả cần đạt: {line.item.expected}." if line.item.expected else ""
    intro = f"{line.who}: {line.item.what}.{expected}"
    return FormDialog(parent, "Sửa việc đã giao", form, save, intro=intro)


def mend_dialog(parent: QWidget, store: Store, lines: Sequence[TaskLine]) -> FormDialog:
    """A window that writes the same into many assignments; empty fields leave what is there."""
    measures = {line.item.measure for line in lines}
    form = Form()
    form.add(_fields(measures.pop() if len(measures) == 1 else ""))

    def save(values: dict[str, Any], form_id: str) -> Change:
        return handing_out.mend_many(
            store,
            [line.id for line in lines],
            responsible=values["responsible"],
            place=values["place"],
            due_on=values["due_on"],
            target=_exact(values["target"]),
            form_id=form_id,
        )

    return FormDialog(
        parent,
        f"Điền cho {number(len(lines))} việc",
        form,
        save,
        intro="Ô nào ghi thì điền cho mọi việc đã chọn; ô để trống thì giữ nguyên như cũ.",
        save_label="Điền",
    )


def _fields(measure: str) -> list[Any]:
    return [
        TextField("responsible", TASK_FIELD["responsible"]),
        TextField("place", TASK_FIELD["place"], hint="Tuyến đường, khu phố, hội trường…"),
        DayField("due_on", TASK_FIELD["due_on"]),
        NumberField("target", TASK_FIELD["target"], decimals=2, after=measure),
    ]


def _exact(target: int | Decimal | None) -> Decimal | None:
    return None if target is None else Decimal(target)
