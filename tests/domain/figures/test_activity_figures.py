"""Activities counted: buổi by sessions, lượt by audience, of the period and the unit asked."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.figures.registry import INDICATOR, Book
from ccb_desktop.domain.manual_figures import ManualFigure
from tests.domain.figures.rosters import UNITS
from tests.domain.figures.works import an_activity, count_work

CODES = {code for code, one in INDICATOR.items() if one.book is Book.ACTIVITIES}
CH1, CH2, PH1 = UNITS


def count(*activities, **more):
    held = tuple(sorted(activities, key=lambda one: one.held_on))
    return count_work(activities=held, **more)


def test_an_empty_book_says_nothing_and_one_activity_makes_the_rest_zero():
    assert {count()[code] for code in CODES} == {None}
    found = count(an_activity("COMMUNITY_WORK", sessions=3))
    assert {found[code] for code in CODES} == {0}


def test_each_kind_counts_what_it_is_reported_in():
    found = count(
        an_activity("NEWS_SESSION", sessions=2, members_present=90, people_present=5),
        an_activity("TRADITION_TALK", members_present=9, youth_present=540, people_present=1),
        an_activity("SUPERVISION"),
        an_activity("INSPECTION", sessions=2),
        an_activity("DIALOGUE", opinions=9),
        an_activity("OPINION_ROUND", opinions=31),
        an_activity("UNIT_MEETING", sessions=2, opinions=7),
        an_activity("BOARD_MEETING"),
    )
    assert {code: found[code] for code in CODES} == {
        "news_sessions": 2,
        "news_attendance": 90,
        "tradition_talks": 1,
        "tradition_attendance": 550,
        "supervisions": 1,
        "inspections": 2,
        "dialogues": 1,
        "dialogue_opinions": 9,
        "document_opinions": 31,
        "unit_meetings": 2,
        "board_meetings": 1,
    }


@given(
    st.lists(
        st.tuples(
            st.sampled_from([None, CH1.id, CH2.id, PH1.id]),
            st.dates(date(2024, 11, 1), date(2026, 2, 1)),
            st.integers(1, 4),
        ),
        min_size=1,
    )
)
def test_the_units_and_the_branch_itself_make_up_the_whole(told):
    held = [an_activity(unit_id=own, held_on=on, sessions=n) for own, on, n in told]
    whole = count(*held)["unit_meetings"]
    parts = [count(*held, asked={"unit": unit})["unit_meetings"] for unit in (CH1, CH2)]
    own = sum(n for unit_id, on, n in told if unit_id is None and on.year == 2025)
    assert whole == sum(parts) + own
    sub_unit = sum(n for unit_id, on, n in told if unit_id == PH1.id and on.year == 2025)
    assert count(*held, asked={"unit": PH1})["unit_meetings"] == sub_unit


def test_before_the_book_was_begun_what_was_typed_in_counts():
    later = an_activity("SUPERVISION", held_on=date(2026, 2, 1))
    typed = ManualFigure(
        indicator="supervisions", from_on=date(2025, 1, 1), to_on=date(2025, 12, 31), value="4"
    )
    assert count(later)["supervisions"] == 0
    assert count(later, manual=[typed])["supervisions"] == 4
    assert count(later, asked={"looks_back": True})["supervisions"] is None


def test_the_records_say_what_was_counted_of_each():
    asked = {"with_records": True}
    found = count(
        an_activity("DIALOGUE", name="Đối thoại với chủ tịch", opinions=9),
        an_activity("DIALOGUE", id=2, opinions=None),
        asked=asked,
    )
    records = found.by_code["dialogue_opinions"].records
    assert [(one.kind, one.key, one.label) for one in records] == [
        ("activity", "1", "Đối thoại với chủ tịch: 9 ý kiến")
    ]
    assert len(found.by_code["dialogues"].records) == 2
