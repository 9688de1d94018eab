"""Recording an activity: a meeting in a few keys, everything else on the second tab."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QPushButton, QWidget

from ccb_desktop.domain.activities.activities import Activity, ActivityKind, ActivityRole
from ccb_desktop.domain.activities.labels import ACTIVITY_ROLE
from ccb_desktop.domain.activities.labels import FIELD as OWN_FIELD
from ccb_desktop.domain.activities.lines import ActivityLine
from ccb_desktop.domain.activities.proposing import proposed_name
from ccb_desktop.domain.activities.sums import session_measure
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.operations.activities import activities
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.activities.book_columns import KIND, NAME, RESULT, ROLE, UNIT
from ccb_desktop.ui.activities.words import OF_BRANCH, ActivityWords
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.text_fields import AmountField, LongTextField, NumberField, TextField
from ccb_desktop.ui.kit.widgets import button
from ccb_desktop.ui.kit.window_state import WindowState

CALL_ROLL = "Lưu và điểm danh"
_LAST_KIND, _LAST_UNIT = "activities/last_kind", "activities/last_unit"
_KEPT = ("kind", "unit_id", "held_on", "role", "place")
_MEETINGS = frozenset({ActivityKind.UNIT_MEETING.value, ActivityKind.BOARD_MEETING.value})
_MENDED = frozenset({ActivityKind.INSPECTION.value, ActivityKind.SUPERVISION.value})
_OTHER_AUDIENCES = ("youth_present", "people_present")
_TO_MEND = ("lessons", "fix_by_on", "fixed_on")


class ActivityDialog(FormDialog):
    """A new activity, or one that is corrected."""

    def __init__(
        self,
        parent: QWidget,
        store: Store,
        words: ActivityWords,
        state: WindowState,
        line: ActivityLine | None = None,
        call_roll: Callable[[Activity], object] | None = None,
    ) -> None:
        """Build the dialog; show it with `open()`.

        Args:
            parent: The tab it belongs to.
            store: The books.
            words: Kinds and units.
            state: Where kind and unit of the last one are remembered.
            line: What is corrected, or, without an id, what is known of a new one.
            call_roll: Goes on to the attendance list of what was saved.
        """
        self._store = store
        self._words = words
        self._state = state
        self._known = line.activity if line is not None else None
        self._is_new = self._known is None or self._known.id is None
        self._roll_kept = line is not None and line.listed > 0
        self._call_roll = call_roll
        self._kept: Activity | None = None
        self._offered = ""
        form = self._form()
        super().__init__(
            parent,
            "Ghi hoạt động" if self._is_new else "Sửa hoạt động",
            form,
            self._write,
            more=self._is_new,
        )
        for name in ("kind", "unit_id", "held_on"):
            form.field(name).changed.connect(self._offer_name)
        for name in ("unit_id", "held_on"):
            form.field(name).changed.connect(self._offer_other_tasks)
        form.field("kind").changed.connect(self._follow)
        form.field("unit_id").changed.connect(self._follow)
        self.renewed.connect(self._follow)
        self._follow()

    # Building

    def _form(self) -> Form:
        form = Form()
        form.add_tab("Hoạt động")
        form.add([*self._what(), *self._who_came()])
        form.add_tab("Kết quả, kinh phí")
        form.add(self._what_came_of_it())
        values = self._first_values()
        self._offer_tasks(form, values)
        form.set_values(values)
        form.settle()
        return form

    def _what(self) -> list[Field]:
        words = self._words
        return [
            ChoiceField("kind", KIND, words.kinds, required=True, empty="", none="Chọn loại"),
            ChoiceField("unit_id", UNIT, words.unit_choices(), none=OF_BRANCH),
            DayField("held_on", OWN_FIELD["held_on"], required=True),
            NumberField("sessions", OWN_FIELD["sessions"], least=1, required=True),
            TextField("name", NAME, required=True, wide=True),
        ]

    def _who_came(self) -> list[Field]:
        hint = "Theo danh sách điểm danh" if self._roll_kept else ""
        members = NumberField("members_present", OWN_FIELD["members_present"], hint=hint)
        members.line.setReadOnly(self._roll_kept)
        others = [NumberField(name, OWN_FIELD[name]) for name in (*_OTHER_AUDIENCES, "opinions")]
        return [members, *others, TextField("place", "Địa điểm")]

    def _what_came_of_it(self) -> list[Field]:
        return [
            LongTextField("result", RESULT, lines=2),
            NumberField("quantity", OWN_FIELD["quantity"], decimals=2),
            TextField("measure", "Đơn vị tính", hint="Ví dụ: mét đường, cờ, cây"),
            AmountField("cost_dong", OWN_FIELD["cost_dong"]),
            ChoiceField("role", ROLE, list(ACTIVITY_ROLE.items()), required=True),
            DayField("to_on", OWN_FIELD["to_on"], hint="Nếu làm nhiều ngày"),
            ChoiceField(
                "assignment_id", OWN_FIELD["assignment_id"], [], none="Không gắn", wide=True
            ),
            LongTextField("lessons", OWN_FIELD["lessons"], lines=2),
            DayField("fix_by_on", OWN_FIELD["fix_by_on"]),
            DayField("fixed_on", OWN_FIELD["fixed_on"]),
            TextField("note", FIELD["note"], wide=True),
        ]

    def _first_values(self) -> dict[str, Any]:
        known = self._known or Activity(
            held_on=date.today(), kind=self._last_kind(), name="", unit_id=self._last_unit()
        )
        values = {name: getattr(known, name) for name in _FIELDS}
        values["cost_dong"] = known.cost_dong or None
        if not values["name"]:
            values["name"] = self._offered = self._proposed(values)
        return values

    def _last_kind(self) -> str:
        kind = self._state.text(_LAST_KIND, ActivityKind.UNIT_MEETING.value)
        return kind if kind in dict(self._words.kinds) else ""

    def _last_unit(self) -> int | None:
        """That of the last one; at the very first the first chi hội, for it is a meeting."""
        offered = [own for own, _name in self._words.unit_choices()]
        if self._state.get(_LAST_KIND) is None:
            return offered[0] if offered else None
        known = self._state.get(_LAST_UNIT)
        return known if isinstance(known, int) and known in offered else None

    def further_buttons(self) -> Sequence[QPushButton]:
        """The way on to the attendance list, where a unit meets."""
        self._roll_button = button(CALL_ROLL, self._save_and_call, shortcut="Ctrl+D")
        return [self._roll_button]

    # What follows from what is typed

    def _proposed(self, values: dict[str, Any]) -> str:
        kind, unit_id = values["kind"], values["unit_id"]
        if not kind:
            return ""
        unit_name = dict(self._words.unit_choices()).get(unit_id, "") if unit_id else ""
        return proposed_name(kind, self._words.kind_name(kind), unit_name, values["held_on"])

    def _offer_name(self) -> None:
        """Propose a name as long as nobody has typed another one."""
        field = self.form.field("name")
        if self._is_new and field.value() in ("", self._offered):
            self._offered = self._proposed(self.form.values())
            field.set_value(self._offered)

    def _offer_other_tasks(self) -> None:
        """Another unit, or another year, has other tasks."""
        values = self.form.values()
        if values["held_on"] is not None:
            self._offer_tasks(self.form, {**values, "assignment_id": None})

    def _offer_tasks(self, form: Form, values: dict[str, Any]) -> None:
        """Offer what was handed to the unit in that year, and what it served before."""
        field, known = form.field("assignment_id"), values["assignment_id"]
        offered = self._words.task_choices(values["unit_id"], values["held_on"])
        if known is not None and known not in dict(offered):
            offered.append((known, self._words.task_name(known)))
        if isinstance(field, ChoiceField):
            field.set_choices(offered)
            field.setVisible(bool(offered))

    def _follow(self) -> None:
        """Ask only what this kind of activity has."""
        values = self.form.values()
        kind = values["kind"]
        self.form.field("sessions").set_text(f"Số {session_measure(kind)}")
        for name in _OTHER_AUDIENCES:
            wanted = kind not in _MEETINGS or values[name] is not None
            self.form.field(name).setVisible(wanted)
        for name in _TO_MEND:
            wanted = kind in _MENDED or values[name] not in (None, "")
            self.form.field(name).setVisible(wanted)
        meets = kind == ActivityKind.UNIT_MEETING and values["unit_id"] is not None
        self._roll_button.setVisible(meets and self._call_roll is not None)

    # Saving

    def save_and_go_on(self) -> None:
        """Save, and begin the next one of this kind and day; its unit is asked for first."""
        kept = {name: self.form.field(name).value() for name in _KEPT}
        before = self._kept
        super().save_and_go_on()
        if self._kept is not before:
            self.form.set_values(kept)
            self._offered = self._proposed(self.form.values())
            self.form.set_values({"name": self._offered, "members_present": None})
            self.form.settle()
            self._follow()
            self.form.show_field("unit_id")

    def _save_and_call(self) -> None:
        if self.save() and self._kept is not None and self._call_roll is not None:
            self._call_roll(self._kept)

    def _write(self, _values: dict[str, Any], form_id: str) -> Change:
        change, self._kept = activities.record_activity(self._store, self._written(), form_id)
        self._state.set(_LAST_KIND, self._kept.kind)
        self._state.set(_LAST_UNIT, self._kept.unit_id)
        return change

    def _written(self) -> Activity:
        """The activity as it stands in the form."""
        values = self.form.values()
        values["cost_dong"] = values["cost_dong"] or 0
        values["role"] = values["role"] or ActivityRole.LEADING
        known = self._known or Activity(held_on=values["held_on"], kind="", name="")
        return replace(known, **values)


_FIELDS = (
    *("kind", "unit_id", "held_on", "sessions", "name", "members_present", "youth_present"),
    *("people_present", "opinions", "place", "result", "quantity", "measure", "cost_dong"),
    *("role", "to_on", "assignment_id", "lessons", "fix_by_on", "fixed_on", "note"),
)
