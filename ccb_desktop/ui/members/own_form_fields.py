"""The branch's own fields on the form of a person."""

from collections.abc import Mapping
from typing import Any

from ccb_desktop.domain.own_fields import (
    DECIMALS,
    LONGEST_VALUE,
    OwnField,
    OwnKind,
    OwnTexts,
    asked,
    offered_choices,
    own_value,
)
from ccb_desktop.operations.members.own_fields import stored_values
from ccb_desktop.ui.kit.choice_fields import ChoiceField, YesNoField
from ccb_desktop.ui.kit.date_field import DateField
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.text_fields import NumberField, TextField
from ccb_desktop.ui.members.words import RosterWords

_MOST = 999_999_999_999


def are_asked(words: RosterWords) -> bool:
    """Whether the branch has fields of its own."""
    return bool(asked(words.own_fields))


def fields(words: RosterWords, texts: OwnTexts) -> list[Field]:
    """One field of the form for each that is asked."""
    return [_field(one, texts.get(one.id or 0, "")) for one in asked(words.own_fields)]


def values(words: RosterWords, texts: OwnTexts) -> dict[str, Any]:
    """What stands in the fields."""
    return {one.name: own_value(one, texts.get(one.id or 0, "")) for one in asked(words.own_fields)}


def stored(words: RosterWords, given: Mapping[str, Any]) -> OwnTexts:
    """What the form says, as the books keep it.

    Raises:
        Invalid: By the names of the fields.
    """
    return stored_values(list(asked(words.own_fields)), given)


def _field(one: OwnField, stored_text: str) -> Field:
    if one.kind is OwnKind.NUMBER:
        return NumberField(one.name, one.label, least=-_MOST, most=_MOST, decimals=DECIMALS)
    if one.kind is OwnKind.DATE:
        return DateField(one.name, one.label)
    if one.kind is OwnKind.YES_NO:
        return YesNoField(one.name, one.label)
    if one.kind is OwnKind.CHOICE:
        choices = [(choice, choice) for choice in offered_choices(one, stored_text)]
        return ChoiceField(one.name, one.label, choices)
    return TextField(one.name, one.label, longest=LONGEST_VALUE)
