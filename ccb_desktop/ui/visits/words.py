"""What the windows of welfare need to say: funds by level, units, occasions, usual amounts."""

from dataclasses import dataclass, field
from datetime import date

from ccb_desktop.domain.code_lists import DEATH_PAPER, OCCASION_LIST, Code, offered
from ccb_desktop.domain.members.people import AgeRule
from ccb_desktop.domain.visits.payments import level_of
from ccb_desktop.domain.visits.rounds import UsualAmount
from ccb_desktop.domain.visits.visits import PaidBy
from ccb_desktop.operations.branch import Store, list_codes, load_branch
from ccb_desktop.operations.visits.usual import list_usual_amounts
from ccb_desktop.ui.kit.fund_words import FundWords, load_fund_words


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitWords:
    """Funds and units of one day, the branch's occasions, and what is usually given.

    Attributes:
        occasions: Code and label of each occasion that is offered.
        death_papers: The list of papers of *mai táng phí*, retired entries included.
    """

    money: FundWords
    occasions: tuple[tuple[str, str], ...] = ()
    death_papers: tuple[Code, ...] = ()
    usual: tuple[UsualAmount, ...] = ()
    age_rule: AgeRule = field(default_factory=AgeRule)

    def funds_of(self, paid_by: PaidBy | None) -> list[tuple[int | None, str]]:
        """The open funds of one level, as they are offered."""
        open_ids = {known for known, _name in self.money.fund_choices()}
        return [
            (fund.id, fund.name)
            for fund in self.money.funds
            if fund.id in open_ids and paid_by is not None and level_of(fund) is paid_by
        ]

    def fund_for(self, paid_by: PaidBy | None, unit_id: int | None) -> int | None:
        """The fund that most likely pays: the unit's own, or the only one of the level."""
        offered = [known for known, _name in self.funds_of(paid_by)]
        of_unit = [
            fund.id
            for fund in self.money.funds
            if fund.id in offered and unit_id is not None and fund.unit_id == unit_id
        ]
        likely = of_unit or offered
        return likely[0] if len(likely) == 1 else None


def load_visit_words(store: Store, on: date) -> VisitWords:
    """Read funds, units, occasions, papers of a death, usual amounts and the rule of ages."""
    codes = tuple(list_codes(store))
    return VisitWords(
        money=load_fund_words(store, on),
        occasions=tuple(offered(codes, OCCASION_LIST)),
        death_papers=tuple(code for code in codes if code.list_name == DEATH_PAPER),
        usual=tuple(list_usual_amounts(store)),
        age_rule=AgeRule(load_branch(store).age_rule),
    )
