"""Overlaps: two units with the same work at the same place and time (meaning 21)."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import combinations, product
from typing import NamedTuple

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.people_names import fold
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.domain.tasks.periods import TaskPeriod

_ALIKE = 0.7  # share of the words that two wordings have in common
_EMPTY_WORDS = frozenset(
    (*("va", "cua", "cac", "nhung", "tai", "o", "cho", "voi", "theo"), *("nam", "thuc", "hien"))
)
# Words that say nothing about which work it is.


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledOverlap:
    """Two assignments that looked like the same work, and what was decided of them.

    Attributes:
        first_assignment_id, second_assignment_id: In the order of `pair_key`.
    """

    id: int | None = None
    first_assignment_id: int
    second_assignment_id: int
    decision: str
    settled_on: date


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two assignments of two units that look like one work.

    Attributes:
        first, second: In the order of the plan.
        alike: Whether the wording is only similar: the two items are not called the same.
    """

    first: TaskLine
    second: TaskLine
    alike: bool = False

    @property
    def key(self) -> tuple[int, int]:
        """The ids of both assignments, the smaller first."""
        return pair_key(self.first.id, self.second.id)

    @property
    def period_told(self) -> str:
        """When both are due: `Quý 1`, or `Quý 1 - Tháng 3`."""
        labels = (self.first.assignment.period.label, self.second.assignment.period.label)
        return labels[0] if labels[0] == labels[1] else " - ".join(labels)


def pair_key(first: int, second: int) -> tuple[int, int]:
    """A pair of ids in the one order in which it is settled."""
    return min(first, second), max(first, second)


def check_settled(settled: SettledOverlap, today: date) -> None:
    """See that a decision can be kept.

    Raises:
        Invalid: By field: `decision`, `settled_on`.
    """
    faults: dict[str, str] = {}
    if not settled.decision.strip():
        faults["decision"] = "Ghi cách xử lý, ví dụ: hai chi hội cùng làm, chia đoạn đường."
    if settled.settled_on > today:
        faults["settled_on"] = f"Ngày {settled.settled_on:%d/%m/%Y} chưa tới."
    if faults:
        raise Invalid(faults)


def overlaps(lines: Iterable[TaskLine], settled: Collection[tuple[int, int]] = ()) -> list[Overlap]:
    """Two different units, same year, item and place, same period or overlapping days.

    Args:
        lines: What was handed out, of one year or of several.
        settled: Pairs (see `pair_key`) on which it was decided; they are left out.
    """
    pairs = (
        pair
        for by_item in _groups(lines).values()
        for same in by_item.values()
        for pair in combinations(same, 2)
    )
    return _found(pairs, settled, alike=False)


def similar_overlaps(
    lines: Iterable[TaskLine], settled: Collection[tuple[int, int]] = ()
) -> list[Overlap]:
    """The same for items that are only worded alike; those worded the same are `overlaps`.

    `Vệ sinh tuyến đường` and `Dọn vệ sinh đường` are alike.
    """
    pairs = (
        pair
        for by_item in _groups(lines).values()
        for ours, theirs in combinations(by_item.values(), 2)
        if are_alike(ours[0].line.item.what, theirs[0].line.item.what)
        for pair in product(ours, theirs)
    )
    return _found(pairs, settled, alike=True)


class _Timed(NamedTuple):
    """A line with what is asked of it again and again."""

    line: TaskLine
    unit_id: int
    period: TaskPeriod
    begun: date
    ended: date


def _groups(lines: Iterable[TaskLine]) -> dict[tuple[int, str], dict[str, list[_Timed]]]:
    """The lines of units by year and place, and within these by item."""
    groups: dict[tuple[int, str], dict[str, list[_Timed]]] = {}
    for line in lines:
        one = line.assignment
        if one.unit_id is not None and (place := _key(one.place)):
            by_item = groups.setdefault((line.year, place), {})
            timed = _Timed(line, one.unit_id, one.period, *days_of(line))
            by_item.setdefault(_key(line.item.what), []).append(timed)
    return groups


def _found(
    pairs: Iterable[tuple[_Timed, _Timed]], settled: Collection[tuple[int, int]], *, alike: bool
) -> list[Overlap]:
    """The pairs of two units that meet in time, without those that were decided."""
    met = [
        Overlap(first.line, second.line, alike=alike)
        for first, second in pairs
        if first.unit_id != second.unit_id
        and (
            (first.begun <= second.ended and second.begun <= first.ended)
            or first.period == second.period
        )
    ]
    return [one for one in met if one.key not in settled] if settled else met


@lru_cache(maxsize=4_096)
def _key(text: str) -> str:
    return fold(text)


def told_overlaps(found: Iterable[Overlap]) -> list[str]:
    """Overlaps in words, those of the same units, work and place together."""
    periods: dict[str, list[str]] = {}
    for one in found:
        first, second = one.first, one.second
        what = f"“{first.item.what}”"
        if one.alike:
            what = f"việc gần giống {what} và “{second.item.what}”"
        told = f"{first.who} và {second.who}: {what} tại {first.assignment.place}"
        periods.setdefault(told, []).append(one.period_told)
    return [f"{told}, {', '.join(dict.fromkeys(labels))}" for told, labels in periods.items()]


def are_alike(first: str, second: str) -> bool:
    """Whether two different wordings have most of their telling words in common."""
    if fold(first) == fold(second):
        return False
    ours, theirs = _words(first), _words(second)
    if not ours or not theirs:
        return False
    common = len(ours & theirs)
    return common >= 2 and common / min(len(ours), len(theirs)) >= _ALIKE


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).split()) - _EMPTY_WORDS


def days_of(line: TaskLine) -> tuple[date, date]:
    """The days of an assignment: from the beginning of its period to its deadline."""
    begun, ended = line.assignment.period.first_on(line.year), line.ends_on
    return min(begun, ended), ended


def overlaps_with(lines: Sequence[TaskLine], added: Sequence[TaskLine]) -> list[Overlap]:
    """The overlaps that come about when some lines are added to others, similar ones too."""
    new = {id(line) for line in added}
    places = {_key(line.assignment.place) for line in added}
    both = [*(line for line in lines if _key(line.assignment.place) in places), *added]
    found = [*overlaps(both), *similar_overlaps(both)]
    return [one for one in found if id(one.first) in new or id(one.second) in new]
