"""The list of loans: what it shows of each on a day, and how it is filtered."""

from collections.abc import Callable, Collection, Sequence
from datetime import date

from ccb_desktop.domain.funds.labels import FIELD as MONEY_FIELD
from ccb_desktop.domain.funds.labels import LABELS
from ccb_desktop.domain.funds.loan_lines import OWED, PRESSING, LoanLine
from ccb_desktop.domain.funds.loan_state import LoanStanding
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.ui.kit.columns import Act, Column, SeenTable
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.money_columns import money_column
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.window_state import WindowState

SHOWN, UNIT, FUND = "Xem", "Chi hội", "Quỹ"
OWED_ONES, DONE_ONES = "owed", "done"
OVERDUE_ONES, LATE_ONES, SOON_ONES = "overdue", "late", "soon"

_CHOICES = [
    (None, "Tất cả"),
    (OWED_ONES, "Còn nợ"),
    (OVERDUE_ONES, "Quá hạn"),
    (LATE_ONES, "Chậm kỳ"),
    (SOON_ONES, "Sắp đến hạn"),
    (DONE_ONES, "Đã xong"),
]
_ALL = [(None, "Tất cả")]
_GROUP_OF = {
    LoanStanding.OVERDUE: OVERDUE_ONES,
    LoanStanding.LATE: LATE_ONES,
    LoanStanding.DUE_SOON: SOON_ONES,
}
_MARKS = {
    LoanStanding.OVERDUE: "▲ ",
    LoanStanding.LATE: "△ ",
    LoanStanding.DUE_SOON: "● ",
    LoanStanding.VOIDED: "✕ ",
}


def loans_table(
    acts: Sequence[Act[LoanLine]],
    state: WindowState,
    empty: EmptyText,
    on_export: Callable[[SeenTable], object],
) -> RecordTable[LoanLine]:
    """The list, at first of those who owe; `show_loans` fills it."""
    table: RecordTable[LoanLine] = RecordTable(
        "loans",
        _COLUMNS,
        id_of=lambda line: line.file.loan.id,
        acts=acts,
        noun="khoản vay",
        empty=empty,
        state=state,
        on_export=on_export,
    )
    table.add_choice(SHOWN, _CHOICES, _groups)
    table.add_choice(UNIT, _ALL, lambda line: line.unit_name, more=True)
    table.add_choice(FUND, _ALL, lambda line: line.fund_name, more=True)
    table.filters.choose(SHOWN, OWED_ONES)
    return table


def show_loans(table: RecordTable[LoanLine], lines: Sequence[LoanLine]) -> None:
    """Show these loans, the most pressing first; the filters offer their units and funds."""
    for text, names in (
        (UNIT, {line.unit_name for line in lines}),
        (FUND, {line.fund_name for line in lines}),
    ):
        known = sorted(name for name in names if name)
        table.filters.set_choices(text, [*_ALL, *((name, name) for name in known)])
    table.set_lines(sorted(lines, key=_rank))


def _groups(line: LoanLine) -> Collection[str]:
    """The filters that a loan fits."""
    if line.standing not in OWED:
        return (DONE_ONES,)
    own = _GROUP_OF.get(line.standing)
    return (OWED_ONES,) if own is None else (OWED_ONES, own)


def _day(day: date | None) -> str:
    return short_date(day) if day is not None else ""


def _says(line: LoanLine) -> str:
    return _MARKS.get(line.standing, "") + line.says


def _is_wrong(line: LoanLine) -> bool:
    return line.standing in PRESSING or line.standing is LoanStanding.VOIDED


def _rank(line: LoanLine) -> tuple[int, date]:
    """The most pressing first, by the day that counts."""
    order = list(LoanStanding)
    return order.index(line.standing), line.next_on or line.due_on or line.file.loan.lent_on


def rate(line: LoanLine) -> str:
    """`0,5 %`; what bears no interest says so."""
    percent = line.file.loan.rate_percent
    return f"{number(percent)} %" if percent else "Không lãi"


_COLUMNS: list[Column[LoanLine]] = [
    Column("code", LABELS["loans", "code"], lambda line: line.file.loan.code, width=9, named=True),
    Column(
        "borrower",
        MONEY_FIELD["borrower"],
        lambda line: line.file.loan.borrower,
        width=19,
        named=True,
    ),
    Column("unit", FIELD["unit"], lambda line: line.unit_name, width=10),
    Column("standing", "Tình trạng", _says, _rank, width=21, wrong=_is_wrong),
    money_column("outstanding", "Còn nợ gốc", lambda line: line.outstanding_dong),
    Column(
        "due_on",
        MONEY_FIELD["due_on"],
        lambda line: _day(line.due_on),
        lambda line: line.due_on,
        width=10,
    ),
    money_column("principal", "Số tiền vay", lambda line: line.file.loan.principal_dong),
    money_column("repaid", "Đã trả gốc", lambda line: line.repaid_dong),
    money_column("interest", "Lãi đã thu", lambda line: line.interest_dong, width=10),
    money_column("interest_due", "Lãi chưa thu", lambda line: line.interest_due_dong, width=10),
    Column(
        "lent_on",
        MONEY_FIELD["lent_on"],
        lambda line: _day(line.file.loan.lent_on),
        lambda line: line.file.loan.lent_on,
        width=10,
    ),
    Column(
        "rate",
        "Lãi suất tháng",
        rate,
        lambda line: line.file.loan.rate_thousandths,
        align="right",
        width=9,
    ),
    Column("fund", MONEY_FIELD["fund_id"], lambda line: line.fund_name, width=20),
    Column("purpose", LABELS["loans", "purpose"], lambda line: line.file.loan.purpose, width=22),
    Column(
        "next_on",
        "Kỳ tới",
        lambda line: _day(line.next_on),
        lambda line: line.next_on,
        width=10,
        shown=False,
    ),
    money_column("next", "Kỳ tới phải trả", lambda line: line.next_dong, shown=False),
    money_column("overdue", "Nợ quá hạn", lambda line: line.overdue_dong, shown=False),
    money_column("written_off", "Đã xóa nợ", lambda line: line.written_off_dong, shown=False),
    Column(
        "guarantor",
        MONEY_FIELD["guarantor"],
        lambda line: line.file.loan.guarantor,
        shown=False,
        width=16,
    ),
]
