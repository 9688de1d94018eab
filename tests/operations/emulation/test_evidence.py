"""What the books say beside each criterion, unit by unit; nothing where a book is empty."""

from datetime import date

import pytest

from ccb_desktop.data.funds import campaigns as campaign_rows
from ccb_desktop.data.tasks import assignments, plan
from ccb_desktop.domain.activities.activities import Activity, ActivityKind
from ccb_desktop.domain.emulation.scores import Evidence
from ccb_desktop.domain.funds.campaigns import Campaign, CampaignTarget, Contribution
from ccb_desktop.domain.funds.dues import DuesPayment, DuesRate
from ccb_desktop.domain.members.memberships import EventKind
from ccb_desktop.domain.members.units import Unit, UnitKind, UnitName
from ccb_desktop.domain.tasks.assignments import Assignment
from ccb_desktop.domain.tasks.plan import KeyTask, TaskItem
from ccb_desktop.domain.visits.visits import PaidBy, RecipientKind, Visit
from ccb_desktop.operations.activities.activities import save_activity
from ccb_desktop.operations.emulation import grading
from ccb_desktop.operations.emulation.evidence import evidence_of
from ccb_desktop.operations.funds.dues import record_payments, save_rate
from ccb_desktop.operations.members import units
from ccb_desktop.operations.visits.visits import record_visit
from tests.books import add_event, add_member, add_unit

LAST = date(2025, 12, 31)


@pytest.fixture
def unit(store):
    """A chi hội with two members."""
    own = add_unit(store)
    for name in ("Trần Văn Bình", "Lê Văn Ba"):
        add_member(store, name)
    return own


def facts(store, wanted, on=LAST):
    with store.reading() as session:
        return evidence_of(session, on.year, on, {wanted})[wanted]


def told(store, wanted, unit, on=LAST):
    fact = facts(store, wanted, on)[unit]
    return fact.text, fact.part, fact.whole


@pytest.mark.parametrize("wanted", [one for one in Evidence if one is not Evidence.NONE])
def test_an_empty_book_says_nothing(store, unit, wanted):
    assert facts(store, wanted) == {}


def test_dues_tell_who_owes_nothing_more(store, unit):
    save_rate(store, DuesRate(from_on=date(2025, 1, 1), amount_dong=36_000))
    paid = DuesPayment(person_id=1, year=2025, amount_dong=36_000, paid_on=date(2025, 3, 1))
    record_payments(store, [paid])
    text = "Nộp đủ hội phí: 1/2 (50,00 %) hội viên"
    assert told(store, Evidence.DUES_RATE, unit) == (text, 1, 2)


def test_dues_without_a_rate_are_a_sum_that_proposes_nothing(store, unit):
    paid = DuesPayment(person_id=1, year=2025, amount_dong=36_000, paid_on=date(2025, 3, 1))
    record_payments(store, [paid])
    text = "Nộp 36.000 đồng hội phí (năm này chưa ghi mức)"
    assert told(store, Evidence.DUES_RATE, unit) == (text, 36_000, None)


def test_meetings_are_held_against_the_quarters_that_have_begun(store, unit):
    for month in (1, 2, 7):
        one = Activity(
            held_on=date(2025, month, 5),
            kind=ActivityKind.UNIT_MEETING.value,
            name="Sinh hoạt chi hội",
            unit_id=unit,
        )
        save_activity(store, one)
    text = "3 buổi; 2/4 quý có sinh hoạt"
    assert told(store, Evidence.MEETINGS_HELD, unit) == (text, 2, 4)
    until_june = date(2025, 6, 30)
    assert told(store, Evidence.MEETINGS_HELD, unit, until_june)[1:] == (1, 2)


def test_tasks_count_when_their_end_has_come(store, unit):
    with store.writing("Giao việc") as session:
        task = plan.save_key_task(session, KeyTask(year=2025, number=1, title="Một"))
        item = plan.save_item(session, TaskItem(key_task_id=task, number=1, what="Trồng cây"))
        for due, done in ((3, date(2025, 3, 1)), (4, None), (12, None)):
            one = Assignment(item_id=item, unit_id=unit, due_on=date(2025, due, 9), done_on=done)
            assignments.save_assignment(session, one)
    text = "Hoàn thành 1/2 (50,00 %) việc đến hạn"
    assert told(store, Evidence.TASKS_DONE, unit, date(2025, 6, 30)) == (text, 1, 2)


def test_campaigns_belong_to_the_year_in_which_they_began_or_were_first_given_to(store, unit):
    with store.writing("Vận động") as session:
        own = campaign_rows.save_campaign(session, Campaign(name="Quỹ tình nghĩa"))
        target = CampaignTarget(campaign_id=own, unit_id=unit, target_dong=4_000_000)
        campaign_rows.save_targets(session, own, [target])
        gift = Contribution(
            campaign_id=own,
            given_on=date(2025, 5, 2),
            donor="Chi hội 1",
            unit_id=unit,
            amount_dong=3_000_000,
        )
        campaign_rows.save_contribution(session, gift)
    text = "Vận động 3.000.000/4.000.000 đồng (75,00 %)"
    assert told(store, Evidence.CAMPAIGN_TARGETS, unit) == (text, 3_000_000, 4_000_000)
    assert facts(store, Evidence.CAMPAIGN_TARGETS, date(2024, 12, 31)) == {}


def test_visits_are_those_with_money_of_the_chi_hoi_and_its_parts(store, unit):
    part = Unit(code="PH1", kind=UnitKind.PHAN_HOI, names=(UnitName("Phân hội 1"),), parent_id=unit)
    units.save_unit(store, part)
    part_id = next(one.id for one in units.list_units(store) if one.code == "PH1")
    for paid_by, unit_id in (
        (PaidBy.CHI_HOI, unit),
        (PaidBy.CHI_HOI, part_id),
        (PaidBy.BRANCH, unit),
    ):
        visit = Visit(
            visited_on=date(2025, 5, 2),
            occasion="SICK",
            recipient_kind=RecipientKind.MEMBER,
            recipient="Trần Văn Bình",
            person_id=1,
            unit_id=unit_id,
            paid_by=paid_by,
            amount_dong=200_000,
        )
        record_visit(store, visit)
    assert told(store, Evidence.VISITS_MADE, unit) == ("2 lượt thăm do chi hội chi", 2, None)
    assert facts(store, Evidence.VISITS_MADE)[part_id].part == 1


def test_new_members_are_those_admitted_within_the_year(store, unit):
    add_event(store, 1, EventKind.ADMITTED, "5/2025", unit_id=unit)
    add_event(store, 2, EventKind.ADMITTED, "5/2024", unit_id=unit)
    assert told(store, Evidence.NEW_MEMBERS, unit) == ("1 hội viên mới", 1, None)
    assert facts(store, Evidence.NEW_MEMBERS, date(2025, 4, 30)) == {}


def test_the_exemplary_are_a_share_of_the_graded(store, unit):
    members = grading.load_grading(store, 2025, LAST).members
    grading.set_grade(store, 2025, members[:1], "EXEMPLARY")
    grading.set_grade(store, 2025, members[1:], "REACHED")
    text = "CCB gương mẫu 1/2 (50,00 %)"
    assert told(store, Evidence.EXEMPLARY_SHARE, unit) == (text, 1, 2)
