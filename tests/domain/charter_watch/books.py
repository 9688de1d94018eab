"""Small books for the rules of the charter: members with events, units, posts."""

from collections import Counter
from datetime import date

from ccb_desktop.domain.charter_watch.findings import WatchBooks, Watched
from ccb_desktop.domain.holidays import WorkCalendar, announced_holidays
from ccb_desktop.domain.members.memberships import EventKind, MembershipEvent, Status
from ccb_desktop.domain.members.units import Post, Unit, UnitKind, UnitName
from ccb_desktop.domain.partial_dates import PartialDate

ON = date(2026, 6, 30)
CALENDAR = WorkCalendar.of(announced_holidays())


def day(text):
    return PartialDate.parse(text)


def an_event(kind, on, number=1, **more):
    return MembershipEvent(id=number, kind=EventKind(kind), happened_on=day(on), **more)


def a_member(number=1, *events, status=Status.ACTIVE, since="1/1/2000", **more):
    values = {
        "person_id": number,
        "membership_id": 100 + number,
        "full_name": f"Trần Văn Bình {number}",
        "status": status,
        "since": day(since).first_day,
        "unit_id": 1,
        "sub_unit_id": None,
        "unit_name": "Chi hội 1",
        "events": events,
    }
    return Watched(**(values | more))


def a_unit(number=1, kind=UnitKind.CHI_HOI, name="Chi hội 1", **more):
    return Unit(id=number, code=f"U{number}", kind=kind, names=(UnitName(name),), **more)


def a_post(person_id, title, **more):
    return Post(id=person_id, person_id=person_id, title=title, **more)


def books(*members, on=ON, **more):
    by_unit = Counter(member.unit_id for member in members if member.is_member)
    known = {"members": members, "members_by_unit": by_unit, "calendar": CALENDAR}
    return WatchBooks(on=on, **(known | more))


def found(rule, *members, **more):
    """What a rule finds in such books."""
    return list(rule.find(books(*members, **more)))


def names(rule, *members, **more):
    return [one.name for one in found(rule, *members, **more)]
