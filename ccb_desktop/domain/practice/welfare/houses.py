"""Houses of the practice branch: three handed over, one being built, one planned."""

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.imports.books import Books
from ccb_desktop.domain.members.households import Household, HouseholdYear, state_in
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.people_names import search_key
from ccb_desktop.domain.practice.dice import Dice
from ccb_desktop.domain.practice.money.book import Purse, whole_thousands
from ccb_desktop.domain.practice.money.funds import Funds
from ccb_desktop.domain.practice.welfare.book import PracticeWelfare
from ccb_desktop.domain.visits.housing import (
    HousingKind,
    HousingPayment,
    HousingSource,
    HousingSupport,
    payment_voucher,
)
from ccb_desktop.domain.visits.housing_lines import DILAPIDATED
from ccb_desktop.domain.visits.labels import HOUSING_DEED


class _Plan(NamedTuple):
    """One house: `percent` of what campaigns have brought is given to it."""

    kind: HousingKind
    paid_on: date | None
    percent: int
    started_on: date | None
    handed_over_on: date | None
    others_dong: int
    lacking_dong: int = 0


_NEW, _REPAIR = HousingKind.NEW, HousingKind.REPAIR
_PLANS = (
    _Plan(_NEW, date(2024, 7, 20), 45, date(2024, 8, 2), date(2024, 12, 6), 58_000_000),
    _Plan(_REPAIR, date(2024, 10, 15), 60, date(2024, 10, 28), date(2024, 12, 20), 9_500_000),
    _Plan(_REPAIR, date(2025, 4, 22), 50, date(2025, 5, 10), date(2025, 8, 30), 14_000_000),
    _Plan(_NEW, date(2026, 5, 19), 40, date(2026, 5, 27), None, 45_000_000, 12_000_000),
    _Plan(_REPAIR, None, 0, None, None, 6_000_000, 14_000_000),
)
_STATE_AFTER = {_NEW: "SOLID", _REPAIR: "SEMI_SOLID"}


def make_houses(
    dice: Dice, welfare: PracticeWelfare, purse: Purse, funds: Funds, books: Books
) -> None:
    """Help for the worst houses of members, out of what campaigns brought."""
    homes = _needy(books)
    for plan, (home, person) in zip(_PLANS, homes, strict=False):
        support = _support(dice, plan, home, person)
        if plan.paid_on is not None:
            held = purse.held(funds.campaign, MoneyPlace.CASH, plan.paid_on)
            given = whole_thousands(held * plan.percent / 100)
            support = replace(support, branch_dong=given, fund_id=funds.campaign.id)
            payment = HousingPayment(funds.campaign.id or 0, plan.paid_on)
            place = purse.spend(payment_voucher(support, payment, HOUSING_DEED[plan.kind]))
            if place is None:
                continue
            support = replace(support, voucher_id=place)
        others = plan.others_dong + support.branch_dong
        welfare.houses.append(replace(support, cost_dong=others + plan.lacking_dong))
        if plan.handed_over_on is not None:
            books.households.put(_mended(home, plan.handed_over_on.year, _STATE_AFTER[plan.kind]))


def _needy(books: Books) -> list[tuple[Household, Person]]:
    """Households that still have a member, the worst houses first, the poor before others."""
    people: dict[int | None, list[Person]] = {}
    for person in books.people.by_id.values():
        if person.household_id is not None and person.died_on is None:
            people.setdefault(person.household_id, []).append(person)
    homes = [home for home in books.households.by_id.values() if home.id in people]
    first = min((plan.paid_on for plan in _PLANS if plan.paid_on), default=date.max)

    def need(home: Household) -> tuple[bool, bool, int]:
        state = state_in(home.years, first.year)
        is_poor = state.poverty in ("POOR", "NEAR_POOR")
        return state.house_state != DILAPIDATED, not is_poor, home.id or 0

    return [(home, _head(home, people[home.id])) for home in sorted(homes, key=need)]


def _head(home: Household, living: list[Person]) -> Person:
    key = search_key(home.head_name)
    return next((one for one in living if search_key(one.full_name) == key), living[0])


def _support(dice: Dice, plan: _Plan, home: Household, person: Person) -> HousingSupport:
    of_ward = whole_thousands(plan.others_dong * dice.number(45, 65) / 100)
    return HousingSupport(
        head_name=home.head_name,
        person_id=person.id,
        unit_id=home.unit_id,
        kind=plan.kind,
        started_on=plan.started_on,
        handed_over_on=plan.handed_over_on,
        sources=(
            HousingSource(source="Quỹ Vì người nghèo phường", amount_dong=of_ward),
            HousingSource(source="Gia đình, họ hàng", amount_dong=plan.others_dong - of_ward),
        ),
        note="" if plan.started_on else "Đã khảo sát, chờ gia đình chuẩn bị vật liệu",
    )


def _mended(home: Household, year: int, house_state: str) -> Household:
    """The household as it lives since the house was handed over."""
    years = {one.year: one for one in home.years}
    years.setdefault(year, HouseholdYear(year=year))
    return replace(
        home,
        years=tuple(
            replace(one, house_state=house_state) if one.year >= year else one
            for one in sorted(years.values(), key=lambda one: one.year)
        ),
    )
