"""The invented member by whom templates are shown: all that the books could say of one person."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.code_lists import labels_by_list, starting_codes
from ccb_desktop.domain.member_papers.member_sheet import MemberFile, SheetSource
from ccb_desktop.domain.members.households import Household, HouseholdYear
from ccb_desktop.domain.members.lines import MemberLine
from ccb_desktop.domain.members.memberships import (
    EventKind,
    Membership,
    MembershipEvent,
    MembershipKind,
    Status,
)
from ccb_desktop.domain.members.people import Person, Policy, Sex
from ccb_desktop.domain.members.units import Post
from ccb_desktop.domain.own_fields import OwnField
from ccb_desktop.domain.partial_dates import PartialDate

UNIT_NAME, SUB_UNIT_NAME = "Chi hội 3", "Phân hội 2"
AGE = 75
"""In the year of the paper: an age at which the Hội wishes long life."""


def example_person(on: date) -> Person:
    """Somebody of whom everything is known, as at a day; he is alive."""
    return Person(
        id=1,
        full_name="Nguyễn Văn Mẫu",
        other_name="Ba Mẫu",
        sex=Sex.MALE,
        born_on=PartialDate(on.year - AGE, 5, 19),
        citizen_id="001051000123",
        citizen_id_issued_on=PartialDate(2021, 8, 15),
        phone="0912000123",
        home_town="Xã Bình An, tỉnh Nam Hà",
        address="Số 12, ngõ 5, đường Bờ Kênh, phường An Lạc",
        street_group="Tổ 7",
        old_address="Thôn Đông, xã An Lạc",
        ethnicity="Kinh",
        religion="Không",
        education="10/10",
        qualification="Trung cấp cơ khí",
        political_theory="Sơ cấp",
        occupation="Hưu trí",
        health_note="Huyết áp cao",
        consent_on=PartialDate(2026, 1, 10),
        consent_paper="Phiếu đồng ý",
        consent_note="Ký tại cuộc họp chi hội",
        note="Ở cùng con trai",
        enlisted_on=PartialDate(1971, 9),
        discharged_on=PartialDate(1982, 7),
        rank="Thượng úy",
        military_post="Đại đội trưởng",
        military_unit="Đại đội 5, Trung đoàn 27",
        training="Trường Sĩ quan Lục quân",
        periods=frozenset({"ANTI_AMERICAN"}),
        theatres="Quảng Trị, Tây Nguyên",
        party_joined_on=PartialDate(1975, 9, 2),
        party_official_on=PartialDate(1976, 9, 2),
        party_cell="Chi bộ 3",
        party_badge=50,
        insurance_no="CB4010100000123",
        insurance_entitled=True,
        medal_year=2010,
        commendations="Giấy khen năm 2024",
        policies=(Policy(kind="THUONG_BINH", grade="4/4", rate_percent=25),),
    )


def example_file(
    on: date, person: Person | None = None, kinds: Collection[EventKind] = ()
) -> MemberFile:
    """His whole file.

    Args:
        on: The day of the paper.
        person: When not as he is alive.
        kinds: What has happened to him, beside an exemption some years ago.
    """
    return MemberFile(
        person=person or example_person(on),
        memberships=(_MEMBER, _IN_CLUB),
        events=tuple(_events(on, kinds)),
        posts=(Post(id=1, person_id=1, title="Phân hội trưởng", from_on=PartialDate(2022, 5)),),
        household=_household(on.year),
        own={1: "O+"},
    )


_MEMBER = Membership(
    id=1,
    person_id=1,
    admission_category=2,
    joined_on=PartialDate(1990, 12, 6),
    card_no="AL-0123",
    card_issued_on=PartialDate(1992, 5, 19),
    card_reissued_on=PartialDate(2015, 6),
    unit_id=1,
    sub_unit_id=2,
    on_roll_from=PartialDate(1990, 12, 6),
    note="Thẻ cũ đã mất",
)
_IN_CLUB = Membership(
    id=2,
    person_id=1,
    kind=MembershipKind.CLUB,
    joined_on=PartialDate(2012, 7, 27),
    unit_id=3,
)


def _household(year: int) -> Household:
    found = HouseholdYear(
        year=year, poverty="FAIRLY_WELL_OFF", house_state="SOLID", cultural_family=True
    )
    return Household(
        id=1,
        head_name="Nguyễn Văn Mẫu",
        address="Số 12, ngõ 5, đường Bờ Kênh",
        business_kind="Trồng trọt",
        business_name="Vườn cây ăn quả",
        business_revenue_dong=180_000_000,
        business_workers=3,
        business_income_dong=8_000_000,
        land_clearance="Hiến 30 m² đất làm đường",
        years=(found,),
    )


def _events(on: date, kinds: Collection[EventKind]) -> Iterator[MembershipEvent]:
    """What has happened to his membership."""
    yield _event(1, EventKind.EXEMPTED, on.year - 3)
    yield _event(2, EventKind.RESUMED, on.year - 2)
    for place, kind in enumerate(kinds, 3):
        yield _event(place, kind, on.year)


def _event(place: int, kind: EventKind, year: int) -> MembershipEvent:
    return MembershipEvent(
        id=place,
        membership_id=_MEMBER.id,
        kind=kind,
        happened_on=PartialDate(year, 3, 1),
        unit_id=1,
        sub_unit_id=2,
        elsewhere="Hội CCB xã Tân Khê" if kind is EventKind.TRANSFERRED_OUT else "",
        until_on=PartialDate(year, 9, 30) if kind is EventKind.EXEMPTED else None,
        decision_no="07/QĐ-CCB",
        decision_on=PartialDate(year, 2, 20),
        reason=_REASONS.get(kind, "Theo đơn của hội viên"),
    )


_REASONS = {
    EventKind.EXEMPTED: "Tuổi cao, sức yếu",
    EventKind.RESUMED: "Sức khỏe đã khá",
    EventKind.TRANSFERRED_OUT: "Chuyển đến ở cùng con",
    EventKind.STRUCK_OFF: "Bỏ sinh hoạt và không đóng hội phí 12 tháng liền",
}


def example_source(branch: Branch, on: date) -> SheetSource:
    """What sheets are made with: the branch's head, and the lists a branch begins with."""
    return SheetSource(
        branch=branch,
        on=on,
        unit_names={1: UNIT_NAME, 2: SUB_UNIT_NAME, 3: "CLB Cựu quân nhân"},
        labels=labels_by_list(starting_codes()),
        own_fields=(OwnField(id=1, label="Nhóm máu"),),
    )


def example_line(on: date) -> MemberLine:
    """The same member as a list shows him."""
    person = example_person(on)
    known: dict[str, Any] = {name: getattr(person, name, "") for name in MemberLine._fields}
    return MemberLine(**known | {"status": Status.ACTIVE, "unit_id": 1, "unit_name": UNIT_NAME})
