"""Lists of what in the books cannot be true, and of households and units with something open."""

from collections.abc import Iterable

from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.member_papers.order import ListSource, fitting
from ccb_desktop.domain.papers import CellKind, Column, ListPaper, PaperTable, Row
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.record_gaps.checks import RecordDoubt
from ccb_desktop.domain.record_gaps.open_ends import OPEN_END, OpenEnd

_DOUBTS = (
    Column("STT", 12, CellKind.PLAIN),
    Column(FIELD["full_name"], 42),
    Column(FIELD["born_on"], 25, CellKind.DATE),
    Column(FIELD["unit"], 30),
    Column(FIELD["card_no"], 24),
    Column("Điều đáng ngờ", 62),
    Column("Trong sổ đang ghi", 75),
)
_OPEN_ENDS = (
    Column("STT", 12, CellKind.PLAIN),
    Column("Việc còn bỏ ngỏ", 65),
    Column("Hộ, đơn vị, hội viên", 55),
    Column("Thuộc", 38),
    Column("Ghi chú", 90),
)


def suspicious(source: ListSource, doubts: Iterable[RecordDoubt]) -> ListPaper:
    """Everything that cannot be true, person by person, with the entries that say so."""
    shown = fitting(doubts, source.order.filter, _searched)
    rows: list[Row] = [
        (
            place,
            one.record.full_name,
            one.record.born_on,
            one.record.unit_name,
            one.record.card_no,
            one.doubt.reason,
            one.hide_numbers("; ".join(one.doubt.values), source.secret),
        )
        for place, one in enumerate(shown, 1)
    ]
    people = len({one.record.person_id for one in shown})
    total = f"Tổng cộng: {number(len(rows))} điều đáng ngờ của {number(people)} người."
    table = PaperTable(columns=_DOUBTS, rows=rows, note=total)
    return source.paper("NGÀY THÁNG, SỐ GIẤY TỜ ĐÁNG NGỜ", source.as_at, table)


def _searched(one: RecordDoubt) -> tuple[object, ...]:
    record, doubt = one.record, one.doubt
    numbers = (record.card_no, record.citizen_id, record.phone)
    return (record.full_name, record.born_on, record.unit_name, *numbers, one.label, doubt.reason)


def open_end_list(source: ListSource, ends: Iterable[OpenEnd]) -> ListPaper:
    """Households without a finding of this year, units without head, members without unit."""
    shown = fitting(ends, source.order.filter, _open_searched)
    rows: list[Row] = [
        (place, OPEN_END[one.kind], one.name, one.unit_name, one.said)
        for place, one in enumerate(shown, 1)
    ]
    table = PaperTable(
        columns=_OPEN_ENDS, rows=rows, note=f"Tổng cộng: {number(len(rows))} việc còn bỏ ngỏ."
    )
    return source.paper("HỘ, ĐƠN VỊ CÒN BỎ NGỎ", source.as_at, table)


def _open_searched(one: OpenEnd) -> tuple[object, ...]:
    return OPEN_END[one.kind], one.name, one.unit_name, one.said
