"""The four clears counted: of items, key tasks and units, and who lacks what."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from ccb_desktop.domain.printing import number
from ccb_desktop.domain.tasks.assignments import Clear
from ccb_desktop.domain.tasks.labels import CLEAR
from ccb_desktop.domain.tasks.lines import TaskLine

Group = TypeVar("Group", bound=Hashable)


@dataclass(frozen=True, slots=True)
class ClearCount:
    """How many of some assignments have each clear, and all four.

    Attributes:
        total: The assignments.
        whole: Those with all four.
        held: By clear: those that have it, in the order of `Clear`.
    """

    total: int
    whole: int
    held: tuple[int, ...]

    def of(self, clear: Clear) -> int:
        """How many have one of the four."""
        return self.held[list(Clear).index(clear)]

    @property
    def told(self) -> str:
        """`rõ người 12/13; rõ việc 13/13; rõ địa chỉ 4/13; rõ kết quả 13/13`."""
        return "; ".join(
            f"{CLEAR[clear]} {number(self.of(clear))}/{number(self.total)}" for clear in Clear
        )


def count_clears(lines: Iterable[TaskLine]) -> ClearCount:
    """The clears of some assignments together."""
    lacking = [line.lacking for line in lines]
    return ClearCount(
        total=len(lacking),
        whole=sum(not one for one in lacking),
        held=tuple(sum(clear not in one for one in lacking) for clear in Clear),
    )


def clears_by(
    lines: Iterable[TaskLine], group_of: Callable[[TaskLine], Group]
) -> dict[Group, ClearCount]:
    """The clears by whatever groups the assignments, in the order of the lines."""
    groups: dict[Group, list[TaskLine]] = {}
    for line in lines:
        groups.setdefault(group_of(line), []).append(line)
    return {group: count_clears(own) for group, own in groups.items()}


def lacking_told(line: TaskLine) -> str:
    """What an assignment lacks, in words; all four are `đủ`."""
    lacking = line.lacking
    if not lacking:
        return "✔ đủ"
    return "! chưa " + ", ".join(CLEAR[clear] for clear in lacking)
