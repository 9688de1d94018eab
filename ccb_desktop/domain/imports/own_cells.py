"""The cells of a roster that hold the branch's own fields."""

from dataclasses import replace

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.exchange.typed_rows import TypedRow
from ccb_desktop.domain.imports.context import Context
from ccb_desktop.domain.imports.outcome import FieldChange
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.own_fields import OwnEntry, OwnField, OwnKind, own_text, stored_of
from ccb_desktop.domain.partial_dates import PartialDate


def take_own_fields(context: Context, row: TypedRow, person: Person) -> list[FieldChange]:
    """Keep what a row says of the branch's own fields; blank cells never overwrite."""
    told = ((field, row.as_chosen().values.get(field.name)) for field in context.own_fields)
    taken = (
        _take(context, row, person, field, value) for field, value in told if value is not None
    )
    return [change for change in taken if change is not None]


def _take(
    context: Context, row: TypedRow, person: Person, field: OwnField, value: object
) -> FieldChange | None:
    try:
        stored = stored_of(field, value)
    except Invalid as fault:
        problem = context.problem(row, field.name, str(fault), row_kept=True)
        context.result.problems.append(problem)
        return None
    known = context.books.own_entry(person.id or 0, field.id or 0)
    before = known.value if known else ""
    if not _replaces(field, before, stored):
        return None
    entry = known or OwnEntry(person_id=person.id or 0, field_id=field.id or 0, value="")
    context.books.put_own_entry(replace(entry, value=stored))
    return FieldChange(field.label, own_text(field, before), own_text(field, stored), field.name)


def _replaces(field: OwnField, before: str, stored: str) -> bool:
    """Whether it says more, or other; a vaguer date never replaces a full one."""
    if field.kind is OwnKind.DATE and before:
        return PartialDate.from_iso(stored).refines(PartialDate.from_iso(before))
    return before != stored
