"""What is open of a death, and its day by the lunar calendar."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.lunar.calendar import to_lunar
from ccb_desktop.domain.members.memberships import Membership
from ccb_desktop.domain.members.people import Person, Sex
from ccb_desktop.domain.members.units import Post
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.visits.care import DeathCase
from ccb_desktop.domain.visits.deaths import (
    DeathFile,
    OpenStep,
    honoured,
    is_condolence,
    is_lunar_day,
    line_of,
    lunar_day,
    never_silent,
    open_matters,
)
from ccb_desktop.domain.visits.visits import RecipientKind, Visit

DIED = date(2026, 3, 10)


def a_file(**more):
    values = {"case": DeathCase(person_id=1), "person": Person(id=1, full_name="Nguyễn Văn An")}
    return DeathFile(**{**values, **more})


def a_visit(**more):
    values = {"visited_on": DIED, "occasion": "FUNERAL", "recipient": "Nguyễn Văn An", **more}
    return Visit(**values)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_the_lunar_day_is_that_of_the_calendar(day):
    text = lunar_day(PartialDate.of(day))
    lunar = to_lunar(day)
    assert text == f"{lunar.day}/{lunar.month}"
    assert is_lunar_day(text)


def test_a_day_known_in_part_has_no_lunar_day():
    assert [lunar_day(None), lunar_day(PartialDate.parse("3/2026"))] == ["", ""]
    assert not any(map(is_lunar_day, ("31/1", "1/13", "0/5", "15", "a/b", "")))


def test_only_visits_for_his_own_death_that_stand_are_condolence():
    died = PartialDate.of(DIED)
    assert is_condolence(a_visit(), died)
    for other in (
        {"occasion": "SICK"},
        {"voided_on": DIED},
        {"visited_on": DIED - timedelta(days=1)},
        {"recipient_kind": RecipientKind.RELATIVE},
    ):
        assert not is_condolence(a_visit(**other), died)


def test_of_somebody_outside_the_hoi_no_event_and_no_card_is_open():
    steps = {matter.step for matter in open_matters(a_file())}
    assert steps.isdisjoint({OpenStep.EVENT, OpenStep.CARD, OpenStep.POSTS, OpenStep.LOAN})
    member = a_file(membership=Membership(card_no="123"), is_member=True, lacking_dong=60_000)
    more = {matter.step for matter in open_matters(member)}
    assert more - steps == {OpenStep.EVENT, OpenStep.CARD, OpenStep.DUES}


def test_the_list_tells_open_matters_only_of_what_is_being_done():
    assert line_of(a_file()).open == ()
    assert line_of(a_file(case=DeathCase(id=1, person_id=1))).open != ()
    assert line_of(a_file(case=DeathCase(id=1, person_id=1, closed_on=DIED))).open == ()


def test_a_loan_and_a_post_are_told_of_a_closed_death_too():
    held = Post(id=7, person_id=1, title="Chi hội trưởng")
    file = a_file(
        case=DeathCase(id=1, person_id=1, closed_on=DIED),
        posts=(held,),
        owed_dong=5_000_000,
        lacking_dong=60_000,
    )
    assert [one.short for one in line_of(file).open] == ["chức danh", "khoản vay"]
    assert [one.step for one in never_silent(file, [7])] == [OpenStep.LOAN]


def test_the_dead_are_named_with_honour():
    member = a_file(membership=Membership())
    woman = a_file(person=Person(id=2, full_name="Lê Thị Mơ", sex=Sex.FEMALE))
    assert [honoured(member), honoured(woman)] == ["đồng chí Nguyễn Văn An", "bà Lê Thị Mơ"]
