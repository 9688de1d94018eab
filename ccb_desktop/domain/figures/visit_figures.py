"""The figures of welfare: visits, gifts, funerals, reunions, houses."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from ccb_desktop.domain.figures.books import Books, FigureQuery
from ccb_desktop.domain.figures.values import Counted, FigureRecord, Gift
from ccb_desktop.domain.figures.welfare_book import Given
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.visits.housing import HousingSupport
from ccb_desktop.domain.visits.sums import distinct
from ccb_desktop.domain.visits.visits import Occasion, PaidBy, RecipientKind

NO_THEME = "Chưa ghi chủ đề"
"""Under this a reunion stands whose visits do not say what it was held for."""

_CARE = frozenset({Occasion.SICK, Occasion.HARDSHIP, Occasion.HOLIDAY})


class Counting(NamedTuple):
    """A visit with the number of times it adds to the period: 1, or −1 where it is taken off."""

    visit: Given
    times: int


Visits = Sequence[Counting]
Who = Callable[[Given], Hashable]


def count_welfare(books: Books, query: FigureQuery) -> dict[str, Counted]:
    """Everything the books of visits and houses say; nothing of a book that is empty."""
    return _of_visits(books, query) | _of_houses(books, query)


def people_count(visits: Visits, who: Who = lambda visit: visit.who) -> int:
    """Distinct recipients, however many times they appear (rule 13).

    One whose visits of the period stand is counted once; one of whom the period only takes off
    what was counted before is taken off once.
    """
    return distinct((who(visit), times) for visit, times in visits)


def visits_within(visits: Iterable[Given], from_on: date, to_on: date) -> Visits:
    """The visits that add to a period, or are taken off in it."""
    return [
        Counting(visit, times) for visit in visits if (times := visit.times_within(from_on, to_on))
    ]


# --- Visits -----------------------------------------------------------------------------------


def _of_visits(books: Books, query: FigureQuery) -> dict[str, Counted]:
    visits = books.welfare.visits
    if not visits:
        return {}
    before_book = visits[0].visited_on > query.to_on
    if before_book and query.looks_back:
        return {}
    asked = _units_asked(books, query)
    of_unit = [visit for visit in visits if asked is None or visit.unit_id in asked]
    within = visits_within(of_unit, query.from_on, query.to_on)
    counted = _count_visits(within, query)
    if before_book:
        return {code: replace(one, before_book=True) for code, one in counted.items()}
    return counted


def _units_asked(books: Books, query: FigureQuery) -> frozenset[int | None] | None:
    if query.unit is None:
        return None
    return frozenset(unit.id for unit in books.roster.units if query.covers(unit))


def _count_visits(within: Visits, query: FigureQuery) -> dict[str, Counted]:
    def of(*occasions: Occasion) -> Visits:
        return [one for one in within if one.visit.occasion in occasions]

    care = _to_members([one for one in within if one.visit.occasion in _CARE])
    funerals = _to_members(of(Occasion.FUNERAL))
    longevity, army_day = of(Occasion.LONGEVITY), of(Occasion.ARMY_DAY)
    recruits, poor = of(Occasion.ENLISTMENT), of(Occasion.POOR_HOUSEHOLD)
    by_branch = [one for one in within if one.visit.paid_by is PaidBy.BRANCH]
    by_chi_hoi = [one for one in within if one.visit.paid_by is PaidBy.CHI_HOI]
    found: dict[str, tuple[int, Visits]] = {
        "visits_total": (times_count(within), within),
        "visits_total_amount": (amount_dong(within), within),
        "visits_goods_value": (goods_value_dong(within), _with_goods(within)),
        "visits_members_care": (times_count(care), care),
        "visits_members_care_amount": (amount_dong(care), care),
        "funerals": (people_count(funerals), funerals),
        "funerals_amount": (amount_dong(funerals), funerals),
        "longevity_gifts": (people_count(longevity, _who_in_year), longevity),
        "longevity_gifts_amount": (amount_dong(longevity), longevity),
        "army_day_gifts": (times_count(army_day), army_day),
        "army_day_gifts_amount": (amount_dong(army_day), army_day),
        "enlistment_gifts": (people_count(recruits), recruits),
        "enlistment_gifts_amount": (amount_dong(recruits), recruits),
        "poor_households_helped": (people_count(poor), poor),
        "poor_households_helped_amount": (amount_dong(poor), poor),
        "visits_paid_by_branch": (amount_dong(by_branch), by_branch),
        "visits_paid_by_chi_hoi": (amount_dong(by_chi_hoi), by_chi_hoi),
    }
    counted = {
        code: Counted(value, _visit_records(code, visits, query))
        for code, (value, visits) in found.items()
    }
    reunions = of(Occasion.REUNION)
    records = _visit_records("reunion_gifts", reunions, query)
    return counted | {"reunion_gifts": Counted(gifts_by_theme(reunions), records)}


def _to_members(visits: Visits) -> Visits:
    return [one for one in visits if one.visit.recipient_kind is RecipientKind.MEMBER]


def _with_goods(visits: Visits) -> Visits:
    return [one for one in visits if one.visit.goods_value_dong]


def _who_in_year(visit: Given) -> Hashable:
    return visit.who, visit.visited_on.year


def times_count(visits: Visits) -> int:
    """Lượt: every visit counts."""
    return sum(times for _visit, times in visits)


def amount_dong(visits: Visits) -> int:
    """Money only."""
    return sum(visit.amount_dong * times for visit, times in visits)


def goods_value_dong(visits: Visits) -> int:
    """What the goods are worth."""
    return sum(visit.goods_value_dong * times for visit, times in visits)


def gifts_by_theme(visits: Visits) -> dict[str, Gift]:
    """How many people came to the reunions of a theme, and what they got."""
    of_theme: dict[str, list[Counting]] = {}
    for one in visits:
        of_theme.setdefault(one.visit.theme.strip() or NO_THEME, []).append(one)
    found = {
        theme: Gift(people_count(of_theme[theme]), amount_dong(of_theme[theme]))
        for theme in sorted(of_theme)
    }
    return {theme: gift for theme, gift in found.items() if gift != Gift(0, 0)}


def _visit_records(
    code: str, visits: Iterable[Counting], query: FigureQuery
) -> tuple[FigureRecord, ...]:
    """The visits counted, with what of each was counted."""
    if not query.with_records:
        return ()
    return tuple(_visit_record(one, goods=code == "visits_goods_value") for one in visits)


def _visit_record(one: Counting, *, goods: bool) -> FigureRecord:
    visit, times = one
    dong = (visit.goods_value_dong if goods else visit.amount_dong) * times
    name = visit.recipient if times > 0 else f"{visit.recipient} (đã hủy phiếu)"
    label = f"{name}: {number(dong)} đồng" if dong else name
    on = visit.visited_on if times > 0 or visit.voided_on is None else visit.voided_on
    return FigureRecord("visit", str(visit.id), label, on)


# --- Houses -----------------------------------------------------------------------------------


def _of_houses(books: Books, query: FigureQuery) -> dict[str, Counted]:
    """Families whose house was handed over in the period (meaning 16)."""
    houses = books.welfare.houses
    if not houses:
        return {}
    days = (day for house in houses if (day := house.started_on or house.handed_over_on))
    before_book = min(days, default=query.to_on) > query.to_on
    if before_book and query.looks_back:
        return {}
    asked = _units_asked(books, query)
    handed_over = [
        (house, times)
        for house in houses
        if (asked is None or house.unit_id in asked)
        and (times := house.times_in(query.from_on, query.to_on))
    ]
    records = _house_records(handed_over) if query.with_records else ()
    families = sum(times for _house, times in handed_over)
    dong = sum(house.branch_dong * times for house, times in handed_over)
    return {
        "housing_supported": Counted(families, records, before_book),
        "housing_support_amount": Counted(dong, records, before_book),
    }


def _house_records(houses: Iterable[tuple[HousingSupport, int]]) -> tuple[FigureRecord, ...]:
    return tuple(
        FigureRecord(
            "house",
            str(house.id),
            f"{house.head_name}: {number(house.branch_dong * times)} đồng",
            house.handed_over_on,  # type: ignore[arg-type]  # handed over, so it has its day
        )
        for house, times in houses
    )
