"""What of the visits that are due waits on the first page."""

from collections import Counter
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.members.people import AgeRule
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.visits.commemorative import coming_days, starting_days
from ccb_desktop.domain.visits.due import DueBook, due_visits
from ccb_desktop.domain.visits.due_waiting import (
    anniversaries_waiting,
    births_waiting,
    days_waiting,
    sick_waiting,
)
from tests.paper_values import a_line

TODAY = date(2026, 11, 29)


def test_nothing_waits_where_nobody_is_counted():
    assert sick_waiting(0) == anniversaries_waiting([], TODAY) == ()


BIRTHS = st.one_of(
    st.none(),
    st.builds(PartialDate, st.integers(1920, 2025)),
    st.builds(PartialDate, st.integers(1920, 2025), st.integers(1, 12)),
    st.builds(PartialDate, st.integers(1920, 2025), st.integers(10, 12), st.integers(1, 30)),
)


@given(
    st.lists(st.tuples(BIRTHS, st.booleans()), max_size=20),
    st.sampled_from(["YEAR_DIFFERENCE", "COMPLETED_YEARS", "TUOI_MU"]),
)
def test_births_are_counted_as_the_page_lists_them(people, code):
    rule = AgeRule(code)
    born = [born_on for born_on, _was_wished in people]
    wished = {place for place, (_born_on, was_wished) in enumerate(people) if was_wished}
    lines = [a_line(f"Trần Văn {place}", place, born_on=on) for place, on in enumerate(born)]
    book = DueBook(
        on=TODAY,
        rule=rule,
        members=tuple(lines),
        last_visits={},
        wished=frozenset((place, TODAY.year) for place in wished),
    )
    month = Period.of_month(TODAY.year, TODAY.month)
    listed = Counter(one.kind.value for one in due_visits(book, month.from_on, month.to_on))
    found = births_waiting(((on, 1) for on in born), (born[place] for place in wished), rule, TODAY)
    assert {one.filters["kind"]: one.count for one in found} == dict(listed)
    assert all(one.filters["span"] == "month" for one in found)


def test_the_dead_of_the_week_are_counted_by_the_moon():
    deaths = [
        (PartialDate(2020, 12, 10), ""),
        (PartialDate(2001), "28/10"),
        (None, "29/10"),
        (PartialDate(2001), ""),
    ]
    (found,) = anniversaries_waiting(deaths, TODAY)
    assert found.count == 2
    assert found.filters["kind"] == "LUNAR_DEATH"


def test_only_days_that_are_near_are_told():
    told = days_waiting(coming_days(starting_days(), TODAY), TODAY)
    assert [one.sentence for one in told] == ["Ngày thành lập Hội 6/12: còn 7 ngày"]
    on_it = days_waiting(coming_days(starting_days(), date(2026, 12, 6)), date(2026, 12, 6))
    assert on_it[0].sentence.endswith("hôm nay")
