"""Minutes of counted cash (biên bản kiểm kê quỹ): book, box, difference, who counted."""

from dataclasses import dataclass

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.funds.cash_counts import NOTES_DONG, CashCount
from ccb_desktop.domain.money import format_dong, in_words
from ccb_desktop.domain.papers import (
    Block,
    CellKind,
    Column,
    Letterhead,
    PaperTable,
    Paragraph,
    Row,
    SumRow,
    board_signature,
    letterhead_of,
)
from ccb_desktop.domain.printing import long_date

TITLE = "BIÊN BẢN KIỂM KÊ QUỸ"
_DOTS = "…………………………"
_COLUMNS = (
    Column("STT", 14, CellKind.PLAIN),
    Column("Diễn giải", 70),
    Column("Số tờ", 24, CellKind.NUMBER),
    Column("Số tiền (đồng)", 42, CellKind.MONEY),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountPaper:
    """The minutes of one counting.

    Attributes:
        subtitle: Whose cash, and of which day.
        body: Paragraphs and the table of notes.
        signs: Who signs, from left to right, and his name where it is known.
    """

    letterhead: Letterhead
    title: str
    subtitle: str
    body: tuple[Block, ...]
    signs: tuple[tuple[str, str], ...]


def count_paper(branch: Branch, fund_name: str, count: CashCount) -> CountPaper:
    """The minutes of a counting of the cash of a fund."""
    counted_on = long_date(count.counted_on)
    return CountPaper(
        letterhead=letterhead_of(branch, count.counted_on),
        title=TITLE,
        subtitle=f"{fund_name} - tiền mặt, {counted_on}",
        body=(
            Paragraph(f"Hôm nay, {counted_on}, chúng tôi gồm:"),
            Paragraph(f"- Người kiểm kê: {count.counted_by or _DOTS}"),
            Paragraph(f"- Người chứng kiến: {count.witness or _DOTS}"),
            Paragraph(f"đã kiểm kê tiền mặt của {fund_name}, kết quả như sau:"),
            _table(count),
            *_words(count),
        ),
        signs=_signs(branch, count),
    )


def _table(count: CashCount) -> PaperTable:
    notes: list[Row] = [
        (place, f"Loại {format_dong(value)} đồng", count.pieces[value], value * count.pieces[value])
        for place, value in enumerate((v for v in NOTES_DONG if count.pieces.get(v)), 1)
    ]
    rows: list[Row] = [
        SumRow(("I", "Số dư theo sổ quỹ", None, count.book_dong)),
        SumRow(("II", "Số kiểm kê thực tế", None, count.counted_dong)),
        *notes,
        SumRow(("III", _difference_label(count), None, abs(count.difference_dong))),
    ]
    return PaperTable(columns=_COLUMNS, rows=rows)


def _difference_label(count: CashCount) -> str:
    if not count.difference_dong:
        return "Chênh lệch: không"
    return "Chênh lệch: thừa so với sổ" if count.difference_dong > 0 else "Chênh lệch: thiếu"


def _words(count: CashCount) -> tuple[Paragraph, ...]:
    counted = (
        Paragraph(f"Số tiền kiểm kê viết bằng chữ: {in_words(count.counted_dong)}."),
        *([] if not count.difference_dong else [_difference_words(count)]),
    )
    reason = count.reason or (_DOTS if count.difference_dong else "không có chênh lệch")
    return (
        *counted,
        Paragraph(f"Lý do chênh lệch: {reason}."),
        Paragraph(f"Kết luận sau khi kiểm kê:\n{_DOTS}{_DOTS}"),
    )


def _difference_words(count: CashCount) -> Paragraph:
    kind = "thừa" if count.difference_dong > 0 else "thiếu"
    amount = abs(count.difference_dong)
    return Paragraph(f"Số tiền {kind}: {format_dong(amount)} đồng ({in_words(amount)}).")


def _signs(branch: Branch, count: CashCount) -> tuple[tuple[str, str], ...]:
    board = board_signature(branch)
    return (
        ("NGƯỜI KIỂM KÊ", count.counted_by),
        ("NGƯỜI CHỨNG KIẾN", count.witness),
        ("THỦ QUỸ", ""),
        ("\n".join(board.lines[1:]), board.name),
    )
