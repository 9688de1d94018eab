"""The visits, illnesses and relatives of a person in his file, as tables."""

from collections.abc import Iterator, Sequence

from ccb_desktop.domain.papers import CellKind, Column, PaperTable, Row
from ccb_desktop.domain.visits.care import Illness, Relative
from ccb_desktop.domain.visits.labels import PAID_BY
from ccb_desktop.domain.visits.lines import VisitLine

_DATE, _MONEY = CellKind.DATE, CellKind.MONEY
_VISITS = (
    Column("Ngày", 26, _DATE),
    Column("Dịp", 36),
    Column("Cấp chi", 22),
    Column("Số tiền", 28, _MONEY),
    Column("Hiện vật", 36),
    Column("Ghi chú", 30),
)
_ILLNESSES = (
    Column("Từ ngày", 26, _DATE),
    Column("Đến ngày", 26, _DATE),
    Column("Bệnh, thương tích", 60),
    Column("Nơi điều trị", 50),
)
_RELATIVES = (
    Column("Họ tên", 52),
    Column("Quan hệ", 26),
    Column("Ngày sinh", 26, _DATE),
    Column("Ngày mất", 26, _DATE),
    Column("Ngày giỗ (âm lịch)", 28),
    Column("Điện thoại", 30),
)


def visits_blocks(
    visits: Sequence[VisitLine], illnesses: Sequence[Illness], relatives: Sequence[Relative]
) -> list[PaperTable]:
    """A table for each of them that says something, the earliest visit first."""
    return list(_tables(visits, illnesses, relatives))


def _tables(
    visits: Sequence[VisitLine], illnesses: Sequence[Illness], relatives: Sequence[Relative]
) -> Iterator[PaperTable]:
    if relatives:
        rows = [_relative(one) for one in relatives]
        yield PaperTable(columns=_RELATIVES, rows=rows, title="Thân nhân")
    if illnesses:
        ill = [(one.from_on, one.to_on, one.what, one.hospital) for one in reversed(illnesses)]
        yield PaperTable(columns=_ILLNESSES, rows=ill, title="Ốm đau, điều trị")
    if visits:
        made = [_visit(line) for line in reversed(visits)]
        yield PaperTable(columns=_VISITS, rows=made, title="Các lần thăm hỏi, tặng quà")


def _relative(one: Relative) -> Row:
    name = f"{one.full_name} (liệt sĩ)" if one.is_martyr else one.full_name
    return name, one.relation, one.born_on, one.died_on, one.lunar_death_day, one.phone


def _visit(line: VisitLine) -> Row:
    visit = line.visit
    voided = f"ĐÃ HỦY {visit.voided_on:%d/%m/%Y}" if visit.voided_on else visit.note
    return (
        visit.visited_on,
        line.occasion_name,
        PAID_BY[visit.paid_by],
        visit.amount_dong or None,
        visit.goods,
        voided,
    )
