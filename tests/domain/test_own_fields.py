"""The branch's own fields: what may be kept, how it is kept, printed and offered."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.own_fields import (
    DECIMALS,
    LONGEST_LABEL,
    LONGEST_VALUE,
    OwnField,
    OwnKind,
    asked,
    check_own_field,
    choices_of_text,
    offered_choices,
    own_text,
    own_value,
    stored_of,
    told_of,
)
from ccb_desktop.domain.partial_dates import PartialDate


def a_field(kind=OwnKind.TEXT, **more):
    return OwnField(**({"id": 3, "label": "Số con", "kind": kind} | more))


BLOOD = a_field(OwnKind.CHOICE, label="Nhóm máu", choices=("A", "B", "O"))

SAID = [
    (OwnKind.TEXT, " 43-H1 ", "43-H1", "43-H1"),
    (OwnKind.NUMBER, 3, "3", "3"),
    (OwnKind.NUMBER, Decimal("1200.50"), "1200.5", "1.200,5"),
    (OwnKind.NUMBER, -0.0, "0", "0"),
    (OwnKind.NUMBER, 0.1 + 0.2, "0.3", "0,3"),
    (OwnKind.DATE, PartialDate(1990, 5), "1990-05", "5/1990"),
    (OwnKind.CHOICE, "A", "A", "A"),
    (OwnKind.YES_NO, True, "1", "Có"),
    (OwnKind.YES_NO, False, "0", "Không"),
]


@pytest.mark.parametrize(("kind", "value", "stored", "printed"), SAID)
def test_a_value_is_kept_and_printed_by_its_kind(kind, value, stored, printed):
    field = a_field(kind)
    assert stored_of(field, value) == stored
    assert own_text(field, stored) == printed


@pytest.mark.parametrize("kind", list(OwnKind))
def test_nothing_is_kept_as_nothing(kind):
    assert stored_of(a_field(kind), None) == stored_of(a_field(kind), "") == ""
    assert own_value(a_field(kind), "") is None
    assert own_text(a_field(kind), "") == ""


@given(st.decimals(allow_nan=False, allow_infinity=False, places=DECIMALS, max_value=10**9))
def test_numbers_come_back_as_they_were(value):
    field = a_field(OwnKind.NUMBER)
    if abs(value) < 10**15:
        assert own_value(field, stored_of(field, value)) == value


def test_what_cannot_be_kept_is_refused_under_the_field():
    for value in (10**15, float("inf"), "x" * (LONGEST_VALUE + 1)):
        with pytest.raises(Invalid) as refused:
            stored_of(a_field(), value)
        assert set(refused.value.fields) == {"own_3"}


def test_dates_and_answers_come_back_typed():
    assert own_value(a_field(OwnKind.DATE), "1990-05") == PartialDate(1990, 5)
    assert own_value(a_field(OwnKind.YES_NO), "0") is False
    assert own_value(a_field(), "43-H1") == "43-H1"


@pytest.mark.parametrize(
    ("field", "fault"),
    [
        (a_field(label=""), "label"),
        (a_field(label="x" * (LONGEST_LABEL + 1)), "label"),
        (a_field(label="nhom MAU"), "label"),
        (a_field(OwnKind.CHOICE), "choices"),
    ],
)
def test_a_field_must_be_told_from_the_others_and_offer_something(field, fault):
    with pytest.raises(Invalid) as refused:
        check_own_field(field, [BLOOD])
    assert set(refused.value.fields) == {fault}
    check_own_field(BLOOD, [a_field()])


def test_choices_are_written_one_on_a_line():
    assert choices_of_text(" A \n\nB\nA\n  AB  dương ") == ("A", "B", "AB dương")


def test_a_choice_given_up_stays_where_it_was_chosen():
    assert offered_choices(BLOOD) == ("A", "B", "O")
    assert offered_choices(BLOOD, "AB") == ("A", "B", "O", "AB")
    assert offered_choices(BLOOD, "O") == ("A", "B", "O")


def test_a_retired_field_is_asked_no_more_and_told_while_it_says_something():
    old = a_field(id=4, label="Cỡ áo", retired=True)
    assert asked([a_field(), old]) == (a_field(),)
    assert told_of([a_field(), old], {}) == (("Số con", ""),)
    assert told_of([a_field(), old], {4: "XL"}) == (("Số con", ""), ("Cỡ áo", "XL"))
