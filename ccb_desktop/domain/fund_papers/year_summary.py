"""The summary of a year: what each fund did, and both levels together month by month."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from ccb_desktop.domain.funds.turnovers import Flow
from ccb_desktop.domain.funds.vouchers import VoucherKind
from ccb_desktop.domain.member_papers.order import ListSource
from ccb_desktop.domain.papers import CellKind, Column, ListPaper, PaperTable, Row
from ccb_desktop.domain.reports.fund_annex import FundsOfPeriod, funds_annex

_MONEY = CellKind.MONEY
_MONTHS = (
    Column("Tháng", 26, CellKind.PLAIN),
    Column("Thu", 30, _MONEY, group="Quỹ cấp Hội"),
    Column("Chi", 30, _MONEY, group="Quỹ cấp Hội"),
    Column("Thu", 30, _MONEY, group="Quỹ các chi hội"),
    Column("Chi", 30, _MONEY, group="Quỹ các chi hội"),
    Column("Thu", 32, _MONEY, group="Cả hai cấp"),
    Column("Chi", 32, _MONEY, group="Cả hai cấp"),
    Column("Tồn cuối tháng", 34, _MONEY, group="Cả hai cấp"),
)
_NO_FUND = "Chưa mở quỹ nào."


def year_summary(
    source: ListSource, funds: FundsOfPeriod | None, flows: Sequence[Flow]
) -> ListPaper:
    """Tables of the funds with both levels apart and together, and of the months.

    Args:
        source: What was asked for.
        funds: The funds over the period; none where no fund is kept.
        flows: What all of them did, by month.
    """
    title = "TỔNG HỢP THU, CHI CÁC QUỸ"
    if funds is None:
        empty = PaperTable(columns=_MONTHS, rows=[], note=_NO_FUND)
        return source.paper(title, source.period, empty)
    annex = funds_annex(funds)
    first, *others = annex.tables
    months = _by_month(source, funds, flows)
    tables = (first, months, *others)
    return source.paper(title, source.period, *tables)


def _by_month(source: ListSource, funds: FundsOfPeriod, flows: Sequence[Flow]) -> PaperTable:
    of_branch = {line.fund.id for line in funds.lines if line.fund.unit_id is None}
    sums: Counter[tuple[str, bool, bool]] = Counter()
    held: Counter[str] = Counter()
    for flow in flows:
        if flow.deed in (VoucherKind.RECEIPT, VoucherKind.PAYMENT):
            sums[flow.month, flow.fund_id in of_branch, flow.comes_in] += flow.dong
        held[flow.month] += flow.dong if flow.comes_in else -flow.dong
    balance = sum(line.turnover.opening_dong for line in funds.lines)
    rows: list[Row] = []
    for month in _months(source.order.begins_on, source.order.on):
        cells = [sums[month, level, came] for level in (True, False) for came in (True, False)]
        balance += held[month]
        year, _, of_year = month.partition("-")
        label = f"{int(of_year)}/{year}"
        rows.append((label, *cells, cells[0] + cells[2], cells[1] + cells[3], balance))
    totals = [sum(int(str(row[at])) for row in rows) for at in range(1, 7)]
    return PaperTable(
        columns=_MONTHS,
        rows=rows,
        totals=(("Cộng", *totals, balance),),
        title="Thu, chi từng tháng",
        note="Không kể tiền chuyển giữa các quỹ. Tồn gồm cả tồn đầu của quỹ mở trong kỳ.",
    )


def _months(first: date, last: date) -> Iterator[str]:
    for at in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield f"{at // 12:04}-{at % 12 + 1:02}"
