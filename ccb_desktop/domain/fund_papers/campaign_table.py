"""How far campaigns have come, unit by unit."""

from collections.abc import Iterable, Mapping, Sequence

from ccb_desktop.domain.funds.campaign_progress import (
    CampaignProgress,
    Collected,
    UnitProgress,
    together,
)
from ccb_desktop.domain.funds.labels import FIELD as MONEY_FIELD
from ccb_desktop.domain.member_papers.order import ListSource, fitting
from ccb_desktop.domain.papers import Band, Cell, CellKind, Column, ListPaper, PaperTable, Row
from ccb_desktop.domain.printing import number, share

OUTSIDE = "Ngoài các đơn vị"
"""What is called that came from outside all units."""

_MONEY, _PLAIN = CellKind.MONEY, CellKind.PLAIN
_DONE = "Đã vận động được (đồng)"
_FIRST = (Column("STT", 12, _PLAIN), Column("Đơn vị", 40))
_CAMPAIGN = Column("Đợt vận động", 50)
_SUMS = (
    Column(f"{MONEY_FIELD['target_dong']} (đồng)", 30, _MONEY),
    Column("Tiền qua sổ quỹ", 28, _MONEY, group=_DONE),
    Column("Tiền không qua sổ", 28, _MONEY, group=_DONE),
    Column("Giá trị hiện vật", 28, _MONEY, group=_DONE),
    Column("Cộng", 30, _MONEY, group=_DONE),
    Column("Tỷ lệ", 22, CellKind.PERCENT),
)


def campaign_table(
    source: ListSource,
    found: Iterable[CampaignProgress],
    unit_names: Mapping[int, str],
    *,
    single: bool = False,
) -> ListPaper:
    """Each campaign with its units and its whole.

    Args:
        source: What was asked for.
        found: The campaigns as they stand on the day of the list.
        unit_names: Unit → its name on that day.
        single: Whether it is the paper of one campaign, which its title names.
    """
    rows: list[Row | Band] = []
    totals: tuple[Row, ...] = ()
    title = "KẾT QUẢ CÁC CUỘC VẬN ĐỘNG"
    for one in found:
        name = one.campaign.name
        lines = _fitting(source, one, unit_names)
        if not lines:
            continue
        whole = together(line.collected for line in lines)
        if single:
            title = f"KẾT QUẢ VẬN ĐỘNG\n{name.upper()}"
            totals = (("", "Tổng cộng", *_sums(whole)),)
        else:
            rows.append(Band(f"{name}: {said_progress(whole)}"))
        head: tuple[str, ...] = () if single else (name,)
        rows += [
            (place, unit_name(line, unit_names), *head, *_sums(line.collected))
            for place, line in enumerate(lines, 1)
        ]
    columns = (*_FIRST, *(() if single else (_CAMPAIGN,)), *_SUMS)
    note = "" if rows else "Chưa có đợt vận động nào được giao chỉ tiêu hay có người ủng hộ."
    table = PaperTable(columns=columns, rows=rows, totals=totals, note=note)
    return source.paper(title, source.as_at, table)


def _fitting(
    source: ListSource, one: CampaignProgress, unit_names: Mapping[int, str]
) -> Sequence[UnitProgress]:
    return fitting(
        one.units,
        source.order.filter,
        lambda line: (one.campaign.name, unit_name(line, unit_names)),
    )


def unit_name(line: UnitProgress, unit_names: Mapping[int, str]) -> str:
    """What a line of progress is called."""
    return OUTSIDE if line.unit_id is None else unit_names.get(line.unit_id, "")


def said_progress(whole: Collected) -> str:
    """`8.750.000/6.600.000 (132,58 %)` with the measure, or the sum alone without a target."""
    if whole.target_dong:
        return f"{share(whole.total_dong, whole.target_dong)}, đồng"
    return f"{number(whole.total_dong)} đồng, không giao chỉ tiêu"


def _sums(collected: Collected) -> tuple[Cell, ...]:
    return (
        collected.target_dong or None,
        collected.money_in_book_dong,
        collected.money_off_book_dong,
        collected.goods_dong,
        collected.total_dong,
        collected.percent,
    )
