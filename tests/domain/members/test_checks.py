"""What must hold before a record of the roster is kept."""

from datetime import date

import pytest

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.members.checks import (
    check_membership,
    check_person,
    check_post,
    check_unit,
)
from ccb_desktop.domain.members.memberships import Membership
from ccb_desktop.domain.members.units import Post, Unit, UnitKind, UnitName
from tests.books import a_person, day

TODAY = date(2026, 6, 30)


def faults(check, *records):
    with pytest.raises(Invalid) as refusal:
        check(*records)
    assert all(sentence.endswith(".") for sentence in refusal.value.fields.values())
    return set(refusal.value.fields)


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"citizen_id": "001052000001"},
        {"citizen_id": "012345678"},
        {"enlisted_on": day("1970"), "discharged_on": day("5/1970")},
        {"party_joined_on": day("3/2/1975"), "party_official_on": day("1975")},
        {"died_on": day("1952")},
    ],
)
def test_people_that_can_be(more):
    check_person(a_person(**more), TODAY)


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"name": "  "}, "full_name"),
        ({"citizen_id": "12345"}, "citizen_id"),
        ({"citizen_id": "00105200000x"}, "citizen_id"),
        ({"citizen_id": "٠٠١٠٥٢٠٠٠٠٠١"}, "citizen_id"),
        ({"enlisted_on": day("1951")}, "enlisted_on"),
        ({"enlisted_on": day("1970"), "discharged_on": day("12/1969")}, "discharged_on"),
        ({"party_joined_on": day("1950")}, "party_joined_on"),
        ({"party_joined_on": day("1975"), "party_official_on": day("1974")}, "party_official_on"),
        ({"died_on": day("31/12/1951")}, "died_on"),
        ({"consent_withdrawn_on": day("1/7/2026")}, "consent_withdrawn_on"),
        ({"consent_withdrawn_reason": "Theo đơn"}, "consent_withdrawn_on"),
    ],
)
def test_people_that_cannot_be(more, field):
    assert faults(check_person, a_person(**more), TODAY) == {field}


@pytest.mark.parametrize(
    ("born", "ok"), [("1899", 0), ("1900", 1), ("30/6/2026", 1), ("7/2026", 0)]
)
def test_nobody_is_born_before_1900_or_tomorrow(born, ok):
    person = a_person().__class__(full_name="An", born_on=day(born))
    if ok:
        check_person(person, TODAY)
    else:
        assert faults(check_person, person, TODAY) == {"born_on"}


def test_every_fault_is_told_at_once():
    person = a_person("", citizen_id="1", died_on=day("1950"))
    assert faults(check_person, person, TODAY) == {"full_name", "citizen_id", "died_on"}


def test_memberships():
    check_membership(Membership(unit_id=1, joined_on=day("1990")), a_person())
    assert faults(check_membership, Membership(), a_person()) == {"unit"}
    too_early = Membership(unit_id=1, joined_on=day("1951"))
    assert faults(check_membership, too_early, a_person()) == {"joined_on"}


def test_units():
    def unit(code="CH1", name="Chi hội 1", **more):
        return Unit(code=code, kind=UnitKind.CHI_HOI, names=(UnitName(name),), **more)

    check_unit(unit(founded_on=day("2000"), ended_on=day("2000")))
    assert faults(check_unit, unit(code=" ", name=" ")) == {"code", "name"}
    assert faults(check_unit, Unit(code="X", kind=UnitKind.CLUB, names=())) == {"name"}
    ended = unit(founded_on=day("2000"), ended_on=day("12/1999"))
    assert faults(check_unit, ended) == {"ended_on"}
    assert faults(check_unit, unit(successor_id=2)) == {"ended_on"}


def test_posts():
    check_post(Post(title="Bí thư", from_on=day("2020"), to_on=day("5/2020")))
    assert faults(check_post, Post(title=" ")) == {"title"}
    backwards = Post(title="Bí thư", from_on=day("2020"), to_on=day("2019"))
    assert faults(check_post, backwards) == {"to_on"}
