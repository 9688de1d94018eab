"""Taking the cells of a row into a record: blank cells never overwrite."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from ccb_desktop.domain.activities.labels import FIELD as ACTIVITY_FIELD
from ccb_desktop.domain.activities.labels import LABELS as ACTIVITY_LABELS
from ccb_desktop.domain.emulation.labels import FIELD as EMULATION_FIELD
from ccb_desktop.domain.emulation.labels import LABELS as EMULATION_LABELS
from ccb_desktop.domain.funds.labels import FIELD as MONEY_FIELD
from ccb_desktop.domain.imports.outcome import FieldChange
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.tasks.labels import FIELD as TASK_FIELD
from ccb_desktop.domain.visits.labels import FIELD as VISIT_FIELD

_OF_WORK = {
    **{
        name: label
        for (_table, name), label in (*ACTIVITY_LABELS.items(), *EMULATION_LABELS.items())
    },
    **EMULATION_FIELD,
    **ACTIVITY_FIELD,
    **TASK_FIELD,
}

Record = TypeVar("Record", bound=Any)
Cells = Mapping[str, Any]
Printer = Callable[[str, Any], str]


def take_in(record: Record, cells: Cells, names: Iterable[str]) -> Record:
    """The record with the named cells taken in; a vaguer date never replaces a full one."""
    taken = {
        name: cells[name]
        for name in names
        if name in cells and _replaces(getattr(record, name), cells[name])
    }
    return replace(record, **taken) if taken else record


def _replaces(known: Any, read: Any) -> bool:
    if isinstance(read, PartialDate) and (known is None or isinstance(known, PartialDate)):
        return read.refines(known)
    return bool(known != read)


def differences(
    before: Any,
    after: Any,
    print_value: Printer,
    without: Iterable[str] = (),
    cells: Mapping[str, str] | None = None,
) -> list[FieldChange]:
    """What differs between two records of one kind, field by field, in words.

    Args:
        before: The record as the books have it.
        after: As it would be.
        print_value: Gives the value of a field as officers read it.
        without: Fields not told of.
        cells: Field of the record → field of the sheet, where they are called otherwise.
    """
    left_out = {"id", *without}
    return [
        FieldChange(
            label_of(f.name),
            print_value(f.name, getattr(before, f.name)),
            print_value(f.name, getattr(after, f.name)),
            (cells or {}).get(f.name, f.name),
        )
        for f in fields(before)
        if f.name not in left_out and getattr(before, f.name) != getattr(after, f.name)
    ]


def label_of(name: str) -> str:
    """What officers call a field, whichever record it belongs to."""
    found = (words.get(name) for words in (FIELD, MONEY_FIELD, VISIT_FIELD, _OF_WORK))
    return next((label for label in found if label), name)


def as_partial(value: Any) -> PartialDate | None:
    """A date cell as a partial date, whichever of the two it was read as."""
    return None if value is None else as_known_partial(value)


def as_known_partial(value: Any) -> PartialDate:
    """A date cell that is not blank, as a partial date."""
    return value if isinstance(value, PartialDate) else PartialDate.of(value)
