"""A field of many at once: what changes, what stays, and who is refused by the rules."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from ccb_desktop.domain.bulk.edits import (
    ONE_EACH,
    BulkEdit,
    Subject,
    Way,
    edited,
    plan_edit,
)
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.members.memberships import Membership
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.own_fields import OwnField, OwnKind
from ccb_desktop.domain.partial_dates import PartialDate

TODAY = date(2026, 6, 5)
BORN = PartialDate(1952)


def somebody(number, *, member=True, **more):
    person = Person(**{"id": number, "full_name": f"Lê Văn Ba {number}", "born_on": BORN, **more})
    return Subject(person, Membership(id=number, person_id=number, unit_id=1) if member else None)


def plan(edit, *subjects):
    return plan_edit(edit, subjects, TODAY)


def test_changed_unchanged_and_the_act_are_told():
    found = plan(
        BulkEdit("street_group", "Tổ 5"),
        somebody(1),
        somebody(2, street_group="Tổ 5"),
        somebody(3, street_group="Tổ 9"),
    )
    assert [(c.before, c.after) for c in found.changes] == [("", "Tổ 5"), ("Tổ 9", "Tổ 5")]
    assert (found.unchanged, found.refusals) == (1, ())
    assert found.act == "Sửa Tổ dân phố của 2 người"


def test_an_act_upon_one_names_him():
    assert plan(BulkEdit("rank", "Đại úy"), somebody(1)).act == "Sửa Cấp bậc của Lê Văn Ba 1"


@pytest.mark.parametrize(
    ("way", "after"),
    [
        (Way.ADD, {"ANTI_AMERICAN", "CAMBODIA"}),
        (Way.REMOVE, {"ANTI_AMERICAN"}),
        (Way.SET, {"CAMBODIA"}),
    ],
)
def test_codes_are_added_taken_away_or_set(way, after):
    who = somebody(1, periods=frozenset({"ANTI_AMERICAN"}))
    edit = BulkEdit("periods", ("CAMBODIA",), way)
    assert edited(edit, who).person.periods == after


@pytest.mark.parametrize("field", sorted(ONE_EACH))
def test_what_is_one_person_s_own_is_not_written_to_many(field):
    found = plan(BulkEdit(field, "001052000001"), somebody(1), somebody(2))
    assert not found.changes
    assert [refusal.person.id for refusal in found.refusals] == [1, 2]
    assert all("mỗi người một" in refusal.reason for refusal in found.refusals)


def test_what_is_one_person_s_own_can_be_emptied_for_many():
    whole = [somebody(n, insurance_no=f"GD{n}") for n in (1, 2)]
    assert len(plan(BulkEdit("insurance_no", ""), *whole).changes) == 2


def test_whoever_breaks_a_rule_by_it_is_refused_with_the_rule():
    edit = BulkEdit("enlisted_on", PartialDate(1970))
    found = plan(edit, somebody(1), somebody(2, born_on=PartialDate(1975)))
    assert [c.subject.person.id for c in found.changes] == [1]
    assert [r.reason for r in found.refusals] == ["Ngày nhập ngũ đứng trước ngày sinh."]


def test_a_fault_that_was_there_before_refuses_nobody():
    faulty = somebody(1, citizen_id="12")
    assert len(plan(BulkEdit("rank", "Đại úy"), faulty).changes) == 1


def test_a_card_is_asked_of_members_only():
    edit = BulkEdit("card_issued_on", PartialDate(2026, 1, 5))
    found = plan(edit, somebody(1), somebody(2, member=False))
    assert [c.subject.person.id for c in found.changes] == [1]
    assert edited(edit, found.changes[0].subject).membership.card_issued_on == edit.value
    assert "Không phải hội viên" in found.refusals[0].reason


CHILDREN = OwnField(id=7, label="Số con", kind=OwnKind.NUMBER)


def of_own(value, field=CHILDREN):
    return BulkEdit(field.name, value, own=field)


def saying(number, text, **more):
    return replace(somebody(number, **more), own={7: text, 8: "B"} if text else {8: "B"})


def test_a_field_of_the_branch_s_own_is_set_as_the_store_keeps_it():
    edit = of_own(Decimal("2.50"))
    found = plan(edit, saying(1, ""), saying(2, "2.5"), saying(3, "4"), saying(4, "", member=False))
    assert [(c.subject.person.id, c.before, c.after) for c in found.changes] == [
        (1, "", "2.5"),
        (3, "4", "2.5"),
        (4, "", "2.5"),
    ]
    assert (found.unchanged, found.refusals, found.act) == (1, (), "Sửa Số con của 3 người")
    assert edited(edit, saying(3, "4")).own == {7: "2.5", 8: "B"}


@pytest.mark.parametrize(
    ("kind", "value", "after"),
    [
        (OwnKind.TEXT, " 43-H1 ", "43-H1"),
        (OwnKind.DATE, PartialDate(2024, 5), "2024-05"),
        (OwnKind.CHOICE, "A", "A"),
        (OwnKind.YES_NO, False, "0"),
        (OwnKind.NUMBER, None, ""),
    ],
)
def test_every_kind_of_own_field_can_be_set_and_emptied(kind, value, after):
    found = plan(of_own(value, replace(CHILDREN, kind=kind)), saying(1, "1"))
    assert [change.after for change in found.changes] == [after]


def test_what_an_own_field_cannot_keep_is_told_under_it():
    with pytest.raises(Invalid) as refused:
        plan(of_own(10**15), saying(1, ""))
    assert set(refused.value.fields) == {"own_7"}
