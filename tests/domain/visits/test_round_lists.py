"""Lists of gift rounds: why somebody is on one, who is new, which visit stands for whom."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.queries import Condition, FieldKind, Group, How, Join, QueryField, by_id
from ccb_desktop.domain.visits.round_lists import (
    Since,
    amount_for,
    check_day,
    check_recipient,
    check_round,
    compared,
    key_of,
    matched,
    not_yet_on,
    reasons,
    round_before,
    sums_of,
)
from ccb_desktop.domain.visits.rounds import GiftRound, Handed, RoundRecipient, UsualAmount
from ccb_desktop.domain.visits.visits import RecipientKind, Visit

DAY = date(2026, 2, 10)
FIELDS = by_id(
    [
        QueryField(
            "poverty",
            "Mức sống",
            FieldKind.CODE,
            lambda m: m["poverty"],
            (("POOR", "Hộ nghèo"), ("NEAR_POOR", "Cận nghèo")),
        ),
        QueryField("age", "Tuổi", FieldKind.NUMBER, lambda m: m["age"]),
        QueryField("unit", "Chi hội", FieldKind.CODE, lambda m: m["unit"], (("1", "Chi hội 1"),)),
    ]
)
POOR = Condition("poverty", How.IS, "POOR")
OLD = Condition("age", How.AT_LEAST, "80")
HERE = Condition("unit", How.IS, "1")
SOMEBODY = {"poverty": ("POOR",), "age": 82, "unit": ("1",)}


def a_round(**more):
    return GiftRound(**({"title": "Tết", "occasion": "HOLIDAY", "planned_on": DAY} | more))


def a_line(own=1, name="Trần Văn An", **more):
    return RoundRecipient(id=own, round_id=1, recipient=name, **more)


def a_visit(**more):
    return Visit(**({"visited_on": DAY, "occasion": "HOLIDAY", "recipient": "Trần Văn An"} | more))


def test_why_somebody_is_chosen_is_said_in_words():
    query = Group(Join.ALL, (HERE, Group(Join.ANY, (POOR, OLD))))
    assert reasons(query, FIELDS, SOMEBODY) == ["Hộ nghèo", "Tuổi từ 80 trở lên"]
    assert reasons(query, FIELDS, SOMEBODY | {"age": 70}) == ["Hộ nghèo"]
    assert reasons(query, FIELDS, SOMEBODY | {"unit": ("2",)}) == []
    assert reasons(Group(Join.NONE, (POOR,)), FIELDS, SOMEBODY) == []


def test_the_amount_is_that_of_the_round_or_the_usual_one_of_the_kind():
    usual = [
        UsualAmount(occasion="HOLIDAY", amount_dong=200_000, from_on=date(2025, 1, 1)),
        UsualAmount(
            occasion="HOLIDAY",
            recipient_kind=RecipientKind.POOR_HOUSEHOLD,
            amount_dong=500_000,
            from_on=date(2025, 1, 1),
        ),
    ]
    assert amount_for(a_round(amount_dong=300_000), RecipientKind.MEMBER, usual) == 300_000
    assert amount_for(a_round(), RecipientKind.MEMBER, usual) == 200_000
    assert amount_for(a_round(), RecipientKind.POOR_HOUSEHOLD, usual) == 500_000
    assert amount_for(a_round(occasion="SICK"), RecipientKind.MEMBER, usual) == 0


def test_nobody_is_put_on_a_list_twice():
    new = [a_line(None, person_id=1), a_line(None, person_id=1), a_line(None, "Bà Tư")]
    assert not_yet_on(new, [a_line(9, "bà tư")]) == [new[0]]


def test_who_is_new_gone_and_on_both_lists():
    now = [a_line(1, person_id=1), a_line(2, "Bà Tư")]
    before = [a_line(3, person_id=1, amount_dong=5), a_line(4, "Ông Năm")]
    found = {one.line.recipient: one.since for one in compared(now, before)}
    assert found == {"Trần Văn An": Since.BOTH, "Bà Tư": Since.NEW, "Ông Năm": Since.GONE}


def test_the_round_before_is_the_last_of_its_occasion():
    this = a_round(id=9)
    earlier = [a_round(id=i, planned_on=date(2020 + i, 2, 1)) for i in (1, 2)]
    other = a_round(id=3, occasion="ARMY_DAY", planned_on=date(2025, 12, 22))
    assert round_before([this, *earlier, other], this) == earlier[1]
    assert round_before([this, other], this) is None


def test_a_visit_of_two_merged_records_stands_for_the_line_that_was_paid():
    lines = [a_line(1, person_id=1), a_line(2, person_id=1, handed=Handed.RECEIVED)]
    found = matched(lines, [a_visit(person_id=1)])
    assert [one.handed for one in found] == [Handed.LISTED, Handed.RECEIVED]


@given(st.lists(st.tuples(st.integers(1, 6), st.booleans(), st.sampled_from(Handed)), max_size=12))
def test_each_standing_visit_stands_for_one_line(drawn):
    lines = [
        a_line(at, person_id=person, handed=handed, amount_dong=10)
        for at, (person, _paid, handed) in enumerate(drawn, 1)
    ]
    visits = [
        a_visit(id=at, person_id=person, amount_dong=10)
        for at, (person, paid, _handed) in enumerate(drawn, 1)
        if paid
    ]
    voided = [replace(one, voided_on=DAY) for one in visits]
    found = matched(lines, visits)
    assert sorted(one.visit.id for one in found if one.visit) == [one.id for one in visits]
    assert all(key_of(one.visit) == key_of(one.line) for one in found if one.visit)
    sums = sums_of(found)
    assert (sums.people, sums.received_dong) == (len(lines), 10 * len(visits))
    assert sums_of(matched(lines, voided)).received == 0


def test_what_cannot_be_kept_is_said_by_field():
    with pytest.raises(Invalid) as refused:
        check_round(a_round(title=" ", occasion="REUNION", amount_dong=-1))
    assert set(refused.value.fields) == {"title", "theme", "amount_dong"}
    with pytest.raises(Invalid, match="đã có trong danh sách"):
        check_recipient(a_line(None, "Bà Tư"), [a_line(2, "bà tư")])
    with pytest.raises(Invalid):
        check_recipient(a_line(None, " "), [])
    with pytest.raises(Invalid):
        check_day(date(2026, 2, 11), DAY)
