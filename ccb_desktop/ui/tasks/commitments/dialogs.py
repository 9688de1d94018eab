"""The forms of commitments: for whole chi hội, for one member, the day of signing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.members.lines import MemberLine
from ccb_desktop.domain.members.units import natural_order
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.tasks.commitments import Commitment, CommitmentLine, Pledge
from ccb_desktop.domain.tasks.labels import FIELD as TASK_FIELD
from ccb_desktop.domain.tasks.labels import KEPT, LABELS
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.tasks import commitments
from ccb_desktop.ui.kit.choice_fields import ChecklistField, ChoiceField
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.payer_field import PayerField, load_payers
from ccb_desktop.ui.kit.text_fields import LongTextField, TextField
from ccb_desktop.ui.kit.widgets import label

_EXAMPLE = "Ví dụ: Chấp hành tốt Điều lệ Hội; sinh hoạt đều; gia đình văn hóa"


def pledge_dialog(
    parent: QWidget, store: Store, year: int, members: Sequence[MemberLine], text: str = ""
) -> FormDialog:
    """The form for many: the chi hội, the same text for each of their members.

    Args:
        parent: The tab it belongs to.
        store: The books.
        year: The year.
        members: Those who have not signed for it yet.
        text: What others have signed, as a beginning.
    """
    form = Form()
    by_unit: dict[str, list[int]] = {}
    for one in sorted(members, key=lambda one: natural_order(one.unit_name)):
        by_unit.setdefault(one.unit_name, []).append(one.person_id)
    choices = [
        (name, f"{name or 'Không thuộc chi hội'} ({number(len(ids))})")
        for name, ids in by_unit.items()
    ]
    told = label("", "soft")
    form.add([ChecklistField("unit_names", "Chi hội", choices)])
    form.add_widget(told)
    form.add([_content(), _signed_on()])
    form.set_values({"unit_names": [name for name, _shown in choices], "content": text})

    def chosen() -> list[int]:
        return [one for name in form.field("unit_names").value() for one in by_unit[name]]

    def tell() -> None:
        told.setText(f"Ghi cho {number(len(chosen()))} hội viên chưa đăng ký năm {year}.")

    def keep(values: dict[str, Any], form_id: str) -> Change:
        people = tuple(chosen())
        if not people:
            raise Invalid({"unit_names": "Chọn ít nhất một chi hội."})
        signed = Pledge(
            year=year,
            person_ids=people,
            content=values["content"],
            signed_on=values["signed_on"],
        )
        return commitments.pledge(store, signed, form_id)

    form.field("unit_names").changed.connect(tell)
    tell()
    intro = "Người được miễn sinh hoạt và người bị đình chỉ không có trong danh sách."
    return FormDialog(parent, f"Đăng ký thi đua năm {year} theo chi hội", form, keep, intro=intro)


def commitment_dialog(
    parent: QWidget, desk: Desk, store: Store, year: int, line: CommitmentLine | None = None
) -> FormDialog:
    """The form of one commitment; without one, of a new one."""
    form = Form()
    hint = "" if line else "Gõ tên rồi chọn"
    person = PayerField("person", "Hội viên", required=True, hint=hint)
    form.add([person, _signed_on(), _content()])
    form.add(
        [
            ChoiceField("kept", TASK_FIELD["kept"], list(KEPT.items()), required=True),
            TextField("note", FIELD["note"]),
        ]
    )
    known = line.commitment if line else Commitment(person_id=0, year=year, content="")
    form.set_values({name: getattr(known, name) for name in form.fields if name != "person"})
    if line is not None:
        person.set_person(line.person_name, known.person_id)
        person.line.setReadOnly(True)
        form.settle()
    else:
        load_payers(person, desk, store, date.today())

    def keep(values: dict[str, Any], form_id: str) -> Change:
        del values["person"]
        if person.person_id is None:
            raise Invalid({"person": "Chọn hội viên trong danh sách gợi ý."})
        made = replace(known, person_id=person.person_id, **values)
        return commitments.save_commitment(store, made, form_id)

    title = "Sửa đăng ký thi đua" if line else f"Đăng ký thi đua năm {year}"
    return FormDialog(parent, title, form, keep, more=line is None)


def signed_dialog(parent: QWidget, store: Store, lines: Sequence[CommitmentLine]) -> FormDialog:
    """The form of the day on which some were signed."""
    form = Form()
    form.add([DayField("signed_on", TASK_FIELD["signed_on"], required=True)])
    form.set_values({"signed_on": date.today()})
    ids = [line.commitment.id or 0 for line in lines]

    def keep(values: dict[str, Any], form_id: str) -> Change:
        return commitments.note_signed(store, ids, values["signed_on"], form_id)

    intro = f"{number(len(lines))} bản đăng ký đang chọn"
    return FormDialog(parent, "Ghi ngày ký", form, keep, intro=intro)


def _content() -> Field:
    label_of = LABELS["commitments", "content"]
    return LongTextField("content", label_of, lines=4, required=True, hint=_EXAMPLE)


def _signed_on() -> Field:
    return DayField("signed_on", TASK_FIELD["signed_on"], hint="Để trống khi chưa ký")
