"""Overlaps: two units with the same work at the same place and time (meaning 21)."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.people_names import fold
from ccb_desktop.domain.tasks.lines import TaskLine

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
    groups: dict[tuple[int, str, str], list[TaskLine]] = {}
    for line in lines:
        if line.assignment.unit_id is not None and (place := fold(line.assignment.place)):
            groups.setdefault((line.year, place, fold(line.item.what)), []).append(line)
    pairs = (pair for group in groups.values() for pair in combinations(group, 2))
    return [Overlap(*pair) for pair in pairs if _meet(*pair, settled)]


def similar_overlaps(
    lines: Iterable[TaskLine], settled: Collection[tuple[int, int]] = ()
) -> list[Overlap]:
    """The same for items that are only worded alike; those worded the same are `overlaps`.

    `Vệ sinh tuyến đường` and `Dọn vệ sinh đường` are alike.
    """
    groups: dict[tuple[int, str], list[TaskLine]] = {}
    for line in lines:
        if line.assignment.unit_id is not None and (place := fold(line.assignment.place)):
            groups.setdefault((line.year, place), []).append(line)
    return [
        Overlap(first, second, alike=True)
        for group in groups.values()
        for first, second in combinations(group, 2)
        if _meet(first, second, settled) and are_alike(first.item.what, second.item.what)
    ]


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


def _meet(first: TaskLine, second: TaskLine, settled: Collection[tuple[int, int]]) -> bool:
    """Whether two assignments are of two units and of one time, and nothing was decided."""
    ours, theirs = first.assignment, second.assignment
    if ours.unit_id == theirs.unit_id or pair_key(first.id, second.id) in settled:
        return False
    if ours.period == theirs.period:
        return True
    (begun, ended), (other_begun, other_ended) = days_of(first), days_of(second)
    return begun <= other_ended and other_begun <= ended


def days_of(line: TaskLine) -> tuple[date, date]:
    """The days of an assignment: from the beginning of its period to its deadline."""
    begun, ended = line.assignment.period.first_on(line.year), line.ends_on
    return min(begun, ended), ended


def overlaps_with(lines: Sequence[TaskLine], added: Sequence[TaskLine]) -> list[Overlap]:
    """The overlaps that come about when some lines are added to others, similar ones too."""
    new = {id(line) for line in added}
    both = [*lines, *added]
    found = [*overlaps(both), *similar_overlaps(both)]
    return [one for one in found if id(one.first) in new or id(one.second) in new]
