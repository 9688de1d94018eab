"""Taking cells into a record: blanks and vaguer dates never overwrite."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.imports.merge import differences, take_in
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.partial_dates import PartialDate
from tests.books import day

KNOWN = Person(full_name="Nguyễn Văn An", born_on=day("19/5/1952"), home_town="Huế")
DATES = st.dates().map(PartialDate.of)
PARTIAL = st.one_of(DATES, DATES.map(lambda d: PartialDate(d.year, d.month)))


def test_only_the_cells_that_are_there_are_taken():
    taken = take_in(KNOWN, {"phone": "0912345678"}, ("phone", "home_town"))
    assert (taken.phone, taken.home_town) == ("0912345678", "Huế")


def test_nothing_new_gives_the_record_itself():
    assert take_in(KNOWN, {"home_town": "Huế"}, ("home_town",)) is KNOWN


@pytest.mark.parametrize(
    ("known", "read", "kept"),
    [
        ("19/5/1952", "1952", "19/05/1952"),
        ("19/5/1952", "1953", "19/05/1952"),  # a year alone never replaces a day
        ("19/5/1952", "5/1952", "19/05/1952"),
        ("19/5/1952", "20/5/1952", "20/05/1952"),
        ("1952", "19/5/1952", "19/05/1952"),
        ("1952", "5/1952", "5/1952"),
        ("5/1952", "6/1952", "6/1952"),
        ("1952", "1953", "1953"),
    ],
)
def test_dates(known, read, kept):
    person = Person(full_name="An", born_on=day(known))
    assert str(take_in(person, {"born_on": day(read)}, ("born_on",)).born_on) == kept


@given(PARTIAL, PARTIAL)
def test_what_is_taken_is_never_vaguer_and_taking_again_adds_nothing(known, read):
    person = Person(full_name="An", born_on=known)
    once = take_in(person, {"born_on": read}, ("born_on",))
    assert once.born_on in (known, read)
    assert take_in(once, {"born_on": read}, ("born_on",)) == once


def test_differences_in_words():
    changed = Person(full_name="Nguyễn Văn An", born_on=day("1953"), home_town="Vinh")
    found = differences(KNOWN, changed, lambda _, value: str(value), without=("born_on",))
    assert [(c.field, c.before, c.after) for c in found] == [("Quê quán", "Huế", "Vinh")]
