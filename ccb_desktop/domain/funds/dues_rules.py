"""Who owes dues for which months, and how much: rates, exemptions, the roster's own past.

A member owes for each month on whose last day he is in the Hội (rule 14); whoever is exempt from
activity owes too (charter guidance III.5), unless an exemption from dues says otherwise. Months
are numbered on end, `year × 12 + month − 1`, so that a span of them crosses years.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property, lru_cache
from typing import NamedTuple, Protocol

from ccb_desktop.domain.funds.dues import DuesExemption, DuesPeriod, DuesRate
from ccb_desktop.domain.members.memberships import IN_HOI, Standing, Status
from ccb_desktop.domain.members.people import AgeRule
from ccb_desktop.domain.partial_dates import PartialDate

_FAR = 12 * 10_000
Months = tuple[int, int]
"""A span of months: the first, and the first that does not belong to it any more."""


class Payer(Protocol):
    """What of a member decides on his dues; `RosterMember` has it."""

    @property
    def person_id(self) -> int:
        """Who he is."""

    @property
    def born_on(self) -> PartialDate | None:
        """When he was born, as far as it is known."""

    @property
    def course(self) -> tuple[Standing, ...]:
        """How he stood through time."""


UnitIds = frozenset[int | None] | None
"""Chi hội and phân hội that are asked for; `None` for the whole branch."""


class OwedMonths(NamedTuple):
    """A span of months for which dues are owed, with where he stood in them."""

    first: int
    until: int
    unit_id: int | None
    sub_unit_id: int | None


class _Piece(NamedTuple):
    """Months of one year under one rate."""

    year: int
    rate: DuesRate
    months: int


def month_index(day: date) -> int:
    """The number of a day's month."""
    return day.year * 12 + day.month - 1


def months_between(from_on: date, to_on: date) -> Months:
    """The months whose last day lies between two days, both inclusive."""
    return month_index(from_on), month_index(to_on + timedelta(days=1))


def months_of_year(year: int) -> Months:
    """The twelve months of a year."""
    return year * 12, year * 12 + 12


@dataclass(frozen=True)
class DuesRules:
    """The rates and exemptions of a branch.

    Attributes:
        rates: In the order of their first days.
        age_rule: How the branch reckons age (rule 15).
    """

    rates: tuple[DuesRate, ...] = ()
    exemptions: tuple[DuesExemption, ...] = ()
    age_rule: AgeRule = field(default_factory=AgeRule)

    # What is owed

    def owed_months(self, payer: Payer, months: Months) -> list[OwedMonths]:
        """The months for which somebody owes, within some."""
        found: list[OwedMonths] = []
        for standing in payer.course:
            if standing.status not in IN_HOI:
                continue
            first = max(months[0], month_index(standing.from_on))
            ends = _FAR if standing.to_on is None else month_index(standing.to_on)
            until = min(months[1], ends)
            if first < until:
                found += [
                    OwedMonths(*rest, standing.unit_id, standing.sub_unit_id)
                    for rest in self._less_exempt(payer, standing.status, (first, until))
                ]
        return found

    def due_by_year(
        self, payer: Payer, months: Months, unit_ids: UnitIds = None
    ) -> Mapping[int, int]:
        """Year → what somebody owes for months of it, in đồng; years without are left out.

        Args:
            payer: The member.
            months: For which months.
            unit_ids: Only for months in which he stands in one of these chi hội or phân hội.
        """
        spans = tuple(
            (span.first, span.until)
            for span in self.owed_months(payer, months)
            if unit_ids is None or not unit_ids.isdisjoint((span.unit_id, span.sub_unit_id))
        )
        known = self._known_dues.get(spans)
        if known is None:
            known = self._known_dues[spans] = self._due(spans)
        return known

    def _due(self, spans: Iterable[Months]) -> Mapping[int, int]:
        """Year → what is owed for spans of months, each rate of a year rounded once."""
        owed: dict[tuple[int, DuesRate], int] = {}
        for first, until in spans:
            for year, rate, count in self._pieces(first, until):
                owed[year, rate] = owed.get((year, rate), 0) + count
        due: dict[int, int] = {}
        for (year, rate), count in owed.items():
            due[year] = due.get(year, 0) + amount_due(rate, count)
        return due

    @cached_property
    def _known_dues(self) -> dict[tuple[Months, ...], Mapping[int, int]]:
        """Most members share their months with many others."""
        return {}

    def due_by_month(self, payer: Payer, year: int) -> tuple[int, ...]:
        """What somebody owes for each month of a year, in đồng; their sum is the year's due."""
        first = year * 12
        owed = {
            month
            for span in self.owed_months(payer, months_of_year(year))
            for month in range(span.first, span.until)
        }
        counts: dict[DuesRate, int] = {}
        dues = []
        for month in range(first, first + 12):
            rate = self.rate_of(month) if month in owed else None
            before = counts.get(rate, 0) if rate else 0
            dues.append(amount_due(rate, before + 1) - amount_due(rate, before) if rate else 0)
            if rate:
                counts[rate] = before + 1
        return tuple(dues)

    # Rates

    def rate_of(self, month: int) -> DuesRate | None:
        """The rate that holds in a month."""
        return next((rate for first, until, rate in self._spans if first <= month < until), None)

    def rate_of_year(self, year: int) -> DuesRate | None:
        """The rate of a year as a whole: the last that begins in it or before."""
        return self.rate_of(year * 12 + 11)

    def is_monthly(self, year: int) -> bool:
        """Whether dues of a year are told by month."""
        pieces = self._pieces(*months_of_year(year))
        return any(piece.rate.period is DuesPeriod.MONTH for piece in pieces)

    @property
    def first_month(self) -> int | None:
        """Since which month anything is owed; `None` while there is no rate."""
        return self._spans[0][0] if self._spans else None

    @cached_property
    def _spans(self) -> tuple[tuple[int, int, DuesRate], ...]:
        rates = sorted(self.rates, key=lambda rate: rate.from_on)
        begins = [month_index(rate.from_on) for rate in rates]
        return tuple(zip(begins, [*begins[1:], _FAR], rates, strict=True)) if rates else ()

    def _pieces(self, first: int, until: int) -> Iterator[_Piece]:
        """Months cut by year and rate."""
        for rate_from, rate_until, rate in self._spans:
            month, last = max(first, rate_from), min(until, rate_until)
            while month < last:
                ends = min(last, (month // 12 + 1) * 12)
                yield _Piece(month // 12, rate, ends - month)
                month = ends

    # Exemptions

    def _less_exempt(self, payer: Payer, status: Status, months: Months) -> Iterator[Months]:
        """The months without those in which he is exempt from dues."""
        if not self.exemptions:
            yield months
            return
        first, until = months
        for free_from, free_until in sorted(self._exempt(payer, status)):
            if free_from > first:
                yield first, min(free_from, until)
            first = max(first, free_until)
            if first >= until:
                return
        yield first, until

    def _exempt(self, payer: Payer, status: Status) -> Iterator[Months]:
        for exemption in self._by_person.get(payer.person_id, ()):
            yield _months_of(exemption)
        for exemption in self._by_status.get(status, ()):
            yield _months_of(exemption)
        if payer.born_on is not None:
            for exemption in self._by_age:
                first, until = _months_of(exemption)
                old_from = _aged_from(self.age_rule, payer.born_on, exemption.age_from or 0)
                if max(first, old_from) < until:
                    yield max(first, old_from), until

    @cached_property
    def _by_person(self) -> Mapping[int, list[DuesExemption]]:
        found: dict[int, list[DuesExemption]] = {}
        for one in self.exemptions:
            if one.person_id is not None:
                found.setdefault(one.person_id, []).append(one)
        return found

    @cached_property
    def _by_status(self) -> Mapping[Status, list[DuesExemption]]:
        found: dict[Status, list[DuesExemption]] = {}
        for one in self.exemptions:
            if one.status is not None:
                found.setdefault(one.status, []).append(one)
        return found

    @cached_property
    def _by_age(self) -> Sequence[DuesExemption]:
        return [one for one in self.exemptions if one.age_from is not None]


def amount_due(rate: DuesRate, months: int) -> int:
    """What is owed for some months of one year, in đồng, rounded down."""
    if rate.period is DuesPeriod.MONTH:
        return rate.amount_dong * months
    return rate.amount_dong * months // 12


def due_in_range(
    payers: Iterable[Payer],
    rules: DuesRules,
    from_on: date,
    to_on: date,
    unit_ids: UnitIds = None,
) -> int | None:
    """What all together owe for the months of a range, in đồng (the figure `dues_due`).

    Args:
        payers: Members with their whole past: `RosterBook.members`.
        rules: Rates and exemptions.
        from_on: First day.
        to_on: Last day; a month belongs to the range that holds its last day.
        unit_ids: Only for months in which they stand in one of these chi hội or phân hội.

    Returns:
        `None` where no rate is known for any of these months.
    """
    months = months_between(from_on, to_on)
    begun = rules.first_month
    if begun is None or begun >= months[1]:
        return None
    return sum(sum(rules.due_by_year(payer, months, unit_ids).values()) for payer in payers)


def _months_of(exemption: DuesExemption) -> Months:
    if exemption.to_on is None:
        return month_index(exemption.from_on), _FAR
    return months_between(exemption.from_on, exemption.to_on)


@lru_cache(maxsize=65_536)
def _aged_from(rule: AgeRule, born_on: PartialDate, age: int) -> int:
    """The first month on whose last day somebody has an age."""
    month = (born_on.year + age - 2) * 12
    while rule.age(born_on, _last_day(month)) < age:
        month += 1
    return month


def _last_day(month: int) -> date:
    following = month + 1
    return date(following // 12, following % 12 + 1, 1) - timedelta(days=1)
