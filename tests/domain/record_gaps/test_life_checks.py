"""Each doubt about the dates of a life, once with somebody in it and once without."""

import pytest

from ccb_desktop.domain.record_gaps import life_checks as checks
from tests.domain.record_gaps.record_values import ON, a_record

CASES = {
    checks.born_too_early: ({"born_on": "1899"}, {"born_on": "1900"}, "born_on"),
    checks.in_the_future: ({"joined_on": "2027"}, {"joined_on": "5/6/2026"}, "joined_on"),
    checks.enlisted_too_young: (
        {"born_on": "1/6/1960", "enlisted_on": "31/5/1975"},
        {"born_on": "1/6/1960", "enlisted_on": "1/6/1975"},
        "enlisted_on",
    ),
    checks.enlisted_too_old: (
        {"born_on": "31/12/1930", "enlisted_on": "31/12/1971"},
        {"born_on": "31/12/1930", "enlisted_on": "30/12/1971"},
        "enlisted_on",
    ),
    checks.joined_too_young: (
        {"born_on": "2/1980", "joined_on": "1/1996"},
        {"born_on": "2/1980", "joined_on": "2/1996"},
        "joined_on",
    ),
    checks.party_too_young: (
        {"born_on": "1952", "party_joined_on": "1969"},
        {"born_on": "1952", "party_joined_on": "1970"},
        "party_joined_on",
    ),
    checks.discharged_too_early: (
        {"enlisted_on": "1970", "discharged_on": "1969"},
        {"enlisted_on": "12/1970", "discharged_on": "1970"},
        "discharged_on",
    ),
    checks.official_too_early: (
        {"party_joined_on": "3/2/1975", "party_official_on": "2/2/1975"},
        {"party_joined_on": "3/2/1975", "party_official_on": "1975"},
        "party_official_on",
    ),
    checks.card_too_early: (
        {"joined_on": "1990", "card_issued_on": "12/1989"},
        {"joined_on": "1990", "card_issued_on": "1/1990"},
        "card_issued_on",
    ),
    checks.reissued_too_early: (
        {"card_issued_on": "1990", "card_reissued_on": "1989"},
        {"card_issued_on": "1990", "card_reissued_on": "1990"},
        "card_reissued_on",
    ),
    checks.joined_after_death: (
        {"joined_on": "1990", "died_on": "1989"},
        {"joined_on": "1990", "died_on": "1990"},
        "died_on",
    ),
}


@pytest.mark.parametrize("check", CASES, ids=lambda check: check.__name__)
def test_it_finds_the_one_and_not_the_other(check):
    wrong, right, field = CASES[check]
    found = check(a_record(**wrong), ON)
    assert found is not None
    assert found.field == field
    assert found.reason.endswith(".")
    assert check(a_record(**right), ON) is None


@pytest.mark.parametrize("check", CASES, ids=lambda check: check.__name__)
def test_what_is_not_known_raises_no_doubt(check):
    nothing = dict.fromkeys(
        (
            *("born_on", "enlisted_on", "discharged_on", "party_joined_on", "party_official_on"),
            *("joined_on", "card_issued_on", "card_reissued_on", "died_on"),
        )
    )
    assert check(a_record(**nothing), ON) is None


def test_both_values_are_told_as_they_were_entered():
    found = checks.enlisted_too_young(a_record(born_on="5/1960", enlisted_on="1972"), ON)
    assert found.reason == "Nhập ngũ khi chưa đủ 15 tuổi."
    assert found.values == ("Ngày sinh: 5/1960", "Nhập ngũ: 1972")


def test_a_year_alone_is_taken_at_its_best():
    born_late, enlisted_early = a_record(born_on="1960", enlisted_on="1975"), ON
    assert checks.enlisted_too_young(born_late, enlisted_early) is None
    assert checks.enlisted_too_young(a_record(born_on="1960", enlisted_on="1974"), ON)
