"""People in a real store: nobody twice, corrections undone, households."""

from dataclasses import replace

import pytest

from ccb_desktop.domain.errors import AlreadyDone, Invalid, NotFound
from ccb_desktop.domain.members.households import Household, HouseholdYear
from ccb_desktop.domain.members.memberships import Membership
from ccb_desktop.domain.members.people import Policy
from ccb_desktop.operations.members import events, people
from ccb_desktop.operations.members.keys import people_of_keys
from ccb_desktop.operations.undo import undo
from tests.books import a_person, add_member, add_unit, contents, day, names_on_roll

CCCD = "001052000001"


def person(store, person_id=1):
    return people.load_person_file(store, person_id).person


def membership(store, person_id=1):
    (held,) = people.load_person_file(store, person_id).memberships
    return held


def refused(act, *given):
    with pytest.raises(Invalid) as refusal:
        act(*given)
    return refusal.value.fields


def admit(store, name, unit, **more):
    citizen_id = more.pop("citizen_id", "")
    given = Membership(unit_id=unit, on_roll_from=day("1990"), **more)
    return events.admit_member(store, a_person(name, citizen_id=citizen_id), given, None)


def test_a_citizen_id_and_a_card_belong_to_one_person_only(store):
    unit = add_unit(store)
    admit(store, "Nguyễn Văn An", unit, citizen_id=CCCD, card_no="7")
    admit(store, "Lê Văn Ba", unit, card_no="8")
    before = contents(store)
    in_use = {"citizen_id": "Số CCCD này đang ghi cho Nguyễn Văn An."}
    assert refused(lambda: admit(store, "Lê Văn Tư", unit, citizen_id=CCCD)) == in_use
    other = replace(person(store, 2), citizen_id=CCCD)
    assert refused(people.save_person, store, other) == in_use
    assert refused(lambda: admit(store, "Lê Văn Tư", unit, card_no="7")) == {
        "card_no": "Số thẻ này đang ghi cho Nguyễn Văn An."
    }
    of_card = replace(membership(store, 2), card_no="7")
    assert set(refused(people.save_person, store, person(store, 2), of_card)) == {"card_no"}
    assert contents(store) == before


def test_whoever_keeps_his_own_numbers_is_not_in_his_own_way(store):
    unit = add_unit(store)
    admit(store, "Nguyễn Văn An", unit, citizen_id=CCCD, card_no="7")
    people.save_person(store, replace(person(store), phone="0912345678"), membership(store))
    assert person(store).phone == "0912345678"


def test_a_form_saved_twice_is_saved_once_and_told_so(store):
    unit = add_unit(store)
    add_member(store, unit_id=unit, form_id="một tờ")
    corrected = replace(person(store), phone="0912345678")
    people.save_person(store, corrected, form_id="tờ sửa")
    before = contents(store)
    with pytest.raises(AlreadyDone, match="đã ghi lúc"):
        add_member(store, unit_id=unit, form_id="một tờ")
    with pytest.raises(AlreadyDone):
        people.save_person(store, corrected, form_id="tờ sửa")
    assert contents(store) == before
    assert names_on_roll(store) == ["Nguyễn Văn An"]


def test_a_correction_is_undone_whole(store):
    add_member(store, policies=(Policy(kind="THUONG_BINH", rate_percent=21),))
    before = people.load_person_file(store, 1)
    after = replace(
        before.person,
        full_name="Nguyễn Văn Ân",
        periods=frozenset({"ANTI_AMERICAN"}),
        policies=(Policy(kind="TU_DAY"), Policy(kind="CUU_TNXP")),
    )
    changed = replace(membership(store), card_no="9", joined_on=day("6/1991"))
    change = people.save_person(store, after, changed)
    assert [policy.kind for policy in person(store).policies] == ["TU_DAY", "CUU_TNXP"]
    assert membership(store).card_no == "9"
    undo(store, change.action_id)
    assert people.load_person_file(store, 1) == before


def test_a_correction_that_cannot_be_changes_nothing(store):
    add_member(store)
    before = contents(store)
    fields = refused(people.save_person, store, replace(person(store), born_on=day("1899")))
    assert set(fields) == {"born_on"}
    no_unit = replace(membership(store), unit_id=None)
    assert set(refused(people.save_person, store, person(store), no_unit)) == {"unit"}
    assert contents(store) == before


def test_namesakes_are_found_before_somebody_is_entered_twice(store):
    add_member(store, "Nguyễn Văn An")
    add_member(store, "Lê Văn Ba")
    found = people.find_namesakes(store, "nguyen van an", day("19/5/1952"))
    assert [(one.full_name, held is not None) for one, held in found] == [("Nguyễn Văn An", True)]
    assert people.find_namesakes(store, "Nguyễn Văn An", day("1953")) == []


def test_nobody_of_an_unknown_id(store):
    with pytest.raises(NotFound):
        people.load_person_file(store, 99)


def test_people_by_card_citizen_id_or_key(store):
    unit = add_unit(store)
    admit(store, "Nguyễn Văn An", unit, citizen_id=CCCD, card_no="777")
    admit(store, "Lê Văn Ba", unit)
    assert people_of_keys(store, ["2", "777", CCCD]) == [2, 1, 1]
    with pytest.raises(NotFound, match="999"):
        people_of_keys(store, ["777", "999"])


# Households


def save_home(store, person_id=1, **more):
    found = Household(**{"head_name": "Nguyễn Văn An", **more})
    return people.save_household(store, found, person_id)


def test_a_household_with_its_years_and_people(store):
    add_member(store)
    add_member(store, "Trần Thị Bình")
    save_home(store, years=(HouseholdYear(year=2025, poverty="POOR", cultural_family=True),))
    (home,) = people.list_households(store)
    people.save_household(store, home, 2)
    names = {one.full_name for one in people.list_people_of_household(store, home.id)}
    assert names == {"Nguyễn Văn An", "Trần Thị Bình"}
    assert people.load_person_file(store, 2).household == home
    change = people.leave_household(store, person(store, 2))
    assert people.load_person_file(store, 2).household is None
    undo(store, change.action_id)
    assert people.load_person_file(store, 2).household == home


def test_findings_of_a_year_are_corrected_and_undone(store):
    add_member(store)
    save_home(store, years=(HouseholdYear(year=2025, poverty="POOR"),))
    (home,) = people.list_households(store)
    years = (HouseholdYear(year=2024, poverty="POOR"), HouseholdYear(year=2026, poverty="AVERAGE"))
    change = people.save_household(store, replace(home, years=years), 1)
    assert people.list_households(store)[0].years == years
    undo(store, change.action_id)
    assert people.list_households(store) == [home]


def test_a_household_has_a_head(store):
    add_member(store)
    assert set(refused(lambda: save_home(store, head_name=" "))) == {"head_name"}
    assert people.list_households(store) == []
