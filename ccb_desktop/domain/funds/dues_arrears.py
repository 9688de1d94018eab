"""What members lack of their dues on a day, and what they have paid ahead."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ccb_desktop.domain.funds.dues_rules import DuesRules, Payer, months_between
from ccb_desktop.domain.members.memberships import IN_HOI, Standing, Status, standing_on
from ccb_desktop.domain.partial_dates import PartialDate

PaidByYear = Mapping[int, Mapping[int, int]]
"""Person → year → what he has paid for it, in đồng, what was voided left out."""

_NOTHING: Mapping[int, int] = {}


class DuesPayer(NamedTuple):
    """One who is or was a member, as the book of dues needs him."""

    person_id: int
    full_name: str
    born_on: PartialDate | None
    course: tuple[Standing, ...]


class YearOfDues(NamedTuple):
    """One year of one member, in đồng."""

    year: int
    due_dong: int
    paid_dong: int

    @property
    def lacking_dong(self) -> int:
        """What he lacks; what he paid too much for another year does not fill it."""
        return max(0, self.due_dong - self.paid_dong)

    @property
    def ahead_dong(self) -> int:
        """What he has paid beyond what is owed by the day."""
        return max(0, self.paid_dong - self.due_dong)


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberArrears:
    """What one member lacks by a day.

    Attributes:
        years: Every year of which something is owed or paid, the oldest first.
    """

    person_id: int
    full_name: str
    born_on: PartialDate | None
    status: Status
    unit_id: int | None
    years: tuple[YearOfDues, ...]

    @property
    def due_dong(self) -> int:
        """What was owed by the day, over all years."""
        return sum(year.due_dong for year in self.years)

    @property
    def paid_dong(self) -> int:
        """What was paid, over all years."""
        return sum(year.paid_dong for year in self.years)

    @property
    def lacking_dong(self) -> int:
        """What he lacks, over all years."""
        return sum(year.lacking_dong for year in self.years)

    @property
    def ahead_dong(self) -> int:
        """What he has paid ahead, over all years."""
        return sum(year.ahead_dong for year in self.years)

    @property
    def lacking_years(self) -> tuple[int, ...]:
        """The years in which something lacks."""
        return tuple(year.year for year in self.years if year.lacking_dong)


@dataclass(frozen=True, slots=True)
class UnitArrears:
    """What the members of one unit lack together.

    Attributes:
        members: How many members it has on the day.
        behind: How many of them lack something.
    """

    unit_id: int | None
    members: int
    behind: int
    due_dong: int
    paid_dong: int
    lacking_dong: int


def years_of_dues(
    payer: Payer, rules: DuesRules, paid: Mapping[int, int], on: date
) -> tuple[YearOfDues, ...]:
    """What one member owed and paid by a day, year by year.

    Args:
        payer: The member.
        rules: Rates and exemptions.
        paid: Year → what he has paid for it.
        on: Months count whose last day has come.
    """
    return _years(rules.due_by_year(payer, months_between(date.min, on)), paid)


def _years(due: Mapping[int, int], paid: Mapping[int, int]) -> tuple[YearOfDues, ...]:
    years = sorted({*due, *paid})
    return tuple([YearOfDues(year, due.get(year, 0), paid.get(year, 0)) for year in years])


def list_arrears(
    payers: Iterable[DuesPayer], rules: DuesRules, paid: PaidByYear, on: date
) -> Iterator[MemberArrears]:
    """How every member of the Hội on a day stands with his dues; also those who lack nothing."""
    months = months_between(date.min, on)
    for payer in payers:
        standing = standing_on(payer.course, on)
        if standing is not None and standing.status in IN_HOI:
            yield MemberArrears(
                person_id=payer.person_id,
                full_name=payer.full_name,
                born_on=payer.born_on,
                status=standing.status,
                unit_id=standing.unit_id,
                years=_years(rules.due_by_year(payer, months), paid.get(payer.person_id, _NOTHING)),
            )


def by_unit(members: Iterable[MemberArrears]) -> list[UnitArrears]:
    """The same by unit, in the order in which units are met."""
    sums: dict[int | None, list[int]] = {}
    for member in members:
        lacking = member.lacking_dong
        found = (1, int(lacking > 0), member.due_dong, member.paid_dong, lacking)
        kept = sums.setdefault(member.unit_id, [0] * len(found))
        sums[member.unit_id] = [one + more for one, more in zip(kept, found, strict=True)]
    return [UnitArrears(unit_id, *found) for unit_id, found in sums.items()]
