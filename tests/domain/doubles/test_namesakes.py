"""The quick look of the first page: never more than the whole search finds."""

from ccb_desktop.domain.doubles.keys import KnownPerson
from ccb_desktop.domain.doubles.namesakes import (
    Namesake,
    NamesakePair,
    count_namesakes,
    pairs_to_compare,
)
from ccb_desktop.domain.partial_dates import PartialDate

PAIR = NamesakePair((1, 2), 2)


def namesake(person_id, citizen_id="", group=1):
    return Namesake(group, 3, person_id, citizen_id)


def person(number, **more):
    return KnownPerson(number, "Lê Văn Bá", born_on=PartialDate(1952), **more)


def pairs(*namesakes, apart=()):
    return [pair.ids for pair in pairs_to_compare(namesakes, apart)]


def test_namesakes_of_one_year_are_compared_pair_by_pair():
    people = [namesake(1), namesake(2), namesake(3), namesake(7, group=2), namesake(9, group=2)]
    assert pairs(*people) == [(1, 2), (1, 3), (2, 3), (7, 9)]


def test_what_is_set_apart_or_of_another_number_is_not():
    assert pairs(namesake(1), namesake(2), apart={(1, 2)}) == []
    assert pairs(namesake(1, "099052000001"), namesake(2, "099 052 000 002")) == []
    assert pairs(namesake(1, "099052000001"), namesake(2, "099 052 000 001")) == [(1, 2)]
    assert pairs(namesake(1, "099052000001"), namesake(2, "012345678")) == [(1, 2)]


def test_pairs_that_may_be_one_are_counted():
    assert count_namesakes([PAIR], [person(1), person(2)]) == 1
    far = [
        person(1, home_town="Nam Định", military_unit="E95"),
        person(2, home_town="Cà Mau", military_unit="E12"),
    ]
    assert count_namesakes([PAIR], far) == 0


def test_card_numbers_of_two_old_wards_say_nothing():
    assert count_namesakes([PAIR], [person(1, card_no="1"), person(2, card_no="2")]) == 0
    other = person(2, card_no="2", former_ward="Bến Chùa")
    assert count_namesakes([PAIR], [person(1, card_no="1"), other]) == 1
