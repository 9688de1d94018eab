"""Book 6: the visits and gifts of a period, the money of each level in a column of its own."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ccb_desktop.domain.funds.labels import FIELD as MONEY_FIELD
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.member_papers.order import ListSource, fitting
from ccb_desktop.domain.papers import CellKind, Column, ListPaper, PaperTable, Row
from ccb_desktop.domain.people_names import sort_key
from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.visits.labels import FIELD as VISIT_FIELD
from ccb_desktop.domain.visits.labels import RECIPIENT_KIND
from ccb_desktop.domain.visits.lines import VisitLine
from ccb_desktop.domain.visits.sums import VisitSum, sums_by_level
from ccb_desktop.domain.visits.visits import PaidBy

_MONEY, _NUMBER = CellKind.MONEY, CellKind.NUMBER
_PAID = "Số tiền (đồng)"
_COLUMNS = (
    Column("STT", 12, CellKind.PLAIN),
    Column("Ngày", 25, CellKind.DATE),
    Column(VISIT_FIELD["recipient"], 46),
    Column(VISIT_FIELD["recipient_kind"], 30),
    Column(FIELD["unit"], 26),
    Column(VISIT_FIELD["occasion"], 36),
    Column("Hội chi", 27, _MONEY, group=_PAID),
    Column("Chi hội chi", 27, _MONEY, group=_PAID),
    Column(MONEY_FIELD["goods"], 32),
    Column("Trị giá (đồng)", 27, _MONEY),
    Column("Phiếu chi", 30),
    Column(VISIT_FIELD["visitors"], 34),
)
_BY_OCCASION = (
    Column(VISIT_FIELD["occasion"], 50),
    *(
        column
        for group in ("Hội", "Chi hội", "Cả hai cấp")
        for column in (
            Column("Lượt", 16, _NUMBER, group=group),
            Column("Người", 16, _NUMBER, group=group),
            Column("Số tiền", 27, _MONEY, group=group),
            Column("Hiện vật", 25, _MONEY, group=group),
        )
    ),
)


def visit_book(source: ListSource, lines: Iterable[VisitLine]) -> ListPaper:
    """The visits in the order of their days, those voided taken off, and sums by occasion.

    Args:
        source: What was asked for.
        lines: Visits made or voided in the period.
    """
    found = fitting(lines, source.order.filter, _looked_into)
    days = source.order.begins_on, source.order.on
    entries = sorted(_entries(found, *days), key=lambda one: (one[0], one[1].visit.id or 0))
    rows = [_row(place, *entry) for place, entry in enumerate(entries, 1)]
    sums = sums_by_level(found, *days)
    branch, chi_hoi, both = sums
    whole: Row = (
        *(None, "", "Cộng", "", "", "", branch.amount_dong, chi_hoi.amount_dong),
        *("", both.goods_dong, "", ""),
    )
    book = PaperTable(
        columns=_COLUMNS,
        rows=rows,
        totals=(whole,) if rows else (),
        note=".\n".join(one.told for one in sums) + ".",
    )
    by_occasion = PaperTable(
        columns=_BY_OCCASION,
        rows=list(_occasions(found, *days)),
        totals=(("Cộng", *_cells(sums)),) if rows else (),
        title="Tổng hợp theo dịp",
    )
    tables = (book, by_occasion) if rows else (book,)
    return source.paper("SỔ THĂM HỎI, TẶNG QUÀ", source.period, *tables)


Entry = tuple[date, VisitLine, int]


def _entries(lines: Sequence[VisitLine], from_on: date, to_on: date) -> Iterator[Entry]:
    """Each visit on its day, and what was voided once more on the day of voiding."""
    for line in lines:
        visit = line.visit
        if from_on <= visit.visited_on <= to_on:
            yield visit.visited_on, line, 1
        if visit.voided_on is not None and from_on <= visit.voided_on <= to_on:
            yield visit.voided_on, line, -1


def _row(place: int, day: date, line: VisitLine, sign: int) -> Row:
    visit = line.visit
    taken_off = f" (hủy lượt ngày {short_date(visit.visited_on)})" if sign < 0 else ""
    dong = sign * visit.amount_dong or None
    return (
        place,
        day,
        visit.recipient + taken_off,
        RECIPIENT_KIND[visit.recipient_kind],
        line.unit_name,
        f"{line.occasion_name}: {visit.theme}" if visit.theme else line.occasion_name,
        dong if visit.paid_by is PaidBy.BRANCH else None,
        dong if visit.paid_by is PaidBy.CHI_HOI else None,
        visit.goods,
        sign * visit.goods_value_dong or None,
        line.payment,
        visit.visitors,
    )


def _occasions(lines: Sequence[VisitLine], from_on: date, to_on: date) -> Iterator[Row]:
    for name in sorted({line.occasion_name for line in lines}, key=sort_key):
        some = [line for line in lines if line.occasion_name == name]
        yield (name, *_cells(sums_by_level(some, from_on, to_on)))


def _cells(sums: Sequence[VisitSum]) -> tuple[int, ...]:
    return tuple(
        cell for one in sums for cell in (one.times, one.people, one.amount_dong, one.goods_dong)
    )


def _looked_into(line: VisitLine) -> tuple[str, ...]:
    visit = line.visit
    return (
        *(visit.recipient, line.unit_name, line.occasion_name, visit.theme, visit.goods),
        *(line.payment, visit.visitors, RECIPIENT_KIND[visit.recipient_kind], line.round_title),
    )
