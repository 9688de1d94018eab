"""How far the plan of the year is, as a picture of the first page."""

from collections.abc import Sequence
from typing import NamedTuple

from ccb_desktop.domain.printing import share


class KeyTaskDone(NamedTuple):
    """How many assignments of a key task are done, of those handed out."""

    year: int
    title: str
    handed: int
    done: int

    @property
    def percent(self) -> float:
        """How much of it is done."""
        return 100 * self.done / self.handed if self.handed else 0.0

    @property
    def shown(self) -> str:
        """`36/49 (73,47 %)` (rule 16)."""
        return share(self.done, self.handed) if self.handed else "0/0"


def done_message(tasks: Sequence[KeyTaskDone]) -> str:
    """The title of the picture: what is done of all, and where least is done."""
    handed, done = sum(one.handed for one in tasks), sum(one.done for one in tasks)
    told = f"Nhiệm vụ năm {tasks[0].year}: xong {share(done, handed)} việc đã giao"
    least = min(tasks, key=lambda one: one.percent)
    if len(tasks) < 2 or least.percent == max(one.percent for one in tasks):
        return told
    return f"{told}, chậm nhất là “{least.title}”"
