"""The household cells of a roster: head, poverty, house, cultural family (meaning 10)."""

from dataclasses import replace

from ccb_desktop.domain.imports.books import Books
from ccb_desktop.domain.imports.context import Context
from ccb_desktop.domain.imports.merge import Cells, take_in
from ccb_desktop.domain.imports.outcome import FieldChange
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.members.households import Household, HouseholdYear, state_in
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.people_names import search_key

_FINDINGS = ("poverty", "house_state", "cultural_family")


def take_household(
    context: Context, cells: Cells, person: Person, unit_id: int | None
) -> list[FieldChange]:
    """Put a person into his household and keep what the list says of it for the year."""
    told = any(name in cells for name in ("household_head", *_FINDINGS))
    if not told and not context.has_column("household_head"):
        return []
    books = context.books
    home = _home_of(books, cells, person, unit_id)
    changes: list[FieldChange] = []
    if home.id != person.household_id:
        known = person.household_id
        before = books.households[known].head_name if known is not None else ""
        books.put_person(replace(person, household_id=home.id))
        cell = "household_head" if known is not None else ""
        changes.append(FieldChange(FIELD["household_head"], before, home.head_name, cell))
    return changes + _take_findings(context, cells, home)


def _home_of(books: Books, cells: Cells, person: Person, unit_id: int | None) -> Household:
    """The household meant: his own as known, else that of the same head, unit and address."""
    known = books.households[person.household_id] if person.household_id is not None else None
    head = str(cells.get("household_head", known.head_name if known else person.full_name))
    if known is not None and search_key(known.head_name) == search_key(head):
        return known
    meant = Household(head_name=head, unit_id=unit_id, address=person.address)
    return books.household_like(meant) or books.add_household(meant)


def _take_findings(context: Context, cells: Cells, home: Household) -> list[FieldChange]:
    if not any(name in cells for name in _FINDINGS):
        return []
    year = context.as_of.year
    found = next((y for y in home.years if y.year == year), HouseholdYear(year=year))
    taken = take_in(found, cells, _FINDINGS)
    others = [y for y in home.years if y.year != year]
    years = tuple(sorted([*others, taken], key=lambda y: y.year))
    before, after = state_in(home.years, year), state_in(years, year)
    if before == after:
        return []
    context.books.households.put(replace(home, years=years))
    return [
        FieldChange(
            FIELD[name], _in_words(context, name, before), _in_words(context, name, after), name
        )
        for name in _FINDINGS
        if getattr(before, name) != getattr(after, name)
    ]


def _in_words(context: Context, name: str, state: object) -> str:
    lists = {"poverty": "POVERTY", "house_state": "HOUSE"}
    value = getattr(state, name)
    if name in lists:
        return context.code_labels.get(lists[name], {}).get(value, value)
    return context.print_value(name, value)
