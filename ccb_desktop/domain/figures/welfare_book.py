"""The books of welfare as figures need them: every visit, and every house."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ccb_desktop.domain.visits.housing import HousingSupport
from ccb_desktop.domain.visits.visits import PaidBy, RecipientKind


class Given(NamedTuple):
    """One visit.

    Attributes:
        recipient_key: The name without marks and capitals.
        voided_on: When its voucher was voided; it counts until then, and is taken off again
            on that day.
    """

    id: int
    visited_on: date
    occasion: str
    theme: str
    recipient_kind: RecipientKind
    recipient: str
    recipient_key: str
    person_id: int | None
    unit_id: int | None
    paid_by: PaidBy
    amount_dong: int
    goods_value_dong: int
    voided_on: date | None = None

    @property
    def who(self) -> Hashable:
        """By what recipients are told apart: the person, else the name and where it belongs."""
        return self.person_id or (self.recipient_key, self.unit_id)

    def times_within(self, from_on: date, to_on: date) -> int:
        """By how much it changes the count of a period: 1, 0, or −1 where it is taken off."""
        taken_off = self.voided_on is not None and from_on <= self.voided_on <= to_on
        return int(from_on <= self.visited_on <= to_on) - int(taken_off)


@dataclass(frozen=True, kw_only=True)
class WelfareBook:
    """The book of visits and the book of houses, from which any period is counted.

    Attributes:
        visits: In the order of their days.
        houses: Every house, in any order.
    """

    visits: tuple[Given, ...] = ()
    houses: tuple[HousingSupport, ...] = ()
