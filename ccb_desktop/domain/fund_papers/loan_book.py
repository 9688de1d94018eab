"""Book 9, loans by fund as on a day; those that press, by themselves; the policy bank's groups."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from ccb_desktop.domain.funds.bank_loans import bank_sums, latest_by_group
from ccb_desktop.domain.funds.loan_lines import OWED, PRESSING, LoanLine
from ccb_desktop.domain.funds.loan_state import LoanStanding
from ccb_desktop.domain.funds.loans import BankLoanCount
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.member_papers.order import ListSource, fitting
from ccb_desktop.domain.papers import (
    Band,
    CellKind,
    Column,
    ListPaper,
    PaperTable,
    Row,
    SumRow,
)
from ccb_desktop.domain.people_names import search_key
from ccb_desktop.domain.printing import number, percentage, share

_DATE, _MONEY = CellKind.DATE, CellKind.MONEY
_COLUMNS = (
    Column("STT", 12, CellKind.PLAIN),
    Column("Mã vay", 23),
    Column("Người vay", 37),
    Column(FIELD["unit"], 23),
    Column("Ngày vay", 26, _DATE),
    Column("Hạn trả", 26, _DATE),
    Column("Lãi % tháng", 18, CellKind.NUMBER),
    Column("Số tiền vay", 28, _MONEY),
    Column("Đã trả gốc", 28, _MONEY),
    Column("Lãi đã thu", 24, _MONEY),
    Column("Còn nợ gốc", 28, _MONEY),
    Column("Nợ quá hạn", 28, _MONEY),
    Column("Tình trạng", 30),
)
_WRITTEN_OFF = Column("Đã xóa nợ", 24, _MONEY)
_BEFORE_OWED = 10
_BANK_COLUMNS = (
    Column("STT", 14, CellKind.PLAIN),
    Column("Tổ tiết kiệm và vay vốn", 60),
    Column("Số liệu ngày", 26, _DATE),
    Column("Số hộ vay", 22, CellKind.NUMBER),
    Column("Dư nợ", 36, _MONEY),
    Column("Nợ quá hạn", 32, _MONEY),
    Column("Tỷ lệ quá hạn", 26, CellKind.PERCENT),
    Column("Ghi chú", 34),
)


def loan_book(source: ListSource, lines: Sequence[LoanLine]) -> ListPaper:
    """Every loan lent by the day, fund by fund with its sums.

    Where the period of the list has a first day, those that were settled before it are left out.
    """
    first = source.order.from_on
    kept = [line for line in lines if first is None or _moved_since(line, source)]
    return _paper(source, "SỔ THEO DÕI VAY VỐN", kept)


def pressing_list(source: ListSource, lines: Sequence[LoanLine]) -> ListPaper:
    """The loans that are overdue, or of which a part has not come in time."""
    pressing = [line for line in lines if line.standing in PRESSING]
    return _paper(source, "DANH SÁCH NỢ VAY QUÁ HẠN, CHẬM KỲ", pressing)


def _moved_since(line: LoanLine, source: ListSource) -> bool:
    """Whether a loan is owed on the day, or anything came of it in the period."""
    loan, first = line.file.loan, source.order.begins_on
    days = [loan.lent_on, loan.written_off_on, loan.voided_on]
    days += [day for paid in line.file.repayments for day in (paid.paid_on, paid.voided_on)]
    moved = any(day is not None and first <= day <= source.order.on for day in days)
    return moved or line.standing in OWED


def _paper(source: ListSource, title: str, lines: Sequence[LoanLine]) -> ListPaper:
    asked = search_key(source.order.fund)
    of_fund = [line for line in lines if not asked or search_key(line.fund_name) == asked]
    found = fitting(of_fund, source.order.filter, searched)
    given_up = any(line.written_off_dong for line in found)
    columns = list(_COLUMNS)
    if given_up:
        columns.insert(_BEFORE_OWED, _WRITTEN_OFF)
    table = PaperTable(
        columns=tuple(columns),
        rows=list(_rows(found, given_up=given_up)),
        totals=(_sums("Cộng tất cả", found, given_up=given_up),),
        note=_note(found),
    )
    return source.paper(title, source.as_at, table)


def searched(line: LoanLine) -> tuple[object, ...]:
    """What a filter looks into."""
    loan = line.file.loan
    return loan.code, loan.borrower, line.unit_name, line.fund_name, loan.purpose, line.says


def _rows(lines: Iterable[LoanLine], *, given_up: bool) -> Iterator[Row | Band]:
    """Band, loans and sums of each fund; loans are counted through."""
    ordered = sorted(lines, key=lambda line: (line.fund_name, line.file.loan.lent_on))
    place = 0
    for fund_name, group in groupby(ordered, key=lambda line: line.fund_name):
        of_fund = list(group)
        yield Band(fund_name)
        for line in of_fund:
            place += 1
            yield _row(place, line, given_up=given_up)
        yield SumRow(_sums(f"Cộng {fund_name}", of_fund, given_up=given_up))


def _row(place: int, line: LoanLine, *, given_up: bool) -> Row:
    loan = line.file.loan
    return (
        place,
        loan.code,
        loan.borrower,
        line.unit_name,
        loan.lent_on,
        line.due_on,
        loan.rate_percent,
        loan.principal_dong,
        line.repaid_dong or None,
        line.interest_dong or None,
        *((line.written_off_dong or None,) if given_up else ()),
        line.outstanding_dong,
        line.overdue_dong or None,
        line.says,
    )


def _sums(label: str, lines: Sequence[LoanLine], *, given_up: bool) -> Row:
    lent = [line for line in lines if line.standing is not LoanStanding.VOIDED]
    return (
        None,
        "",
        label,
        "",
        None,
        None,
        None,
        sum(line.file.loan.principal_dong for line in lent),
        sum(line.repaid_dong for line in lent),
        sum(line.interest_dong for line in lent),
        *((sum(line.written_off_dong for line in lent),) if given_up else ()),
        sum(line.outstanding_dong for line in lent),
        sum(line.overdue_dong for line in lent),
        "",
    )


def _note(lines: Sequence[LoanLine]) -> str:
    owed = [line for line in lines if line.outstanding_dong]
    overdue = [line for line in owed if line.standing is LoanStanding.OVERDUE]
    told = f"Tổng cộng: {number(len(lines))} khoản vay, {number(len(owed))} khoản còn nợ"
    return f"{told}, {number(len(overdue))} khoản quá hạn."


# --- Policy bank -----------------------------------------------------------------------------


def _part(overdue_dong: int, balance_dong: int) -> Decimal | None:
    return percentage(overdue_dong, balance_dong) if overdue_dong and balance_dong else None


def bank_table(source: ListSource, counts: Sequence[BankLoanCount]) -> ListPaper:
    """What each group stood at by its latest count on or before the day."""
    on = source.order.on
    latest = latest_by_group(counts, on)
    found = fitting(latest, source.order.filter, lambda one: (one.group_name, one.note))
    sums = bank_sums(found, on)
    total = (
        None,
        "Cộng",
        None,
        sums.households,
        sums.balance_dong,
        sums.overdue_dong,
        _part(sums.overdue_dong, sums.balance_dong),
        "",
    )
    late = (
        f" Nợ quá hạn trên dư nợ: {share(sums.overdue_dong, sums.balance_dong)}."
        if sums.balance_dong
        else ""
    )
    table = PaperTable(
        columns=_BANK_COLUMNS,
        rows=[
            (
                place,
                one.group_name,
                one.counted_on,
                one.households,
                one.balance_dong,
                one.overdue_dong or None,
                _part(one.overdue_dong, one.balance_dong),
                one.note,
            )
            for place, one in enumerate(found, 1)
        ],
        totals=(total,),
        note=f"{number(sums.groups)} tổ tiết kiệm và vay vốn.{late} "
        "Vốn này của ngân hàng, không qua quỹ của Hội.",
    )
    return source.paper("VỐN NGÂN HÀNG CHÍNH SÁCH XÃ HỘI THEO TỔ", source.as_at, table)
