"""What the windows of activities need to say: kinds, units, funds."""

from dataclasses import dataclass
from datetime import date

from ccb_desktop.domain.code_lists import ACTIVITY_KIND_LIST, offered
from ccb_desktop.domain.members.units import UnitKind
from ccb_desktop.operations.branch import Store, list_codes
from ccb_desktop.ui.kit.fund_words import FundWords, load_fund_words

OF_BRANCH = "Hội (cấp phường, xã)"
"""What is chosen where the branch itself holds an activity."""

_HOLDING = (UnitKind.CHI_HOI, UnitKind.PHAN_HOI, UnitKind.CLUB)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityWords:
    """Units and funds of one day, and the branch's kinds of activities.

    Attributes:
        kinds: Code and label of each kind that is offered.
    """

    money: FundWords
    kinds: tuple[tuple[str, str], ...] = ()

    def kind_name(self, kind: str) -> str:
        """What the branch calls a kind."""
        return dict(self.kinds).get(kind, kind)

    def unit_choices(self) -> list[tuple[int | None, str]]:
        """Who may hold an activity: chi hội, phân hội and clubs in being."""
        money = self.money
        return [
            (unit.id, money.unit_name(unit.id))
            for unit in money.units
            if unit.kind in _HOLDING and unit.stands_on(money.on)
        ]


def load_activity_words(store: Store, on: date) -> ActivityWords:
    """Read funds, units and kinds of activities."""
    return ActivityWords(
        money=load_fund_words(store, on),
        kinds=tuple(offered(list_codes(store), ACTIVITY_KIND_LIST)),
    )
