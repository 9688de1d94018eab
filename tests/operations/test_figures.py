"""Figures asked for from a store: the identity over random acts, JSON, hand-made figures."""

from datetime import date
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ccb_desktop.domain.errors import Conflict, Invalid, NotFound
from ccb_desktop.domain.figures.registry import INDICATORS
from ccb_desktop.domain.manual_figures import ManualFigure
from ccb_desktop.domain.members.households import Household, HouseholdYear
from ccb_desktop.domain.members.memberships import EventKind, Membership, MembershipEvent
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.visits.housing import HousingPayment, HousingSupport
from ccb_desktop.domain.visits.visits import Occasion, Visit
from ccb_desktop.operations import figures
from ccb_desktop.operations.members import events, people
from ccb_desktop.operations.people_merge import merge_alike
from ccb_desktop.operations.undo import list_actions, undo
from ccb_desktop.operations.visits import housing, visits
from tests.books import a_person, add_event, add_member, add_unit, day
from tests.ledger import held, open_fund

YEAR = (date(2025, 1, 1), date(2025, 12, 31))
some_days = st.dates(date(2023, 1, 1), date(2026, 12, 31))
written_days = st.builds(
    lambda on, known: PartialDate(*(on.year, on.month, on.day)[:known]),
    some_days,
    st.integers(1, 3),
)
steps = st.tuples(st.sampled_from(EventKind), written_days, st.integers(0, 1))


@settings(
    deadline=None,
    max_examples=20,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(steps, max_size=5), st.lists(some_days, min_size=2, max_size=2).map(sorted))
def test_rule_14_holds_after_any_acts_of_the_clerk(store, acts, bounds):
    units = [add_unit_once(store, code) for code in ("CH1", "CH2")]
    membership_id = a_new_membership(store, units[0])
    for kind, happened_on, unit in sorted(acts, key=lambda act: act[1]):
        event = MembershipEvent(
            membership_id=membership_id, kind=kind, happened_on=happened_on, unit_id=units[unit]
        )
        try_to_record(store, event)
    whole = figures.figures_for(store, *bounds)
    parts = [figures.figures_for(store, *bounds, unit_code=code) for code in ("CH1", "CH2")]
    assert whole.identity.holds
    assert sum(part["members_closing"] for part in parts) == whole["members_closing"]
    assert sum(part["members_opening"] for part in parts) == whole["members_opening"]


def add_unit_once(store, code):
    from ccb_desktop.operations.members import units

    known = {unit.code: unit.id for unit in units.list_units(store)}
    return known.get(code) or add_unit(store, code, code)


def a_new_membership(store, unit_id):
    joined = day("1/7/2023")
    membership = Membership(on_roll_from=joined, joined_on=joined, unit_id=unit_id)
    events.admit_member(store, a_person("Lê Văn Cam"), membership, None)
    return max(line.membership_id for line in people.list_members(store, date(2030, 1, 1)))


def try_to_record(store, event):
    try:
        events.record_event(store, event)
    except Invalid:
        return


def test_a_small_branch_is_counted(filled):
    found = figures.figures_for(filled, *YEAR)
    assert found["members_opening"] == 12
    assert found["members_transferred_out"] == 1
    assert found["members_deceased"] == 1
    assert found["members_closing"] == 10
    assert found["members_exempt"] == 1
    assert found["members_wounded"] == 7
    assert found["members_age_70_79"] == 10
    assert found["members_with_external_posts"] == 0
    assert (found["chi_hoi_count"], found["clubs_count"]) == (2, 1)
    assert (found["club_members"], found["club_members_joined"]) == (1, 0)
    assert found.identity.holds


def test_one_unit_alone(filled):
    first = figures.figures_for(filled, *YEAR, unit_code="ch1")
    second = figures.figures_for(filled, *YEAR, unit_code="CH2")
    assert (first["members_closing"], second["members_closing"]) == (9, 1)
    assert first.unit_code == "CH1"
    assert first.identity.holds
    assert [(t.code, t.count) for t in second.identity.terms[8:]] == [("moved_in", 1)]


def test_households_come_from_the_findings(filled):
    poor = Household(head_name="Trần Văn Bình 5", years=(HouseholdYear(year=2024, poverty="POOR"),))
    people.save_household(filled, poor, person_id=5)
    found = figures.figures_for(filled, *YEAR, with_records=True)
    assert found["member_households_poor"] == 1
    assert found["member_households_dilapidated"] is None
    assert found.by_code["member_households_poor"].records[0].label == "Trần Văn Bình 5"


def test_an_undone_act_counts_no_more(store):
    add_member(store)
    died = add_event(store, 1, EventKind.DECEASED, "1/2/2025")
    assert figures.figures_for(store, *YEAR)["members_deceased"] == 1
    undo(store, died.action_id)
    found = figures.figures_for(store, *YEAR)
    assert (found["members_deceased"], found["members_closing"]) == (0, 1)


def test_the_json_is_that_of_the_command_line(filled):
    found = figures.as_json(figures.figures_for(filled, *YEAR))
    assert list(found) == ["from", "to", "unit", "figures"]
    assert (found["from"], found["to"], found["unit"]) == ("2025-01-01", "2025-12-31", None)
    assert list(found["figures"]) == [indicator.code for indicator in INDICATORS]
    assert found["figures"]["members_closing"] == 10
    assert found["figures"]["visits_total"] is None


def test_the_records_behind_a_figure(filled):
    codes = ["members_deceased", "members_exempt", "chi_hoi_count", "clubs_founded"]
    found = figures.as_json(figures.figures_for(filled, *YEAR, indicators=codes, with_records=True))
    assert set(found["figures"]) == set(codes)
    assert found["records"]["members_deceased"] == [
        {"kind": "person", "key": "3", "label": "Trần Văn Bình 3", "on": "2025-05-19"}
    ]
    assert found["records"]["members_exempt"][0]["on"] == "2025-12-31"
    assert [unit["key"] for unit in found["records"]["chi_hoi_count"]] == ["CH1", "CH2"]
    assert found["records"]["clubs_founded"] == []


def test_shares_are_exchanged_with_their_parts(store):
    typed(store, "exemplary_members", "1849/1862")
    found = figures.as_json(figures.figures_for(store, *YEAR))["figures"]
    assert found["exemplary_members"] == {"2025": {"n": 1849, "N": 1862, "percent": "99.30"}}


def test_what_a_person_reads(store):
    add_member(store)
    typed(store, "members_closing", "131")
    lines = list(
        figures.as_lines(
            figures.figures_for(
                store, *YEAR, indicators=["members_closing", "visits_total"], with_records=True
            )
        )
    )
    assert lines == [
        "Hội viên cuối kỳ (hội viên): 1",
        "    Nguyễn Văn An",
        "Thăm hỏi - tặng quà (lượt): …",
        "Hội viên cuối kỳ: sổ sách cho 1, số nhập tay là 131.",
    ]


@pytest.mark.parametrize("asked", [{"unit_code": "CH9"}, {"indicators": ["members"]}])
def test_what_is_not_there_is_said(store, asked):
    with pytest.raises(NotFound):
        figures.figures_for(store, *YEAR, **asked)


def test_a_period_that_ends_before_it_begins_is_refused(store):
    with pytest.raises(Invalid):
        figures.figures_for(store, YEAR[1], YEAR[0])


def typed(store, indicator, value, **more):
    figure = ManualFigure(indicator=indicator, from_on=YEAR[0], to_on=YEAR[1], value=value, **more)
    return figures.save_manual_figure(store, figure)


def test_a_figure_typed_in_twice_is_corrected(store):
    typed(store, "visits_total", "118")
    typed(store, "visits_total", "120", source_note="Báo cáo năm 2025")
    kept = figures.list_manual_figures(store)
    assert [(one.value, one.source_note) for one in kept] == [("120", "Báo cáo năm 2025")]
    assert figures.figures_for(store, *YEAR)["visits_total"] == 120
    figures.remove_manual_figure(store, kept[0])
    assert figures.list_manual_figures(store) == []


def test_a_figure_that_cannot_be_used_is_not_kept(store):
    with pytest.raises(Invalid):
        typed(store, "visits_total", "nhiều")
    assert figures.list_manual_figures(store) == []


DAY = date(2026, 3, 1)
ACTS = ("pay", "note", "void", "undo", "merge", "house")


def do_welfare(store, dice, fund):
    """One act of an officer, chosen at random; what the books refuse leaves them alone."""
    act, known = dice.choice(ACTS), visits.list_visits(store, date(2026, 1, 1), date.today())
    visit = Visit(
        visited_on=date(2026, 3, dice.randint(1, 28)),
        occasion=dice.choice(list(Occasion)),
        theme="Chủ đề",
        recipient="Trần Văn Bình",
        person_id=dice.choice([one.person_id for one in people.list_members(store, DAY)]),
        amount_dong=dice.randint(1, 9),
        fund_id=fund if act == "pay" else None,
    )
    house = HousingSupport(
        head_name="Lê Sáu", handed_over_on=date(2026, 4, 1), branch_dong=dice.randint(1, 9)
    )
    try:
        if act in ("pay", "note"):
            visits.record_visit(store, visit)
        elif act == "void" and known:
            visits.void_visit(store, dice.choice(known).visit.id, "Ghi nhầm")
        elif act == "undo":
            undo(store, dice.choice(list_actions(store)[:-3][:3]).id)
        elif act == "merge":
            merge_alike(store, 1, 2)
        elif act == "house":
            housing.save_housing(store, house, HousingPayment(fund, date(2026, 4, 1)))
    except (Conflict, Invalid, NotFound):
        return


@pytest.mark.parametrize("seed", range(4))
def test_money_visits_and_figures_agree_after_any_acts_of_welfare(store, seed):
    fund, dice = open_fund(store, cash=1_000_000), Random(seed)
    for _twice in range(2):
        add_member(store, "Trần Văn Bình")
    for _act in range(14):
        do_welfare(store, dice, fund)
        made = [v.visit for v in visits.list_visits(store, date(2026, 1, 1), date.today())]
        standing = [one for one in made if one.voided_on is None]
        houses = [one.support for one in housing.list_lines(store, date.today())]
        booked = sum(one.amount_dong for one in standing if one.voucher_id)
        built = sum(one.branch_dong for one in houses if one.voided_on is None)
        assert held(store, fund) == (1_000_000 - booked - built, 0)
        found = figures.figures_for(store, date(2026, 1, 1), date.today())
        assert (found["visits_total"] or 0) == len(standing)
        assert (found["visits_total_amount"] or 0) == sum(one.amount_dong for one in standing)
        assert (found["housing_support_amount"] or 0) == built
        buried = [one for one in standing if one.occasion == Occasion.FUNERAL]
        assert (found["funerals"] or 0) == len({one.person_id for one in buried})
