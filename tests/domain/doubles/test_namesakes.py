"""The quick look of the first page: never more than the whole search finds."""

from ccb_desktop.domain.doubles.namesakes import count_namesakes
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.people_names import search_key
from tests.paper_values import a_line

WARDS = {1: "An Thịnh", 2: "Bến Chùa"}


def line(number, name="Lê Văn Bá", born=1952, unit=1, **more):
    born_on = PartialDate(born)
    return a_line(name, number, name_key=search_key(name), born_on=born_on, unit_id=unit, **more)


def test_namesakes_of_one_year_are_counted_pair_by_pair():
    assert count_namesakes([line(1), line(2, "LE VAN BA"), line(3, born=1953)], WARDS, ()) == 1
    assert count_namesakes([line(1), line(2), line(3)], WARDS, ()) == 3


def test_what_is_set_apart_or_proved_different_is_not():
    assert count_namesakes([line(2), line(1)], WARDS, {(1, 2)}) == 0
    numbers = ("099052000001", "099052000002")
    people = [line(n, citizen_id=number) for n, number in enumerate(numbers, 1)]
    assert count_namesakes(people, WARDS, ()) == 0


def test_card_numbers_of_two_old_wards_say_nothing():
    assert count_namesakes([line(1, card_no="1"), line(2, card_no="2")], WARDS, ()) == 0
    assert count_namesakes([line(1, card_no="1"), line(2, card_no="2", unit=2)], WARDS, ()) == 1
