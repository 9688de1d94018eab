"""Rows of member lists: what tables, books and figures read of each member."""

from datetime import date
from typing import NamedTuple

from ccb_desktop.domain.members.consent import Consent, consent_of
from ccb_desktop.domain.members.memberships import EventKind, Status
from ccb_desktop.domain.members.people import Sex
from ccb_desktop.domain.members.units import Unit
from ccb_desktop.domain.partial_dates import PartialDate


class MemberLine(NamedTuple):
    """A member of the Hội as he stands on one day.

    Codes stand in `periods`, `tags` and `policies`; `hoi_posts` and `outside_posts` are the titles
    held on the day, joined by `, `. `poverty`, `house_state` and `cultural_family` hold for
    the year of the day.
    """

    person_id: int
    membership_id: int
    full_name: str
    name_key: str
    sort_key: str
    sex: Sex | None
    born_on: PartialDate | None
    citizen_id: str
    phone: str
    home_town: str
    address: str
    street_group: str
    ethnicity: str
    religion: str
    education: str
    qualification: str
    political_theory: str
    occupation: str
    enlisted_on: PartialDate | None
    discharged_on: PartialDate | None
    rank: str
    military_post: str
    military_unit: str
    periods: frozenset[str]
    theatres: str
    party_joined_on: PartialDate | None
    party_official_on: PartialDate | None
    party_badge: int | None
    insurance_no: str
    medal_year: int | None
    commendations: str
    tags: frozenset[str]
    note: str
    consent_on: PartialDate | None
    consent_withdrawn_on: PartialDate | None
    household_id: int | None
    card_no: str
    joined_on: PartialDate | None
    admission_category: int | None
    status: Status
    since: date
    unit_id: int | None
    sub_unit_id: int | None
    unit_name: str
    sub_unit_name: str
    policies: frozenset[str]
    policy_rate: int | None
    hoi_posts: str
    outside_posts: str
    household_head: str
    poverty: str
    house_state: str
    cultural_family: bool | None

    @property
    def consent(self) -> Consent:
        """How he stands to the keeping of his data."""
        return consent_of(self.consent_on, self.consent_withdrawn_on)


class MemberGroup(NamedTuple):
    """Members of the Hội on a day who are alike in birth and periods: counted, not named.

    Attributes:
        members: How many they are.
        in_party: How many of them are in the Party.
        exempt: How many are excused from activities.
        with_gaps: How many records lack something that is needed.
    """

    born_on: PartialDate | None
    periods: frozenset[str]
    members: int
    in_party: int
    exempt: int
    with_gaps: int


class NamedMember(NamedTuple):
    """A member of the Hội on a day with the little by which a short list names him."""

    person_id: int
    full_name: str
    born_on: PartialDate | None
    periods: frozenset[str]
    unit_name: str


class ClubLine(NamedTuple):
    """A member of a club of ex-servicemen."""

    person_id: int
    membership_id: int
    full_name: str
    name_key: str
    sort_key: str
    sex: Sex | None
    born_on: PartialDate | None
    citizen_id: str
    phone: str
    address: str
    joined_on: PartialDate | None
    ended_on: PartialDate | None
    unit_id: int | None
    unit_name: str
    note: str


class MovementLine(NamedTuple):
    """One event of the roster (biến động) with the person it concerns."""

    event_id: int
    person_id: int
    membership_id: int
    kind: EventKind
    happened_on: PartialDate
    full_name: str
    name_key: str
    sort_key: str
    sex: Sex | None
    born_on: PartialDate | None
    home_town: str
    address: str
    card_no: str
    unit_id: int | None
    unit_name: str
    from_unit_name: str
    elsewhere: str
    until_on: PartialDate | None
    decision_no: str
    decision_on: PartialDate | None
    reason: str
    note: str


class UnitLine(NamedTuple):
    """A unit as it stands on one day.

    Attributes:
        name: The name it bore on the day.
        parent_name: For a phân hội, its chi hội.
        members: Members of the Hội, or of the club, on the day; a chi hội counts those of
            its phân hội too.
        posts: Who holds which post of the Hội in it, `Chi hội trưởng: Lê Văn Ba`.
        successor_name: Of a unit that has ended, the one that took its members.
        held_dong: What its own funds hold on the day; `None` where it keeps none.
    """

    unit: Unit
    name: str
    parent_name: str
    members: int
    posts: str
    successor_name: str = ""
    held_dong: int | None = None
