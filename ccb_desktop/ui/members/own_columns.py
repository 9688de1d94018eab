"""Columns and filters of the members' lists for the branch's own fields."""

from collections.abc import Iterable
from typing import Any

from ccb_desktop.domain.own_fields import (
    OwnField,
    OwnKind,
    OwnTexts,
    asked,
    own_text,
    own_value,
)
from ccb_desktop.domain.own_queries import TextsOf
from ccb_desktop.ui.kit.columns import Column
from ccb_desktop.ui.members.filters import Choice, Filter

_ALL: Choice = (None, "Tất cả")
_SOME = "+"
_NONE = "-"
_WIDTHS = {OwnKind.TEXT: 18, OwnKind.CHOICE: 16, OwnKind.DATE: 11, OwnKind.NUMBER: 10}
_USUAL_WIDTH = 9
_SEARCHED = (OwnKind.TEXT, OwnKind.CHOICE)


def own_columns(fields: Iterable[OwnField], texts_of: TextsOf) -> list[Column[Any]]:
    """A column for each field that is asked; seen when the officer chooses it."""
    return [_column(field, texts_of) for field in asked(fields)]


def _column(field: OwnField, texts_of: TextsOf) -> Column[Any]:
    def stored(line: Any) -> str:
        return texts_of(line.person_id).get(field.id or 0, "")

    is_word = field.kind in _SEARCHED
    return Column(
        field.name,
        field.label,
        lambda line: own_text(field, stored(line)),
        sort_key=None if is_word else lambda line: own_value(field, stored(line)),
        align="right" if field.kind is OwnKind.NUMBER else "left",
        shown=False,
        width=max(_WIDTHS.get(field.kind, _USUAL_WIDTH), len(field.label)),
        searched=is_word,
    )


def own_filters(fields: Iterable[OwnField], texts_of: TextsOf) -> list[Filter]:
    """One filter for all fields that are asked, so that many of them leave room for the list.

    Its values name the field and what is looked for in it: `own_2=A`.
    """
    offered = asked(fields)
    if not offered:
        return []
    choices = [choice for field in offered for choice in _choices(field)]

    def counts_as(line: Any) -> Iterable[str]:
        texts = texts_of(line.person_id)
        return {value for field in offered for value in _counts_as(field, texts)}

    return [Filter("own", "Trường riêng", (_ALL, *choices), counts_as)]


def _counts_as(field: OwnField, texts: OwnTexts) -> tuple[str, ...]:
    stored = texts.get(field.id or 0, "")
    if not stored:
        return (f"{field.name}{_NONE}",)
    return f"{field.name}{_SOME}", f"{field.name}={stored}"


def _choices(field: OwnField) -> Iterable[Choice]:
    """What can be looked for in a field: `Nhóm máu: A`, `Nhóm máu: chưa ghi`."""
    if field.kind is OwnKind.CHOICE:
        found = [(f"={choice}", choice) for choice in field.choices]
    elif field.kind is OwnKind.YES_NO:
        found = [("=1", "có"), ("=0", "không")]
    else:
        found = [(_SOME, "đã ghi")]
    for value, told in (*found, (_NONE, "chưa ghi")):
        yield f"{field.name}{value}", f"{field.label}: {told}"
