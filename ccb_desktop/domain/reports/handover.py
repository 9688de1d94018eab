"""What is handed over when the office changes hands: books, money, and what is not finished."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ccb_desktop.domain.member_papers.order import ListSource
from ccb_desktop.domain.money import in_words
from ccb_desktop.domain.papers import (
    CellKind,
    Column,
    ListPaper,
    PaperTable,
    Row,
    Signature,
    board_signature,
)
from ccb_desktop.domain.printing import number, short_date

_PLAIN, _NUMBER, _MONEY = CellKind.PLAIN, CellKind.NUMBER, CellKind.MONEY
_BOOKS = (
    Column("STT", 12, _PLAIN),
    Column("Sổ, hồ sơ", 84),
    Column("Số lượng", 22, _NUMBER),
    Column("Đơn vị tính", 26),
    Column("Ngày đầu", 26, CellKind.DATE),
    Column("Ngày cuối", 26, CellKind.DATE),
    Column("Ghi chú", 44),
)
_FUNDS = (
    Column("STT", 12, _PLAIN),
    Column("Quỹ", 50),
    Column("Cấp", 34),
    Column("Tiền mặt", 30, _MONEY, group="Số tiền (đồng)"),
    Column("Ngân hàng", 30, _MONEY, group="Số tiền (đồng)"),
    Column("Đang cho vay", 30, _MONEY, group="Số tiền (đồng)"),
    Column("Cộng", 32, _MONEY, group="Số tiền (đồng)"),
    Column("Ghi chú", 28),
)
_OPEN = (
    Column("STT", 12, _PLAIN),
    Column("Việc", 120),
    Column("Số lượng", 24, _NUMBER),
    Column("Đơn vị tính", 30),
    Column("Ghi chú", 54),
)
_HINT = "(Ký, ghi rõ họ tên)"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedBook:
    """One book or file.

    Attributes:
        label: What it is.
        count: How many entries stand in it.
        unit: What is counted.
        days: Days of its first and last entry.
    """

    label: str
    count: int
    unit: str
    days: tuple[date, date] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedFund:
    """What one fund holds on the day, in đồng."""

    name: str
    level: str
    cash_dong: int
    bank_dong: int
    lent_dong: int

    @property
    def whole_dong(self) -> int:
        """All of it."""
        return self.cash_dong + self.bank_dong + self.lent_dong


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenWork:
    """Something that whoever takes over has to go on with."""

    label: str
    count: int
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """Everything that is handed over on a day."""

    books: Sequence[HandedBook]
    funds: Sequence[HandedFund]
    open_work: Sequence[OpenWork]

    @property
    def sums(self) -> tuple[int, int, int, int]:
        """Cash, bank, lent, and all of them, over all funds."""
        return (
            sum(one.cash_dong for one in self.funds),
            sum(one.bank_dong for one in self.funds),
            sum(one.lent_dong for one in self.funds),
            sum(one.whole_dong for one in self.funds),
        )

    @property
    def money_told(self) -> str:
        """`Tiền mặt 12.000.000 đồng; ngân hàng 0 đồng; đang cho vay 0 đồng.`."""
        cash, bank, lent, _whole = map(number, self.sums)
        return f"Tiền mặt {cash} đồng; gửi ngân hàng {bank} đồng; đang cho vay {lent} đồng."


def handover_paper(source: ListSource, found: Handover) -> ListPaper:
    """The list that both sides sign; what nobody keeps is not told."""
    return source.paper(
        "DANH MỤC BÀN GIAO SỔ SÁCH, HỒ SƠ, TIỀN QUỸ",
        source.as_at,
        _books(found),
        _money(found),
        _open_work(found),
        signatures=(
            Signature(("NGƯỜI GIAO",), hint=_HINT),
            Signature(("NGƯỜI NHẬN",), hint=_HINT),
            board_signature(source.branch),
        ),
    )


def book_days(book: HandedBook) -> str:
    """`05/01/2020 – 12/06/2026`; empty where it has no days."""
    if book.days is None:
        return ""
    first, last = map(short_date, book.days)
    return first if first == last else f"{first} – {last}"


def _books(found: Handover) -> PaperTable:
    rows: list[Row] = [
        (place, one.label, one.count, one.unit, *(one.days or (None, None)), "")
        for place, one in enumerate(found.books, 1)
    ]
    note = "" if rows else "Chưa có sổ, hồ sơ nào."
    return PaperTable(columns=_BOOKS, rows=rows, title="I. Sổ sách, hồ sơ", note=note)


def _money(found: Handover) -> PaperTable:
    rows: list[Row] = [
        (place, *(one.name, one.level), *_amounts(one), "")
        for place, one in enumerate(found.funds, 1)
    ]
    whole = found.sums[-1]
    spelled = f" Tất cả: {number(whole)} đồng ({in_words(whole)})." if whole > 0 else ""
    return PaperTable(
        columns=_FUNDS,
        rows=rows,
        totals=(("", "Tổng cộng", "", *found.sums, ""),) if rows else (),
        title="II. Tiền quỹ",
        note=f"{found.money_told}{spelled}" if rows else "Chưa có quỹ nào.",
    )


def _amounts(one: HandedFund) -> tuple[int, int, int, int]:
    return one.cash_dong, one.bank_dong, one.lent_dong, one.whole_dong


def _open_work(found: Handover) -> PaperTable:
    rows: list[Row] = [
        (place, one.label, one.count, one.unit, "") for place, one in enumerate(found.open_work, 1)
    ]
    note = "" if rows else "Không còn việc nào dở dang trong sổ."
    return PaperTable(columns=_OPEN, rows=rows, title="III. Việc còn đang làm", note=note)
