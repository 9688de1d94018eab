"""One dialog for every kind of event: what is asked follows from the kind."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QFrame, QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.holidays import WorkCalendar
from ccb_desktop.domain.labels import EVENT_KIND
from ccb_desktop.domain.members.memberships import (
    EventKind,
    Membership,
    MembershipEvent,
    MembershipKind,
)
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.people_names import Query, match_key
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.holidays import load_calendar
from ccb_desktop.operations.members.events import admit_member, record_event
from ccb_desktop.operations.members.people import PersonFile
from ccb_desktop.ui.kit.date_field import DateField
from ccb_desktop.ui.kit.drafts import Drafts
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.picker_fields import SuggestField, Suggestion
from ccb_desktop.ui.kit.text_fields import LongTextField, TextField
from ccb_desktop.ui.kit.widgets import column, give_role, label
from ccb_desktop.ui.members.columns import printed
from ccb_desktop.ui.members.event_fields import EVENT_FORMS, reminders
from ccb_desktop.ui.members.unit_field import UnitField
from ccb_desktop.ui.members.words import RosterWords

_DATES = frozenset({"happened_on", "until_on", "decision_on", "ceremony_on", "letter_on"})
EVENT_DRAFT = "event-"
"""Kind of the draft of a new event; the kind of event stands behind it."""


class EventDialog(FormDialog):
    """Records an event of one person, or corrects one."""

    def __init__(
        self,
        parent: QWidget,
        store: Store,
        words: RosterWords,
        file: PersonFile,
        kind: EventKind,
        event: MembershipEvent | None = None,
    ) -> None:
        """Build the dialog; show it with `open()`.

        Args:
            parent: The page it belongs to.
            store: The books.
            words: The units and the day of today.
            file: Whose event it is.
            kind: What is recorded.
            event: The event that is to be corrected; `None` records a new one.
        """
        self._store = store
        self._file = file
        self._kind = kind
        self._event = event
        self._reminder = Reminder(load_calendar(store))
        self._today = words.on
        asked = EVENT_FORMS[kind]
        form = Form()
        form.add(event_fields(kind, words))
        form.add_widget(self._reminder)
        if event is not None:
            form.set_values(event_values(event))
        super().__init__(
            parent,
            asked.title if event is None else f"Sửa biến động: {EVENT_KIND[kind].lower()}",
            form,
            self._record,
            intro=_who(file, words),
            save_label=asked.title if event is None else "Lưu",
        )
        form.changed.connect(self._remind)
        self._remind()
        form.field("happened_on").focus()

    def keep_event_draft(self, drafts: Drafts) -> None:
        """Keep what is typed of a new event; the page of members opens it again."""
        person_id = self._file.person.id
        self.keep_drafts(drafts, page="members", kind=EVENT_DRAFT + self._kind, subject=person_id)

    def _record(self, values: dict[str, Any], form_id: str) -> Change:
        membership = hoi_membership(self._file)
        event = replace(
            self._event or MembershipEvent(kind=self._kind, happened_on=values["happened_on"]),
            membership_id=membership.id if membership else None,
            **event_columns(values),
        )
        if membership is not None:
            return record_event(self._store, event, form_id)
        made = Membership(unit_id=event.unit_id, sub_unit_id=event.sub_unit_id)
        if self._kind is EventKind.ADMITTED:
            made = replace(made, joined_on=event.happened_on)
        return admit_member(self._store, self._file.person, made, event, form_id)

    def _remind(self) -> None:
        values = self.form.values()
        earlier = [e for e in self._file.events if self._event is None or e.id != self._event.id]
        self._reminder.tell(self._kind, values, earlier, self._today)


class Reminder(QFrame):
    """What the rules say about an event, growing while its day is typed."""

    def __init__(self, calendar: WorkCalendar) -> None:
        super().__init__()
        self._calendar = calendar
        self._text = label("")
        column(self, margin=12).addWidget(self._text)
        give_role(self, "notice")

    def tell(
        self,
        kind: EventKind,
        values: dict[str, Any],
        earlier: list[MembershipEvent],
        today: date,
    ) -> None:
        """Say what holds for these values; nothing to say takes no room."""
        day: PartialDate | None = values.get("happened_on")
        until: PartialDate | None = values.get("until_on")
        sentences = [EVENT_FORMS[kind].advice] if EVENT_FORMS[kind].advice else []
        if day is not None:
            last = until.last_day if until else None
            decision: PartialDate | None = values.get("decision_on")
            decided_on = decision.last_day if decision else None
            sentences += reminders(kind, day.first_day, last, earlier, self._calendar, decided_on)
            if day.first_day > today:
                sentences.append("Ngày này chưa đến; xem lại năm đã ghi đúng chưa.")
        self._text.setText("\n".join(sentences))
        self.setVisible(bool(sentences))


def event_fields(kind: EventKind, words: RosterWords, *, required: bool = True) -> list[Field]:
    """The fields of one kind of event, in their order."""
    asked, found = EVENT_FORMS[kind], list[Field]()
    for name in asked.fields:
        text = asked.label(name)
        if name in _DATES:
            found.append(DateField(name, text, required=required and name == "happened_on"))
        elif name == "unit":
            found += UnitField(words, text=text, required=required, none="Chọn chi hội").fields
        elif name == "decision_no":
            found.append(decision_field(words, text))
        elif name == "note":
            found.append(LongTextField(name, text, lines=2))
        elif name != "sub_unit":
            found.append(TextField(name, text, wide=name == "reason"))
    return found


def decision_field(words: RosterWords, text: str) -> Field:
    """The number of a decision or letter: typed, or one of the register of documents."""
    lines = [Suggestion(symbol, symbol, subject) for symbol, subject in words.decisions]
    keys = [match_key(line.line) for line in lines]

    def provide(typed: str) -> list[Suggestion]:
        told = [line.line for line in lines]
        return [lines[place] for place in Query(typed).select(keys, told)]

    return SuggestField("decision_no", text, provide)


def event_values(event: MembershipEvent) -> dict[str, Any]:
    """What stands in the fields for an event."""
    names = ("happened_on", "until_on", "elsewhere", "reason", "note")
    decision = ("decision_no", "decision_on", "ceremony_on", "letter_on")
    values = {name: getattr(event, name) for name in (*names, *decision)}
    return {**values, "unit": event.unit_id, "sub_unit": event.sub_unit_id}


def event_columns(values: dict[str, Any]) -> dict[str, Any]:
    """What an event keeps of the fields that were asked; what was not asked stays as it is."""
    names = {"unit": "unit_id", "sub_unit": "sub_unit_id"}
    return {names.get(name, name): value for name, value in values.items()}


def hoi_membership(file: PersonFile) -> Membership | None:
    """His membership of the Hội, if he ever had one."""
    return next((m for m in file.memberships if m.kind is MembershipKind.HOI), None)


def _who(file: PersonFile, words: RosterWords) -> str:
    person, standing = file.person, file.standing_on(words.on)
    born = f"sinh {printed(person.born_on)}" if person.born_on else ""
    unit = words.unit_name(standing.unit_id) if standing else ""
    return " · ".join(part for part in (person.full_name, born, unit) if part)
