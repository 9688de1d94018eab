"""Lines of the visit book: visits with the names that their ids stand for."""

from dataclasses import dataclass
from datetime import date

from ccb_desktop.domain.people_names import search_key
from ccb_desktop.domain.visits.visits import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitLine:
    """A visit as it is listed.

    Attributes:
        occasion_name: What the branch calls its occasion.
        unit_name: Where the recipient belongs.
        fund_name: Out of what fund it was paid.
        payment: The number of its payment, `PC-2026-0012`.
        round_title: The gift round that it was a part of.
    """

    visit: Visit
    occasion_name: str = ""
    unit_name: str = ""
    fund_name: str = ""
    payment: str = ""
    round_title: str = ""

    def sign_in(self, from_on: date, to_on: date) -> int:
        """What it adds to the count of some days: 1 on its day, −1 on the day of voiding."""
        voided_on = self.visit.voided_on
        made = from_on <= self.visit.visited_on <= to_on
        taken_off = voided_on is not None and from_on <= voided_on <= to_on
        return int(made) - int(taken_off)

    @property
    def who(self) -> tuple[object, ...]:
        """By what recipients are told apart: the person, else the folded name."""
        if self.visit.person_id is not None:
            return (self.visit.person_id,)
        return (search_key(self.visit.recipient), self.visit.unit_id)
