"""Who may have been entered twice: found among thousands, few others shown, numbers respected."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.doubles.candidates import DEFAULT_SCORE, compare, find_candidates
from ccb_desktop.domain.doubles.keys import KnownPerson
from ccb_desktop.domain.errors import Stopped
from ccb_desktop.domain.partial_dates import PartialDate
from tests.domain.doubles.clerk import merged_wards


def known(number, name="Nguyễn Văn Bền", born="1952", **more):
    return KnownPerson(number, name, born_on=PartialDate.parse(born) if born else None, **more)


def pairs(*people, **more):
    return [candidate.ids for candidate in find_candidates(people, **more)]


@pytest.mark.slow
@pytest.mark.parametrize("seeds", [(1, 2), (3, 4), (21, 7)])
def test_of_two_wards_merged_none_is_missed_and_few_others_are_shown(seeds, pytestconfig):
    members, overlap = (2800, 150) if pytestconfig.getoption("--full") else (400, 40)
    people, doubles = merged_wards(members, overlap, seeds=seeds)
    shown = {candidate.ids for candidate in find_candidates(people)}
    assert len(doubles) == overlap
    assert doubles - shown == set()
    assert len(shown - doubles) * 20 < len(shown)


def test_the_likeliest_stand_first_and_the_reasons_are_said():
    people = [
        known(1, phone="0912 345 678", home_town="Xã Hải Minh, Nam Định"),
        known(2, "Lê Thị Sen", "1960"),
        known(3, "NGUYEN VAN BEN", phone="+84912345678", home_town="Nam Định"),
        known(4, "Lê Thị Sên", "3/1961"),
    ]
    first = find_candidates(people, at_least=30)[0]
    assert first.ids == (1, 3)
    assert first.reasons == (
        *("cùng họ tên", "cùng năm sinh 1952", "cùng số điện thoại", "cùng quê"),
    )
    second = find_candidates(people, at_least=30)[1]
    assert second.ids == (2, 4)
    assert second.reasons == ("cùng họ tên", "năm sinh lệch 1")
    assert first.score > second.score


def test_what_an_officer_has_set_apart_is_not_shown():
    people = [known(1), known(2)]
    assert pairs(*people) == [(1, 2)]
    assert pairs(*people, apart={(1, 2)}) == []


def test_different_cccd_are_never_one_person():
    first = known(1, citizen_id="099052000001", phone="0912345678")
    other = known(2, citizen_id="099052000002", phone="0912345678")
    assert pairs(first, other) == []
    assert pairs(first, other._replace(citizen_id="123456789")) == [(1, 2)]


def test_the_same_cccd_is_certain_and_a_name_far_off_does_not_matter():
    people = [
        known(1, citizen_id="099052000001"),
        known(2, "X Y", "1980", citizen_id="099052000001"),
    ]
    (found,) = find_candidates(people)
    assert (found.score, found.reasons[0]) == (100, "cùng CCCD")


def test_card_numbers_part_people_of_one_old_ward_only():
    first = known(1, card_no="001", former_ward="Bến Chùa")
    assert pairs(first, known(2, card_no="002", former_ward="Bến Chùa")) == []
    assert pairs(first, known(2, card_no="002", former_ward="An Thịnh")) == [(1, 2)]
    assert pairs(first, known(2, former_ward="Bến Chùa")) == [(1, 2)]


@pytest.mark.parametrize(
    "other",
    [
        known(2, "Nguyễn Văn Bèn"),
        known(2, "Nguyễn Bền", phone="0912345678"),
        known(2, "Nguyễn Vna Bền"),
        known(2, born="1953", phone="0912345678"),
        known(2, born="1925", phone="0912345678"),
        known(2, born="", phone="0912345678"),
        known(2, "Nguyễn Văn Bên", born="", phone="0912345678"),
    ],
)
def test_what_clerks_do_to_a_record_is_seen_through(other):
    assert pairs(known(1, phone="912.345.678"), other) == [(1, 2)]


def test_a_couple_with_one_phone_is_two_people():
    husband = known(1, phone="0912345678", home_town="Nam Định", address="12 Bờ Sông")
    wife = known(2, "Trần Thị Nụ", "1953", phone="0912345678", home_town="Nam Định")
    assert pairs(husband, wife._replace(address="12 Bờ Sông")) == []


def test_a_number_that_a_crowd_shares_tells_nothing():
    crowd = [
        known(n, f"Tên {chr(97 + n % 26) * 9} {n}", str(1930 + n), phone="0243123456")
        for n in range(1, 60)
    ]
    assert pairs(*crowd, at_least=1) == []


def test_the_search_tells_how_far_it_is_and_can_be_stopped():
    told = []
    find_candidates([known(1), known(2, born="1960")], tell=lambda *how_far: told.append(how_far))
    assert told[-1] == (2, 2)

    def stop(_done, _total):
        raise Stopped("Đã dừng.")

    with pytest.raises(Stopped):
        find_candidates([known(1)], tell=stop)


def test_two_whom_somebody_chose_are_compared_however_little_alike():
    found = compare(known(9, "Lê Ba", "1960"), known(4))
    assert found.ids == (4, 9)
    assert found.score == 0
    assert found.against == ("khác họ tên", "năm sinh lệch 8")


people = st.builds(
    lambda name, year, phone, town, card, ward: KnownPerson(
        0,
        name,
        born_on=year and PartialDate(year),
        phone=phone,
        home_town=town,
        card_no=card,
        former_ward=ward,
    ),
    st.sampled_from(["Lê Văn Ba", "LÊ VĂN BÁ", "Le Van Bai", "Lê Ba", "Trần Thị Nụ", ""]),
    st.sampled_from([None, 1950, 1951, 1952]),
    st.sampled_from(["", "0912345678", "+84912345678", "0988"]),
    st.sampled_from(["", "Nam Định", "Xã A, Nam Định", "Hà Nam"]),
    st.sampled_from(["", "1", "2"]),
    st.sampled_from(["", "A", "B"]),
)


@given(st.lists(people, max_size=12))
def test_pairs_are_ordered_told_once_and_do_not_depend_on_the_order_of_reading(entered):
    entered = [person._replace(person_id=number) for number, person in enumerate(entered, 1)]
    found = find_candidates(entered, at_least=1)
    assert found == find_candidates(reversed(entered), at_least=1)
    assert len({candidate.ids for candidate in found}) == len(found)
    assert all(candidate.ids[0] < candidate.ids[1] for candidate in found)
    assert all(0 <= candidate.score <= 100 for candidate in found)
    assert [c for c in found if c.score >= DEFAULT_SCORE] == find_candidates(entered)


@given(people, people)
def test_every_pair_of_near_or_equal_names_in_one_year_is_scored_as_by_hand(one, other):
    one, other = one._replace(person_id=1), other._replace(person_id=2)
    by_hand = compare(one, other)
    for shown in find_candidates([one, other]):
        assert shown.reasons == by_hand.reasons
        assert shown.against == by_hand.against
