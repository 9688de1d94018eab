"""Dues on paper: the grid of each unit for a year, and who lacks what."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ccb_desktop.domain.fund_papers.dues_words import NO_RATE, NO_UNIT, years_said
from ccb_desktop.domain.funds.dues_arrears import MemberArrears, by_unit
from ccb_desktop.domain.funds.dues_sheet import DuesLine, DuesSheet
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.member_papers.order import ListSource, fitting
from ccb_desktop.domain.papers import NO_FIGURE, Band, CellKind, Column, ListPaper, PaperTable, Row
from ccb_desktop.domain.printing import number, share

_PLAIN, _DATE, _MONEY = CellKind.PLAIN, CellKind.DATE, CellKind.MONEY
_WHO = (
    Column("STT", 12, _PLAIN),
    Column(FIELD["full_name"], 48),
    Column(FIELD["born_on"], 25, _DATE),
)
_DUE, _PAID = Column("Phải nộp", 26, _MONEY), Column("Đã nộp", 26, _MONEY)
_LACKING = Column("Còn thiếu", 26, _MONEY)
_MONTHS = tuple(Column(str(month), 17, _MONEY, group="Đã nộp của tháng") for month in range(1, 13))
_ARREARS = (*_WHO, Column(FIELD["unit"], 34), _DUE, _PAID, _LACKING, Column("Thiếu của năm", 60))
_OWING = Column("Người còn nợ", 26, CellKind.NUMBER)
_UNITS = (
    Column("STT", 12, _PLAIN),
    Column(FIELD["unit"], 48),
    Column("Hội viên", 22, CellKind.NUMBER),
    _OWING,
    *(_DUE, _PAID, _LACKING),
)
_OWED = (_DUE, _LACKING, _OWING)

Named = tuple[str, DuesSheet]
"""The name of a unit, and its grid."""


def dues_list(source: ListSource, sheets: Sequence[Named], *, has_rates: bool) -> ListPaper:
    """The grids of a year, one table for each unit; units without anybody left are left out.

    Args:
        source: What was asked for.
        sheets: The units in their order.
        has_rates: Whether any rate is known; without one nobody can say what is owed.
    """
    tables: list[PaperTable] = []
    for name, sheet in sheets:
        lines = fitting(
            sheet.lines,
            source.order.filter,
            lambda line, name=name: (line.full_name, name, line.born_on),  # type: ignore[misc]  # (mypy infers no default)
        )
        if lines:
            grid = _grid(name or NO_UNIT, sheet.monthly, lines, new_page=bool(tables))
            tables.append(grid if has_rates else _without_rates(grid))
    empty = PaperTable(columns=(*_WHO, _DUE, _PAID, _LACKING), rows=[], note="Không có ai.")
    title = f"DANH SÁCH THU HỘI PHÍ NĂM {source.order.on.year}"
    return source.paper(title, f"Đã nộp tính đến {_day(source)}", *(tables or [empty]))


def _grid(name: str, monthly: bool, lines: Sequence[DuesLine], *, new_page: bool) -> PaperTable:
    months = _MONTHS if monthly else ()
    rows: list[Row] = [
        (
            place,
            line.full_name,
            line.born_on,
            line.due_dong,
            *(_paid_of_month(line, month) for month in range(1, len(months) + 1)),
            line.paid_dong,
            line.lacking_dong,
        )
        for place, line in enumerate(lines, 1)
    ]
    due, paid, lacking = (
        sum(getattr(line, name) for line in lines)
        for name in ("due_dong", "paid_dong", "lacking_dong")
    )
    whole = sum(not line.lacking_dong for line in lines)
    return PaperTable(
        columns=(*_WHO, _DUE, *months, _PAID, _LACKING),
        rows=rows,
        totals=((None, "Cộng", None, due, *([None] * len(months)), paid, lacking),),
        title=name,
        note=f"Đã nộp đủ: {share(whole, len(lines))} người.",
        new_page=new_page,
    )


def _without_rates(grid: PaperTable) -> PaperTable:
    """The grid with what was paid alone: what is owed cannot be computed."""
    unknown = {place for place, one in enumerate(grid.columns) if one in _OWED}

    def known(row: Row) -> Row:
        return tuple(NO_FIGURE if place in unknown else cell for place, cell in enumerate(row))

    return replace(
        grid,
        rows=[row if isinstance(row, Band) else known(row) for row in grid.rows],
        totals=tuple(known(row) for row in grid.totals),
        note=NO_RATE,
    )


def _paid_of_month(line: DuesLine, month: int) -> int | None:
    """What of a month is covered, also by what was paid for the year as a whole."""
    covered = line.due_by_month[month - 1] - line.lacking_by_month[month - 1]
    return covered or None


def arrears_list(
    source: ListSource,
    members: Iterable[MemberArrears],
    units: Sequence[tuple[int | None, str]],
    *,
    has_rates: bool,
) -> ListPaper:
    """Who lacks dues on the day, unit by unit, and the sums of the units.

    Args:
        source: What was asked for.
        members: Every member of the day, in Vietnamese order.
        units: Units in their order, with their names of the day.
        has_rates: Whether any rate is known.
    """
    names = dict(units)
    shown = fitting(
        members,
        source.order.filter,
        lambda one: (one.full_name, names.get(one.unit_id) or NO_UNIT, one.born_on),
    )
    behind = [one for one in shown if one.lacking_dong]
    rows: list[Row | Band] = []
    for unit_id, name in units:
        of_unit = [one for one in behind if one.unit_id == unit_id]
        if of_unit:
            rows.append(Band(f"{name or NO_UNIT}: {number(len(of_unit))} người"))
            rows += [_arrears(place, one, name) for place, one in enumerate(of_unit, 1)]
    sums = [sum(getattr(one, name) for one in behind) for name in _SUMS]
    note = f"Còn nợ: {share(len(behind), len(shown))} hội viên." if shown else ""
    people = PaperTable(
        columns=_ARREARS,
        rows=rows,
        totals=((None, "Cộng", None, "", *sums, ""),) if behind else (),
        title="Theo người",
        note=note if has_rates else NO_RATE,
    )
    sums_of_units = _unit_sums(shown, units)
    if not has_rates:
        sums_of_units = replace(_without_rates(sums_of_units), note=sums_of_units.note)
    return source.paper("DANH SÁCH HỘI VIÊN CÒN NỢ HỘI PHÍ", source.as_at, people, sums_of_units)


_SUMS = ("due_dong", "paid_dong", "lacking_dong")


def _arrears(place: int, one: MemberArrears, unit_name: str) -> Row:
    who = (place, one.full_name, one.born_on, unit_name)
    return (*who, one.due_dong, one.paid_dong, one.lacking_dong, years_said(one))


def _unit_sums(
    members: Sequence[MemberArrears], units: Sequence[tuple[int | None, str]]
) -> PaperTable:
    found = {one.unit_id: one for one in by_unit(members)}
    rows: list[Row] = [
        (
            place,
            name or NO_UNIT,
            found[own].members,
            found[own].behind,
            *(getattr(found[own], sum_name) for sum_name in _SUMS),
        )
        for place, (own, name) in enumerate((unit for unit in units if unit[0] in found), 1)
    ]
    counts = (sum(one.members for one in found.values()), sum(o.behind for o in found.values()))
    sums = [sum(getattr(one, name) for one in found.values()) for name in _SUMS]
    return PaperTable(
        columns=_UNITS,
        rows=rows,
        totals=((None, "Cộng", *counts, *sums),),
        title="Theo chi hội",
        new_page=True,
    )


def _day(source: ListSource) -> str:
    return source.as_at.removeprefix("Tính đến ")
