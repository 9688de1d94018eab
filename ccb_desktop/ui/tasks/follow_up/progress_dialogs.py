"""The forms of progress: told of one task or many, corrected, and looked at by somebody."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.domain.tasks.assignments import Progress
from ccb_desktop.domain.tasks.labels import FIELD as TASK_FIELD
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.domain.tasks.progress import Inspected, ProgressReport, lacking
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.members.attached_files import new_papers
from ccb_desktop.operations.tasks import progress
from ccb_desktop.ui.kit.choice_fields import YesNoField
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.paths_field import PathsField
from ccb_desktop.ui.kit.text_fields import LongTextField, NumberField, TextField

_MOST = 999_999_999
_DECIMALS = 2


def report_dialog(
    parent: QWidget, store: Store, lines: Sequence[TaskLine], *, done: bool = False
) -> FormDialog:
    """The form that tells the same of one or several tasks.

    Args:
        parent: The page or window it belongs to.
        store: The books.
        lines: Of which.
        done: Whether it begins with all of them done, results filled up to their targets.
    """
    form = Form()
    short = [line for line in lines if lacking(line.assignment, line.progress) is not None]
    form.add(
        [
            DayField("reported_on", "Ngày báo, ngày hoàn thành", required=True),
            YesNoField("done", "Đã hoàn thành", hint=_hint_of_done(lines)),
        ]
    )
    form.add([_up_to_target(short), _amount(lines)])
    form.add(
        [
            LongTextField("note", "Đã làm gì", lines=2),
            PathsField("papers", "Minh chứng (ảnh, biên bản, danh sách)"),
        ]
    )
    form.field("up_to_target").setVisible(bool(short))
    values = {"reported_on": date.today(), "done": True if done else None}
    form.set_values(values | {"up_to_target": True if done and short else None})

    def follow() -> None:
        form.field("amount").setVisible(form.field("up_to_target").value() is not True)

    form.field("up_to_target").changed.connect(follow)
    follow()

    def keep(values: dict[str, Any], form_id: str) -> Change:
        up_to_target = bool(values["up_to_target"])
        report = ProgressReport(
            reported_on=values["reported_on"],
            amount=None if up_to_target else _exact(values["amount"]),
            up_to_target=up_to_target,
            done=bool(values["done"]),
            note=values["note"],
        )
        papers = new_papers(values["papers"])
        return progress.report_progress(store, ids_of(lines), report, papers, form_id)

    title = "Ghi hoàn thành" if done else "Ghi tiến độ"
    return FormDialog(parent, title, form, keep, intro=told_of(lines), save_label="Ghi")


def inspected_dialog(parent: QWidget, store: Store, lines: Sequence[TaskLine]) -> FormDialog:
    """The form that says who looked at some tasks, when, and what he found."""
    form = Form()
    form.add(
        [
            TextField("checked_by", TASK_FIELD["checked_by"], required=True),
            DayField("checked_on", TASK_FIELD["checked_on"], required=True),
            LongTextField("check_note", TASK_FIELD["check_note"], lines=3),
        ]
    )
    known = lines[0].assignment
    form.set_values(
        {
            "checked_by": known.checked_by,
            "checked_on": known.checked_on or date.today(),
            "check_note": known.check_note if len(lines) == 1 else "",
        }
    )

    def keep(values: dict[str, Any], form_id: str) -> Change:
        return progress.note_inspected(store, ids_of(lines), Inspected(**values), form_id)

    return FormDialog(parent, "Ghi kiểm tra việc đã giao", form, keep, intro=told_of(lines))


def step_dialog(parent: QWidget, store: Store, line: TaskLine, step: Progress) -> FormDialog:
    """The form that corrects one step."""
    form = Form()
    form.add(
        [
            DayField(
                "reported_on", TASK_FIELD["reported_on"], required=step.reported_on is not None
            ),
            _amount([line]),
            LongTextField("note", FIELD["note"], lines=3),
        ]
    )
    form.set_values({name: getattr(step, name) for name in form.fields})

    def keep(values: dict[str, Any], form_id: str) -> Change:
        values["amount"] = _exact(values["amount"])
        return progress.correct_step(store, replace(step, **values), form_id)

    return FormDialog(parent, "Sửa tiến độ", form, keep, intro=told_of([line]))


def told_of(lines: Sequence[TaskLine]) -> str:
    """Of what something is told: `Chi hội 3: Sinh hoạt chi hội (Quý 3), đã đạt 2/3 buổi`."""
    if len(lines) > 1:
        names = list(dict.fromkeys(line.who for line in lines))
        whom = ", ".join(names[:6]) + ("…" if len(names) > 6 else "")
        return f"{number(len(lines))} việc của: {whom}"
    line = lines[0]
    said = f"{line.who}: {line.item.what} ({line.assignment.period.label})"
    return f"{said}, đã đạt {line.reached}" if line.reached else said


def ids_of(lines: Sequence[TaskLine]) -> list[int]:
    """The assignments of some lines."""
    return [line.id for line in lines]


def _exact(typed: int | Decimal | None) -> Decimal | None:
    """A whole number is typed as often as one with a comma."""
    return None if typed is None else Decimal(typed)


def _hint_of_done(lines: Sequence[TaskLine]) -> str:
    before = [line.assignment.done_on for line in lines if line.assignment.done_on is not None]
    if len(lines) == 1 and before:
        return f"Đã ghi hoàn thành ngày {short_date(before[0])}"
    return ""


def _up_to_target(short: Sequence[TaskLine]) -> Field:
    """The offer to fill up what lacks."""
    hint = ""
    if len(short) == 1:
        lack = lacking(short[0].assignment, short[0].progress) or 0
        hint = f"Có: ghi thêm {number(lack)} {short[0].item.measure}".strip()
    elif short:
        hint = "Có: ghi thêm cho mỗi việc phần còn thiếu"
    return YesNoField("up_to_target", "Đạt đủ chỉ tiêu", hint=hint)


def _amount(lines: Sequence[TaskLine]) -> Field:
    measures = {line.item.measure for line in lines}
    after = measures.pop() if len(measures) == 1 else ""
    more = {"after": after} if after else {}
    hint = "Số đạt thêm lần này; ghi số âm để trừ lại phần ghi thừa"
    if len(lines) > 1:
        hint = "Ghi cùng một số cho từng việc đã chọn"
    return NumberField(
        "amount",
        "Kết quả đạt thêm",
        least=-_MOST,
        most=_MOST,
        decimals=_DECIMALS,
        hint=hint,
        **more,
    )
