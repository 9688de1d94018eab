"""One field, one record, a whole file put back: by the rules, and to be undone like any act."""

from dataclasses import replace
from datetime import date

import pytest

from ccb_desktop.data.members.people import delete_person, save_person
from ccb_desktop.data.tables import PersonMergeRow
from ccb_desktop.domain.errors import Conflict
from ccb_desktop.domain.members.households import Household, HouseholdYear
from ccb_desktop.domain.members.memberships import EventKind, Status
from ccb_desktop.domain.members.people import Policy
from ccb_desktop.domain.members.units import Post
from ccb_desktop.operations import checking
from ccb_desktop.operations.members import events, people, units
from ccb_desktop.operations.members.person_history import list_person_changes
from ccb_desktop.operations.members.put_back import (
    put_field_back,
    put_person_back,
    put_record_back,
)
from ccb_desktop.operations.undo import list_actions, undo
from tests.books import a_person, add_event, add_member, add_unit, day, names_on_roll

CCCD = "001052000001"


def file(store, person_id=1):
    return people.load_person_file(store, person_id)


def correct(store, person_id=1, **fields):
    return people.save_person(store, replace(file(store, person_id).person, **fields))


def change_of(store, kind, person_id=1, **wanted):
    """The newest change of a kind, of one field if it is named."""
    changes = list_person_changes(store, person_id)
    field = wanted.get("field")
    return next(
        one for one in changes if one.kind == kind and (not field or field in (one.after or {}))
    )


def test_a_field_gets_its_old_value_and_the_rest_stays(store):
    add_member(store, phone="0901")
    correct(store, full_name="Nguyễn Văn Ân", phone="0902")
    change = change_of(store, "persons", field="full_name")
    correct(store, address="Số 5")
    put_field_back(store, 1, change, "full_name")
    person = file(store).person
    assert (person.full_name, person.phone, person.address) == ("Nguyễn Văn An", "0902", "Số 5")
    assert list_actions(store)[0].label == "Đưa về như trước: Họ và tên, Nguyễn Văn Ân"
    assert [found.id for found, _ in people.find_namesakes(store, "nguyen van an", None)] == [1]


def test_putting_back_is_undone_like_any_act(store):
    add_member(store, phone="0901")
    correct(store, phone="0902")
    before = file(store)
    done = put_field_back(store, 1, change_of(store, "persons"), "phone")
    assert file(store).person.phone == "0901"
    undo(store, done.action_id)
    assert file(store) == before
    assert checking.check(store, deep=True)["ok"]


def test_what_stands_so_already_is_not_put_back(store):
    add_member(store, phone="0901")
    correct(store, phone="0902")
    change = change_of(store, "persons")
    put_field_back(store, 1, change, "phone")
    with pytest.raises(Conflict, match="đang đúng như vậy"):
        put_field_back(store, 1, change, "phone")


def test_a_number_that_somebody_else_has_by_now_is_refused_with_his_name(store):
    add_member(store, citizen_id=CCCD)
    correct(store, citizen_id="")
    add_member(store, "Lê Văn Ba", citizen_id=CCCD)
    acts = list_actions(store)
    with pytest.raises(Conflict, match="Số CCCD của lúc đó nay đang ghi cho Lê Văn Ba"):
        put_field_back(store, 1, change_of(store, "persons", field="citizen_id"), "citizen_id")
    assert list_actions(store) == acts


def test_a_card_that_somebody_else_has_by_now_is_refused_with_his_name(store):
    for name in ("Nguyễn Văn An", "Lê Văn Ba"):
        add_member(store, name)
    held = file(store).memberships[0]
    people.save_person(store, file(store).person, replace(held, card_no="7"))
    people.save_person(store, file(store).person, replace(held, card_no="8"))
    change = change_of(store, "memberships", field="card_no")
    other = file(store, 2)
    people.save_person(store, other.person, replace(other.memberships[0], card_no="7"))
    with pytest.raises(Conflict, match="Số thẻ của lúc đó nay đang ghi cho Lê Văn Ba"):
        put_field_back(store, 1, change, "card_no")


def test_what_the_rules_refuse_is_refused_with_the_reason(store):
    add_member(store, enlisted_on=day("1970"))
    correct(store, enlisted_on=None)
    change = change_of(store, "persons", field="enlisted_on")
    correct(store, born_on=day("1975"))
    with pytest.raises(Conflict, match="Ngày nhập ngũ đứng trước ngày sinh"):
        put_field_back(store, 1, change, "enlisted_on")
    assert file(store).person.enlisted_on is None


def test_an_event_that_was_taken_out_comes_back_with_its_status(store):
    add_member(store)
    add_event(store, 1, EventKind.DECEASED, "19/5/2025")
    events.remove_event(store, 1)
    assert file(store).person.died_on is None
    put_record_back(store, 1, change_of(store, "membership_events"))
    assert file(store).standing_on(date(2025, 6, 1)).status is Status.DECEASED
    assert str(file(store).person.died_on) == "19/05/2025"
    assert names_on_roll(store) == ["Nguyễn Văn An"]


def test_the_day_of_death_follows_the_event_that_is_put_back(store):
    add_member(store)
    add_event(store, 1, EventKind.DECEASED, "19/5/2025")
    event = file(store).events[0]
    events.record_event(store, replace(event, happened_on=day("20/5/2025")))
    put_field_back(store, 1, change_of(store, "membership_events"), "happened_on")
    assert str(file(store).person.died_on) == "19/05/2025"
    assert file(store).standing_on(date(2025, 5, 19)).status is Status.DECEASED


def test_an_event_that_cannot_follow_the_others_stays_out(store):
    add_member(store)
    add_event(store, 1, EventKind.DECEASED, "19/5/2025")
    events.remove_event(store, 1)
    add_event(store, 1, EventKind.TRANSFERRED_OUT, "1/5/2025")
    gone = next(c for c in list_person_changes(store, 1) if c.after is None)
    with pytest.raises(Conflict, match="không có tên trong Hội"):
        put_record_back(store, 1, gone)
    assert [event.kind for event in file(store).events] == [EventKind.TRANSFERRED_OUT]


def test_a_record_that_was_added_is_taken_out_again(store):
    add_member(store)
    units.save_post(store, Post(person_id=1, title="Chi hội phó"))
    added = change_of(store, "posts")
    put_record_back(store, 1, added)
    assert file(store).posts == ()
    with pytest.raises(Conflict, match="đang đúng như vậy"):
        put_record_back(store, 1, added)


def test_a_field_of_a_record_that_is_gone_says_what_to_do(store):
    add_member(store)
    units.save_post(store, Post(person_id=1, title="Chi hội phó"))
    post = file(store).posts[0]
    units.save_post(store, replace(post, title="Chi hội trưởng"))
    renamed = change_of(store, "posts")
    units.remove_post(store, post)
    with pytest.raises(Conflict, match="không còn trong sổ"):
        put_field_back(store, 1, renamed, "title")


def test_the_file_itself_and_a_card_with_events_are_not_taken_out(store):
    add_member(store)
    add_event(store, 1, EventKind.EXEMPTED, "1/5/2025")
    with pytest.raises(Conflict, match="hoàn tác việc đã ghi"):
        put_record_back(store, 1, change_of(store, "persons"))
    with pytest.raises(Conflict, match="có mục ghi sau gắn vào"):
        put_record_back(store, 1, change_of(store, "memberships"))
    assert len(file(store).memberships) == 1


def test_a_household_gets_its_old_head_and_its_key(store):
    add_member(store)
    people.save_household(store, Household(head_name="Nguyễn Văn An"), 1)
    home = file(store).household
    people.save_household(store, replace(home, head_name="Nguyễn Văn Ân"), 1)
    put_field_back(store, 1, change_of(store, "households"), "head_name")
    assert file(store).household.head_name == "Nguyễn Văn An"


# The whole file


@pytest.fixture
def lived(store):
    """A member to whom much is done after a first correction; gives that correction."""
    first, second = add_unit(store), add_unit(store, "CH2", "Chi hội 2")
    add_member(store, unit_id=first, phone="0901", policies=(Policy(kind="TU_DAY"),))
    units.save_post(store, Post(person_id=1, title="Chi hội phó"))
    before = file(store)
    correct(store, phone="0902")
    start = change_of(store, "persons")
    correct(store, full_name="Nguyễn Văn Ân", policies=(Policy(kind="CUU_TNXP"),))
    add_event(store, 1, EventKind.MOVED_UNIT, "2/2025", unit_id=second)
    units.remove_post(store, file(store).posts[0])
    units.save_post(store, Post(person_id=1, title="Chi hội trưởng"))
    return before, start


def test_the_whole_file_is_as_it_was_before_a_moment(store, lived):
    before, start = lived
    later = file(store)
    done = put_person_back(store, 1, start)
    assert file(store) == before
    line = next(one for one in people.list_members(store, date(2026, 1, 1)))
    assert (line.full_name, line.unit_name) == ("Nguyễn Văn An", "Chi hội 1")
    assert "về như trước lúc" in list_actions(store)[0].label
    undo(store, done.action_id)
    assert file(store) == later
    assert checking.check(store, deep=True)["ok"]


def test_nothing_to_put_back_leaves_no_act(store, lived):
    put_person_back(store, 1, lived[1])
    acts = list_actions(store)
    with pytest.raises(Conflict, match="không thay đổi gì"):
        put_person_back(store, 1, lived[1])
    assert list_actions(store) == acts


def test_before_he_was_in_the_books_there_is_nothing_to_put_back(store):
    add_member(store)
    with pytest.raises(Conflict, match="chưa có hồ sơ này"):
        put_person_back(store, 1, change_of(store, "persons"))


def test_the_household_of_others_stays_as_it_is(store):
    add_member(store, phone="0901")
    people.save_household(store, Household(head_name="Nguyễn Văn An"), 1)
    correct(store, phone="0902")
    start = change_of(store, "persons", field="phone")
    home = replace(file(store).household, years=(HouseholdYear(year=2025, poverty="POOR"),))
    people.save_household(store, home, 1)
    put_person_back(store, 1, start)
    assert file(store).person.phone == "0901"
    assert file(store).household.years[0].poverty == "POOR"


def merge_by_hand(store, absorbed_id):
    """What merging leaves: the double is gone, and its id is noted."""
    name = file(store, absorbed_id).person.full_name
    with store.writing("Gộp hồ sơ trùng") as session:
        delete_person(session, absorbed_id)
        session.add(
            PersonMergeRow(
                kept_id=1, absorbed_id=absorbed_id, absorbed_name=name, merged_on=date.today()
            )
        )


def test_a_merged_double_has_its_history_here_and_is_not_put_back(store):
    add_member(store, phone="0901")
    correct(store, phone="0902")
    start = change_of(store, "persons")
    with store.writing("Thêm người quen") as session:
        double = save_person(session, a_person("Nguyễn Văn An"))
    merge_by_hand(store, double)
    of_double = [c for c in list_person_changes(store, 1) if c.record_id == double]
    assert [(c.kind, c.label) for c in of_double] == [
        ("persons", "Gộp hồ sơ trùng"),
        ("persons", "Thêm người quen"),
    ]
    with pytest.raises(Conflict, match="hồ sơ trùng đã gộp"):
        put_record_back(store, 1, of_double[0])
    with pytest.raises(Conflict, match="hoàn tác việc gộp trước"):
        put_person_back(store, 1, start)
