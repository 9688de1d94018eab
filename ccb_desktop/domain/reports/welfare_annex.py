"""Annex 4: what was given on each occasion by the branch and by chi hội, and the houses."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ccb_desktop.domain.figures.books import Books
from ccb_desktop.domain.figures.visit_figures import (
    Visits,
    amount_dong,
    goods_value_dong,
    people_count,
    times_count,
    visits_within,
)
from ccb_desktop.domain.members.told_names import told_names
from ccb_desktop.domain.papers import Annex, CellKind, Column, PaperTable, Row
from ccb_desktop.domain.visits.housing import HousingSupport
from ccb_desktop.domain.visits.labels import HOUSING_KIND
from ccb_desktop.domain.visits.visits import PaidBy


@dataclass(frozen=True, slots=True)
class OccasionLine:
    """What was given on one occasion.

    Attributes:
        name: What the branch calls the occasion.
    """

    name: str
    visits: Visits


@dataclass(frozen=True, slots=True)
class HouseLine:
    """One house handed over in the period, `times` −1 where it is taken off."""

    house: HousingSupport
    unit_name: str
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WelfareOfPeriod:
    """What annex 4 tells.

    Attributes:
        lines: The occasions of the period, in the order of the branch's list.
        houses: Those handed over, by their days.
    """

    lines: tuple[OccasionLine, ...]
    houses: tuple[HouseLine, ...]

    @property
    def visits(self) -> Visits:
        """All of every occasion."""
        return [one for line in self.lines for one in line.visits]


def welfare_of_period(
    books: Books, occasions: Mapping[str, str], from_on: date, to_on: date
) -> WelfareOfPeriod | None:
    """What was given in a period; `None` where it is nothing.

    Args:
        books: Visits, houses and units.
        occasions: Code → what the branch calls it, in the order of its list.
        from_on: First day.
        to_on: Last day.
    """
    visits = visits_within(books.welfare.visits, from_on, to_on)
    names = told_names(books.roster.units, to_on)
    codes = dict.fromkeys((*occasions, *(one.visit.occasion for one in visits)))
    found = [
        OccasionLine(
            occasions.get(code, code), [one for one in visits if one.visit.occasion == code]
        )
        for code in codes
    ]
    houses = [
        HouseLine(house, names.get(house.unit_id, ""), times)
        for house in books.welfare.houses
        if (times := house.times_in(from_on, to_on))
    ]
    if not visits and not houses:
        return None
    houses.sort(key=lambda line: line.house.handed_over_on or to_on)
    lines = tuple(line for line in found if line.visits)
    return WelfareOfPeriod(lines=lines, houses=tuple(houses))


def welfare_annex(welfare: WelfareOfPeriod) -> Annex:
    """Both tables; the levels stand apart and together, never silently added (rule 18)."""
    tables = []
    if welfare.lines:
        tables.append(_occasions_table(welfare))
    if welfare.houses:
        tables.append(_houses_table(welfare.houses))
    return Annex(
        number=4,
        sheet="IV. Tình nghĩa",
        title="Thăm hỏi, tặng quà theo dịp và cấp chi; hỗ trợ nhà ở",
        tables=tuple(tables),
        notes=(
            "Lượt là số lần thăm, tặng; người, hộ nhận chỉ tính một lần dù được thăm nhiều lần, "
            "nên dòng cộng có thể ít hơn tổng các dịp. Giá trị hiện vật không tính vào số tiền. "
            "Khoản đã hủy phiếu được trừ vào kỳ hủy.",
        ),
    )


def _occasions_table(welfare: WelfareOfPeriod) -> PaperTable:
    columns = [Column("STT", 13, CellKind.PLAIN), Column("Dịp", 52)]
    for group in ("Hội chi", "Các chi hội chi", "Cả hai cấp"):
        columns += [
            Column("Lượt", 18, CellKind.NUMBER, group=group),
            Column("Số tiền", 34, CellKind.MONEY, group=group),
            Column("Hiện vật trị giá", 30, CellKind.MONEY, group=group),
        ]
    columns.append(Column("Người, hộ nhận", 22, CellKind.NUMBER))
    rows: list[Row] = [
        (place, line.name, *_level_cells(line.visits), people_count(line.visits))
        for place, line in enumerate(welfare.lines, 1)
    ]
    whole = welfare.visits
    total: Row = (None, "Cộng", *_level_cells(whole), people_count(whole))
    return PaperTable(
        columns=tuple(columns), rows=rows, totals=(total,), title="Thăm hỏi, tặng quà"
    )


def _level_cells(visits: Visits) -> tuple[int, ...]:
    """Lượt, money and goods of each level, and of both."""
    by_level = [[one for one in visits if one.visit.paid_by is level] for level in PaidBy]
    return tuple(
        value
        for found in (*by_level, visits)
        for value in (times_count(found), amount_dong(found), goods_value_dong(found))
    )


def _houses_table(houses: Sequence[HouseLine]) -> PaperTable:
    columns = (
        Column("STT", 13, CellKind.PLAIN),
        Column("Gia đình", 60),
        Column("Chi hội", 44),
        Column("Loại", 32),
        Column("Ngày bàn giao", 34, CellKind.DATE),
        Column("Hội chi", 42, CellKind.MONEY),
        Column("Nguồn khác", 42, CellKind.MONEY),
    )
    rows: list[Row] = [(place, *_house_cells(line)) for place, line in enumerate(houses, 1)]
    total: Row = (None, "Cộng", "", "", None, *_house_sums(houses))
    return PaperTable(
        columns=columns, rows=rows, totals=(total,), title="Nhà xây mới, sửa chữa đã bàn giao"
    )


def _house_cells(line: HouseLine) -> Row:
    house = line.house
    name = house.head_name if line.times > 0 else f"{house.head_name} (đã hủy phiếu)"
    kind = HOUSING_KIND[house.kind] if house.kind else ""
    return name, line.unit_name, kind, house.handed_over_on, *_house_sums([line])


def _house_sums(lines: Iterable[HouseLine]) -> tuple[int, int]:
    found = list(lines)
    branch = sum(line.house.branch_dong * line.times for line in found)
    return branch, sum(line.house.sources_dong * line.times for line in found)
