"""What is needed is remembered; everybody is read with what is looked at."""

from datetime import date

from ccb_desktop.data import record_gaps
from ccb_desktop.domain.members.memberships import EventKind, Membership, MembershipEvent, Status
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.members.units import Post, Unit, UnitKind, UnitName
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.record_gaps.needed import NEEDED
from ccb_desktop.operations.members import events, units

ON = date(2026, 6, 5)


def test_what_is_needed_is_the_usual_until_somebody_chooses(store):
    with store.reading() as session:
        assert record_gaps.load_needed(session) == NEEDED
    for names in (["phone", "born_on"], ["phone"]):
        with store.writing("Chọn") as session:
            record_gaps.save_needed(session, names)
    with store.reading() as session:
        assert record_gaps.load_needed(session) == ("phone",)


def test_everybody_is_read_with_events_posts_and_standing(store):
    unit = Unit(code="CH1", kind=UnitKind.CHI_HOI, names=(UnitName("Chi hội 1"),))
    units.save_unit(store, unit)
    joined = PartialDate(1990)
    events.admit_member(
        store,
        Person(full_name="Lê Ba", died_on=PartialDate(2020)),
        Membership(unit_id=1, joined_on=joined, on_roll_from=joined, card_no="A1"),
        None,
    )
    out = MembershipEvent(
        membership_id=1, kind=EventKind.EXEMPTED, happened_on=PartialDate(2019, 5)
    )
    events.record_event(store, out)
    units.save_post(store, Post(person_id=1, title="Chi hội trưởng", unit_id=1))
    with store.reading() as session:
        (record,) = record_gaps.list_checked_records(session, ON)
    assert (record.full_name, record.card_no, record.unit_name) == ("Lê Ba", "A1", "Chi hội 1")
    assert (record.status, record.died_on) == (Status.EXEMPT, PartialDate(2020))
    assert [event.kind for event in record.events] == [EventKind.EXEMPTED]
    assert [post.title for post in record.posts] == ["Chi hội trưởng"]
    assert record.citizen_id == ""
