"""Columns of lists and of the data workbook that hold the branch's own fields."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ccb_desktop.domain.exchange.choices import CodeLists
from ccb_desktop.domain.exchange.fields import Field, FieldType, SheetKind
from ccb_desktop.domain.exchange.headers import header_key, is_serial
from ccb_desktop.domain.exchange.sheet_kinds import sheet_kind
from ccb_desktop.domain.exchange.typed_rows import SheetMapping
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.own_fields import NAME_BEGINS, OwnField, OwnKind, asked

OWN_SHEETS = ("members", "club_members")
"""Kinds of sheets that have a column for each field."""

_TYPES = {
    OwnKind.TEXT: FieldType.TEXT,
    OwnKind.NUMBER: FieldType.NUMBER,
    OwnKind.DATE: FieldType.PARTIAL_DATE,
    OwnKind.CHOICE: FieldType.CHOICE,
    OwnKind.YES_NO: FieldType.YES_NO,
}


def with_own_fields(kind: SheetKind, own: Sequence[OwnField]) -> SheetKind:
    """The kind of sheet with a column for each field that is asked, behind all others."""
    if kind.name not in OWN_SHEETS or not own:
        return kind
    return replace(kind, fields=(*kind.fields, *map(_column, asked(own))))


def _column(field: OwnField) -> Field:
    choices = field.name if field.kind is OwnKind.CHOICE else ""
    return Field(field.name, field.label, _TYPES[field.kind], choices=choices)


def with_own_choices(code_lists: CodeLists | None, own: Iterable[OwnField]) -> CodeLists:
    """The code lists, and for each field to choose in what it offers."""
    offered = {
        field.name: {choice: choice for choice in field.choices}
        for field in own
        if field.kind is OwnKind.CHOICE
    }
    return {**(code_lists or {}), **offered}


def own_columns(
    kind: SheetKind | None, labels: Mapping[int, str], own: Sequence[OwnField]
) -> dict[int, str]:
    """Column → field of the branch's own, where the header says the field's label.

    Args:
        kind: What the sheet holds.
        labels: Column → its header, levels joined by a dash.
        own: The branch's fields.
    """
    if kind is None or kind.name not in OWN_SHEETS:
        return {}
    names = {header_key(field.label): field.name for field in asked(own)}
    found: dict[int, str] = {}
    for column, label in sorted(labels.items()):
        lowest = label.rpartition(" – ")[2]
        name = names.get(header_key(label)) or names.get(header_key(lowest))
        if name and name not in found.values():
            found[column] = name
    return found


def without_lost_fields(said: SheetMapping, own: Iterable[OwnField]) -> SheetMapping:
    """What the officer said, without columns of own fields that are asked no more."""
    known = {field.name for field in asked(own)}
    columns = {
        column: name
        for column, name in said.columns.items()
        if name is None or name in known or not name.startswith(NAME_BEGINS)
    }
    return replace(said, columns=columns)


def taken_header(label: str) -> str:
    """The header or field of the program's own that a label would be taken for, if any."""
    if is_serial(label):
        return "STT"
    key = header_key(label)
    headers = [field.header for name in OWN_SHEETS for field in sheet_kind(name).fields]
    headers += [FIELD[name] for name in Person.__dataclass_fields__ if name in FIELD]
    return next((header for header in headers if header_key(header) == key), "")
