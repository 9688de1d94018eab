"""What the member sheet says of one person."""

from datetime import date

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.code_lists import labels_by_list, starting_codes
from ccb_desktop.domain.member_papers.member_sheet import (
    EVENT_FIELDS,
    LABELS_ON_SHEET,
    POST_FIELDS,
    MemberFile,
    SheetSource,
    heading_texts,
    member_sheet,
    text_of,
)
from ccb_desktop.domain.members.households import Household, HouseholdYear
from ccb_desktop.domain.members.memberships import (
    EventKind,
    Membership,
    MembershipEvent,
    MembershipKind,
)
from ccb_desktop.domain.members.people import Person, Policy, Sex
from ccb_desktop.domain.members.units import Post, PostScope
from ccb_desktop.domain.partial_dates import PartialDate
from tests.paper_values import sheet_fields

BRANCH = Branch(name="Hội CCB phường An Bình", place="An Bình", signer_name="Trần Văn Minh")
SOURCE = SheetSource(
    branch=BRANCH,
    on=date(2026, 6, 30),
    unit_names={1: "Chi hội 1", 2: "Chi hội 2", 3: "Phân hội 1", 9: "CLB CQN 1"},
    labels=labels_by_list(starting_codes()),
)
HOI = Membership(
    id=5,
    on_roll_from=PartialDate(1990),
    joined_on=PartialDate(1990, 5),
    unit_id=1,
    sub_unit_id=3,
    card_no="0104",
    admission_category=2,
    note="Hồ sơ đủ",
)


def day(text):
    return PartialDate.parse(text)


def a_person(**more):
    return Person(full_name="Nguyễn Văn An", born_on=day("19/5/1952"), **more)


def an_event(kind, on, **more):
    return MembershipEvent(membership_id=5, kind=kind, happened_on=day(on), **more)


def fields(**more):
    return member_sheet(SOURCE, MemberFile(**({"person": a_person()} | more))).fields


def test_each_text_is_printed_as_it_was_entered():
    said = fields(person=a_person(sex=Sex.MALE, enlisted_on=day("2/1970"), insurance_entitled=True))
    assert said["full_name_capitals"] == "NGUYỄN VĂN AN"
    assert (said["born_on"], said["enlisted_on"]) == ("19/05/1952", "2/1970")
    assert (said["sex"], said["age"], said["insurance_entitled"]) == ("Nam", "74", "Có")
    assert said["phone"] == ""


def test_the_dead_have_no_age():
    assert fields(person=a_person(died_on=day("2020")))["age"] == ""
    assert fields(person=Person(full_name="An"))["age"] == ""


def test_periods_and_policies_are_said_in_words():
    policy = Policy(
        kind="THUONG_BINH",
        grade="2/4",
        rate_percent=61,
        from_on=day("7/1982"),
        to_on=day("2020"),
        note="giám định lại",
    )
    person = a_person(periods=frozenset({"CAMBODIA", "ANTI_AMERICAN"}), policies=(policy,))
    said = fields(person=person)
    assert said["periods"].split("; ") == ["Chống Mỹ", "Làm nhiệm vụ quốc tế Campuchia"]
    assert said["policies"] == ("Thương binh, hạng 2/4, 61 %, từ 7/1982, đến 2020 (giám định lại)")
    assert fields(person=a_person(policies=(Policy(kind="TU_DAY"),)))["policies"] != ""


def test_the_membership_says_where_and_how_he_stands():
    said = fields(memberships=(HOI,))
    assert (said["unit"], said["sub_unit"], said["status"]) == (
        *("Chi hội 1", "Phân hội 1", "Đang sinh hoạt"),
    )
    assert (said["card_no"], said["joined_on"], said["membership_note"]) == (
        *("0104", "5/1990", "Hồ sơ đủ"),
    )
    assert said["admission_category"].startswith("2. ")


def test_who_is_no_member_has_blank_lines():
    said = fields()
    assert {said[name] for name in ("unit", "status", "card_no", "household_head", "club")} == {""}


def test_events_stand_in_order_with_their_decisions():
    events = (
        an_event(EventKind.MOVED_UNIT, "1/2/2025", from_unit_id=1, unit_id=2),
        an_event(
            EventKind.EXEMPTED,
            "3/2024",
            unit_id=1,
            until_on=day("2025"),
            decision_no="05/QĐ-CCB",
            decision_on=day("1/3/2024"),
            reason="Tuổi cao",
            note="theo đơn",
        ),
        an_event(EventKind.TRANSFERRED_OUT, "2/9/2025", unit_id=2, elsewhere="Hội CCB xã Đông Hà"),
    )
    other = MembershipEvent(membership_id=6, kind=EventKind.DECEASED, happened_on=day("2025"))
    sheet = member_sheet(
        SOURCE, MemberFile(person=a_person(), memberships=(HOI,), events=(*events, other))
    )
    exempted, moved, left = sheet.events
    assert exempted == {
        "happened_on": "3/2024",
        "kind": "Miễn sinh hoạt",
        "place": "Chi hội 1",
        "until_on": "2025",
        "decision": "05/QĐ-CCB ngày 01/03/2024",
        "reason": "Tuổi cao; theo đơn",
    }
    assert (moved["place"], moved["decision"]) == ("Chi hội 1 → Chi hội 2", "")
    assert left["place"] == "Hội CCB xã Đông Hà"
    assert sheet.fields["status"] == "Đã chuyển đi"
    assert set(exempted) == set(EVENT_FIELDS)


def test_posts_held_today_stand_in_a_line_all_of_them_in_a_table():
    posts = (
        Post(person_id=1, title="Chi hội trưởng", scope=PostScope.HOI, from_on=day("2020")),
        Post(person_id=1, title="Ủy viên", scope=PostScope.HOI, to_on=day("2019")),
        Post(person_id=1, title="Bí thư", scope=PostScope.PARTY, organisation="Chi bộ 3"),
    )
    sheet = member_sheet(SOURCE, MemberFile(person=a_person(), posts=posts))
    assert sheet.fields["hoi_post"] == "Chi hội trưởng"
    assert [post["title"] for post in sheet.posts] == ["Chi hội trưởng", "Ủy viên", "Bí thư"]
    assert (sheet.posts[2]["scope"], sheet.posts[2]["organisation"]) == ("Đảng", "Chi bộ 3")
    assert set(sheet.posts[0]) == set(POST_FIELDS)


def test_a_club_says_from_when_until_when():
    club = Membership(
        kind=MembershipKind.CLUB, unit_id=9, joined_on=day("2018"), ended_on=day("2020")
    )
    said = fields(memberships=(club,))
    assert (said["club"], said["club_joined_on"]) == ("CLB CQN 1", "2018 đến 2020")
    assert said["unit"] == ""


def test_the_household_says_how_it_lives():
    home = Household(
        head_name="Nguyễn Văn An",
        address="Số 5",
        business_kind="Trang trại",
        business_revenue_dong=120_000_000,
        business_workers=4,
        years=(
            HouseholdYear(year=2025, poverty="POOR", house_state="SOLID", cultural_family=True),
            HouseholdYear(year=2026, cultural_family=False),
        ),
    )
    said = fields(household=home)
    assert (said["household_head"], said["household_address"]) == ("Nguyễn Văn An", "Số 5")
    assert (said["poverty"], said["house_state"]) == ("Hộ nghèo", "Kiên cố")
    assert said["cultural_family"] == "Không"
    assert said["business_revenue_dong"] == "120.000.000 đồng"
    assert (said["business_workers"], said["business_income_dong"]) == ("4", "")


def test_all_sheets_share_the_head_and_the_signature():
    assert heading_texts(SOURCE) == {
        "parent": "",
        "issuer": "Hội CCB phường An Bình",
        "place_and_date": "An Bình, ngày 30 tháng 6 năm 2026",
        "signer_titles": "TM. BAN CHẤP HÀNH\nCHỦ TỊCH",
        "signer_name": "Trần Văn Minh",
        "practice_note": "",
    }


def test_every_field_of_the_sheet_has_a_name_for_officers():
    unnamed = sheet_fields() - set(LABELS_ON_SHEET) - {"full_name_capitals"}
    assert unnamed == set()


def test_values_become_texts():
    assert [text_of(value) for value in (None, True, False, 0, "a")] == [
        *("", "Có", "Không", "0", "a")
    ]
