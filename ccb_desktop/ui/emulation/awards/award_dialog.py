"""Writing a decision on awards, for many at once, or correcting one line of the book."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.emulation.award_book import Recipient, giver_remark, is_medal, medal_remark
from ccb_desktop.domain.emulation.awards import Award, AwardRecipient
from ccb_desktop.domain.emulation.labels import AWARD_RECIPIENT, LABELS
from ccb_desktop.domain.emulation.labels import FIELD as OWN_FIELD
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.emulation import awards
from ccb_desktop.operations.emulation.awards import AwardWords
from ccb_desktop.ui.emulation.people_field import PEOPLE, PeopleField
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.choice_fields import ChecklistField, ChoiceField
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.picker_fields import SuggestField, among
from ccb_desktop.ui.kit.text_fields import LongTextField, TextField
from ccb_desktop.ui.kit.widgets import label

KIND = LABELS["awards", "recipient_kind"]
RECIPIENT = LABELS["awards", "recipient"]
CONTENT = LABELS["awards", "content"]
_UNITS = "units"
_FIELDS = ("awarded_on", "form", "giver", "decision_no", "content", "note")


class AwardDialog(FormDialog):
    """A new decision, or one award that is corrected."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        store: Store,
        words: AwardWords,
        award: Award | None = None,
    ) -> None:
        """Build the dialog; show it with `open()`.

        Args:
            parent: The tab it belongs to.
            desk: Where members are read.
            store: The books.
            words: Forms, givers, units.
            award: What is corrected; without it, the decision is new.
        """
        self._store = store
        self._words = words
        self._known = award
        self._holders: dict[int, str] = {}
        self._asked_of: tuple[int, ...] = ()
        self._remark = label("", "problem")
        form = Form()
        first, *others = self._who(desk) if award is None else [self._name()]
        form.add([first, *award_fields(words)])
        form.add_widget(self._remark)
        form.add([*others, *further_fields()])
        form.set_values(self._first_values())
        super().__init__(
            parent,
            "Ghi khen thưởng" if award is None else "Sửa khen thưởng",
            form,
            self._write,
            more=award is None,
        )
        form.changed.connect(self._follow)
        self.renewed.connect(self._follow)
        self._follow()

    def _who(self, desk: Desk) -> list[Field]:
        return [
            ChoiceField("kind", KIND, list(AWARD_RECIPIENT.items()), required=True, none="Chọn"),
            PeopleField(desk, self._store),
            ChecklistField(_UNITS, "Đơn vị được khen", self._words.units),
        ]

    def _name(self) -> Field:
        return TextField("recipient", RECIPIENT, required=True, wide=True)

    def _first_values(self) -> dict[str, Any]:
        if self._known is None:
            return {"kind": AwardRecipient.MEMBER, "awarded_on": date.today()}
        names = ("recipient", *_FIELDS)
        return {name: getattr(self._known, name) for name in names}

    # What follows from what is typed

    def _follow(self) -> None:
        """Ask only for recipients of the kind chosen, and say what the guidance says."""
        values = self.form.values()
        if self._known is None:
            self.form.field(PEOPLE).setVisible(values["kind"] is AwardRecipient.MEMBER)
            self.form.field(_UNITS).setVisible(values["kind"] is AwardRecipient.UNIT)
        told = [giver_remark(values["form"], values["giver"]), self._told_medal(values)]
        self._remark.setText("\n".join(f"⚠ {one}" for one in told if one))
        self._remark.setVisible(any(told))

    def _told_medal(self, values: dict[str, Any]) -> str:
        """Who of those chosen has his Kỷ niệm chương already."""
        if self._known is not None or not is_medal(values["form"]):
            return ""
        if values["kind"] is not AwardRecipient.MEMBER:
            return ""
        asked = tuple(one.person_id for one in values[PEOPLE])
        if asked != self._asked_of:
            self._asked_of = asked
            self._holders = awards.medal_holders(self._store, asked)
        return medal_remark(values["form"], tuple(self._holders.values()))

    # Saving

    def save(self) -> bool:
        """Save; ask first where somebody would get his Kỷ niệm chương twice."""
        return self._unless_twice(super().save)

    def save_and_go_on(self) -> None:
        """Save and begin the next decision, with the same question."""
        go_on = super().save_and_go_on
        self._unless_twice(lambda: bool(go_on()))

    def _unless_twice(self, then: Callable[[], bool]) -> bool:
        told = self._told_medal(self.form.values())
        if not told or not self.is_filled_in():
            return then()
        messages.ask(self, f"{told}\nVẫn ghi thêm?", [("Vẫn ghi", then)], stay="Xem lại")
        return False

    def _write(self, values: dict[str, Any], form_id: str) -> Change:
        told = {name: values[name] for name in _FIELDS}
        if self._known is not None:
            made = replace(self._known, recipient=values["recipient"], **told)
            return awards.correct_award(self._store, made, form_id)
        return awards.give_awards(
            self._store, Award(recipient="", **told), self._recipients(values), form_id
        )

    def _recipients(self, values: dict[str, Any]) -> list[Recipient]:
        kind = values["kind"]
        if kind is AwardRecipient.MEMBER:
            return [Recipient(kind, one.full_name, one.person_id) for one in values[PEOPLE]]
        if kind is AwardRecipient.UNIT:
            names = dict(self._words.units)
            return [Recipient(kind, names[own], unit_id=own) for own in values[_UNITS]]
        return [Recipient(AwardRecipient.BRANCH, self._words.branch_name)]


def award_fields(words: AwardWords) -> list[Field]:
    """What every decision says."""
    return [
        SuggestField("form", OWN_FIELD["form"], among(words.forms), required=True),
        SuggestField("giver", OWN_FIELD["giver"], among(words.givers), required=True),
        DayField("awarded_on", OWN_FIELD["awarded_on"], required=True),
        TextField("decision_no", FIELD["decision_no"]),
    ]


def further_fields() -> list[Field]:
    """What it may say as well."""
    return [
        LongTextField("content", CONTENT, lines=2),
        TextField("note", FIELD["note"], wide=True),
    ]
