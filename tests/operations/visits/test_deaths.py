"""A death on a real store: one act with event, visits, family and papers; resumed; undone."""

from datetime import date, timedelta

import pytest

from ccb_desktop.domain.errors import Conflict, Invalid
from ccb_desktop.domain.funds.funds import FundPurpose
from ccb_desktop.domain.funds.loans import Loan
from ccb_desktop.domain.members.households import Household
from ccb_desktop.domain.members.memberships import EventKind, Status
from ccb_desktop.domain.members.units import Post
from ccb_desktop.domain.visits.care import DeathCase, Relative
from ccb_desktop.domain.visits.death_steps import Condolence, DeathSteps
from ccb_desktop.domain.visits.deaths import OpenStep, open_matters
from ccb_desktop.domain.visits.visits import Occasion, PaidBy
from ccb_desktop.operations.funds import loans
from ccb_desktop.operations.funds.voucher_lists import list_vouchers
from ccb_desktop.operations.members import people, units
from ccb_desktop.operations.undo import undo
from ccb_desktop.operations.visits import deaths, visits
from tests.books import add_event, add_member, add_unit, contents, day
from tests.ledger import held, open_fund

TODAY = date.today()
DIED = date(2026, 3, 10)


@pytest.fixture
def dead(store):
    """A member with a card, a post, and a household of which he is the head."""
    unit = add_unit(store)
    add_member(store, unit_id=unit)
    units.save_post(store, Post(person_id=1, title="Chi hội phó"))
    people.save_household(store, Household(head_name="Nguyễn Văn An"), 1)
    return unit


def steps(**more):
    case = more.pop("case", DeathCase(person_id=1))
    return DeathSteps(case=case, **{"died_on": day("10/3/2026"), "lunar_death_day": "22/1", **more})


def a_visit(level=PaidBy.BRANCH, amount=300_000, **more):
    return Condolence(
        paid_by=level, visited_on=DIED + timedelta(days=1), amount_dong=amount, **more
    )


def file_of(store):
    return deaths.load_death(store, 1, TODAY)


def open_steps(store):
    return {matter.step for matter in open_matters(file_of(store))}


def test_one_saving_writes_event_visits_payments_and_family(store, dead):
    branch = open_fund(store, "Quỹ Hội", cash=1_000_000)
    own = open_fund(store, "Quỹ chi hội 1", cash=500_000, unit_id=dead)
    deaths.save_death(
        store,
        steps(
            decision_no="12/QĐ-CCB",
            burial_place="Nghĩa trang phường",
            condolences=(
                a_visit(fund_id=branch),
                a_visit(PaidBy.CHI_HOI, 200_000, fund_id=own, visitors="Ban chi hội"),
            ),
            relatives=(Relative(person_id=1, full_name="Lê Thị Mơ", relation="Vợ"),),
        ),
    )
    file = file_of(store)
    assert (file.event.happened_on, file.event.decision_no) == (day("10/3/2026"), "12/QĐ-CCB")
    assert people.load_person_file(store, 1).standing_on(TODAY).status is Status.DECEASED
    assert (file.person.died_on, file.person.lunar_death_day) == (day("10/3/2026"), "22/1")
    assert file.person.burial_place == "Nghĩa trang phường"
    assert [one.full_name for one in file.relatives] == ["Lê Thị Mơ"]
    assert (held(store, branch)[0], held(store, own)[0]) == (700_000, 300_000)
    by_branch = file.visit_by(PaidBy.BRANCH)
    assert (by_branch.occasion, by_branch.unit_id) == (Occasion.FUNERAL, dead)
    assert file.case.visit_id == by_branch.id
    paid = next(
        line.voucher
        for line in list_vouchers(store, DIED, TODAY)
        if line.voucher.id == by_branch.voucher_id
    )
    assert (paid.payer, paid.category, paid.person_id) == (
        "Gia đình đồng chí Nguyễn Văn An",
        "Phúng viếng",
        1,
    )
    (line,) = deaths.list_deaths(store, TODAY)
    assert (line.branch_dong, line.unit_dong) == (300_000, 200_000)


def test_it_is_undone_as_one_and_money_is_back(store, dead):
    fund = open_fund(store, cash=1_000_000)
    before = contents(store)
    change = deaths.save_death(
        store,
        steps(
            condolences=(a_visit(fund_id=fund),),
            ended_posts=(1,),
            household_head="Lê Thị Mơ",
        ),
    )
    assert file_of(store).held_posts == ()
    undo(store, change.action_id)
    after = contents(store)
    same = ("persons", "membership_events", "posts", "households", "visits", "death_cases")
    assert {name: after[name] for name in same} == {name: before[name] for name in same}
    assert held(store, fund)[0] == 1_000_000


def test_it_is_undone_after_its_wreath_was_voided_by_hand(store, dead):
    fund = open_fund(store, cash=1_000_000)
    change = deaths.save_death(store, steps(condolences=(a_visit(fund_id=fund),)))
    (line,) = visits.list_visits(store, DIED, TODAY)
    visits.void_visit(store, line.visit.id, "Ghi nhầm")
    undo(store, change.action_id)
    assert deaths.list_deaths(store, TODAY) == []
    (line,) = visits.list_visits(store, DIED, TODAY)
    assert (line.visit.voided_on, line.visit.person_id) == (TODAY, 1)
    assert held(store, fund, line.visit.visited_on)[0] == 1_000_000 - line.visit.amount_dong


def test_it_is_resumed_and_closed(store, dead):
    deaths.save_death(store, steps())
    assert open_steps(store) == {
        *(OpenStep.CONDOLENCE, OpenStep.COMMITTEE, OpenStep.RELATIVES, OpenStep.PAPERS),
        *(OpenStep.POSTS, OpenStep.HOUSEHOLD),
    }
    case = DeathCase(
        person_id=1,
        committee="Trần Văn Bình, Trưởng ban",
        papers=frozenset({"DEATH_CERTIFICATE"}),
        papers_sent_on=DIED + timedelta(days=9),
        closed_on=DIED + timedelta(days=30),
    )
    deaths.save_death(
        store,
        steps(case=case, condolences=(a_visit(),), ended_posts=(1,), household_head="Lê Thị Mơ"),
    )
    file = file_of(store)
    assert file.case.papers == {"DEATH_CERTIFICATE"}
    assert file.posts[0].to_on == day("10/3/2026")
    assert file.household.head_name == "Lê Thị Mơ"
    (line,) = deaths.list_deaths(store, TODAY)
    assert (line.state, line.open) == ("Xong 09/04/2026", ())


def test_a_known_death_keeps_one_event_and_its_day_can_be_corrected(store, dead):
    add_event(store, 1, EventKind.DECEASED, "3/2026")
    assert deaths.list_deaths(store, TODAY)[0].state == "Chưa ghi việc tang"
    deaths.save_death(store, steps())
    events = people.load_person_file(store, 1).events
    assert [event.happened_on for event in events] == [day("10/3/2026")]


def test_a_level_condoles_once(store, dead):
    deaths.save_death(store, steps(condolences=(a_visit(),)))
    with pytest.raises(Conflict):
        deaths.save_death(store, steps(condolences=(a_visit(),)))
    assert len(file_of(store).condolences) == 1


def test_a_fund_without_money_writes_nothing(store, dead):
    fund = open_fund(store, cash=100_000)
    with pytest.raises(Invalid) as refused:
        deaths.save_death(store, steps(condolences=(a_visit(fund_id=fund),)))
    assert all(name.startswith("branch_") for name in refused.value.fields)
    file = file_of(store)
    assert (file.event, file.person.died_on, file.case.id) == (None, None, None)


def test_loans_are_told(store, dead):
    fund = open_fund(store, cash=5_000_000, purpose=FundPurpose.BASE)
    loans.lend(
        store,
        Loan(
            code="V2026-01",
            borrower="Nguyễn Văn An",
            person_id=1,
            fund_id=fund,
            principal_dong=2_000_000,
            lent_on=date(2026, 1, 5),
            voucher_id=0,
        ),
    )
    deaths.save_death(store, steps())
    told = {matter.step: matter.text for matter in open_matters(file_of(store))}
    assert "2.000.000 đồng" in told[OpenStep.LOAN]


def test_a_case_begun_by_mistake_is_taken_out_and_the_rest_stays(store, dead):
    deaths.save_death(store, steps())
    deaths.remove_case(store, 1)
    file = file_of(store)
    assert (file.case.id, file.event is None) == (None, False)


def test_money_of_one_level_comes_out_of_a_fund_of_that_level(store, dead):
    own = open_fund(store, "Quỹ chi hội 1", cash=500_000, unit_id=dead)
    with pytest.raises(Invalid) as refused:
        deaths.save_death(store, steps(condolences=(a_visit(fund_id=own),)))
    assert list(refused.value.fields) == ["branch_fund_id"]


def test_a_condolence_taken_out_or_voided_is_asked_for_again(store, dead):
    fund = open_fund(store, cash=1_000_000)
    deaths.save_death(store, steps(condolences=(a_visit(),)))
    visits.remove_visits(store, [file_of(store).case.visit_id])
    assert OpenStep.CONDOLENCE in open_steps(store)
    deaths.save_death(store, steps(condolences=(a_visit(fund_id=fund),)))
    visits.void_visit(store, file_of(store).case.visit_id, "ghi nhầm số tiền")
    assert (OpenStep.CONDOLENCE in open_steps(store), held(store, fund)[0]) == (True, 1_000_000)
    deaths.save_death(store, steps(condolences=(a_visit(amount=500_000),)))
    file = file_of(store)
    assert file.case.visit_id == file.visit_by(PaidBy.BRANCH).id
