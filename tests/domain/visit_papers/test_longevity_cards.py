"""What stands on a card that wishes long life, and for whom there is none."""

from dataclasses import replace
from datetime import date

import pytest

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.members.memberships import Status
from ccb_desktop.domain.members.people import Sex
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.visit_papers.longevity_cards import card_texts
from tests.paper_values import BRANCH, a_line

ON = date(2026, 2, 3)


BORN = PartialDate(1946, 5, 19)


def card(born_on=BORN, branch=BRANCH, year=2026, **more):
    return card_texts(branch, a_line("Trần Thị An", 1, born_on=born_on, **more), year, ON)


def test_name_age_and_year_stand_in_words():
    said = card(sex=Sex.FEMALE, unit_name="Chi hội 1")
    assert (said["name_capitals"], said["polite"]) == ("BÀ TRẦN THỊ AN", "bà")
    assert (said["age"], said["year"], said["year_name"]) == ("80", "2026", "Bính Ngọ")
    assert said["about"] == "sinh ngày 19/05/1946, Chi hội 1"
    assert said["place_and_date"] == "An Bình, ngày 03 tháng 02 năm 2026"
    assert said["authority"].startswith("TM. BAN CHẤP HÀNH") and said["signer_name"]


@pytest.mark.parametrize(
    ("born_on", "told"),
    [(PartialDate(1946), "sinh năm 1946"), (PartialDate(1946, 5), "sinh tháng 5/1946")],
)
def test_a_birth_is_told_as_far_as_it_is_known(born_on, told):
    assert card(born_on)["about"].startswith(told)


def test_the_rule_of_the_branch_reckons_the_age():
    assert card(PartialDate(1947), replace(BRANCH, age_rule="TUOI_MU"))["age"] == "80"


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"born_on": PartialDate(1947)}, "79 tuổi"),
        ({"born_on": None}, "chưa ghi năm sinh"),
        ({"status": Status.DECEASED}, "không còn ở trong Hội"),
    ],
)
def test_who_has_no_such_age_gets_no_card(more, told):
    with pytest.raises(Invalid, match=told):
        card(**more)
