"""The dues of one unit and year as a grid: what each member owes, has paid, pays now."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ccb_desktop.domain.funds.dues import DuesPayment
from ccb_desktop.domain.funds.dues_arrears import DuesPayer
from ccb_desktop.domain.funds.dues_rules import DuesRules, month_index, months_of_year
from ccb_desktop.domain.members.memberships import IN_HOI, Standing
from ccb_desktop.domain.money import MOST_DONG
from ccb_desktop.domain.partial_dates import PartialDate

Month = int | None
"""1 to 12; `None` for the year as a whole."""

Paying = Mapping[Month, int]
"""What a member pays now: month → đồng."""


@dataclass(frozen=True)
class DuesLine:
    """One member in the grid of a year.

    Attributes:
        due_by_month: What he owes for each of the twelve months, in đồng.
        paid: What he has paid: month → đồng.
    """

    person_id: int
    full_name: str
    born_on: PartialDate | None
    due_by_month: tuple[int, ...]
    paid: Mapping[Month, int]

    @cached_property
    def due_dong(self) -> int:
        """What he owes for the whole year."""
        return sum(self.due_by_month)

    @cached_property
    def paid_dong(self) -> int:
        """What he has paid for the year."""
        return sum(self.paid.values())

    @property
    def is_owing(self) -> bool:
        """Whether he owes anything in this year."""
        return self.due_dong > 0

    @property
    def lacking_dong(self) -> int:
        """What he still lacks for the year."""
        return max(0, self.due_dong - self.paid_dong)

    @cached_property
    def lacking_by_month(self) -> tuple[int, ...]:
        """What he still lacks for each month.

        What was paid for the year as a whole, or too much for a month, fills the earliest
        months that are open.
        """
        lacking = [due - self.paid.get(at, 0) for at, due in enumerate(self.due_by_month, 1)]
        spare = self.paid.get(None, 0) - sum(min(0, one) for one in lacking)
        for place, one in enumerate(lacking):
            filled = min(spare, max(0, one))
            lacking[place] = max(0, one) - filled
            spare -= filled
        return tuple(lacking)

    def spread(self, amount_dong: int) -> dict[Month, int]:
        """An amount over the months that are open, the earliest first; the rest is the year's."""
        paying: dict[Month, int] = {}
        for month, lacking in enumerate(self.lacking_by_month, 1):
            part = min(amount_dong, lacking)
            if part > 0:
                paying[month] = part
                amount_dong -= part
        return paying | ({None: amount_dong} if amount_dong else {})


@dataclass(frozen=True, slots=True, kw_only=True)
class DuesSheet:
    """The grid of a unit and year.

    Attributes:
        lines: In Vietnamese order.
        monthly: Whether dues of the year are told by month.
    """

    unit_id: int | None
    year: int
    monthly: bool
    lines: tuple[DuesLine, ...]

    @property
    def due_dong(self) -> int:
        """What all together owe for the year."""
        return sum(line.due_dong for line in self.lines)

    @property
    def paid_dong(self) -> int:
        """What all together have paid for it."""
        return sum(line.paid_dong for line in self.lines)

    @property
    def lacking_dong(self) -> int:
        """What all together still lack."""
        return sum(line.lacking_dong for line in self.lines)


def dues_sheet(
    payers: Iterable[DuesPayer],
    rules: DuesRules,
    paid: Mapping[int, Mapping[Month, int]],
    unit_id: int | None,
    year: int,
) -> DuesSheet:
    """The grid of one unit and year.

    Args:
        payers: Members in Vietnamese order, more than belong to the unit.
        rules: Rates and exemptions.
        paid: Person → month → what he has paid for the year.
        unit_id: The chi hội; each member is in the grid of the one where he stood last.
        year: The year.
    """
    sheets = dues_sheets(payers, rules, paid, year)
    empty = DuesSheet(unit_id=unit_id, year=year, monthly=rules.is_monthly(year), lines=())
    return sheets.get(unit_id, empty)


def dues_sheets(
    payers: Iterable[DuesPayer],
    rules: DuesRules,
    paid: Mapping[int, Mapping[Month, int]],
    year: int,
) -> dict[int | None, DuesSheet]:
    """The grids of all units: unit → its grid; see `dues_sheet`."""
    lines: dict[int | None, list[DuesLine]] = {}
    for payer in payers:
        last = last_in_year(payer.course, year)
        if last is not None:
            line = DuesLine(
                person_id=payer.person_id,
                full_name=payer.full_name,
                born_on=payer.born_on,
                due_by_month=rules.due_by_month(payer, year),
                paid=paid.get(payer.person_id, {}),
            )
            lines.setdefault(last.unit_id, []).append(line)
    monthly = rules.is_monthly(year)
    return {
        unit_id: DuesSheet(unit_id=unit_id, year=year, monthly=monthly, lines=tuple(of_unit))
        for unit_id, of_unit in lines.items()
    }


def last_in_year(course: Iterable[Standing], year: int) -> Standing | None:
    """How a member stood last in a year, in a month on whose last day he was in the Hội."""
    first, until = months_of_year(year)
    found = None
    for standing in course:
        ends = until if standing.to_on is None else min(until, month_index(standing.to_on))
        begins = max(first, month_index(standing.from_on))
        if standing.status in IN_HOI and begins < ends:
            found = standing
    return found


class Ticks:
    """What is ticked in a grid and not handed in yet."""

    def __init__(self, sheet: DuesSheet) -> None:
        self.sheet = sheet
        self._lines = {line.person_id: line for line in sheet.lines}
        self._paying: dict[int, dict[Month, int]] = {}

    def of(self, person_id: int) -> Paying:
        """What a member pays now."""
        return self._paying.get(person_id, {})

    def amount(self, person_id: int) -> int:
        """What he pays now, in đồng."""
        return sum(self.of(person_id).values())

    @property
    def amount_dong(self) -> int:
        """What all pay now."""
        return sum(map(self.amount, self._paying))

    @property
    def people(self) -> int:
        """How many pay now."""
        return len(self._paying)

    def set_amount(self, person_id: int, amount_dong: int) -> None:
        """Let a member pay exactly this; nothing takes his ticks away."""
        line = self._lines[person_id]
        paying = line.spread(amount_dong) if self.sheet.monthly else {None: amount_dong}
        self._set(person_id, {month: dong for month, dong in paying.items() if dong})

    def resume(self, person_id: int, paying: Paying) -> None:
        """Take up what was ticked earlier, as far as it is not paid meanwhile.

        One who is not in the grid any more is passed over.
        """
        line = self._lines.get(person_id)
        if line is None:
            return
        if not self.sheet.monthly:
            self._set(person_id, {None: sum(paying.values())} if line.lacking_dong else {})
            return
        lacking: dict[Month, int] = {None: MOST_DONG}
        lacking.update(enumerate(line.lacking_by_month, 1))
        left = {month: min(amount, lacking[month]) for month, amount in paying.items()}
        self._set(person_id, {month: amount for month, amount in left.items() if amount})

    def tick(self, person_id: int, month: Month, on: bool) -> None:
        """Tick or untick a month, or the year; what is paid already is not ticked."""
        line, paying = self._lines[person_id], dict(self.of(person_id))
        lacking = line.lacking_dong if month is None else line.lacking_by_month[month - 1]
        if on and lacking:
            paying[month] = lacking
        elif not on:
            paying.pop(month, None)
        self._set(person_id, paying)

    def tick_row(self, person_id: int, on: bool) -> None:
        """Let a member pay all he lacks for the year, or nothing."""
        self.set_amount(person_id, self._lines[person_id].lacking_dong if on else 0)

    def clear(self) -> None:
        """Take every tick away."""
        self._paying.clear()

    def payments(self, paid_on: date) -> Iterator[DuesPayment]:
        """What is ticked, as payments of a day."""
        for line in self.sheet.lines:
            for month, amount in self.of(line.person_id).items():
                yield DuesPayment(
                    person_id=line.person_id,
                    year=self.sheet.year,
                    month=month,
                    amount_dong=amount,
                    paid_on=paid_on,
                    unit_id=self.sheet.unit_id,
                )

    def _set(self, person_id: int, paying: dict[Month, int]) -> None:
        if paying:
            self._paying[person_id] = paying
        else:
            self._paying.pop(person_id, None)
