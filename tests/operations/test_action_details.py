"""What an act or a day changed: whose records, in which words, also of records that are gone."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from ccb_desktop.domain.bulk.edits import BulkEdit, plan_edit
from ccb_desktop.domain.members.households import Household, HouseholdYear
from ccb_desktop.domain.members.memberships import EventKind
from ccb_desktop.domain.members.units import Post
from ccb_desktop.domain.own_fields import OwnField, OwnKind
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.operations import action_details, branch
from ccb_desktop.operations.action_details import read_action, read_day
from ccb_desktop.operations.members import bulk, own_fields, people, units
from ccb_desktop.operations.undo import list_actions, undo
from tests.books import add_event, add_member, add_unit, day


def whose(details):
    return [(one.change.kind, one.whose, one.owner) for one in details.records]


def test_every_record_is_known_by_the_person_it_hangs_on(store):
    unit = add_unit(store)
    added = add_member(store, unit_id=unit)
    assert whose(read_action(store, added.action_id)) == [
        ("persons", "Nguyễn Văn An", ("persons", 1)),
        ("memberships", "Nguyễn Văn An", ("persons", 1)),
    ]
    moved = add_event(store, 1, EventKind.EXEMPTED, "1/2/2025")
    assert whose(read_action(store, moved.action_id)) == [
        ("membership_events", "Nguyễn Văn An", ("persons", 1))
    ]


def test_of_a_record_that_is_gone_the_name_is_still_told(store):
    added = add_member(store)
    units.save_post(store, Post(person_id=1, title="Chi hội phó"))
    taken = units.remove_post(store, people.load_person_file(store, 1).posts[0])
    assert whose(read_action(store, taken.action_id)) == [
        ("posts", "Nguyễn Văn An", ("persons", 1))
    ]
    for act in list_actions(store)[:2]:
        undo(store, act.id)
    undone = undo(store, added.action_id)
    assert {name for _, name, owner in whose(read_action(store, undone.action_id))} == {
        "Nguyễn Văn An"
    }
    assert all(owner is None for _, _, owner in whose(read_action(store, undone.action_id)))


def test_units_and_households_bear_their_own_names(store):
    unit = add_unit(store)
    act = list_actions(store)[0]
    assert whose(read_action(store, act.id)) == [
        ("units", "Chi hội 1", ("units", unit)),
        ("unit_names", "Chi hội 1", ("units", unit)),
    ]
    add_member(store)
    years = (HouseholdYear(year=2025, poverty="POOR"),)
    home = people.save_household(store, Household(head_name="Trần Thị Bình", years=years), 1)
    assert whose(read_action(store, home.action_id)) == [
        ("households", "Trần Thị Bình", None),
        ("household_years", "Trần Thị Bình", None),
        ("persons", "Nguyễn Văn An", ("persons", 1)),
    ]


def test_own_fields_are_told_by_their_labels_as_they_are_printed(store):
    made = ((OwnKind.NUMBER, 4, Decimal("5.5")), (OwnKind.YES_NO, True, False))
    made += ((OwnKind.DATE, PartialDate(2024, 5), PartialDate(2025)),)
    acts = []
    add_member(store)
    for place, (kind, *values) in enumerate(made, 1):
        own_fields.save_own_field(store, OwnField(label=f"Mục {place}", kind=kind))
        field = own_fields.list_own_fields(store)[-1]
        for value in (*values, None):
            edit = BulkEdit(field.name, value, own=field)
            plan = plan_edit(edit, bulk.load_subjects(store, [1]), date.today())
            acts.append(bulk.edit_many(store, plan).action_id)
        if place > 1:
            own_fields.remove_own_field(store, field)
    assert [told_of_one(store, act) for act in acts] == [
        *[("Mục 1", "", "4"), ("Mục 1", "4", "5,5"), ("Mục 1", "5,5", "")],
        *[("Mục 2", "", "Có"), ("Mục 2", "Có", "Không"), ("Mục 2", "Không", "")],
        *[("Mục 3", "", "5/2024"), ("Mục 3", "5/2024", "2025"), ("Mục 3", "2025", "")],
    ]


def told_of_one(store, action_id):
    """What an act did to the only member."""
    details = read_action(store, action_id)
    (one,) = details.records
    assert one.owner == ("persons", 1)
    (told,) = details.told(one.change)
    return told.what, told.before, told.after


def test_what_was_done_on_a_day_is_told_together(store):
    add_member(store)
    person = people.load_person_file(store, 1).person
    people.save_person(store, replace(person, phone="0901"))
    details = read_day(store, date.today())
    told = [told for one in details.records for told in details.words.told(one.change)]
    assert ("phone", "Điện thoại", "", "0901") in {
        (t.field, t.what, t.before, t.after) for t in told
    }
    assert details.total == len(details.records)
    assert read_day(store, date.today() - timedelta(days=1)).records == ()


def test_a_very_large_act_is_told_in_part(store, monkeypatch):
    monkeypatch.setattr(action_details, "MOST", 1)
    added = add_member(store)
    details = read_action(store, added.action_id)
    assert (len(details.records), details.total) == (1, 2)


def test_acts_of_a_day_with_the_kinds_they_touched(store):
    added = add_member(store, unit_id=add_unit(store))
    today = list_actions(store, on=date.today())
    assert today[0].id == added.action_id
    assert today[0].kinds == {"persons", "memberships"}
    assert list_actions(store, on=day("19/5/1990").first_day) == []


def test_a_setting_is_known_by_its_word(store):
    known = branch.load_branch(store)
    change = branch.save_branch(store, replace(known, signer_name="Trần Văn Minh"))
    details = read_action(store, change.action_id)
    (one,) = details.records
    (told,) = details.words.told(one.change)
    assert (one.whose, told.what, told.after) == ("Họ tên người ký", "Giá trị", "Trần Văn Minh")
