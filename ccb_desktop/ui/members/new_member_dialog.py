"""Entering somebody into the roster: who he is, how he comes in, whether he is there already."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.labels import FIELD, MEMBERSHIP_KIND
from ccb_desktop.domain.members.memberships import EventKind, Membership, MembershipEvent
from ccb_desktop.domain.members.people import USUAL_ETHNICITY, Person
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.holidays import load_calendar
from ccb_desktop.operations.members.events import admit_member
from ccb_desktop.operations.members.people import find_namesakes
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.date_field import DateField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.text_fields import TextField
from ccb_desktop.ui.kit.widgets import button, clear, column, give_role, label
from ccb_desktop.ui.members.event_dialog import Reminder, decision_field
from ccb_desktop.ui.members.event_fields import EVENT_FORMS
from ccb_desktop.ui.members.person_fields import (
    ethnicity_field,
    home_fields,
    identity_fields,
    person_from,
)
from ccb_desktop.ui.members.unit_field import UnitField
from ccb_desktop.ui.members.words import RosterWords

ON_ROLL = "ON_ROLL"

WAYS = (
    (EventKind.ADMITTED, "Kết nạp mới"),
    (EventKind.TRANSFERRED_IN, "Chuyển đến từ Hội khác"),
    (ON_ROLL, "Đã là hội viên từ trước, nay mới ghi vào sổ"),
)

_DECISION = frozenset({"happened_on", "decision_no", "decision_on"})
_ASKED = {
    EventKind.ADMITTED: _DECISION,
    EventKind.TRANSFERRED_IN: _DECISION | {"elsewhere", "joined_on"},
    ON_ROLL: frozenset({"joined_on", "on_roll_from"}),
}
# Who is admitted joins the Hội on that day; of others the day is asked.
_LOOK_AFTER = 300  # milliseconds without a key before namesakes are looked for


class NewMemberDialog(FormDialog):
    """Asks how he comes in; what else is asked follows from it."""

    def __init__(
        self,
        parent: QWidget,
        store: Store,
        words: RosterWords,
        open_person: Callable[[int], object],
    ) -> None:
        """Build the dialog; show it with `open()`.

        Args:
            parent: The page it belongs to.
            store: The books.
            words: The units and the day of today.
            open_person: Opens the file of somebody who is in the books already.
        """
        self._store = store
        self._today = words.on
        self._namesakes = Namesakes(lambda person_id: self._go_to(person_id, open_person))
        self._reminder = Reminder(load_calendar(store))
        self._way = ChoiceField(
            "way",
            "Cách vào danh sách",
            WAYS,
            none="Chọn một cách",
            required=True,
            wide=True,
        )
        self._entry = {field.name: field for field in _entry_fields(words)}
        super().__init__(parent, "Thêm hội viên", self._build_form(words), self._keep, more=True)
        self._later_look = QTimer(self, interval=_LOOK_AFTER, singleShot=True)
        self._later_look.timeout.connect(self._look_for_namesakes)
        self.form.changed.connect(self._later_look.start)
        self.form.changed.connect(self._follow_way)
        self.renewed.connect(self.form.changed)
        self.form.field("full_name").focus()

    def _build_form(self, words: RosterWords) -> Form:
        form = Form()
        form.add(identity_fields())
        form.add_widget(self._namesakes)
        form.add([self._way, *self._entry.values()], heading="Vào Hội")
        form.add(_member_fields(words))
        form.add_widget(self._reminder)
        form.add([*home_fields(), ethnicity_field(words)], heading="Nơi ở, quê quán")
        form.set_values({"ethnicity": USUAL_ETHNICITY})
        self._follow_way(form)
        return form

    def _follow_way(self, form: Form | None = None) -> None:
        """Ask what belongs to the way he comes in, and nothing else."""
        way = self._way.value()
        asked = _ASKED.get(way, frozenset())
        for name, field in self._entry.items():
            field.setVisible(name in asked)
        self._entry["happened_on"].required = "happened_on" in asked
        if isinstance(way, EventKind):
            for name in asked:
                self._entry[name].set_text(EVENT_FORMS[way].label(name))
            values = (form or self.form).values()
            self._reminder.tell(way, values, [], self._today)
        else:
            self._reminder.hide()

    def _keep(self, values: dict[str, Any], form_id: str) -> Change:
        way = values["way"]
        person = person_from(values)
        membership = Membership(
            unit_id=values["unit"],
            sub_unit_id=values["sub_unit"],
            joined_on=values["joined_on"] if "joined_on" in _ASKED[way] else None,
            card_no=values["card_no"],
            admission_category=values["admission_category"],
        )
        if way == ON_ROLL:
            known_since = values["on_roll_from"] or values["joined_on"]
            if known_since is None:
                raise Invalid({"on_roll_from": "Ghi ngày vào Hội, hoặc có tên từ ngày nào."})
            on_roll = replace(membership, on_roll_from=known_since)
            return admit_member(self._store, person, on_roll, None, form_id)
        return self._admit(way, person, membership, values, form_id)

    def _admit(
        self,
        kind: EventKind,
        person: Person,
        membership: Membership,
        values: dict[str, Any],
        form_id: str,
    ) -> Change:
        event = MembershipEvent(
            kind=kind,
            happened_on=values["happened_on"],
            unit_id=values["unit"],
            sub_unit_id=values["sub_unit"],
            decision_no=values["decision_no"],
            decision_on=values["decision_on"],
            elsewhere=values["elsewhere"] if kind is EventKind.TRANSFERRED_IN else "",
        )
        if kind is EventKind.ADMITTED:
            membership = replace(membership, joined_on=event.happened_on)
        return admit_member(self._store, person, membership, event, form_id)

    def _look_for_namesakes(self) -> None:
        values = self.form.values()
        found = []
        if len(values["full_name"].split()) > 1:
            found = find_namesakes(self._store, values["full_name"], values["born_on"])
        self._namesakes.show_people(found)

    def _go_to(self, person_id: int, open_person: Callable[[int], object]) -> None:
        self._leave()
        open_person(person_id)


class Namesakes(QFrame):
    """Says that somebody of this name is in the books already, and leads to him."""

    def __init__(self, open_person: Callable[[int], object]) -> None:
        super().__init__()
        self._open = open_person
        self._people = column(spacing=2)
        layout = column(self, margin=12, spacing=4)
        layout.addWidget(label("Trong sổ đã có người cùng tên. Nếu là một người, mở hồ sơ cũ:"))
        layout.addLayout(self._people)
        give_role(self, "notice")
        self.hide()

    def show_people(self, found: list[tuple[Person, Membership | None]]) -> None:
        """Show these people; nobody takes no room."""
        clear(self._people)
        for person, membership in found:
            born = f"sinh {person.born_on}" if person.born_on else "chưa rõ năm sinh"
            kind = MEMBERSHIP_KIND[membership.kind].lower() if membership else "chưa vào Hội"
            text = " · ".join(x for x in (person.full_name, born, kind, person.address) if x)
            self._people.addWidget(self._link(text, person.id or 0))
        self.setVisible(bool(found))

    def _link(self, text: str, person_id: int) -> QWidget:
        return button(text, lambda: self._open(person_id), role="link")


def _entry_fields(words: RosterWords) -> list[Field]:
    return [
        DateField("happened_on", FIELD["happened_on"]),
        TextField("elsewhere", FIELD["elsewhere"]),
        decision_field(words, FIELD["decision_no"]),
        DateField("decision_on", FIELD["decision_on"]),
        DateField("joined_on", FIELD["joined_on"]),
        DateField("on_roll_from", FIELD["on_roll_from"], hint="Để trống thì lấy ngày vào Hội"),
    ]


def _member_fields(words: RosterWords) -> list[Field]:
    categories = [(int(code), text) for code, text in words.choices("ADMISSION_CATEGORY")]
    return [
        *UnitField(words, required=True).fields,
        TextField("card_no", FIELD["card_no"]),
        ChoiceField("admission_category", FIELD["admission_category"], categories, wide=True),
    ]
