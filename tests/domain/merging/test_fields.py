"""Two records side by side: what is equal, what only one has, what differs, what is proposed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.members.people import Person, Policy
from ccb_desktop.domain.merging.fields import (
    Agreement,
    Side,
    compare_people,
    field_pair,
    join_policies,
    join_texts,
    joined_person,
)
from ccb_desktop.domain.partial_dates import PartialDate


def day(text):
    return PartialDate.parse(text)


@pytest.mark.parametrize(
    ("name", "kept", "other", "agreement", "proposed"),
    [
        ("phone", "0912345678", "+84 912 345 678", Agreement.EQUAL, Side.KEPT),
        ("phone", "0912345678", "0988000111", Agreement.DIFFERENT, Side.KEPT),
        ("phone", "", "0988000111", Agreement.ONE_SIDED, Side.OTHER),
        ("home_town", "Nam Định", " Nam  Định", Agreement.EQUAL, Side.KEPT),
        ("home_town", "Nam Định", "", Agreement.ONE_SIDED, Side.KEPT),
        ("home_town", "Hải Minh", "Hải Minh, Nam Định", Agreement.DIFFERENT, Side.OTHER),
        ("full_name", "NGUYEN VAN AN", "Nguyễn Văn Án", Agreement.DIFFERENT, Side.OTHER),
        ("full_name", "Nguyễn Văn Án", "NGUYỄN VĂN ÁN", Agreement.DIFFERENT, Side.KEPT),
        ("full_name", "NGUYỄN VĂN ÁN", "Nguyễn Văn Án", Agreement.DIFFERENT, Side.OTHER),
        ("born_on", day("1952"), day("19/5/1952"), Agreement.DIFFERENT, Side.OTHER),
        ("born_on", day("19/5/1952"), day("1952"), Agreement.DIFFERENT, Side.KEPT),
        ("born_on", day("1953"), day("1952"), Agreement.DIFFERENT, Side.KEPT),
        ("joined_on", day("1993"), day("1992"), Agreement.DIFFERENT, Side.OTHER),
        ("periods", frozenset("a"), frozenset("b"), Agreement.DIFFERENT, Side.BOTH),
        ("note", "a", "b", Agreement.DIFFERENT, Side.BOTH),
        ("sort_by_first_word", False, True, Agreement.DIFFERENT, Side.KEPT),
        ("insurance_entitled", None, False, Agreement.ONE_SIDED, Side.OTHER),
    ],
)
def test_a_field(name, kept, other, agreement, proposed):
    pair = field_pair(name, name, kept, other)
    assert (pair.agreement, pair.proposed) == (agreement, proposed)


def test_what_is_chosen_is_taken_and_the_rest_as_proposed():
    kept = Person(id=1, full_name="Lê Ba", phone="1", periods=frozenset("a"), note="x; y")
    other = Person(
        id=2, full_name="Lê Bá", phone="2", periods=frozenset("b"), note="y; z", rank="Đại úy"
    )
    joined = joined_person(kept, other, {"phone": Side.OTHER})
    assert (joined.id, joined.phone, joined.rank) == (1, "2", "Đại úy")
    assert (joined.periods, joined.note) == (frozenset("ab"), "x; y; z")
    assert joined_person(kept, other, {"note": Side.OTHER}).note == "y; z"


def test_every_field_of_a_person_is_compared():
    pairs = compare_people(Person(full_name="A"), Person(full_name="A"))
    assert {pair.name for pair in pairs} == set(Person.__dataclass_fields__) - {"id"}
    assert {pair.agreement for pair in pairs} == {Agreement.EQUAL}


def test_policies_of_both():
    kept = (Policy(id=5, kind="THUONG_BINH", rate_percent=21, from_on=day("1980")),)
    other = (
        Policy(id=6, kind="THUONG_BINH", grade="4/4", from_on=day("3/1980")),
        Policy(id=7, kind="THUONG_BINH", from_on=day("1999")),
        Policy(id=8, kind="TU_DAY"),
    )
    first, second, third = join_policies(kept, other)
    assert (first.id, first.grade, first.rate_percent, first.from_on) == (5, "4/4", 21, day("1980"))
    assert (second.id, second.from_on, third.id, third.kind) == (None, day("1999"), None, "TU_DAY")
    taken = joined_person(
        Person(full_name="A", policies=kept),
        Person(full_name="A", policies=other),
        {"policies": Side.OTHER},
    )
    assert [policy.id for policy in taken.policies] == [None, None, None]


def test_of_consent_nobody_chooses_and_no_withdrawal_is_lost():
    kept = Person(full_name="Lê Ba", consent_on=day("1/2/2026"), consent_paper="phiếu 7")
    other = Person(
        full_name="Lê Ba",
        consent_on=day("1/3/2025"),
        consent_paper="phiếu 3",
        consent_withdrawn_on=day("5/6/2026"),
        consent_withdrawn_reason="Theo đơn",
    )
    all_kept = {pair.name: Side.KEPT for pair in compare_people(kept, other)}
    joined = joined_person(kept, other, all_kept)
    assert (joined.consent_on, joined.consent_paper) == (day("1/2/2026"), "phiếu 7")
    assert joined.consent_withdrawn_on == day("5/6/2026")
    assert joined.consent_withdrawn_reason == "Theo đơn"


people = st.builds(
    Person,
    full_name=st.sampled_from(["Lê Ba", "LÊ BA", "Le Ba", "Trần Nụ"]),
    born_on=st.sampled_from([None, day("1952"), day("5/1952"), day("1/6/1953")]),
    phone=st.sampled_from(["", "0912345678", "912345678"]),
    periods=st.frozensets(st.sampled_from("abc")),
    note=st.sampled_from(["", "a", "b; a"]),
    party_badge=st.sampled_from([None, 40, 50]),
)


@given(people, people)
def test_nothing_that_only_one_of_them_says_is_lost_and_joining_twice_changes_nothing(kept, other):
    joined = joined_person(kept, other, {})
    for pair in compare_people(kept, other):
        if pair.agreement is Agreement.ONE_SIDED:
            assert getattr(joined, pair.name) in (pair.kept, pair.other)
            assert getattr(joined, pair.name) not in (None, "", frozenset())
    assert joined.periods == kept.periods | other.periods
    assert joined_person(joined, other, {}) == joined


@given(st.lists(st.text("ab; ", max_size=6), max_size=3))
def test_joined_texts_hold_every_part_once(texts):
    parts = [part.strip() for text in texts for part in text.split(";") if part.strip()]
    joined = join_texts(*texts).split("; ") if parts else []
    assert joined == list(dict.fromkeys(parts))
