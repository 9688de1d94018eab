"""Columns and filters of the members' lists for the branch's own fields."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from ccb_desktop.domain.own_fields import (
    OwnField,
    OwnKind,
    OwnTexts,
    asked,
    own_text,
    own_value,
)
from ccb_desktop.ui.kit.columns import Column
from ccb_desktop.ui.members.filters import Choice, Filter

TextsOf = Callable[[int], OwnTexts]
"""Person → what the fields say of him."""

_ALL: Choice = (None, "Tất cả")
_SOME = "SOME"
_NONE = "NONE"
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


def own_filters(
    fields: Iterable[OwnField], texts_of: TextsOf, others: Sequence[Filter]
) -> list[Filter]:
    """A filter for each field that is asked.

    Args:
        fields: The branch's own fields.
        texts_of: What they say of a person.
        others: The filters there are already; no two bear one label.
    """
    taken = {one.label for one in others}
    return [_filter(field, texts_of, taken) for field in asked(fields)]


def _filter(field: OwnField, texts_of: TextsOf, taken: set[str]) -> Filter:
    def counts_as(line: Any) -> Iterable[str]:
        stored = texts_of(line.person_id).get(field.id or 0, "")
        return (_SOME, stored) if stored else (_NONE,)

    label = f"{field.label} (riêng)" if field.label in taken else field.label
    return Filter(field.name, label, _choices(field), counts_as)


def _choices(field: OwnField) -> tuple[Choice, ...]:
    offered: list[Choice] = [_ALL]
    if field.kind is OwnKind.CHOICE:
        offered += [(choice, choice) for choice in field.choices]
    elif field.kind is OwnKind.YES_NO:
        offered += [("1", "Có"), ("0", "Không")]
    else:
        offered.append((_SOME, "Đã ghi"))
    return (*offered, (_NONE, "Chưa ghi"))
