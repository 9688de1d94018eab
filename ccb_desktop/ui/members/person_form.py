"""The form of one person: all that the books say of him, on tabs."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import NotFound
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.members.memberships import (
    Membership,
    in_order,
    is_on_roll_without_entry,
)
from ccb_desktop.domain.members.units import UnitKind
from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.members.own_fields import load_own_texts
from ccb_desktop.operations.members.people import PersonFile, load_person_file, save_person
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.date_field import DateField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.text_fields import TextField
from ccb_desktop.ui.kit.when_seen import WhenSeen
from ccb_desktop.ui.kit.widgets import button, label
from ccb_desktop.ui.members import own_form_fields, person_fields
from ccb_desktop.ui.members.attended_tab import AttendedTab
from ccb_desktop.ui.members.clubs_list import ClubsList
from ccb_desktop.ui.members.emulation_tab import EmulationTab
from ccb_desktop.ui.members.event_dialog import hoi_membership
from ccb_desktop.ui.members.events_list import EventsList, standing_sentence
from ccb_desktop.ui.members.files_tab import FilesTab
from ccb_desktop.ui.members.history_list import HistoryList
from ccb_desktop.ui.members.household_tab import HouseholdTab
from ccb_desktop.ui.members.money_tab import MoneyTab
from ccb_desktop.ui.members.person_print import print_person_file
from ccb_desktop.ui.members.person_tab import PersonTab
from ccb_desktop.ui.members.posts_list import PostsList
from ccb_desktop.ui.members.unit_field import UnitField
from ccb_desktop.ui.members.visits_tab import VisitsTab
from ccb_desktop.ui.members.words import RosterWords, load_words
from ccb_desktop.ui.members.work_tab import WorkTab

KINDS = frozenset(
    {
        *("persons", "policies", "memberships", "membership_events", "posts"),
        *("households", "household_years", "units", "unit_names", "codes"),
        *("own_fields", "own_values", "attached_files"),
        *("dues_rates", "dues_exemptions", "dues_payments", "contributions", "campaigns"),
        *("loans", "repayments", "loan_extensions", "vouchers"),
        *("visits", "illnesses", "relatives"),
        *("key_tasks", "task_items", "assignments", "progress_steps", "commitments"),
    }
)
"""What is shown of a person: changes of these are read again."""

_OF_LISTS: tuple[tuple[str, type[PersonTab]], ...] = (
    ("Gia đình", HouseholdTab),
    ("Chức danh", PostsList),
    ("Tiền", MoneyTab),
    ("Thăm hỏi", VisitsTab),
    ("Nhiệm vụ", WorkTab),
    ("Sinh hoạt", AttendedTab),
    ("Thi đua", EmulationTab),
)
_OF_MEMBERSHIP = ("card_no", "card_issued_on", "card_reissued_on", "joined_on")
_CARD = (*_OF_MEMBERSHIP, "admission_category", "membership_note")
_OPENING_HINT = "Chi hội lúc đó; về sau chuyển chi hội thì ghi biến động"


class PersonForm(FormDialog):
    """Corrects a person and, with him, what his card says; lists keep what they do at once."""

    duties = (Duty.PEOPLE,)

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        store: Store,
        person_id: int,
        seen_on: date | None = None,
    ) -> None:
        """Build the form; show it with `open()`.

        Args:
            parent: The page it belongs to.
            desk: What the page was given.
            store: The books.
            person_id: Whose file it is.
            seen_on: The past day of the list in which he was chosen; the form says how he
                stood then, and that it shows today.

        Raises:
            NotFound: Nobody has this id.
        """
        self._desk = desk
        self._store = store
        self._seen_on = seen_on
        self._words = load_words(store, date.today())
        self._file = load_person_file(store, person_id)
        self._own = load_own_texts(store, person_id)
        self._tabs: list[PersonTab] = []
        self._card_heading = label("Thẻ hội viên", "heading")
        self._opening_heading = label("Khi lập danh sách", "heading")
        self._opening_day = DateField("on_roll_from", FIELD["on_roll_from"], required=True)
        self._opening_unit = UnitField(self._words, required=True, hint=_OPENING_HINT)
        form = self._build_form()
        form.set_values(self._values())
        self._show_membership(form)
        super().__init__(
            parent, self._file.person.full_name, form, self._keep, intro=self._sentence()
        )
        desk.broadcast.changed.connect(self._hear)

    # Building

    def _build_form(self) -> Form:
        form, words = Form(), self._words
        form.add_tab("Thông tin chung")
        form.add(person_fields.identity_fields())
        form.add(person_fields.home_fields(), heading="Nơi ở, quê quán")
        form.add(person_fields.further_identity_fields(words), heading="Thông tin thêm")
        form.add(person_fields.death_and_consent_fields(), heading="Khi mất; đồng ý dùng dữ liệu")
        form.add_tab("Quân ngũ")
        form.add(person_fields.service_fields(words))
        form.add_tab("Đảng")
        form.add(person_fields.party_fields(words))
        form.add_tab("Chính sách")
        form.add(person_fields.policy_fields(words))
        form.add_tab("Hội")
        self._add_membership(form)
        for text, tab in _OF_LISTS:
            form.add_tab(text)
            self._add_when_seen(form, tab)
        if own_form_fields.are_asked(words):
            form.add_tab("Trường riêng")
            form.add(own_form_fields.fields(words, self._own))
        form.add_tab("Ảnh, giấy tờ")
        self._add_when_seen(form, FilesTab)
        form.add_tab("Lịch sử")
        self._add_when_seen(form, HistoryList)
        return form

    def _button_row(self) -> QHBoxLayout:
        row = super()._button_row()
        row.insertWidget(1, button("In hồ sơ", self._print, icon="print", shortcut="Ctrl+P"))
        return row

    def _print(self) -> None:
        print_person_file(self, self._desk, self._store, self._file.person.id or 0)

    def _add_membership(self, form: Form) -> None:
        self._add_list(form, EventsList)
        for heading, fields in (
            (self._card_heading, _card_fields(self._words)),
            (self._opening_heading, [self._opening_day, *self._opening_unit.fields]),
        ):
            form.add_widget(heading)
            form.add(fields)
        if self._words.standing_units(UnitKind.CLUB):
            self._add_list(form, ClubsList)

    def _show_membership(self, form: Form) -> None:
        """Ask for a card only of members, and for an opening only where it counts."""
        is_member, has_opening = hoi_membership(self._file) is not None, self._has_opening()
        self._card_heading.setVisible(is_member)
        for name in _CARD:
            form.field(name).setVisible(is_member)
        self._opening_heading.setVisible(has_opening)
        self._opening_day.setVisible(has_opening)
        self._opening_day.required = has_opening
        self._opening_unit.ask(wanted=has_opening)

    def _add_list(self, form: Form, tab: type[PersonTab]) -> None:
        form.add_widget(self._made(tab))

    def _add_when_seen(self, form: Form, tab: type[PersonTab]) -> None:
        form.add_widget(WhenSeen(lambda: self._made(tab)))

    def _made(self, tab: type[PersonTab]) -> PersonTab:
        made = tab(self._desk, self._store, self._words, self._file)
        self._tabs.append(made)
        return made

    def _has_opening(self) -> bool:
        """Whether he stands on the roll since a day, without an event of entry."""
        membership = hoi_membership(self._file)
        own = [e for e in self._file.events if membership and e.membership_id == membership.id]
        return membership is not None and is_on_roll_without_entry(in_order(own))

    # Values

    def _values(self) -> dict[str, Any]:
        values = person_fields.person_values(self._file.person)
        values |= own_form_fields.values(self._words, self._own)
        membership = hoi_membership(self._file)
        if membership is None:
            return values
        values |= {name: getattr(membership, name) for name in _OF_MEMBERSHIP}
        return values | {
            "admission_category": membership.admission_category,
            "membership_note": membership.note,
            "on_roll_from": membership.on_roll_from,
            "unit": membership.unit_id,
            "sub_unit": membership.sub_unit_id,
        }

    def _keep(self, values: dict[str, Any], form_id: str) -> Change:
        person = person_fields.person_from(values, self._file.person)
        membership = hoi_membership(self._file)
        if membership is not None:
            membership = _corrected(membership, values)
        own = own_form_fields.stored(self._words, values)
        return save_person(self._store, person, membership, form_id, own)

    def _sentence(self) -> str:
        born = self._file.person.born_on
        told = (f"Sinh {born}" if born else "", standing_sentence(self._file, self._words))
        now = " · ".join(part for part in told if part)
        return f"{_told_then(self._file, self._words, self._seen_on)}{now}"

    # What is done in the lists meanwhile

    def _hear(self, change: Change) -> None:
        if not self.isVisible() or not change.kinds & KINDS:
            return
        try:
            self._file = load_person_file(self._store, self._file.person.id or 0)
            self._own = load_own_texts(self._store, self._file.person.id or 0)
        except NotFound:
            self._leave()
            return
        self.form.renew(self._values())
        self._show_membership(self.form)
        self.set_intro(self._sentence())
        for tab in self._tabs:
            tab.show_file(self._file)


def _told_then(file: PersonFile, words: RosterWords, seen_on: date | None) -> str:
    """How he stood on the past day of the list he was chosen in."""
    if seen_on is None:
        return ""
    then = standing_sentence(file, replace(words, on=seen_on))
    return (
        f"Anh chị đang xem danh sách tại ngày {short_date(seen_on)}; lúc đó: {then}. "
        "Hồ sơ dưới đây là số liệu HÔM NAY, sửa là sửa cho hôm nay.\n"
    )


def _card_fields(words: RosterWords) -> list[Field]:
    categories = [(int(code), text) for code, text in words.choices("ADMISSION_CATEGORY")]
    return [
        TextField("card_no", FIELD["card_no"]),
        DateField("joined_on", FIELD["joined_on"]),
        DateField("card_issued_on", FIELD["card_issued_on"]),
        DateField("card_reissued_on", FIELD["card_reissued_on"]),
        ChoiceField("admission_category", FIELD["admission_category"], categories, wide=True),
        TextField("membership_note", FIELD["note"], wide=True),
    ]


def _corrected(membership: Membership, values: dict[str, Any]) -> Membership:
    """The membership with what the form says; what the form does not ask stays."""
    given = {name: values[name] for name in _OF_MEMBERSHIP}
    given["admission_category"] = values["admission_category"]
    given["note"] = values["membership_note"]
    given["on_roll_from"] = values["on_roll_from"]
    given["unit_id"], given["sub_unit_id"] = values["unit"], values["sub_unit"]
    return replace(membership, **given)
