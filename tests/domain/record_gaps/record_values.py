"""A record without a fault, and records that differ from it in one thing."""

from datetime import date

from ccb_desktop.domain.members.memberships import EventKind, MembershipEvent, Status
from ccb_desktop.domain.members.people import Sex
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.record_gaps.records import CheckedRecord

ON = date(2026, 6, 5)


def day(text):
    return PartialDate.parse(text)


def a_record(**more):
    """A member in whose record nothing contradicts anything; dates may be given as text."""
    values = {
        "person_id": 1,
        "full_name": "Nguyễn Văn An",
        "name_key": "nguyen van an",
        "sort_key": "an",
        "sex": Sex.MALE,
        "born_on": "19/5/1952",
        "citizen_id": "001052000123",
        "phone": "0912 345 678",
        "enlisted_on": "1970",
        "discharged_on": "1976",
        "party_joined_on": "3/2/1975",
        "party_official_on": "1976",
        "died_on": None,
        "card_no": "AB123",
        "joined_on": "1990",
        "card_issued_on": "1990",
        "card_reissued_on": "2010",
        "status": Status.ACTIVE,
        "unit_id": 1,
        "unit_name": "Chi hội 1",
        "events": (),
        "posts": (),
    }
    dated = {n: day(v) if n.endswith("_on") and v else v for n, v in (values | more).items()}
    return CheckedRecord(**dated)


def an_event(kind, when):
    return MembershipEvent(kind=EventKind(kind), happened_on=day(when))
