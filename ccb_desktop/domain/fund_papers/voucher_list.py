"""The vouchers of a period in a list, in the order of their days."""

from collections.abc import Sequence

from ccb_desktop.domain.funds.lines import VoucherLine
from ccb_desktop.domain.funds.vouchers import VoucherKind
from ccb_desktop.domain.member_papers.order import ListSource, fitting
from ccb_desktop.domain.papers import Align, CellKind, Column, ListPaper, PaperTable, Row
from ccb_desktop.domain.printing import number

_MONEY = CellKind.MONEY
_COLUMNS = (
    Column("STT", 12, CellKind.PLAIN),
    Column("Ngày", 25, CellKind.DATE),
    Column("Số phiếu", 31, align=Align.CENTER),
    Column("Quỹ", 36),
    Column("Người nộp, người nhận", 38),
    Column("Nội dung", 58),
    Column("Khoản mục", 28),
    Column("Thu", 27, _MONEY),
    Column("Chi", 27, _MONEY),
    Column("Chuyển quỹ, tồn đầu", 27, _MONEY),
)
_SUMMED = (
    (VoucherKind.RECEIPT,),
    (VoucherKind.PAYMENT,),
    (VoucherKind.TRANSFER, VoucherKind.OPENING),
)
"""What the columns of money are sums of."""


def voucher_list(source: ListSource, lines: Sequence[VoucherLine]) -> ListPaper:
    """What was posted in the period, reversals with what they take back."""
    posted = [line for line in lines if line.voucher.is_posted]
    posted.sort(key=lambda line: (line.voucher.issued_on, line.voucher.id or 0))
    found = fitting(posted, source.order.filter, _looked_into)
    rows = [_row(place, line) for place, line in enumerate(found, 1)]
    sums = [sum(dong for line in found if (dong := _dong(line, deeds))) for deeds in _SUMMED]
    voided = sum(bool(line.voided_by) for line in found)
    table = PaperTable(
        columns=_COLUMNS,
        rows=rows,
        totals=((None, "", "", "", "", "Cộng", "", *sums),),
        note=f"Tổng cộng: {number(len(found))} phiếu, trong đó {number(voided)} phiếu đã hủy. "
        "Phiếu hủy được trừ vào cột của phiếu bị hủy.",
    )
    return source.paper("PHIẾU THU, PHIẾU CHI TRONG KỲ", source.period, table)


def _looked_into(line: VoucherLine) -> tuple[str, ...]:
    voucher = line.voucher
    return (
        *(voucher.number_text, line.fund_name, line.to_fund_name, line.unit_name),
        *(voucher.payer, voucher.content, voucher.category),
    )


def _row(place: int, line: VoucherLine) -> Row:
    voucher = line.voucher
    mark = f" (ĐÃ HỦY bằng {line.voided_by})" if line.voided_by else ""
    to_fund = f" → {line.to_fund_name}" if line.to_fund_name else ""
    return (
        place,
        voucher.issued_on,
        voucher.number_text,
        line.fund_name + to_fund,
        voucher.payer,
        voucher.content + mark,
        voucher.category,
        *(_dong(line, deeds) for deeds in _SUMMED),
    )


def _dong(line: VoucherLine, deeds: Sequence[VoucherKind]) -> int | None:
    return line.signed_dong if line.deed in deeds else None
