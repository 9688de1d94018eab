"""What every row of an import needs at hand: the books, the day, and where it stands."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from ccb_desktop.domain.activities.labels import ACTIVITY_ROLE
from ccb_desktop.domain.code_lists import Code, code_list
from ccb_desktop.domain.exchange.typed_rows import CellProblem, TypedRow
from ccb_desktop.domain.funds.campaigns import Campaign
from ccb_desktop.domain.funds.labels import FUND_PURPOSE
from ccb_desktop.domain.imports.books import Books
from ccb_desktop.domain.imports.choices import SheetChoice
from ccb_desktop.domain.imports.matching import CannotTell, Identity, Mention, find_person
from ccb_desktop.domain.imports.merge import as_partial
from ccb_desktop.domain.imports.outcome import (
    Duplicate,
    FieldChange,
    Outcome,
    RowResult,
    SheetResult,
)
from ccb_desktop.domain.imports.shelf import Record
from ccb_desktop.domain.labels import EVENT_KIND, POST_SCOPE, SEX, UNIT_KIND
from ccb_desktop.domain.members.memberships import EventKind
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.members.units import Unit, UnitKind
from ccb_desktop.domain.money import format_dong
from ccb_desktop.domain.own_fields import OwnField
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.visits.labels import HOUSING_KIND

_LABELS: dict[str, Mapping[Any, str]] = {
    "sex": SEX,
    "purpose": FUND_PURPOSE,
    "scope": POST_SCOPE,
    "role": ACTIVITY_ROLE,
    "kind": {**EVENT_KIND, **UNIT_KIND, **HOUSING_KIND},
}


_DAYS = ("happened_on", "paid_on", "given_on", "lent_on", "visited_on")
_TELLING = (
    *("full_name", "content", "donor", "fund", "campaign", "loan_code", "group"),
    *("household_head", "recipient", "item", "name"),
)


class SheetOrigin(NamedTuple):
    """From which file a sheet comes, and what is to be done with money it says again.

    Attributes:
        file: The number of the file in this import.
        name: The name of the file.
        is_known: Whether the very same file was imported before, and stands.
        takes_repeats: Whether the officer says that rows of money, alike to one that is in
            the books, are no repeats.
        choice: What of the sheet the officer leaves.
    """

    file: int = 0
    name: str = ""
    is_known: bool = False
    takes_repeats: bool = False
    choice: SheetChoice = SheetChoice()


class Claim(NamedTuple):
    """Where, and in its cells how, a row of a roster says that a person stands."""

    result: SheetResult
    row: TypedRow
    person: Person
    unit_id: int
    sub_unit_id: int | None


@dataclass(slots=True)
class Context:
    """The state of one import.

    Attributes:
        as_of: The day from which people without dates of their own stand on the roll.
        code_labels: List → code → label, for telling what changes.
        mentions: Kind of sheet → person → where this import named him.
        told_units: Units of which a row of a sheet *Đơn vị* told.
        own_fields: The branch's own fields, which rosters may tell of.
        claims: What rosters say of unit and status, looked at when all events are in.
        origins: Where the sheets come from, in their order.
        today: No money is booked after this day.
    """

    books: Books
    as_of: date
    code_labels: Mapping[str, Mapping[str, str]]
    indicators: frozenset[str]
    own_fields: Sequence[OwnField] = ()
    sheet_number: int = 0
    result: SheetResult = field(init=False)
    mentions: defaultdict[str, dict[int, Mention]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    told_units: set[int] = field(default_factory=set)
    _first_row_of: dict[tuple[int, int], int] = field(default_factory=dict)
    _units_of_row: list[Unit] = field(default_factory=list)
    _campaigns_of_row: list[Campaign] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    _told_of: set[tuple[int, str, int]] = field(default_factory=set)
    origins: Sequence[SheetOrigin] = ()
    today: date = field(default_factory=date.today)

    @property
    def origin(self) -> SheetOrigin:
        """Where the sheet in hand comes from."""
        return self.origins[self.sheet_number] if self.origins else SheetOrigin()

    # Saying what became of a row

    def done(
        self, row: TypedRow, outcome: Outcome, label: str, changes: list[FieldChange] | None = None
    ) -> None:
        """Note what a row does."""
        found = tuple(changes or ())
        self.result.rows.append(RowResult(row.row_number, outcome, label, found))

    def done_to(
        self,
        row: TypedRow,
        record_id: int | None,
        outcome: Outcome,
        label: str,
        changes: list[FieldChange] | None = None,
    ) -> None:
        """Note what a row does to a record; one that only repeats an earlier row is a duplicate."""
        first = self._first_row_of.setdefault((self.sheet_number, record_id or 0), row.row_number)
        if outcome is Outcome.UNCHANGED and first != row.row_number:
            self.result.duplicates.append(Duplicate(row.row_number, label, first))
            outcome = Outcome.SKIPPED
        self.done(row, outcome, label, changes)

    def leave(self, row: TypedRow) -> None:
        """Note that the officer leaves a row out."""
        left = RowResult(row.row_number, Outcome.SKIPPED, row_label(row), is_left=True)
        self.result.rows.append(left)

    def refuse(self, row: TypedRow, field_name: str, message: str) -> None:
        """Note that a row cannot be taken in, and why."""
        self.result.problems.append(self.problem(row, field_name, message, row_kept=False))
        self.done(row, Outcome.SKIPPED, row_label(row))

    def tell(self, row: TypedRow, field_name: str, message: str) -> None:
        """Note that one cell cannot be taken in; the rest of its row comes in."""
        self.result.problems.append(self.problem(row, field_name, message, row_kept=True))

    def problem(
        self, row: TypedRow, field_name: str, message: str, *, row_kept: bool
    ) -> CellProblem:
        """A problem of one cell, placed by the header the file gives its column."""
        columns = self.result.sheet.columns
        header = next((c.header for c in columns if c.field == field_name), "")
        return CellProblem(
            row=row.row_number,
            column=header,
            field=field_name,
            value=self.print_value(field_name, row.values.get(field_name)),
            message=message,
            row_kept=row_kept,
        )

    def has_column(self, field_name: str) -> bool:
        """Whether the sheet tells of a field at all."""
        return any(column.field == field_name for column in self.result.sheet.columns)

    def print_value(self, name: str, value: Any) -> str:
        """A value as officers read it."""
        if value is None or value == "":
            return ""
        if isinstance(value, bool):
            return "Có" if value else "Không"
        if name in ("unit_id", "sub_unit_id", "from_unit_id", "parent_id"):
            return self.books.units[value].name
        if name.endswith("_dong") and isinstance(value, int):
            return format_dong(value)
        if isinstance(value, Decimal):
            return number(value)
        if type(value) is date:
            return f"{value:%d/%m/%Y}"
        if isinstance(value, frozenset):
            codes = self.code_labels.get({"periods": "PERIOD"}.get(name, "POLICY"), {})
            return "; ".join(sorted(codes.get(code, code) for code in value))
        if name in _LABELS:
            return _LABELS[name].get(value, str(value))
        return str(value)

    # Units and people that rows name

    def unit(self, text: str, kind: UnitKind = UnitKind.CHI_HOI) -> Unit:
        """The unit a row names, made when it does not exist yet."""
        return self.books.unit_named(text, kind) or self._new_unit(text, kind)

    def sub_unit(self, text: str, parent: Unit) -> Unit:
        """The phân hội a row names, within its chi hội."""
        found = self.books.unit_named(text, UnitKind.PHAN_HOI, parent.id)
        return found or self._new_unit(text, UnitKind.PHAN_HOI, parent)

    def _new_unit(self, text: str, kind: UnitKind, parent: Unit | None = None) -> Unit:
        made = self.books.add_unit(text, kind, parent)
        self._units_of_row.append(made)
        return made

    def campaign(self, name: str) -> Campaign:
        """The campaign a row names, made when it does not exist yet."""
        known = self.books.money.campaign_named(name)
        if known is not None:
            return known
        made = self.books.money.add_campaign(name)
        self._campaigns_of_row.append(made)
        return made

    def entry(self, list_name: str, text: str) -> Code:
        """The entry of a code list that a row means; one that is new joins the list.

        Rows ask for it last, when nothing can refuse them any more.
        """
        found = self.books.work.entry_meant(list_name, text)
        if found is None:
            found = self.books.work.add_entry(list_name, text)
            self.result.new_entries.append(f"{found.label} ({code_list(list_name).label})")
        return found

    def begin_row(self) -> None:
        """Units and campaigns made from here on belong to the row that begins."""
        self._units_of_row.clear()
        self._campaigns_of_row.clear()

    def keep_made(self) -> None:
        """The row was taken in: tell which units and campaigns it made."""
        self.result.new_units += [unit.name for unit in self._units_of_row]
        self.result.new_campaigns += [made.name for made in self._campaigns_of_row]

    def drop_made(self) -> None:
        """The row gives nothing, so neither do the units and campaigns it named."""
        self.drop_units()
        for made in self._campaigns_of_row:
            self.books.money.remove_campaign(made)

    def drop_units(self) -> None:
        """The row is not about the units it named after all."""
        for unit in self._units_of_row:
            self.books.units.remove(unit.id or 0)
        self._units_of_row.clear()

    def is_repeat(self, row: TypedRow, person: Person, mention: Mention | None) -> bool:
        """Whether an earlier row of the same sheet named the person; then the row is noted."""
        if mention is None or mention.place[0] != self.sheet_number:
            return False
        first = mention.place[1]
        self.result.duplicates.append(Duplicate(row.row_number, person.full_name, first))
        self.done(row, Outcome.SKIPPED, person.full_name)
        return True

    def remember(self, kind: str, row: TypedRow, person: Person, who: Identity) -> None:
        """Note that a roster of this import named a person."""
        place = (self.sheet_number, row.row_number)
        self.mentions[kind][person.id or 0] = Mention(place, who)

    def first_untold(self, kind: str, records: Iterable[Record]) -> Record | None:
        """The first of some records of which no row of the same file told yet.

        Two rows of one file that are alike tell of two records.
        """
        file = self.origin.file
        return next((one for one in records if (file, kind, one.id) not in self._told_of), None)

    def tell_of(self, kind: str, record_id: int | None) -> None:
        """Note that a row of the file in hand told of a record."""
        self._told_of.add((self.origin.file, kind, record_id or 0))

    def known_unit_id(self, row: TypedRow) -> int | None:
        """The unit a row names, when the books have it."""
        text = row.values.get("unit")
        found = self.books.unit_named(str(text), UnitKind.CHI_HOI) if text else None
        return found.id if found else None

    def identity(self, row: TypedRow, unit_id: int | None) -> Identity:
        """Whom a row names."""
        cells = row.values
        happened_on = next((as_partial(cells[day]) for day in _DAYS if day in cells), None)
        return Identity(
            full_name=str(cells["full_name"]),
            born_on=as_partial(cells.get("born_on")),
            card_no=str(cells.get("card_no", "")),
            citizen_id=str(cells.get("citizen_id", "")),
            unit_id=unit_id,
            joined_unit_id=self._joined_unit_id(row),
            on=happened_on.first_day if happened_on else None,
        )

    def _joined_unit_id(self, row: TypedRow) -> int | None:
        """The unit to which a row of *Biến động* moves somebody."""
        text = str(row.values.get("elsewhere", ""))
        if not text or row.values.get("event_kind") != EventKind.MOVED_UNIT:
            return None
        found = self.books.unit_named(text, UnitKind.CHI_HOI)
        return found.id if found else None

    def person(self, row: TypedRow) -> Person:
        """The person of the books whom a row names.

        Raises:
            CannotTell: Nobody, or more than one, fits.
        """
        found = find_person(self.books, self.identity(row, self.known_unit_id(row)))
        if found is None:
            raise CannotTell(
                f"Không tìm thấy {row.values['full_name']} trong danh sách. "
                "Kiểm tra họ tên, ngày sinh, số thẻ; người mới thì nhập danh sách hội viên trước."
            )
        return found


def row_label(row: TypedRow) -> str:
    """By what officers know a row."""
    return next((str(row.values[name]) for name in _TELLING if name in row.values), "")
