"""What is looked at of one person to find dates and numbers that cannot be true."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.members.memberships import MembershipEvent, Status
from ccb_desktop.domain.members.people import Sex
from ccb_desktop.domain.members.units import Post
from ccb_desktop.domain.partial_dates import PartialDate


class CheckedRecord(NamedTuple):
    """One person with the dates and numbers that the books hold of him.

    Attributes:
        status: How he stands in the Hội on the day; `None` for one who is no member of it.
        events: Of his membership of the Hội, in order of time.
    """

    person_id: int
    full_name: str
    name_key: str
    sort_key: str
    sex: Sex | None
    born_on: PartialDate | None
    citizen_id: str
    phone: str
    enlisted_on: PartialDate | None
    discharged_on: PartialDate | None
    party_joined_on: PartialDate | None
    party_official_on: PartialDate | None
    died_on: PartialDate | None
    card_no: str
    joined_on: PartialDate | None
    card_issued_on: PartialDate | None
    card_reissued_on: PartialDate | None
    status: Status | None
    unit_id: int | None
    unit_name: str
    events: tuple[MembershipEvent, ...]
    posts: tuple[Post, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two entries that contradict each other, or one that cannot be true.

    Attributes:
        field: Where it is most likely corrected: a field of the form, or `events`, `posts`.
        reason: In one sentence.
        values: The entries, with their labels: `Ngày sinh: 1952`.
    """

    field: str
    reason: str
    values: tuple[str, ...]


def told(field: str, value: object) -> str:
    """An entry with its label."""
    return f"{FIELD[field]}: {value}"


def surely_before(first: PartialDate, second: PartialDate) -> bool:
    """Whether the first lies before the second, whatever is not known of either."""
    return first.last_day < second.first_day


def most_years(first: PartialDate, second: PartialDate) -> int:
    """The most whole years that can lie between two partly known days."""
    return _years(first.first_day, second.last_day)


def least_years(first: PartialDate, second: PartialDate) -> int:
    """The least whole years that must lie between two partly known days."""
    return _years(first.last_day, second.first_day)


def _years(first: date, second: date) -> int:
    return second.year - first.year - ((second.month, second.day) < (first.month, first.day))
