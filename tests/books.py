"""Fictional people and units for tests: short ways to write what an officer would enter."""

from datetime import date

from ccb_desktop.domain.changes import BESIDE
from ccb_desktop.domain.members.memberships import (
    EventKind,
    Membership,
    MembershipEvent,
    MembershipKind,
)
from ccb_desktop.domain.members.people import Person, Policy
from ccb_desktop.domain.members.units import Post, PostScope, Unit, UnitKind, UnitName
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.operations.members import events, people, units


def day(text):
    return PartialDate.parse(text)


def a_person(name="Nguyễn Văn An", **more):
    return Person(**({"full_name": name, "born_on": day("1952")} | more))


def add_unit(store, code="CH1", name="Chi hội 1", **more):
    unit = Unit(code=code, kind=UnitKind.CHI_HOI, names=(UnitName(name),), **more)
    units.save_unit(store, unit)
    return next(u.id for u in units.list_units(store) if u.code == code)


def add_member(store, name="Nguyễn Văn An", unit_id=None, form_id=None, **more):
    """Enter somebody who stands on the roll since 1990, in some unit; gives the change."""
    unit = unit_id or next((u.id for u in units.list_units(store)), None) or add_unit(store)
    membership = Membership(on_roll_from=day("5/1990"), joined_on=day("5/1990"), unit_id=unit)
    return events.admit_member(store, a_person(name, **more), membership, None, form_id)


def add_event(store, membership_id, kind, happened_on, **more):
    event = MembershipEvent(
        membership_id=membership_id, kind=kind, happened_on=day(happened_on), **more
    )
    return events.record_event(store, event)


def fill(store, members=12):
    """Two units and some members with policies, posts, events, a club and a household."""
    first, second = add_unit(store), add_unit(store, "CH2", "Chi hội 2")
    for number in range(1, members + 1):
        policies = (Policy(kind="THUONG_BINH", rate_percent=21 + number),) if number % 3 else ()
        add_member(
            store, f"Trần Văn Bình {number}", first, citizen_id=f"{number:012}", policies=policies
        )
    add_event(store, 1, EventKind.MOVED_UNIT, "1/2/2025", unit_id=second)
    add_event(store, 2, EventKind.EXEMPTED, "3/2025")
    add_event(store, 3, EventKind.DECEASED, "19/5/2025")
    add_event(store, 4, EventKind.TRANSFERRED_OUT, "2/9/2025", elsewhere="Hội CCB xã Đông Hà")
    club = add_club(store)
    events.enter_club(
        store,
        a_person("Lê Thị Chín"),
        Membership(kind=MembershipKind.CLUB, unit_id=club, joined_on=day("2020")),
    )
    units.save_post(store, Post(person_id=1, title="Chi hội trưởng", scope=PostScope.HOI))
    return first, second


def add_club(store):
    club = Unit(code="CLB1", kind=UnitKind.CLUB, names=(UnitName("CLB CQN 1"),))
    units.save_unit(store, club)
    return next(u.id for u in units.list_units(store) if u.code == "CLB1")


def names_on_roll(store):
    return sorted(line.full_name for line in people.list_members(store, date(2026, 1, 1)))


def contents(store):
    """Every row of every table, for comparing two states of the books.

    But for the acts that tell of what lies beside them, as that they were restored: a backup
    cannot have these, and each change of keys adds one.
    """
    with store.raw_reading() as connection:
        return contents_of(connection)


def contents_of(connection):
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type='table'").fetchall()
    found = {
        name: connection.execute(f"SELECT * FROM {name} ORDER BY rowid").fetchall()
        for (name,) in tables
    }
    rows = found.get("actions", [])
    found["actions"] = [row for row in rows if BESIDE.isdisjoint(row)]
    found["sqlite_sequence"] = [
        row for row in found.get("sqlite_sequence", []) if row[0] != "actions"
    ]
    return found
