"""The list of houses: who was helped, how far each is, who gave how much."""

from collections.abc import Iterable
from datetime import date

from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.member_papers.order import ListSource, fitting
from ccb_desktop.domain.papers import CellKind, Column, ListPaper, PaperTable, Row
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.domain.visits.housing import (
    HousingStage,
    HousingSupport,
    housing_sums,
)
from ccb_desktop.domain.visits.housing_lines import HousingLine
from ccb_desktop.domain.visits.labels import FIELD as VISIT_FIELD
from ccb_desktop.domain.visits.labels import HOUSING_KIND, HOUSING_STAGE

_MONEY, _PLAIN = CellKind.MONEY, CellKind.PLAIN
_COLUMNS = (
    Column("STT", 11, _PLAIN),
    Column(FIELD["household_head"], 38),
    Column(FIELD["unit"], 24),
    Column("Loại", 20),
    Column(VISIT_FIELD["started_on"], 23),
    Column(VISIT_FIELD["handed_over_on"], 23),
    Column(f"{VISIT_FIELD['cost_dong']} (đồng)", 27, _MONEY),
    Column(VISIT_FIELD["branch_dong"], 26, _MONEY, group="Kinh phí (đồng)"),
    Column("Nguồn khác", 27, _MONEY, group="Kinh phí (đồng)"),
    Column("Gồm", 44, group="Kinh phí (đồng)"),
    Column(FIELD["note"], 26),
)


def housing_list(source: ListSource, lines: Iterable[HousingLine]) -> ListPaper:
    """Houses handed over in the period, and those in hand at its end.

    One that was handed over before and voided in the period is taken off, with a minus.
    """
    order = source.order
    first, last = order.begins_on, order.on
    shown = [line for line in lines if _is_told(line.support, first, last)]
    found = fitting(
        sorted(shown, key=lambda line: _rank(line.support)),
        order.filter,
        lambda line: (line.support.head_name, line.unit_name, line.support.note),
    )
    supports = [line.support for line in found]
    table = PaperTable(
        columns=_COLUMNS,
        rows=[_row(place, line, last) for place, line in enumerate(found, 1)],
        totals=_totals(supports, last),
        note=_note(supports, first, last),
    )
    return source.paper("DANH SÁCH HỖ TRỢ NHÀ Ở", source.period, table)


def _is_told(support: HousingSupport, first: date, last: date) -> bool:
    stage = support.stage(last)
    if stage in (HousingStage.HANDED_OVER, HousingStage.VOIDED):
        return support.times_in(first, last) != 0
    if stage is HousingStage.PLANNED:  # what began later was nothing yet on that day
        return support.started_on is None and support.handed_over_on is None
    return stage is HousingStage.STARTED


def _rank(support: HousingSupport) -> tuple[date, date, int]:
    """Those handed over in the order of their days, then those in hand."""
    done, begun = support.handed_over_on or date.max, support.started_on or date.max
    return done, begun, support.id or 0


def _row(place: int, line: HousingLine, last: date) -> Row:
    one = line.support
    done, sign = one.stage(last) is HousingStage.HANDED_OVER, _sign(one, last)
    return (
        place,
        one.head_name,
        line.unit_name,
        HOUSING_KIND[one.kind] if one.kind else "",
        short_date(one.started_on) if one.started_on else "",
        short_date(one.handed_over_on) if done and one.handed_over_on else _state(one, last),
        sign * one.cost_dong or None,
        sign * one.branch_dong or None,
        sign * one.sources_dong or None,
        "; ".join(f"{part.source}: {number(part.amount_dong)}" for part in one.sources),
        one.note,
    )


def _state(support: HousingSupport, last: date) -> str:
    stage = HOUSING_STAGE[support.stage(last)]
    voided = support.voided_on is not None and support.voided_on <= last
    return f"{stage} {short_date(support.voided_on)}" if voided and support.voided_on else stage


def _sign(support: HousingSupport, last: date) -> int:
    return -1 if support.stage(last) is HousingStage.VOIDED else 1


def _totals(supports: list[HousingSupport], last: date) -> tuple[Row, ...]:
    if not supports:
        return ()
    sums = (
        sum(_sign(one, last) * one.cost_dong for one in supports) or None,
        sum(_sign(one, last) * one.branch_dong for one in supports),
        sum(_sign(one, last) * one.sources_dong for one in supports),
    )
    return (("", "Tổng cộng", *("",) * 4, *sums, "", ""),)


def _note(supports: list[HousingSupport], first: date, last: date) -> str:
    if not supports:
        return "Trong kỳ không có nhà nào được hỗ trợ."
    sums = housing_sums(supports, first, last)
    return (
        f"Bàn giao trong kỳ {number(sums.handed_over)} nhà{sums.taken_off_told}, "
        f"xây mới {number(sums.new)}, sửa chữa "
        f"{number(sums.repaired)}; Hội chi {number(sums.branch_dong)} đồng, nguồn khác "
        f"{number(sums.sources_dong)} đồng. Đang làm {number(sums.under_way)} nhà."
    )
