"""The households of the practice branch, and what was found about them year by year."""

from typing import Any, NamedTuple

from ccb_desktop.domain.members.households import Household, HouseholdYear
from ccb_desktop.domain.practice.dice import Dice
from ccb_desktop.domain.practice.units import FORMER_WARDS

_YEARS = (2023, 2024, 2025)
_STREETS = ("Bến Cũ", "Cầu Đá", "Lò Gạch", "Đình Trung", "Giếng Ngọc", "Cây Gạo", "Chợ Mới")
_POVERTY = {"POOR": 1.5, "NEAR_POOR": 3.5, "AVERAGE": 45, "FAIRLY_WELL_OFF": 42, "WELL_OFF": 8}
_BETTER = {"POOR": "NEAR_POOR", "NEAR_POOR": "AVERAGE"}
_HOUSE = {"DILAPIDATED": 1.5, "SEMI_SOLID": 33, "SOLID": 65.5}
_BUSINESS = (
    ("Trang trại", "Trại gà Đình Trung", 480_000_000),
    ("Hộ kinh doanh", "Tạp hóa Cây Gạo", 260_000_000),
    ("Xưởng sản xuất", "Xưởng mộc Cầu Đá", 900_000_000),
    ("Dịch vụ vận tải", "Xe tải Bến Cũ", 650_000_000),
)
_ROAD = "Mở rộng đường Giếng Ngọc"


class Home(NamedTuple):
    """Where somebody lives."""

    address: str
    street_group: str
    old_address: str


def make_home(dice: Dice, unit_id: int) -> Home:
    """A home in the part of the ward where the members of a unit live."""
    address = f"Số {dice.number(1, 220)} phố {dice.pick(_STREETS)}"
    ward = FORMER_WARDS[unit_id % len(FORMER_WARDS)]
    return Home(
        address=address if dice.chance(97) else "",
        street_group=f"Tổ dân phố {unit_id * 2 - dice.number(0, 1)}",
        old_address=f"{address}, phường {ward} (cũ)" if dice.chance(40) else "",
    )


def make_household(dice: Dice, head_name: str, unit_id: int, home: Home) -> Household:
    """The household of a head, with its findings of the past years; a few have none."""
    return Household(
        head_name=head_name,
        unit_id=unit_id,
        address=home.address,
        years=_years(dice) if dice.chance(96) else (),
        land_clearance=_ROAD if dice.chance(1) else "",
        **(_business(dice) if dice.chance(3) else {}),
    )


def _years(dice: Dice) -> tuple[HouseholdYear, ...]:
    """Some of the poor were lifted a step in the second year."""
    poverty, house = dice.weighted(_POVERTY), dice.weighted(_HOUSE)
    later = _BETTER.get(poverty, poverty) if dice.chance(40) else poverty
    return tuple(
        HouseholdYear(
            year=year,
            poverty=poverty if year == _YEARS[0] else later,
            house_state=house,
            cultural_family=dice.chance(93),
        )
        for year in _YEARS
    )


def _business(dice: Dice) -> dict[str, Any]:
    kind, name, revenue_dong = dice.pick(_BUSINESS)
    return {
        "business_kind": kind,
        "business_name": name,
        "business_revenue_dong": revenue_dong,
        "business_workers": dice.number(1, 8),
        "business_income_dong": dice.number(50, 90) * 100_000,
    }
