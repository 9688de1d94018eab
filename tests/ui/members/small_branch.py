"""A small fictional branch, always the same: 60 members, 4 in a club, some who have left."""

from datetime import date

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.members.households import Household, HouseholdYear
from ccb_desktop.domain.members.memberships import (
    EventKind,
    Membership,
    MembershipEvent,
    MembershipKind,
)
from ccb_desktop.domain.members.people import Person, Policy, Sex
from ccb_desktop.domain.members.units import Post, PostScope, Unit, UnitKind, UnitName
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.operations import branch
from ccb_desktop.operations.members import events, people, units

FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Võ", "Đặng", "Bùi", "Đỗ", "Ngô")
MIDDLES = ("Văn", "Thị", "Đức", "Hữu", "Minh", "Quốc")
GIVEN = ("An", "Bình", "Cường", "Dũng", "Hòa", "Lan", "Mai", "Phúc", "Sơn", "Thắng", "Việt", "Yên")
RANKS = ("Binh nhất", "Trung sĩ", "Thiếu úy", "Đại úy", "Trung tá")
UNITS = (
    ("CH1", UnitKind.CHI_HOI, "Chi hội 1", None),
    ("CH2", UnitKind.CHI_HOI, "Chi hội 2", None),
    ("CH3", UnitKind.CHI_HOI, "Chi hội Rạch Cát", None),
    ("PH1", UnitKind.PHAN_HOI, "Phân hội A", 1),
    ("PH2", UnitKind.PHAN_HOI, "Phân hội B", 1),
    ("CLB1", UnitKind.CLUB, "CLB Cựu quân nhân phường", None),
)


def day(text):
    return PartialDate.parse(text)


def build(folder):
    """Make the books of the branch in an empty folder, and close them."""
    with branch.start_branch(
        folder, Branch(name="Hội CCB phường Bến Thử", parent="HỘI CCB THÀNH PHỐ", place="Bến Thử")
    ) as store:
        for code, kind, name, parent in UNITS:
            units.save_unit(
                store,
                Unit(code=code, kind=kind, names=(UnitName(name),), parent_id=parent),
            )
        for place in range(60):
            _enter(store, place)
        _let_things_happen(store)


def _enter(store, place):
    unit = 1 + place % 3
    joined = day(f"{1990 + place % 30}")
    events.admit_member(
        store,
        person_at(place),
        Membership(
            unit_id=unit,
            sub_unit_id=4 if unit == 1 and place % 2 else None,
            joined_on=joined,
            on_roll_from=joined,
            card_no=f"BT{place + 1:04}",
            admission_category=2 + place % 5,
        ),
        None,
    )


def person_at(place):
    """The person who was entered at this place, without ids."""
    middle = MIDDLES[place % 6]
    name = f"{FAMILIES[place % 10]} {middle} {GIVEN[(place * 5) % 12]}"
    born = 1942 + (place * 7) % 30
    return Person(
        full_name=name,
        sex=Sex.FEMALE if middle == "Thị" else Sex.MALE,
        born_on=day(f"{1 + place % 28}/{1 + place % 12}/{born}") if place % 3 else day(str(born)),
        citizen_id=f"0790{place:08}" if place % 4 else "",
        phone=f"0908 {place:03} 1{place % 9}5" if place % 5 else "",
        address=f"{12 + place} đường Bờ Kênh",
        street_group=f"Tổ {1 + place % 9}",
        home_town=("Nam Định", "Bến Tre", "Quảng Ngãi", "Nghệ An")[place % 4],
        ethnicity="Kinh",
        enlisted_on=day(str(born + 18)),
        rank=RANKS[place % 5],
        military_unit=f"Trung đoàn {place % 7 + 1}",
        periods=frozenset({("ANTI_AMERICAN", "CAMBODIA", "NORTHERN_BORDER")[place % 3]}),
        party_joined_on=day(str(born + 25)) if place % 2 else None,
        party_badge=40 if place % 10 == 1 else None,
        policies=(Policy(kind="THUONG_BINH", grade="4/4", rate_percent=25),)
        if place % 6 == 0
        else (),
    )


def _let_things_happen(store):
    record = events.record_event
    kind = EventKind
    record(
        store,
        MembershipEvent(
            membership_id=5,
            kind=kind.MOVED_UNIT,
            happened_on=day("1/3/2024"),
            unit_id=3,
            decision_no="12/QĐ-CCB",
        ),
    )
    record(
        store,
        MembershipEvent(
            membership_id=7, kind=kind.EXEMPTED, happened_on=day("5/2025"), reason="Tuổi cao"
        ),
    )
    for membership_id, what, when in (
        (11, kind.DECEASED, "14/2/2025"),
        (12, kind.TRANSFERRED_OUT, "1/6/2024"),
        (13, kind.STRUCK_OFF, "20/12/2024"),
    ):
        record(
            store,
            MembershipEvent(membership_id=membership_id, kind=what, happened_on=day(when)),
        )
    units.save_post(store, Post(person_id=1, title="Chi hội trưởng", unit_id=1))
    units.save_post(store, Post(person_id=2, title="Chi hội trưởng", unit_id=2))
    units.save_post(
        store,
        Post(
            person_id=1,
            title="Bí thư chi bộ",
            scope=PostScope.PARTY,
            organisation="Chi bộ khu phố 1",
            from_on=day("2022"),
        ),
    )
    years = tuple(HouseholdYear(year=year, poverty="NEAR_POOR") for year in (2024, 2025))
    people.save_household(store, Household(head_name="Nguyễn Văn An", years=years), 1)
    for place in range(4):
        events.enter_club(
            store,
            Person(full_name=f"{FAMILIES[place]} Hữu Nghĩa", born_on=day(str(1970 + place))),
            Membership(kind=MembershipKind.CLUB, unit_id=6, joined_on=day("2020")),
        )


TODAY = date.today()
