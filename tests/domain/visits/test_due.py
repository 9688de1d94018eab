"""Who is due: the sick, those of a great age, the dead, the forgotten; each for his reason."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.lunar.calendar import to_lunar
from ccb_desktop.domain.members.lines import MemberLine
from ccb_desktop.domain.members.memberships import Status
from ccb_desktop.domain.members.people import AgeRule
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.visits.care import Illness
from ccb_desktop.domain.visits.due import (
    DeadOne,
    DueBook,
    DueKind,
    anniversaries,
    due_visits,
    is_visit_overdue,
)
from ccb_desktop.domain.visits.rounds import UsualAmount
from ccb_desktop.domain.visits.visits import Occasion, RecipientKind

TODAY = date(2026, 11, 29)
MONTH = TODAY, TODAY + timedelta(days=30)


def member(person_id=1, **more):
    known = dict.fromkeys(MemberLine._fields, "") | {
        "person_id": person_id,
        "full_name": f"Trần Văn {person_id}",
        "born_on": PartialDate(1960, 3, 1),
        "status": Status.ACTIVE,
        "unit_id": 1,
        "unit_name": "Chi hội 1",
    }
    return MemberLine(**(known | more))


def due(*members, days=MONTH, **more):
    book = {"on": TODAY, "rule": AgeRule(), "members": members, "last_visits": {}} | more
    return due_visits(DueBook(**book), *days)


def kinds(found):
    return [one.kind for one in found]


def sick(**more):
    return Illness(**({"person_id": 1, "from_on": date(2026, 9, 1), "what": "Tai biến"} | more))


def test_somebody_sick_is_due_until_he_is_visited_and_again_after_the_days():
    assert kinds(due(member(), illnesses=(sick(),))) == [DueKind.SICK]
    day = TODAY - timedelta(days=30)
    assert due(member(), illnesses=(sick(),), last_visits={1: day}) == []
    day -= timedelta(days=1)
    assert kinds(due(member(), illnesses=(sick(),), last_visits={1: day})) == [DueKind.SICK]


def test_a_visit_before_he_fell_ill_does_not_count():
    since = TODAY - timedelta(days=2)
    assert is_visit_overdue(since, since - timedelta(days=1), TODAY, 30)
    assert not is_visit_overdue(since, since, TODAY, 30)


def test_two_illnesses_are_one_visit_and_the_dead_are_not_sick():
    two = (sick(), sick(from_on=date(2026, 10, 1)))
    assert len(due(member(), illnesses=two)) == 1
    assert due(member(status=Status.DECEASED), illnesses=two) == []


@pytest.mark.parametrize(
    ("born_on", "wanted"),
    [
        (PartialDate(1956, 12, 14), (DueKind.LONGEVITY, date(2026, 12, 14))),
        (PartialDate(1957, 12, 14), (DueKind.BIRTHDAY, date(2026, 12, 14))),
        (PartialDate(1956, 12), (DueKind.LONGEVITY, None)),
        (PartialDate(1956), (DueKind.LONGEVITY, None)),
        (PartialDate(1956, 1, 14), None),
        (PartialDate(1957), None),
        (None, None),
    ],
)
def test_birthdays_and_great_ages_of_a_month(born_on, wanted):
    found = [(one.kind, one.on) for one in due(member(born_on=born_on))]
    assert found == ([wanted] if wanted else [])


def test_who_was_wished_long_life_this_year_is_not_due_again():
    old = member(born_on=PartialDate(1956))
    assert due(old, wished=frozenset({(1, 2026)})) == []
    assert kinds(due(old, wished=frozenset({(1, 2021)}))) == [DueKind.LONGEVITY]


def wish(dong, **more):
    known = {"occasion": "LONGEVITY", "amount_dong": dong, "from_on": date(2026, 1, 1)}
    return UsualAmount(**(known | more))


def test_what_is_usual_at_the_age_reached_stands_beside_each_and_goes_into_the_visit():
    usual = (wish(2, from_age=70), wish(3, from_age=80), wish(4, from_on=date(2027, 1, 1)))
    older = member(2, born_on=PartialDate(1941, 12, 14))
    found = due(member(born_on=PartialDate(1956)), older, usual=usual)
    assert [(one.age, one.year, one.usual.amount_dong) for one in found] == [
        (85, 2026, 3),
        (70, 2026, 2),
    ]
    assert found[0].visit_on(TODAY).amount_dong == 3
    (family,) = due(dead=(dead(),), usual=(wish(9, occasion="OTHER", from_age=1),))[:1]
    assert (family.age, family.usual) == (None, None)


def test_the_poor_and_the_forgotten():
    poor = member(poverty="NEAR_POOR")
    assert [one.why for one in due(poor)] == ["Hộ cận nghèo"]
    kept = {"first_visit_on": date(2020, 1, 1)}
    assert kinds(due(member(), **kept)) == [DueKind.UNVISITED]
    day = TODAY - timedelta(days=365)
    assert due(member(), last_visits={1: day}, **kept) == []
    day -= timedelta(days=1)
    assert "28/11/2025" in due(member(), last_visits={1: day}, **kept)[0].why


def dead(**more):
    known = {"key": "p1", "person_id": 1, "full_name": "Lê Văn Hai", "lunar_death_day": ""}
    return DeadOne(**(known | {"died_on": PartialDate(2020, 12, 10)} | more))


def test_the_dead_are_remembered_by_both_calendars():
    found = anniversaries([dead()], *MONTH)
    assert [(one.kind, one.on) for one in found] == [
        (DueKind.LUNAR_DEATH, date(2026, 12, 4)),
        (DueKind.SOLAR_DEATH, date(2026, 12, 10)),
    ]
    assert found[1].why == "Mất ngày 10/12/2020, tròn 6 năm"
    assert to_lunar(found[0].on).day == to_lunar(date(2020, 12, 10)).day


def test_a_martyr_is_told_with_whose_he_is_and_his_family_is_visited():
    found = anniversaries(
        [dead(key="r1", relation="anh", of_whom="Lê Văn Ba", is_martyr=True)], *MONTH
    )
    assert found[0].name == "Lê Văn Hai (liệt sĩ, anh của Lê Văn Ba)"
    visit = found[0].visit_on(TODAY)
    assert (visit.recipient, visit.recipient_kind) == (
        "Gia đình Lê Văn Ba",
        RecipientKind.POLICY_FAMILY,
    )


def test_the_day_of_death_itself_is_no_anniversary():
    assert anniversaries([dead(died_on=PartialDate(2026, 12, 10))], *MONTH) == []


def test_a_visit_is_proposed_for_its_occasion():
    visit = due(member(), illnesses=(sick(),))[0].visit_on(TODAY)
    assert (visit.occasion, visit.person_id, visit.recipient) == (Occasion.SICK, 1, "Trần Văn 1")


@given(
    st.dates(date(1925, 1, 1), date(1975, 12, 31)),
    st.dates(date(2020, 1, 1), date(2030, 12, 31)),
    st.integers(0, 400),
)
def test_every_day_of_a_span_is_due_in_one_of_its_parts(born_on, first, length):
    """What is due in a span is due in its days taken one by one, and nothing else."""
    last = first + timedelta(days=length)
    someone = member(born_on=PartialDate.of(born_on))
    gone = (dead(died_on=PartialDate.of(born_on)),)
    whole = {one.key for one in due(someone, dead=gone, days=(first, last))}
    middle = first + timedelta(days=length // 2)
    parts = ((first, middle), (middle + timedelta(days=1), last))
    told = [{one.key for one in due(someone, dead=gone, days=part)} for part in parts]
    assert whole == told[0] | (told[1] if parts[1][0] <= last else set())
