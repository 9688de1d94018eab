"""Lists of who is due: all groups, the days of the dead, and the way from street to street."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.lunar.death_days import lunar_day_text
from ccb_desktop.domain.member_papers.order import ListSource, fitting
from ccb_desktop.domain.members.units import natural_order
from ccb_desktop.domain.papers import Band, CellKind, Column, ListPaper, PaperTable, Row
from ccb_desktop.domain.people_names import sort_key
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.domain.visits.due import DUE_KIND, DueKind, DueVisit

NO_GROUP = "Chưa ghi tổ dân phố"

ON_THE_WAY = frozenset(DueKind) - {DueKind.SOLAR_DEATH, DueKind.UNVISITED}
"""The groups on the route list where nobody has chosen others."""

_PLACE = Column("STT", 12, CellKind.PLAIN)
_PHONE = Column(FIELD["phone"], 28)
_ADDRESS = Column(FIELD["address"], 46)
_DUE = (
    _PLACE,
    Column(FIELD["full_name"], 46),
    Column("Ngày", 24, CellKind.DATE),
    Column("Lý do", 52),
    Column("Thăm gần nhất", 26, CellKind.DATE),
    Column(FIELD["unit"], 26),
    _ADDRESS,
    _PHONE,
)
_DEATHS = (
    _PLACE,
    Column("Ngày dương lịch", 26, CellKind.DATE),
    Column("Ngày âm lịch", 22),
    Column(FIELD["full_name"], 56),
    Column("Lý do", 46),
    Column(FIELD["unit"], 26),
    _ADDRESS,
    _PHONE,
)
_ROUTE = (
    _PLACE,
    Column(FIELD["full_name"], 46),
    _ADDRESS,
    _PHONE,
    Column(FIELD["unit"], 26),
    Column("Thăm vì", 62),
    Column("Kết quả, ghi chú", 40),
)


def due_list(source: ListSource, visits: Iterable[DueVisit]) -> ListPaper:
    """Everybody who is due, group by group."""
    found = _asked(source, visits)
    rows: list[Row | Band] = []
    place = 0
    for kind, group in groupby(found, key=lambda one: one.kind):
        of_kind = list(group)
        rows.append(Band(f"{DUE_KIND[kind]} ({number(len(of_kind))})"))
        for one in of_kind:
            place += 1
            rows.append(
                (
                    *(place, one.name, one.on, one.why, one.visited_on, one.unit_name),
                    *(one.address, source.secret(one.phone)),
                )
            )
    people = len({one.person_id for one in found})
    note = f"Tổng cộng: {number(place)} việc, {number(people)} người hoặc gia đình."
    table = PaperTable(columns=_DUE, rows=rows, note=note)
    return source.paper("DANH SÁCH ĐẾN HẠN THĂM HỎI", source.period, table)


def anniversary_list(source: ListSource, visits: Iterable[DueVisit]) -> ListPaper:
    """The days on which the dead are remembered, in their order."""
    found = _asked(source, visits)
    rows: list[Row] = [
        (
            *(place, one.on, lunar_day_text(one.on) if one.on else "", one.name, one.why),
            *(one.unit_name, one.address, source.secret(one.phone)),
        )
        for place, one in enumerate(found, 1)
    ]
    note = (
        f"Tổng cộng: {number(len(rows))} ngày. Ngày giỗ vào tháng nhuận tính theo tháng thường; "
        "ngày 30 gặp tháng thiếu tính vào ngày 29."
    )
    table = PaperTable(columns=_DEATHS, rows=rows, note=note)
    return source.paper("DANH SÁCH NGÀY GIỖ", source.period, table)


def route_list(source: ListSource, visits: Iterable[DueVisit]) -> ListPaper:
    """Who is visited in each street group, each once with everything he is visited for."""
    found = _asked(source, visits)
    stops = sorted(_stops(found), key=_stop_order)
    rows: list[Row | Band] = []
    place = 0
    for group, of_group in groupby(stops, key=lambda stop: stop[0].street_group):
        there = list(of_group)
        rows.append(Band(f"{group or NO_GROUP} ({number(len(there))})"))
        for reasons in there:
            place += 1
            one = reasons[0]
            why = "; ".join(dict.fromkeys(map(_why, reasons)))
            rows.append(
                (
                    *(place, one.name, one.address, source.secret(one.phone)),
                    *(one.unit_name, why, ""),
                )
            )
    note = f"Tổng cộng: {number(place)} nơi đến thăm."
    table = PaperTable(columns=_ROUTE, rows=rows, note=note)
    return source.paper("LỊCH ĐI THĂM THEO TỔ DÂN PHỐ", source.period, table)


def _asked(source: ListSource, visits: Iterable[DueVisit]) -> list[DueVisit]:
    return fitting(
        visits,
        source.order.filter,
        lambda one: (
            *(DUE_KIND[one.kind], one.name, one.why, one.unit_name, one.street_group),
            *(one.address, one.phone),
        ),
    )


def _stops(visits: Iterable[DueVisit]) -> list[Sequence[DueVisit]]:
    """The reasons for each who is visited, taken together."""
    stops: dict[tuple[int, str], list[DueVisit]] = {}
    for one in visits:
        stops.setdefault((one.person_id, one.name), []).append(one)
    return list(stops.values())


def _stop_order(stop: Sequence[DueVisit]) -> tuple[object, ...]:
    one = stop[0]
    return (
        not one.street_group,
        natural_order(one.street_group),
        natural_order(one.address),
        sort_key(one.name),
    )


def _why(one: DueVisit) -> str:
    return f"{one.why} ({short_date(one.on)})" if one.on else one.why
