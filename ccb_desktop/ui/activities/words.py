"""What the windows of activities need to say: kinds, units, funds, tasks."""

from dataclasses import dataclass
from datetime import date

from ccb_desktop.domain.code_lists import ACTIVITY_KIND_LIST, offered
from ccb_desktop.domain.members.told_names import with_chi_hoi
from ccb_desktop.domain.members.units import UnitKind
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.operations.branch import Store, list_codes
from ccb_desktop.operations.tasks.plan import list_handed_out
from ccb_desktop.ui.kit.fund_words import FundWords, load_fund_words

OF_BRANCH = "Hội (cấp phường, xã)"
"""What is chosen where the branch itself holds an activity."""

_HOLDING = (UnitKind.CHI_HOI, UnitKind.PHAN_HOI, UnitKind.CLUB)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityWords:
    """Units and funds of one day, and the branch's kinds of activities.

    Attributes:
        kinds: Code and label of each kind that is offered.
        tasks: What was handed out of the plans of all years.
    """

    money: FundWords
    kinds: tuple[tuple[str, str], ...] = ()
    tasks: tuple[TaskLine, ...] = ()

    def task_choices(self, unit_id: int | None, on: date | None) -> list[tuple[int, str]]:
        """What was handed to a unit for the year of a day, as it is offered."""
        return [
            (line.id, f"{line.item.what} ({line.assignment.period.label})")
            for line in self.tasks
            if on is not None and line.year == on.year and line.assignment.unit_id == unit_id
        ]

    def task_name(self, assignment_id: int) -> str:
        """What is to be done by an assignment, with its year."""
        found = next((line for line in self.tasks if line.id == assignment_id), None)
        return "" if found is None else f"{found.item.what} ({found.year})"

    def kind_name(self, kind: str) -> str:
        """What the branch calls a kind."""
        return dict(self.kinds).get(kind, kind)

    def unit_choices(self) -> list[tuple[int | None, str]]:
        """Who may hold an activity: chi hội, phân hội and clubs in being."""
        money = self.money
        names = with_chi_hoi(
            money.units, {unit.id: money.unit_name(unit.id) for unit in money.units}
        )
        return [
            (unit.id, names[unit.id])
            for unit in money.units
            if unit.kind in _HOLDING and unit.stands_on(money.on)
        ]


def load_activity_words(store: Store, on: date) -> ActivityWords:
    """Read funds, units, kinds of activities and what was handed out."""
    return ActivityWords(
        money=load_fund_words(store, on),
        kinds=tuple(offered(list_codes(store), ACTIVITY_KIND_LIST)),
        tasks=tuple(list_handed_out(store)),
    )
