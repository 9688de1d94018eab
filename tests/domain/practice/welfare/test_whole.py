"""Welfare of the practice branch: whole, plausible, and agreeing with its money."""

from collections import Counter
from dataclasses import replace

import pytest

from ccb_desktop.domain.members.households import state_in
from ccb_desktop.domain.practice.branch import make_practice_branch
from ccb_desktop.domain.practice.calendar import REFERENCE_DAY
from ccb_desktop.domain.practice.welfare.whole import make_money_and_welfare
from ccb_desktop.domain.visits.housing import HousingStage, check_housing
from ccb_desktop.domain.visits.round_lists import check_round, key_of
from ccb_desktop.domain.visits.rounds import Handed
from ccb_desktop.domain.visits.usual import check_usual
from ccb_desktop.domain.visits.visits import Occasion, PaidBy, check_visit


@pytest.fixture(scope="module")
def books():
    return make_practice_branch(320, seed=1).books


@pytest.fixture(scope="module")
def welfare(books):
    return make_money_and_welfare(books, 320, seed=1)[1]


@pytest.mark.parametrize("members", [1, 8, 320])
def test_everything_can_be_kept_and_a_payment_is_the_sum_of_its_visits(members):
    books = make_practice_branch(members, seed=2).books
    money, welfare = make_money_and_welfare(books, members, seed=2)
    funds = {fund.id: fund for fund in money.funds}
    paid = Counter()
    for visit in welfare.visits:
        check_visit(visit, REFERENCE_DAY)
        if visit.voucher_id is not None:
            paid[visit.voucher_id] += visit.amount_dong
            by = PaidBy.BRANCH if funds[visit.fund_id].unit_id is None else PaidBy.CHI_HOI
            assert visit.paid_by is by
            assert visit.visited_on == money.vouchers[visit.voucher_id].issued_on
    assert paid == {place: money.vouchers[place].amount_dong for place in paid}
    for house in welfare.houses:
        check_housing(house, REFERENCE_DAY)
        if house.voucher_id is not None:
            assert money.vouchers[house.voucher_id].amount_dong == house.branch_dong
    for one in welfare.rounds:
        check_round(one)
    for amount in welfare.usual:
        others = [other for other in welfare.usual if other is not amount]
        check_usual(replace(amount, id=1), others)


def test_both_levels_give_on_every_occasion_that_reports_ask_for(welfare):
    told = {(visit.occasion, visit.paid_by) for visit in welfare.visits}
    asked = (Occasion.SICK, Occasion.FUNERAL)
    assert {(one, level) for one in asked for level in PaidBy} <= told
    rounds = {Occasion.HOLIDAY, Occasion.LONGEVITY, Occasion.WAR_INVALIDS_DAY}
    rounds |= {Occasion.ENLISTMENT, Occasion.REUNION}
    rounds |= {Occasion.ARMY_DAY, Occasion.POOR_HOUSEHOLD}
    assert rounds <= {one.occasion for one in welfare.rounds}


def test_who_was_there_has_a_visit_and_absentees_have_none(welfare):
    of_round = Counter((visit.round_id, key_of(visit)) for visit in welfare.visits)
    paid = {one.id for one in welfare.rounds if one.paid_on is not None}
    assert 0 < len(paid) < len(welfare.rounds)  # one is still being prepared
    handed = Counter()
    for line in welfare.recipients:
        handed[line.handed] += 1
        expected = 1 if line.handed is Handed.RECEIVED else 0
        assert of_round[line.round_id, key_of(line)] == expected
        assert (line.handed is Handed.LISTED) == (line.round_id not in paid)
    assert handed[Handed.ABSENT] == 2


def test_houses_stand_at_every_stage_and_those_handed_over_are_no_longer_bad(books, welfare):
    stages = Counter(house.stage(REFERENCE_DAY) for house in welfare.houses)
    assert stages == {
        HousingStage.HANDED_OVER: 3,
        HousingStage.STARTED: 1,
        HousingStage.PLANNED: 1,
    }
    for house in welfare.houses:
        home = books.households[books.people[house.person_id].household_id]
        state = state_in(home.years, REFERENCE_DAY.year).house_state
        assert (house.handed_over_on is None) or state != "DILAPIDATED"
        assert (house.lacking_dong == 0) == (house.handed_over_on is not None)


def test_deaths_are_seen_to_the_end_but_the_last_two(books, welfare):
    open_cases = [case for case in welfare.deaths if case.closed_on is None]
    assert len(open_cases) == 2 < len(welfare.deaths)
    kin = {relative.person_id for relative in welfare.relatives}
    for case in welfare.deaths:
        assert case.person_id in kin
        assert books.people[case.person_id].lunar_death_day or case in open_cases
        assert welfare.visits[case.visit_id - 1].person_id == case.person_id
        assert case.papers
        if case not in open_cases:
            assert case.papers_sent_on < case.closed_on <= REFERENCE_DAY


def test_some_are_ill_and_wait_for_a_visit(welfare):
    visited = {visit.person_id for visit in welfare.visits if visit.visited_on.year == 2026}
    waiting = [one for one in welfare.illnesses if one.to_on is None]
    assert any(one.person_id not in visited for one in waiting)
    assert any(one.is_martyr and one.lunar_death_day for one in welfare.relatives)
