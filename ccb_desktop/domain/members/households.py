"""Households (hộ gia đình) and what is found out about them year by year."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdYear:
    """The findings of one year about a household; codes of `POVERTY` and `HOUSE`."""

    year: int
    poverty: str = ""
    house_state: str = ""
    cultural_family: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Household:
    """One household; its people point to it.

    Attributes:
        head_name: Name of the head as written, who need not be a person of the books.
        unit_id: The chi hội in which the household is kept.
        business_kind: Economic model (mô hình kinh tế) and its figures, money in đồng.
        land_clearance: The project for which it gave land, if any.
    """

    id: int | None = None
    head_name: str
    unit_id: int | None = None
    address: str = ""
    business_kind: str = ""
    business_name: str = ""
    business_revenue_dong: int | None = None
    business_workers: int | None = None
    business_income_dong: int | None = None
    land_clearance: str = ""
    years: tuple[HouseholdYear, ...] = ()


@dataclass(frozen=True, slots=True)
class HouseholdState:
    """What holds of a household in a year."""

    poverty: str
    house_state: str
    cultural_family: bool | None


def state_in(years: Iterable[HouseholdYear], year: int) -> HouseholdState:
    """What holds in a year: poverty and house until a later year says otherwise,
    cultural family for its own year only (`exchange.md`, meaning 10).
    """  # noqa: D205 (one sentence, two lines)
    poverty = house = ""
    cultural: bool | None = None
    for finding in sorted(years, key=lambda y: y.year):
        if finding.year > year:
            break
        poverty = finding.poverty or poverty
        house = finding.house_state or house
        if finding.year == year:
            cultural = finding.cultural_family
    return HouseholdState(poverty, house, cultural)
