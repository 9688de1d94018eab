"""Who is due a visit between two days, and why: the sick, the old, the dead, the forgotten."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from ccb_desktop.domain.lunar.death_days import (
    death_day_by_moon,
    lunar_returns,
    solar_returns,
)
from ccb_desktop.domain.members.lines import MemberLine
from ccb_desktop.domain.members.memberships import IN_HOI
from ccb_desktop.domain.members.people import AgeRule, is_longevity_age
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.people_names import sort_key
from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.visits.care import Illness
from ccb_desktop.domain.visits.rounds import UsualAmount
from ccb_desktop.domain.visits.usual import usual_on
from ccb_desktop.domain.visits.visits import Occasion, RecipientKind, Visit

SICK_WITHIN_DAYS = 30
"""Within how many days somebody sick is visited, unless the branch says otherwise."""

FORGOTTEN_AFTER_DAYS = 365
"""After how many days without a visit somebody counts as forgotten."""


class DueKind(StrEnum):
    """Why somebody is due a visit."""

    SICK = "SICK"
    LONGEVITY = "LONGEVITY"
    BIRTHDAY = "BIRTHDAY"
    LUNAR_DEATH = "LUNAR_DEATH"
    SOLAR_DEATH = "SOLAR_DEATH"
    POOR = "POOR"
    UNVISITED = "UNVISITED"


DUE_KIND: Mapping[DueKind, str] = {
    DueKind.SICK: "Ốm đau chưa được thăm",
    DueKind.LONGEVITY: "Đến tuổi mừng thọ",
    DueKind.BIRTHDAY: "Sinh nhật",
    DueKind.LUNAR_DEATH: "Ngày giỗ (âm lịch)",
    DueKind.SOLAR_DEATH: "Ngày mất (dương lịch)",
    DueKind.POOR: "Hộ nghèo, cận nghèo",
    DueKind.UNVISITED: "Một năm chưa được thăm",
}
"""What officers call it."""

ANNIVERSARIES = frozenset({DueKind.LUNAR_DEATH, DueKind.SOLAR_DEATH})
_POVERTY = {"POOR": "Hộ nghèo", "NEAR_POOR": "Hộ cận nghèo"}


class DeadOne(NamedTuple):
    """Somebody who has died and is remembered: a member, or a relative of one.

    Attributes:
        person_id: Of a member himself; of a relative, of the one whose relative it is.
        relation: Of a relative, what he was to `of_whom`; empty for a member.
        of_whom: Whose relative.
        is_martyr: Liệt sĩ.
    """

    key: str
    person_id: int
    full_name: str
    died_on: PartialDate | None
    lunar_death_day: str
    relation: str = ""
    of_whom: str = ""
    is_martyr: bool = False
    address: str = ""
    street_group: str = ""
    phone: str = ""
    unit_id: int | None = None
    unit_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueVisit:
    """One reason for which somebody is due a visit.

    Attributes:
        key: Tells the lines of one reckoning apart.
        name: Who is visited or remembered.
        on: The day it falls on; none where no day is meant, or only the year is known.
        why: In words, with the day or age it is about.
        recipient: To whom a visit would be entered; for the dead it is the family.
        person_id: Whose file it is; of a relative, of the one whose relative it is.
        visited_on: When he was visited last.
        age: Of a member, the age that the year brings in which it falls.
        year: For which year long life is wished.
        usual: What is usually given for it, from the dated table.
    """

    key: str
    kind: DueKind
    name: str
    on: date | None
    why: str
    recipient: str
    person_id: int
    recipient_kind: RecipientKind = RecipientKind.MEMBER
    unit_id: int | None = None
    unit_name: str = ""
    street_group: str = ""
    address: str = ""
    phone: str = ""
    visited_on: date | None = None
    age: int | None = None
    year: int | None = None
    usual: UsualAmount | None = None

    @property
    def occasion(self) -> Occasion:
        """The occasion of a visit for it."""
        return _OCCASION.get(self.kind, Occasion.OTHER)

    def visit_on(self, day: date) -> Visit:
        """The visit as it is proposed for the visit book, with what is usually given."""
        usual = self.usual or UsualAmount(occasion=self.occasion, from_on=day)
        return Visit(
            visited_on=day,
            occasion=self.occasion.value,
            amount_dong=usual.amount_dong,
            goods=usual.goods,
            goods_value_dong=usual.goods_value_dong,
            recipient_kind=self.recipient_kind,
            recipient=self.recipient,
            person_id=self.person_id,
            unit_id=self.unit_id,
        )


_OCCASION = {
    DueKind.SICK: Occasion.SICK,
    DueKind.LONGEVITY: Occasion.LONGEVITY,
    DueKind.POOR: Occasion.POOR_HOUSEHOLD,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DueBook:
    """What is read to tell who is due.

    Attributes:
        members: Everybody who ever stood on the roll, as `list_members` gives them.
        illnesses: Those that are open on the day.
        last_visits: Person → day of his last visit that was not taken back.
        wished: People whom the Hội has wished long life in each year: (person, year).
        usual: What is usually given.
        first_visit_on: Since when visits are entered at all.
    """

    on: date
    rule: AgeRule
    members: tuple[MemberLine, ...]
    dead: tuple[DeadOne, ...] = ()
    illnesses: tuple[Illness, ...] = ()
    last_visits: Mapping[int, date]
    wished: frozenset[tuple[int, int]] = frozenset()
    usual: tuple[UsualAmount, ...] = ()
    first_visit_on: date | None = None
    sick_within_days: int = SICK_WITHIN_DAYS


def due_visits(book: DueBook, from_on: date, to_on: date) -> list[DueVisit]:
    """Everybody due between two days, both included, by group and day.

    Who is sick, poor or forgotten is so on the day of the book, whatever the two days are.
    """
    present = [line for line in book.members if line.status in IN_HOI]
    found = [
        *_sick(book, present),
        *_longevity(book, present, from_on, to_on),
        *_birthdays(book, present, from_on, to_on),
        *_anniversaries(book.dead, from_on, to_on),
        *_poor(present),
        *_unvisited(book, present),
    ]
    order = list(DueKind)
    born = {line.person_id: line.born_on for line in present}
    return sorted(
        (_completed(book, born, one, max(book.on, from_on)) for one in found),
        key=lambda one: (order.index(one.kind), one.on or date.max, sort_key(one.name)),
    )


def _completed(
    book: DueBook, born: Mapping[int, PartialDate | None], one: DueVisit, day: date
) -> DueVisit:
    """A line with the last visit, the age, and what is usually given on its day."""
    on = one.on or day
    is_member = one.recipient_kind is RecipientKind.MEMBER
    born_on = born.get(one.person_id) if is_member else None
    age = book.rule.age_in(born_on, one.year or on.year)
    return replace(
        one,
        visited_on=book.last_visits.get(one.person_id),
        age=age,
        usual=usual_on(book.usual, one.occasion, one.recipient_kind, on, age),
    )


def _of_member(line: MemberLine, kind: DueKind, on: date | None, why: str) -> DueVisit:
    return DueVisit(
        key=f"{kind.value}-{line.person_id}-{on}",
        kind=kind,
        name=line.full_name,
        on=on,
        why=why,
        recipient=line.full_name,
        person_id=line.person_id,
        unit_id=line.unit_id,
        unit_name=line.unit_name,
        street_group=line.street_group,
        address=line.address,
        phone=line.phone,
    )


def is_visit_overdue(sick_since: date, visited_on: date | None, on: date, within: int) -> bool:
    """Whether somebody sick had no visit since he fell ill, or not for so many days."""
    due_since = max(sick_since, on - timedelta(days=within))
    return visited_on is None or visited_on < due_since


def _sick(book: DueBook, present: Iterable[MemberLine]) -> Iterator[DueVisit]:
    by_person = {line.person_id: line for line in present}
    told: set[int] = set()
    for illness in sorted(book.illnesses, key=lambda one: one.from_on):
        line = by_person.get(illness.person_id)
        last = book.last_visits.get(illness.person_id)
        if line is None or illness.person_id in told:
            continue
        if is_visit_overdue(illness.from_on, last, book.on, book.sick_within_days):
            told.add(illness.person_id)
            what = ", ".join(part for part in (illness.what, illness.hospital) if part)
            since = f"Ốm từ {short_date(illness.from_on)}"
            why = f"{since}: {what}" if what else since
            yield _of_member(line, DueKind.SICK, None, why)


def _born_within(
    born_on: PartialDate | None, from_on: date, to_on: date
) -> Iterator[tuple[int, date | None]]:
    """The years of birthdays between two days, and their days where they are known.

    A birthday of which only the month is known lies in a span that touches the month.
    """
    if born_on is None or born_on.month is None:
        return
    if born_on.day is not None:
        for on in solar_returns(born_on.day, born_on.month, from_on, to_on):
            yield on.year, on
        return
    for year in range(from_on.year, to_on.year + 1):
        month = PartialDate(year, born_on.month)
        if month.first_day <= to_on and month.last_day >= from_on:
            yield year, None


def _birthdays(
    book: DueBook, present: Iterable[MemberLine], from_on: date, to_on: date
) -> Iterator[DueVisit]:
    for line in present:
        born_on = line.born_on
        for year, on in _born_within(born_on, from_on, to_on):
            if born_on is None or year <= born_on.year:
                continue
            age = book.rule.age(born_on, date(year, 12, 31))
            if not is_longevity_age(age):
                yield _of_member(line, DueKind.BIRTHDAY, on, f"Sinh {born_on}, {age} tuổi")


def _longevity(
    book: DueBook, present: Iterable[MemberLine], from_on: date, to_on: date
) -> Iterator[DueVisit]:
    """Those who reach such an age (rule 15) and have not been wished long life in that year.

    Of whom only the year of birth is known, the whole year is the time for it.
    """
    for line in present:
        born_on = line.born_on
        if born_on is None:
            continue
        reached: Iterable[tuple[int, date | None]] = (
            ((year, None) for year in range(from_on.year, to_on.year + 1))
            if born_on.month is None
            else _born_within(born_on, from_on, to_on)
        )
        for year, on in reached:
            age = book.rule.age(born_on, date(year, 12, 31))
            if is_longevity_age(age) and (line.person_id, year) not in book.wished:
                told = f"Mừng thọ {age} tuổi, sinh {born_on}"
                yield replace(
                    _of_member(line, DueKind.LONGEVITY, on, told),
                    key=f"{DueKind.LONGEVITY.value}-{line.person_id}-{year}",
                    year=year,
                )


def anniversaries(dead: Iterable[DeadOne], from_on: date, to_on: date) -> list[DueVisit]:
    """The days between two days on which the dead are remembered, lunar and solar ones."""
    return sorted(
        _anniversaries(dead, from_on, to_on),
        key=lambda one: (one.on or date.max, sort_key(one.name)),
    )


def _anniversaries(dead: Iterable[DeadOne], from_on: date, to_on: date) -> Iterator[DueVisit]:
    for one in dead:
        by_moon = death_day_by_moon(one.died_on, one.lunar_death_day)
        if by_moon is not None:
            for on in lunar_returns(by_moon, from_on, to_on):
                if _has_died(one, on):
                    told = f"Giỗ ngày {by_moon.day}/{by_moon.month} âm lịch"
                    yield _of_dead(one, DueKind.LUNAR_DEATH, on, told)
        died_on = one.died_on
        if died_on is not None and died_on.day is not None and died_on.month is not None:
            for on in solar_returns(died_on.day, died_on.month, from_on, to_on):
                if _has_died(one, on):
                    years = on.year - died_on.year
                    told = f"Mất ngày {died_on}, tròn {years} năm"
                    yield _of_dead(one, DueKind.SOLAR_DEATH, on, told)


def _has_died(one: DeadOne, on: date) -> bool:
    """Whether he had died before the year of that day was out; nobody has a day before."""
    return one.died_on is None or one.died_on.first_day.toordinal() + 300 < on.toordinal()


def _of_dead(one: DeadOne, kind: DueKind, on: date, told: str) -> DueVisit:
    martyr = "liệt sĩ, " if one.is_martyr else ""
    whose = f" ({martyr}{one.relation} của {one.of_whom})" if one.of_whom else ""
    return DueVisit(
        key=f"{kind.value}-{one.key}-{on}",
        kind=kind,
        name=f"{one.full_name}{whose}",
        on=on,
        why=told,
        recipient=f"Gia đình {one.of_whom or one.full_name}",
        person_id=one.person_id,
        recipient_kind=RecipientKind.POLICY_FAMILY if one.is_martyr else RecipientKind.RELATIVE,
        unit_id=one.unit_id,
        unit_name=one.unit_name,
        street_group=one.street_group,
        address=one.address,
        phone=one.phone,
    )


def _poor(present: Iterable[MemberLine]) -> Iterator[DueVisit]:
    for line in present:
        if line.poverty in _POVERTY:
            yield _of_member(line, DueKind.POOR, None, _POVERTY[line.poverty])


def _unvisited(book: DueBook, present: Iterable[MemberLine]) -> Iterator[DueVisit]:
    """Members whom nobody has visited for a year; nobody where no visit was ever entered."""
    if book.first_visit_on is None:
        return
    since = book.on - timedelta(days=FORGOTTEN_AFTER_DAYS)
    for line in present:
        last = book.last_visits.get(line.person_id)
        if last is None or last < since:
            told = f"Thăm gần nhất {short_date(last)}" if last else "Chưa ghi lần thăm nào"
            yield _of_member(line, DueKind.UNVISITED, None, told)
