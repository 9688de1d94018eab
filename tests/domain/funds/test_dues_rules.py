"""Who owes dues for which months, held against a slow reckoning month by month."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.funds.dues import DuesExemption, DuesPeriod, DuesRate
from ccb_desktop.domain.funds.dues_arrears import DuesPayer
from ccb_desktop.domain.funds.dues_rules import (
    DuesRules,
    due_in_range,
    month_index,
    months_of_year,
)
from ccb_desktop.domain.members.memberships import IN_HOI, Standing, Status, standing_on
from ccb_desktop.domain.members.people import AgeRule
from ccb_desktop.domain.partial_dates import PartialDate

YEARLY = DuesRate(from_on=date(2024, 1, 1), amount_dong=36_000)
MONTHLY = DuesRate(from_on=date(2026, 1, 1), amount_dong=5_000, period=DuesPeriod.MONTH)
DAYS = st.dates(date(2023, 6, 1), date(2027, 6, 30))
AGE_RULES = st.sampled_from(["YEAR_DIFFERENCE", "COMPLETED_YEARS", "TUOI_MU"]).map(AgeRule)


def payer(*course, born="1952", person_id=1):
    return DuesPayer(person_id, "Nguyễn Văn An", PartialDate.parse(born), tuple(course))


def member(since=date(2020, 1, 1), until=None, status=Status.ACTIVE, unit_id=1):
    return Standing(since, until, status, unit_id, None)


@st.composite
def courses(draw):
    """A course without gaps, in and out of the Hội, from unit to unit."""
    days = sorted(draw(st.lists(DAYS, min_size=1, max_size=4, unique=True)))
    turns = [
        Standing(
            since, until, draw(st.sampled_from(list(Status))), draw(st.sampled_from((1, 2))), None
        )
        for since, until in pairwise([*days, None])
    ]
    return payer(*turns, born=draw(st.sampled_from(("1945", "7/1946", "19/05/1946", "1947"))))


@st.composite
def exemptions(draw):
    first = draw(DAYS)
    last = draw(st.none() | st.integers(0, 700).map(lambda days: first + timedelta(days)))
    who = draw(
        st.sampled_from(
            ({"person_id": 1}, {"person_id": 2}, {"status": Status.EXEMPT}, {"age_from": 80})
        )
    )
    return DuesExemption(from_on=first, to_on=last, **who)


def last_day(month):
    return date((month + 1) // 12, (month + 1) % 12 + 1, 1) - timedelta(days=1)


def owes_slowly(rules, one, month):
    """By the words of the rule: how he stands on the last day, and whether he is exempt then."""
    day = last_day(month)
    standing = standing_on(one.course, day)
    if standing is None or standing.status not in IN_HOI:
        return False
    return not any(
        exemption.from_on <= day <= (exemption.to_on or date.max)
        and (
            exemption.person_id == one.person_id
            or exemption.status is standing.status
            or (
                exemption.age_from is not None
                and rules.age_rule.age(one.born_on, day) >= exemption.age_from
            )
        )
        for exemption in rules.exemptions
    )


@given(courses(), st.lists(exemptions(), max_size=3), AGE_RULES)
def test_the_months_owed_are_those_on_whose_last_day_a_member_is_not_exempt(one, free, age_rule):
    rules = DuesRules((YEARLY, MONTHLY), tuple(free), age_rule)
    months = range(2023 * 12, 2028 * 12)

    owed = [
        month
        for span in rules.owed_months(one, (months.start, months.stop))
        for month in range(span.first, span.until)
    ]

    assert owed == [month for month in months if owes_slowly(rules, one, month)]


@given(courses(), st.lists(exemptions(), max_size=3))
def test_the_months_of_a_year_come_to_what_the_year_comes_to(one, free):
    rules = DuesRules((YEARLY, MONTHLY), tuple(free))
    for year in range(2023, 2028):
        due = rules.due_by_year(one, months_of_year(year)).get(year, 0)

        assert sum(rules.due_by_month(one, year)) == due


@given(courses())
def test_what_is_owed_in_units_together_is_what_is_owed(one):
    rules = DuesRules((MONTHLY,))
    months = (2026 * 12, 2028 * 12)
    whole = sum(rules.due_by_year(one, months).values())

    parts = [
        sum(rules.due_by_year(one, months, frozenset({unit_id})).values()) for unit_id in (1, 2)
    ]

    assert sum(parts) == whole


@pytest.mark.parametrize(
    ("since", "until", "due"),
    [
        (date(2020, 1, 1), None, 36_000),
        (date(2025, 3, 31), None, 30_000),  # in on the last day of March
        (date(2020, 1, 1), date(2025, 3, 31), 6_000),  # gone on the last day of March
        (date(2020, 1, 1), date(2025, 4, 1), 9_000),
        (date(2025, 3, 1), date(2025, 3, 20), 0),
    ],
)
def test_a_year_of_dues_is_shared_out_by_months(since, until, due):
    rules = DuesRules((YEARLY,))

    assert rules.due_by_year(payer(member(since, until)), months_of_year(2025)).get(2025, 0) == due


def test_one_exempt_from_activity_owes_dues_all_the_same():
    rules = DuesRules((YEARLY,))

    due = rules.due_by_year(payer(member(status=Status.EXEMPT)), months_of_year(2025))

    assert due == {2025: 36_000}


def test_a_rate_holds_until_the_next_one_begins():
    rules = DuesRules((MONTHLY, YEARLY))

    assert rules.rate_of(2025 * 12 + 11) is YEARLY
    assert rules.rate_of(2026 * 12) is MONTHLY
    assert rules.rate_of(2023 * 12) is None
    assert rules.first_month == month_index(YEARLY.from_on)
    assert rules.is_monthly(2026)
    assert not rules.is_monthly(2025)


def test_dues_of_a_range_are_not_known_before_the_first_rate():
    rules = DuesRules((YEARLY,))
    people = [payer(member()), payer(member(unit_id=2))]

    assert due_in_range(people, rules, date(2023, 1, 1), date(2023, 12, 31)) is None
    assert due_in_range(people, rules, date(2024, 1, 1), date(2024, 6, 30)) == 36_000
    assert due_in_range(people, rules, date(2024, 1, 1), date(2024, 6, 29)) == 30_000
    days = date(2024, 1, 1), date(2024, 6, 30)
    assert due_in_range(people, rules, *days, unit_ids=frozenset({2})) == 18_000
