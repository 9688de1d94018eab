"""The books of welfare of the practice branch while they are made."""

from dataclasses import dataclass, field, replace

from ccb_desktop.domain.visits.care import DeathCase, Illness, Relative
from ccb_desktop.domain.visits.housing import HousingSupport
from ccb_desktop.domain.visits.rounds import GiftRound, RoundRecipient, UsualAmount
from ccb_desktop.domain.visits.visits import Visit


@dataclass(slots=True)
class PracticeWelfare:
    """Everything of welfare, ready to be written into empty books.

    `voucher_id` is a place among the vouchers until these are posted; visits and rounds bring
    their ids.
    """

    usual: list[UsualAmount] = field(default_factory=list)
    visits: list[Visit] = field(default_factory=list)
    rounds: list[GiftRound] = field(default_factory=list)
    recipients: list[RoundRecipient] = field(default_factory=list)
    houses: list[HousingSupport] = field(default_factory=list)
    illnesses: list[Illness] = field(default_factory=list)
    relatives: list[Relative] = field(default_factory=list)
    deaths: list[DeathCase] = field(default_factory=list)

    def add_visit(self, visit: Visit) -> Visit:
        """Take in a visit; gives it back with its id."""
        kept = replace(visit, id=len(self.visits) + 1)
        self.visits.append(kept)
        return kept
