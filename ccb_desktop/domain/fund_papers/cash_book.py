"""Book 5, the cash book on paper: one table for each fund."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ccb_desktop.domain.funds.cash_book import CashBook, CashBookLine
from ccb_desktop.domain.funds.funds import Fund
from ccb_desktop.domain.funds.labels import PLACE_OF_MONEY
from ccb_desktop.domain.member_papers.order import ListSource, fitting
from ccb_desktop.domain.money import in_words
from ccb_desktop.domain.papers import (
    Align,
    CellKind,
    Column,
    ListPaper,
    PaperTable,
    Row,
    Signature,
    SumRow,
    board_signature,
)
from ccb_desktop.domain.printing import number, short_date

_DATE, _MONEY = CellKind.DATE, CellKind.MONEY
_COLUMNS = (
    Column("Ngày ghi sổ", 29, _DATE),
    Column("Số phiếu thu", 34, align=Align.CENTER),
    Column("Số phiếu chi", 34, align=Align.CENTER),
    Column("Diễn giải", 90),
    Column("Thu", 28, _MONEY),
    Column("Chi", 28, _MONEY),
    Column("Tồn", 30, _MONEY),
)
_SEAL_SHOWN = 16
_GROUP = 4


@dataclass(frozen=True, slots=True)
class Anchor:
    """The last act of the history, printed so that a history cut off later is noticed."""

    action_id: int
    chain_hash: str

    @property
    def sentence(self) -> str:
        """`Nhật ký đến việc số 12, dấu niêm 90ab 12cd …`."""
        return f"Nhật ký của chương trình đến việc số {self.action_id}, dấu niêm {self.seal}."

    @property
    def seal(self) -> str:
        """The beginning of its seal, in groups that can be read aloud."""
        shown = self.chain_hash[:_SEAL_SHOWN]
        return " ".join(shown[at : at + _GROUP] for at in range(0, len(shown), _GROUP))


@dataclass(frozen=True, slots=True)
class FundBook:
    """A fund with its cash book; `level` says whose it is."""

    fund: Fund
    level: str
    book: CashBook


def cash_books(source: ListSource, books: Sequence[FundBook], anchor: Anchor) -> ListPaper:
    """The books of some funds, each on pages of its own."""
    place = source.order.place
    title = f"SỔ QUỸ{f' - {PLACE_OF_MONEY[place].upper()}' if place else ''}"
    tables = [_table(source, one, anchor) for one in books] or [
        PaperTable(columns=_COLUMNS, rows=[], note="Chưa có quỹ nào trong kỳ này.")
    ]
    return source.paper(title, source.period, *tables, signatures=_signatures(source), apart=True)


def _signatures(source: ListSource) -> tuple[Signature, ...]:
    hint = "(Ký, ghi rõ họ tên)"
    return (
        Signature(("NGƯỜI LẬP",), hint=hint),
        Signature(("THỦ QUỸ",), hint=hint),
        board_signature(source.branch),
    )


def _table(source: ListSource, one: FundBook, anchor: Anchor) -> PaperTable:
    book = one.book
    asked = source.order.filter
    shown = fitting(book.lines, asked, _looked_into)
    rows = list(_found(shown) if asked.strip() else _rows(book))
    return PaperTable(
        columns=_COLUMNS,
        rows=rows,
        totals=() if asked.strip() else _totals(book),
        title=f"{one.fund.name} ({one.level})",
        note=_note(book, anchor),
    )


def _looked_into(line: CashBookLine) -> tuple[str, ...]:
    booked = line.booked
    return line.words, booked.number, booked.payer, booked.category


def _found(lines: Sequence[CashBookLine]) -> Iterator[Row]:
    yield from map(_row, lines)
    came, went = sum(one.in_dong for one in lines), sum(one.out_dong for one in lines)
    yield SumRow((None, "", "", "Cộng các dòng chọn được", came, went, None))


def _rows(book: CashBook) -> Iterator[Row]:
    yield (book.from_on, "", "", "Tồn đầu kỳ", None, None, book.opening_dong)
    for month in book.months():
        yield from map(_row, month.lines)
        held = month.lines[-1].balance_dong
        sums = (month.in_dong, month.out_dong, held)
        yield SumRow((None, "", "", f"Cộng {month.label}", *sums))


def _row(line: CashBookLine) -> Row:
    booked = line.booked
    return (
        line.happened_on,
        line.receipt_no,
        line.payment_no,
        f"{line.words} - {booked.payer}" if booked.payer else line.words,
        line.in_dong or None,
        line.out_dong or None,
        line.balance_dong,
    )


def _totals(book: CashBook) -> tuple[Row, ...]:
    whole = (None, "", "", "Cộng cả kỳ", book.in_dong, book.out_dong, None)
    closing = f"Tồn cuối kỳ, ngày {short_date(book.to_on)}"
    return whole, (None, "", "", closing, None, None, book.closing_dong)


def _note(book: CashBook, anchor: Anchor) -> str:
    held = number(book.closing_dong)
    words = f" ({in_words(book.closing_dong)})" if book.closing_dong >= 0 else ""
    count = len(book.lines)
    return f"Sổ có {number(count)} dòng. Tồn cuối kỳ: {held} đồng{words}.\n{anchor.sentence}"
