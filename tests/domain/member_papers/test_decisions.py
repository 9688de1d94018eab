"""What decisions and letters say of one member, and where they leave room for the pen."""

from datetime import date

import pytest

from ccb_desktop.domain.branch import Branch, NumberStyle
from ccb_desktop.domain.code_lists import labels_by_list, starting_codes
from ccb_desktop.domain.holidays import WorkCalendar, announced_holidays
from ccb_desktop.domain.member_papers.decisions import BLANK, FORMS, form_texts
from ccb_desktop.domain.member_papers.member_sheet import MemberFile, SheetSource
from ccb_desktop.domain.members.memberships import (
    EventKind,
    Membership,
    MembershipEvent,
    MembershipKind,
)
from ccb_desktop.domain.members.people import Person, Sex
from ccb_desktop.domain.partial_dates import PartialDate
from tests.paper_values import BRANCH

CALENDAR = WorkCalendar.of(announced_holidays())


def day(text):
    return PartialDate.parse(text)


def source(branch=BRANCH):
    return SheetSource(
        branch=branch,
        on=date(2026, 6, 30),
        unit_names={1: "Chi hội 3", 2: "Phân hội A"},
        labels=labels_by_list(starting_codes()),
    )


def an_event(kind, on, number=1, **more):
    known = {"membership_id": 7, "unit_id": 1}
    return MembershipEvent(id=number, kind=EventKind(kind), happened_on=day(on), **(known | more))


def a_file(*events, sex=Sex.MALE):
    return MemberFile(
        person=Person(id=1, full_name="Trần Văn Bình", born_on=day("28/11/1955"), sex=sex),
        memberships=(Membership(id=7, person_id=1, on_roll_from=day("1990"), unit_id=1),),
        events=events,
    )


def texts(name, *events, branch=BRANCH, **more):
    return form_texts(FORMS[name], source(branch), CALENDAR, a_file(*events, **more))


def test_a_decision_of_admission():
    event = an_event("ADMITTED", "19/5/2026", decision_no="10/QĐ-CCB", decision_on=day("12/5/2026"))
    said = texts("admission-decision", event)
    assert said["number"] == "10/QĐ-CCB"
    assert said["place_and_date"] == "An Bình, ngày 12 tháng 5 năm 2026"
    assert said["happened_on"] == "ngày 19/05/2026"
    assert (said["ceremony_days"], said["ceremony_last"]) == ("30", "ngày 23/06/2026")
    assert (said["title"], said["title_capital"], said["readmitted"]) == ("ông", "Ông", "")
    assert said["issuer_capitals"] == "HỘI CỰU CHIẾN BINH PHƯỜNG AN BÌNH"


def test_a_readmission_says_again():
    said = texts("admission-decision", an_event("READMITTED", "5/2026"))
    assert (said["readmitted"], said["happened_on"]) == ("lại ", "tháng 5/2026")


@pytest.mark.parametrize(("style", "number"), [("SLASH", "/QĐ-CCB"), ("HYPHEN", "-QĐ/CCB")])
def test_without_an_event_there_is_room_for_the_pen(style, number):
    branch = Branch(name="Hội CCB xã X", place="X", number_style=NumberStyle(style))
    said = texts("strike-off-decision", branch=branch)
    assert said["number"] == f"      {number}"
    assert said["place_and_date"] == "X, ngày … tháng … năm 2026"
    assert (said["happened_on"], said["reason"]) == (f"ngày {BLANK}", BLANK)
    assert said["address"] == BLANK


def test_the_last_event_of_its_kinds_is_printed():
    first = an_event("EXEMPTED", "1/3/2024", 1, reason="Ốm")
    last = an_event("EXEMPTED", "1/3/2026", 2, until_on=day("1/9/2026"), reason="Tuổi cao")
    other = an_event("RESUMED", "1/9/2024", 3)
    said = texts("exemption-decision", last, other, first)
    assert said["reason"] == "Tuổi cao"
    assert said["until_phrase"] == " đến ngày 01/09/2026"
    assert said["report_months"] == "3"


def test_an_event_of_another_membership_is_not_his():
    event = an_event("TRANSFERRED_OUT", "1/6/2026", membership_id=9, elsewhere="Hội CCB xã A")
    assert texts("introduction", event)["elsewhere"] == BLANK


def test_a_letter_of_introduction():
    event = an_event(
        *("TRANSFERRED_OUT", "30/3/2026"),
        elsewhere="Hội CCB xã A",
        decision_on=day("23/3/2026"),
    )
    said = texts("introduction", event)
    assert said["elsewhere"] == "Hội CCB xã A"
    assert said["number"].strip() == "/GGT-CCB"
    assert (said["transfer_days"], said["transfer_last"]) == ("30", "ngày 07/05/2026")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("phường Hòa Thượng", "Hội CCB phường Hòa Thượng"),
        ("Xã Tân Khê", "Hội CCB Xã Tân Khê"),
        ("Hội CCB xã Tân Khê", "Hội CCB xã Tân Khê"),
        ("Xãi Tân", "Xãi Tân"),
    ],
)
def test_a_letter_is_for_a_branch_and_not_for_a_place(written, said):
    event = an_event("TRANSFERRED_OUT", "30/3/2026", elsewhere=written)
    assert texts("introduction", event)["elsewhere"] == said


@pytest.mark.parametrize(("sex", "title"), [(Sex.FEMALE, "bà"), (None, "ông (bà)")])
def test_how_one_is_called(sex, title):
    assert texts("introduction", sex=sex)["title"] == title


def test_the_phan_hoi_stands_before_its_chi_hoi():
    event = an_event("MOVED_UNIT", "1/1/2020", sub_unit_id=2)
    assert texts("introduction", event)["unit_phrase"] == "Phân hội A, Chi hội 3"
    club = MemberFile(
        person=Person(id=1, full_name="Lê Thị Chín"),
        memberships=(Membership(id=8, kind=MembershipKind.CLUB, unit_id=1),),
    )
    said = form_texts(FORMS["introduction"], source(), CALENDAR, club)
    assert said["unit_phrase"] == f"Chi hội {BLANK}"
