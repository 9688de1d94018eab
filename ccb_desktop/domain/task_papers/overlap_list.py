"""The list of overlaps: which two units have the same work at the same place and time."""

from collections.abc import Sequence

from ccb_desktop.domain.member_papers.order import ListSource, fitting
from ccb_desktop.domain.papers import CellKind, Column, ListPaper, PaperTable, Row
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.tasks.labels import FIELD, LABELS
from ccb_desktop.domain.tasks.overlaps import Overlap

_COLUMNS = (
    Column("STT", 12, CellKind.PLAIN),
    Column("Năm", 14, CellKind.PLAIN),
    Column("Đơn vị thứ nhất", 34),
    Column("Đơn vị thứ hai", 34),
    Column(LABELS["task_items", "what"], 62),
    Column(FIELD["place"], 40),
    Column(LABELS["assignments", "period"], 30),
    Column("Người phụ trách", 44),
)


def overlap_list(source: ListSource, found: Sequence[Overlap]) -> ListPaper:
    """Overlaps on which nobody has decided, of all years, the latest year first."""
    wanted = fitting(
        sorted(found, key=lambda one: -one.first.year),
        source.order.filter,
        lambda one: (
            one.first.year,
            one.first.who,
            one.second.who,
            one.first.item.what,
            one.first.assignment.place,
        ),
    )
    table = PaperTable(
        columns=_COLUMNS,
        rows=[_row(place, one) for place, one in enumerate(wanted, 1)],
        note=f"Có {number(len(wanted))} chỗ trùng: hai đơn vị cùng một việc, cùng địa điểm, "
        "cùng kỳ hoặc có ngày chung."
        if wanted
        else "Không có việc nào trùng nhau giữa các đơn vị.",
    )
    return source.paper("VIỆC TRÙNG NHAU GIỮA CÁC ĐƠN VỊ", source.as_at, table)


def _row(place: int, one: Overlap) -> Row:
    first, second = one.first, one.second
    who = (first.assignment.responsible, second.assignment.responsible)
    return (
        place,
        first.year,
        first.who,
        second.who,
        first.item.what,
        first.assignment.place,
        one.period_told,
        "; ".join(name for name in who if name),
    )
