"""The forms of discipline: a decision, and the day on which it ceases."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.emulation.awards import Discipline, DisciplineForm
from ccb_desktop.domain.emulation.discipline_book import DisciplineLine, told, told_complaint
from ccb_desktop.domain.emulation.labels import DISCIPLINE_FORM, LABELS
from ccb_desktop.domain.emulation.labels import FIELD as OWN_FIELD
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.operations import disciplines
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.holidays import load_calendar
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.payer_field import PayerField, load_payers
from ccb_desktop.ui.kit.text_fields import LongTextField, TextField
from ccb_desktop.ui.kit.widgets import label

ENDED = LABELS["disciplines", "ended_on"]
FORM = LABELS["disciplines", "form"]
_EXPELS = (
    "Lưu sẽ ghi luôn biến động khai trừ: từ ngày quyết định người này không còn trong Hội. "
    "Hoàn tác được cả hai một lượt."
)


def discipline_dialog(
    parent: QWidget,
    desk: Desk,
    store: Store,
    known: Discipline | None = None,
    name: str = "",
) -> FormDialog:
    """The form of a decision.

    Args:
        parent: The tab it belongs to.
        desk: Where members are read.
        store: The books.
        known: What is corrected; without it, the decision is new.
        name: Of whom it was decided.
    """
    form = Form()
    person = PayerField("person", "Hội viên", required=True, hint="Gõ tên rồi chọn")
    form.add([person, *_decision_fields()])
    _tell_consequences(form, store)
    form.add(_further_fields())
    form.set_values(_first_values(known))
    if known is None:
        load_payers(person, desk, store, date.today())
    else:
        person.set_person(name, known.person_id)
        person.line.setReadOnly(True)
        form.settle()

    def keep(values: dict[str, Any], form_id: str) -> Change:
        del values["person"]
        if person.person_id is None:
            raise Invalid({"person": "Chọn hội viên trong danh sách hiện ra khi gõ tên."})
        made = Discipline(
            id=None if known is None else known.id, person_id=person.person_id, **values
        )
        return disciplines.save_discipline(store, made, form_id)

    return FormDialog(parent, "Ghi kỷ luật" if known is None else "Sửa kỷ luật", form, keep)


def _decision_fields() -> list[Field]:
    return [
        ChoiceField("form", FORM, list(DISCIPLINE_FORM.items()), required=True, none="Chọn"),
        DayField("decided_on", OWN_FIELD["decided_on"], required=True),
        TextField("decision_no", FIELD["decision_no"]),
    ]


def _further_fields() -> list[Field]:
    return [
        LongTextField("reason", FIELD["reason"], lines=2, required=True),
        DayField("ended_on", ENDED, hint="Để trống khi còn hiệu lực"),
        TextField("note", FIELD["note"]),
    ]


def _tell_consequences(form: Form, store: Store) -> None:
    """Say below the fields until when he may complain, and that expulsion ends a membership."""
    note, calendar = label("", "soft"), load_calendar(store)
    form.add_widget(note)

    def follow() -> None:
        day = form.field("decided_on").value()
        lines = [told_complaint(day, calendar)] if day is not None else []
        if form.field("form").value() is DisciplineForm.EXPULSION:
            lines.append(_EXPELS)
        note.setText("\n".join(lines))

    form.changed.connect(follow)
    follow()


def _first_values(known: Discipline | None) -> dict[str, Any]:
    if known is None:
        return {"decided_on": date.today()}
    names = ("form", "decided_on", "decision_no", "reason", "ended_on", "note")
    return {name: getattr(known, name) for name in names}


def lift_dialog(parent: QWidget, store: Store, line: DisciplineLine) -> FormDialog:
    """The form that asks since when a measure no longer weighs on somebody."""
    one = line.discipline
    form = Form()
    form.add([DayField("ended_on", ENDED, required=True)])
    form.set_values({"ended_on": one.ended_on or date.today()})

    def keep(values: dict[str, Any], form_id: str) -> Change:
        return disciplines.lift_discipline(store, one.id or 0, values["ended_on"], form_id)

    intro = f"{line.full_name}: {told(replace(one, ended_on=None))}"
    return FormDialog(parent, "Ghi hết hiệu lực kỷ luật", form, keep, intro=intro)
