"""What a filter can ask of the branch's own fields."""

from collections.abc import Callable, Iterable
from typing import Any

from ccb_desktop.domain.own_fields import OwnField, OwnKind, OwnTexts, asked, own_text, own_value
from ccb_desktop.domain.queries import FieldKind, QueryField

TextsOf = Callable[[int], OwnTexts]
"""Person → what the fields say of him."""

_ASKED_AS = {
    OwnKind.TEXT: FieldKind.TEXT,
    OwnKind.NUMBER: FieldKind.NUMBER,
    OwnKind.DATE: FieldKind.DATE,
    OwnKind.CHOICE: FieldKind.CODE,
    OwnKind.YES_NO: FieldKind.CODE,
}


def own_query_fields(fields: Iterable[OwnField], texts_of: TextsOf) -> list[QueryField]:
    """What `Lọc nâng cao` can ask of each field that is asked, by its kind."""
    return [_query_field(field, texts_of) for field in asked(fields)]


def _query_field(field: OwnField, texts_of: TextsOf) -> QueryField:
    kind = _ASKED_AS[field.kind]

    def value_of(line: Any) -> Any:
        stored = texts_of(line.person_id).get(field.id or 0, "")
        if kind is FieldKind.CODE:
            return (stored,) if stored else ()
        return own_value(field, stored)

    codes = ("1", "0") if field.kind is OwnKind.YES_NO else field.choices
    choices = tuple((code, own_text(field, code)) for code in codes)
    return QueryField(field.name, field.label, kind, value_of, choices)
