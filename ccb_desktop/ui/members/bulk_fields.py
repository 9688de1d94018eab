"""The fields that can be set for many at once: those of the person's form, one at a time."""

from typing import Any

from ccb_desktop.domain.bulk.edits import SETS, Way
from ccb_desktop.domain.labels import FIELD, SEX
from ccb_desktop.domain.members.people import Sex
from ccb_desktop.domain.own_fields import own_text
from ccb_desktop.ui.kit.choice_fields import ChecklistField, ChoiceField
from ccb_desktop.ui.kit.date_field import DateField
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.text_fields import TextField
from ccb_desktop.ui.members import own_form_fields, person_fields
from ccb_desktop.ui.members.columns import printed
from ccb_desktop.ui.members.words import RosterWords

WAYS = ((Way.ADD, "Thêm vào"), (Way.REMOVE, "Bỏ ra"), (Way.SET, "Đặt đúng như chọn dưới đây"))

_NOT_AT_ONCE = frozenset({"policies"})
_FIRST = ("street_group", "tags", "periods", "address", "rank", "theatres")
# What is set for many most often stands at the top of the choice.


def value_fields(words: RosterWords) -> list[Field]:
    """One field for each that can be set, the commonest first."""
    known = {
        field.name: field
        for field in (
            *person_fields.identity_fields(),
            *person_fields.home_fields(),
            *person_fields.further_identity_fields(words),
            *person_fields.death_and_consent_fields(),
            *person_fields.service_fields(words),
            *person_fields.party_fields(words),
            *person_fields.policy_fields(words),
            *_card_fields(words),
            *own_form_fields.fields(words, {}),
        )
        if field.name not in _NOT_AT_ONCE
    }
    return [known.pop(name) for name in _FIRST] + list(known.values())


def _card_fields(words: RosterWords) -> list[Field]:
    categories = [(int(code), text) for code, text in words.choices("ADMISSION_CATEGORY")]
    return [
        ChoiceField("admission_category", FIELD["admission_category"], categories, wide=True),
        DateField("joined_on", FIELD["joined_on"]),
        TextField("card_no", FIELD["card_no"]),
        DateField("card_issued_on", FIELD["card_issued_on"]),
        DateField("card_reissued_on", FIELD["card_reissued_on"]),
    ]


def chosen_value(field: Field) -> Any:
    """What the edit is to write; a yes-or-no that must be one of both is no when left open."""
    value = field.value()
    if isinstance(field, ChecklistField):
        return tuple(value)
    return bool(value) if field.name == "sort_by_first_word" else value


_LISTS = {"periods": "PERIOD", "tags": "TAG"}
_YES_NO = {True: "Có", False: "Không"}


def said(name: str, value: Any, words: RosterWords) -> str:
    """A value of a field as an officer reads it."""
    own = words.own_field(name)
    if own is not None:
        return own_text(own, value)
    if value is None:
        return ""
    if name in SETS:
        return words.said(_LISTS[name], value)
    if name == "admission_category":
        return words.label("ADMISSION_CATEGORY", str(value))
    if isinstance(value, Sex):
        return SEX[value]
    if isinstance(value, bool):
        return _YES_NO[value]
    if name == "party_badge":
        return f"{value} năm"
    return printed(value)
