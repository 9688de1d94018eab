"""The money of a person in his file: dues, loans, gifts and vouchers as tables."""

from collections.abc import Iterator

from ccb_desktop.domain.funds import loan_state
from ccb_desktop.domain.funds.labels import VOUCHER_KIND
from ccb_desktop.domain.funds.person_money import (
    PersonMoney,
    dues_words,
    gift_words,
    loan_words,
    summary,
    voided_words,
)
from ccb_desktop.domain.papers import Block, CellKind, Column, PaperTable, Paragraph, Row

_MONEY, _DATE = CellKind.MONEY, CellKind.DATE


def money_blocks(money: PersonMoney) -> list[Block]:
    """What the books of money say of a person; nothing where they say nothing."""
    told = summary(money)
    return [*([Paragraph(told)] if told else []), *_tables(money)]


def _tables(money: PersonMoney) -> Iterator[PaperTable]:
    tables = (
        ("Hội phí từng năm", _DUES, list(_dues(money))),
        ("Vay vốn", _LOANS, list(_loans(money))),
        ("Ủng hộ các đợt vận động", _GIFTS, list(_gifts(money))),
        ("Phiếu thu, phiếu chi", _VOUCHERS, list(_vouchers(money))),
    )
    for title, columns, rows in tables:
        if rows:
            yield PaperTable(columns=columns, rows=rows, title=title)


_DUES = (
    Column("Năm", 20, CellKind.PLAIN),
    Column("Phải nộp", 30, _MONEY),
    Column("Đã nộp", 30, _MONEY),
    Column("Còn thiếu", 30, _MONEY),
    Column("Tình trạng", 45),
)
_LOANS = (
    Column("Mã vay", 24),
    Column("Ngày vay", 26, _DATE),
    Column("Tiền gốc", 30, _MONEY),
    Column("Đã trả gốc", 30, _MONEY),
    Column("Còn nợ", 30, _MONEY),
    Column("Tình trạng", 34),
)
_GIFTS = (
    Column("Ngày", 26, _DATE),
    Column("Đợt vận động", 52),
    Column("Số tiền", 30, _MONEY),
    Column("Giá trị hiện vật", 30, _MONEY),
    Column("Ghi chú", 34),
)
_VOUCHERS = (
    Column("Số phiếu", 32),
    Column("Ngày", 26, _DATE),
    Column("Loại", 24),
    Column("Số tiền", 28, _MONEY),
    Column("Nội dung", 44),
    Column("Ghi chú", 26),
)


def _dues(money: PersonMoney) -> Iterator[Row]:
    for year in money.dues:
        yield year.year, year.due_dong, year.paid_dong, year.lacking_dong, dues_words(year)


def _loans(money: PersonMoney) -> Iterator[Row]:
    for file in money.loans:
        yield (
            file.loan.code,
            file.loan.lent_on,
            file.loan.principal_dong,
            loan_state.repaid_dong(file, money.on),
            loan_state.outstanding_dong(file, money.on),
            loan_words(file, money.on),
        )


def _gifts(money: PersonMoney) -> Iterator[Row]:
    for one in reversed(money.gifts):
        gift = one.gift
        yield (
            gift.given_on,
            one.campaign_name,
            gift.amount_dong,
            gift.goods_value_dong,
            gift_words(gift, money.on),
        )


def _vouchers(money: PersonMoney) -> Iterator[Row]:
    for line in reversed(money.vouchers):
        voucher = line.voucher
        yield (
            voucher.number_text,
            voucher.issued_on,
            VOUCHER_KIND[voucher.kind],
            voucher.amount_dong,
            voucher.content,
            voided_words(line),
        )
